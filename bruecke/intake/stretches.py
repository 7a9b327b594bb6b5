# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The passages of an edition: every paragraph and every accepted part, each lines of the text once. Pure."""

from collections.abc import Iterable, Sequence

from bruecke.intake import spans
from bruecke.intake.manuscripts import Part
from bruecke.intake.payloads import Block
from bruecke.library.actions import Stretch
from bruecke.reader.draft import Repair

Lines = tuple[int, int]


def undone(parts: Iterable[Part]) -> set[tuple[int, int]]:
    """(line, column) of every repair that a reviewer took back."""
    return {(spot.line, spot.column) for part in parts for spot in part.payload.spots if spot.is_undone}


def settle(
    repaired: Sequence[str], repairs: Sequence[Repair], taken_back: set[tuple[int, int]]
) -> tuple[list[str], list[Repair]]:
    """The lines and the repairs without those taken back; a repair that cannot be found in its line stays."""
    lines = list(repaired)
    kept: list[Repair] = []
    shifts: dict[int, int] = {}
    for repair in sorted(repairs, key=lambda item: (item.line, item.start)):
        begin = repair.start + shifts.get(repair.line, 0)
        line = lines[repair.line - 1]
        end = begin + len(repair.suggestion)
        if (repair.line, repair.start) in taken_back and line[begin:end] == repair.suggestion:
            lines[repair.line - 1] = line[:begin] + repair.original + line[end:]
            continue
        kept.append(repair)
        shifts[repair.line] = shifts.get(repair.line, 0) + len(repair.suggestion) - len(repair.original)
    return lines, kept


class Scroll:
    """A text by lines, from which stretches are cut."""

    def __init__(self, raw: str, repaired: Sequence[str], repairs: Sequence[Repair], pages: Sequence[int]) -> None:
        self.raw = raw.split("\n")
        self.lines = repaired
        self.pages = pages
        self.repairs: dict[int, list[Repair]] = {}
        for repair in repairs:
            self.repairs.setdefault(repair.line, []).append(repair)

    def stretch(self, block: Block) -> Stretch:
        """The passage of a block, with the places of its lines and repairs."""
        first, last = block.lines
        lines = self.lines[first - 1 : last]
        repairs = [repair for line in range(first, last + 1) for repair in self.repairs.get(line, ())]
        spots = spans.locate(block.text, first, lines, repairs)
        return Stretch(
            lines=block.lines,
            page=self.pages[first - 1] if first <= len(self.pages) else 1,
            wording=block.text,
            raw="\n".join(self.raw[first - 1 : last]),
            line_starts=tuple(spans.line_starts(block.text, lines)),
            spots=tuple((spot.start, spot.end, spot.original) for spot in spots),
        )

    def whole(self, lines: Lines) -> Block:
        """All that stands in these lines, as it is."""
        return Block(" ".join(line.strip() for line in self.lines[lines[0] - 1 : lines[1]]), lines)


def stretches(parts: Sequence[Part], scroll: Scroll, done: Iterable[Lines] = ()) -> list[Stretch]:
    """One stretch for each span of lines, in order, without those `done`; parts that share lines share it, whole."""
    blocks: dict[Lines, list[Block]] = {}
    for part in parts:
        for block in _blocks(part):
            blocks.setdefault(block.lines, []).append(block)
    missing = sorted(set(blocks) - set(done))
    return [scroll.stretch(blocks[lines][0] if len(blocks[lines]) == 1 else scroll.whole(lines)) for lines in missing]


def _blocks(part: Part) -> Iterable[Block]:
    yield from part.payload.paragraphs
    if part.payload.text:
        yield Block(part.payload.text, part.lines)
