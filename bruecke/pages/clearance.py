# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Co-signature: what waits for whom, one circulation with its log, and the short forms around it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.clearance import actions
from bruecke.clearance.models import Circulation, CirculationState
from bruecke.clearance.permissions import can_circulate, can_read_circulations
from bruecke.clearance.queries import (
    CirculationSheet,
    LogLine,
    answerable,
    circulation_sheet,
    circulations,
    seen_circulation,
)
from bruecke.pages.bodies_work import act, refused
from bruecke.pages.clearance_forms import AnswerForm, CirculateForm, DaysForm, ReasonForm
from bruecke.pages.clearance_subjects import SUBJECTS, Standing, standing_of
from bruecke.pages.versioned_forms import VersionedForm
from bruecke.records.errors import NotAllowed


def clearance(request: HttpRequest) -> HttpResponse:
    """What waits for the own house, what else goes round, what is closed."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if (stop := refused(request, is_allowed=can_read_circulations(principal))) is not None:
        return stop
    rows = circulations(principal=principal)
    running = [row for row in rows if row.circulation.state == CirculationState.OPEN]
    context = {
        "mine": [row for row in running if row.is_mine],
        "others": [row for row in running if not row.is_mine],
        "closed": rows[len(running) :],
    }
    return render(request, "clearance/list.html", context)


def circulation(request: HttpRequest, pk: int) -> HttpResponse:
    """One circulation: who said what on the content as it is, and all that happened."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if principal.is_public:
        return redirect_to_login(request.get_full_path())
    try:
        sheet = circulation_sheet(pk, principal=principal)
    except Circulation.DoesNotExist:
        raise Http404 from None
    return render(request, "clearance/circulation.html", _context(sheet, principal))


def _context(sheet: CirculationSheet, principal: Principal) -> dict[str, Any]:
    found = sheet.circulation
    standing = standing_of(found, principal)
    may, is_running = can_circulate(principal), found.state == CirculationState.OPEN
    is_changed = standing is not None and standing.subject.content_hash != found.content_hash
    return {
        "sheet": sheet,
        "circulation": found,
        "crumbs": [(reverse("clearance"), _("Mitzeichnung"))],
        "standing": standing,
        "is_changed": is_changed and found.state != CirculationState.WITHDRAWN,
        "log": [{"line": line, "text": _act_in_words(line)} for line in sheet.log],
        "is_running": is_running,
        "may": may,
        "may_answer": not is_changed and bool(answerable(found, principal=principal)),
    }


def _act_in_words(line: LogLine) -> str:
    """What happened; whoever was silent is named."""
    names = ", ".join(name or _("nicht für Sie sichtbar") for name in line.names)
    sentences = {
        "circulated": _("Zur Mitzeichnung gegeben an %(names)s."),
        "content_changed": _("Der Inhalt wurde geändert. Hinfällig: die Antworten von %(names)s.")
        if names
        else _("Der Inhalt wurde geändert. Es lag noch keine Antwort vor."),
        "cleared": _("Von allen mitgezeichnet."),
        "proceeded": _("Nach Ablauf der Frist fortgesetzt. Keine Antwort von %(names)s.")
        if names
        else _("Nach Ablauf der Frist fortgesetzt. Alle haben geantwortet."),
        "withdrawn": _("Zurückgezogen."),
    }
    return sentences[line.verb] % {"names": names} if line.verb in sentences else ""


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer for one's house, on one content or on all parts of the paper that wait for it."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    found = _found(request, pk)
    if isinstance(found, HttpResponse):
        return found
    offered = answerable(found, principal=principal)
    if not offered:
        raise PermissionDenied
    standing = standing_of(found, principal)
    if standing is not None and standing.subject.content_hash != found.content_hash:
        messages.error(request, _("Der Inhalt wurde inzwischen geändert. Gezeichnet wird erst die neue Fassung."))
        return redirect("circulation", pk)
    # What is signed is what the form showed: its hash comes back with the answer.
    form = AnswerForm(request.POST if request.method == "POST" else None, circulation=found, offered=offered)
    if request.method == "POST" and form.is_valid() and act(form, lambda: _answer(form, principal)):
        messages.success(request, _("Ihre Antwort ist festgehalten."))
        return redirect("circulation", pk)
    return _small(request, found, form, _("Mitzeichnen"))


