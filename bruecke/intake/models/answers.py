# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What partner institutions say of the records about them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation


class Confirmation(models.Model):
    """An institution said in a year that a record is right. record_type: a key of intake.answerable."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    record_type = models.CharField(max_length=20)
    record_id = models.BigIntegerField()
    year = models.PositiveSmallIntegerField()
    confirmed_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "record_type", "record_id", "year"), name="confirmation_once_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.record_type} {self.record_id} {self.year}"


class CorrectionState(models.TextChoices):
    """What became of a proposal."""

    OPEN = "open", _("offen")
    ACCEPTED = "accepted", _("angenommen")
    REFUSED = "refused", _("abgelehnt")


class Correction(models.Model):
    """What an institution says is wrong with a record, until the coordinator decides.

    fields: name → [as it was shown, as it should be]. note: what no field holds. reason: why it was refused.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    record_type = models.CharField(max_length=20)
    record_id = models.BigIntegerField()
    fields = models.JSONField(default=dict)
    note = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=CorrectionState.choices, default=CorrectionState.OPEN)
    reason = models.CharField(max_length=300, blank=True)
    proposed_at = models.DateTimeField(default=timezone.now)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "record_type", "record_id"),
                name="correction_one_open",
                condition=models.Q(state="open"),
            ),
            models.CheckConstraint(
                name="correction_refused_with_reason", condition=~models.Q(state="refused") | ~models.Q(reason="")
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.record_type} {self.record_id}"


class SheetState(models.TextChoices):
    """Where a spreadsheet of answers stands."""

    READING = "reading", _("wird gelesen")
    TAKEN = "taken", _("übernommen")
    FAILED = "failed", _("nicht übernommen")


class AnswerSheet(models.Model):
    """A spreadsheet in which an institution answered for all its records at once.

    result: numbers proposed and confirmed, and problems (typed reader intake.table_problems) with the row's number; of
    a sheet with problems nothing is taken. message, english: why it could not be read.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    stored_name = models.CharField(max_length=80)
    state = models.CharField(max_length=10, choices=SheetState.choices, default=SheetState.READING)
    result = models.JSONField(default=dict)
    message = models.TextField(blank=True)
    english = models.TextField(blank=True)
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.sent_at:%Y-%m-%d}"
