# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer as it stands: what is co-signed by its hash, frozen when sent, and set as a paper."""

from collections.abc import Iterable

from bruecke.clearance.content import content_hash
from bruecke.inquiries.answer import Answer, Part, as_json
from bruecke.inquiries.models import Inquiry, SubQuestion
from bruecke.inquiries.queries.known import questions_of


def answer_of(inquiry: Inquiry, questions: Iterable[SubQuestion]) -> Answer:
    """What these questions say, whoever reads it; no statement."""
    parts = tuple(_part(each) for each in questions)
    return Answer(inquiry.kind, inquiry.number, inquiry.title, parts)


def _part(question: SubQuestion) -> Part:
    return Part(
        key=question.pk,
        position=question.position,
        text=question.text,
        answer=question.answer,
        refused_because=question.refused_because,
        secret_because=question.secret_because,
        amounts_are_public=question.amounts_are_public,
        drawn=question.tables,
    )


def standing_answer(inquiry: Inquiry) -> Answer:
    """As sent, or as it stands now; one statement before it was sent."""
    return inquiry.answer_as_sent or answer_of(inquiry, questions_of(inquiry))


def hash_of(answer: Answer) -> str:
    """SHA-256 (hexadecimal) of what is co-signed."""
    return content_hash(as_json(answer))
