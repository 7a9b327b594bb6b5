# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An inquiry with all that its page shows, as one reader may know of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, Person
from bruecke.inquiries.answer import Answer, Part, people_in
from bruecke.inquiries.contradictions import Difference, differences, is_same_matter
from bruecke.inquiries.models import Inquiry, InquiryState, SubQuestion, Supply
from bruecke.inquiries.permissions import can_read_workings
from bruecke.inquiries.queries.content import answer_of
from bruecke.inquiries.queries.known import known, questions_of, seen_inquiry
from bruecke.inquiries.queries.published import published_answer

EARLIER = 30
"""So many earlier answers are compared, the latest first."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What one question says otherwise than an earlier answer; part: position of the question there."""

    inquiry: Inquiry
    position: int
    difference: Difference


@dataclass(frozen=True, slots=True)
class InquirySheet:
    """lead: "" where there is none to be known of. answer: as sent or as it stands, only its published part for who is
    not of the government. people: names by key, as far as they may be known. The rest is empty for everybody else.

    supplies carry `knows_organisation`. earlier: answers on the same matter, with whether somebody named them;
    contradictions: by key of the question.
    """

    inquiry: Inquiry
    lead: str
    answer: Answer
    people: dict[int, str]
    questions: dict[int, SubQuestion]
    supplies: tuple[Supply, ...]
    earlier: tuple[tuple[Inquiry, bool], ...]
    contradictions: dict[int, list[Contradiction]]


def inquiry_sheet(pk: int, *, principal: Principal) -> InquirySheet:
    """Raises Inquiry.DoesNotExist. Seven statements, fewer for the public."""
    inquiry = seen_inquiry(pk, principal=principal)
    reads = can_read_workings(principal)
    questions = questions_of(inquiry) if reads else []
    whole = inquiry.answer_as_sent or answer_of(inquiry, questions)
    answer = whole if reads else published_answer(whole)
    earlier = earlier_answers(inquiry, answer.parts, principal=principal) if reads else []
    return InquirySheet(
        inquiry=inquiry,
        lead=_lead(inquiry, principal),
        answer=answer,
        people=names(people_in(answer), principal=principal),
        questions={row.pk: row for row in questions},
        supplies=tuple(supplies_of(inquiry, principal=principal)) if reads else (),
        earlier=tuple(earlier),
        contradictions=contradictions(answer.parts, [row for row, _named in earlier]),
    )


def _lead(inquiry: Inquiry, principal: Principal) -> str:
    if inquiry.lead_id is None:
        return ""
    found = Organisation.objects.visible_to(principal).filter(pk=inquiry.lead_id).first()
    return str(found) if found else ""


def names(keys: Iterable[int], *, principal: Principal) -> dict[int, str]:
    """Names of people by key, as far as they may be known of; one statement, none where there is nobody."""
    wanted = set(keys)
    if not wanted:
        return {}
    rows = Person.objects.visible_to(principal).filter(pk__in=wanted, erased_on__isnull=True)
    return {row.pk: str(row) for row in rows}


def supplies_of(inquiry: Inquiry, *, principal: Principal) -> list[Supply]:
    """What houses were asked, with question and house, by house; one statement. For the government."""
    known_house = Organisation.objects.visible_to(principal).filter(pk=OuterRef("organisation_id"))
    rows = Supply.objects.standing().filter(inquiry=inquiry).select_related("organisation", "question")
    found: list[Any] = list(
        rows.annotate(knows_organisation=Exists(known_house)).order_by("organisation__name_de", "pk")
    )
    for row in found:
        row.inquiry = inquiry
    return found


def earlier_answers(inquiry: Inquiry, parts: Sequence[Part], *, principal: Principal) -> list[tuple[Inquiry, bool]]:
    """Answers on the same matter, the latest first, with whether somebody named them; one statement."""
    shapes = {part.drawn.asked.shape for part in parts if part.drawn}
    linked = Inquiry.earlier.through._default_manager.filter(from_inquiry=inquiry.pk, to_inquiry=OuterRef("pk"))
    alike = SubQuestion.objects.standing().filter(inquiry=OuterRef("pk"), shape__in=shapes)
    rows = known(principal).filter(state=InquiryState.SENT).exclude(pk=inquiry.pk)
    if inquiry.sent_on is not None:
        rows = rows.filter(Q(sent_on__lt=inquiry.sent_on) | Q(sent_on=inquiry.sent_on, pk__lt=inquiry.pk))
    found = rows.annotate(is_named=Exists(linked)).filter(Q(is_named=True) | Exists(alike))
    latest = found.order_by("-sent_on", "-pk")[:EARLIER]
    return [(row, row.is_named) for row in latest if row.is_named or _matches(row, parts)]


def _matches(earlier: Inquiry, parts: Sequence[Part]) -> bool:
    theirs = [part.drawn for part in _parts(earlier) if part.drawn]
    return any(is_same_matter(part.drawn.asked, each.asked) for part in parts if part.drawn for each in theirs)


def _parts(inquiry: Inquiry) -> Sequence[Part]:
    answer = inquiry.answer_as_sent
    return answer.parts if answer else ()


def contradictions(parts: Sequence[Part], earlier: Sequence[Inquiry]) -> dict[int, list[Contradiction]]:
    """What each question says otherwise than earlier answers, by key of the question; no statement."""
    found: dict[int, list[Contradiction]] = {}
    for part in parts:
        told = [each for inquiry in earlier for each in _against(part, inquiry)]
        if told:
            found[part.key] = told
    return found


def _against(part: Part, earlier: Inquiry) -> list[Contradiction]:
    theirs = [each for each in _parts(earlier) if each.drawn]
    return [
        Contradiction(earlier, each.position, difference)
        for each in theirs
        if part.drawn and each.drawn
        for difference in differences(part.drawn, each.drawn)
    ]
