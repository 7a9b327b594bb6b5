# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""XLSX and ODS by python-calamine: the first sheet that holds something, values and no formulas."""

from datetime import date, datetime, time, timedelta
from typing import Any

from bruecke.reader import refusals
from bruecke.reader.archive import Archive
from bruecke.reader.limits import Limits
from bruecke.reader.tables.sheet import Line

_MARKS = {"XLSX": "xl/workbook.xml", "ODS": "content.xml"}
_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_LONGEST_CELL = 32_767


def kind_of(data: bytes, limits: Limits) -> str:
    """ "XLSX" or "ODS" by the content, "" for any other archive. Raises UnreadableDocument (broken, zip_bomb, …)."""
    archive = Archive(data, "XLSX", limits)
    if _MARKS["XLSX"] in archive:
        return "XLSX"
    is_ods = _MARKS["ODS"] in archive and "mimetype" in archive and archive.read("mimetype").startswith(_ODS_TYPE)
    return "ODS" if is_ods else ""


def read(data: bytes, kind: str, limits: Limits) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of the first sheet with anything in it, and the names of the other sheets with anything in them."""
    # Here, so that listing the package stays cheap; only the reading process comes so far.
    import io

    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
        found = [(name, sheet) for name, sheet in sheets if sheet.total_height]
        if any(sheet.total_height * sheet.total_width > limits.cells for _, sheet in found):
            raise refusals.too_many_cells(limits.cells)
        if not found:
            return [], ()
        return _lines(found[0][1]), tuple(name for name, _ in found[1:])
    except (CalamineError, ValueError, OSError):
        raise refusals.broken(kind) from None


def _lines(sheet: Any) -> list[Line]:
    rows = sheet.to_python(skip_empty_area=False)
    return [Line(number, tuple(_text(cell) for cell in row)) for number, row in enumerate(rows, start=1)]


def _text(cell: Any) -> str:
    """A cell as people read it, days as ISO dates."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool | float | int | time | timedelta):
        return str(cell)
    return " ".join(str(cell).split())[:_LONGEST_CELL]
