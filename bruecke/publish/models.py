# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers as they were printed, and texts kept for the next one."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from bruecke.actors.models import Organisation
from bruecke.partnerships.models import Partnership
from bruecke.records.models import Job, Record, RecordQuerySet


class Paper(Record):
    """One print of a report: frozen as printed; the next of the same subject says what changed since.

    report: name of a folder in publish/reports. subject: (type, key) of the record it is about. on: the day it is
    made for. data: the report's dataclass as JSON; persons in it stand by key, their names come in when it is laid out.
    content_hash: SHA-256 (hexadecimal) of data. ordinal: counts prints of one subject from 1. Its visibility is
    its marking.
    """

    report = models.SlugField(max_length=40)
    subject_type = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    language = models.CharField(max_length=3, default="de")
    on = models.DateField()
    ordinal = models.PositiveIntegerField()
    data = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64, blank=True)
    printed_at = models.DateTimeField(default=timezone.now)
    printed_by = models.CharField(max_length=200)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")

    objects = RecordQuerySet["Paper"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("report", "subject_type", "subject_id", "ordinal"), name="paper_ordinal_once"
            ),
        )

    def __str__(self) -> str:
        return self.title


class PaperFile(models.Model):
    """One file of a print. name: below the media folder; sha256: of its bytes, stays where the file was removed."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="files")
    format = models.CharField(max_length=5)
    name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    removed_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("paper", "format"), name="paper_file_once"),)

    def __str__(self) -> str:
        return self.name


class SectionText(Record):
    """A text of a briefing that is kept from one edition to the next: talking points, state of play, what is delicate.

    asked_of, due_on: the house or office that is to write it. released_on: None while it is a draft.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+", verbose_name=_("Partnerschaft"))
    heading = models.CharField(_("Überschrift"), max_length=200)
    text = models.TextField(_("Text"), blank=True)
    author = models.CharField(_("Verfasst von"), max_length=200, blank=True)
    asked_of = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("erbeten von")
    )
    due_on = models.DateField(_("erbeten bis"), null=True, blank=True)
    released_on = models.DateField(_("freigegeben am"), null=True, blank=True)

    objects = RecordQuerySet["SectionText"].as_manager()

    def __str__(self) -> str:
        return self.heading
