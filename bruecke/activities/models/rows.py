# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows below an activity: who takes part, the programme, what it costs."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.activities.models.activity import Activity
from bruecke.actors.models import Organisation, Person
from bruecke.records.models import Entry, EntryQuerySet
from bruecke.strategy.models import BudgetLine


class InvolvementRole(models.TextChoices):
    """What an organisation or person is in an activity. The first four belong to a call for interest (R18)."""

    INVITED = "invited", _("eingeladen")
    APPLIED = "applied", _("beworben")
    SELECTED = "selected", _("ausgewählt")
    DECLINED = "declined", _("nicht ausgewählt")
    HEAD = "head", _("Leitung")
    PARTICIPANT = "participant", _("Teilnahme")
    HOST = "host", _("Gastgeber")
    PARTNER = "partner", _("Partner")
    FUNDER = "funder", _("Förderer")
    INTERPRETER = "interpreter", _("Dolmetschen")
    CONTACT = "contact", _("Gesprächspartner")
    INFORMED = "informed", _("unterrichtet")


class Involvement(Entry):
    """An organisation, a person, or a person for an organisation, in an activity. payer: who paid for them."""

    ABOVE = "activity"

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Einrichtung")
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Person")
    )
    role = models.CharField(_("Rolle"), max_length=12, choices=InvolvementRole.choices)
    payer = models.CharField(_("Wer zahlt"), max_length=200, blank=True)
    reason = models.CharField(_("Begründung"), max_length=300, blank=True)

    objects = EntryQuerySet["Involvement"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="involvement_of_somebody",
                condition=models.Q(organisation__isnull=False) | models.Q(person__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return str(self.person or self.organisation)


class ProgrammeItem(Entry):
    """A point of a programme. at: local time at the place, None where only the day is known."""

    ABOVE = "activity"

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="programme")
    day = models.DateField(_("Tag"))
    at = models.TimeField(_("Uhrzeit"), null=True, blank=True)
    title = models.CharField(_("Programmpunkt"), max_length=300)
    venue = models.CharField(_("Ort"), max_length=200, blank=True)
    with_whom = models.CharField(_("Mit wem"), max_length=300, blank=True)

    objects = EntryQuerySet["ProgrammeItem"].as_manager()

    def __str__(self) -> str:
        return self.title


class CostItem(Entry):
    """What something costs, and who pays; planned_cents, actual_cents: euro cents. Never an approval (R05)."""

    ABOVE = "activity"

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="costs")
    title = models.CharField(_("Wofür"), max_length=200)
    payer = models.CharField(_("Wer zahlt"), max_length=200, blank=True)
    budget_line = models.ForeignKey(
        BudgetLine, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Haushaltsstelle")
    )
    planned_cents = models.BigIntegerField(_("geplant"), null=True, blank=True)
    actual_cents = models.BigIntegerField(_("abgerechnet"), null=True, blank=True)

    objects = EntryQuerySet["CostItem"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="cost_item_not_negative",
                condition=(models.Q(planned_cents__isnull=True) | models.Q(planned_cents__gte=0))
                & (models.Q(actual_cents__isnull=True) | models.Q(actual_cents__gte=0)),
            ),
        )

    def __str__(self) -> str:
        return self.title
