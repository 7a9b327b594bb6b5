# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inquiries: the list, and one of them with its clock, questions, supplies, contradictions and co-signature."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bruecke.accounts.principal import Principal
from bruecke.clearance.models import Circulation, CirculationState
from bruecke.clearance.permissions import can_circulate
from bruecke.clearance.queries import circulations_of
from bruecke.inquiries import permissions
from bruecke.inquiries.answer import Part, holds_amounts
from bruecke.inquiries.inquiry_filter import InquiryFilter, asked_for
from bruecke.inquiries.models import Inquiry, InquiryKind, InquiryState, Supply, SupplyState
from bruecke.inquiries.queries.content import hash_of
from bruecke.inquiries.queries.listing import PAGE, inquiry_page
from bruecke.inquiries.queries.sheet import InquirySheet, inquiry_sheet
from bruecke.pages.inquiry_records import INQUIRY, QUESTION
from bruecke.pages.inquiry_words import Names, source, table_shown, time_left
from bruecke.pages.record_history import Version
from bruecke.pages.record_kind import history, new_href, working
from bruecke.publish.inquiry_words import contradiction_in_words
from bruecke.publish.permissions import can_print
from bruecke.records.queries import acts_on


def inquiries(request: HttpRequest) -> HttpResponse:
    """The list: kind, state and deadline are the address."""
    principal = _principal(request)
    asked = asked_for(request.GET.dict(), kinds=frozenset(InquiryKind.values), states=frozenset(InquiryState.values))
    page = inquiry_page(asked, principal=principal)
    today = timezone.localdate()
    context = {
        "rows": [(row, time_left(row.clock), row.clock.is_overdue(today)) for row in page.inquiries],
        "sentence": ngettext("%(n)d Anfrage", "%(n)d Anfragen", page.total) % {"n": page.total},
        "kinds": _links(asked, "art", asked.kind, InquiryKind.choices),
        "states": _links(asked, "stand", asked.state, InquiryState.choices) if principal.is_staff else [],
        "overdue": (reverse("inquiries") + asked.query(frist="" if asked.is_overdue else "abgelaufen")),
        "asked": asked,
        "clear": reverse("inquiries"),
        "previous": reverse("inquiries") + asked.query(seite=asked.page - 1) if asked.page > 1 else "",
        "next": asked.query(seite=asked.page + 1) if page.has_next else "",
        "shown": f"{(asked.page - 1) * PAGE + 1}–{(asked.page - 1) * PAGE + len(page.inquiries)}",
        "new_href": new_href(INQUIRY, principal),
        "is_staff": principal.is_staff,
    }
    return render(request, "inquiries/list.html", context)


def _links(asked: InquiryFilter, name: str, chosen: str, choices: Any) -> list[tuple[str, str, bool]]:
    """Address, label and whether it is on, "all" first."""
    base = reverse("inquiries")
    every = (base + asked.query(**{name: ""}), _("alle"), not chosen)
    return [every, *((base + asked.query(**{name: value}), str(label), value == chosen) for value, label in choices)]


def inquiry(request: HttpRequest, pk: int) -> HttpResponse:
    """One inquiry."""
    principal = _principal(request)
    try:
        sheet = inquiry_sheet(pk, principal=principal)
    except Inquiry.DoesNotExist:
        raise Http404 from None
    found = sheet.inquiry
    context = {
        "sheet": sheet,
        "inquiry": found,
        "crumbs": [(reverse("inquiries"), _("Anfragen"))],
        "left": time_left(found.clock),
        "is_overdue": found.is_open and found.clock.is_overdue(timezone.localdate()),
        "parts": _parts(sheet, principal),
        "is_staff": principal.is_staff,
        "print_href": _print_href(found) if can_print(principal) else "",
    }
    if permissions.can_read_workings(principal):
        context |= _workings(sheet, principal)
    return render(request, "inquiries/inquiry.html", context)


def _print_href(found: Inquiry) -> str:
    return f"{reverse('paper_print', args=['inquiry_answer'])}?fuer=inquiry-{found.pk}"


def _parts(sheet: InquirySheet, principal: Principal) -> list[dict[str, Any]]:
    may = permissions.can_edit_inquiry(principal, sheet.inquiry)
    logs = _histories(sheet, principal)
    return [
        {
            "part": part,
            "may_edit": may and part.key in sheet.questions,
            **_drawn(part, sheet.people),
            "contradictions": [
                (found, contradiction_in_words(found)) for found in sheet.contradictions.get(part.key, [])
            ],
            "versions": logs.get(part.key, []),
        }
        for part in sheet.answer.parts
    ]


