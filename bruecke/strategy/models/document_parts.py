# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition is made of, besides its measures."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.library.models import Passage
from bruecke.places.models import Place
from bruecke.records.models import Record, RecordQuerySet, Versioned
from bruecke.strategy.models.strategy import Edition, Strategy


class BudgetNeed(models.TextChoices):
    """Whether state money is needed (R06); the document never says, so unknown until a person does."""

    UNKNOWN = "unknown", _("noch nicht bekannt")
    NO = "no", _("nicht nötig")
    YES = "yes", _("unter Haushaltsvorbehalt")


class Modality(models.TextChoices):
    """How binding a list is (R24)."""

    OPTION = "option", _("Option")
    INTENTION = "intention", _("Absicht")
    STATEMENT = "statement", _("Feststellung")
    UNKNOWN = "unknown", _("nicht erkennbar")


class Chapter(models.Model):
    """An instrument (level 1) or section of an edition; number and key as the document gives them."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="chapters")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="sections")
    position = models.PositiveIntegerField()
    reference = models.CharField(max_length=120)
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(_("Titel"), max_length=300)
    level = models.PositiveSmallIntegerField(default=1)
    is_closing = models.BooleanField(default=False)
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("edition", "position")
        constraints = (models.UniqueConstraint(fields=("edition", "reference"), name="chapter_reference_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Goal(Record):
    """A goal, with the wording of the standing edition. Links to measures are made by people (R22)."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="goals")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="goals")
    reference = models.CharField(max_length=20)
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("Titel"), max_length=300)
    wording = models.TextField()
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    needs_state_money = models.CharField(
        _("Landesmittel"), max_length=8, choices=BudgetNeed.choices, default=BudgetNeed.UNKNOWN
    )

    objects = RecordQuerySet["Goal"].as_manager()

    class Meta:
        ordering = ("strategy", "position")
        constraints = (models.UniqueConstraint(fields=("edition", "reference"), name="goal_reference_once"),)

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"


class PrincipleScope(models.TextChoices):
    """What a principle governs."""

    EVERYTHING = "everything", _("alles")
    MEASURES = "measures", _("alle Maßnahmen")
    CHAPTER = "chapter", _("ein Instrument")
    PARTNERSHIPS = "partnerships", _("Partnerschaften")
    TRIPS = "trips", _("Delegationsreisen")


class Principle(Record):
    """A normative statement outside the lists, shown on what it governs. chapter_reference: for scope chapter."""

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="principles")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="principles")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("Titel"), max_length=300)
    wording = models.TextField()
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    modality = models.CharField(max_length=12, choices=Modality.choices, default=Modality.UNKNOWN)
    scope = models.CharField(
        _("gilt für"), max_length=12, choices=PrincipleScope.choices, default=PrincipleScope.EVERYTHING
    )
    chapter_reference = models.CharField(max_length=120, blank=True)

    objects = RecordQuerySet["Principle"].as_manager()

    class Meta:
        ordering = ("strategy", "position")
        constraints = (
            models.CheckConstraint(
                name="principle_chapter_named",
                condition=(models.Q(scope="chapter") & ~models.Q(chapter_reference=""))
                | (~models.Q(scope="chapter") & models.Q(chapter_reference="")),
            ),
        )

    def __str__(self) -> str:
        return self.title


class Theme(models.Model):
    """A tag across chapters with its own report section."""

    key = models.SlugField(max_length=80, unique=True)
    title = models.CharField(_("Titel"), max_length=200)

    def __str__(self) -> str:
        return self.title


class MeasureList(models.Model):
    """A list of measures in an edition: intro sentence, modality with its verbatim cue, open or closed (R24, R26)."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="lists")
    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="lists")
    reference = models.CharField(max_length=120)
    position = models.PositiveIntegerField()
    intro = models.TextField(blank=True)
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    modality = models.CharField(max_length=12, choices=Modality.choices, default=Modality.UNKNOWN)
    cue = models.CharField(max_length=200, blank=True)
    is_open = models.BooleanField(default=False)
    open_cue = models.CharField(max_length=200, blank=True)
    is_continuing = models.BooleanField(default=False)

    class Meta:
        ordering = ("edition", "position")
        constraints = (models.UniqueConstraint(fields=("edition", "reference"), name="measure_list_reference_once"),)

    def __str__(self) -> str:
        return self.reference


class TargetList(Versioned):
    """A list of targets that are no measures (R28, R29). since, until: truncated ISO dates, entered by people; source:
    who says so, where it is not the edition itself."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="target_lists")
    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="target_lists")
    reference = models.CharField(max_length=120)
    intro = models.TextField(blank=True)
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    since = models.CharField(_("gilt ab"), max_length=10, blank=True)
    until = models.CharField(_("gilt bis"), max_length=10, blank=True)
    source = models.CharField(_("Quelle"), max_length=300, blank=True)

    def __str__(self) -> str:
        return self.intro or self.reference


class TargetEntry(Versioned):
    """One entry of a target list; places it names, as far as known."""

    target_list = models.ForeignKey(TargetList, models.CASCADE, related_name="entries")
    position = models.PositiveSmallIntegerField()
    wording = models.CharField(max_length=500)
    places = models.ManyToManyField(Place, blank=True, related_name="+")
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("target_list", "position")

    def __str__(self) -> str:
        return self.wording


class Footnote(models.Model):
    """A footnote is evidence (R34): text, where its mark stands, and what it belongs to."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="footnotes")
    number = models.CharField(max_length=10)
    wording = models.TextField()
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    anchor_line = models.PositiveIntegerField(null=True, blank=True)
    anchor = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.number
