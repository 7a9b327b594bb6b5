# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of measures: one page by key, the counts above it, and all of it for an export."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, F, Value
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.records.cursor import Cursor
from bruecke.records.kept import HOLES, TEXT_HOLE, KeptCount, KeptRows
from bruecke.records.labels import label, rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.records.paging import Order, Page, page_of
from bruecke.records.state import until_written
from bruecke.strategy.measure_filter import MeasureFilter
from bruecke.strategy.models import Edition, EditionState, Measure, Strategy
from bruecke.strategy.queries.matching import Matching
from bruecke.strategy.queries.measure_conditions import conditions
from bruecke.strategy.queries.measure_order import BY_LEAD, ORDERS, ranked
from bruecke.strategy.queries.measures_by_lead import MOST_LEADS, Leads, leads_beyond, near
from bruecke.strategy.queries.vocabulary import Vocabulary

PAGE = 30
"""Rows of a page."""
EXACT_UP_TO = 1000
"""Larger sets are counted in the fragment, not on the page."""


class StandingEdition(NamedTuple):
    """The adopted edition of a strategy."""

    pk: int
    strategy_key: str
    strategy_name: str
    ordinal: int


class Row(NamedTuple):
    """One measure of a list; key: what a cursor beside it holds."""

    pk: int
    reference: str
    title: str
    modality: str
    kind: str
    lead_id: int | None
    option_state: str
    needs_state_money: str
    precondition: str
    key: tuple[int | str, ...]


def standing_editions(*, principal: Principal) -> list[StandingEdition]:
    """The adopted editions the principal may know of, in the order of their strategies; one statement."""
    return [StandingEdition._make(row) for row in _editions_statement(get_language() or "", scope_of(principal)).run()]


@lru_cache(maxsize=64)
def _editions_statement(_language: str, scope: Principal) -> KeptRows:
    strategies = rows_of(Strategy).visible_to(scope)
    rows = rows_of(Edition).filter(state=EditionState.ADOPTED, strategy__in=strategies.values("pk"))
    columns = ("pk", "strategy__key", label("strategy__name"), "ordinal")
    return KeptRows(rows.order_by("strategy_id").values_list(*columns))


def measures_of(edition_id: int, *, principal: Principal) -> RecordQuerySet[Measure]:
    """All measures of an edition that the principal may know of."""
    return rows_of(Measure).visible_to(principal).filter(edition_id=edition_id)


def narrowed(
    edition_id: int, asked: MeasureFilter, words: Vocabulary, *, matching: Matching | None, principal: Principal
) -> RecordQuerySet[Measure]:
    """The measures of an edition that `asked` lets through and, where something is searched, that match."""
    found = measures_of(edition_id, principal=principal).filter(*conditions(asked, words).values())
    return found if matching is None else found.filter(matching.q)


def kept_page(
    edition_id: int,
    asked: MeasureFilter,
    words: Vocabulary,
    after: str,
    *,
    matching: Matching | None = None,
    principal: Principal,
) -> Page[Row]:
    """measure_page() of what `asked` lets through, by statements that are kept.

    One statement, three at most where the list is sorted by lead.
    """
    order = ORDERS[asked.sort]
    cursor = order.cursor(after)
    if asked.sort == BY_LEAD and matching is None:
        nearest, others = leads_beyond(edition_id, asked, words, cursor)
        is_kept = max(len(nearest), len(others)) <= MOST_LEADS
    else:
        # What matches is few, and would have to be looked for again for each lead.
        nearest, others = None, ()
        is_kept = cursor is None or str not in order.shape
    if not is_kept:
        found = narrowed(edition_id, asked, words, matching=matching, principal=principal)
        return measure_page(found, asked, words, after)
    got = _kept_rows(edition_id, asked, words, cursor, nearest, matching, principal)
    if len(got) <= PAGE:
        got += _kept_rows(edition_id, asked, words, cursor, others, matching, principal)
    return page_of(got[: PAGE + 1], PAGE, cursor, attrgetter("key"))


def _kept_rows(
    edition_id: int,
    asked: MeasureFilter,
    words: Vocabulary,
    cursor: Cursor | None,
    leads: Leads | None,
    matching: Matching | None,
    principal: Principal,
) -> list[Row]:
    """The rows of a page and one more, of these `leads` only where they are given."""
    if leads == ():
        return []
    is_back, beside = (None, ()) if cursor is None else (cursor.is_back, cursor.key)
    language, scope = get_language() or "", scope_of(principal)
    hole = matching and matching.with_hole
    statement = _page_statement(_pairs(asked), asked.sort, words, is_back, leads, hole, language, scope)
    values = _values(edition_id, matching) | {HOLES[place]: value for place, value in enumerate(beside, 1)}
    return [_row(row) for row in statement.run(values)]


