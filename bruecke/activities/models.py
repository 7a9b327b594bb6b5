# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What actually happens: activities of every kind, who takes part, what they cost; promises; events in countries."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.models import User
from bruecke.actors.models import Organisation, Person
from bruecke.base.dates import FUZZY
from bruecke.bodies.models import Session
from bruecke.partnerships.models import Partnership
from bruecke.places.models import Place
from bruecke.records.models import Entry, EntryQuerySet, Record, RecordQuerySet
from bruecke.strategy.models import BudgetLine, Measure, Theme


class ActivityState(models.TextChoices):
    """Where an activity stands. Dormant partnerships admit no new planned one (R11)."""

    IDEA = "idea", _("Vorschlag")
    PLANNED = "planned", _("geplant")
    APPROVED = "approved", _("genehmigt")
    HELD = "held", _("durchgeführt")
    CANCELLED = "cancelled", _("abgesagt")


def links_to(name: str) -> models.QuerySet[Any]:
    """Rows of the table that links activities to "places", "partnerships", "measures", "themes" or "named_houses"."""
    through: Any = getattr(Activity, name).through
    found: models.QuerySet[Any] = through._default_manager.all()
    return found


class ActivitySeries(Record):
    """Conferences and fairs that come again (R33); each time is an Activity with this series."""

    key = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("Name"), max_length=250)
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Maßnahme")
    )

    objects = RecordQuerySet["ActivitySeries"].as_manager()

    def __str__(self) -> str:
        return self.name


class Activity(Record):
    """One thing that happens or happened. kind: name of a file in activities/kinds; particulars: its typed fields.

    when_in_words: as somebody typed it ("2. Halbjahr 2026"); from it follow starts, ends (truncated ISO dates),
    starts_from (first possible day: "2026" is 1 January) for sorting and the calendar, ends_by (last possible day).
    result: in plain words, once held. is_invented: made up for the demonstration; every page says so.
    """

    kind = models.SlugField(_("Art"), max_length=40)
    title = models.CharField(_("Titel"), max_length=300)
    series = models.ForeignKey(
        ActivitySeries, models.PROTECT, null=True, blank=True, related_name="occurrences", verbose_name=_("Reihe")
    )
    state = models.CharField(_("Stand"), max_length=10, choices=ActivityState.choices, default=ActivityState.PLANNED)
    starts = models.CharField(_("Beginn"), max_length=10, editable=False)
    ends = models.CharField(_("Ende"), max_length=10, blank=True, editable=False)
    when_in_words = models.CharField(_("Termin"), max_length=80, blank=True)
    starts_from = models.DateField(editable=False)
    ends_by = models.DateField(editable=False)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Federführung")
    )
    places = models.ManyToManyField(Place, blank=True, related_name="+", verbose_name=_("Orte"))
    partnerships = models.ManyToManyField(Partnership, blank=True, related_name="+", verbose_name=_("Partnerschaften"))
    measures = models.ManyToManyField(Measure, blank=True, related_name="+", verbose_name=_("Maßnahmen"))
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("Themen"))
    session = models.ForeignKey(
        Session, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Sitzung")
    )
    purpose = models.TextField(_("Zweck"), blank=True)
    result = models.TextField(_("Ergebnis"), blank=True)
    particulars = models.JSONField(default=dict, blank=True)
    is_invented = models.BooleanField(_("für die Vorführung erfunden"), default=False)

    objects = RecordQuerySet["Activity"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="activity_dates",
                condition=models.Q(starts__regex=FUZZY.pattern)
                & (models.Q(ends="") | models.Q(ends__regex=FUZZY.pattern)),
            ),
            models.CheckConstraint(
                name="activity_ends_after_it_starts", condition=models.Q(ends_by__gte=models.F("starts_from"))
            ),
        )
        indexes = (
            models.Index(fields=("starts_from", "id"), name="activity_in_order"),
            models.Index(fields=("visibility", "kind", "state", "starts_from"), name="activity_facets"),
        )

    def __str__(self) -> str:
        return self.title


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


class CountryEventKind(models.TextChoices):
    """What happened in a country that makes its records worth a look."""

    CONFLICT = "conflict", _("Konflikt")
    SANCTIONS = "sanctions", _("Sanktionen")
    ELECTION = "election", _("Wahl")
    DISASTER = "disaster", _("Katastrophe")
    OTHER = "other", _("anderes")


class CountryEvent(Record):
    """An event in a place; everything that concerns the place is listed for review."""

    kind = models.CharField(_("Art"), max_length=10, choices=CountryEventKind.choices)
    title = models.CharField(_("Ereignis"), max_length=300)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("Ort"))
    happened_on = models.DateField(_("am"))
    note = models.TextField(_("Einschätzung"), blank=True)

    objects = RecordQuerySet["CountryEvent"].as_manager()

    def __str__(self) -> str:
        return self.title


class EventReview(models.Model):
    """Somebody looked at one record because of an event; never changed. subject: its type and key."""

    event = models.ForeignKey(CountryEvent, models.CASCADE, related_name="reviews")
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    outcome = models.CharField(_("Ergebnis"), max_length=500)
    by_label = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = (models.Index(fields=("event", "subject_type", "subject_id", "-id"), name="event_review_of"),)

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}"


class CalendarFeed(models.Model):
    """A calendar somebody subscribed to by a secret address. key_hash: SHA-256 of the secret, which is kept nowhere."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.made_at:%Y-%m-%d}"
