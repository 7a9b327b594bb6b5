# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Edits of single lines: how a repair is written down, applied and undone."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from bruecke.reader.draft import Repair


@dataclass(slots=True)
class Edits:
    """Repairs collected for a document, free of overlaps; who comes first keeps the place."""

    _by_line: dict[int, list[Repair]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything was taken in."""
        return any(self._by_line.values())

    def add(self, repair: Repair) -> bool:
        """Take the repair in unless it changes nothing or overlaps one taken before; whether it was taken."""
        return self.add_all([repair])

    def add_all(self, repairs: Sequence[Repair]) -> bool:
        """Take in repairs that belong together (a word broken over two lines): all or none."""
        wanted = [repair for repair in repairs if repair.original != repair.suggestion]
        if not wanted or not all(map(self._is_free, wanted)):
            return False
        for repair in wanted:
            insort(self._by_line.setdefault(repair.line, []), repair, key=_start)
        return True

    def of_line(self, number: int) -> tuple[Repair, ...]:
        """The repairs of one line from left to right."""
        return tuple(self._by_line.get(number, ()))

    def everything(self) -> tuple[Repair, ...]:
        """All repairs in reading order."""
        return tuple(repair for number in sorted(self._by_line) for repair in self.of_line(number))

    def _is_free(self, repair: Repair) -> bool:
        standing = self._by_line.get(repair.line, [])
        place = bisect_left(standing, repair.start, key=_start)
        neighbours = standing[max(0, place - 1) : place + 1]
        return not any(_overlap(repair, other) for other in neighbours)


def _start(repair: Repair) -> int:
    return repair.start


def _overlap(one: Repair, other: Repair) -> bool:
    if one.start == other.start:
        return True
    first, second = sorted((one, other), key=_start)
    return first.start + len(first.original) > second.start


def apply(text: str, repairs: Sequence[Repair]) -> str:
    """`text` (a line as it came) with the line's repairs, given in any order, put in.

    Raises ValueError where an original does not stand at its place.
    """
    pieces, place = [], 0
    for repair in sorted(repairs, key=_start):
        end = repair.start + len(repair.original)
        if repair.start < place or text[repair.start : end] != repair.original:
            raise ValueError(f"line {repair.line}: {repair.original!r} does not stand at {repair.start}")
        pieces += [text[place : repair.start], repair.suggestion]
        place = end
    return "".join([*pieces, text[place:]])


def undo(text: str, repairs: Sequence[Repair], index: int) -> str:
    """The repaired line `text` with repair `index` of the line's `repairs` put back to what it was.

    `repairs`: all repairs that made `text`, in any order; their columns count in the line as it came.
    Raises ValueError where the repair's suggestion does not stand in the text.
    """
    taken = repairs[index]
    shift = sum(len(r.suggestion) - len(r.original) for r in repairs if r.start < taken.start)
    start = taken.start + shift
    end = start + len(taken.suggestion)
    if text[start:end] != taken.suggestion:
        raise ValueError(f"line {taken.line}: {taken.suggestion!r} does not stand at {start}")
    return text[:start] + taken.original + text[end:]
