# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""On the page of a partnership: what is done together, and what both sides promised each other."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.activities.models import PromiseDirection
from bruecke.activities.queries.lines import Line
from bruecke.activities.queries.offers import (
    done_together,
    open_promises_of_partnership,
    partnerships_without_activity,
)
from bruecke.activities.queries.promises import is_overdue
from bruecke.pages.activity_records import PROMISE
from bruecke.pages.activity_words import line_when, state_in_words
from bruecke.pages.record_kind import new_href
from bruecke.partnerships.models import Partnership
from bruecke.records.state import until_written

GAP_YEARS = 2
"""A partnership with which nothing was held or planned for so long lacks something."""
MOST = 10
"""So many of a sort stand on the page; the lists of activities and promises show the rest."""


def together(partnership: Partnership, principal: Principal) -> dict[str, Any]:
    """Kept until anything is written; else two statements more. promises: by direction, each with whether it is
    overdue."""
    return _together(partnership.pk, partnership.key, scope_of(principal), get_language() or "", timezone.localdate())


@until_written(maxsize=128)
def _together(pk: int, key: str, principal: Principal, _language: str, _day: date) -> dict[str, Any]:
    done = done_together(pk, principal=principal, most=MOST)
    promises = open_promises_of_partnership(pk, principal=principal)
    by_direction = [
        (direction.label, [(row, is_overdue(row)) for row in promises if row.direction == direction][:MOST])
        for direction in PromiseDirection
    ]
    enter = new_href(PROMISE, principal)
    return {
        "coming": _lines(done.coming),
        "past": _lines(done.past),
        "all_href": f"{reverse('activities')}?partnerschaft={key}",
        "has_more": max(len(done.coming), len(done.past)) > MOST,
        "has_invented": any(line.is_invented for line in (*done.coming[:MOST], *done.past[:MOST])),
        "promises": [(label, rows) for label, rows in by_direction if rows],
        "open_promises": len(promises),
        "has_more_promises": sum(len(rows) for _label, rows in by_direction) < len(promises),
        "promises_href": f"{reverse('promises')}?partnerschaft={key}",
        "promise_href": f"{enter}?partnership_id={pk}" if enter else "",
    }


def offered_gaps() -> dict[str, Q]:
    """Gaps of partnerships that the room activities knows of, as the register takes them."""
    today = timezone.localdate()
    since = date(today.year - GAP_YEARS, today.month, min(today.day, 28))
    return {"no_activity": partnerships_without_activity(since)}


def _lines(rows: list[Line]) -> list[tuple[Line, str, str]]:
    return [(row, line_when(row), state_in_words(row.kind, row.state)) for row in rows[:MOST]]
