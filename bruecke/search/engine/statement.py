# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes into an engine, and what comes out."""

from dataclasses import dataclass
from typing import Any

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
    """SQL with its parameters."""

    sql: str
    params: list[Any]


Entries = RecordQuerySet[SearchEntry]
Scored = tuple[int, str, float]
"""Key of the entry, its kind, its score."""
