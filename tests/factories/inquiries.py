# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inquiries with questions and supplies, made row by row; answers cleared and sent by the verbs."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.actors.models import Organisation
from bruecke.clearance.actions import Subject, circulate
from bruecke.clearance.models import Circulation
from bruecke.inquiries.actions import QUESTION, send
from bruecke.inquiries.models import Inquiry, SubQuestion, Supply
from bruecke.inquiries.queries.content import hash_of, standing_answer
from bruecke.records.editing import enter
from tests.factories.clearance import make_asked, sign

_number = count(1)


def make_inquiry(title: str = "", **fields: object) -> Inquiry:
    """A small inquiry for all ministries, due in twenty days."""
    n, today = next(_number), timezone.localdate()
    values: dict[str, object] = {
        "kind": "small",
        "number": f"8/{n}",
        "title": title or f"Anfrage {n}",
        "dispatched_on": today - timedelta(days=8),
        "due_on": today + timedelta(days=20),
    }
    return Inquiry.objects.create(**(values | fields))


def make_question(inquiry: Inquiry | None = None, **fields: Any) -> SubQuestion:
    """The next question of an inquiry, with its tables drawn."""
    inquiry = inquiry or make_inquiry()
    position = inquiry.questions.count() + 1
    values = {"position": position, "text": f"Wie viele, {position}?", "shape": "", "answer": "Keine."} | fields
    kept = {name: values.pop(name) for name in ("refused_because", "secret_because") if name in values}
    return enter(record=SubQuestion(inquiry=inquiry, **kept), rules=QUESTION, fields=values, by=SYSTEM)


def make_supply(inquiry: Inquiry | None = None, organisation: Organisation | None = None, **fields: Any) -> Supply:
    """A house that somebody works for is asked."""
    values = {"due_on": timezone.localdate() + timedelta(days=10)} | fields
    inquiry, organisation = inquiry or make_inquiry(), organisation or make_asked()
    return Supply.objects.create(inquiry=inquiry, organisation=organisation, **values)


def make_clearing(inquiry: Inquiry, *asked: Organisation) -> Circulation:
    """The answer as it stands goes round."""
    keys = [row.pk for row in asked or (make_asked(),)]
    subject = Subject("inquiry", inquiry.pk, f"Antwort: {inquiry}", hash_of(standing_answer(inquiry)))
    return circulate(subject=subject, addressees=keys, days=5, by=SYSTEM)


def make_sent(inquiry: Inquiry | None = None, *, by: Principal = SYSTEM) -> Inquiry:
    """An inquiry (with one question where none is given) whose answer was cleared and sent today."""
    inquiry = inquiry or make_question().inquiry
    if not inquiry.questions.exists():
        make_question(inquiry)
    house = make_asked()
    sign(make_clearing(inquiry, house), house)
    inquiry.refresh_from_db()
    return send(inquiry=inquiry, expected=inquiry.version, by=by)
