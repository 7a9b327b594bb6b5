# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.activities.models.activity import Activity
from bruecke.actors.models import Organisation
from bruecke.partnerships.models import Partnership
from bruecke.records.models import Record, RecordQuerySet


class PromiseDirection(models.TextChoices):
    """Who owes."""

    WE_OWE = "we_owe", _("wir schulden")
    THEY_OWE = "they_owe", _("uns wird geschuldet")


class PromiseState(models.TextChoices):
    """What became of a promise; overdue is computed."""

    OPEN = "open", _("offen")
    KEPT = "kept", _("eingelöst")
    BROKEN = "broken", _("nicht eingelöst")
    RELEASED = "released", _("erledigt ohne Einlösung")


class Promise(Record):
    """What they or we owe, from a trip or minutes. counterpart: the other side in words where no record names it."""

    activity = models.ForeignKey(
        Activity, models.PROTECT, null=True, blank=True, related_name="promises", verbose_name=_("Vorhaben")
    )
    partnership = models.ForeignKey(
        Partnership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Partnerschaft")
    )
    direction = models.CharField(_("Wer schuldet"), max_length=8, choices=PromiseDirection.choices)
    text = models.CharField(_("Was"), max_length=500)
    responsible = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("zuständig bei uns")
    )
    counterpart = models.CharField(_("Gegenüber"), max_length=200, blank=True)
    due_on = models.DateField(_("fällig am"), null=True, blank=True)
    state = models.CharField(
        _("Stand"), max_length=8, choices=PromiseState.choices, default=PromiseState.OPEN, editable=False
    )
    settled_on = models.DateField(null=True, blank=True, editable=False)
    settled_note = models.TextField(blank=True, editable=False)

    objects = RecordQuerySet["Promise"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="promise_belongs_somewhere",
                condition=models.Q(activity__isnull=False) | models.Q(partnership__isnull=False),
            ),
            models.CheckConstraint(
                name="promise_settled_on_a_day",
                condition=models.Q(state="open", settled_on__isnull=True)
                | (~models.Q(state="open") & models.Q(settled_on__isnull=False)),
            ),
        )
        indexes = (models.Index(fields=("state", "due_on"), name="promise_due"),)

    def __str__(self) -> str:
        return self.text
