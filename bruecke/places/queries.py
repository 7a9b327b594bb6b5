# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads of places and groups; everybody may know of all of them."""

from dataclasses import dataclass

from bruecke.accounts.principal import Principal
from bruecke.base.collation import sort_key
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember


def seen_place(pk: int, *, principal: Principal) -> Place:
    """One statement. Raises Place.DoesNotExist."""
    return Place.objects.select_related("parent").get(pk=pk)


def seen_group(pk: int, *, principal: Principal) -> PlaceGroup:
    """One statement. Raises PlaceGroup.DoesNotExist."""
    return PlaceGroup.objects.get(pk=pk)


def seen_group_member(pk: int, *, principal: Principal) -> PlaceGroupMember:
    """One statement. Raises PlaceGroupMember.DoesNotExist."""
    return PlaceGroupMember.objects.select_related("group", "place").get(pk=pk)


def all_places() -> list[tuple[int, str]]:
    """Key and name of every place, in the order of the alphabet; one statement."""
    return sorted(((row.pk, row.name) for row in Place.objects.all()), key=lambda pair: sort_key(pair[1]))


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A group with all memberships, past and coming ones included."""

    group: PlaceGroup
    members: tuple[PlaceGroupMember, ...]


def group_sheet(pk: int) -> GroupSheet:
    """Two statements. Raises PlaceGroup.DoesNotExist."""
    group = PlaceGroup.objects.get(pk=pk)
    rows = PlaceGroupMember.objects.filter(group=group).select_related("place")
    return GroupSheet(group, tuple(sorted(rows, key=lambda row: (sort_key(row.place.name), row.since, row.pk))))
