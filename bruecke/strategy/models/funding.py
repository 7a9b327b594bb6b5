# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budget periods and their lines; what a measure needs and what the budget act gives comes with the rounds."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.records.models import Record, RecordQuerySet


class BudgetPeriod(Record):
    """The years of one budget act (a double budget has two). Nothing in it implies an approval (R05)."""

    name = models.CharField(_("Name"), max_length=80, unique=True)
    first_year = models.PositiveSmallIntegerField(_("erstes Jahr"))
    last_year = models.PositiveSmallIntegerField(_("letztes Jahr"))

    objects = RecordQuerySet["BudgetPeriod"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="budget_period_forward", condition=models.Q(last_year__gte=models.F("first_year"))
            ),
        )

    def __str__(self) -> str:
        return self.name


class BudgetLine(Record):
    """Einzelplan, Kapitel and Titel in one period; the same title of another period is another line."""

    period = models.ForeignKey(BudgetPeriod, models.PROTECT, related_name="lines", verbose_name=_("Haushaltszeitraum"))
    section = models.CharField(_("Einzelplan"), max_length=4)
    chapter = models.CharField(_("Kapitel"), max_length=8)
    title = models.CharField(_("Titel"), max_length=12)
    purpose = models.CharField(_("Zweckbestimmung"), max_length=300, blank=True)

    objects = RecordQuerySet["BudgetLine"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("period", "section", "chapter", "title"), name="budget_line_once"),
        )

    def __str__(self) -> str:
        return f"{self.section}/{self.chapter}/{self.title}"
