# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inquiries: number and subject; of questions and answers what is published to everybody, the rest to staff."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.base.languages import VERBATIM_DEFAULT
from bruecke.inquiries.answer import Answer, published
from bruecke.inquiries.models import Inquiry, SubQuestion
from bruecke.inquiries.queries.content import answer_of
from bruecke.records.visibility import Visibility
from bruecke.search.source import Found, Ids, Source, houses_of, texts


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these inquiries; three statements. Drafts of houses are found by nobody."""
    rows = list(Inquiry.objects.filter(pk__in=ids).prefetch_related("named_houses"))
    questions: dict[int, list[SubQuestion]] = defaultdict(list)
    for question in SubQuestion.objects.standing().filter(inquiry__in=rows).order_by("position", "pk"):
        questions[question.inquiry_id].append(question)
    return [_found(row, row.answer_as_sent or answer_of(row, questions[row.pk])) for row in rows]


def _found(row: Inquiry, answer: Answer) -> Found:
    is_out = row.visibility == Visibility.PUBLISHED
    shown = list(_texts(published(answer))) if is_out else []
    rest = [text for text in _texts(answer) if text not in shown]
    return Found(
        record_id=row.pk,
        titles={VERBATIM_DEFAULT: str(row)},
        public=texts(shown),
        internal=texts([*rest, row.asked_by, row.extended_because, row.internal_note, row.file_reference]),
        visibility=row.visibility,
        owner_id=row.owner_id,
        houses=houses_of(row),
        place=row.pk,
        facts={"state": row.state},
    )


def _texts(answer: Answer) -> Iterable[str]:
    for part in answer.parts:
        yield from (part.text, part.answer, part.refused_because, part.secret_because)


def _of_questions(ids: Sequence[int]) -> Ids:
    return SubQuestion.objects.filter(pk__in=ids).values_list("inquiry_id", flat=True)


SOURCE = Source(
    kind="inquiry",
    position=64,
    label=_("Anfragen"),
    count_text=lambda n: ngettext("%(n)d Anfrage", "%(n)d Anfragen", n) % {"n": n},
    url_name="inquiry",
    rows=Inquiry.objects.all,
    fetch=fetch,
    touched={"inquiry": lambda ids: ids, "subquestion": _of_questions},
)
