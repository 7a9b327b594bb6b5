# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly plan of a house as it was approved."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.bodies.models import Decision
from bruecke.records.models import Record, RecordQuerySet


class PlanApproval(Record):
    """Somebody with the say approved the plan of a house as a whole; never a grant of money (R05).

    contents: the plan of that day, rows [key of the activity, starts, ends] with truncated dates, so that what changed
    since can be told. A later approval of the same plan stands beside the earlier ones.
    """

    lead = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name=_("Haus"))
    year = models.PositiveSmallIntegerField(_("Jahr"))
    approved_on = models.DateField(_("genehmigt am"))
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Beschluss")
    )
    approved_by = models.CharField(_("genehmigt von"), max_length=200, blank=True)
    note = models.TextField(_("Vermerk"), blank=True)
    contents = models.JSONField(default=list, editable=False)

    objects = RecordQuerySet["PlanApproval"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(name="plan_approval_of_a_year", condition=models.Q(year__gte=1900, year__lte=2999)),
            models.CheckConstraint(
                name="plan_approval_rests_on_somebody",
                condition=models.Q(decision__isnull=False) | ~models.Q(approved_by=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.lead} {self.year}"
