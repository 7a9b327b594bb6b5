# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables on their way in: the list with its upload form, and one table in each of its states."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.intake import table_mapping, table_meta
from bruecke.intake.actions import tables as actions
from bruecke.intake.actions.table_check import OUTSIDE
from bruecke.intake.errors import IntakeRefused, NotStored
from bruecke.intake.models import RowState, TableImport, TableState
from bruecke.intake.queries.tables import every_row, in_order, missing_in, remembered, rows_of, table_of, tables
from bruecke.intake.table_mapping import OURS
from bruecke.intake.table_target import Target, targets
from bruecke.pages.intake import coordinator
from bruecke.pages.signed_out import signed_in
from bruecke.pages.table_files import table_response
from bruecke.pages.table_forms import AssignForm, TableForm
from bruecke.pages.table_words import download_cells, file_name_of, rows_in_words
from bruecke.publish.tables import Column, Table

log = logging.getLogger(__name__)

_AT_WORK = {TableState.READING, TableState.CHECKING, TableState.WRITING}
_LONG = 2000
"""Rows that take so long to write at once that others notice."""
_NUMBER = 9
"""Digits of a row's number in an address."""


def table_for(request: HttpRequest, pk: int) -> tuple[Principal, TableImport, Target]:
    """The table at an address, for those who may see it."""
    principal = coordinator(request)
    table = table_of(pk)
    if table is None or table.target not in targets():
        raise Http404
    return principal, table, targets()[table.target]


@signed_in
def listing(request: HttpRequest) -> HttpResponse:
    """What was brought in so far, and the form to bring in more."""
    principal = coordinator(request)
    is_sent = request.method == "POST"
    form = TableForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    status = 422 if is_sent else 200
    if is_sent and form.is_valid():
        try:
            return redirect("table", _received(form, principal).pk)
        except NotStored as error:
            log.error("an upload could not be kept: %s", error.error)
            form.add_error("file", str(error))
            status = 507
    known = targets()
    rows = [(table, known[table.target].label) for table in tables() if table.target in known]
    return render(
        request, "intake/tables.html", {"form": form, "tables": rows, "targets": known.values()}, status=status
    )


def _received(form: TableForm, principal: Principal) -> TableImport:
    file = form.cleaned_data["file"]
    data = Path(file.temporary_file_path()) if isinstance(file, TemporaryUploadedFile) else file.read()
    return actions.receive_table(data=data, file_name=file.name or "", target=form.cleaned_data["target"], by=principal)


@signed_in
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One table: at work, unreadable, to be assigned, as a preview, taken over or put away."""
    _principal, table, target = table_for(request, pk)
    if table.state == TableState.MAPPING:
        return redirect("table_assign", pk)
    if table.state in {TableState.PREVIEW, TableState.TAKEN}:
        return _preview(request, table, target)
    is_running = table.state in _AT_WORK and not actions.is_stopped(table)
    meta = table_meta.read(table.meta)
    message = meta.english if table.state == TableState.FAILED and get_language() == "en" else table.message
    context = {"table": table, "target": target, "job": table.job, "is_running": is_running, "message": message}
    response = render(request, "intake/table_state.html", context)
    if is_running:
        response.headers["Refresh"] = "3"
    return response


def _preview(request: HttpRequest, table: TableImport, target: Target) -> HttpResponse:
    counts = in_order(table.counts)
    states = [state for state, _number in counts]
    wanted = request.GET.get("zeige", "")
    state = next((each for each in states if each == wanted), states[0] if states else RowState.NEW)
    page = rows_of(table, state, _after(request))
    here = reverse("table", args=[table.pk])
    context = {
        "table": table,
        "target": target,
        "meta": table_meta.read(table.meta),
        "state": state,
        "tabs": [
            {"href": f"{here}?zeige={each}", "label": each.label, "count": number, "is_current": each == state}
            for each, number in counts
        ],
        "rows": rows_in_words(table, page.rows, target),
        "next": f"{here}?zeige={state}&ab={page.after}" if page.after is not None else "",
        "previous": f"{here}?zeige={state}" if _after(request) else "",
        "outside": table.counts.get(OUTSIDE, 0),
        "errors": table.counts.get(RowState.ERROR, 0),
        "good": sum(number for each, number in counts if each not in {RowState.ERROR, RowState.DUPLICATE}),
        "is_long": sum(number for _each, number in counts) > _LONG,
        "is_preview": table.state == TableState.PREVIEW,
        "missing": missing_in(table),
    }
    return render(request, "intake/table_preview.html", context)


def _after(request: HttpRequest) -> int:
    text = request.GET.get("ab", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _NUMBER else 0


@signed_in
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Which column of the file is which, and which rows are wanted."""
    principal, table, target = table_for(request, pk)
    if table.state not in {TableState.MAPPING, TableState.PREVIEW}:
        return redirect("table", pk)
    meta = table_meta.read(table.meta)
    kept = table_mapping.read(table.mapping) if table.mapping else remembered(table)
    is_sent = request.method == "POST"
    form = AssignForm(request.POST if is_sent else None, target=target, meta=meta, known=kept)
    if is_sent and form.is_valid():
        return _done(request, table, lambda: actions.assign(table=table, assignment=form.assignment(), by=principal))
    context = {
        "table": table,
        "target": target,
        "meta": meta,
        "form": form,
        "is_remembered": kept is not None and not table.mapping,
    }
    return render(request, "intake/table_assign.html", context, status=422 if is_sent else 200)


