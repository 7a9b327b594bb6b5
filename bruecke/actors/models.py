# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations and posts."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.models import House
from bruecke.accounts.principal import Role
from bruecke.records.models import Record, RecordQuerySet


class OrganisationKind(models.TextChoices):
    """Actor types of R16 and R18, and the government's own; extended by file, because life cycles hang on some."""

    STATE_CHANCELLERY = "state_chancellery", _("Staatskanzlei")
    MINISTRY = "ministry", _("Ministerium")
    AUTHORITY = "authority", _("Behörde")
    BODY = "body", _("Gremium")
    COMPANY = "company", _("Unternehmen")
    ASSOCIATION = "association", _("Verband")
    CHAMBER = "chamber", _("Kammer")
    UNIVERSITY = "university", _("Hochschule")
    RESEARCH = "research", _("Forschungseinrichtung")
    CULTURE = "culture", _("Kultureinrichtung")
    FOUNDATION = "foundation", _("Stiftung")
    MUNICIPALITY = "municipality", _("Kommune")
    NGO = "ngo", _("Zivilgesellschaft")
    NETWORK = "network", _("Netzwerk")
    EUROPEAN = "european", _("europäische Einrichtung")
    OTHER = "other", _("andere")


class Organisation(Record):
    """A body that acts. It leads measures only if may_lead (ministries and the state chancellery).

    is_assumption: set up for the demonstration, not stated by any source; pages mark it.
    """

    key = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("Art"), max_length=20, choices=OrganisationKind.choices)
    name = models.CharField(_("Name"), max_length=250)
    short_name = models.CharField(_("Kurzname"), max_length=60, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    house = models.OneToOneField(House, models.PROTECT, null=True, blank=True, related_name="+")
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_until = models.DateField(_("gültig bis"), null=True, blank=True)
    is_assumption = models.BooleanField(_("Annahme der Vorführung"), default=False)

    objects = RecordQuerySet["Organisation"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="organisation_validity_forward",
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        )

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def may_lead(self) -> bool:
        """Exactly ministries and the state chancellery lead measures (domain.md: Federführung)."""
        return self.kind in {OrganisationKind.MINISTRY, OrganisationKind.STATE_CHANCELLERY}


class Post(models.Model):
    """Somebody holds a role for a house, for a time. Administrators hold theirs without a house."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    house = models.ForeignKey(House, models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="post_dates_forward",
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="post_has_house_or_administers",
                condition=models.Q(house__isnull=False) | models.Q(role__in=("administrator", "auditor")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id}: {self.role}"
