# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the figures drawn now say otherwise than those of an earlier answer on the same matter. Pure.

Two sets of tables are of the same matter where they have the same shape, their periods overlap, and one place lies in
the other. Rows are compared within the days that both are about; sums only where both are about exactly the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bruecke.inquiries.answer import CENTS, NUMBER, TEXT, Asked, Cell, Drawn, Row, Table, figures

FIGURE, CELL, GONE, NEW = ("figure", "cell", "gone", "new")
"""A sum differs; a number of a row differs; a row of the earlier answer is missing now; a row is missing there."""


@dataclass(frozen=True, slots=True)
class Difference:
    """sort: FIGURE, CELL, GONE or NEW; table: its title; what: the row or the figure in words; column: "" where it is
    not about one; then, now: the two values; unit: kind of them."""

    sort: str
    table: str
    what: str
    column: str = ""
    then: Cell = None
    now: Cell = None
    unit: str = TEXT


def is_same_matter(one: Asked, other: Asked) -> bool:
    """Whether figures of both can contradict each other."""
    return one.shape == other.shape and _overlap(one, other) and (_covers(one, other) or _covers(other, one))


def _overlap(one: Asked, other: Asked) -> bool:
    first, last = _common(one, other)
    return not first or not last or first <= last


def _common(one: Asked, other: Asked) -> tuple[str, str]:
    """First and last day that both are about; "" without an end."""
    ends = [day for day in (one.last, other.last) if day]
    return max(one.first, other.first), min(ends, default="")


def _covers(wide: Asked, narrow: Asked) -> bool:
    """Whether one place is the other or has it inside."""
    return wide.place is None or wide.place in narrow.within


def differences(now: Drawn, then: Drawn) -> list[Difference]:
    """Each difference by name, in the order of the tables; nothing where they are not of the same matter."""
    if not is_same_matter(now.asked, then.asked):
        return []
    earlier = {table.key: table for table in then.tables}
    pairs = [(table, earlier[table.key]) for table in now.tables if table.key in earlier]
    return [found for mine, theirs in pairs for found in _of_tables(mine, theirs, now.asked, then.asked)]


def _of_tables(mine: Table, theirs: Table, now: Asked, then: Asked) -> Iterator[Difference]:
    if (now.first, now.last, now.place) == (then.first, then.last, then.place):
        yield from _figures(mine, theirs)
    days = _common(now, then)
    standing, earlier = _rows(mine, days), _rows(theirs, days)
    for key, row in earlier.items():
        if key in standing:
            yield from _cells(mine, theirs, standing[key], row)
        elif _covers(now, then):
            yield Difference(GONE, mine.title, _named(row))
    if _covers(then, now):
        yield from (Difference(NEW, mine.title, _named(row)) for key, row in standing.items() if key not in earlier)


def _figures(mine: Table, theirs: Table) -> Iterator[Difference]:
    earlier = {figure.key: figure for figure in figures(theirs)}
    for figure in figures(mine):
        if figure.key in earlier and earlier[figure.key].value != figure.value:
            was = earlier[figure.key].value
            yield Difference(FIGURE, mine.title, figure.label, then=was, now=figure.value, unit=figure.kind)


def _rows(table: Table, days: tuple[str, str]) -> dict[str, Row]:
    first, last = days
    return {row.key: row for row in table.rows if not row.on or (row.on >= first and (not last or row.on <= last))}


def _cells(mine: Table, theirs: Table, row: Row, earlier: Row) -> Iterator[Difference]:
    before = dict(zip((column.key for column in theirs.columns), earlier.cells, strict=True))
    for column, cell in zip(mine.columns, row.cells, strict=True):
        if column.kind in (NUMBER, CENTS) and column.key in before and before[column.key] != cell:
            was = before[column.key]
            yield Difference(CELL, mine.title, _named(row), column.title, was, cell, column.kind)


def _named(row: Row) -> str:
    """The first text of a row, which names it in every shape."""
    return next((cell for cell in row.cells if isinstance(cell, str)), row.key)
