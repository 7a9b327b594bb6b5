# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a table file, by their content and not by their name, to a sheet."""

from bruecke.reader import refusals
from bruecke.reader.limits import LIMITS, Limits
from bruecke.reader.tables import heading, separated, workbook
from bruecke.reader.tables.sheet import Line, Sheet

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_BLANK = b'\x00\t\n\v\f\r ;,|"\xef\xbb\xbf\xfe\xff'


def read_table(data: bytes, *, limits: Limits = LIMITS) -> Sheet:
    """The table in a CSV, XLSX or ODS file. Raises UnreadableDocument, nothing else."""
    if len(data) > limits.table_bytes:
        raise refusals.table_too_large(limits.table_bytes)
    if not data.strip(_BLANK):
        raise refusals.empty()
    if data.startswith(_ZIP):
        return _of_workbook(data, limits)
    if data.startswith(_OLE) or data.startswith(b"%PDF"):
        raise refusals.no_table()
    encoding, delimiter, lines = separated.read(data, limits)
    return _sheet("CSV", lines, limits, encoding=encoding, delimiter=delimiter)


def _of_workbook(data: bytes, limits: Limits) -> Sheet:
    kind = workbook.kind_of(data, limits)
    if not kind:
        raise refusals.no_table()
    lines, others = workbook.read(data, kind, limits)
    return _sheet(kind, lines, limits, others=others)


def _sheet(
    kind: str,
    lines: list[Line],
    limits: Limits,
    *,
    encoding: str = "",
    delimiter: str = "",
    others: tuple[str, ...] = (),
) -> Sheet:
    header, rows, junk = heading.split_off(lines)
    if header is None or not rows:
        raise refusals.no_rows()
    if len(header.cells) * len(rows) > limits.cells:
        raise refusals.too_many_cells(limits.cells)
    return Sheet(kind, header.cells, header.number, rows, encoding, delimiter, junk, others)
