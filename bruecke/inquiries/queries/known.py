# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which inquiries somebody may know of; one of them, one of its questions, one of its supplies."""

from django.db.models import Q

from bruecke.accounts.principal import Principal
from bruecke.base.collation import sort_key
from bruecke.inquiries.models import Inquiry, InquiryState, SubQuestion, Supply
from bruecke.places.models import Place
from bruecke.records.models import RecordQuerySet
from bruecke.records.visibility import Visibility


def known(principal: Principal) -> RecordQuerySet[Inquiry]:
    """All that `principal` may know of: whoever is not of the government, what was sent and released."""
    rows = Inquiry.objects.visible_to(principal)
    return rows if principal.is_staff else rows.filter(Q(visibility=Visibility.PUBLISHED, state=InquiryState.SENT))


def seen_inquiry(pk: int, *, principal: Principal) -> Inquiry:
    """An inquiry with its lead; one statement. Raises Inquiry.DoesNotExist."""
    return known(principal).select_related("lead").get(pk=pk)


def seen_question(pk: int, *, principal: Principal) -> SubQuestion:
    """A question with its inquiry; one statement. Raises SubQuestion.DoesNotExist."""
    return SubQuestion.objects.select_related("inquiry").get(pk=pk, inquiry__in=known(principal))


def seen_supply(pk: int, *, principal: Principal) -> Supply:
    """A supply with inquiry, question and house; one statement. Raises Supply.DoesNotExist."""
    if not principal.is_staff:
        raise Supply.DoesNotExist
    rows = Supply.objects.select_related("inquiry", "question", "organisation")
    return rows.get(pk=pk, inquiry__in=known(principal))


def sent_inquiries(*, principal: Principal, but: int | None = None) -> list[Inquiry]:
    """Answered ones that may be named as earlier answers, newest first; one statement."""
    rows = known(principal).filter(state=InquiryState.SENT).exclude(pk=but or 0).defer("frozen")
    return list(rows.order_by("-sent_on", "-pk"))


def questions_of(inquiry: Inquiry) -> list[SubQuestion]:
    """Standing questions in their order, with their inquiry; one statement."""
    rows = list(SubQuestion.objects.standing().filter(inquiry=inquiry).order_by("position", "pk"))
    for row in rows:
        row.inquiry = inquiry
    return rows


def next_position(inquiry: Inquiry) -> int:
    """The number of the next question; one statement."""
    return max((row.position for row in questions_of(inquiry)), default=0) + 1


def places() -> list[tuple[int, str]]:
    """Places by name, to choose from; one statement."""
    return sorted(((row.pk, row.name) for row in Place.objects.all()), key=lambda pair: sort_key(pair[1]))
