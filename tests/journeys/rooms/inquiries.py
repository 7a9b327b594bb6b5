# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the room inquiries."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM
from bruecke.inquiries.actions import refuse
from bruecke.inquiries.models import Inquiry, SubQuestion, Supply
from tests.factories.activities import make_activity, make_cost_item, make_involvement
from tests.factories.inquiries import make_inquiry, make_question, make_sent, make_supply
from tests.journeys.rooms import Rows, forms_of, posts_only

_ALL = "P P P P P P P"
_SEEN = "N N P P P P N"
_KEPT = "S N F F P F N"
"""An inquiry for all ministries: hidden from the others, worked on by the coordinator."""
_LIKE_THE_COORDINATOR = "S F F F P F F"


def _inquiry() -> Inquiry:
    """One with a text, tables, a refusal, supplies in every state, and an earlier answer that says otherwise."""
    trip = make_activity("Reise nach Prag", when="12. Mai 2026", state="held", particulars={"with_government": True})
    make_involvement(trip, "head")
    item = make_cost_item(trip, actual_cents=10_000)
    scope = {"shape": "trips", "period_from": "2026-01-01", "period_until": "2026-12-31"}
    make_sent(make_question(**scope).inquiry)
    item.actual_cents = 12_000
    item.save()
    inquiry = make_inquiry("Reisen der Staatsregierung", asked_by="Fraktion")
    question = make_question(inquiry, **scope)
    refuse(question=make_question(inquiry), expected=1, reason="Kernbereich der Regierung", by=SYSTEM)
    make_supply(inquiry)
    make_supply(inquiry, question=question, due_on="2026-01-02")
    make_supply(inquiry, state="given", given_at=timezone.now(), given_by="Robin", text="Zwei Reisen.")
    return inquiry


def _question() -> SubQuestion:
    return make_question(shape="costs", period_from="2026-01-01", period_until="2026-12-31")


def _given() -> Supply:
    inquiry = make_question().inquiry
    return make_supply(inquiry, state="given", given_at=timezone.now(), given_by="Robin", text="Zwei Reisen.")


_MAKE: dict[str, Callable[[], Any]] = {
    "inquiry": make_inquiry,
    "sub_question": _question,
    "supply": make_supply,
    "given": _given,
    "sent": make_sent,
}


def _of(name: str, kind: str, *more: int) -> Callable[[Any], str]:
    return lambda plan: reverse(name, args=[_MAKE[kind]().pk, *more])


_STEPS = ("extend", "ask", "send", "withdraw")
SAMPLES: dict[str, Callable[[Any], str]] = {
    "inquiry": lambda plan: reverse("inquiry", args=[_inquiry().pk]),
    **{f"inquiry_{step}": _of(f"inquiry_{step}", "inquiry") for step in _STEPS},
    "inquiry_release": _of("inquiry_release", "sent"),
    **{f"sub_question_{step}": _of(f"sub_question_{step}", "sub_question") for step in ("refuse", "secret", "draw")},
    "supply_give": _of("supply_give", "supply"),
    "supply_return": _of("supply_return", "given"),
    "supply_take_over": _of("supply_take_over", "given"),
    **{f"{kind}_edit": _of(f"{kind}_edit", kind) for kind in ("inquiry", "sub_question", "supply")},
    **{f"{kind}_draft": _of(f"{kind}_draft", kind) for kind in ("inquiry", "sub_question", "supply")},
    **{f"{kind}_restore": _of(f"{kind}_restore", kind, 1) for kind in ("inquiry", "sub_question", "supply")},
    "sub_question_new": _of("sub_question_new", "inquiry"),
    "sub_question_new_draft": _of("sub_question_new_draft", "inquiry"),
    "sub_question_remove": _of("sub_question_remove", "sub_question"),
}
EXCLUDED = {
    name: why for name, why in posts_only("inquiry", "sub_question", "supply").items() if name != "supply_new_draft"
} | {"sub_question_remove": "answers POST only"}


def _sent(letters: str) -> str:
    return letters.replace("P", "A")


# Nobody of those in the matrix belongs to a house that was asked: tests/pages/test_inquiries.py goes through supplies.
_NOBODY = "S N F F F F N"
_STEP = "N N F F P F N"
MATRIX: Rows = {
    "inquiries": (_ALL, _ALL),
    "inquiry": (_SEEN, _SEEN),
    **{f"inquiry_{step}": (_STEP, _sent(_STEP)) for step in (*_STEPS, "release")},
    **{f"sub_question_{step}": (_STEP, _sent(_STEP)) for step in ("refuse", "secret", "draw")},
    "supply_give": ("N N F F F F N", "N N F F F F N"),
    "supply_return": (_STEP, _sent(_STEP)),
    "supply_take_over": (_STEP, _sent(_STEP)),
    **forms_of("inquiry", _KEPT),
    **forms_of("sub_question", _KEPT, is_entry=True),
    **forms_of("supply", _NOBODY, is_new=False),
}
MATRIX |= {
    "inquiry_new": (_LIKE_THE_COORDINATOR, "F F F F A F F"),
    "inquiry_new_draft": ("M M M M M M M", "F F F F A F F"),
}
