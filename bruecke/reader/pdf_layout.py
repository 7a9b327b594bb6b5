# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""From pieces of text with places on a page to lines in reading order: rows, columns, paragraph gaps. Pure geometry.

Places are in points, from the lower left corner of the page, as PDF counts them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_SAME_ROW = 0.45  # share of the type size by which baselines in one row may differ
_GAP = 1.45  # times the usual distance of lines: more is an empty line
_NARROWEST_COLUMN = 0.2  # of the page's width
_GUTTER = 8.0  # points that must stay empty between columns
_FEWEST_LINES = 5  # on each side, before a page is read as two columns
_CROSSING = 0.25  # share of pieces that may cross the gutter (titles, full-width paragraphs)
_STEP = 4.0  # points between tried gutters


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a wide gap in it. left, right, base: its box and baseline; size and bold: its type."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    cells: tuple[str, ...] = ()
    header: bool = False
    table: int = 0


def in_reading_order(pieces: Sequence[Piece], width: float) -> list[Piece | None]:
    """The lines of a page from top to bottom, column by column; None stands for an empty line."""
    gutter = find_gutter(pieces, width)
    blocks = [list(pieces)] if gutter is None else list(_columns(pieces, gutter))
    rows = [_rows(block) for block in blocks]
    pitch = _pitch(rows)
    lines: list[Piece | None] = []
    for row in (row for block in rows for row in block):
        if lines and (before := lines[-1]) and _is_apart(before, row, pitch):
            lines.append(None)
        lines.append(row)
    return lines


def find_gutter(pieces: Sequence[Piece], width: float) -> float | None:
    """Where the empty stripe between two columns of text runs, None where the page has one column."""
    texts = [piece for piece in pieces if not piece.cells]
    best: tuple[int, float, float] | None = None
    x = width * _NARROWEST_COLUMN
    while texts and x < width * (1 - _NARROWEST_COLUMN):
        left = [piece for piece in texts if piece.right <= x - _GUTTER / 2]
        right = [piece for piece in texts if piece.left >= x + _GUTTER / 2]
        crossing = len(texts) - len(left) - len(right)
        if (
            min(len(left), len(right)) >= _FEWEST_LINES
            and crossing <= _CROSSING * len(texts)
            and _are_columns(left, right)
        ):
            # Fewest crossings first, then nearest to the middle.
            score = (crossing, abs(x - width / 2), x)
            best = score if best is None or score < best else best
        x += _STEP
    return best[2] if best else None


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Running text on both sides and beside each other: a list's numbers or a table's figures are no column."""
    overlap = min(max(p.base for p in left), max(p.base for p in right)) - max(
        min(p.base for p in left), min(p.base for p in right)
    )
    longest = [max(side, key=lambda piece: piece.right - piece.left) for side in (left, right)]
    wide = all(piece.right - piece.left > 8 * piece.size for piece in longest)
    worded = all(median(len(piece.text) for piece in side) >= 12 for side in (left, right))
    return wide and worded and overlap > 3 * longest[0].size


def _columns(pieces: Sequence[Piece], gutter: float) -> Iterator[list[Piece]]:
    """Zones from top to bottom: what crosses the gutter ends a zone; in each, the left column before the right."""
    left: list[Piece] = []
    right: list[Piece] = []
    across: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if piece.left < gutter < piece.right:
            yield from (block for block in (left, right) if block)
            left, right = [], []
            across.append(piece)
            continue
        if across:
            yield across
            across = []
        (left if piece.right <= gutter else right).append(piece)
    yield from (block for block in (across, left, right) if block)


def _rows(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces on one baseline become one line, from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.base):
        if rows and not piece.cells and not rows[-1][0].cells and _is_same_row(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _is_same_row(one: Piece, other: Piece) -> bool:
    return abs(one.base - other.base) <= _SAME_ROW * min(one.size, other.size)


def _joined(row: Sequence[Piece]) -> Piece:
    if len(row) == 1:
        return row[0]
    main = max(row, key=lambda piece: len(piece.text))
    text = " ".join(piece.text.strip() for piece in row)
    bold = all(piece.bold for piece in row)
    return Piece(text, row[0].left, max(piece.right for piece in row), main.base, main.size, bold)


def _pitch(blocks: Sequence[Sequence[Piece]]) -> float:
    """The usual distance between two lines, as a multiple of the type size; 1.2 where nothing tells."""
    found = [
        (upper.base - lower.base) / max(lower.size, 1.0)
        for block in blocks
        for upper, lower in pairwise(block)
        if 0 < upper.base - lower.base < 2 * max(lower.size, 1.0)
    ]
    return median(found) if found else 1.2


def _is_apart(upper: Piece, lower: Piece, pitch: float) -> bool:
    if upper.cells and lower.cells:
        return False
    distance = upper.base - lower.base
    return distance > _GAP * pitch * max(min(upper.size, lower.size), 1.0)
