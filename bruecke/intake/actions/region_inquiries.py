# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented inquiries of a region, for the demonstration."""

from datetime import date, timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.inquiries.actions import QUESTION, ask, register
from bruecke.inquiries.models import Inquiry, SubQuestion
from bruecke.intake.invented import Row, read_inquiries
from bruecke.places.models import Place
from bruecke.records.editing import enter
from bruecke.records.visibility import Visibility


@transaction.atomic
def invent_inquiries(folder: Path, *, by: Principal) -> None:
    """Enter the invented inquiries of `folder` once; each is marked as invented. by: the system alone may."""
    if Inquiry.objects.filter(is_invented=True).exists():
        return
    for row in read_inquiries(folder):
        _invent(row, timezone.localdate(), by)


def _invent(row: Row, today: date, by: Principal) -> None:
    fields = {name: row[name] for name in ("kind", "number", "title")} | {
        "dispatched_on": (today + timedelta(days=row["came"])).isoformat(),
        "due_on": (today + timedelta(days=row["due"])).isoformat(),
        "lead_id": _organisation(row["lead"]),
        "visibility": Visibility.MINISTRIES,
    }
    inquiry = register(fields=fields, by=by, is_invented=True)
    questions = [_question(inquiry, each, number, today, by) for number, each in enumerate(row["questions"], start=1)]
    for each in row.get("ask", ()):
        ask(
            inquiry=inquiry,
            expected=Inquiry.objects.get(pk=inquiry.pk).version,
            houses=[_organisation(each["house"])],
            questions=[questions[each["question"] - 1].pk] if "question" in each else [],
            due_on=today + timedelta(days=each["until"]),
            by=by,
        )


def _question(inquiry: Inquiry, row: Row, number: int, today: date, by: Principal) -> SubQuestion:
    fields = {
        "position": number,
        "text": row["text"],
        "shape": row.get("shape", ""),
        "place_id": Place.objects.get(key=row["place"]).pk if "place" in row else None,
        "answer": row.get("answer", ""),
    }
    if fields["shape"]:
        fields |= {"period_from": f"{today.year - 1}-01-01", "period_until": f"{today.year + 1}-12-31"}
    return enter(record=SubQuestion(inquiry=inquiry), rules=QUESTION, fields=fields, by=by)


def _organisation(key: str) -> int:
    return Organisation.objects.get(key=key).pk
