# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short forms around a measure: decisions, checks, parts, examples, earlier versions."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.pages.measure_edit import to_be_edited
from bruecke.pages.measure_forms import CheckForm, DecisionForm, ExampleForm, PartForm
from bruecke.pages.record_kinds import recorded_decisions
from bruecke.pages.signed_out import signed_in
from bruecke.pages.versioned_forms import RestoreForm, rebase, show_problems
from bruecke.records.errors import StaleRecord
from bruecke.strategy.actions.measure_parts import (
    PartFields,
    answer_check,
    remove_example,
    remove_part,
    save_example,
    save_part,
)
from bruecke.strategy.actions.measures import restore_measure
from bruecke.strategy.actions.options import decide_option
from bruecke.strategy.errors import MeasureRefused, NotAllowed
from bruecke.strategy.models import Check, Example, Measure, Part
from bruecke.strategy.permissions import can_decide_option
from bruecke.strategy.queries.vocabulary import vocabulary


@signed_in
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a decision on an option."""
    if not can_decide_option(request.principal):  # type: ignore[attr-defined]
        raise PermissionDenied
    measure = to_be_edited(pk, request.principal)  # type: ignore[attr-defined]

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        return decide_option(
            measure=measure,
            expected=data["version"],
            outcome=data["outcome"],
            reference=data["reference"],
            decided_on=data["decided_on"],
            reason=data["reason"],
            recorded=data["decision_id"],
            by=by,
        )

    return _small(request, measure, DecisionForm, do, title=_("Entscheidung festhalten"))


@signed_in
def check(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Answer a point to be considered."""
    measure = to_be_edited(pk, request.principal)  # type: ignore[attr-defined]
    point = _row(Check.objects.all(), measure, row)

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
    return _small(request, measure, CheckForm, do, title=point.question, initial=initial)


@signed_in
def part(request: HttpRequest, pk: int, row: int | None = None) -> HttpResponse:
    """Add or change a part, or take it away."""
    measure = to_be_edited(pk, request.principal)  # type: ignore[attr-defined]
    parts = Part.objects.visible_to(request.principal)  # type: ignore[attr-defined]
    found = _row(parts, measure, row) if row is not None else None

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
    return _small(request, measure, PartForm, do, title=title, initial=initial, removable=found is not None)


@signed_in
def example(request: HttpRequest, pk: int, row: int | None = None) -> HttpResponse:
    """Add or change an example, or take it away."""
    measure = to_be_edited(pk, request.principal)  # type: ignore[attr-defined]
    found = _row(Example.objects.all(), measure, row) if row is not None else None

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        if found is not None and "entfernen" in request.POST:
            return remove_example(measure=measure, expected=data["version"], example=found, why="", by=by)
        return save_example(
            measure=measure, expected=data["version"], example=found, title=data["title"], why="", by=by
        )

    title = _("Beispiel bearbeiten") if found else _("Beispiel ergänzen")
    initial = {"title": found.title if found else ""}
    return _small(request, measure, ExampleForm, do, title=title, initial=initial, removable=found is not None)


@signed_in
def restore(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Bring an earlier version back, as a new one."""
    measure = to_be_edited(pk, request.principal)  # type: ignore[attr-defined]

    def do(measure: Measure, form: Form, by: Principal) -> object:
        data = form.cleaned_data
        return restore_measure(measure=measure, expected=data["version"], version=version, why=data["why"], by=by)

    title = _("Stand %(n)s wiederherstellen") % {"n": version}
    return _small(request, measure, RestoreForm, do, title=title, verb=_("Diesen Stand wiederherstellen"))


def _small(
    request: HttpRequest,
    measure: Measure,
    kind: Callable[..., Form],
    do: Callable[[Measure, Form, Principal], object],
    *,
    title: str,
    initial: dict[str, Any] | None = None,
    removable: bool = False,
    verb: str = "",
) -> HttpResponse:
    """A page with one short form: show it, or do what it says and go back to the measure."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    more = _offers(kind, measure, principal)
    start = {"version": measure.version} | (initial or {})
    form = kind(request.POST if request.method == "POST" else None, initial=start, **more)
    if request.method == "POST" and form.is_valid() and _done(form, lambda: do(measure, form, principal)):
        messages.success(request, _("Gespeichert. Der frühere Stand steht im Verlauf."))
        return redirect("measure", measure.pk)
    context = {
        "href": reverse("measure", args=[measure.pk]),
        "subject": f"{measure.reference} {measure.title}",
        "form": form,
        "title": title,
        "removable": removable,
        "verb": verb,
    }
    return render(request, "records/small.html", context)


def _offers(kind: Callable[..., Form], measure: Measure, principal: Principal) -> dict[str, Any]:
    """What a form lets people choose from."""
    if kind is PartForm:
        return {"known": vocabulary(measure.edition_id, principal=principal)}
    return {"decisions": recorded_decisions(principal)} if kind is DecisionForm else {}


def _done(form: Form, act: Callable[[], object]) -> bool:
    """Do it; False with the reason at the form where it is refused."""
    try:
        act()
    except NotAllowed:
        raise PermissionDenied from None
    except MeasureRefused as refusal:
        show_problems(form, refusal)
    except StaleRecord as stale:
        rebase(form, version=stale.record.version)
        form.add_error(
            None,
            _("Inzwischen hat jemand die Maßnahme geändert. Ihre Eingabe steht noch da: ")
            + _("Bitte prüfen Sie sie und speichern Sie noch einmal."),
        )
    else:
        return True
    return False


def _row(rows: Any, measure: Measure, pk: int) -> Any:
    """Looked for after the measure, so that nobody learns by asking what is there."""
    row = rows.filter(measure=measure, pk=pk).first()
    if row is None:
        raise Http404
    return row


urlpatterns = [
    path("massnahmen/<int:pk>/entscheidung/", decide, name="measure_decide"),
    path("massnahmen/<int:pk>/pruefpunkte/<int:row>/", check, name="measure_check"),
    path("massnahmen/<int:pk>/teile/neu/", part, name="measure_part_new"),
    path("massnahmen/<int:pk>/teile/<int:row>/", part, name="measure_part"),
    path("massnahmen/<int:pk>/beispiele/neu/", example, name="measure_example_new"),
    path("massnahmen/<int:pk>/beispiele/<int:row>/", example, name="measure_example"),
    path("massnahmen/<int:pk>/stand/<int:version>/", restore, name="measure_restore"),
]
