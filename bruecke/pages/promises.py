# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises: what we owe, what they owe us, what is overdue; one of them, and what became of it."""

import re
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.promises import reopen_promise, settle_promise
from bruecke.activities.models import Promise, PromiseState
from bruecke.activities.permissions import can_edit_promise, can_enter_activity
from bruecke.activities.queries.promises import DIRECTIONS, STATES, promise_page, seen_promise, told
from bruecke.pages.activity_records import PROMISE
from bruecke.pages.activity_step_forms import ReopenForm, SettleForm
from bruecke.pages.activity_steps import done, stopped
from bruecke.pages.kept_main import KeptMain
from bruecke.pages.record_kind import working


def promises(request: HttpRequest) -> HttpResponse:
    """The list: who owes and how it stands are the address."""
    return render(request, "activities/promises.html", {"found": _found(request)})


def _context(given: QueryDict, principal: Principal) -> dict[str, Any]:
    state, direction = given.get("stand", "offen"), given.get("wer", "")
    state = state if state in STATES else "offen"
    direction = direction if direction in DIRECTIONS else ""
    number, partner = _number(given.get("seite", "")), given.get("partnerschaft", "")
    page = promise_page(principal=principal, state=state, direction=direction, partnership=partner, page=number)
    here = _address(state, direction, partner)
    return {
        "rows": page.lines,
        "previous": f"{here}&seite={number - 1}" if number > 1 else "",
        "next": f"{here}&seite={number + 1}" if page.has_more else "",
        "states": [(_address(code, direction, partner), label, code == state) for code, label in _states().items()],
        "directions": [
            (_address(state, code, partner), label, code == direction) for code, label in _directions().items()
        ],
        "is_of_one": bool(partner),
        "can_enter": can_enter_activity(principal),
    }


_found = KeptMain("activities/owed.html", _context)


def _number(asked: str) -> int:
    """The page asked for; the first where it is none."""
    return int(asked) if re.fullmatch(r"[1-9]\d{0,5}", asked, re.ASCII) else 1


def _states() -> dict[str, str]:
    return {
        "offen": _("offen"),
        "ueberfaellig": _("überfällig"),
        "eingeloest": _("eingelöst"),
        "nicht-eingeloest": _("nicht eingelöst"),
        "erledigt": _("erledigt ohne Einlösung"),
        "alle": _("alle"),
    }


def _directions() -> dict[str, str]:
    return {"": _("beide"), "wir": _("wir schulden"), "sie": _("uns wird geschuldet")}


def _address(state: str, direction: str, partner: str) -> str:
    said = {"stand": state, "wer": direction, "partnerschaft": partner}
    return "?" + urlencode({name: value for name, value in said.items() if value})


def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """One promise."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    found = _found_or_404(pk, principal)
    context: dict[str, Any] = {
        "promise": found,
        "line": told([found], principal=principal)[0],
        "crumbs": [(reverse("promises"), _("Zusagen"))],
        "can_edit": can_edit_promise(principal, found),
        "is_open": found.state == PromiseState.OPEN,
        "is_staff": principal.is_staff,
    }
    return render(request, "activities/promise.html", context | working(PROMISE, found, principal))


def _found_or_404(pk: int, principal: Principal) -> Promise:
    try:
        return seen_promise(pk, principal=principal)
    except Promise.DoesNotExist:
        raise Http404 from None


def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of it; or, once settled, open it again."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    found = _found_or_404(pk, principal)
    if (stop := stopped(request, can_edit_promise(principal, found))) is not None:
        return stop
    is_open = found.state == PromiseState.OPEN
    form_class, verb = (SettleForm, settle_promise) if is_open else (ReopenForm, reopen_promise)
    form = form_class(request.POST or None, initial={"version": found.version})
    title = _("Was daraus wurde") if is_open else _("Zusage wieder öffnen")
    act = lambda said: verb(promise=found, by=principal, **said)  # noqa: E731
    return done(request, form, act, title, found.text, reverse("promise", args=[pk]))


urlpatterns = [
    path("zusagen/", promises, name="promises"),
    path("zusagen/<int:pk>/", promise, name="promise"),
    path("zusagen/<int:pk>/erledigen/", settle, name="promise_settle"),
]
