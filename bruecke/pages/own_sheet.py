# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that a partner institution answers for as one spreadsheet: out, and back in."""

import logging
from collections.abc import Iterator
from pathlib import Path

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from bruecke.intake.actions.answer_sheets import SHEET_LIMITS, receive_sheet
from bruecke.intake.answer_lines import CONFIRMED, NOTE, key_of
from bruecke.intake.answerable import DAYS, KINDS
from bruecke.intake.errors import NotStored
from bruecke.intake.models import AnswerSheet, SheetState
from bruecke.intake.queries.answers import Own, latest_sheet, own_side
from bruecke.intake.table_mapping import OURS
from bruecke.intake.table_problems import Problem, in_words
from bruecke.pages.fields import typed_date
from bruecke.pages.own_side import institution_member
from bruecke.pages.signed_out import signed_in
from bruecke.pages.table_files import table_response
from bruecke.publish.tables import Cell, Column, Table
from bruecke.reader.limits import MEGABYTE
from bruecke.records.editing import fields_of

log = logging.getLogger(__name__)

MOST_MEGABYTES = SHEET_LIMITS.table_bytes // MEGABYTE


class SheetForm(forms.Form):
    """The filled-in spreadsheet."""

    file = forms.FileField(
        label=gettext_lazy("Ausgefüllte Tabelle"),
        help_text=format_lazy(gettext_lazy("XLSX, ODS oder CSV, höchstens {mb} MB."), mb=MOST_MEGABYTES),
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie eine Datei."),
            "empty": gettext_lazy("Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige gewählt haben."),
        },
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Not larger than what is read at all."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > SHEET_LIMITS.table_bytes:
            raise forms.ValidationError(
                _("Die Datei ist größer als %(mb)d MB. Bitte senden Sie nur die Tabelle von hier.")
                % {"mb": MOST_MEGABYTES}
            )
        return file


@signed_in
def sheet(request: HttpRequest) -> HttpResponse:
    """How it works, what became of the last one, and the form to send one."""
    principal = institution_member(request)
    is_sent = request.method == "POST"
    form = SheetForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    own = own_side(principal)
    if own is None:
        raise PermissionDenied
    status = 422 if is_sent else 200
    if is_sent and form.is_valid():
        file = form.cleaned_data["file"]
        data = Path(file.temporary_file_path()) if isinstance(file, TemporaryUploadedFile) else file.read()
        try:
            receive_sheet(data=data, file_name=file.name or "", by=principal)
        except NotStored as error:
            log.error("an upload could not be kept: %s", error.error)
            form.add_error("file", str(error))
            status = 507
        else:
            messages.info(request, _("Die Tabelle ist angekommen."))
            return redirect("own_sheet")
    last = latest_sheet(own.institution)
    context = {"form": form, "last": last, "problems": _problems(last), "message": _message(last)}
    response = render(request, "own_side/sheet.html", context, status=status)
    if last is not None and last.state == SheetState.READING:
        response.headers["Refresh"] = "3"
    return response


def _problems(last: AnswerSheet | None) -> list[tuple[int, str]]:
    rows = last.result.get("problems", []) if last is not None else []
    return [(number, in_words(Problem(**problem))) for number, problem in rows]


def _message(last: AnswerSheet | None) -> str:
    if last is None:
        return ""
    return last.english if get_language() == "en" else last.message


@signed_in
def download(request: HttpRequest) -> HttpResponseBase:
    """The spreadsheet to fill in."""
    own = own_side(institution_member(request))
    if own is None:
        raise PermissionDenied
    table = Table(
        title=_("Unsere Angaben"),
        columns=(
            Column(OURS + _("Kennung"), 24),
            Column(_("Eintrag"), 40),
            Column(_("Angabe"), 32),
            Column(_("steht jetzt"), 40),
            Column(_("soll heißen"), 40),
        ),
        rows=_rows(own),
        note=(
            _("Füllen Sie die letzte Spalte nur aus, wo etwas nicht stimmt."),
            _("Stimmt ein Eintrag ganz, schreiben Sie bei „Stimmt alles?“ ein „ja“."),
            _("Die erste Spalte bleibt, wie sie ist."),
        ),
        note_title=_("Hinweise"),
        language=get_language() or "de",
    )
    return table_response(table, "unsere-angaben", "xlsx")


def _rows(own: Own) -> Iterator[tuple[Cell, ...]]:
    for record in (own.institution, *own.partnerships, *own.agreements):
        kind = record._meta.model_name or ""
        values = fields_of(record, KINDS[kind].names)
        yield key_of(kind, record.pk, CONFIRMED), str(record), _("Stimmt alles?"), "", ""
        for name, label in KINDS[kind].names.items():
            now = typed_date(values[name]) if name in DAYS and values[name] else values[name]
            yield key_of(kind, record.pk, name), str(record), str(label), now, ""
        yield key_of(kind, record.pk, NOTE), str(record), _("Was sonst nicht stimmt"), "", ""


urlpatterns = [
    path("unsere-angaben/tabelle/", sheet, name="own_sheet"),
    path("unsere-angaben/tabelle.xlsx", download, name="own_sheet_xlsx"),
]
