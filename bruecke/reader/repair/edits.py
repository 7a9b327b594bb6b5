# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Edits of single lines: how a repair is written down, applied and undone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bruecke.reader.draft import Repair


@dataclass(slots=True)
class Edits:
    """Repairs collected for a document, free of overlaps; who comes first keeps the place."""

    _by_line: dict[int, list[Repair]] = field(default_factory=dict)

    def add(self, repair: Repair) -> bool:
        """Take the repair in unless it changes nothing or overlaps one taken before; whether it was taken."""
        if repair.original == repair.suggestion:
            return False
        standing = self._by_line.setdefault(repair.line, [])
        if any(_overlap(repair, other) for other in standing):
            return False
        standing.append(repair)
        return True

    def add_all(self, repairs: Sequence[Repair]) -> bool:
        """Take in repairs that belong together (a word broken over two lines): all or none."""
        wanted = [repair for repair in repairs if repair.original != repair.suggestion]
        standing = [other for repair in wanted for other in self._by_line.get(repair.line, [])]
        if any(_overlap(repair, other) for repair in wanted for other in standing):
            return False
        for repair in wanted:
            self._by_line.setdefault(repair.line, []).append(repair)
        return bool(wanted)

    def of_line(self, number: int) -> tuple[Repair, ...]:
        """The repairs of one line from left to right."""
        return tuple(sorted(self._by_line.get(number, ()), key=lambda repair: repair.start))

    def everything(self) -> tuple[Repair, ...]:
        """All repairs in reading order."""
        return tuple(repair for number in sorted(self._by_line) for repair in self.of_line(number))


def _overlap(one: Repair, other: Repair) -> bool:
    if one.line != other.line:
        return False
    if one.start == other.start:
        return True
    first, second = sorted((one, other), key=lambda repair: repair.start)
    return first.start + len(first.original) > second.start


def apply(text: str, repairs: Sequence[Repair]) -> str:
    """`text` (a line as it came) with the line's repairs, given in any order, put in."""
    for repair in sorted(repairs, key=lambda repair: repair.start, reverse=True):
        end = repair.start + len(repair.original)
        if text[repair.start : end] != repair.original:
            raise ValueError(f"line {repair.line}: {repair.original!r} does not stand at {repair.start}")
        text = text[: repair.start] + repair.suggestion + text[end:]
    return text


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
