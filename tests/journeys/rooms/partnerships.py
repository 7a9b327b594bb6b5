# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room partnerships."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse

from bruecke.pages.partnership_map import ground_href
from bruecke.partnerships.models import Partnership
from tests.factories.partnerships import make_agreement, make_office, make_partnership, make_sector
from tests.journeys.rooms import Rows, forms_of

if TYPE_CHECKING:
    from tests.journeys.samples import Plan


def _held(plan: "Plan") -> Partnership:
    """One that the house of the plan holds, with all that hangs on it."""
    made = make_partnership(
        "Hinterland",
        state="dormant",
        state_since="2022-02-24",
        holder=plan.organisation,
        precondition="Die Lage lässt es zu.",
        summary="Gut.",
    )
    made.goals.add(plan.goal)
    make_agreement(made, signed_on="1999")
    make_office(place=made.place)
    return made


def _at(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[_held(plan).pk, *more])


def _agreement(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[_held(plan).agreements.get().pk, *more])


def _office(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[make_office(place=plan.place).pk, *more])


def _take_back(plan: "Plan") -> str:
    made = _held(plan)
    return reverse("partnership_take_back", args=[made.pk, made.changes.get().pk])


def _sector(name: str, *more: object) -> Callable[["Plan"], str]:
    return lambda plan: reverse(name, args=[make_sector("Wasserstoff").pk, *more])


SAMPLES: dict[str, Callable[["Plan"], str]] = {
    "partnership": _at("partnership"),
    "partnership_edit": _at("partnership_edit"),
    "partnership_draft": _at("partnership_draft"),
    "partnership_restore": _at("partnership_restore", 1),
    "partnership_move": _at("partnership_move", "reaktivierung"),
    "partnership_take_back": _take_back,
    "partnership_ground": lambda plan: ground_href(),
    "agreement_new": _at("agreement_new"),
    "agreement_new_draft": _at("agreement_new_draft"),
    "agreement_edit": _agreement("agreement_edit"),
    "agreement_draft": _agreement("agreement_draft"),
    "agreement_restore": _agreement("agreement_restore", 1),
    "sector_edit": _sector("sector_edit"),
    "sector_draft": _sector("sector_draft"),
    "sector_restore": _sector("sector_restore", 1),
    "liaison_office": _office("liaison_office"),
    "liaison_office_edit": _office("liaison_office_edit"),
    "liaison_office_draft": _office("liaison_office_draft"),
    "liaison_office_restore": _office("liaison_office_restore", 1),
}
EXCLUDED = {
    "partnership_draft": "answers POST only",
    "partnership_new_draft": "answers POST only",
    "sector_draft": "answers POST only",
    "sector_new_draft": "answers POST only",
    "agreement_draft": "answers POST only",
    "agreement_new_draft": "answers POST only",
    "liaison_office_draft": "answers POST only",
    "liaison_office_new_draft": "answers POST only",
    "partnerships_xlsx": "a file",
    "partnerships_ods": "a file",
    "partnerships_csv": "a file",
    "partnership_ground": "the ground of the map, an SVG file",
}
_EVERYBODY = ("P P P P P P P", "P P P P P P P")
_COORDINATOR = ("S F F F P F F", "S F F F A F F")
_HOLDER = "S F F P P F F"
MATRIX: Rows = {
    "partnerships": _EVERYBODY,
    "partnerships_xlsx": _EVERYBODY,
    "partnerships_ods": _EVERYBODY,
    "partnerships_csv": _EVERYBODY,
    "partnership_ground": _EVERYBODY,
    "partnership": _EVERYBODY,
    "liaison_offices": _EVERYBODY,
    "liaison_office": _EVERYBODY,
    "partnership_move": _COORDINATOR,
    "partnership_take_back": _COORDINATOR,
    **forms_of("partnership", _COORDINATOR[0]),
    **forms_of("partnership", _HOLDER, is_new=False),
    **forms_of("agreement", _HOLDER),
    "sectors": _EVERYBODY,
    **forms_of("sector", _COORDINATOR[0]),
    **forms_of("liaison_office", _COORDINATOR[0]),
}
