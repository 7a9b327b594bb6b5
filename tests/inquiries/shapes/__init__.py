# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of the table shapes; each has its own module (a test of the house demands it)."""

from datetime import date
from typing import Any

from bruecke.inquiries.answer import Drawn, Table, figures
from bruecke.inquiries.drawing import draw

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def drawn(shape: str, place: int | None = None, first: date | None = FIRST, last: date | None = LAST) -> Drawn:
    """The tables of a shape for 2026."""
    found = draw(shape, first, last, place)
    assert found is not None
    return found


def table(found: Drawn, key: str) -> Table:
    """One of its tables; StopIteration where there is none."""
    return next(each for each in found.tables if each.key == key)


def cells(found: Drawn, key: str, *columns: str) -> list[tuple[Any, ...]]:
    """Cells of some columns of a table, row by row."""
    part = table(found, key)
    at = [next(n for n, column in enumerate(part.columns) if column.key == name) for name in columns]
    return [tuple(row.cells[n] for n in at) for row in part.rows]


def numbers(found: Drawn, key: str) -> dict[str, int | None]:
    """Figures of a table."""
    return {figure.key: figure.value for figure in figures(table(found, key))}


def public(found: Drawn, key: str) -> list[bool]:
    """Which rows are published."""
    return [row.is_public for row in table(found, key).rows]
