# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers: which were printed, what can be printed, the form to print, a paper with its progress and files."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.base.dates import day_in_words
from bruecke.base.languages import INTERFACE
from bruecke.base.text import lower
from bruecke.pages.record_form import LANGUAGES, DayField, FiledForm, key_field
from bruecke.pages.versioned_forms import show_problems
from bruecke.publish.actions import print_paper, set_again
from bruecke.publish.errors import NotInterrupted
from bruecke.publish.files import TYPES, path_of
from bruecke.publish.models import Paper
from bruecke.publish.permissions import can_print
from bruecke.publish.queries import PaperSheet, paper_file, paper_sheet, papers
from bruecke.publish.report import NothingToPrint, Report, Subject, subject_of
from bruecke.publish.reports import reports
from bruecke.records.errors import Refused
from bruecke.records.models import JobState
from bruecke.records.queries import houses
from bruecke.records.visibility import Visibility

FORMATS = {"pdf": "PDF", "docx": "Word (DOCX)", "odt": "OpenDocument (ODT)"}
_AGAIN = "3"
_DIGITS = 18
"""Of a key; one more is larger than any that a database counts to."""


class PrintForm(forms.Form):
    """For which day and trip, in which language, and who may read it."""

    on = DayField(
        label=gettext_lazy("Stand vom"),
        help_text=gettext_lazy("Der Tag, für den das Papier gemacht wird, etwa der Reise"),
    )
    activity = key_field(gettext_lazy("Für die Reise"))
    language = forms.ChoiceField(
        label=gettext_lazy("Sprache"), choices=[(code, LANGUAGES[code]) for code in INTERFACE], initial="de"
    )
    file_reference = FiledForm.base_fields["file_reference"]
    visibility = forms.ChoiceField(
        label=gettext_lazy("Wer darf es lesen?"),
        choices=Visibility.choices,
        initial=Visibility.MINISTRIES,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Das Papier enthält nur, was alle diese Leserinnen und Leser auch sonst sehen dürfen."),
    )
    named_houses = FiledForm.base_fields["named_houses"]
    owner_id = FiledForm.base_fields["owner_id"]

    def __init__(self, *args: Any, trips: list[tuple[int, str]] | None, **kwargs: Any) -> None:
        """trips: that it can be made for, None where it is not made for one."""
        super().__init__(*args, **kwargs)
        circle = [(house.pk, house.name) for house in houses()]
        self.fields["named_houses"].choices = circle  # type: ignore[attr-defined]
        self.fields["owner_id"].choices = [("", "–"), *circle]  # type: ignore[attr-defined]
        if trips is None:
            del self.fields["activity"]
        else:
            self.fields["activity"].choices = [("", _("für keine Reise")), *trips]  # type: ignore[attr-defined]


def listing(request: HttpRequest) -> HttpResponse:
    """Papers that were printed, newest first, and what can be printed."""
    principal = _principal(request)
    before = request.GET.get("vor", "")
    is_key = before.isascii() and before.isdigit() and len(before) <= _DIGITS
    page = papers(principal=principal, before=int(before) if is_key else None)
    offered = [(each, reverse("paper_print", args=[name])) for name, each in reports().items()]
    context = {
        "papers": [(paper, _made_for(paper)) for paper in page.papers],
        "next": f"{request.path}?vor={page.before}" if page.before else "",
        "offered": offered if can_print(principal) else [],
    }
    return render(request, "papers/list.html", context)


def _made_for(paper: Paper) -> str:
    return day_in_words(paper.on, get_language() or "de")


def order(request: HttpRequest, name: str) -> HttpResponse:
    """First what the paper is of, then the form; sent, the paper is frozen and the worker sets it."""
    principal = _principal(request)
    if principal.is_public:
        return redirect_to_login(request.get_full_path())
    if not can_print(principal):
        raise PermissionDenied
    report = reports().get(name)
    if report is None:
        raise Http404
    subject = subject_of(request.GET.get("fuer", ""))
    if subject is None:
        return _choose(request, report, principal)
    return _form(request, report, subject, principal)


def _choose(request: HttpRequest, report: Report, principal: Principal) -> HttpResponse:
    asked = request.GET.get("q", "")[:200]
    found = [(heading, rows) for heading, rows in report.subjects(principal, asked) if rows]
    context = {"report": report, "found": found, "asked": asked, "crumbs": _crumbs()}
    return render(request, "papers/choose.html", context)


