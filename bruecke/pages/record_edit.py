# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editing a record of any kind: its form, kept drafts, what happens where two save at once, earlier versions."""

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.pages.record_form import RecordForm
from bruecke.pages.record_kind import Kind
from bruecke.pages.record_kinds import KINDS
from bruecke.pages.signed_out import signed_in
from bruecke.pages.versioned_forms import (
    RestoreForm,
    VersionedForm,
    conflicts,
    from_draft,
    kept_or_dropped,
    rebase,
    says_the_same,
    show_problems,
)
from bruecke.records.editing import enter, fields_of, fill_in, fill_in_again, put_back, take_out
from bruecke.records.errors import Refused, StaleRecord
from bruecke.records.queries import draft_of


@signed_in
def edit(request: HttpRequest, pk: int, kind: Kind) -> HttpResponse:
    """The form of all that people fill in."""
    principal = _principal(request)
    record = _found(kind, pk, principal)
    _must_edit(kind, principal, record)
    if request.method == "POST":
        return _save(request, kind, record)
    kept = draft_of(principal=principal, address=request.path)
    form = kind.make_form(record, principal)
    if kept is not None:
        form.initial = from_draft(form, kept.fields)
    return _page(request, kind, record, form, {"kept": kept})


def _save(request: HttpRequest, kind: Kind, record: Any) -> HttpResponse:
    principal = _principal(request)
    form = kind.make_form(record, principal, request.POST)
    if not form.is_valid():
        return _page(request, kind, record, form, {})
    values, base = form.typed(), form.base()
    for name in values:
        if request.POST.get(f"wahl_{name}") == "gespeichert" and name in base:
            values[name] = base[name]
    try:
        saved = fill_in(
            record=record,
            rules=kind.rules,
            expected=form.cleaned_data["version"],
            fields=values,
            why=form.cleaned_data["why"],
            by=principal,
            draft=request.path,
        )
    except Refused as refusal:
        show_problems(form, refusal)
        return _page(request, kind, record, form, {})
    except StaleRecord as stale:
        saved = stale.record
        if not says_the_same(values, fields_of(saved, kind.rules.names)):
            return _conflict(request, kind, stale, base, values)
    messages.success(request, _("Gespeichert. Der frühere Stand steht im Verlauf."))
    return redirect(kind.page(saved))


def _conflict(
    request: HttpRequest, kind: Kind, stale: StaleRecord, base: dict[str, Any], mine: dict[str, Any]
) -> HttpResponse:
    """Both values of every field that differs; nothing typed is lost, and the next save is on the standing version."""
    theirs = fields_of(stale.record, kind.rules.names)
    form = kind.make_form(stale.record, _principal(request), request.POST)
    rebase(form, version=stale.record.version, grundlage=json.dumps(theirs))
    found = conflicts(base, mine, theirs, label=form.label, in_words=form.in_words)
    return _page(request, kind, stale.record, form, {"conflicts": found, "is_stale": True}, status=409)


@signed_in
def new(request: HttpRequest, kind: Kind, above: int | None = None) -> HttpResponse:
    """The form of a new record, or of a new one on the page of another."""
    blank = _blank(kind, above, _principal(request))
    _must_edit(kind, _principal(request), blank)
    principal = _principal(request)
    if request.method == "POST":
        return _enter(request, kind, blank)
    kept = draft_of(principal=principal, address=request.path)
    # A link may say what the new one belongs to: "?session_id=7".
    asked = {name: request.GET[name] for name in kind.rules.names if name in request.GET}
    form = kind.make_form(blank, principal, initial={"version": 0, **kind.blank, **asked})
    if kept is not None:
        form.initial = from_draft(form, kept.fields)
    return _page(request, kind, blank, form, {"kept": kept})


def _blank(kind: Kind, above: int | None, principal: Principal) -> Any:
    """A new one that hangs on the record above, None where nothing is above."""
    if kind.above is None:
        return None
    try:
        return kind.above.make(kind.above.find(above, principal=principal))
    except ObjectDoesNotExist:
        raise Http404 from None


def _enter(request: HttpRequest, kind: Kind, blank: Any) -> HttpResponse:
    principal = _principal(request)
    form = kind.make_form(blank, principal, request.POST)
    if not form.is_valid():
        return _page(request, kind, blank, form, {})
    said = {"fields": form.typed(), "by": principal, "why": form.cleaned_data["why"], "draft": request.path}
    try:
        record = enter(record=blank, rules=kind.rules, **said) if kind.enter is None else kind.enter(**said)
    except Refused as refusal:
        show_problems(form, refusal)
        return _page(request, kind, blank, form, {})
    messages.success(request, _("Angelegt."))
    return redirect(kind.page(record))


