# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A strategy and its editions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.bodies.models import Decision
from bruecke.library.models import SourceText
from bruecke.records.models import Record, RecordQuerySet


class Strategy(Record):
    """The standing policy of one government.

    coordinating_body: R01; None until a person says. evaluation_interval_months: R02 states none, so unset until set.
    """

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("Name"), max_length=250)
    holder = models.CharField(_("Träger"), max_length=200, blank=True)
    coordinating_body = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    evaluation_interval_months = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = RecordQuerySet["Strategy"].as_manager()

    def __str__(self) -> str:
        return self.name


class EditionState(models.TextChoices):
    """Life cycle of an edition (domain.md)."""

    DRAFT = "draft", _("Entwurf")
    REVIEW = "review", _("in Prüfung")
    ADOPTED = "adopted", _("beschlossen")
    SUPERSEDED = "superseded", _("abgelöst")


class Edition(models.Model):
    """One adopted text of a strategy. Exactly one stands at a time; earlier ones stay as they were (R25).

    adopted_on, decision_reference: entered by people; the document states neither. version: of what they entered,
    kept by the journal.
    """

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="editions")
    ordinal = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=12, choices=EditionState.choices, default=EditionState.DRAFT)
    text = models.ForeignKey(SourceText, models.PROTECT, related_name="+")
    adopted_on = models.DateField(_("beschlossen am"), null=True, blank=True)
    decision_reference = models.CharField(_("Beschluss"), max_length=200, blank=True)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Beschluss im Verzeichnis")
    )
    published_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("strategy", "ordinal")
        constraints = (
            models.UniqueConstraint(fields=("strategy", "ordinal"), name="edition_ordinal_once"),
            models.UniqueConstraint(
                fields=("strategy",), name="edition_one_adopted", condition=models.Q(state="adopted")
            ),
            models.UniqueConstraint(fields=("strategy", "text"), name="edition_text_once"),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.ordinal})"
