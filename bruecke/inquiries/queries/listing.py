# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of inquiries, and what of them waits for somebody."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, IntegerField, QuerySet, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.inquiries.inquiry_filter import InquiryFilter
from bruecke.inquiries.models import Inquiry, InquiryState, Supply, SupplyState
from bruecke.inquiries.permissions import can_work_on_inquiries
from bruecke.inquiries.queries.known import known

PAGE = 50
SOON = timedelta(days=5)
"""So long before its deadline an inquiry waits for the coordinator."""


@dataclass(frozen=True, slots=True)
class InquiryPage:
    """Inquiries of one page, total: of all pages, has_next: whether there is one more."""

    inquiries: tuple[Inquiry, ...]
    total: int
    has_next: bool


def inquiry_page(asked: InquiryFilter, *, principal: Principal) -> InquiryPage:
    """Open ones by deadline first, then the latest answered, then those withdrawn; two statements."""
    rows = narrowed(asked, principal=principal).defer("frozen")
    at = (asked.page - 1) * PAGE
    is_done = Case(When(state=InquiryState.OPEN, then=0), default=1, output_field=IntegerField())
    ordered = rows.annotate(deadline=_deadline(), is_done=is_done).order_by(
        "is_done", F("sent_on").desc(nulls_last=True), "deadline", "pk"
    )
    found = list(ordered[at : at + PAGE + 1])
    return InquiryPage(tuple(found[:PAGE]), rows.count(), len(found) > PAGE)


def _deadline() -> Coalesce:
    return Coalesce("extended_until", "due_on")


def narrowed(asked: InquiryFilter, *, principal: Principal) -> "QuerySet[Inquiry]":
    """What the filter lets through of what may be known of."""
    rows = known(principal)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.state:
        rows = rows.filter(state=asked.state)
    if asked.is_overdue:
        rows = rows.annotate(last_day=_deadline()).filter(state=InquiryState.OPEN, last_day__lt=timezone.localdate())
    return rows


@dataclass(frozen=True, slots=True)
class WaitingInquiry:
    """What waits for somebody: a supply of the own house, or (supply None) an inquiry that is due soon or overdue."""

    inquiry: Inquiry
    due_on: date
    supply: Supply | None = None

    @property
    def is_overdue(self) -> bool:
        """Whether the day is over."""
        return timezone.localdate() > self.due_on


def waiting_inquiries(*, principal: Principal) -> list[WaitingInquiry]:
    """What waits for somebody, the most urgent first; at most two statements, none for the public."""
    supplies = [WaitingInquiry(row.inquiry, row.due_on, row) for row in waiting_supplies(principal=principal)]
    return sorted([*supplies, *_due(principal)], key=lambda row: (row.due_on, row.inquiry.pk))


def waiting_supplies(*, principal: Principal) -> list[Supply]:
    """What the houses somebody works for still owe, by internal deadline; one statement."""
    if not principal.is_staff or not principal.houses:
        return []
    rows = Supply.objects.standing().filter(
        state=SupplyState.ASKED,
        organisation__house__in=principal.houses,
        inquiry__state=InquiryState.OPEN,
        inquiry__in=known(principal),
    )
    return list(rows.select_related("inquiry", "organisation", "question").order_by("due_on", "pk"))


def _due(principal: Principal) -> list[WaitingInquiry]:
    if not can_work_on_inquiries(principal):
        return []
    rows = known(principal).filter(state=InquiryState.OPEN).defer("frozen").annotate(last_day=_deadline())
    due = rows.filter(last_day__lte=timezone.localdate() + SOON).order_by("last_day", "pk")
    return [WaitingInquiry(row, row.clock.deadline) for row in due]
