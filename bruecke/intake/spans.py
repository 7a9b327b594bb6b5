# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where things stand in a text that was joined from lines, and where they stand after it was edited. Pure.

A proposal's text is its lines joined, without bullets, line breaks and the hyphens of divided words. All functions
are linear in the length of the text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from bruecke.reader.draft import Repair

# How many characters a bullet, a footnote mark or a number in front of an item may take.
_SKIP = 16
# So many equal characters make us believe that both texts go on together.
_TRUST = 4
# Shorter words are found by chance.
_WORD = 3


class Span(Protocol):
    """Anything with offsets into a text."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """Behind the last character."""


S = TypeVar("S", bound=Span)


@dataclass(frozen=True, slots=True)
class Spot:
    """A repair where it stands in a text: text[start:end] is the suggestion, or the original once it is undone.

    line, column: of the source, as in reader.draft.Repair.
    """

    start: int
    end: int
    original: str
    suggestion: str
    line: int
    column: int
    confidence: float
    reason: str
    is_undone: bool = False


def align(text: str, lines: Sequence[str]) -> list[list[int]]:
    """For each line and each of its characters the offset in `text`, -1 where it is not in it (a bullet, a blank)."""
    offsets = [[-1] * len(line) for line in lines]
    source = [(row, column) for row, line in enumerate(lines) for column, c in enumerate(line) if not c.isspace()]
    target = [index for index, c in enumerate(text) if not c.isspace()]
    left = "".join(lines[row][column] for row, column in source)
    right = "".join(text[index] for index in target)
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] == right[j]:
            row, column = source[i]
            offsets[row][column] = target[j]
            i, j = i + 1, j + 1
        else:
            i, j = _meet(left, right, i, j)
    return offsets


def _meet(left: str, right: str, i: int, j: int) -> tuple[int, int]:
    """The next pair of places from which both go on alike; one step on in both where none is near."""
    for distance in range(1, _SKIP + 1):
        for a, b in ((i + distance, j), (i, j + distance)):
            probe = left[a : a + _TRUST]
            if probe and probe == right[b : b + len(probe)]:
                return a, b
    return i + 1, j + 1


def line_starts(text: str, lines: Sequence[str]) -> list[int]:
    """For each line the offset in `text` where it begins; that of the line before where nothing of it is there."""
    starts: list[int] = []
    for offsets in align(text, lines):
        begin = next((offset for offset in offsets if offset >= 0), None)
        starts.append(begin if begin is not None else (starts[-1] if starts else 0))
    return starts


def locate(text: str, first_line: int, lines: Sequence[str], repairs: Iterable[Repair]) -> list[Spot]:
    """The repairs of these repaired `lines` (the first is number `first_line`) that can be found in `text`."""
    ordered = sorted(repairs, key=lambda repair: (repair.line, repair.start))
    if not ordered:
        return []
    offsets = align(text, lines)
    spots, line, shift = [], 0, 0
    for repair in ordered:
        if repair.line != line:
            line, shift = repair.line, 0
        begin = repair.start + shift
        shift += len(repair.suggestion) - len(repair.original)
        row = repair.line - first_line
        if 0 <= row < len(lines):
            spot = _spot(text, lines[row], offsets[row], begin, repair)
            spots.extend([spot] if spot else [])
    return spots


def _spot(text: str, line: str, offsets: list[int], begin: int, repair: Repair) -> Spot | None:
    end = begin + len(repair.suggestion)
    if not repair.suggestion.strip() or line[begin:end] != repair.suggestion:
        return None
    start = offsets[begin]
    if start < 0 or text[start : start + len(repair.suggestion)] != repair.suggestion:
        return None
    return Spot(
        start=start,
        end=start + len(repair.suggestion),
        original=repair.original,
        suggestion=repair.suggestion,
        line=repair.line,
        column=repair.start,
        confidence=repair.confidence,
        reason=repair.reason,
    )


def carry(spans: Iterable[S], old: str, new: str) -> tuple[S, ...]:
    """The spans of `old` as they stand in `new`; those whose words were changed are dropped.

    What stands before the first and behind the last difference is carried by its place, the rest by its words, if
    these are there once only.
    """
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    shift = len(new) - len(old)
    carried: list[S] = []
    for span in spans:
        if span.end <= head:
            carried.append(span)
        elif span.start >= len(old) - tail:
            carried.append(move(span, shift))
        else:
            carried.extend(_found(span, old, new))
    return tuple(carried)


def _common(a: str, b: str) -> int:
    """Length of the common beginning."""
    length = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        length += 1
    return length


def _found(span: S, old: str, new: str) -> list[S]:
    words = old[span.start : span.end]
    if len(words) < _WORD or old.count(words) != 1 or new.count(words) != 1:
        return []
    return [move(span, new.index(words) - span.start)]


def move(span: S, by: int) -> S:
    """The span, `by` characters further on."""
    return replace(span, start=span.start + by, end=span.end + by)  # type: ignore[type-var]


def within(spans: Iterable[S], start: int, end: int) -> tuple[S, ...]:
    """The spans that lie in start..end, counted from start."""
    return tuple(move(span, -start) for span in spans if span.start >= start and span.end <= end)


def toggle(text: str, spots: Sequence[Spot], index: int) -> tuple[str, int, tuple[Spot, ...]]:
    """Undo the repair `index` of `text`, or do it again: the new text, how much longer it is, and all spots in it."""
    spot = spots[index]
    words = spot.suggestion if spot.is_undone else spot.original
    changed = text[: spot.start] + words + text[spot.end :]
    shift = len(changed) - len(text)
    turned = replace(spot, end=spot.start + len(words), is_undone=not spot.is_undone)
    moved = (move(other, shift) if other.start >= spot.end and other is not spot else other for other in spots)
    return changed, shift, tuple(turned if other is spot else other for other in moved)
