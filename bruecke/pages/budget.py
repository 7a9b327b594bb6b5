# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budget periods and their lines, with what activities plan and spent on each."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.activities.queries.offers import costs_by_line
from bruecke.pages.measure_words import euro_in_words
from bruecke.pages.record_edit import addresses
from bruecke.pages.record_form import FILING, FiledForm
from bruecke.pages.record_kind import Above, Kind, edit_href, new_href
from bruecke.records.visibility import Visibility
from bruecke.strategy.actions.funding import LINE as LINE_RULES
from bruecke.strategy.actions.funding import PERIOD as PERIOD_RULES
from bruecke.strategy.actions.funding import enter_period
from bruecke.strategy.models import BudgetLine
from bruecke.strategy.permissions import can_see_internal
from bruecke.strategy.queries.funding import budget, seen_line, seen_period


def _year(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": gettext_lazy("Das ist kein Haushaltsjahr.")},
    )


class PeriodForm(FiledForm):
    """The years of one budget act."""

    groups = (("", ("name", "first_year", "last_year")), FILING)

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    first_year = _year(gettext_lazy("Erstes Jahr"))
    last_year = _year(gettext_lazy("Letztes Jahr"))


class LineForm(FiledForm):
    """Einzelplan, Kapitel and Titel."""

    groups = (("", ("section", "chapter", "title", "purpose")), FILING)

    section = forms.CharField(label=gettext_lazy("Einzelplan"), max_length=4)
    chapter = forms.CharField(label=gettext_lazy("Kapitel"), max_length=8)
    title = forms.CharField(label=gettext_lazy("Titel"), max_length=12)
    purpose = forms.CharField(label=gettext_lazy("Zweckbestimmung"), max_length=300, required=False)


def _page(record: object) -> str:
    return reverse("budget")


PERIOD = Kind(
    "budget_period",
    "haushaltszeitraeume",
    _page,
    gettext_lazy("Haushaltszeitraum bearbeiten"),
    PeriodForm,
    PERIOD_RULES,
    seen_period,
    enter=enter_period,
    new_title=gettext_lazy("Haushaltszeitraum anlegen"),
    blank={"visibility": Visibility.MINISTRIES},
    back="budget",
)
LINE = Kind(
    "budget_line",
    "haushaltsstellen",
    _page,
    gettext_lazy("Haushaltsstelle bearbeiten"),
    LineForm,
    LINE_RULES,
    seen_line,
    new_title=gettext_lazy("Haushaltsstelle anlegen"),
    blank={"visibility": Visibility.MINISTRIES},
    above=Above("haushaltszeitraeume", seen_period, BudgetLine, "period"),
)


def page(request: HttpRequest) -> HttpResponse:
    """All periods and lines."""
    principal: Principal = request.principal  # type: ignore[attr-defined]
    sums = costs_by_line(principal=principal) if can_see_internal(principal) else {}
    periods = [
        {
            "period": period,
            "edit": edit_href(PERIOD, period, principal),
            "new_line": new_href(LINE, principal, period),
            "lines": [
                (line, edit_href(LINE, line, principal), *map(euro_in_words, sums.get(line.pk, (None, None))))
                for line in lines
            ],
        }
        for period, lines in budget(principal=principal)
    ]
    context = {"periods": periods, "new": new_href(PERIOD, principal), "is_staff": can_see_internal(principal)}
    return render(request, "activities/budget.html", context)


urlpatterns = [path("haushalt/", page, name="budget"), *addresses(PERIOD), *addresses(LINE)]
