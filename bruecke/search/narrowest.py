# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may find a record that is called after another: only who may know of both."""

from dataclasses import dataclass

from bruecke.records.models import Record
from bruecke.records.visibility import Visibility
from bruecke.search.source import houses_of

_FROM_WIDE_TO_NARROW = (Visibility.PUBLISHED, Visibility.MINISTRIES, Visibility.NAMED, Visibility.UNIT)


@dataclass(frozen=True, slots=True)
class Reach:
    """Who finds an entry; the fields are those of search.source.Found."""

    visibility: str
    owner_id: int | None
    houses: frozenset[int]


def reach_of(*records: Record) -> Reach | None:
    """Who may know of all `records` (with named_houses prefetched); None where one entry cannot say it."""
    narrow = max(records, key=lambda record: _FROM_WIDE_TO_NARROW.index(Visibility(record.visibility)))
    limited = [row for row in records if row.visibility in {Visibility.NAMED, Visibility.UNIT}]
    circles = {(row.visibility, row.owner_id if row.visibility == Visibility.UNIT else None) for row in limited}
    if len(circles) > 1:
        return None
    shared = frozenset.intersection(*(houses_of(row) for row in limited)) if limited else frozenset()
    return Reach(narrow.visibility, narrow.owner_id, shared)