def _answer(form: AnswerForm, by: Principal) -> None:
    said = form.cleaned_data
    word = actions.Word(said["answer"], said["text"])
    try:
        actions.answer(seen=form.seen(), organisation=form.organisation, word=word, by=by)
    except NotAllowed:
        raise PermissionDenied from None


def proceed(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on after the deadline, with a reason."""

    def do(found: Circulation, said: dict[str, Any], by: Principal) -> object:
        return actions.proceed(circulation=found, expected=said["version"], reason=said["reason"], by=by)

    return _coordinate(request, pk, ReasonForm, do, _("Ohne vollständige Mitzeichnung fortsetzen"))


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it back, with a reason."""

    def do(found: Circulation, said: dict[str, Any], by: Principal) -> object:
        return actions.withdraw(circulation=found, expected=said["version"], reason=said["reason"], by=by)

    return _coordinate(request, pk, ReasonForm, do, _("Mitzeichnung zurückziehen"))


def renew(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the edited content round; the answers on the old one become void."""

    def do(found: Circulation, said: dict[str, Any], by: Principal) -> object:
        standing = standing_of(found, by)
        if standing is None:
            raise Http404
        content = standing.subject.content_hash
        return actions.content_changed(
            circulation=found, expected=said["version"], content=content, days=said["days"], by=by
        )

    return _coordinate(request, pk, DaysForm, do, _("Neue Fassung zur Mitzeichnung geben"))


def _coordinate(
    request: HttpRequest,
    pk: int,
    kind: type[VersionedForm],
    do: Callable[[Circulation, dict[str, Any], Principal], object],
    title: str,
) -> HttpResponse:
    """A page with one short form for the coordinator: show it, or do what it says and go back."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    found = _found(request, pk)
    if isinstance(found, HttpResponse):
        return found
    if not can_circulate(principal):
        raise PermissionDenied
    form = kind(request.POST if request.method == "POST" else None, initial={"version": found.version})
    if request.method == "POST" and form.is_valid() and act(form, lambda: do(found, form.cleaned_data, principal)):
        messages.success(request, _("Festgehalten."))
        return redirect("circulation", pk)
    return _small(request, found, form, title)


def _found(request: HttpRequest, pk: int) -> Circulation | HttpResponse:
    """The circulation; sign in first; "not found" also where it may not be known of."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if principal.is_public:
        return redirect_to_login(request.get_full_path())
    try:
        return seen_circulation(pk, principal=principal)
    except Circulation.DoesNotExist:
        raise Http404 from None


def _small(request: HttpRequest, found: Circulation, form: Form, title: str) -> HttpResponse:
    href = reverse("circulation", args=[found.pk])
    return render(request, "records/small.html", {"href": href, "subject": found.title, "form": form, "title": title})


def circulate(request: HttpRequest, type: str, pk: int) -> HttpResponse:
    """Ask houses to co-sign a record's content."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if (stop := refused(request, is_allowed=can_circulate(principal))) is not None:
        return stop
    try:
        standing = SUBJECTS[type](pk, principal)
    except (KeyError, ObjectDoesNotExist):
        raise Http404 from None
    form = CirculateForm(request.POST if request.method == "POST" else None, principal=principal)
    if request.method == "POST" and form.is_valid() and act(form, lambda: _circulate(form, standing, principal)):
        messages.success(request, _("Zur Mitzeichnung gegeben."))
        return redirect("clearance")
    context = {
        "href": standing.href,
        "subject": standing.subject.title,
        "form": form,
        "title": _("Zur Mitzeichnung geben"),
    }
    return render(request, "records/small.html", context)


def _circulate(form: CirculateForm, standing: Standing, by: Principal) -> None:
    said = form.cleaned_data
    actions.circulate(subject=standing.subject, addressees=said["addressees"], days=said["days"], by=by)


urlpatterns = [
    path("mitzeichnung/", clearance, name="clearance"),
    path("mitzeichnung/<int:pk>/", circulation, name="circulation"),
    path("mitzeichnung/<int:pk>/antwort/", answer, name="circulation_answer"),
    path("mitzeichnung/<int:pk>/fortsetzen/", proceed, name="circulation_proceed"),
    path("mitzeichnung/<int:pk>/zurueckziehen/", withdraw, name="circulation_withdraw"),
    path("mitzeichnung/<int:pk>/neue-fassung/", renew, name="circulation_renew"),
    path("mitzeichnung/neu/<slug:type>/<int:pk>/", circulate, name="circulation_new"),
]
