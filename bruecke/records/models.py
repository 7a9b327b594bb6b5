# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every record has, and what happened to it."""

from datetime import timedelta
from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.principal import Principal
from bruecke.records.visibility import Visibility, visible

M = TypeVar("M", bound=models.Model, covariant=True)


class RecordQuerySet(models.QuerySet[M]):
    """Sets of records; every door starts with visible_to."""

    def visible_to(self, principal: Principal) -> Self:
        """The rows `principal` may know of."""
        return self.filter(visible(self.model, principal))


class Versioned(models.Model):
    """Counts its versions, so that two who edit it at once do not overwrite each other."""

    version = models.PositiveIntegerField(default=1, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True


class Record(Versioned):
    """A thing with a life of its own: it has a visibility, a version lock, a history and a file reference.

    internal_note shows to staff only, whatever the visibility.
    """

    visibility = models.CharField(
        _("Sichtbar für"), max_length=12, choices=Visibility.choices, default=Visibility.MINISTRIES
    )
    owner = models.ForeignKey(
        "bruecke.House", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gehört")
    )
    named_houses = models.ManyToManyField(
        "bruecke.House", blank=True, related_name="+", verbose_name=_("benannte Ressorts")
    )
    file_reference = models.CharField(_("Aktenzeichen"), max_length=80, blank=True)
    internal_note = models.TextField(_("Interner Vermerk"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True


class EntryQuerySet(models.QuerySet[M]):
    """Sets of rows below records."""

    def standing(self) -> Self:
        """Those that were not taken out."""
        return self.filter(removed_at__isnull=True)


class Entry(Versioned):
    """A row below a record (a member, a cost item): seen with it, edited and versioned like it, by its journal.

    removed_at: taken out, never deleted; it can be put back. A concrete model names its record's column ABOVE.
    """

    ABOVE: ClassVar[str]

    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True


class JournalEntry(models.Model):
    """One act: who did what to which record, when and why. Never changed, never deleted."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_label = models.CharField(max_length=200)
    verb = models.CharField(max_length=60)
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    why = models.TextField(blank=True)
    changes = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-id")
        indexes = (models.Index(fields=("record_type", "record_id", "-at"), name="journal_record"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.by_label}: {self.verb} {self.record_type} {self.record_id}"


class FormDraft(models.Model):
    """What somebody typed into a form and has not sent yet; survives a lost session."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    address = models.CharField(max_length=300)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "address"), name="form_draft_once"),)

    def __str__(self) -> str:
        return f"{self.address} ({self.user_id})"


class JobState(models.TextChoices):
    """Where a long piece of work stands."""

    WAITING = "waiting", _("wartet")
    RUNNING = "running", _("läuft")
    DONE = "done", _("fertig")
    FAILED = "failed", _("gescheitert")


class Job(models.Model):
    """Long work of the task worker, shown with progress; can be left and found again.

    done/total: steps; total 0 means not yet known. message: for people. subject: address of what it works on.
    moved_at: last sign of life; a job that gave none for QUIET was interrupted (its worker was killed, or the server
    before it could hand the job to one).
    """

    QUIET = timedelta(minutes=5)

    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    message = models.TextField(blank=True)
    subject = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                name="job_done_within_total",
                condition=models.Q(total=0) | models.Q(done__lte=models.F("total")),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_interrupted(self) -> bool:
        """Not ended, and silent for longer than any step takes; one that only waits long may safely be begun twice."""
        is_open = self.state in {JobState.WAITING, JobState.RUNNING}
        return is_open and timezone.now() - self.moved_at > self.QUIET


class PublishedVersion(models.Model):
    """Counts up whenever what the public sees may have changed; one row. Part of every public page's ETag."""

    number = models.PositiveBigIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.number)
