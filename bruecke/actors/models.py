# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, people and posts."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.models import House
from bruecke.accounts.principal import Role
from bruecke.base.dates import FUZZY
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

    former_names: one a line. successor: what took over where it was merged, renamed anew or moved; the past stays with
    this row. is_assumption: set up for the demonstration, not stated by any source; pages mark it.
    """

    key = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("Art"), max_length=20, choices=OrganisationKind.choices)
    name = models.CharField(_("Name"), max_length=250)
    short_name = models.CharField(_("Kurzname"), max_length=60, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    former_names = models.TextField(_("Frühere Namen"), blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Nachfolgerin")
    )
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
    """Somebody holds a role for a house, for a time. Administrators hold theirs without a house.

    is_deputy: held for somebody else, who is away; what is signed is signed "i. V.".
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    house = models.ForeignKey(House, models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True)
    is_deputy = models.BooleanField(default=False)

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


class LegalBasis(models.TextChoices):
    """Why the office may hold what it holds about a person (Article 6(1) GDPR)."""

    PUBLIC_TASK = "public_task", _("öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO)")
    CONSENT = "consent", _("Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)")
    CONTRACT = "contract", _("Vertrag (Art. 6 Abs. 1 Buchst. b DSGVO)")
    LEGAL_DUTY = "legal_duty", _("rechtliche Verpflichtung (Art. 6 Abs. 1 Buchst. c DSGVO)")


class Retention(models.TextChoices):
    """How long a person is kept after the last review."""

    TERM = "term", _("bis zum Ende der Legislaturperiode")
    OFFICE = "office", _("solange die Funktion besteht")
    EVENT = "event", _("bis zum Abschluss des Vorhabens")
    FILE = "file", _("nach Aktenordnung")


class Person(Record):
    """Somebody the office deals with; only with legal basis, source and review date.

    name_key: folded name, for finding the same person under another spelling. erased_on: everything that names the
    person is blanked, the row stays for what refers to it. merged_into: the row that took this one's place.
    """

    name = models.CharField(_("Name"), max_length=200, blank=True)
    name_key = models.CharField(max_length=200, editable=False, blank=True)
    title = models.CharField(_("Titel, Anrede"), max_length=80, blank=True)
    function = models.CharField(_("Funktion"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("Einrichtung")
    )
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    languages = models.CharField(_("Sprachen"), max_length=120, blank=True)
    in_office_from = models.CharField(_("im Amt seit"), max_length=10, blank=True)
    in_office_until = models.CharField(_("im Amt bis"), max_length=10, blank=True)
    legal_basis = models.CharField(_("Rechtsgrundlage"), max_length=12, choices=LegalBasis.choices)
    source = models.CharField(_("Herkunft der Angaben"), max_length=300)
    retention = models.CharField(_("Aufbewahrung"), max_length=8, choices=Retention.choices)
    review_on = models.DateField(_("zu prüfen am"))
    erased_on = models.DateField(_("gelöscht am"), null=True, blank=True, editable=False)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", editable=False)

    objects = RecordQuerySet["Person"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="person_named_or_erased",
                condition=(models.Q(erased_on__isnull=True) & ~models.Q(name=""))
                | models.Q(erased_on__isnull=False, name="", name_key="", email="", phone=""),
            ),
            models.CheckConstraint(
                name="person_office_dates",
                condition=(models.Q(in_office_from="") | models.Q(in_office_from__regex=FUZZY.pattern))
                & (models.Q(in_office_until="") | models.Q(in_office_until__regex=FUZZY.pattern)),
            ),
        )
        indexes = (
            models.Index(fields=("name_key",), name="person_by_name"),
            models.Index(fields=("review_on",), name="person_by_review"),
        )

    def __str__(self) -> str:
        return " ".join(filter(None, (self.title, self.name))) or str(_("gelöschte Person"))


class Invitation(models.Model):
    """Somebody of a partner institution may open an account for it by a link; only the hash of its secret is kept."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    email = models.EmailField(_("E-Mail-Adresse"))
    name = models.CharField(_("Name"), max_length=120)
    key_hash = models.CharField(max_length=64, unique=True)
    invited_at = models.DateTimeField(default=timezone.now)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="invitation_revoked_or_accepted",
                condition=models.Q(revoked_at__isnull=True) | models.Q(accepted_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.email}"
