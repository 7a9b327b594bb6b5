# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What meets in a calendar: two activities with one partner in one week, and anniversaries. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

ROUND = 5
"""Anniversaries are told every five years."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An activity with exact days and the partnerships it is with."""

    pk: int
    first: date
    last: date
    partnerships: frozenset[int]


def weeks(first: date, last: date) -> list[date]:
    """Mondays of all weeks that the days touch."""
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(weeks=n) for n in range((last - monday).days // 7 + 1)]


def collisions(rows: Iterable[Dated]) -> list[tuple[date, int, tuple[int, ...]]]:
    """Monday, partnership and activities, wherever two or more are with one partnership in one week; in that order."""
    found: dict[tuple[date, int], list[int]] = defaultdict(list)
    for row in rows:
        for monday in weeks(row.first, row.last):
            for partnership in row.partnerships:
                found[monday, partnership].append(row.pk)
    return [(*key, tuple(sorted(pks))) for key, pks in sorted(found.items()) if len(pks) > 1]


def anniversary(signed_on: str, year: int) -> int | None:
    """Which round anniversary of a truncated date falls into `year`; None for none."""
    age = year - int(signed_on[:4])
    return age if age > 0 and age % ROUND == 0 else None
