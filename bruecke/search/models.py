# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the index knows: one entry for each thing found, one row for each word of the installation."""

from django.db import models

from bruecke.accounts.models import House
from bruecke.records.models import RecordQuerySet
from bruecke.records.visibility import Visibility


class SearchEntry(models.Model):
    """A record (or one block of a document: part is its first line) as the search shows it.

    titles: language → title. public, internal: [[language, text], ...], internal for staff only. visibility, owner,
    named_houses are the record's own: visible_to is the one rule here too. place: key of the page that shows it,
    fragment: where on that page. facts: what a hit must say beside its title (a measure's reference and modality, a
    planned document's status: R24, R30). is_stale: closed to somebody in bulk, not read again yet, found by nobody.
    The engines keep the keys of the words beside this table, under the same id.
    """

    kind = models.CharField(max_length=20)
    record_id = models.BigIntegerField()
    part = models.PositiveIntegerField(default=0)
    titles = models.JSONField(default=dict)
    public = models.JSONField(default=list)
    internal = models.JSONField(default=list)
    place = models.BigIntegerField()
    fragment = models.CharField(max_length=20, blank=True)
    facts = models.JSONField(default=dict)
    is_stale = models.BooleanField(default=False)
    visibility = models.CharField(max_length=12, choices=Visibility.choices)
    owner = models.ForeignKey(House, models.SET_NULL, null=True, related_name="+")
    named_houses = models.ManyToManyField(House, related_name="+")

    objects = RecordQuerySet["SearchEntry"].as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "record_id", "part"), name="search_entry_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id}"


class SearchWord(models.Model):
    """A word as some text spells it. word: folded, key: what entries hold for it (one row for each pair).

    public_count: published entries whose public text holds it; staff_count: entries open to all staff whose public or
    internal text does. A count of 0 keeps it from being suggested or corrected to; both 0 removes the row.
    """

    surface = models.CharField(max_length=64)
    key = models.CharField(max_length=64, db_index=True)
    word = models.CharField(max_length=64, db_index=True)
    public_count = models.IntegerField(default=0)
    staff_count = models.IntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("surface", "key"), name="search_word_once"),)

    def __str__(self) -> str:
        return self.surface
