# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes into an engine, and what comes out."""

from dataclasses import dataclass
from typing import Any

from django.db import connection

from bruecke.records.kept import TEXT_HOLE
from bruecke.records.models import RecordQuerySet
from bruecke.search.models import SearchEntry


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one entry, in order, parts of it separated by "_" so that no phrase runs across."""

    entry_id: int
    title: list[str]
    body: list[str]
    internal: list[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL with its parameters; TEXT_HOLE among them stands for an expression."""

    sql: str
    params: list[Any]

    def rows(self, expression: str = "") -> list[Any]:
        """What it finds; one statement."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [expression if value == TEXT_HOLE else value for value in self.params])
            return list(cursor.fetchall())


Entries = RecordQuerySet[SearchEntry]
Scored = tuple[int, str, float]
"""Key of the entry, its kind, its score."""