def _page(
    request: HttpRequest, kind: Kind, record: Any, form: RecordForm, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    is_new = record is None or record.pk is None
    context = {
        "title": kind.new_title if is_new else kind.title,
        "subject": _subject(kind, record),
        "back": reverse(kind.back) if record is None else kind.page(record),
        "draft_href": f"{request.path}entwurf/",
        "form": form,
        "entry": record if kind.is_entry and not is_new else None,
    }
    return render(request, "records/edit.html", context | more, status=status)


def _subject(kind: Kind, record: Any) -> str:
    """What the form is about: the record, or the one a new one hangs on."""
    if record is None:
        return ""
    return str(getattr(record, kind.above.column)) if record.pk is None and kind.above else str(record)


@require_POST
@signed_in
def draft(request: HttpRequest, pk: int, kind: Kind) -> HttpResponse:
    """Keep what was typed so far, or drop it ("verwerfen")."""
    record = _found(kind, pk, _principal(request))
    _must_edit(kind, _principal(request), record)
    return kept_or_dropped(request, reverse(f"{kind.name}_edit", args=[pk]))


@require_POST
@signed_in
def new_draft(request: HttpRequest, kind: Kind, above: int | None = None) -> HttpResponse:
    """Keep what was typed into the form of a new record so far, or drop it."""
    blank = _blank(kind, above, _principal(request))
    address = reverse(f"{kind.name}_new", args=[] if above is None else [above])
    _must_edit(kind, _principal(request), blank)
    return kept_or_dropped(request, address)


@require_POST
@signed_in
def remove(request: HttpRequest, pk: int, kind: Kind) -> HttpResponse:
    """Take a row out of its record, or put it back ("zurueck"); both can be undone by the other."""
    principal = _principal(request)
    record = _found(kind, pk, principal)
    _must_edit(kind, principal, record)
    form = VersionedForm(request.POST)
    if not form.is_valid():
        return redirect(f"{kind.name}_edit", pk)
    verb = put_back if "zurueck" in request.POST else take_out
    try:
        entry = verb(entry=record, rules=kind.rules, expected=form.cleaned_data["version"], by=principal)
    except StaleRecord:
        messages.error(request, _("Inzwischen hat jemand gespeichert. Bitte prüfen Sie den Eintrag noch einmal."))
        return redirect(f"{kind.name}_edit", pk)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(kind.page(record))
    if entry.removed_at is None:
        messages.success(request, _("Der Eintrag steht wieder da."))
        return redirect(kind.page(entry))
    messages.success(request, _("Herausgenommen. Hier lässt es sich zurückholen."))
    return redirect(f"{kind.name}_edit", pk)


@signed_in
def restore(request: HttpRequest, pk: int, version: int, kind: Kind) -> HttpResponse:
    """Bring an earlier version back, as a new one."""
    principal = _principal(request)
    record = _found(kind, pk, principal)
    _must_edit(kind, principal, record)
    form = RestoreForm(request.POST if request.method == "POST" else None, initial={"version": record.version})
    if request.method == "POST" and form.is_valid() and _restored(kind, record, version, form, principal):
        messages.success(request, _("Gespeichert. Der frühere Stand steht im Verlauf."))
        return redirect(kind.page(record))
    title = _("Stand %(n)s wiederherstellen") % {"n": version}
    context = {"href": kind.page(record), "subject": str(record), "form": form, "title": title}
    return render(request, "records/small.html", context | {"verb": _("Diesen Stand wiederherstellen")})


def _restored(kind: Kind, record: Any, version: int, form: RestoreForm, by: Principal) -> bool:
    """Do it; False with the reason at the form where it is refused."""
    expected, why = form.cleaned_data["version"], form.cleaned_data["why"]
    try:
        fill_in_again(record=record, rules=kind.rules, expected=expected, version=version, why=why, by=by)
    except Refused as refusal:
        show_problems(form, refusal)
    except StaleRecord as stale:
        rebase(form, version=stale.record.version)
        form.add_error(None, _("Inzwischen hat jemand gespeichert. Bitte prüfen Sie den Verlauf."))
    else:
        return True
    return False


def _principal(request: HttpRequest) -> Principal:
    return request.principal  # type: ignore[attr-defined, no-any-return]


def _found(kind: Kind, pk: int, principal: Principal) -> Any:
    """The record, or "not found" also where it may not be known of."""
    try:
        return kind.find(pk, principal=principal)
    except ObjectDoesNotExist:
        raise Http404 from None


def _must_edit(kind: Kind, principal: Principal, record: Any) -> None:
    if not kind.rules.may(principal, record):
        raise PermissionDenied


def addresses(kind: Kind) -> list[URLPattern]:
    """The addresses of one kind's forms."""
    found = [
        path(f"{kind.folder}/<int:pk>/bearbeiten/", edit, {"kind": kind}, name=f"{kind.name}_edit"),
        path(f"{kind.folder}/<int:pk>/bearbeiten/entwurf/", draft, {"kind": kind}, name=f"{kind.name}_draft"),
        path(f"{kind.folder}/<int:pk>/stand/<int:version>/", restore, {"kind": kind}, name=f"{kind.name}_restore"),
    ]
    start = f"{kind.above.folder}/<int:above>/{kind.folder}" if kind.above else kind.folder
    if kind.above or kind.enter:
        found += [
            path(f"{start}/neu/", new, {"kind": kind}, name=f"{kind.name}_new"),
            path(f"{start}/neu/entwurf/", new_draft, {"kind": kind}, name=f"{kind.name}_new_draft"),
        ]
    if kind.is_entry:
        found.append(path(f"{kind.folder}/<int:pk>/entfernen/", remove, {"kind": kind}, name=f"{kind.name}_remove"))
    return found


urlpatterns = [pattern for kind in KINDS for pattern in addresses(kind)]