def _form(request: HttpRequest, report: Report, subject: Subject, principal: Principal) -> HttpResponse:
    trips = report.trips(subject, principal) if report.trips else None
    is_sent = request.method == "POST"
    initial = {"on": _day_asked(request), "activity": request.GET.get("reise", "")}
    form = PrintForm(request.POST if is_sent else None, trips=trips, initial=initial)
    if is_sent and form.is_valid():
        paper = _printed(form, report, subject, principal)
        if paper is not None:
            return redirect("paper", paper.pk)
    context = {"report": report, "form": form, "crumbs": _crumbs(), "action": request.get_full_path()}
    return render(request, "papers/print.html", context, status=422 if is_sent else 200)


def _day_asked(request: HttpRequest) -> date:
    """The day the address names ("am"), today where it names none."""
    try:
        return date.fromisoformat(request.GET.get("am", ""))
    except ValueError:
        return timezone.localdate()


def _printed(form: PrintForm, report: Report, subject: Subject, principal: Principal) -> Paper | None:
    """The paper, None with the reason at the form where it is refused."""
    said = form.cleaned_data
    fields = {name: said[name] for name in ("file_reference", "visibility", "named_houses", "owner_id")}
    try:
        return print_paper(
            report=report,
            subject=subject,
            on=said["on"],
            language=said["language"],
            fields=fields,
            by=principal,
            activity=said.get("activity"),
        )
    except Refused as refusal:
        show_problems(form, refusal)
    except NothingToPrint:
        form.add_error(
            "visibility",
            _("Davon dürfen diese Leserinnen und Leser nichts wissen. Bitte wählen Sie einen engeren Kreis."),
        )
    return None


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper: being set, interrupted, failed, or with its files; the page can be left and found again."""
    principal = _principal(request)
    sheet = _sheet(pk, principal)
    job = sheet.paper.job
    is_running = job is not None and job.state in {JobState.WAITING, JobState.RUNNING} and not job.is_interrupted
    there = [(file, FORMATS[file.format]) for file in sheet.files if not file.removed_why]
    context = {
        "paper": sheet.paper,
        "job": job,
        "is_running": is_running,
        "files": there,
        "removed": next((file.removed_why for file in sheet.files if file.removed_why), ""),
        "can_set_again": can_print(principal) and not is_running and len(there) < len(FORMATS),
        "on": _made_for(sheet.paper),
        "crumbs": _crumbs(),
    }
    response = render(request, "papers/paper.html", context)
    if is_running:
        response.headers["Refresh"] = _AGAIN
    return response


def download(request: HttpRequest, pk: int, ending: str) -> HttpResponseBase:
    """One file, always as a download, never shown inside of our pages."""
    try:
        paper, file = paper_file(pk, ending, principal=_principal(request))
        stream = path_of(file.name).open("rb")
    except (ObjectDoesNotExist, FileNotFoundError):
        raise Http404 from None
    name = f"{slugify(lower(paper.title))[:80]}-{date.isoformat(paper.on)}-nr-{paper.ordinal}.{ending}"
    response = FileResponse(stream, as_attachment=True, filename=name, content_type=TYPES[ending])
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the files that are missing."""
    principal = _principal(request)
    if principal.is_public:
        return redirect_to_login(reverse("paper", args=[pk]))
    if not can_print(principal):
        raise PermissionDenied
    sheet = _sheet(pk, principal)
    try:
        set_again(paper=sheet.paper, by=principal)
    except NotInterrupted:
        messages.info(request, _("Das Papier wird gerade gesetzt, oder alle Dateien sind schon da."))
    return redirect("paper", pk)


def _sheet(pk: int, principal: Principal) -> PaperSheet:
    try:
        return paper_sheet(pk, principal=principal)
    except ObjectDoesNotExist:
        raise Http404 from None


def _principal(request: HttpRequest) -> Principal:
    return request.principal  # type: ignore[attr-defined, no-any-return]


def _crumbs() -> list[tuple[str, str]]:
    return [(reverse("papers"), _("Papiere"))]


urlpatterns = [
    path("berichte/", listing, name="papers"),
    path("berichte/drucken/<slug:name>/", order, name="paper_print"),
    path("berichte/<int:pk>/", one, name="paper"),
    path("berichte/<int:pk>/noch-einmal/", again, name="paper_again"),
    path("berichte/<int:pk>/datei/<slug:ending>/", download, name="paper_file"),
]
