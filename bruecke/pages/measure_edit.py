# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working on a measure: its fields with drafts and conflicts, decisions, checks, parts, examples, earlier versions."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bruecke.accounts.principal import Principal
from bruecke.base.three_way import differences
from bruecke.pages.measure_forms import (
    CheckForm,
    DecisionForm,
    ExampleForm,
    MeasureForm,
    PartForm,
    RestoreForm,
    from_draft,
    shown,
)
from bruecke.pages.measure_history import field_names, value_in_words
from bruecke.pages.measure_sheet import found_or_404, lead_house
from bruecke.pages.measure_words import measure_words
from bruecke.records.actions import drop_draft, keep_draft
from bruecke.records.errors import StaleRecord
from bruecke.records.queries import draft_of
from bruecke.strategy.actions.measure_parts import (
    PartFields,
    answer_check,
    remove_example,
    remove_part,
    save_example,
    save_part,
)
from bruecke.strategy.actions.measures import MeasureFields, change_measure, fields_of, restore_measure
from bruecke.strategy.actions.options import decide_option
from bruecke.strategy.errors import MeasureRefused, NotAllowed
from bruecke.strategy.models import Check, Example, Measure, Part
from bruecke.strategy.permissions import can_decide_option, can_edit_all_fields, can_edit_measure
from bruecke.strategy.queries.measure_sheet import houses
from bruecke.strategy.queries.vocabulary import Vocabulary, vocabulary

_DRAFT_LIMIT = 60_000
"""Characters of a kept draft."""


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of all that people fill in."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    measure = found_or_404(pk, principal)
    if (refused := _refused(request, measure)) is not None:
        return refused
    known = vocabulary(measure.edition_id, principal=principal)
    make = _form_maker(known, principal)
    if request.method == "POST":
        return _save(request, measure, make(request.POST), known)
    kept = draft_of(principal=principal, address=request.path)
    form = make(None, initial=shown(fields_of(measure), measure.version))
    if kept is not None:
        form = make(None, initial=from_draft(form, kept.fields))
    return _edit_page(request, measure, form, {"kept": kept})


def _form_maker(known: Vocabulary, principal: Principal) -> Callable[..., MeasureForm]:
    circle, is_whole = houses(), can_edit_all_fields(principal)
    return lambda data, **more: MeasureForm(data, known=known, houses=circle, has_all_fields=is_whole, **more)


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
    except MeasureRefused as refusal:
        _show_problems(form, refusal)
        return _edit_page(request, measure, form, {})
    except StaleRecord as stale:
        return _conflict_page(request, stale, form, known, base, values)
    messages.success(request, _("Gespeichert. Der frühere Stand steht im Verlauf."))
    return redirect("measure", measure.pk)


def _conflict_page(
    request: HttpRequest,
    stale: StaleRecord,
    form: MeasureForm,
    known: Vocabulary,
    base: dict[str, Any],
    mine: dict[str, Any],
) -> HttpResponse:
    """Both values of every field that differs; nothing typed is lost, and the next save is on the standing version."""
    theirs = fields_of(stale.record)
    words, names = measure_words(), field_names()
    found = [
        {
            "name": difference.name,
            "label": names.get(difference.name, difference.name),
            "mine": value_in_words(difference.name, difference.mine, known, words),
            "theirs": value_in_words(difference.name, difference.theirs, known, words),
            "keeps_mine": difference.is_mine,
        }
        for difference in differences(base, mine, theirs)
    ]
    _rebase(form, version=stale.record.version, grundlage=json.dumps(theirs))
    return _edit_page(request, stale.record, form, {"conflicts": found, "is_stale": True}, status=409)


