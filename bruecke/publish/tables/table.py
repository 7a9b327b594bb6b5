# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table that leaves the house, before it has a format. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None
"""Text, a number, an amount in euro, a day; None is an empty cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. width: in characters, for formats that have widths."""

    title: str
    width: int = 20


@dataclass(frozen=True, slots=True)
class Table:
    """title: name of the sheet; note: lines that say what the table is, when it was made and what must be kept in mind.

    rows are read once; each has as many cells as there are columns. language: of titles and dates ("de").
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    note: tuple[str, ...] = ()
    note_title: str = "Hinweise"
    language: str = "de"


_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def starts_a_formula(text: str) -> bool:
    """Whether a spreadsheet that guesses types would take `text` for a formula (OWASP: CSV injection)."""
    return text.startswith(_FORMULA_STARTS) or text.lstrip(" \t\r\n'").startswith(_FORMULA_STARTS[:4])


def plain(text: str) -> str:
    """`text` without the control characters that XML does not admit."""
    return (
        text
        if text.isprintable()
        else "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    )
