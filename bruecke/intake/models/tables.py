# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables that people bring, row by row, and what became of the rows."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.records.models import Job


class TableState(models.TextChoices):
    """Where a table stands."""

    READING = "reading", _("wird gelesen")
    FAILED = "failed", _("nicht lesbar")
    MAPPING = "mapping", _("wartet auf Zuordnung")
    CHECKING = "checking", _("wird geprüft")
    PREVIEW = "preview", _("Vorschau")
    WRITING = "writing", _("wird übernommen")
    TAKEN = "taken", _("übernommen")
    REJECTED = "rejected", _("verworfen")


class TableImport(models.Model):
    """One uploaded table on its way to records of one target. Internal.

    stored_name: of the file under MEDIA_ROOT/intake, never served. target: name of a module of intake.tables.
    meta: how it was read (typed reader: intake.table_meta). fingerprint: of its header. mapping: typed reader
    intake.table_mapping. source: hash of header and selection; the same for a newer file of the same kind. counts: rows
    by state, with those left out. is_whole: all rows or none; else the good ones.
    """

    target = models.CharField(max_length=40)
    file_name = models.CharField(max_length=255)
    stored_name = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=TableState.choices, default=TableState.READING)
    message = models.TextField(blank=True)
    meta = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64, blank=True)
    source = models.CharField(max_length=64, blank=True)
    mapping = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    is_whole = models.BooleanField(default=False)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.file_name


class RowState(models.TextChoices):
    """What a row means for the records."""

    NEW = "new", _("neu")
    CHANGED = "changed", _("geändert")
    CONFLICT = "conflict", _("abweichend")
    UNCHANGED = "unchanged", _("unverändert")
    DUPLICATE = "duplicate", _("doppelt")
    ERROR = "error", _("fehlerhaft")


class TableRow(models.Model):
    """One row that the selection let through.

    number: its line in the file. cells: as they stand there. values: as they were understood. key: hash of what tells
    the record from others; label: in words. problems: typed reader intake.table_problems. differences: field → [now,
    in the file, changed here by hand]. takes_file: the person chose the file's values where both differ.
    record_id: of the target's model, with the version that was compared; of a new row ImportedRecord says.
    taken_at: written, or nothing was to write.
    """

    table = models.ForeignKey(TableImport, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=RowState.choices)
    cells = models.JSONField(default=list)
    values = models.JSONField(default=dict)
    key = models.CharField(max_length=64, blank=True)
    label = models.CharField(max_length=300, blank=True)
    problems = models.JSONField(default=list)
    differences = models.JSONField(default=dict)
    takes_file = models.BooleanField(default=False)
    record_id = models.BigIntegerField(null=True, blank=True)
    record_version = models.PositiveIntegerField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("table", "number", "id")
        indexes = (models.Index(fields=("table", "state", "number"), name="table_row_by_state"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.label}"


class TableMapping(models.Model):
    """How columns were assigned to a target the last time a table with this header came."""

    target = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    updated_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("target", "fingerprint"), name="table_mapping_once"),)

    def __str__(self) -> str:
        return f"{self.target} {self.fingerprint[:8]}"


class ImportedRecord(models.Model):
    """Which record a row became, and what the table said: a later file updates it, and manual edits are told apart."""

    target = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    label = models.CharField(max_length=300)
    source = models.CharField(max_length=64, db_index=True)
    record_id = models.BigIntegerField()
    values = models.JSONField(default=dict)
    table = models.ForeignKey(TableImport, models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("target", "key"), name="imported_record_once"),)

    def __str__(self) -> str:
        return self.label
