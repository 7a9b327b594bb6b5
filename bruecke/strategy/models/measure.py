# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The measure: it lives across editions and carries all work."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.base.dates import FUZZY
from bruecke.bodies.models import Decision
from bruecke.library.models import Document, Passage
from bruecke.places.models import Place
from bruecke.records.models import Record, RecordQuerySet
from bruecke.strategy.models.document_parts import BudgetNeed, Chapter, Goal, MeasureList, Modality, Theme
from bruecke.strategy.models.strategy import Edition, Strategy


class MeasureKind(models.TextChoices):
    """What a measure does; decides its life cycle (domain.md: Maßnahmenart)."""

    CREATE = "create", _("neu schaffen")
    CONTINUE = "continue", _("fortführen")
    EXPAND = "expand", _("ausbauen")
    DEVELOP = "develop", _("entwickeln")
    IMPLEMENT = "implement", _("umsetzen")
    EXAMINE = "examine", _("prüfen")
    EVALUATE = "evaluate", _("evaluieren")
    SUPPORT = "support", _("fördern")
    ORGANISE = "organise", _("veranstalten")
    PARTICIPATE = "participate", _("mitwirken")
    COOPERATE = "cooperate", _("zusammenarbeiten")
    INFORM = "inform", _("informieren")
    FORMAT = "format", _("Dialogformat")
    OTHER = "other", _("nicht erkennbar")


class OptionState(models.TextChoices):
    """Whether an option was taken up, by a recorded decision only; "none" where the wording is no option."""

    NONE = "none", _("keine Option")
    OPEN = "open", _("offen")
    TAKEN_UP = "taken_up", _("aufgegriffen")
    NOT_TAKEN_UP = "not_taken_up", _("nicht aufgegriffen")


class Measure(Record):
    """One measure. Facets of its standing wording (edition ... is_continuing) are copies; Wording is the truth.

    A measure whose edition is not the adopted one has been dropped by a later edition, or is not published yet.
    lead, deadline, cost_cents, indicator: gaps until a person fills them (rules F). deadline: truncated ISO date.
    goal_count: number of goals linked, kept by the actions that link. title_sort: collation key of the title.
    """

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="measures")
    title = models.CharField(_("Kurztitel"), max_length=300)
    title_sort = models.CharField(max_length=300, editable=False)

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="measures")
    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="measures")
    reference = models.CharField(_("Fundstelle"), max_length=120)
    position = models.PositiveIntegerField()
    modality = models.CharField(_("Verbindlichkeit"), max_length=12, choices=Modality.choices)
    kind = models.CharField(_("Maßnahmenart"), max_length=12, choices=MeasureKind.choices)
    is_continuing = models.BooleanField(default=False)

    lead = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Federführung")
    )
    participants = models.ManyToManyField(Organisation, blank=True, related_name="+", verbose_name=_("Beteiligt"))
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("Themen"))
    goals = models.ManyToManyField(Goal, through="MeasureGoal", related_name="+")
    goal_count = models.PositiveSmallIntegerField(default=0, editable=False)
    option_state = models.CharField(
        _("Entscheidung"), max_length=12, choices=OptionState.choices, default=OptionState.NONE
    )
    needs_state_money = models.CharField(
        _("Landesmittel"), max_length=8, choices=BudgetNeed.choices, default=BudgetNeed.UNKNOWN
    )
    source_of_funds = models.CharField(_("Mittelherkunft"), max_length=200, blank=True)
    deadline = models.CharField(_("Termin"), max_length=10, blank=True)
    cost_cents = models.BigIntegerField(_("Kosten"), null=True, blank=True)
    indicator = models.CharField(_("Indikator"), max_length=300, blank=True)
    precondition = models.CharField(_("Bedingung"), max_length=300, blank=True)
    is_event_series = models.BooleanField(_("Veranstaltungsreihe"), default=False)

    objects = RecordQuerySet["Measure"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("edition", "position", "id"), name="measure_in_order"),
            models.Index(fields=("edition", "title_sort", "id"), name="measure_by_title"),
            models.Index(fields=("edition", "chapter", "position"), name="measure_by_chapter"),
            models.Index(fields=("edition", "lead", "position", "id"), name="measure_by_lead"),
            models.Index(fields=("edition", "updated_at", "id"), name="measure_by_change"),
            models.Index(
                fields=(
                    "edition",
                    "visibility",
                    "chapter",
                    "modality",
                    "kind",
                    "lead",
                    "option_state",
                    "needs_state_money",
                    "goal_count",
                ),
                name="measure_facets",
            ),
        )
        constraints = (
            models.UniqueConstraint(fields=("edition", "reference"), name="measure_reference_once"),
            models.CheckConstraint(
                name="measure_option_is_decided_or_open",
                condition=(models.Q(modality="option") & ~models.Q(option_state="none"))
                | (~models.Q(modality="option") & models.Q(option_state="none")),
            ),
            models.CheckConstraint(
                name="measure_deadline_is_a_date",
                condition=models.Q(deadline="") | models.Q(deadline__regex=FUZZY.pattern),
            ),
            models.CheckConstraint(
                name="measure_cost_not_negative",
                condition=models.Q(cost_cents__isnull=True) | models.Q(cost_cents__gte=0),
            ),
        )

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def has_reservation(self) -> bool:
        """R06: state money is needed and the budget legislator has not decided."""
        return self.needs_state_money == BudgetNeed.YES


class WordingChange(models.TextChoices):
    """What an edition did to a measure, compared with the edition before."""

    ADDED = "added", _("neu")
    KEPT = "kept", _("unverändert")
    REWORDED = "reworded", _("neu gefasst")
    MOVED = "moved", _("verschoben")


