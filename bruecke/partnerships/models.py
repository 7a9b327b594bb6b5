# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships, what they rest on, how they stand, and the offices that serve them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation, Person
from bruecke.base.dates import FUZZY
from bruecke.bodies.models import Body, Decision
from bruecke.library.models import Document, Passage
from bruecke.places.models import Place
from bruecke.records.models import Record, RecordQuerySet, Versioned
from bruecke.strategy.models import Goal


class PartnershipKind(models.TextChoices):
    """Kinds of partnerships (domain.md); only regional ones are evaluated by R03."""

    REGIONAL = "regional", _("Regionalpartnerschaft")
    AUTHORITY = "authority", _("Erklärung einer Behörde")
    SECTORAL = "sectoral", _("sektorale Zusammenarbeit")
    NETWORK = "network", _("Netzwerk")
    MUNICIPAL = "municipal", _("Städtepartnerschaft")
    SCHOOL = "school", _("Schulpartnerschaft")
    ACADEMIC = "academic", _("Hochschulpartnerschaft")


class PartnershipState(models.TextChoices):
    """Life cycle (domain.md); the moves stand in life_cycle.py."""

    PROPOSED = "proposed", _("vorgeschlagen")
    EXAMINED = "examined", _("in Prüfung")
    ACTIVE = "active", _("aktiv")
    DORMANT = "dormant", _("ruht")
    REACTIVATION = "reactivation", _("Reaktivierung wird geprüft")
    ENDED = "ended", _("beendet")
    REJECTED = "rejected", _("nicht eingegangen")


class Basis(models.TextChoices):
    """What a partnership rests on; unknown is a gap, never guessed (R14)."""

    UNKNOWN = "unknown", _("nicht bekannt")
    JOINT_DECLARATION = "joint_declaration", _("Gemeinsame Erklärung")
    AGREEMENT = "agreement", _("Vertrag oder Vereinbarung")
    MEMBERSHIP = "membership", _("Mitgliedschaft")
    PRACTICE = "practice", _("geübte Praxis")


class Sector(Versioned):
    """A field of sectoral cooperation (R09); the list is open."""

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("Name"), max_length=120)

    def __str__(self) -> str:
        return self.name


class Partnership(Record):
    """A standing relation with a place or organisation abroad.

    state, state_since: a copy of the newest change in effect; StateChange is the truth. since: when it began,
    truncated ISO date, "" where nothing states it. sectoral_answer: why a formal regional partnership and not a
    sectoral cooperation (R07). title_sort: collation key of the name. sensitive: shows to staff only.
    """

    key = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("Art"), max_length=12, choices=PartnershipKind.choices)
    is_neighbour = models.BooleanField(_("Nachbarregion"), default=False)
    name = models.CharField(_("Name"), max_length=250)
    title_sort = models.CharField(max_length=300, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("Ort"))
    holder = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Träger")
    )
    partners = models.ManyToManyField(
        Organisation, blank=True, related_name="+", verbose_name=_("Partnereinrichtungen")
    )
    sectors = models.ManyToManyField(Sector, blank=True, related_name="+", verbose_name=_("Felder"))
    goals = models.ManyToManyField(Goal, blank=True, related_name="+", verbose_name=_("Ziele"))
    working_group = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Arbeitsgruppe")
    )
    contacts = models.ManyToManyField(Person, blank=True, related_name="+", verbose_name=_("Ansprechpersonen"))
    basis = models.CharField(_("Grundlage"), max_length=20, choices=Basis.choices, default=Basis.UNKNOWN)
    since = models.CharField(_("seit"), max_length=10, blank=True)
    summary = models.TextField(_("Stand in Worten"), blank=True)
    sensitive = models.TextField(_("Heikle Punkte"), blank=True)
    precondition = models.CharField(_("Bedingung"), max_length=300, blank=True)
    sectoral_answer = models.TextField(_("Warum nicht sektoral?"), blank=True)
    state = models.CharField(
        _("Stand"), max_length=14, choices=PartnershipState.choices, default=PartnershipState.PROPOSED, editable=False
    )
    state_since = models.CharField(max_length=10, blank=True, editable=False)

    objects = RecordQuerySet["Partnership"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="partnership_dates",
                condition=(models.Q(since="") | models.Q(since__regex=FUZZY.pattern))
                & (models.Q(state_since="") | models.Q(state_since__regex=FUZZY.pattern)),
            ),
            models.CheckConstraint(
                name="partnership_neighbour_is_regional",
                condition=models.Q(is_neighbour=False) | models.Q(kind="regional"),
            ),
        )
        indexes = (
            models.Index(fields=("title_sort", "id"), name="partnership_by_name"),
            models.Index(fields=("visibility", "kind", "state", "place"), name="partnership_facets"),
        )

    def __str__(self) -> str:
        return self.name