def _done(request: HttpRequest, table: TableImport, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except IntakeRefused as error:
        messages.warning(request, str(error))
    return redirect("table", table.pk)


@require_POST
@signed_in
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """An act on a table: choose, take over, go on, put away."""
    principal, table, _target = table_for(request, pk)
    verbs: dict[str, Callable[[], object]] = {
        "choose": lambda: actions.choose(table=table, rows=_chosen(request), by=principal),
        "choose_file": lambda: actions.choose(table=table, rows=True, by=principal),
        "choose_ours": lambda: actions.choose(table=table, rows=False, by=principal),
        "take_whole": lambda: actions.take_over(table=table, is_whole=True, by=principal),
        "take_good": lambda: actions.take_over(table=table, is_whole=False, by=principal),
        "go_on": lambda: actions.go_on(table=table, by=principal),
        "put_away": lambda: actions.put_away(table=table, by=principal),
    }
    verb = verbs.get(request.POST.get("act", ""))
    if verb is None:
        raise Http404
    return _done(request, table, verb)


def _chosen(request: HttpRequest) -> dict[int, bool]:
    chosen = {name.removeprefix("row-"): value for name, value in request.POST.items() if name.startswith("row-")}
    return {int(pk): value == "file" for pk, value in chosen.items() if pk.isascii() and pk.isdigit() and len(pk) < 19}


@signed_in
def rows_file(request: HttpRequest, pk: int, ending: str) -> HttpResponseBase:
    """The rows of a state as they came, with what is wrong: to be corrected and brought in again."""
    _principal, table, target = table_for(request, pk)
    wanted = request.GET.get("zeige", "")
    state = wanted if wanted in RowState.values else RowState.ERROR
    header = [title for title in table_meta.read(table.meta).header if not title.startswith(OURS)]
    columns: list[Any] = [Column(title, 24) for title in header]
    file = Table(
        title=_("Zeilen"),
        columns=(*columns, Column(OURS + _("Zeile"), 10), Column(OURS + _("Was zu berichtigen ist"), 80)),
        rows=(download_cells(row, target, len(header)) for row in every_row(table, state)),
        language=get_language() or "de",
    )
    return table_response(file, f"{file_name_of(table)}-{state}", ending)


urlpatterns = [
    path("einlesen/tabellen/", listing, name="tables"),
    path("einlesen/tabellen/<int:pk>/", one, name="table"),
    path("einlesen/tabellen/<int:pk>/zuordnung/", assign, name="table_assign"),
    path("einlesen/tabellen/<int:pk>/auftrag/", act, name="table_act"),
    path("einlesen/tabellen/<int:pk>/zeilen.csv", rows_file, {"ending": "csv"}, "table_rows_csv"),
    path("einlesen/tabellen/<int:pk>/zeilen.xlsx", rows_file, {"ending": "xlsx"}, "table_rows_xlsx"),
]
