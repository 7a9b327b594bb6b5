# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of measures: one page by key, the counts above it, and all of it for an export."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import BigIntegerField, Case, F, IntegerField, Q, Value, When
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.records.kept import HOLES, KeptCount, KeptRows
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.measure_cursor import Cursor, decode
from bruecke.strategy.measure_filter import MeasureFilter
from bruecke.strategy.models import Edition, EditionState, Measure, Strategy
from bruecke.strategy.queries.labels import label, rows_of
from bruecke.strategy.queries.measure_conditions import conditions
from bruecke.strategy.queries.scope import scope_of
from bruecke.strategy.queries.vocabulary import Vocabulary

PAGE = 30
"""Rows of a page."""
EXACT_UP_TO = 1000
"""Larger sets are counted in the fragment, not on the page."""

Matching = Q | None
"""What a full-text search demands of a measure; None where nothing was searched."""


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


@dataclass(frozen=True, slots=True)
class Page:
    """Rows with the cursors ("ab") of the pages beside, "" where there is none."""

    rows: tuple[Row, ...]
    previous: str
    next: str


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is sorted by (the last column is unique), the types of a cursor, whether the newest comes first."""

    columns: tuple[str, ...]
    shape: tuple[type, ...]
    is_descending: bool = False

    def ordering(self, *, is_back: bool) -> list[str]:
        """For order_by; backwards for a page before the cursor."""
        return [f"-{column}" if self.is_descending != is_back else column for column in self.columns]

    def beyond(self, values: Sequence[Any], *, is_back: bool) -> Q:
        """Rows after (before) these `values`, written so that an index on the columns finds the first one at once."""
        compare = "lt" if self.is_descending != is_back else "gt"
        beyond = Q(**{f"{self.columns[-1]}__{compare}": values[-1]})
        for column, value in list(zip(self.columns, values, strict=True))[-2::-1]:
            beyond = Q(**{f"{column}__{compare}e": value}) & (Q(**{f"{column}__{compare}": value}) | beyond)
        return beyond

    def values(self, cursor: Cursor) -> list[Any]:
        """What a cursor holds, as the columns have it."""
        return [
            datetime.fromisoformat(str(v)) if c == "updated_at" else v
            for c, v in zip(self.columns, cursor.key, strict=True)
        ]


ORDERS = {
    "fundstelle": Order(("position", "pk"), (int, int)),
    "titel": Order(("title_sort", "pk"), (str, int)),
    "federfuehrung": Order(("lead_rank", "position", "pk"), (int, int, int)),
    "aenderung": Order(("updated_at", "pk"), (str, int), is_descending=True),
}


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
    edition_id: int, asked: MeasureFilter, words: Vocabulary, *, matching: Matching, principal: Principal
) -> RecordQuerySet[Measure]:
    """The measures of an edition that `asked` lets through."""
    found = measures_of(edition_id, principal=principal).filter(*conditions(asked, words).values())
    return found if matching is None else found.filter(matching)


def kept_page(edition_id: int, asked: MeasureFilter, words: Vocabulary, after: str, *, principal: Principal) -> Page:
    """measure_page() of what `asked` lets through without its full text, by a statement that is kept; one statement."""
    order = ORDERS[asked.sort]
    cursor = _cursor(after, order)
    if cursor is not None and str in order.shape:
        return measure_page(narrowed(edition_id, asked, words, matching=None, principal=principal), asked, words, after)
    is_back = None if cursor is None else cursor.is_back
    statement = _page_statement(_pairs(asked), asked.sort, words, is_back, get_language() or "", scope_of(principal))
    beside = cursor.key if cursor is not None else ()
    values = {HOLES[0]: edition_id} | {HOLES[place]: int(value) for place, value in enumerate(beside, 1)}
    return _paged([_row(row) for row in statement.run(values)], cursor)


Pairs = tuple[tuple[str, tuple[str, ...]], ...]


def _pairs(asked: MeasureFilter) -> Pairs:
    return tuple(asked.values.items())


@lru_cache(maxsize=256)
def _page_statement(
    pairs: Pairs, sort: str, words: Vocabulary, is_back: bool | None, _language: str, scope: Principal
) -> KeptRows:
    order, asked = ORDERS[sort], MeasureFilter(values=dict(pairs), sort=sort)
    rows = _ranked(narrowed(HOLES[0], asked, words, matching=None, principal=scope), asked, words)
    if is_back is not None:
        holes = tuple(Value(hole, BigIntegerField()) for hole in HOLES[1 : 1 + len(order.shape)])
        rows = rows.filter(order.beyond(holes, is_back=is_back))
    return KeptRows(rows.order_by(*order.ordering(is_back=bool(is_back))).values_list(*_columns(order))[: PAGE + 1])


def measure_page(found: RecordQuerySet[Measure], asked: MeasureFilter, words: Vocabulary, after: str) -> Page:
    """One page of `found` beside the cursor `after`; one statement."""
    order = ORDERS[asked.sort]
    cursor = _cursor(after, order)
    rows = _ranked(found, asked, words).order_by(*order.ordering(is_back=cursor is not None and cursor.is_back))
    if cursor is not None:
        rows = rows.filter(order.beyond(order.values(cursor), is_back=cursor.is_back))
    return _paged([_row(values) for values in rows.values_list(*_columns(order))[: PAGE + 1]], cursor)


def _paged(got: list[Row], cursor: Cursor | None) -> Page:
    """A page of rows read beside the cursor, one more than it shows."""
    has_more, got = len(got) > PAGE, got[:PAGE]
    if cursor is not None and cursor.is_back:
        return _between(got[::-1], before=has_more, after=True)
    return _between(got, before=cursor is not None, after=has_more)


def counted(*sets: RecordQuerySet[Measure]) -> list[int | None]:
    """How many each set has, None where more than EXACT_UP_TO; one statement that reads no more rows than that."""
    statements = [found.order_by().values_list("pk")[: EXACT_UP_TO + 1].query.sql_with_params() for found in sets]
    counts = [
        f"(SELECT COUNT(*) FROM ({sql}) AS s{number})"  # noqa: S608 - Django's own SQL
        for number, (sql, _) in enumerate(statements)
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(counts), [value for _, values in statements for value in values])
        return [number if number <= EXACT_UP_TO else None for number in cursor.fetchone()]


def kept_count(edition_id: int, asked: MeasureFilter, words: Vocabulary, *, principal: Principal) -> int | None:
    """How many measures `asked` lets through without its full text, None where more than EXACT_UP_TO; one statement."""
    [[number]] = _count_statement(_pairs(asked), words, scope_of(principal)).run({HOLES[0]: edition_id})
    return number if number <= EXACT_UP_TO else None


@lru_cache(maxsize=256)
def _count_statement(pairs: Pairs, words: Vocabulary, scope: Principal) -> KeptCount:
    asked = MeasureFilter(values=dict(pairs))
    found = narrowed(HOLES[0], asked, words, matching=None, principal=scope)
    return KeptCount(found.order_by().values_list("pk")[: EXACT_UP_TO + 1])


def all_in_order(
    found: RecordQuerySet[Measure], asked: MeasureFilter, words: Vocabulary, *columns: Any
) -> Iterator[Any]:
    """`columns` of all rows, in the order of the list; one statement, read in batches."""
    rows = _ranked(found, asked, words).order_by(*ORDERS[asked.sort].ordering(is_back=False))
    return rows.values_list(*columns).iterator(chunk_size=2000)


def _cursor(word: str, order: Order) -> Cursor | None:
    cursor = decode(word, order.shape)
    if cursor is None or "updated_at" not in order.columns:
        return cursor
    try:
        moment = datetime.fromisoformat(str(cursor.key[0]))
    except ValueError:
        return None
    return cursor if moment.tzinfo is not None else None


def _ranked(found: RecordQuerySet[Measure], asked: MeasureFilter, words: Vocabulary) -> RecordQuerySet[Measure]:
    """With the place of each lead in the alphabet where the list is sorted by it; measures without one come last."""
    if asked.sort != "federfuehrung":
        return found
    leads = words.entries["federfuehrung"]
    ranks = [When(lead_id=entry.pk, then=Value(rank)) for rank, entry in enumerate(leads)]
    rank = Case(*ranks, default=Value(len(leads)), output_field=IntegerField())
    return found.annotate(lead_rank=rank)


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


def _between(rows: list[Row], *, before: bool, after: bool) -> Page:
    previous = Cursor(rows[0].key, is_back=True).encode() if rows and before else ""
    following = Cursor(rows[-1].key).encode() if rows and after else ""
    return Page(tuple(rows), previous, following)
