# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which line of a table is its header, and which lines are no rows at all. Pure."""

import re
from collections import Counter
from collections.abc import Sequence

from bruecke.reader.tables.sheet import Cells, Line

_LOOKED_AT = 300
_FIRST = 40
"""A header further down is none."""
_SHARE = 0.6
_NUMBER = re.compile(r"[\d.,:/\- ]+")


def split_off(lines: Sequence[Line]) -> tuple[Line | None, tuple[Line, ...], int]:
    """The header, the rows below it, and how many lines were neither; (None, (), …) where nothing is a header.

    Titles, dates of export and empty lines stand above many headers; some files repeat it on each page.
    """
    at = _header_at(lines)
    if at is None:
        return None, (), len(lines)
    header = Line(lines[at].number, _named(_trimmed(lines[at].cells)))
    rows = tuple(
        Line(line.number, _wide(line.cells, len(header.cells)))
        for line in lines[at + 1 :]
        if any(line.cells) and _trimmed(line.cells) != _trimmed(lines[at].cells)
    )
    return header, rows, len(lines) - 1 - len(rows)


def _header_at(lines: Sequence[Line]) -> int | None:
    widths = Counter(len(_trimmed(line.cells)) for line in lines[:_LOOKED_AT] if any(line.cells))
    if not widths:
        return None
    usual = max(widths, key=lambda width: (widths[width], width))
    candidates = [at for at, line in enumerate(lines[:_FIRST]) if _filled(line.cells) >= max(1, usual * _SHARE)]
    wordy = [at for at in candidates if not _has_numbers(lines[at].cells)]
    # Words, each once, are rarely a row of data; of files that call two columns the same the first wordy line is taken.
    return next((at for at in wordy if _is_distinct(lines[at].cells)), wordy[0] if wordy else None)


def _has_numbers(cells: Cells) -> bool:
    return any(_NUMBER.fullmatch(cell) for cell in cells if cell)


def _is_distinct(cells: Cells) -> bool:
    words = [cell.casefold() for cell in cells if cell]
    return len(set(words)) == len(words)


def _filled(cells: Cells) -> int:
    return sum(1 for cell in cells if cell)


def _trimmed(cells: Cells) -> Cells:
    """Without the empty cells at the end."""
    width = max((n for n, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:width]


def _named(cells: Cells) -> Cells:
    return tuple(cell or f"({number})" for number, cell in enumerate(cells, start=1))


def _wide(cells: Cells, width: int) -> Cells:
    """As many cells as the header has; what stands beyond stays, for somebody must look at it."""
    return (
        (*cells, *("" for _ in range(width - len(cells))))
        if len(cells) < width
        else (*cells[:width], *_trimmed(cells[width:]))
    )
