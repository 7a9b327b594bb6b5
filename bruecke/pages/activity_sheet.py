# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One activity: what it is, who takes part, what it costs, what was promised, what is missing."""

from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.kind import kind_of
from bruecke.activities.life import moves
from bruecke.activities.models import Activity, InvolvementRole, PromiseDirection
from bruecke.activities.permissions import can_edit_activity, can_see_internal
from bruecke.activities.queries.promises import is_overdue
from bruecke.activities.queries.sheet import Sheet, Who, activity_sheet, seen_activity
from bruecke.pages.activity_records import ACTIVITY
from bruecke.pages.activity_words import own_fields, state_in_words, when_in_words
from bruecke.pages.attachment_list import files_of
from bruecke.pages.measure_words import euro_in_words
from bruecke.pages.paper_links import papers_of_activity
from bruecke.pages.record_kind import working

CALL = (InvolvementRole.INVITED, InvolvementRole.APPLIED, InvolvementRole.SELECTED, InvolvementRole.DECLINED)


def activity(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of an activity."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    found = found_or_404(pk, principal)
    sheet = activity_sheet(found, principal=principal)
    context = _context(sheet, principal) | working(ACTIVITY, found, principal)
    return render(request, "activities/activity.html", context)


def found_or_404(pk: int, principal: Principal) -> Activity:
    """The activity, or "not found" also where it may not be known of."""
    try:
        return seen_activity(pk, principal=principal)
    except Activity.DoesNotExist:
        raise Http404 from None


def _context(sheet: Sheet, principal: Principal) -> dict[str, Any]:
    found, is_staff = sheet.activity, can_see_internal(principal)
    kind = kind_of(found)
    documents = {link.pk: (reverse("document", args=[link.pk]), link.label) for link in sheet.links["document"]}
    return {
        "activity": found,
        "kind": kind,
        "state": state_in_words(found.kind, found.state),
        "when": when_in_words(found),
        "crumbs": [(reverse("activities"), _("Vorhaben"))],
        "sheet": sheet,
        "lead": next((link for link in sheet.links["organisation"] if link.pk == found.lead_id), None),
        "series": sheet.first("series"),
        "session": sheet.first("session"),
        "fields": own_fields(kind, found.particulars, documents, is_staff=is_staff),
        "roles": _by_role(sheet.involvements, is_in_call=False),
        "call": _by_role(sheet.involvements, is_in_call=True),
        "has_call": InvolvementRole.INVITED in kind.roles,
        "costs": [
            (item, euro_in_words(item.planned_cents), euro_in_words(item.actual_cents)) for item in sheet.costs.items
        ],
        "planned": euro_in_words(sheet.costs.planned),
        "actual": euro_in_words(sheet.costs.actual),
        "promises": [
            (PromiseDirection(direction).label, [(row, is_overdue(row)) for row in rows])
            for direction, rows in groupby(sheet.promises, key=lambda row: row.direction)
        ],
        "is_staff": is_staff,
        "papers": papers_of_activity(sheet, principal),
        "files": files_of(ACTIVITY, found, principal, get_language() or "de"),
        **_work(sheet, principal),
    }


def _by_role(involvements: list[Who], *, is_in_call: bool) -> list[tuple[str, list[Who]]]:
    """Selected ones stand among those who take part, and in the call too."""
    shown = [who for who in involvements if (who.row.role in CALL) == is_in_call]
    if not is_in_call:
        shown += [who for who in involvements if who.row.role == InvolvementRole.SELECTED]
    return [
        (str(InvolvementRole(role).label), list(rows)) for role, rows in groupby(shown, key=lambda who: who.row.role)
    ]


def _work(sheet: Sheet, principal: Principal) -> dict[str, Any]:
    """The next step, and what else may be done."""
    found = sheet.activity
    if not can_edit_activity(principal, found):
        return {"can_edit": False}
    words = {
        "plan": _("Planen"),
        "approve": _("Genehmigung festhalten"),
        "hold": _("Ergebnis festhalten"),
        "cancel": _("Absagen"),
    }
    steps = [
        (reverse(f"activity_{step}", args=[found.pk]), words[step])
        for step in moves(found.state, is_approved=kind_of(found).is_approved)
    ]
    promise = (_new_promise(sheet), _("Zusage festhalten"))
    primary, others = (steps[0], steps[1:]) if steps else (promise, [])
    point = reverse("programme_item_new", args=[found.pk]) + f"?day={found.starts_from.isoformat()}"
    return {"can_edit": True, "primary": primary, "steps": others, "add_promise": promise[0], "add_point": point}


def _new_promise(sheet: Sheet) -> str:
    """The form with what is known already: the only partnership, and who leads."""
    partnerships = sheet.links["partnership"]
    known = {"partnership_id": partnerships[0].pk if len(partnerships) == 1 else None}
    known["responsible_id"] = sheet.activity.lead_id
    return f"{reverse('activity_promise_new', args=[sheet.activity.pk])}?{urlencode(_said(known))}"


def _said(known: dict[str, int | None]) -> dict[str, int]:
    return {name: key for name, key in known.items() if key is not None}
