# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a house is asked to supply, and what it supplied."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.inquiries.models.inquiry import Inquiry
from bruecke.inquiries.models.question import SubQuestion
from bruecke.records.models import Entry, EntryQuerySet


class SupplyState(models.TextChoices):
    """What became of a request to a house."""

    ASKED = "asked", _("angefragt")
    GIVEN = "given", _("geliefert")
    NOTHING = "nothing", _("Fehlanzeige")


class Supply(Entry):
    """What one house is asked to supply for one inquiry or one of its questions, and what it supplied ("Zulieferung").

    Not a Contribution: that is a ministry's answer in a round of the plan. text: the house's own draft while asked.
    returned_because: why the coordinator or the house opened it again. taken_over_at: when it went into the answer.
    """

    ABOVE = "inquiry"

    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="supplies")
    question = models.ForeignKey(
        SubQuestion, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("zu Frage")
    )
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("Haus"))
    due_on = models.DateField(_("interne Frist"))
    state = models.CharField(
        _("Stand"), max_length=8, choices=SupplyState.choices, default=SupplyState.ASKED, editable=False
    )
    text = models.TextField(_("Zulieferung"), blank=True)
    given_by = models.CharField(max_length=200, blank=True, editable=False)
    given_at = models.DateTimeField(null=True, blank=True, editable=False)
    returned_because = models.CharField(max_length=300, blank=True, editable=False)
    taken_over_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EntryQuerySet["Supply"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="supply_given_by_somebody",
                condition=models.Q(state="asked", given_at__isnull=True, taken_over_at__isnull=True)
                | models.Q(state__in=("given", "nothing"), given_at__isnull=False),
            ),
            models.CheckConstraint(
                name="supply_given_says_something", condition=~models.Q(state="given") | ~models.Q(text="")
            ),
            models.UniqueConstraint(fields=("inquiry", "organisation", "question"), name="supply_once_a_question"),
            models.UniqueConstraint(
                fields=("inquiry", "organisation"),
                name="supply_once_for_the_whole",
                condition=models.Q(question__isnull=True),
            ),
        )
        indexes = (models.Index(fields=("organisation", "state", "due_on"), name="supply_waiting"),)

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def is_asked(self) -> bool:
        """Whether the house has not answered yet."""
        return self.state == SupplyState.ASKED

    def is_overdue(self, today: date) -> bool:
        """Whether the internal deadline is over without an answer."""
        return self.is_asked and today > self.due_on
