# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies: the list, and the sheets of a body, a session, a decision and a task."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.bodies.models import AgendaItem, Body, Decision, Session, SessionState, Task
from bruecke.bodies.permissions import can_edit_bodies, can_settle_task
from bruecke.bodies.queries import (
    SHOWN,
    BodySheet,
    SessionSheet,
    body_sheet,
    decision_sheet,
    known_tasks,
    session_sheet,
    task_sheet,
)
from bruecke.bodies.queries import bodies as known_bodies
from bruecke.clearance.queries import circulations_of
from bruecke.pages import bodies_records as kinds
from bruecke.pages.attachment_list import files_of
from bruecke.pages.bodies_words import fuzzy, lateness, member_rows, session_name, task_rows
from bruecke.pages.paper_links import papers_of_session
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_kind import new_href, working
from bruecke.strategy.queries.agenda import known_measures
from bruecke.strategy.queries.decisions import resting_on

Crumbs = list[tuple[str, str]]


def bodies(request: HttpRequest) -> HttpResponse:
    """All bodies by kind, with what comes next and what is open."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    rows = [
        {"body": body, "kind": body.get_kind_display(), "next": fuzzy(body.next_on or "")}  # type: ignore[attr-defined]
        for body in known_bodies(principal=principal)
    ]
    groups = [(kind, list(group)) for kind, group in groupby(rows, key=lambda row: row["kind"])]
    new = new_href(kinds.BODY, principal) if can_edit_bodies(principal) else ""
    return render(request, "bodies/list.html", {"groups": groups, "new_href": new})


def body(request: HttpRequest, pk: int) -> HttpResponse:
    """One body: members, sessions, decisions, tasks."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = body_sheet(pk, principal=principal)
    except Body.DoesNotExist:
        raise Http404 from None
    return render(request, "bodies/body.html", _body(sheet, principal) | working(kinds.BODY, sheet.body, principal))


def _body(sheet: BodySheet, principal: Principal) -> dict[str, Any]:
    return {
        "sheet": sheet,
        "crumbs": _crumbs(None),
        "members": member_rows(sheet.members),
        "sessions": [(session, session_name(session)) for session in sheet.sessions],
        "tasks": task_rows(sheet.open_tasks),
        "settled": task_rows(sheet.settled_tasks),
        "shown": SHOWN,
        "new": _new_on(sheet.body, principal),
    }


def _new_on(body: Body | None, principal: Principal) -> dict[str, str]:
    """Addresses of what may be entered on the page of a body, by name of its kind; {} for those who may not."""
    if body is None or not can_edit_bodies(principal):
        return {}
    offered = (kinds.MEMBER, kinds.SESSION, kinds.DECISION, kinds.TASK)
    return {kind.name: new_href(kind, principal, body) for kind in offered}


def session(request: HttpRequest, pk: int) -> HttpResponse:
    """One session: agenda, minutes, decisions, tasks."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = session_sheet(pk, principal=principal)
    except Session.DoesNotExist:
        raise Http404 from None
    may = can_edit_bodies(principal)
    context = {
        "sheet": sheet,
        "title": session_name(sheet.session),
        "crumbs": _crumbs(sheet.body),
        "agenda": _agenda(sheet, principal),
        "tasks": task_rows(sheet.tasks),
        "may": may,
        "next_position": max((item.position for item in sheet.agenda), default=0) + 1,
        "may_propose": may and sheet.session.state == SessionState.PLANNED,
        "new": _new_on(sheet.body, principal),
        "papers": papers_of_session(pk, principal),
        "files": files_of(kinds.SESSION, sheet.session, principal, get_language() or "de"),
        "circulations": circulations_of("session", pk, principal=principal) if principal.is_staff else [],
    }
    return render(request, "bodies/session.html", context | working(kinds.SESSION, sheet.session, principal))


def _agenda(sheet: SessionSheet, principal: Principal) -> list[tuple[AgendaItem, str]]:
    """The points, each with the address of what it is about; "" where that may not be known of."""
    pages = {"task": ("task", known_tasks), "measure": ("measure", known_measures)}
    known: dict[tuple[str, int], str] = {}
    for kind, (name, find) in pages.items():
        keys = [item.subject_id for item in sheet.agenda if item.subject_type == kind and item.subject_id]
        found = find(keys, principal=principal)
        known |= {(kind, key): reverse(name, args=[key]) for key in found}
    return [(item, known.get((item.subject_type, item.subject_id or 0), "")) for item in sheet.agenda]


def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision: what it says, what follows from it, what rests on it."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = decision_sheet(pk, principal=principal)
    except Decision.DoesNotExist:
        raise Http404 from None
    context = {
        "sheet": sheet,
        "crumbs": _crumbs(sheet.body),
        "session_name": session_name(sheet.session) if sheet.session else "",
        "tasks": task_rows(sheet.follow_ups),
        "resting": resting_on(pk, principal=principal),
        "files": files_of(kinds.DECISION, sheet.decision, principal, get_language() or "de"),
        "new": _new_on(sheet.body, principal),
    }
    return render(request, "bodies/decision.html", context | working(kinds.DECISION, sheet.decision, principal))


def task(request: HttpRequest, pk: int) -> HttpResponse:
    """One task: who, until when, what became of it."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = task_sheet(pk, principal=principal)
    except Task.DoesNotExist:
        raise Http404 from None
    context = {
        "sheet": sheet,
        "crumbs": _crumbs(sheet.body),
        "late": lateness(sheet.task),
        "session_name": session_name(sheet.session) if sheet.session else "",
        "may_settle": can_settle_task(principal, responsible_house=house_of(sheet.task)) and not sheet.task.is_settled,
    }
    return render(request, "bodies/task.html", context | working(kinds.TASK, sheet.task, principal))


def house_of(task: Task) -> int | None:
    """The house that is responsible, as permissions ask for it."""
    return task.responsible.house_id if task.responsible else None


def _crumbs(body: Body | None) -> Crumbs:
    above = [(reverse("body", args=[body.pk]), str(body))] if body else []
    return [(reverse("bodies"), _("Gremien")), *above]


urlpatterns = [
    path("gremien/", bodies, name="bodies"),
    path("gremien/<int:pk>/", body, name="body"),
    path("sitzungen/<int:pk>/", session, name="session"),
    path("beschluesse/<int:pk>/", decision, name="decision"),
    path("aufgaben/<int:pk>/", task, name="task"),
    *(pattern for kind in kinds.KINDS for pattern in addresses(kind)),
]
