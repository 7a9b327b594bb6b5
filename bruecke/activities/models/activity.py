# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities and the series some of them belong to."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.base.dates import FUZZY
from bruecke.bodies.models import Session
from bruecke.partnerships.models import Partnership
from bruecke.places.models import Place
from bruecke.records.models import Record, RecordQuerySet
from bruecke.strategy.models import Measure, Theme


class ActivityState(models.TextChoices):
    """Where an activity stands. Dormant partnerships admit no new planned one (R11)."""

    IDEA = "idea", _("Vorschlag")
    PLANNED = "planned", _("geplant")
    APPROVED = "approved", _("genehmigt")
    HELD = "held", _("durchgeführt")
    CANCELLED = "cancelled", _("abgesagt")


class ActivitySeries(Record):
    """Conferences and fairs that come again (R33); each time is an Activity with this series."""

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("Name"), max_length=250)
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Maßnahme")
    )

    objects = RecordQuerySet["ActivitySeries"].as_manager()

    def __str__(self) -> str:
        return self.name


class Activity(Record):
    """One thing that happens or happened. kind: name of a file in activities/kinds; particulars: its typed fields.

    when_in_words: as somebody typed it ("2. Halbjahr 2026"); from it follow starts, ends (truncated ISO dates),
    starts_from (first possible day: "2026" is 1 January) for sorting and the calendar, ends_by (last possible day).
    result: in plain words, once held. is_invented: made up for the demonstration; every page says so.
    """

    kind = models.SlugField(_("Art"), max_length=40)
    title = models.CharField(_("Titel"), max_length=300)
    series = models.ForeignKey(
        ActivitySeries, models.PROTECT, null=True, blank=True, related_name="occurrences", verbose_name=_("Reihe")
    )
    state = models.CharField(_("Stand"), max_length=10, choices=ActivityState.choices, default=ActivityState.PLANNED)
    starts = models.CharField(_("Beginn"), max_length=10, editable=False)
    ends = models.CharField(_("Ende"), max_length=10, blank=True, editable=False)
    when_in_words = models.CharField(_("Termin"), max_length=80, blank=True)
    starts_from = models.DateField(editable=False)
    ends_by = models.DateField(editable=False)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Federführung")
    )
    places = models.ManyToManyField(Place, blank=True, related_name="+", verbose_name=_("Orte"))
    partnerships = models.ManyToManyField(Partnership, blank=True, related_name="+", verbose_name=_("Partnerschaften"))
    measures = models.ManyToManyField(Measure, blank=True, related_name="+", verbose_name=_("Maßnahmen"))
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("Themen"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Sitzung")
    )
    purpose = models.TextField(_("Zweck"), blank=True)
    result = models.TextField(_("Ergebnis"), blank=True)
    particulars = models.JSONField(default=dict, blank=True)
    is_invented = models.BooleanField(_("für die Vorführung erfunden"), default=False)

    objects = RecordQuerySet["Activity"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="activity_dates",
                condition=models.Q(starts__regex=FUZZY.pattern)
                & (models.Q(ends="") | models.Q(ends__regex=FUZZY.pattern)),
            ),
            models.CheckConstraint(
                name="activity_ends_after_it_starts", condition=models.Q(ends_by__gte=models.F("starts_from"))
            ),
        )
        indexes = (
            models.Index(fields=("starts_from", "id"), name="activity_in_order"),
            models.Index(fields=("visibility", "kind", "state", "starts_from"), name="activity_facets"),
        )

    def __str__(self) -> str:
        return self.title


def links_to(name: str) -> models.QuerySet[Any]:
    """Rows of the table that links activities to "places", "partnerships", "measures", "themes" or "named_houses"."""
    through: Any = getattr(Activity, name).through
    found: models.QuerySet[Any] = through._default_manager.all()
    return found
