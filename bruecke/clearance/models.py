# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Release and co-signature of any content, by its hash; other rooms' records are named by type and key."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.records.models import Record, RecordQuerySet


class CirculationState(models.TextChoices):
    """Where a circulation stands. proceeded: the coordinator went on after the deadline, with a reason."""

    OPEN = "open", _("läuft")
    CLEARED = "cleared", _("mitgezeichnet")
    PROCEEDED = "proceeded", _("ohne vollständige Mitzeichnung fortgesetzt")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class Circulation(Record):
    """One content that goes round the houses for co-signature.

    subject: (type, key) of what it is; part: of which part, "" for the whole. content_hash: SHA-256 (hexadecimal) of
    the content as asked for; it identifies records, never people. deadline_on: last working day for an answer.
    """

    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    part = models.CharField(max_length=120, blank=True)
    title = models.CharField(_("Gegenstand"), max_length=300)
    content_hash = models.CharField(max_length=64)
    deadline_on = models.DateField(_("Frist"))
    state = models.CharField(_("Stand"), max_length=10, choices=CirculationState.choices, default=CirculationState.OPEN)
    proceed_reason = models.TextField(_("Grund der Fortsetzung"), blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RecordQuerySet["Circulation"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("subject_type", "subject_id", "-id"), name="circulation_of"),)
        constraints = (
            models.CheckConstraint(
                name="circulation_proceeds_with_reason",
                condition=~models.Q(state="proceeded") | ~models.Q(proceed_reason=""),
            ),
            models.UniqueConstraint(
                name="circulation_one_running",
                fields=("subject_type", "subject_id", "part"),
                condition=models.Q(state="open"),
            ),
        )

    def __str__(self) -> str:
        return self.title


class Answer(models.TextChoices):
    """A house's word; no answer is never consent."""

    AGREE = "agree", _("einverstanden")
    CHANGES = "changes", _("einverstanden mit Änderungen")
    OBJECT = "object", _("nicht einverstanden")
    NOT_CONCERNED = "not_concerned", _("nicht betroffen")
    LEADERSHIP = "leadership", _("unter Vorbehalt der Leitung")


class Addressee(models.Model):
    """A house that is asked to co-sign."""

    circulation = models.ForeignKey(Circulation, models.CASCADE, related_name="addressees")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("circulation", "organisation"), name="addressee_once"),)

    def __str__(self) -> str:
        return str(self.organisation)


class CoSignature(models.Model):
    """One answer of one house on exactly one content; never changed. A later answer, or an edit, takes its place.

    voided_at: when the content it was given on was edited. is_deputy: signed "i. V.".
    """

    addressee = models.ForeignKey(Addressee, models.PROTECT, related_name="answers")
    content_hash = models.CharField(max_length=64)
    answer = models.CharField(_("Antwort"), max_length=16, choices=Answer.choices)
    text = models.TextField(_("Begründung oder Änderungswunsch"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    is_deputy = models.BooleanField(_("in Vertretung"), default=False)
    at = models.DateTimeField(default=timezone.now)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-at", "-id")
        constraints = (
            models.CheckConstraint(
                name="co_signature_says_why",
                condition=~models.Q(answer__in=("changes", "object")) | ~models.Q(text=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.addressee_id}: {self.answer}"
