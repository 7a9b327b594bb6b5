# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inquiry itself: who asks by what right, the clock, how it ended."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.clearance.models import Circulation
from bruecke.inquiries.answer import Answer, of_json
from bruecke.inquiries.clock import Clock
from bruecke.records.models import Record, RecordQuerySet


class InquiryKind(models.TextChoices):
    """Who asks, and by what right."""

    SMALL = "small", _("Kleine Anfrage")
    LARGE = "large", _("Große Anfrage")
    MOTION = "motion", _("Antrag")
    TRANSPARENCY = "transparency", _("Antrag auf Informationszugang")
    AUDIT = "audit", _("Anfrage des Rechnungshofs")


class InquiryState(models.TextChoices):
    """Where an inquiry stands. Whether it goes round for co-signature is known to clearance alone."""

    OPEN = "open", _("in Bearbeitung")
    SENT = "sent", _("beantwortet")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class Inquiry(Record):
    """One inquiry. due_on: the deadline as first set; extended_until, extended_because: the one that counts, and why.

    asked_by, frozen, cleared_by show to staff only. earlier: answers on the same matter that somebody named. frozen:
    the answer as sent (answer.as_json), {} before; cleared_by: the circulation it rests on. Published is only what was
    sent. is_invented: made up for the demonstration; every page and paper says so.
    """

    kind = models.CharField(_("Art"), max_length=12, choices=InquiryKind.choices)
    number = models.CharField(_("Nummer"), max_length=60)
    title = models.CharField(_("Gegenstand"), max_length=300)
    asked_by = models.CharField(_("gestellt von"), max_length=200, blank=True)
    dispatched_on = models.DateField(_("zugeleitet am"))
    due_on = models.DateField(_("Frist"))
    extended_until = models.DateField(_("verlängert bis"), null=True, blank=True, editable=False)
    extended_because = models.CharField(_("Grund der Verlängerung"), max_length=300, blank=True, editable=False)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Federführung")
    )
    earlier = models.ManyToManyField("self", blank=True, symmetrical=False, related_name="+")
    state = models.CharField(
        _("Stand"), max_length=10, choices=InquiryState.choices, default=InquiryState.OPEN, editable=False
    )
    sent_on = models.DateField(null=True, blank=True, editable=False)
    cleared_by = models.ForeignKey(Circulation, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    frozen = models.JSONField(default=dict, editable=False)
    is_invented = models.BooleanField(_("für die Vorführung erfunden"), default=False, editable=False)

    objects = RecordQuerySet["Inquiry"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="inquiry_due_after_dispatch", condition=models.Q(due_on__gte=models.F("dispatched_on"))
            ),
            models.CheckConstraint(
                name="inquiry_extended_with_reason",
                condition=models.Q(extended_until__isnull=True, extended_because="")
                | (
                    models.Q(extended_until__isnull=False, extended_until__gt=models.F("due_on"))
                    & ~models.Q(extended_because="")
                ),
            ),
            models.CheckConstraint(
                name="inquiry_sent_is_frozen",
                condition=(models.Q(state="sent", sent_on__isnull=False, cleared_by__isnull=False))
                | (~models.Q(state="sent") & models.Q(sent_on__isnull=True, cleared_by__isnull=True)),
            ),
            models.CheckConstraint(
                name="inquiry_published_is_sent",
                condition=~models.Q(visibility="published") | models.Q(state="sent"),
            ),
            models.UniqueConstraint(fields=("kind", "number"), name="inquiry_number_once"),
        )
        indexes = (models.Index(fields=("state", "due_on"), name="inquiry_due"),)

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def clock(self) -> Clock:
        """Its deadline, as extended."""
        return Clock(self.dispatched_on, self.due_on, self.extended_until)

    @property
    def is_open(self) -> bool:
        """Whether it is still being worked on."""
        return self.state == InquiryState.OPEN

    @property
    def answer_as_sent(self) -> Answer | None:
        """The answer as sent, None before."""
        stored: dict[str, Any] = self.frozen
        found = of_json(stored) if stored else None
        return found if isinstance(found, Answer) else None
