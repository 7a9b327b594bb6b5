# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents on their way in: the list with its upload form, one import in each of its states, publishing."""

import logging
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.intake import actions, meta
from bruecke.intake.errors import AlreadyImported, IntakeRefused, NotReady, NotStored
from bruecke.intake.models import ImportDraft, ImportState
from bruecke.intake.permissions import can_import
from bruecke.intake.queries.drafts import draft_of, drafts, readiness, strategies
from bruecke.pages import review
from bruecke.pages.signed_out import signed_in
from bruecke.reader.limits import LIMITS, MEGABYTE
from bruecke.strategy.models import Strategy

log = logging.getLogger(__name__)

MOST_MEGABYTES = LIMITS.file_bytes // MEGABYTE


def coordinator(request: HttpRequest) -> Principal:
    """Who asks, if they may import; nobody else learns what waits here."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if not can_import(principal):
        raise PermissionDenied
    return principal


def draft_for(request: HttpRequest, pk: int) -> tuple[Principal, ImportDraft]:
    """The import at an address, for those who may see it."""
    principal = coordinator(request)
    draft = draft_of(pk)
    if draft is None:
        raise Http404
    return principal, draft


class UploadForm(forms.Form):
    """A document, and the strategy it is a later edition of."""

    file = forms.FileField(
        label=gettext_lazy("Dokument"),
        help_text=format_lazy(
            gettext_lazy("Text, Markdown, HTML, DOCX, ODT oder PDF, höchstens {mb} MB."), mb=MOST_MEGABYTES
        ),
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie eine Datei."),
            "empty": gettext_lazy("Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige gewählt haben."),
        },
    )
    strategy: forms.ModelChoiceField[Strategy] = forms.ModelChoiceField(
        label=gettext_lazy("Gehört zu"),
        queryset=None,
        required=False,
        empty_label=gettext_lazy("einer neuen Strategie"),
        help_text=gettext_lazy("Bei einer späteren Fassung werden die Maßnahmen mit den bestehenden verglichen."),
    )

    def __init__(self, *args: Any, principal: Principal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["strategy"]
        field.queryset = strategies(principal=principal)  # type: ignore[attr-defined]

    def clean_file(self) -> UploadedFile[bytes]:
        """Not larger than what is read at all."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LIMITS.file_bytes:
            raise forms.ValidationError(
                _("Die Datei ist größer als %(mb)d MB. Bitte entfernen Sie Bilder oder teilen Sie das Dokument.")
                % {"mb": MOST_MEGABYTES}
            )
        return file


@signed_in
def listing(request: HttpRequest) -> HttpResponse:
    """What was brought in so far, and the form to bring in more."""
    principal = coordinator(request)
    is_sent = request.method == "POST"
    form = UploadForm(request.POST if is_sent else None, request.FILES if is_sent else None, principal=principal)
    status = 422 if is_sent else 200
    if is_sent and form.is_valid():
        try:
            return _received(form, principal, request)
        except NotStored as error:
            log.error("an upload could not be kept: %s", error.error)
            form.add_error("file", str(error))
            status = 507
    return render(request, "intake/list.html", {"form": form, "drafts": drafts()}, status=status)


def _received(form: UploadForm, principal: Principal, request: HttpRequest) -> HttpResponse:
    file = form.cleaned_data["file"]
    data = Path(file.temporary_file_path()) if isinstance(file, TemporaryUploadedFile) else file.read()
    try:
        draft = actions.receive(
            data=data, file_name=file.name or "", by=principal, strategy=form.cleaned_data["strategy"]
        )
    except AlreadyImported as error:
        return render(request, "intake/known.html", {"draft": error.draft}, status=409)
    return redirect("intake_draft", draft.pk)


@signed_in
def one(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One import: being read, unreadable, under review, being published, or published."""
    _principal, draft = draft_for(request, pk)
    if draft.state == ImportState.WAITING:
        return review.page(request, draft)
    if draft.state == ImportState.PUBLISHED and draft.edition_id:
        return redirect("edition_document", draft.edition_id)
    is_interrupted = draft.job is not None and draft.job.is_interrupted
    is_running = draft.state in {ImportState.READING, ImportState.PUBLISHING} and not is_interrupted
    notes = meta.read(draft.meta).notes if draft.state == ImportState.FAILED else ()
    message = notes[0].english if notes and get_language() == "en" else draft.message
    response = render(
        request, "intake/state.html", {"draft": draft, "job": draft.job, "is_running": is_running, "message": message}
    )
    if is_running and draft.job and draft.job.state in {"waiting", "running"}:
        response.headers["Refresh"] = "3"
    return response


@require_POST
@signed_in
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """An act on an import as a whole: retry, resume or discard."""
    principal, draft = draft_for(request, pk)
    verb = request.POST.get("act", "")
    try:
        if verb == "retry":
            actions.retry(draft=draft, by=principal)
        elif verb == "resume":
            actions.resume(import_draft=draft, by=principal)
        elif verb == "discard":
            actions.discard(draft=draft, by=principal, why=request.POST.get("why", ""))
        else:
            raise Http404
    except IntakeRefused as error:
        messages.warning(request, str(error))
    return redirect("intake_draft", pk)


class PublishForm(forms.Form):
    """What the document itself does not say; all of it may stay empty."""

    strategy_name = forms.CharField(label=gettext_lazy("Name der Strategie"), max_length=250, required=False)
    adopted_on = forms.DateField(
        label=gettext_lazy("Beschlossen am"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("Datum des Kabinettsbeschlusses. Bleibt es leer, wird es als Lücke gezeigt."),
    )
    decision_reference = forms.CharField(
        label=gettext_lazy("Beschluss"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Nummer oder Aktenzeichen."),
    )


@signed_in
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """What publishing would do, what is missing, and the button."""
    principal, draft = draft_for(request, pk)
    if draft.state != ImportState.WAITING:
        return redirect("intake_draft", pk)
    ready = readiness(draft)
    is_sent = request.method == "POST"
    form = PublishForm(request.POST if is_sent else None, initial={"strategy_name": meta.read(draft.meta).title})
    problems = ready.problems
    if is_sent and form.is_valid() and not problems:
        try:
            actions.publish(import_draft=draft, by=principal, **form.cleaned_data)
        except NotReady as error:
            problems = error.problems
        except IntakeRefused as error:
            problems = [str(error)]
        else:
            return redirect("intake_draft", pk)
    context = {"draft": draft, "ready": ready, "form": form, "problems": problems, "counts": _counted(ready.counts)}
    return render(request, "intake/publish.html", context, status=409 if is_sent else 200)


def _counted(counts: dict[str, int]) -> list[tuple[str, int, str]]:
    """(label, number, address of those proposals) by kind."""
    return [(str(label), counts[kind], urlencode({"zeige": kind})) for kind, label in review.KINDS if counts.get(kind)]


urlpatterns = [
    path("einlesen/", listing, name="intake"),
    path("einlesen/<int:pk>/", one, name="intake_draft"),
    path("einlesen/<int:pk>/auftrag/", act, name="intake_act"),
    path("einlesen/<int:pk>/sammeln/", review.act_on_all, name="intake_review_all"),
    path("einlesen/<int:pk>/vorschlag/<int:proposal>/", review.act_on_one, name="intake_review_one"),
    path("einlesen/<int:pk>/veroeffentlichen/", publish, name="intake_publish"),
]
