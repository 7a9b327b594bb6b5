# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small pages of one step each: planning, approving, holding, cancelling an activity; the call for interest."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.rows import CALL, invite
from bruecke.activities.actions.stages import approve_activity, cancel_activity, hold_activity, plan_activity
from bruecke.activities.models import Activity
from bruecke.activities.permissions import can_edit_activity
from bruecke.activities.queries.choices import choices
from bruecke.pages.activity_sheet import found_or_404
from bruecke.pages.activity_step_forms import ApproveForm, CancelForm, HoldForm, InviteForm, PlanForm, StepForm
from bruecke.pages.versioned_forms import rebase, show_problems
from bruecke.records.errors import Refused, StaleRecord

Act = Callable[[dict[str, Any]], object]


def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """From an idea to a plan."""
    return _step(request, pk, PlanForm, plan_activity, _("Vorhaben planen"))


def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody approved it."""
    return _step(request, pk, ApproveForm, approve_activity, _("Genehmigung festhalten"))


def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """It took place."""
    return _step(request, pk, HoldForm, hold_activity, _("Ergebnis festhalten"))


def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """It will not take place."""
    return _step(request, pk, CancelForm, cancel_activity, _("Vorhaben absagen"))


def call(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask actors whether they want to come along (R18)."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    activity = found_or_404(pk, principal)
    if (stop := stopped(request, can_edit_activity(principal, activity))) is not None:
        return stop
    start = {"version": activity.version, "until": activity.particulars.get("call_until")}
    form = InviteForm(request.POST or None, initial=start)
    form.fields["organisations"].choices = _to_ask(activity, principal, is_sent=form.is_bound)  # type: ignore[attr-defined]
    act = lambda said: invite(activity=activity, by=principal, **said)  # noqa: E731
    note = _("Brücke verschickt nichts. Hier steht, wen Sie fragen; danach, wer sich bewirbt und ausgewählt wird.")
    title, href = _("Interesse abfragen"), reverse("activity", args=[pk])
    return done(request, form, act, title, str(activity), href, note, _("Als gefragt eintragen"))


def _to_ask(activity: Activity, principal: Principal, *, is_sent: bool) -> list[tuple[int, str]]:
    """Organisations that do not stand in the call. is_sent: all, for somebody else may have asked one meanwhile."""
    offered = choices("organisations", principal=principal)["organisations"]
    if is_sent:
        return offered
    asked = set(activity.involvements.standing().filter(role__in=CALL).values_list("organisation_id", flat=True))
    return [(key, name) for key, name in offered if key not in asked]


def _step(
    request: HttpRequest, pk: int, form_class: type[StepForm], act: Callable[..., Activity], title: str
) -> HttpResponse:
    principal: Principal = request.principal  # type: ignore[attr-defined]
    activity = found_or_404(pk, principal)
    if (stop := stopped(request, can_edit_activity(principal, activity))) is not None:
        return stop
    form = form_class(request.POST or None, initial={"version": activity.version, "result": activity.result})
    said = lambda values: act(activity=activity, by=principal, **values)  # noqa: E731
    return done(request, form, said, title, str(activity), reverse("activity", args=[pk]))


def stopped(request: HttpRequest, may: bool) -> HttpResponse | None:
    """Sign in first, or "not yours"; None for who may."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if principal.is_public:
        return redirect_to_login(request.get_full_path())
    if not may:
        raise PermissionDenied
    return None


def done(
    request: HttpRequest,
    form: forms.Form,
    act: Act,
    title: str,
    subject: str,
    href: str,
    note: str = "",
    verb: str = "",
) -> HttpResponse:
    """Do it with what the form says and go back to `href`, or show the form with what is wrong.

    note: what somebody should know before; verb: what the button says, "" for "save".
    """
    if form.is_bound and form.is_valid() and _acted(form, act):
        messages.success(request, _("Gespeichert."))
        return redirect(href)
    context = {"title": title, "subject": subject, "href": href, "form": form, "note": note, "verb": verb}
    return render(request, "records/small.html", context)


def _acted(form: forms.Form, act: Act) -> bool:
    values = dict(form.cleaned_data)
    if "version" in values:
        values["expected"] = values.pop("version")
    try:
        act(values)
    except Refused as refusal:
        show_problems(form, refusal)
    except StaleRecord as stale:
        rebase(form, version=stale.record.version)
        form.add_error(None, _("Inzwischen hat jemand gespeichert. Bitte prüfen Sie den Verlauf."))
    else:
        return True
    return False


urlpatterns = [
    path("vorhaben/<int:pk>/planen/", plan, name="activity_plan"),
    path("vorhaben/<int:pk>/genehmigung/", approve, name="activity_approve"),
    path("vorhaben/<int:pk>/ergebnis/", hold, name="activity_hold"),
    path("vorhaben/<int:pk>/absagen/", cancel, name="activity_cancel"),
    path("vorhaben/<int:pk>/interesse/", call, name="activity_call"),
]