def _drawn(part: Part, people: Names) -> dict[str, Any]:
    """The tables of a question in words; nothing for text alone."""
    if part.drawn is None:
        return {"tables": [], "gaps": ()}
    tables = [table_shown(table, people) for table in part.drawn.tables]
    found = {"tables": tables, "gaps": part.drawn.gaps, "source": source(part.drawn)}
    return found | {"has_amounts": holds_amounts(part.drawn)}


def _histories(sheet: InquirySheet, principal: Principal) -> dict[int, list[Version]]:
    """What happened to each question; at most three statements, however many there are."""
    rows = list(sheet.questions.values())
    if not rows:
        return {}
    acts = acts_on(*rows)
    form = QUESTION.make_form(rows[0], principal)
    by_row = {row.pk: [act for act in acts if act.record_id == row.pk] for row in rows}
    return {row.pk: history(QUESTION, row, by_row[row.pk], principal, form) for row in rows}


def _workings(sheet: InquirySheet, principal: Principal) -> dict[str, Any]:
    """What shows to the government alone."""
    found, today = sheet.inquiry, timezone.localdate()
    circulations = circulations_of("inquiry", found.pk, principal=principal)
    steps = _steps(sheet, circulations, principal)
    return {
        "supplies": [_supply(row, principal) | {"is_late": row.is_overdue(today)} for row in sheet.supplies],
        "waiting": [row for row in sheet.supplies if permissions.can_supply(principal, row)],
        "circulations": circulations,
        "primary": steps[0] if steps else None,
        "steps": steps[1:],
        **working(INQUIRY, found, principal),
    }


def _supply(row: Supply, principal: Principal) -> dict[str, Any]:
    may_write = permissions.can_supply(principal, row)
    can_take = permissions.can_edit_inquiry(principal, row.inquiry) and row.state == SupplyState.GIVEN
    return {
        "row": row,
        "house": str(row.organisation) if row.knows_organisation else "",  # type: ignore[attr-defined]
        "text": row.text if permissions.can_read_supply_text(principal, row) else "",
        "may_write": may_write,
        "may_return": permissions.can_return_supply(principal, row),
        "may_take": can_take and row.taken_over_at is None,
    }


Steps = list[tuple[str, str]]


def _steps(sheet: InquirySheet, circulations: list[Circulation], principal: Principal) -> Steps:
    """Address and label of what somebody may do, the most useful first."""
    found = sheet.inquiry
    if found.state == InquiryState.SENT:
        return _after_sending(found, principal)
    if not permissions.can_edit_inquiry(principal, found):
        return []
    key = [found.pk]
    question = (_new_question(sheet), _("Frage erfassen"))
    asking = (reverse("inquiry_ask", args=key), _("Häuser um Zulieferung bitten"))
    sending = (reverse("inquiry_send", args=key), _("Antwort absenden"))
    clearing = (reverse("circulation_new", args=["inquiry", found.pk]), _("Zur Mitzeichnung geben"))
    first = {"question": question, "ask": asking, "send": sending, "clear": clearing}[_next(sheet, circulations)]
    steps = [question, asking, sending, (reverse("inquiry_extend", args=key), _("Frist verlängern"))]
    steps += [clearing] if can_circulate(principal) and not _running(circulations) else []
    steps += [(reverse("inquiry_withdraw", args=key), _("Als zurückgezogen festhalten"))]
    return [first, *(step for step in steps if step != first)]


def _new_question(sheet: InquirySheet) -> str:
    number = max((part.position for part in sheet.answer.parts), default=0) + 1
    return f"{reverse('sub_question_new', args=[sheet.inquiry.pk])}?position={number}"


def _running(circulations: list[Circulation]) -> bool:
    return any(row.state == CirculationState.OPEN for row in circulations)


def _next(sheet: InquirySheet, circulations: list[Circulation]) -> str:
    """What is due: questions, then houses, then co-signature, then sending."""
    parts = sheet.answer.parts
    done = {CirculationState.CLEARED.value, CirculationState.PROCEEDED.value}
    content = hash_of(sheet.answer)
    if any(row.state in done and row.content_hash == content for row in circulations):
        return "send"
    if not parts:
        return "question"
    if all(part.is_answered for part in parts) and not _running(circulations):
        return "clear"
    return "ask" if not sheet.supplies else "question"


def _after_sending(found: Inquiry, principal: Principal) -> Steps:
    if not permissions.can_work_on_inquiries(principal):
        return []
    is_out = found.visibility == "published"
    label = _("Freigabe zurücknehmen") if is_out else _("Antwort veröffentlichen")
    return [(reverse("inquiry_release", args=[found.pk]), label)]


def _principal(request: HttpRequest) -> Principal:
    return request.principal  # type: ignore[attr-defined, no-any-return]


urlpatterns = [
    path("anfragen/", inquiries, name="inquiries"),
    path("anfragen/<int:pk>/", inquiry, name="inquiry"),
]
