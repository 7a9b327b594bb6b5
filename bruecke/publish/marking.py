# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may read a paper, and what may stand in it because of that: nothing that one of its readers may not see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bruecke.accounts.models import House
from bruecke.accounts.principal import PUBLIC, Principal, Role
from bruecke.records.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Marking:
    """As the columns of a Record say it: houses and owner are keys of House."""

    visibility: str = Visibility.MINISTRIES
    houses: frozenset[int] = frozenset()
    owner: int | None = None


def marking_of(fields: Mapping[str, Any]) -> Marking:
    """The marking that the fields of a record mean."""
    return Marking(
        str(fields.get("visibility", Visibility.MINISTRIES)),
        frozenset(fields.get("named_houses") or ()),
        fields.get("owner_id"),
    )


def reader_of(marking: Marking) -> Principal:
    """Somebody who sees exactly what every reader of such a paper may see; one statement for a unit's paper, else none.

    Readers of several named houses share only what all ministries see: a record may be named for one of them alone.
    """
    staff = frozenset({Role.LEADERSHIP})
    if marking.visibility == Visibility.PUBLISHED:
        return PUBLIC
    if marking.visibility == Visibility.NAMED and len(marking.houses) == 1:
        return Principal(roles=staff, houses=marking.houses)
    if marking.visibility == Visibility.UNIT and marking.owner:
        parent = House.objects.filter(pk=marking.owner).values_list("parent_id", flat=True).first()
        houses = frozenset({marking.owner, parent} - {None})
        return Principal(roles=staff, houses=houses, units=frozenset({marking.owner}))  # type: ignore[arg-type]
    return Principal(roles=staff)


def in_words(marking: Marking) -> str:
    """What the paper prints of it; one statement where houses are named."""
    match marking.visibility:
        case Visibility.PUBLISHED:
            return _("Öffentlich")
        case Visibility.NAMED:
            names = House.objects.filter(pk__in=marking.houses).values_list("name", flat=True)
            return _("Nur für: %(names)s") % {"names": ", ".join(names)}
        case Visibility.UNIT:
            names = House.objects.filter(pk=marking.owner or 0).values_list("name", flat=True)
            return _("Nur für das eigene Referat: %(names)s") % {"names": ", ".join(names)}
    return _("Nur für die Ressorts")
