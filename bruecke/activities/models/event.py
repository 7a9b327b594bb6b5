# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events in countries and the reviews they call for."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.places.models import Place
from bruecke.records.models import Record, RecordQuerySet


class CountryEventKind(models.TextChoices):
    """What happened in a country that makes its records worth a look."""

    CONFLICT = "conflict", _("Konflikt")
    SANCTIONS = "sanctions", _("Sanktionen")
    ELECTION = "election", _("Wahl")
    DISASTER = "disaster", _("Katastrophe")
    OTHER = "other", _("anderes")


class CountryEvent(Record):
    """An event in a place; everything that concerns the place is listed for review."""

    kind = models.CharField(_("Art"), max_length=10, choices=CountryEventKind.choices)
    title = models.CharField(_("Ereignis"), max_length=300)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("Ort"))
    happened_on = models.DateField(_("am"))
    note = models.TextField(_("Einschätzung"), blank=True)

    objects = RecordQuerySet["CountryEvent"].as_manager()

    def __str__(self) -> str:
        return self.title


class EventReview(models.Model):
    """Somebody looked at one record because of an event; never changed. subject: its type and key."""

    event = models.ForeignKey(CountryEvent, models.CASCADE, related_name="reviews")
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    outcome = models.CharField(_("Ergebnis"), max_length=500)
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=("event", "subject_type", "subject_id", "-id"), name="event_review_of"),)

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}"
