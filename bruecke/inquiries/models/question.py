# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sub-question with its answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.inquiries.answer import Drawn, of_json
from bruecke.inquiries.models.inquiry import Inquiry
from bruecke.places.models import Place
from bruecke.records.models import Entry, EntryQuerySet


class SubQuestion(Entry):
    """One question of an inquiry with its answer.

    shape: name of a file in inquiries/shapes, "" for text alone; period_from, period_until, place: what its tables are
    drawn for. drawn: those tables as last drawn (answer.Drawn as JSON), {} without. refused_because: ground on which it
    is not answered, secret_because: ground on which the answer is not published; "" for neither. amounts_are_public:
    the columns that the registers show to the government alone are published with the answer.
    """

    ABOVE = "inquiry"

    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("Nummer"))
    text = models.TextField(_("Frage"))
    shape = models.CharField(_("Tabelle"), max_length=20, blank=True)
    period_from = models.DateField(_("Zeitraum von"), null=True, blank=True)
    period_until = models.DateField(_("Zeitraum bis"), null=True, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Land oder Ort")
    )
    amounts_are_public = models.BooleanField(_("Beträge werden veröffentlicht"), default=False)
    answer = models.TextField(_("Antwort"), blank=True)
    refused_because = models.TextField(_("Grund, nicht zu antworten"), blank=True)
    secret_because = models.TextField(_("Grund, nicht zu veröffentlichen"), blank=True)
    drawn = models.JSONField(default=dict, editable=False)

    objects = EntryQuerySet["SubQuestion"].as_manager()

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                name="sub_question_period_forward",
                condition=models.Q(period_from__isnull=True)
                | models.Q(period_until__isnull=True)
                | models.Q(period_until__gte=models.F("period_from")),
            ),
        )

    def __str__(self) -> str:
        return self.text

    @property
    def tables(self) -> Drawn | None:
        """What was drawn, None for text alone."""
        found = of_json(self.drawn) if self.drawn else None
        return found if isinstance(found, Drawn) else None
