# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables are drawn from the registers as all ministries see them, in the language an answer is written in."""

from datetime import date

from django.utils import timezone, translation

from bruecke.accounts.principal import Principal, Role
from bruecke.base.languages import VERBATIM_DEFAULT
from bruecke.inquiries.answer import Asked, Drawn
from bruecke.inquiries.shape import FIRST_DAY, LAST_DAY, Scope, shapes
from bruecke.places.models import Place

READER = Principal(roles=frozenset({Role.LEADERSHIP}))
"""Sees what all ministries see and no more, so that every house that co-signs sees the same tables."""
_STEPS = ("pk", "parent_id", "parent__parent_id", "parent__parent__parent_id")


def draw(shape: str, first: date | None, last: date | None, place: int | None) -> Drawn | None:
    """The tables of a shape for a period and a place; None for a shape that is not there."""
    found = shapes().get(shape)
    if found is None:
        return None
    with translation.override(VERBATIM_DEFAULT):
        told = found.draw(Scope(first or FIRST_DAY, last or LAST_DAY, place, READER))
        return Drawn(
            asked=_asked(shape, first, last, place),
            drawn_on=timezone.localdate().isoformat(),
            source=str(found.source),
            tables=told.tables,
            gaps=tuple(told.gaps),
        )


def _asked(shape: str, first: date | None, last: date | None, place: int | None) -> Asked:
    row = Place.objects.filter(pk=place or 0).values_list("name_de", *_STEPS).first() or ("",)
    name, within = row[0], tuple(key for key in row[1:] if key)
    return Asked(
        shape=shape,
        first=first.isoformat() if first else "",
        last=last.isoformat() if last else "",
        place=place,
        within=within,
        place_name=name or "",
    )
