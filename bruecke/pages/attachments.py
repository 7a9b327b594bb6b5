# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files on records: the list with the form to add one, the download, and removing one for good.

A file is seen with its record, and handed out as a download only, never shown inside of our pages.
"""

import logging
from pathlib import Path
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.library.actions.attachments import (
    MEGABYTE,
    MOST,
    SHELF,
    attach,
    attachment_rules,
    remove_attachment,
)
from bruecke.library.models import Attachment
from bruecke.library.queries import shown_attachment
from bruecke.pages.activity_records import ACTIVITY
from bruecke.pages.attachment_list import files_of
from bruecke.pages.bodies_records import DECISION, SESSION
from bruecke.pages.partnership_records import AGREEMENT, PARTNERSHIP
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import DayField, Group, RecordForm
from bruecke.pages.record_kind import Kind
from bruecke.pages.signed_out import signed_in
from bruecke.pages.versioned_forms import VersionedForm, rebase, show_problems
from bruecke.records.errors import NotKept, Refused, StaleRecord

log = logging.getLogger(__name__)
SUBJECTS: dict[str, Kind] = {kind.name: kind for kind in (ACTIVITY, AGREEMENT, PARTNERSHIP, SESSION, DECISION)}
"""Kinds of records that files hang on, by model name; one more is one word here."""


class AttachmentForm(RecordForm):
    """What is said of a file, and how long it is kept where it names a person."""

    groups: ClassVar[tuple[Group, ...]] = (
        ("", ("title", "is_public")),
        (gettext_lazy("Personen und Aufbewahrung"), ("names_person", "retention_ground", "retained_until")),
    )

    title = forms.CharField(
        label=gettext_lazy("Bezeichnung"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Ohne Bezeichnung steht der Dateiname da. Bitte keine Namen von Personen."),
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Auch die Öffentlichkeit darf sie herunterladen"),
        required=False,
        help_text=gettext_lazy(
            "Sobald der Eintrag selbst öffentlich ist. Sonst sieht sie, wer in der Regierung den Eintrag sieht."
        ),
    )
    names_person = forms.BooleanField(label=gettext_lazy("Die Datei nennt Personen"), required=False)
    retention_ground = forms.CharField(
        label=gettext_lazy("Grund der Aufbewahrung"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Nötig, wenn sie Personen nennt, etwa „Aktenführung der Reise“"),
    )
    retained_until = DayField(
        label=gettext_lazy("Aufbewahrt bis"),
        required=False,
        help_text=gettext_lazy("Danach entfernt Brücke die Datei; Prüfsumme und Vermerk bleiben."),
    )


class UploadForm(AttachmentForm):
    """A new file."""

    groups = (("", ("file", "title", "is_public")), AttachmentForm.groups[1])

    file = forms.FileField(
        label=gettext_lazy("Datei"),
        help_text=format_lazy(
            gettext_lazy(
                "PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG oder einfacher Text, höchstens {mb} MB. Es "
                "zählt der Inhalt, nicht der Name."
            ),
            mb=MOST // MEGABYTE,
        ),
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie eine Datei."),
            "empty": gettext_lazy("Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige gewählt haben."),
        },
    )


class RemoveForm(VersionedForm):
    """Why a file goes."""

    why = forms.CharField(
        label=gettext_lazy("Grund"),
        max_length=300,
        help_text=gettext_lazy("Die Datei und ihr Name verschwinden für immer; Prüfsumme und Grund bleiben."),
        error_messages={"required": gettext_lazy("Es fehlt noch, warum die Datei entfernt wird.")},
    )


def _may(principal: Principal, attachment: Attachment) -> bool:
    """Who works on the record works on its files."""
    kind = SUBJECTS[attachment.record_type]
    try:
        return kind.rules.may(principal, kind.find(attachment.record_id, principal=principal))
    except ObjectDoesNotExist:
        return False


RULES = attachment_rules(_may)


def _find(pk: int, *, principal: Principal) -> Attachment:
    """A file of a record that may be known of. Raises ObjectDoesNotExist."""
    found = shown_attachment(pk, principal=principal)
    SUBJECTS[found.record_type].find(found.record_id, principal=principal)
    return found


def _list_href(attachment: Attachment) -> str:
    return reverse("attachments", args=[attachment.record_type, attachment.record_id])


KIND = Kind("attachment", "dateien", _list_href, gettext_lazy("Datei bearbeiten"), AttachmentForm, RULES, _find)


def listing(request: HttpRequest, record_type: str, pk: int) -> HttpResponse:
    """The files of a record, and for those who work on it the form to add one."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    kind, record = _above(record_type, pk, principal)
    form = UploadForm(choices={}, standing={}, initial={"version": 0})
    return _page(request, kind, record, form)


