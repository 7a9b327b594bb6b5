# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a partner institution sees of itself: confirmed or corrected once a year."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal, Role
from bruecke.activities.models import InvolvementRole
from bruecke.activities.queries.offers import OpenCall, open_calls
from bruecke.intake.actions import answers
from bruecke.intake.answerable import DAYS, KINDS, Answerable, own_record
from bruecke.intake.models import Correction, CorrectionState
from bruecke.intake.queries.answers import Own, own_side
from bruecke.pages.activity_words import line_when
from bruecke.pages.fields import FuzzyDateField, typed_date
from bruecke.pages.partnership_words import day, kind_in_words
from bruecke.pages.signed_out import signed_in
from bruecke.pages.versioned_forms import show_problems
from bruecke.partnerships.models import PartnershipState
from bruecke.records.editing import fields_of
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import Record


def institution_member(request: HttpRequest) -> Principal:
    """Who asks, if they have an account of a partner institution."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if Role.PARTNER not in principal.roles:
        raise PermissionDenied
    return principal


@signed_in
def overview(request: HttpRequest) -> HttpResponse:
    """Everything the institution answers for."""
    principal = institution_member(request)
    own = own_side(principal)
    if own is None:
        return render(request, "own_side/none.html")
    entries = list(_entries(own))
    context = {
        "institution": own.institution,
        "entries": entries,
        "contacts": own.contacts,
        "activities": own.activities,
        "calls": [_call(call) for call in open_calls(own.institution.pk, principal=principal)],
        "left": sum(1 for entry in entries if not entry["confirmed"] and not entry["is_open"]),
    }
    return render(request, "own_side/overview.html", context)


def _call(call: OpenCall) -> dict[str, Any]:
    return {
        "href": reverse("activity", args=[call.line.pk]),
        "title": call.line.title,
        "when": line_when(call.line),
        "until": call.until,
        "role": str(InvolvementRole(call.role).label) if call.role else "",
    }


def _entries(own: Own) -> list[dict[str, Any]]:
    organisation = own.institution
    found = [_entry(own, "organisation", organisation, organisation.get_kind_display(), _shown(organisation))]
    for row in own.partnerships:
        words = kind_in_words(row.kind, is_neighbour=row.is_neighbour)
        facts = [(_("Ort"), str(row.place)), (_("Stand"), str(PartnershipState(row.state).label))]
        found.append(_entry(own, "partnership", row, words, facts + _shown(row)))
    for agreement in own.agreements:
        facts = [(_("Partnerschaft"), str(agreement.partnership))]
        found.append(_entry(own, "agreement", agreement, _("Vereinbarung"), facts + _shown(agreement)))
    return found


def _entry(own: Own, kind: str, record: Record, what: str, facts: list[tuple[str, str]]) -> dict[str, Any]:
    correction = own.proposed.get((kind, record.pk))
    return {
        "key": f"{kind}:{record.pk}",
        "title": str(record),
        "what": what,
        "facts": facts,
        "confirmed": own.confirmed.get((kind, record.pk)),
        "correction": correction,
        "is_open": correction is not None and correction.state == CorrectionState.OPEN,
        "is_refused": correction is not None and correction.state == CorrectionState.REFUSED,
        "href": reverse("own_correction", args=[kind, record.pk]),
    }


def _shown(record: Record) -> list[tuple[str, str]]:
    """What may be corrected, in words; the record's name stands above it."""
    kind = KINDS[record._meta.model_name or ""]
    values = fields_of(record, kind.names)
    return [
        (str(label), day(values[name]) if name in DAYS else values[name])
        for name, label in kind.names.items()
        if name not in {"title", "name_de"}
    ]


@require_POST
@signed_in
def confirm(request: HttpRequest) -> HttpResponse:
    """ "Stimmt": for one record or for all that are left."""
    principal = institution_member(request)
    own = own_side(principal)
    if own is None:
        raise PermissionDenied
    keys = {entry["key"] for entry in _entries(own) if not entry["is_open"]}
    wanted = keys if "all" in request.POST else keys & set(request.POST.getlist("record"))
    records = [(kind, int(pk)) for kind, _colon, pk in (key.partition(":") for key in sorted(wanted))]
    try:
        answers.confirm(records=records, by=principal)
    except NotAllowed:
        raise PermissionDenied from None
    if records:
        messages.success(request, _("Danke, Ihre Bestätigung ist gespeichert."))
    return redirect("own_side")


class CorrectionForm(forms.Form):
    """How a record should read."""

    def __init__(self, *args: Any, kind: Answerable, standing: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in kind.names.items():
            self.fields[name] = _field(kind, name, label, standing[name])
        self.fields["note"] = forms.CharField(
            label=gettext_lazy("Was sonst nicht stimmt"),
            widget=forms.Textarea(attrs={"rows": 4}),
            required=False,
            max_length=4000,
            help_text=gettext_lazy("Zum Beispiel andere Ansprechpersonen oder ein Vorhaben, das fehlt"),
        )


def _field(kind: Answerable, name: str, label: Any, value: str) -> forms.Field:
    if name in DAYS:
        return FuzzyDateField(label=label, required=False, initial=typed_date(value) if value else "")
    most = getattr(kind.model._meta.get_field(name), "max_length", None)
    return forms.CharField(label=label, required=False, max_length=most, initial=value)


@signed_in
def correct(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """ "Stimmt nicht": propose how a record should read."""
    principal = institution_member(request)
    own = own_record(kind, pk, principal)
    if own is None:
        raise Http404
    _institution, record = own
    answerable = KINDS[kind]
    is_sent = request.method == "POST"
    standing = fields_of(record, answerable.names)
    form = CorrectionForm(request.POST if is_sent else None, kind=answerable, standing=standing)
    if is_sent and form.is_valid() and _proposed(form, kind, pk, principal):
        messages.success(request, _("Danke, Ihr Vorschlag ist gesendet. Die Koordination entscheidet darüber."))
        return redirect("own_side")
    context = {"form": form, "title": str(record), "open": _open(kind, pk, principal)}
    return render(request, "own_side/correction.html", context, status=422 if is_sent else 200)


def _proposed(form: CorrectionForm, kind: str, pk: int, principal: Principal) -> bool:
    fields = {name: value for name, value in form.cleaned_data.items() if name != "note"}
    try:
        answers.propose(kind=kind, pk=pk, fields=fields, note=form.cleaned_data["note"].strip(), by=principal)
    except NotAllowed:
        raise PermissionDenied from None
    except Refused as refusal:
        show_problems(form, refusal)
        return False
    return True


def _open(kind: str, pk: int, principal: Principal) -> Correction | None:
    own = own_side(principal)
    correction = own.proposed.get((kind, pk)) if own is not None else None
    return correction if correction is not None and correction.state == CorrectionState.OPEN else None


urlpatterns = [
    path("unsere-angaben/", overview, name="own_side"),
    path("unsere-angaben/stimmt/", confirm, name="own_confirm"),
    path("unsere-angaben/<slug:kind>/<int:pk>/", correct, name="own_correction"),
]
