# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A strategy: who holds and coordinates it, how often it is evaluated, its editions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from bruecke.pages.record_kinds import STRATEGY, working
from bruecke.strategy.models import Strategy
from bruecke.strategy.permissions import can_edit_plan
from bruecke.strategy.queries.records import strategy_sheet


def strategy(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of a strategy."""
    principal = request.principal  # type: ignore[attr-defined]
    try:
        sheet = strategy_sheet(pk, principal=principal)
    except Strategy.DoesNotExist:
        raise Http404 from None
    context = {
        "sheet": sheet,
        "can_edit": can_edit_plan(principal),
        "crumbs": [(reverse("plan"), _("Ziele und Instrumente"))],
    }
    return render(request, "plan/strategy.html", context | working(STRATEGY, sheet.strategy, principal))


urlpatterns = [path("strategien/<int:pk>/", strategy, name="strategy")]
