# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of places and their groups; the page of a place stands in samples.py."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse

from bruecke.places.models import PlaceGroup, PlaceGroupMember
from tests.journeys.rooms import Rows, forms_of, posts_only

if TYPE_CHECKING:
    from tests.journeys.samples import Plan


def _member(plan: "Plan") -> PlaceGroupMember:
    """The plan's place in a group, as somebody says."""
    group, _made = PlaceGroup.objects.get_or_create(key="zielmaerkte", defaults={"name": "Zielmärkte"})
    member, _made = PlaceGroupMember.objects.get_or_create(group=group, place=plan.place, source="Strategie 2019")
    return member


def _place(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[plan.place.pk, *more])


def _group(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[_member(plan).group_id, *more])


def _of_member(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[_member(plan).pk, *more])


SAMPLES: dict[str, Callable[["Plan"], str]] = {
    "place_subdivisions": _place("place_subdivisions"),
    "place_edit": _place("place_edit"),
    "place_draft": _place("place_draft"),
    "place_restore": _place("place_restore", 1),
    "place_group": _group("place_group"),
    "place_group_edit": _group("place_group_edit"),
    "place_group_draft": _group("place_group_draft"),
    "place_group_restore": _group("place_group_restore", 1),
    "place_group_member_new": _group("place_group_member_new"),
    "place_group_member_new_draft": _group("place_group_member_new_draft"),
    "place_group_member_edit": _of_member("place_group_member_edit"),
    "place_group_member_draft": _of_member("place_group_member_draft"),
    "place_group_member_restore": _of_member("place_group_member_restore", 1),
}
EXCLUDED = posts_only("place", "place_group", "place_group_member") | {"place_subdivisions": "answers POST only"}
_COORDINATOR = "S F F F P F F"
MATRIX: Rows = {
    "place_subdivisions": ("M M M M M M M", "F F F F A F F"),
    "place_group": ("P P P P P P P", "P P P P P P P"),
    **forms_of("place", _COORDINATOR),
    **forms_of("place_group", _COORDINATOR),
    **forms_of("place_group_member", _COORDINATOR),
}
