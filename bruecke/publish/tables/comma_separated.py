# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""CSV as German spreadsheets open it: semicolons, UTF-8 with a byte order mark, the note in the first lines."""

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import StringIO

from bruecke.publish.tables.table import Cell, Table, starts_a_formula

_BATCH = 500


def csv_parts(table: Table) -> Iterator[bytes]:
    """The file in parts, to be sent as they are made."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write("\ufeff")
    writer.writerows([_text(line)] for line in table.note)
    writer.writerow([_text(column.title) for column in table.columns])
    for number, row in enumerate(table.rows, 1):
        writer.writerow([_text(cell) for cell in row])
        if number % _BATCH == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if starts_a_formula(cell) else cell
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",")
    return cell.isoformat() if isinstance(cell, date) else str(cell)
