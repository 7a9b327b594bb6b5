# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether something with truncated dates ("2026", "2026-03") holds on a day: from the first day they may mean to the
last. Pure."""

from datetime import date


def holds(since: str, until: str, day: date) -> bool:
    """since, until: truncated ISO dates, "" where not stated."""
    iso = day.isoformat()
    return since <= iso[: len(since)] and (not until or until >= iso[: len(until)])


def ends_before_it_starts(since: str, until: str) -> bool:
    """Whether `until` lies before `since` however both are meant."""
    if not since or not until:
        return False
    shared = min(len(since), len(until))
    return until[:shared] < since[:shared]