class Wording(models.Model):
    """What one edition says of one measure: verbatim, in the edition's language, with modality, kind and passage.

    stated: what a table of the document says beside it, verbatim, by field (lead, participants, deadline, indicator,
    cost); empty for running text.
    """

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="wordings")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="wordings")
    measure_list = models.ForeignKey(MeasureList, models.PROTECT, related_name="wordings")
    chapter = models.ForeignKey(Chapter, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=120)
    position = models.PositiveIntegerField()
    wording = models.TextField()
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    modality = models.CharField(max_length=12, choices=Modality.choices)
    kind = models.CharField(max_length=12, choices=MeasureKind.choices)
    kind_cue = models.CharField(max_length=120, blank=True)
    is_continuing = models.BooleanField(default=False)
    is_open = models.BooleanField(default=False)
    stated = models.JSONField(default=dict)
    change = models.CharField(max_length=10, choices=WordingChange.choices, default=WordingChange.ADDED)

    class Meta:
        ordering = ("edition", "position")
        constraints = (
            models.UniqueConstraint(fields=("measure", "edition"), name="wording_once_an_edition"),
            models.UniqueConstraint(fields=("edition", "reference"), name="wording_reference_once"),
        )

    def __str__(self) -> str:
        return self.wording


class Part(Record):
    """A part of a compound measure: own kind, lead and money; the count of measures stays."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("Titel"), max_length=300)
    kind = models.CharField(_("Maßnahmenart"), max_length=12, choices=MeasureKind.choices)
    lead = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    needs_state_money = models.CharField(
        _("Landesmittel"), max_length=8, choices=BudgetNeed.choices, default=BudgetNeed.UNKNOWN
    )

    objects = RecordQuerySet["Part"].as_manager()

    class Meta:
        ordering = ("measure", "position")
        constraints = (models.UniqueConstraint(fields=("measure", "position"), name="part_position_once"),)

    def __str__(self) -> str:
        return self.title


class Example(models.Model):
    """What a wording names as an example; the list stays open (R26). from_wording: the document names it."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="examples")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("Beispiel"), max_length=300)
    from_wording = models.BooleanField(default=True)

    class Meta:
        ordering = ("measure", "position")

    def __str__(self) -> str:
        return self.title


class Check(models.Model):
    """A point to be considered (R19, R20, R32): answered by a person with a reference; open until then.

    answer, reference, answered_by, answered_on show to staff only.
    """

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="checks")
    position = models.PositiveSmallIntegerField()
    question = models.CharField(_("Prüfpunkt"), max_length=300)
    rule = models.CharField(max_length=10, blank=True)
    answer = models.BooleanField(null=True)
    reference = models.CharField(_("Beleg"), max_length=300, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("measure", "position")
        constraints = (
            models.CheckConstraint(
                name="check_answered_by_someone",
                condition=models.Q(answer__isnull=True)
                | (~models.Q(answered_by="") & models.Q(answered_on__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return self.question


class MeasureGoal(models.Model):
    """A person says that a measure serves a goal, and why (R22: the document assigns none)."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="goal_links")
    goal = models.ForeignKey(Goal, models.CASCADE, related_name="measure_links")
    why = models.CharField(_("Begründung"), max_length=500, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("measure", "goal"), name="measure_goal_once"),)

    def __str__(self) -> str:
        return f"{self.measure_id} → {self.goal_id}"


class LinkSource(models.TextChoices):
    """Who says so: the wording names it, or a person added it."""

    WORDING = "wording", _("im Wortlaut genannt")
    PERSON = "person", _("ergänzt")


class MeasurePlace(models.Model):
    """A place a measure concerns."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="place_links")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    source = models.CharField(max_length=8, choices=LinkSource.choices)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("measure", "place"), name="measure_place_once"),)

    def __str__(self) -> str:
        return f"{self.measure_id} @ {self.place_id}"


class MeasureActor(models.Model):
    """An organisation a measure names or involves, besides lead and participants (R18)."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="actor_links")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    source = models.CharField(max_length=8, choices=LinkSource.choices)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("measure", "organisation"), name="measure_actor_once"),)

    def __str__(self) -> str:
        return f"{self.measure_id} ~ {self.organisation_id}"


class MeasureDocument(models.Model):
    """A document to be considered with a measure (R20), pin as cited."""

    measure = models.ForeignKey(Measure, models.CASCADE, related_name="document_links")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    source = models.CharField(max_length=8, choices=LinkSource.choices)
    pin = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("measure", "document"), name="measure_document_once"),)

    def __str__(self) -> str:
        return f"{self.measure_id} § {self.document_id}"


class OptionDecision(Record):
    """An option was taken up, or not: reference and date of the decision, and the reason (R24).

    The newest one by decided_on and key is the standing one. Its passage is set where a document states it.
    """

    measure = models.ForeignKey(Measure, models.PROTECT, related_name="decisions")
    outcome = models.CharField(
        max_length=12,
        choices=[(s.value, s.label) for s in (OptionState.OPEN, OptionState.TAKEN_UP, OptionState.NOT_TAKEN_UP)],
    )
    reference = models.CharField(_("Beschluss"), max_length=200)
    decided_on = models.DateField(_("beschlossen am"))
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Beschluss im Verzeichnis")
    )
    reason = models.TextField(_("Begründung"), blank=True)
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, blank=True, related_name="+")

    objects = RecordQuerySet["OptionDecision"].as_manager()

    class Meta:
        ordering = ("-decided_on", "-id")
        constraints = (
            models.CheckConstraint(name="option_decision_has_reference", condition=~models.Q(reference="")),
            models.CheckConstraint(
                name="option_not_taken_up_has_reason",
                condition=~models.Q(outcome="not_taken_up") | ~models.Q(reason=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.outcome} {self.decided_on}"
