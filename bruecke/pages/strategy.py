# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A strategy: who holds and coordinates it, how often it is evaluated, its editions."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.bodies.queries import known_decisions
from bruecke.pages.record_kind import edit_href, history, working
from bruecke.pages.record_kinds import EDITION, STRATEGY
from bruecke.records.models import JournalEntry
from bruecke.records.queries import acts_on
from bruecke.strategy.models import Edition, Strategy
from bruecke.strategy.queries.records import strategy_sheet


def strategy(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a strategy."""
    principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = strategy_sheet(pk, principal=principal)
    except Strategy.DoesNotExist:
        raise Http404 from None
    acts = acts_on(*sheet.editions) if principal.is_staff else []
    known = known_decisions([row.decision_id for row in sheet.editions if row.decision_id], principal=principal)
    context = {
        "sheet": sheet,
        "editions": [_edition(edition, acts, known, principal) for edition in sheet.editions],
        "crumbs": [(reverse("plan"), _("Ziele und Instrumente"))],
    }
    return render(request, "plan/strategy.html", context | working(STRATEGY, sheet.strategy, principal))


def _edition(edition: Edition, acts: list[JournalEntry], known: set[int], principal: Principal) -> dict[str, Any]:
    decision = edition.decision_id
    own = [act for act in acts if act.record_id == edition.pk]
    return {
        "edition": edition,
        "decision_href": reverse("decision", args=[decision]) if decision in known else "",
        "edit_href": edit_href(EDITION, edition, principal),
        "versions": history(EDITION, edition, own, principal),
    }


urlpatterns = [path("strategien/<int:pk>/", strategy, name="strategy")]
