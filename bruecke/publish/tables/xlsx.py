# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""XLSX, written row by row so that memory does not grow with the table."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import IO, Any, NamedTuple

import xlsxwriter

from bruecke.publish.tables.table import Cell, Table, plain

_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST = 32_767
"""Characters a cell of the format holds."""


class Formats(NamedTuple):
    """How cells look, by type."""

    text: Any
    amount: Any
    day: Any


def write_xlsx(table: Table, target: IO[bytes]) -> None:
    """Write `table` as a sheet, its note as a second one."""
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": table.title, "comments": "\n".join(table.note)})
        bold = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        amount = book.add_format({"num_format": '#,##0.00 "€"', "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
        sheet = book.add_worksheet(_sheet_name(table.title))
        _head(sheet, table, bold)
        last = _body(sheet, table.rows, Formats(wrapped, amount, day))
        sheet.autofilter(0, 0, last, len(table.columns) - 1)
        note = book.add_worksheet(_sheet_name(table.note_title))
        note.set_column(0, 0, 110)
        for number, line in enumerate(table.note):
            note.write_string(number, 0, _fit(line), wrapped)


def _head(sheet: Any, table: Table, bold: Any) -> None:
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(0, number, column.title, bold)


def _body(sheet: Any, rows: Iterable[tuple[Cell, ...]], formats: Formats) -> int:
    line = 0
    for line, row in enumerate(rows, 1):
        for number, cell in enumerate(row):
            if cell is not None and cell != "":
                _write(sheet, line, number, cell, formats)
    return line


def _write(sheet: Any, line: int, number: int, cell: Cell, formats: Formats) -> None:
    """Each type has a method of its own: nothing is guessed, so no text becomes a formula or a link."""
    if isinstance(cell, str):
        sheet.write_string(line, number, _fit(cell), formats.text)
    elif isinstance(cell, date):
        sheet.write_datetime(line, number, cell, formats.day)
    else:
        sheet.write_number(line, number, cell, formats.amount if isinstance(cell, Decimal) else formats.text)


def _fit(text: str) -> str:
    return plain(text)[:_LONGEST]


def _sheet_name(text: str) -> str:
    return "".join(c for c in text if c not in r"[]:*?/\'")[:31] or "1"
