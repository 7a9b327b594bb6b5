# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly plan of trips, fairs and events, house by house, with last year as a start."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.activities.actions.plan_approvals import PLAN_APPROVAL, approve_plan
from bruecke.activities.actions.year_plan import begin_year
from bruecke.activities.models import PlanApproval
from bruecke.activities.permissions import can_enter_activity, can_see_internal
from bruecke.activities.queries.choices import choices
from bruecke.activities.queries.plan_approvals import approvals_of, seen_plan_approval
from bruecke.activities.queries.year_plan import year_plan
from bruecke.pages.activities import crumbs
from bruecke.pages.activity_forms import PlanApprovalForm
from bruecke.pages.activity_step_forms import BeginYearForm
from bruecke.pages.activity_steps import done, stopped
from bruecke.pages.activity_words import line_when, state_in_words
from bruecke.pages.measure_words import euro_in_words
from bruecke.pages.paper_links import papers_of_year
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import Choices
from bruecke.pages.record_kind import Kind, edit_href, new_href
from bruecke.pages.record_kinds import recorded_decisions
from bruecke.records.visibility import Visibility


def _offers(approval: PlanApproval | None, principal: Principal) -> dict[str, Choices]:
    houses = choices("leads", principal=principal)["leads"]
    return {"lead_id": [("", "–"), *houses], "decision_id": recorded_decisions(principal)}


APPROVAL = Kind(
    "plan_approval",
    "planfreigaben",
    lambda approval: reverse("year_plan") + _address(approval.year, approval.lead_id),
    gettext_lazy("Genehmigung eines Jahresplans bearbeiten"),
    PlanApprovalForm,
    PLAN_APPROVAL,
    seen_plan_approval,
    _offers,
    approve_plan,
    gettext_lazy("Genehmigung eines Jahresplans festhalten"),
    {"visibility": Visibility.MINISTRIES},
    back="year_plan",
)
_YEAR = re.compile(r"[12]\d{3}", re.ASCII)


def plan(request: HttpRequest) -> HttpResponse:
    """One year ("jahr"), of one house ("haus") or of all."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    year = _asked_year(request.GET.get("jahr", ""))
    houses = choices("leads", principal=principal)["leads"]
    asked = request.GET.get("haus", "")
    house = next((pk for pk, _label in houses if str(pk) == asked), None)
    rows = year_plan(house, year, principal=principal)
    is_staff = can_see_internal(principal)
    sums = [row.planned_cents for row in rows if row.planned_cents is not None]
    approvals = approvals_of(house, year, [row.line for row in rows], principal=principal)
    context = {
        "year": year,
        "approvals": [(each, edit_href(APPROVAL, each.approval, principal)) for each in approvals],
        "approve_href": _approve_href(house, year, principal),
        "houses": houses,
        "house": house,
        "rows": [
            (row, line_when(row.line), state_in_words(row.line.kind, row.line.state), euro_in_words(row.planned_cents))
            for row in rows
        ],
        "total": euro_in_words(sum(sums)) if sums else "",
        "previous": _address(year - 1, house),
        "next": _address(year + 1, house),
        "is_staff": is_staff,
        "begin": f"{reverse('year_plan_begin')}{_address(year, house)}" if can_enter_activity(principal) else "",
        "papers": papers_of_year(year, principal),
        "crumbs": crumbs(),
        "has_invented": any(row.line.is_invented for row in rows),
    }
    return render(request, "activities/year_plan.html", context)


def _approve_href(house: int | None, year: int, principal: Principal) -> str:
    address = new_href(APPROVAL, principal)
    return f"{address}?year={year}" + (f"&lead_id={house}" if house else "") if address else ""


def _asked_year(text: str) -> int:
    return int(text) if _YEAR.fullmatch(text) else timezone.localdate().year


def _address(year: int, house: int | None) -> str:
    return f"?jahr={year}" + (f"&haus={house}" if house else "")


def begin(request: HttpRequest) -> HttpResponse:
    """Take over what a house did in the year before, as ideas."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    if (stop := stopped(request, can_enter_activity(principal))) is not None:
        return stop
    year = _asked_year(request.GET.get("jahr", ""))
    initial = {"year": year, "lead_id": request.GET.get("haus", "")}
    form = BeginYearForm(request.POST or None, initial=initial)
    houses = choices("leads", principal=principal)["leads"]
    form.fields["lead_id"].choices = [("", "–"), *houses]  # type: ignore[attr-defined]
    act = lambda said: begin_year(by=principal, **said)  # noqa: E731
    return done(
        request, form, act, _("Vorjahr übernehmen"), _("Jahresplan"), reverse("year_plan") + _address(year, None)
    )


urlpatterns = [
    path("vorhaben/jahresplan/", plan, name="year_plan"),
    path("vorhaben/jahresplan/uebernehmen/", begin, name="year_plan_begin"),
    *addresses(APPROVAL),
]
