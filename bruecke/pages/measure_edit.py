# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a measure: what people fill in, kept drafts, and what happens where two save at once."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.pages.measure_forms import MeasureForm, shown
from bruecke.pages.measure_history import field_name, house_names, value_in_words
from bruecke.pages.measure_sheet import found_or_404, lead_house
from bruecke.pages.measure_words import measure_words
from bruecke.pages.signed_out import signed_in
from bruecke.pages.versioned_forms import conflicts, from_draft, kept_or_dropped, rebase, says_the_same, show_problems
from bruecke.records.errors import StaleRecord
from bruecke.records.queries import draft_of, houses
from bruecke.strategy.actions.measures import MeasureFields, change_measure, fields_of
from bruecke.strategy.errors import MeasureRefused, NotAllowed
from bruecke.strategy.models import Measure
from bruecke.strategy.permissions import can_edit_all_fields, can_edit_measure
from bruecke.strategy.queries.vocabulary import Vocabulary, vocabulary


@signed_in
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of all that people fill in."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    measure = to_be_edited(pk, principal)
    known = vocabulary(measure.edition_id, principal=principal)
    make = _form_maker(known, principal, measure)
    if request.method == "POST":
        return _save(request, measure, make(request.POST), known)
    kept = draft_of(principal=principal, address=request.path)
    form = make(None, initial=shown(fields_of(measure, by=principal), measure.version))
    if kept is not None:
        form = make(None, initial=from_draft(form, kept.fields))
    return _edit_page(request, measure, form, {"kept": kept})


def _form_maker(known: Vocabulary, principal: Principal, measure: Measure) -> Callable[..., MeasureForm]:
    circle, is_whole = houses(), can_edit_all_fields(principal)
    return lambda data, **more: MeasureForm(
        data, known=known, houses=circle, has_all_fields=is_whole, lead_id=measure.lead_id, **more
    )


def _save(request: HttpRequest, measure: Measure, form: MeasureForm, known: Vocabulary) -> HttpResponse:
    if not form.is_valid():
        return _edit_page(request, measure, form, {})
    values, base = form.typed(), form.base()
    for name in values:
        if request.POST.get(f"wahl_{name}") == "gespeichert" and name in base:
            values[name] = base[name]
    try:
        change_measure(
            measure=measure,
            expected=form.cleaned_data["version"],
            fields=MeasureFields(**values),  # type: ignore[typeddict-item]
            why=form.cleaned_data["why"],
            by=request.principal,  # type: ignore[attr-defined]
            draft=request.path,
        )
    except NotAllowed:
        raise PermissionDenied from None
    except MeasureRefused as refusal:
        show_problems(form, refusal)
        return _edit_page(request, measure, form, {})
    except StaleRecord as stale:
        theirs = fields_of(stale.record, by=request.principal)  # type: ignore[attr-defined]
        if not says_the_same(values, theirs):
            return _conflict_page(request, stale, form, known, (base, values, theirs))
    messages.success(request, _("Gespeichert. Der frühere Stand steht im Verlauf."))
    return redirect("measure", measure.pk)


def _conflict_page(
    request: HttpRequest,
    stale: StaleRecord,
    form: MeasureForm,
    known: Vocabulary,
    three: tuple[dict[str, Any], dict[str, Any], dict[str, Any]],
) -> HttpResponse:
    """Both values of every field that differs; nothing typed is lost, and the next save is on the standing version.

    three: values of the form as it was opened, as it was sent, and as they stand now.
    """
    base, mine, theirs = three
    words, names = measure_words(), house_names()
    found = conflicts(
        base,
        mine,
        theirs,
        label=field_name,
        in_words=lambda name, value: value_in_words(name, value, known, words, names),
    )
    rebase(form, version=stale.record.version, grundlage=json.dumps(theirs))
    return _edit_page(request, stale.record, form, {"conflicts": found, "is_stale": True}, status=409)


def _edit_page(
    request: HttpRequest, measure: Measure, form: MeasureForm, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {"measure": measure, "form": form, "draft_href": reverse("measure_draft", args=[measure.pk])}
    return render(request, "measures/edit.html", context | more, status=status)


@require_POST
@signed_in
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was typed so far, or drop it ("verwerfen")."""
    to_be_edited(pk, request.principal)  # type: ignore[attr-defined]
    return kept_or_dropped(request, reverse("measure_edit", args=[pk]))


def to_be_edited(pk: int, principal: Principal) -> Measure:
    """The measure, for those who may work on it. Raises Http404, PermissionDenied."""
    measure = found_or_404(pk, principal)
    if not can_edit_measure(principal, lead_house=lead_house(measure)):
        raise PermissionDenied
    return measure


urlpatterns = [
    path("massnahmen/<int:pk>/bearbeiten/", edit, name="measure_edit"),
    path("massnahmen/<int:pk>/bearbeiten/entwurf/", draft, name="measure_draft"),
]
