# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ruled tables of PDF pages, by pdfplumber; only on pages whose rules suggest one, because it is slow."""

import ctypes
import io
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from bruecke.reader import marks
from bruecke.reader.pdf_layout import Piece

pdfium: Any = import_module("pypdfium2.raw")  # generated from C headers: its names have no types
_THIN = 3.0  # points: a path narrower than this is a rule
_LONG = 20.0
_FEWEST_RULES = 3  # in each direction: two columns or two rows
_MOST_OBJECTS = 20_000  # a page with more paths is a drawing or a map
_MARGIN = 1.0
_KEPT = 0.95  # share of the printed characters that must be found in the cells


def is_ruled(page: Any) -> bool:
    """Whether a page (`pypdfium2.PdfPage`) has enough horizontal and vertical rules, or boxes, for a table."""
    across = down = 0
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for index in range(count):
        found = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(found) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        width, height = _extent(found)
        is_box = width > _LONG and height > _THIN and pdfium.FPDFPath_CountSegments(found) <= 6
        across += (width > _LONG and height <= _THIN) or is_box
        down += (height > _THIN * 2 and width <= _THIN) or is_box
        if across >= _FEWEST_RULES and down >= _FEWEST_RULES:
            return True
    return False


def with_tables(data: bytes, page_number: int, pieces: Sequence[Piece], tables: int) -> tuple[list[Piece], int]:
    """The pieces with those inside tables replaced by rows, and the number of tables so far.

    A page that pdfplumber cannot read keeps its pieces: it is text all the same.
    """
    try:
        found = list(_tables(data, page_number))
    except (PDFException, PdfminerException, MalformedPDFException, ValueError, TypeError, KeyError, IndexError):
        return list(pieces), tables
    kept = list(pieces)
    for box, rows in found:
        inside = [piece for piece in kept if _is_inside(piece, box)]
        if not _says_as_much(rows, inside):
            continue
        tables += 1
        kept = [piece for piece in kept if not _is_inside(piece, box)]
        kept += _rows(rows, box, inside, tables)
    return kept, tables


def _extent(path: Any) -> tuple[float, float]:
    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(path, *[ctypes.byref(edge) for edge in edges])
    left, bottom, right, top = (edge.value for edge in edges)
    return right - left, top - bottom


def _tables(data: bytes, page_number: int) -> Any:
    """Box (left, bottom, right, top from the lower left) and texts of each table with several columns."""
    with pdfplumber.open(io.BytesIO(data), pages=[page_number]) as document:
        page = document.pages[0]
        height = float(page.height)
        for table in page.find_tables():
            left, top, right, bottom = table.bbox
            rows = [[cell or "" for cell in row] for row in table.extract()]
            if rows and max(len(row) for row in rows) > 1 and len(rows) > 1:
                yield (left, height - bottom, right, height - top), rows


def _is_inside(piece: Piece, box: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = box
    middle = (piece.left + piece.right) / 2
    return left - _MARGIN <= middle <= right + _MARGIN and bottom - _MARGIN <= piece.base <= top + _MARGIN


def _says_as_much(rows: Sequence[Sequence[str]], inside: Sequence[Piece]) -> bool:
    """Whether the cells hold what is printed inside the box: a table that loses words stays running text."""
    printed = sum(len("".join(piece.text.split())) for piece in inside)
    held = sum(len("".join(cell.split())) for row in rows for cell in row)
    return bool(inside) and held >= _KEPT * printed


def _rows(
    rows: Sequence[Sequence[str]], box: tuple[float, float, float, float], inside: Sequence[Piece], table: int
) -> list[Piece]:
    """One piece a row, spread evenly over the table's height so that they stay in order."""
    left, bottom, right, top = box
    size = max(piece.size for piece in inside)
    first = max(inside, key=lambda piece: piece.base)
    pieces = []
    for index, row in enumerate(rows):
        cells = marks.cells_of(row)
        if not any(cells):
            continue
        base = top - (top - bottom) * (index + 0.5) / len(rows)
        is_header = index == 0 and first.bold
        pieces.append(Piece(marks.row_text(cells), left, right, base, size, is_header, cells, is_header, table))
    return pieces