@signed_in
def add(request: HttpRequest, record_type: str, pk: int) -> HttpResponse:
    """Keep a file on a record."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    kind, record = _above(record_type, pk, principal)
    if not kind.rules.may(principal, record):
        raise PermissionDenied
    if request.method != "POST":
        return redirect("attachments", record_type, pk)
    form = UploadForm(request.POST, request.FILES, choices={}, standing={})
    if not form.is_valid():
        return _page(request, kind, record, form, status=422)
    try:
        _attach(form, record, principal)
    except Refused as refusal:
        show_problems(form, refusal)
        return _page(request, kind, record, form, status=422)
    except NotKept as error:
        log.error("a file could not be kept: %s", error.error)
        form.add_error("file", _("Die Datei ließ sich auf dem Server nicht ablegen. Bitte versuchen Sie es später."))
        return _page(request, kind, record, form, status=507)
    messages.success(request, _("Die Datei ist abgelegt."))
    return redirect("attachments", record_type, pk)


def _attach(form: UploadForm, record: Any, principal: Principal) -> None:
    file = form.cleaned_data["file"]
    data = Path(file.temporary_file_path()) if isinstance(file, TemporaryUploadedFile) else file.read()
    fields = {name: value for name, value in form.typed().items() if name != "file"}
    attach(record=record, rules=RULES, data=data, file_name=file.name or "", fields=fields, by=principal)


def _above(record_type: str, pk: int, principal: Principal) -> tuple[Kind, Any]:
    """The record, or "not found" also where it may not be known of."""
    kind = SUBJECTS.get(record_type)
    try:
        if kind is not None:
            return kind, kind.find(pk, principal=principal)
    except ObjectDoesNotExist:
        raise Http404 from None
    raise Http404


def _page(request: HttpRequest, kind: Kind, record: Any, form: UploadForm, status: int = 200) -> HttpResponse:
    principal: Principal = request.principal  # type: ignore[attr-defined]
    context = {
        "record": record,
        "href": kind.page(record),
        "files": files_of(kind, record, principal, get_language() or "de"),
        "form": form,
        "add_href": reverse("attachment_add", args=[kind.name, record.pk]),
    }
    return render(request, "attachments/list.html", context, status=status)


def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One file, always as a download; a browser that shows it nevertheless runs nothing of it."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        found = _find(pk, principal=principal)
        stream = SHELF.path_of(found.stored_name).open("rb")
    except (ObjectDoesNotExist, FileNotFoundError):
        raise Http404 from None
    response = FileResponse(stream, as_attachment=True, filename=found.file_name, content_type=found.media_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@signed_in
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a file for good, with a reason."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    try:
        found = _find(pk, principal=principal)
    except ObjectDoesNotExist:
        raise Http404 from None
    if not _may(principal, found):
        raise PermissionDenied
    form = RemoveForm(request.POST or None, initial={"version": found.version})
    if form.is_bound and form.is_valid() and _removed(form, found, principal):
        messages.success(request, _("Die Datei ist entfernt. Prüfsumme und Grund bleiben."))
        return redirect(_list_href(found))
    context = {"title": _("Datei entfernen"), "subject": str(found), "href": _list_href(found), "form": form}
    return render(request, "records/small.html", context | {"verb": _("Für immer entfernen")})


def _removed(form: RemoveForm, found: Attachment, by: Principal) -> bool:
    said = form.cleaned_data
    try:
        remove_attachment(attachment=found, may=_may, expected=said["version"], why=said["why"], by=by)
    except Refused as refusal:
        show_problems(form, refusal)
    except StaleRecord as stale:
        rebase(form, version=stale.record.version)
        form.add_error(None, _("Inzwischen hat jemand gespeichert. Bitte prüfen Sie die Angaben noch einmal."))
    else:
        return True
    return False


urlpatterns = [
    path("dateien/<int:pk>/", download, name="attachment_file"),
    path("dateien/<int:pk>/entfernen/", remove, name="attachment_remove"),
    path("dateien/zu/<slug:record_type>/<int:pk>/", listing, name="attachments"),
    path("dateien/zu/<slug:record_type>/<int:pk>/ablegen/", add, name="attachment_add"),
    *addresses(KIND),
]