class StateChange(models.Model):
    """One move of a partnership's life: never changed. effective_on may lie before or after the day it was recorded.

    effective_on: truncated ISO date; "" only for a state the source gives without a date. taken_back_at: a planned
    change that will not come, or an entry made by mistake.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="changes")
    to_state = models.CharField(max_length=14, choices=PartnershipState.choices)
    effective_on = models.CharField(_("wirksam ab"), max_length=10, blank=True)
    reason = models.TextField(_("Grund"), blank=True)
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Beschluss")
    )
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.CharField(max_length=200, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="state_change_day",
                condition=models.Q(effective_on="") | models.Q(effective_on__regex=FUZZY.pattern),
            ),
        )
        indexes = (models.Index(fields=("partnership", "effective_on", "id"), name="state_change_in_order"),)

    def __str__(self) -> str:
        return f"{self.partnership_id}: {self.to_state} {self.effective_on}"


class Agreement(Record):
    """A text a partnership rests on. signed_on, ends_on: truncated ISO dates, "" where not stated."""

    partnership = models.ForeignKey(
        Partnership, models.PROTECT, related_name="agreements", verbose_name=_("Partnerschaft")
    )
    title = models.CharField(_("Titel"), max_length=300)
    parties = models.ManyToManyField(Organisation, blank=True, related_name="+", verbose_name=_("Vertragsparteien"))
    signatories = models.CharField(_("Unterzeichnet von"), max_length=300, blank=True)
    signed_on = models.CharField(_("unterzeichnet am"), max_length=10, blank=True)
    ends_on = models.CharField(_("läuft bis"), max_length=10, blank=True)
    is_renewed_by_itself = models.BooleanField(_("verlängert sich von selbst"), default=False)
    languages = models.CharField(_("Sprachen"), max_length=120, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Dokument")
    )

    objects = RecordQuerySet["Agreement"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="agreement_dates",
                condition=(models.Q(signed_on="") | models.Q(signed_on__regex=FUZZY.pattern))
                & (models.Q(ends_on="") | models.Q(ends_on__regex=FUZZY.pattern)),
            ),
        )

    def __str__(self) -> str:
        return self.title


class OfficeOperator(models.TextChoices):
    """Two kinds of liaison offices by operator; never mixed (R15)."""

    GOVERNMENT = "government", _("Staatsregierung")
    UNIVERSITIES = "universities", _("Hochschulen")


class LiaisonOffice(Record):
    """An office abroad. place is empty where the source names none."""

    operator_kind = models.CharField(_("Betreiber"), max_length=12, choices=OfficeOperator.choices)
    name = models.CharField(_("Name"), max_length=250)
    operator = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Betreibende Einrichtung")
    )
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Ort"))
    since = models.CharField(_("seit"), max_length=10, blank=True)
    partnerships = models.ManyToManyField(
        Partnership, blank=True, related_name="liaison_offices", verbose_name=_("Partnerschaften")
    )

    objects = RecordQuerySet["LiaisonOffice"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="liaison_office_since",
                condition=models.Q(since="") | models.Q(since__regex=FUZZY.pattern),
            ),
        )

    def __str__(self) -> str:
        return self.name
