# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""CSV with whatever encoding, delimiter and lines that do not belong to it."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from bruecke.reader import characters, refusals
from bruecke.reader.limits import Limits
from bruecke.reader.tables.sheet import Line

DELIMITERS = ";,\t|"
_LOOKED_AT = 200
_FORMULAS = tuple("=+-@")
_LONGEST_CELL = 32_767
"""Characters: what a spreadsheet holds, too."""


def read(data: bytes, limits: Limits) -> tuple[str, str, list[Line]]:
    """Name of the encoding, delimiter, lines. Raises UnreadableDocument."""
    text = characters.decode(data)
    if len(text) > limits.characters:
        raise refusals.too_much_text(limits.characters)
    delimiter = delimiter_of(text)
    return encoding_of(data), delimiter, list(_lines(text, delimiter))


def encoding_of(data: bytes) -> str:
    """What the bytes are written in, as people call it; characters.decode reads them the same way."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "Windows-1252"
    return "UTF-8"


def delimiter_of(text: str) -> str:
    """The delimiter that takes most lines apart into equally many cells, more than one."""
    beginning = "\n".join(characters.lines(text[:500_000])[:_LOOKED_AT])
    return max(DELIMITERS, key=lambda delimiter: _evenness(beginning, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[int, int]:
    widths = Counter(len(cells) for cells in _rows(text, delimiter) if len(cells) > 1)
    if not widths:
        return (0, 0)
    width, lines = max(widths.items(), key=lambda item: (item[1], item[0]))
    return (lines, width)


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    # Whatever csv does not understand is a row for a person to look at, never an end of reading.
    csv.field_size_limit(10_000_000)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)


def _lines(text: str, delimiter: str) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(characters.printable_text(text), newline=""), delimiter=delimiter, strict=False)
    begun = 1
    for cells in reader:
        yield Line(begun, tuple(_plain(cell) for cell in cells))
        # A cell may hold line breaks: the number is that of the row's first line.
        begun = reader.line_num + 1


def _plain(cell: str) -> str:
    """Without the mark that keeps a spreadsheet from taking a text for a formula, as in our own files."""
    text = cell.strip()[:_LONGEST_CELL]
    return text[1:] if text.startswith("'") and text[1:2] in _FORMULAS else text
