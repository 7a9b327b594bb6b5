# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts of editions, proposal by proposal, and the steps of their review."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.library.models import SourceText
from bruecke.records.models import Job
from bruecke.strategy.models import Edition, Measure, Strategy


class ImportState(models.TextChoices):
    """Where an uploaded document stands."""

    READING = "reading", _("wird gelesen")
    FAILED = "failed", _("nicht lesbar")
    WAITING = "waiting", _("wartet auf Prüfung")
    PUBLISHING = "publishing", _("wird veröffentlicht")
    PUBLISHED = "published", _("veröffentlicht")
    REJECTED = "rejected", _("verworfen")


class ImportDraft(models.Model):
    """One uploaded document on its way to an edition. Internal until published.

    stored_name: of the file under MEDIA_ROOT/intake, never served. meta: title, language, format, pages, counts and
    warnings of the reader's draft (typed reader: intake.meta). strategy: None = a new one is made.
    The same file waits or is published once; one that failed or was rejected may come again.
    """

    file_name = models.CharField(max_length=255)
    stored_name = models.CharField(max_length=80, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=12, choices=ImportState.choices, default=ImportState.READING)
    message = models.TextField(blank=True)
    meta = models.JSONField(default=dict)
    text = models.ForeignKey(SourceText, models.PROTECT, null=True, related_name="+")
    strategy = models.ForeignKey(Strategy, models.PROTECT, null=True, related_name="+")
    edition = models.ForeignKey(Edition, models.SET_NULL, null=True, related_name="+")
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("sha256",), name="import_draft_file_once", condition=~models.Q(state__in=("failed", "rejected"))
            ),
        )

    def __str__(self) -> str:
        return self.file_name


class ProposalKind(models.TextChoices):
    """What the reader proposes."""

    TITLE = "title", _("Titel")
    GOAL = "goal", _("Ziel")
    CHAPTER = "chapter", _("Kapitel")
    LIST = "list", _("Liste")
    MEASURE = "measure", _("Maßnahme")
    TARGET_LIST = "target_list", _("Zielliste")
    TARGET_ENTRY = "target_entry", _("Eintrag einer Zielliste")
    FOOTNOTE = "footnote", _("Fußnote")
    STATEMENT = "statement", _("Grundsatz")


class ProposalState(models.TextChoices):
    """What a person made of it."""

    OPEN = "open", _("offen")
    ACCEPTED = "accepted", _("angenommen")
    REJECTED = "rejected", _("abgelehnt")


class Proposal(models.Model):
    """One part of the draft that waits for a person.

    reference: the reader's, unique by kind in the draft. parent: reference of its list (measures, entries) or chapter.
    section: reference of the top chapter it stands in ("" before the first): one page of the review.
    payload: fields by kind (typed reader: intake.payloads). is_certain: the reader has no doubt and repaired nothing
    it was unsure of. is_edited: a person corrected, split, merged or added it. version: counts saves.
    match, match_score (0..1), match_confirmed: standing measure that a later edition's measure is taken for.
    """

    draft = models.ForeignKey(ImportDraft, models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=12, choices=ProposalKind.choices)
    reference = models.CharField(max_length=120)
    parent = models.CharField(max_length=120, blank=True)
    section = models.CharField(max_length=120, blank=True)
    position = models.FloatField()
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN)
    is_certain = models.BooleanField(default=False)
    is_edited = models.BooleanField(default=False)
    doubt = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=200, blank=True)
    match = models.ForeignKey(Measure, models.SET_NULL, null=True, related_name="+")
    match_score = models.FloatField(null=True)
    match_confirmed = models.BooleanField(default=False)

    class Meta:
        ordering = ("draft", "position", "id")
        indexes = (models.Index(fields=("draft", "position"), name="proposal_in_order"),)
        constraints = (
            models.CheckConstraint(name="proposal_forward", condition=models.Q(last_line__gte=models.F("first_line"))),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.reference}"


class ReviewStep(models.Model):
    """One act of a reviewer, with the touched proposals before and after, so that it can be undone."""

    draft = models.ForeignKey(ImportDraft, models.CASCADE, related_name="steps")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    verb = models.CharField(max_length=40)
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    is_undone = models.BooleanField(default=False)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.verb} ({self.by_label})"