def _values(edition_id: int, matching: Matching | None) -> dict[int | str, int | str]:
    return {HOLES[0]: edition_id} | ({} if matching is None else {TEXT_HOLE: matching.expression})


Pairs = tuple[tuple[str, tuple[str, ...]], ...]


def _pairs(asked: MeasureFilter) -> Pairs:
    return tuple(asked.values.items())


@lru_cache(maxsize=256)
def _page_statement(
    pairs: Pairs,
    sort: str,
    words: Vocabulary,
    is_back: bool | None,
    leads: Leads | None,
    matching: Matching | None,
    _language: str,
    scope: Principal,
) -> KeptRows:
    order, asked = ORDERS[sort], MeasureFilter(values=dict(pairs), sort=sort)
    rows = ranked(narrowed(HOLES[0], asked, words, matching=matching, principal=scope), sort, words)
    if leads is not None:
        rows = near(rows, leads, PAGE + 1, is_back=bool(is_back))
    else:
        rows = rows.order_by(*order.ordering(is_back=bool(is_back)))
        if is_back is not None:
            holes = tuple(Value(hole, BigIntegerField()) for hole in HOLES[1 : 1 + len(order.shape)])
            rows = rows.filter(order.beyond(holes, is_back=is_back))
    return KeptRows(rows.values_list(*_columns(order))[: PAGE + 1])


def measure_page(found: RecordQuerySet[Measure], asked: MeasureFilter, words: Vocabulary, after: str) -> Page[Row]:
    """One page of `found` beside the cursor `after`; one statement."""
    order = ORDERS[asked.sort]
    cursor = order.cursor(after)
    rows = ranked(found, asked.sort, words).order_by(*order.ordering(is_back=cursor is not None and cursor.is_back))
    if cursor is not None:
        rows = rows.filter(order.beyond(order.values(cursor), is_back=cursor.is_back))
    return page_of(
        [_row(values) for values in rows.values_list(*_columns(order))[: PAGE + 1]], PAGE, cursor, attrgetter("key")
    )


Sizes = tuple[int | None, int | None]
"""Found and total, None for more than EXACT_UP_TO."""


def sizes(
    edition_id: int, asked: MeasureFilter, words: Vocabulary, *, matching: Matching | None, principal: Principal
) -> Sizes:
    """How many measures `asked` lets through, and how many there are; one statement, three after anything was written.

    All pages of a list say it.
    """
    return _sizes(edition_id, _pairs(asked), words, matching, scope_of(principal))


@until_written(maxsize=256)
def _sizes(edition_id: int, pairs: Pairs, words: Vocabulary, matching: Matching | None, scope: Principal) -> Sizes:
    total = _count(edition_id, (), words, None, scope)
    return (_count(edition_id, pairs, words, matching, scope) if pairs or matching else total), total


def _count(edition_id: int, pairs: Pairs, words: Vocabulary, matching: Matching | None, scope: Principal) -> int | None:
    statement = _count_statement(pairs, words, matching and matching.with_hole, scope)
    [[number]] = statement.run(_values(edition_id, matching))
    return number if number <= EXACT_UP_TO else None


@lru_cache(maxsize=256)
def _count_statement(pairs: Pairs, words: Vocabulary, matching: Matching | None, scope: Principal) -> KeptCount:
    asked = MeasureFilter(values=dict(pairs))
    found = narrowed(HOLES[0], asked, words, matching=matching, principal=scope)
    return KeptCount(found.order_by().values_list("pk")[: EXACT_UP_TO + 1])


def all_in_order(
    found: RecordQuerySet[Measure], asked: MeasureFilter, words: Vocabulary, *columns: Any
) -> Iterator[Any]:
    """`columns` of all rows, in the order of the list; one statement, read in batches."""
    rows = ranked(found, asked.sort, words).order_by(*ORDERS[asked.sort].ordering(is_back=False))
    return rows.values_list(*columns).iterator(chunk_size=2000)


def _columns(order: Order) -> tuple[Any, ...]:
    fixed = (
        "pk",
        "reference",
        label("title"),
        "modality",
        "kind",
        "lead_id",
        "option_state",
        "needs_state_money",
        "precondition",
    )
    return (*fixed, *(F(column) for column in order.columns))


def _row(values: Iterable[Any]) -> Row:
    plain = tuple(values)
    key = tuple(part.isoformat() if isinstance(part, datetime) else part for part in plain[_FIXED:])
    return Row._make((*plain[:_FIXED], key))


_FIXED = len(Row._fields) - 1
