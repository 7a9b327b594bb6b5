# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room clearance."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from bruecke.clearance.models import Circulation
from tests.factories.bodies import make_session
from tests.factories.clearance import make_asked, make_circulation, sign
from tests.journeys.rooms import Rows


def _circulation() -> Circulation:
    """One with an answer, a silent house, and its deadline over."""
    asked = make_asked()
    circulation = make_circulation(asked, make_asked(), title="Vorlage über die Nachbarschaft")
    sign(circulation, asked, "changes")
    Circulation.objects.filter(pk=circulation.pk).update(deadline_on=timezone.localdate() - timedelta(days=1))
    return circulation


def _of(name: str) -> Callable[[Any], str]:
    return lambda plan: reverse(name, args=[_circulation().pk])


_SHEET = "S N P P P P N"
_OWN = "S N F F P F N"
SAMPLES: dict[str, Callable[[Any], str]] = {
    "circulation": _of("circulation"),
    "circulation_answer": _of("circulation_answer"),
    "circulation_proceed": _of("circulation_proceed"),
    "circulation_withdraw": _of("circulation_withdraw"),
    "circulation_renew": _of("circulation_renew"),
    "circulation_new": lambda plan: reverse("circulation_new", args=["session", make_session().pk]),
}
EXCLUDED: dict[str, str] = {}
# Nobody of those in the matrix signs for a house: tests/pages/test_clearance.py goes through the answer.
MATRIX: Rows = {
    "clearance": ("S F P P P P F", "S F P P P P F"),
    "circulation": (_SHEET, _SHEET),
    "circulation_answer": ("S N F F F F N", "S N F F F F N"),
    "circulation_proceed": (_OWN, _OWN.replace("P", "A")),
    "circulation_withdraw": (_OWN, _OWN.replace("P", "A")),
    "circulation_renew": (_OWN, _OWN.replace("P", "A")),
    "circulation_new": ("S F F F P F F", "S F F F A F F"),
}
