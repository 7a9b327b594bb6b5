# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of the list sorted by lead, read through an index that has the measures of each lead in their order.

The alphabet of the leads is a matter of the reader's language and of what may be known of, so no index has it. A page
is looked for lead by lead instead, from the cursor's on: mostly the first one fills it, else all others are asked for
as many measures as a page shows.
"""

from functools import lru_cache
from typing import NamedTuple

from django.db.models import BigIntegerField, Value

from bruecke.records.cursor import Cursor
from bruecke.records.kept import HOLES, KeptRows
from bruecke.records.labels import rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.measure_filter import MeasureFilter
from bruecke.strategy.models import Measure
from bruecke.strategy.queries.measure_conditions import conditions
from bruecke.strategy.queries.measure_order import BY_LEAD, ORDERS, lead_ranks
from bruecke.strategy.queries.vocabulary import Vocabulary

MOST_LEADS = 200
"""More are not looked for one by one: SQLite joins five hundred parts at most."""
WITHIN = ORDERS["fundstelle"]
"""The order of a lead's own measures."""


class Lead(NamedTuple):
    """key: None for nobody. rank: in the alphabet; nobody and all that stay unnamed share the last one.

    is_cursors: the page begins among its measures.
    """

    rank: int
    key: int | None
    is_cursors: bool = False


Leads = tuple[Lead, ...]


def leads_beyond(
    edition_id: int, asked: MeasureFilter, words: Vocabulary, cursor: Cursor | None
) -> tuple[Leads, Leads]:
    """Who leads measures of the edition, from the cursor on: those of the nearest rank, and all others; one statement.

    Both are empty where nobody is left.
    """
    ranks, rows = lead_ranks(words), _statement(_of_lead(asked), words).run({HOLES[0]: edition_id})
    found = [Lead(ranks.get(key, len(ranks)), key) for [key] in rows]
    is_back = cursor is not None and cursor.is_back
    if cursor is not None:
        start = int(cursor.key[0])
        found = [
            lead._replace(is_cursors=lead.rank == start)
            for lead in found
            if lead.rank == start or (lead.rank < start) == is_back
        ]
    found.sort(key=lambda lead: (lead.rank, lead.key or 0), reverse=is_back)
    return (
        tuple(lead for lead in found if lead.rank == found[0].rank),
        tuple(lead for lead in found if lead.rank != found[0].rank),
    )


Pairs = tuple[tuple[str, tuple[str, ...]], ...]


def _of_lead(asked: MeasureFilter) -> Pairs:
    """What of the filter says who leads: the other leads need not be looked for."""
    is_gap_alone = asked.of("luecke") == ("federfuehrung",)
    return tuple(
        (name, values)
        for name, values in asked.values.items()
        if name == "federfuehrung" or (name == "luecke" and is_gap_alone)
    )


@lru_cache(maxsize=64)
def _statement(pairs: Pairs, words: Vocabulary) -> KeptRows:
    narrow = conditions(MeasureFilter(values=dict(pairs)), words).values()
    return KeptRows(rows_of(Measure).filter(*narrow, edition_id=HOLES[0]).order_by().values_list("lead_id").distinct())


def near(rows: RecordQuerySet[Measure], leads: Leads, length: int, *, is_back: bool) -> RecordQuerySet[Measure]:
    """Of `rows` those of `leads` from the cursor on, whose position and key are HOLES[2] and [3], in the list's order.

    Of each lead at least the first `length` are among them; `rows` are ranked.
    """
    parts = [_of(rows, lead, is_back=is_back) for lead in leads]
    if len(parts) == 1:
        return parts[0].order_by(*WITHIN.ordering(is_back=is_back))
    # Each once more by its keys: SQLite does not let the parts of a union be limited.
    firsts = (part.order_by(*WITHIN.ordering(is_back=is_back)).values("pk")[:length] for part in parts)
    first, *others = (rows_of(Measure).filter(pk__in=keys).values("pk") for keys in firsts)
    return rows.filter(pk__in=first.union(*others, all=True)).order_by(*ORDERS[BY_LEAD].ordering(is_back=is_back))


def _of(rows: RecordQuerySet[Measure], lead: Lead, *, is_back: bool) -> RecordQuerySet[Measure]:
    own = rows.filter(lead__isnull=True) if lead.key is None else rows.filter(lead_id=lead.key)
    if not lead.is_cursors:
        return own
    return own.filter(WITHIN.beyond([Value(hole, BigIntegerField()) for hole in HOLES[2:4]], is_back=is_back))
