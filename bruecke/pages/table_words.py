# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A row of a table on its page: what is wrong, what changes, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from bruecke.base.dates import fuzzy_in_words, is_fuzzy_date
from bruecke.intake.models import TableImport, TableRow
from bruecke.intake.queries.tables import records_of
from bruecke.intake.table_columns import Holds, TableColumn
from bruecke.intake.table_problems import in_words, read
from bruecke.intake.table_target import Target
from bruecke.pages.context import record_address


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that the file says otherwise. is_ours: it was changed here since the last file."""

    label: str
    now: str
    new: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class RowInWords:
    """problems: label of the column ("" for the row) and sentence. facts: label and value. href: of the record."""

    pk: int
    number: int
    label: str
    problems: list[tuple[str, str]]
    differences: list[Difference]
    facts: list[tuple[str, str]]
    takes_file: bool
    href: str


def rows_in_words(table: TableImport, rows: list[TableRow], target: Target) -> list[RowInWords]:
    """For the lines of the preview or the result; at most two statements."""
    records = records_of(table, rows)
    pages = target.pages(records.values())
    return [_row_in_words(row, target, pages.get(records.get(row.pk, 0))) for row in rows]


def _row_in_words(row: TableRow, target: Target, page: tuple[str, int] | None) -> RowInWords:
    return RowInWords(
        pk=row.pk,
        number=row.number,
        label=row.label,
        problems=list(problems_of(row, target)),
        differences=[_difference(target, name, *values) for name, values in row.differences.items()],
        facts=[
            (str(column.label), value_in_words(column, row.values[column.name]))
            for column in target.columns
            if column.holds is not Holds.DEGREES and row.values.get(column.name)
        ],
        takes_file=row.takes_file,
        href=record_address(*page) if page else "",
    )


def problems_of(row: TableRow, target: Target) -> Iterator[tuple[str, str]]:
    """Label of the column and sentence of everything that is wrong with a row."""
    for problem in read(row.problems):
        column = target.column(problem.column)
        yield str(column.label) if column is not None else "", in_words(problem)


def _difference(target: Target, name: str, now: str, new: str, is_ours: bool) -> Difference:
    column = target.column(name)
    label = str(column.label) if column is not None else name
    return Difference(label, value_in_words(column, now), value_in_words(column, new), is_ours)


def value_in_words(column: TableColumn | None, value: str) -> str:
    """A day as people write it, a choice by its word, the rest as it is."""
    if column is None or not value:
        return value
    if column.holds is Holds.DAY and is_fuzzy_date(value):
        return fuzzy_in_words(value, get_language() or "de")
    if column.holds is Holds.CHOICE:
        return str(column.choices[value][0])
    return value


def file_name_of(table: TableImport) -> str:
    """The beginning of the name of files made from a table."""
    stem = table.file_name.rpartition(".")[0] or table.file_name
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in stem)[:60].strip("-") or "tabelle"


def download_cells(row: TableRow, target: Target, width: int) -> tuple[Any, ...]:
    """The cells as they came, then the line and everything that is wrong."""
    cells = [*row.cells[:width], *("" for _ in range(width - len(row.cells)))]
    sentences = "; ".join(f"{label}: {text}" if label else text for label, text in problems_of(row, target))
    return (*cells, row.number, sentences)
