# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions to the government: clock, what is asked, what houses contribute, what is answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.records.models import Entry, EntryQuerySet, Record, RecordQuerySet


class InquiryKind(models.TextChoices):
    """Who asks, and by what right."""

    SMALL = "small", _("Kleine Anfrage")
    LARGE = "large", _("Große Anfrage")
    MOTION = "motion", _("Antrag")
    TRANSPARENCY = "transparency", _("Antrag auf Informationszugang")
    AUDIT = "audit", _("Anfrage des Rechnungshofs")


class InquiryState(models.TextChoices):
    """Where an inquiry stands."""

    OPEN = "open", _("in Bearbeitung")
    CLEARING = "clearing", _("in Mitzeichnung")
    SENT = "sent", _("beantwortet")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


class Inquiry(Record):
    """One inquiry. due_on: as extended; extended_because: why. period_from, period_until, subject filters: what its
    tables are drawn from. frozen: the answer as sent (shape of inquiries.answer), {} before."""

    kind = models.CharField(_("Art"), max_length=12, choices=InquiryKind.choices)
    number = models.CharField(_("Nummer"), max_length=60)
    title = models.CharField(_("Gegenstand"), max_length=300)
    asked_by = models.CharField(_("gestellt von"), max_length=200, blank=True)
    dispatched_on = models.DateField(_("zugeleitet am"))
    due_on = models.DateField(_("Frist"))
    extended_because = models.CharField(_("Grund der Verlängerung"), max_length=300, blank=True)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Federführung")
    )
    earlier = models.ManyToManyField("self", blank=True, symmetrical=False, related_name="+")
    state = models.CharField(
        _("Stand"), max_length=10, choices=InquiryState.choices, default=InquiryState.OPEN, editable=False
    )
    sent_on = models.DateField(null=True, blank=True, editable=False)
    frozen = models.JSONField(default=dict, editable=False)

    objects = RecordQuerySet["Inquiry"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="inquiry_due_after_dispatch", condition=models.Q(due_on__gte=models.F("dispatched_on"))
            ),
            models.CheckConstraint(
                name="inquiry_sent_is_frozen",
                condition=(models.Q(state="sent", sent_on__isnull=False)) | ~models.Q(state="sent"),
            ),
            models.UniqueConstraint(fields=("kind", "number"), name="inquiry_number_once"),
        )
        indexes = (models.Index(fields=("state", "due_on"), name="inquiry_due"),)

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class AnswerShape(models.TextChoices):
    """Tables that draft an answer; TEXT has none."""

    TEXT = "text", _("nur Text")
    TRIPS = "trips", _("Reisen mit Kosten, Teilnehmenden und Ergebnissen")
    COUNTRY = "country", _("Beziehungen zu einem Land")
    COSTS = "costs", _("Veranstaltungen und Kosten nach Haushaltsstelle")
    PARTNERSHIPS = "partnerships", _("Partnerschaften und ihre Grundlagen")


class SubQuestion(Entry):
    """One of its questions with its answer. refusal: ground on which it is not answered (in part). is_secret: what may
    not be published. country: code of the place asked about, "" for all."""

    ABOVE = "inquiry"

    inquiry = models.ForeignKey(Inquiry, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("Nummer"))
    text = models.TextField(_("Frage"))
    shape = models.CharField(_("Tabelle"), max_length=12, choices=AnswerShape.choices, default=AnswerShape.TEXT)
    period_from = models.DateField(_("Zeitraum von"), null=True, blank=True)
    period_until = models.DateField(_("Zeitraum bis"), null=True, blank=True)
    country = models.CharField(_("Land"), max_length=8, blank=True)
    answer = models.TextField(_("Antwort"), blank=True)
    refusal = models.TextField(_("Grund, nicht zu antworten"), blank=True)
    is_secret = models.BooleanField(_("nicht zu veröffentlichen"), default=False)

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


class SupplyState(models.TextChoices):
    """What became of a request to a house."""

    ASKED = "asked", _("angefragt")
    GIVEN = "given", _("geliefert")
    NOTHING = "nothing", _("Fehlanzeige")


class Supply(Entry):
    """What one house is asked to supply for one inquiry, and what it supplied ("Zulieferung").

    Not a Contribution: that is a ministry's answer in a round of the plan.
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

    objects = EntryQuerySet["Supply"].as_manager()

    def __str__(self) -> str:
        return f"{self.organisation_id}"
