# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of partner institutions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.urls import reverse

from tests.factories.institutions import make_correction, make_institution, make_invitation, make_own
from tests.factories.people import make_organisation
from tests.journeys.rooms import Rows

if TYPE_CHECKING:
    from tests.journeys.samples import Plan


def _own(plan: "Plan") -> str:
    return reverse("own_correction", args=["partnership", make_own(make_institution()).pk])


def _town() -> int:
    return make_organisation("Stadt Plauen", kind="municipality").pk


SAMPLES: dict[str, Callable[["Plan"], str]] = {
    "own_correction": _own,
    "partner_proposal": lambda plan: reverse("partner_proposal", args=[make_correction().pk]),
    "invite": lambda plan: reverse("invite", args=[_town()]),
    "invitation": lambda plan: reverse("invitation", args=[make_invitation()[1]]),
    "invitation_revoke": lambda plan: reverse("invitation_revoke", args=[make_invitation()[0].pk]),
}
EXCLUDED = {
    "own_confirm": "answers POST only",
    "own_sheet": "for accounts of partner institutions only; test_own_sheet reads it",
    "own_sheet_xlsx": "a file",
    "own_side": "for accounts of partner institutions only; test_own_side reads it",
    "own_correction": "for accounts of partner institutions only; test_own_side reads it",
    "invitation_revoke": "answers POST only",
}
# The partner of the matrix is of a house that no institution has.
MATRIX: Rows = {
    "own_side": ("S P F F F F F", "F P F F F F F"),
    "own_sheet": ("S F F F F F F", "F F F F F F F"),
    "own_sheet_xlsx": ("S F F F F F F", "F F F F F F F"),
    "own_confirm": ("M M M M M M M", "F F F F F F F"),
    "own_correction": ("S N F F F F F", "F N F F F F F"),
    "partner_institutions": ("S F F F P F F", "F F F F P F F"),
    "partner_proposal": ("S F F F P F F", "F F F F A F F"),
    "invite": ("S F F F P F F", "F F F F A F F"),
    "invitation": ("P P P P P P P", "A A A A A A A"),
    "invitation_revoke": ("M M M M M M M", "F F F F A F F"),
}