def _edit_page(
    request: HttpRequest, measure: Measure, form: MeasureForm, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {"measure": measure, "form": form, "draft_href": reverse("measure_draft", args=[measure.pk])}
    return render(request, "measures/edit.html", context | more, status=status)


@require_POST
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was typed so far, or drop it ("verwerfen")."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    measure, address = found_or_404(pk, principal), reverse("measure_edit", args=[pk])
    if (refused := _refused(request, measure)) is not None:
        return refused
    if "verwerfen" in request.POST:
        drop_draft(by=principal, address=address)
        return redirect(address)
    fields = {name: values for name, values in request.POST.lists() if name != "csrfmiddlewaretoken"}
    if len(json.dumps(fields)) > _DRAFT_LIMIT:
        return HttpResponseBadRequest()
    keep_draft(by=principal, address=address, fields=fields)
    return HttpResponse(status=204)


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a decision on an option."""
    if not can_decide_option(request.principal) and not request.principal.is_public:  # type: ignore[attr-defined]
        raise PermissionDenied

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        return decide_option(
            measure=measure,
            expected=data["version"],
            outcome=data["outcome"],
            reference=data["reference"],
            decided_on=data["decided_on"],
            reason=data["reason"],
            by=by,
        )

    return _small(request, pk, DecisionForm, do, title=_("Entscheidung festhalten"))


def check(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Answer a point to be considered."""
    point = _row(Check, pk, row)

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        return answer_check(
            measure=measure,
            expected=data["version"],
            check=point,
            answer=data["answer"],
            reference=data["reference"],
            by=by,
        )

    answers = {True: "ja", False: "nein", None: ""}
    initial = {"answer": answers[point.answer], "reference": point.reference}
    return _small(request, pk, CheckForm, do, title=point.question, initial=initial)


def part(request: HttpRequest, pk: int, row: int | None = None) -> HttpResponse:
    """Add or change a part, or take it away."""
    found = _row(Part, pk, row) if row is not None else None

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        if found is not None and "entfernen" in request.POST:
            return remove_part(measure=measure, expected=data["version"], part=found, why="", by=by)
        fields = PartFields(data["title"], data["kind"], data["lead_id"], data["needs_state_money"])
        return save_part(measure=measure, expected=data["version"], part=found, fields=fields, why="", by=by)

    initial: dict[str, Any] = {"needs_state_money": "unknown", "kind": "other"}
    if found is not None:
        initial = {name: getattr(found, name) for name in ("title", "kind", "lead_id", "needs_state_money")}
    title = _("Teil bearbeiten") if found else _("Teil ergänzen")
    return _small(request, pk, PartForm, do, title=title, initial=initial, removable=found is not None)


def example(request: HttpRequest, pk: int, row: int | None = None) -> HttpResponse:
    """Add or change an example, or take it away."""
    found = _row(Example, pk, row) if row is not None else None

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        if found is not None and "entfernen" in request.POST:
            return remove_example(measure=measure, expected=data["version"], example=found, why="", by=by)
        return save_example(
            measure=measure, expected=data["version"], example=found, title=data["title"], why="", by=by
        )

    title = _("Beispiel bearbeiten") if found else _("Beispiel ergänzen")
    initial = {"title": found.title if found else ""}
    return _small(request, pk, ExampleForm, do, title=title, initial=initial, removable=found is not None)


def restore(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Bring an earlier version back, as a new one."""

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        return restore_measure(measure=measure, expected=data["version"], version=version, why=data["why"], by=by)

    title = _("Stand %(n)s wiederherstellen") % {"n": version}
    return _small(request, pk, RestoreForm, do, title=title)


def _small(
    request: HttpRequest,
    pk: int,
    kind: Callable[..., Form],
    do: Callable[[Measure, Form, Principal], object],
    *,
    title: str,
    initial: dict[str, Any] | None = None,
    removable: bool = False,
) -> HttpResponse:
    """A page with one short form: show it, or do what it says and go back to the measure."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    measure = found_or_404(pk, principal)
    if (refused := _refused(request, measure)) is not None:
        return refused
    more = {"known": vocabulary(measure.edition_id, principal=principal)} if kind is PartForm else {}
    start = {"version": measure.version} | (initial or {})
    form = kind(request.POST if request.method == "POST" else None, initial=start, **more)
    if request.method == "POST" and form.is_valid() and _done(form, lambda: do(measure, form, principal)):
        messages.success(request, _("Gespeichert. Der frühere Stand steht im Verlauf."))
        return redirect("measure", measure.pk)
    context = {"measure": measure, "form": form, "title": title, "removable": removable}
    return render(request, "measures/small.html", context)


def _done(form: Form, act: Callable[[], object]) -> bool:
    """Do it; False with the reason at the form where it is refused."""
    try:
        act()
    except NotAllowed:
        raise PermissionDenied from None
    except MeasureRefused as refusal:
        _show_problems(form, refusal)
    except StaleRecord as stale:
        _rebase(form, version=stale.record.version)
        form.add_error(
            None,
            _("Inzwischen hat jemand die Maßnahme geändert. Ihre Eingabe steht noch da: ")
            + _("Bitte prüfen Sie sie und speichern Sie noch einmal."),
        )
    else:
        return True
    return False


def _rebase(form: Form, **hidden: Any) -> None:
    """What was typed stays; the next save is on the version that stands now."""
    data = dict(form.data.lists()) if isinstance(form.data, QueryDict) else {}
    rebased = QueryDict(mutable=True)
    for name, values in data.items():
        rebased.setlist(name, values)
    for name, value in hidden.items():
        rebased[name] = str(value)
    form.data = rebased


def _show_problems(form: Form, refusal: MeasureRefused) -> None:
    for name, sentence in refusal.problems.items():
        form.add_error(name if name in form.fields else None, sentence)


def _refused(request: HttpRequest, measure: Measure) -> HttpResponse | None:
    """Sign in first, or "not yours"; None where the visitor may work on the measure."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if principal.is_public:
        return redirect_to_login(request.get_full_path())
    if not can_edit_measure(principal, lead_house=lead_house(measure)):
        raise PermissionDenied
    return None


def _row(model: Any, measure: int, pk: int) -> Any:
    row = model.objects.filter(measure=measure, pk=pk).first()
    if row is None:
        raise Http404
    return row


urlpatterns = [
    path("massnahmen/<int:pk>/bearbeiten/", edit, name="measure_edit"),
    path("massnahmen/<int:pk>/bearbeiten/entwurf/", draft, name="measure_draft"),
    path("massnahmen/<int:pk>/entscheidung/", decide, name="measure_decide"),
    path("massnahmen/<int:pk>/pruefpunkte/<int:row>/", check, name="measure_check"),
    path("massnahmen/<int:pk>/teile/neu/", part, name="measure_part_new"),
    path("massnahmen/<int:pk>/teile/<int:row>/", part, name="measure_part"),
    path("massnahmen/<int:pk>/beispiele/neu/", example, name="measure_example_new"),
    path("massnahmen/<int:pk>/beispiele/<int:row>/", example, name="measure_example"),
    path("massnahmen/<int:pk>/stand/<int:version>/", restore, name="measure_restore"),
]
