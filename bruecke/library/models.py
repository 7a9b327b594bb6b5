# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents, their texts, passages and citations."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import FUZZY
from bruecke.records.models import Record, RecordQuerySet, Versioned


class DocumentKind(models.TextChoices):
    """What a document is to the strategy (R19, R20, R21)."""

    STRATEGY = "strategy", _("Strategie")
    FEDERAL_STRATEGY = "federal_strategy", _("Strategie des Bundes")
    PLAN = "plan", _("Plan oder Konzept")
    AGREEMENT = "agreement", _("Vertrag oder Erklärung")
    LAW = "law", _("Recht")
    OTHER = "other", _("anderes")


class DocumentStatus(models.TextChoices):
    """A planned document is not shown as if it existed (R30)."""

    EXISTING = "existing", _("liegt vor")
    PLANNED = "planned", _("geplant")


class Document(Record):
    """A document that something refers to. issued: truncated ISO date, "" where nothing states one."""

    key = models.SlugField(max_length=80, unique=True)
    title = models.CharField(_("Titel"), max_length=300)
    kind = models.CharField(_("Art"), max_length=20, choices=DocumentKind.choices, default=DocumentKind.OTHER)
    status = models.CharField(
        _("Stand"), max_length=10, choices=DocumentStatus.choices, default=DocumentStatus.EXISTING
    )
    issued = models.CharField(_("Datum"), max_length=10, blank=True)
    publisher = models.CharField(_("Herausgeber"), max_length=200, blank=True)
    url = models.URLField(_("Adresse"), blank=True)

    objects = RecordQuerySet["Document"].as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="document_issued_is_a_date",
                condition=models.Q(issued="") | models.Q(issued__regex=FUZZY.pattern),
            ),
        )

    def __str__(self) -> str:
        return self.title


class SourceText(models.Model):
    """The text of one file, as it came and as it was repaired. lines hold both, one pair a source line.

    sha256 recognises the same file again. line_pages: for each line its page. repairs: one list per repair,
    [line, column, original, suggestion, confidence, reason] as reader.draft.Repair has them; undone ones are taken
    out. Immutable once an edition rests on it.
    """

    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="texts")
    sha256 = models.CharField(max_length=64, unique=True)
    file_name = models.CharField(max_length=255)
    format = models.CharField(max_length=20)
    language = models.CharField(max_length=12, blank=True)
    raw = models.TextField()
    repaired = models.TextField()
    line_pages = models.JSONField(default=list)
    repairs = models.JSONField(default=list)
    page_count = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.file_name


class Passage(models.Model):
    """A stretch of a source text: lines first_line..last_line (1-based, inclusive), with its repaired wording.

    Its address is the document page at #z<first_line>. raw: as it came, with the source's line breaks.
    line_starts: for each line the offset in `wording` where it begins. spots: [start, end, original] of each repair
    in `wording`; `repairs` is their number.
    """

    text = models.ForeignKey(SourceText, models.PROTECT, related_name="passages")
    first_line = models.PositiveIntegerField()
    last_line = models.PositiveIntegerField()
    page = models.PositiveIntegerField(default=1)
    wording = models.TextField()
    raw = models.TextField()
    repairs = models.PositiveIntegerField(default=0)
    line_starts = models.JSONField(default=list)
    spots = models.JSONField(default=list)

    class Meta:
        ordering = ("text", "first_line")
        constraints = (
            models.CheckConstraint(name="passage_forward", condition=models.Q(last_line__gte=models.F("first_line"))),
            models.UniqueConstraint(fields=("text", "first_line", "last_line"), name="passage_once"),
        )

    def __str__(self) -> str:
        return f"{self.first_line}-{self.last_line}"

    @property
    def anchor(self) -> str:
        """Fragment of the passage on the document page."""
        return f"z{self.first_line}"


class Citation(models.Model):
    """A record's fact rests on a passage, or on a document where no passage is known. pin: page or line as stated.

    The record is named by type and key, because the library lies below all rooms that cite.
    """

    passage = models.ForeignKey(Passage, models.PROTECT, null=True, blank=True, related_name="citations")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="citations")
    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    field = models.CharField(max_length=60, blank=True)
    pin = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = (models.Index(fields=("record_type", "record_id"), name="citation_record"),)
        constraints = (
            models.CheckConstraint(
                name="citation_rests_on_something",
                condition=models.Q(passage__isnull=False) | models.Q(document__isnull=False),
            ),
            models.UniqueConstraint(fields=("passage", "record_type", "record_id", "field"), name="citation_once"),
        )

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Sets of files; who may know of the record they hang on is asked before."""

    def shown_to(self, principal: Principal) -> "AttachmentQuerySet":
        """The government sees all files of a record it sees, everybody else those marked for everybody."""
        return self if principal.is_staff or principal.is_system else self.filter(is_public=True)

    def standing(self) -> "AttachmentQuerySet":
        """Those whose bytes are still there."""
        return self.filter(removed_at__isnull=True)


class Attachment(Versioned):
    """A file that hangs on a record of any room, named by type and key, and is seen with it.

    media_type: by content. size: bytes. sha256: in hex; it stays with a note where the file was removed, while the
    names go. A file that names a person is kept on a ground and until a day.
    """

    record_type = models.CharField(max_length=60)
    record_id = models.BigIntegerField()
    title = models.CharField(_("Bezeichnung"), max_length=200, blank=True)
    file_name = models.CharField(max_length=140, blank=True)
    stored_name = models.CharField(max_length=60, blank=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    is_public = models.BooleanField(_("auch für die Öffentlichkeit"), default=False)
    names_person = models.BooleanField(_("nennt Personen"), default=False)
    retention_ground = models.CharField(_("Grund der Aufbewahrung"), max_length=200, blank=True)
    retained_until = models.DateField(_("aufbewahrt bis"), null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_why = models.CharField(max_length=300, blank=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=("record_type", "record_id"), name="attachment_record"),)
        constraints = (
            models.UniqueConstraint(
                fields=("record_type", "record_id", "sha256"),
                condition=models.Q(removed_at__isnull=True),
                name="attachment_once",
            ),
            models.CheckConstraint(
                name="attachment_naming_a_person_has_ground_and_end",
                condition=models.Q(names_person=False)
                | models.Q(removed_at__isnull=False)
                | (models.Q(retained_until__isnull=False) & ~models.Q(retention_ground="")),
            ),
            models.CheckConstraint(
                name="attachment_removed_keeps_a_note_and_no_name",
                condition=models.Q(removed_at__isnull=True, removed_why="")
                | (
                    models.Q(removed_at__isnull=False, stored_name="", file_name="", title="")
                    & ~models.Q(removed_why="")
                ),
            ),
        )

    def __str__(self) -> str:
        return self.title or self.file_name
