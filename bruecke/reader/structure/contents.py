# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of contents: a run of titles without text between them that come again later in the document."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from bruecke.reader.draft import Span
from bruecke.reader.structure.blocks import Block, Shape
from bruecke.reader.structure.numbering import Number, as_roman, number
from bruecke.reader.structure.sorts import announces_measures
from bruecke.reader.structure.words import exact, skeleton

_LEADER = re.compile(r"(?:\s*[.…·_]{2,}\s*|\s+)\d{1,3}\s*$")
_CALLED = exact(r"\W*(?:inhalt(?:sverzeichnis|sübersicht)?|(?:table of )?contents|gliederung)\W*$")
_LONGEST_TITLE = 200
_SHARE = 0.6  # of a run's titles that must come again; of a list's items, all


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the table of contents; number is None where none is printed."""

    title: str
    number: Number | None
    lines: Span
    found: bool


@dataclass(frozen=True, slots=True)
class Contents:
    """entries: in order. rest: the blocks that are not part of it."""

    entries: tuple[Entry, ...]
    rest: list[Block]


def contents(blocks: list[Block]) -> Contents:
    """Take the table of contents out. Its numbers are put right by their order where some were misread."""
    places = _places(blocks)
    taken: dict[int, bool] = {}
    for start, end in _runs(blocks):
        called = start > 0 and bool(_CALLED.match(blocks[start - 1].text))
        members = range(start, end)
        again = [any(place >= end for place in places.get(_key(blocks[i]), ())) for i in members]
        share = 1.0 if any(blocks[i].shape is Shape.ITEM for i in members) else _SHARE
        listed = start > 0 and blocks[members[0]].shape is Shape.ITEM and announces_measures(blocks[start - 1].text)
        if called or (end - start >= 2 and sum(again) >= (end - start) * share and not listed):
            taken.update(zip(members, again, strict=True))
            if called:
                taken[start - 1] = True
    entries = [
        Entry(_title(blocks[i]), blocks[i].number, blocks[i].span, found)
        for i, found in sorted(taken.items())
        if not _CALLED.match(blocks[i].text)
    ]
    rest = [block for i, block in enumerate(blocks) if i not in taken]
    return Contents(tuple(_renumbered(entries)), rest)


def title_of(block: Block) -> str:
    """The title of a heading or numbered block, without its number."""
    parsed = number(block.text) if block.number else None
    if block.bullet and not block.number:
        return block.text if block.shape is Shape.ITEM else block.bullet.text
    return parsed.text if parsed else block.text


def _title(block: Block) -> str:
    return _LEADER.sub("", title_of(block)).strip()


def _key(block: Block) -> str:
    return skeleton(_title(block))


def _places(blocks: list[Block]) -> dict[str, list[int]]:
    """Where each title stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.shape in (Shape.HEADING, Shape.NUMBERED, Shape.PARAGRAPH) and len(block.text) <= _LONGEST_TITLE:
            places[_key(block)].append(index)
    places.pop("", None)
    return places


def _runs(blocks: list[Block]) -> Iterator[Span]:
    """Stretches of blocks that could be lines of a table of contents; the end is exclusive."""
    start = None
    seen: set[str] = set()
    for index, block in enumerate([*blocks, None]):
        fits = block is not None and _may_be_entry(block)
        if start is not None and block is not None and fits and _key(block) in seen:
            yield start, index
            start = None
        if block is not None and fits:
            seen = seen if start is not None else set()
            start = index if start is None else start
            seen.add(_key(block))
        elif start is not None:
            yield start, index
            start = None


def _may_be_entry(block: Block) -> bool:
    if len(block.text) > _LONGEST_TITLE or _CALLED.match(block.text):
        return False
    if block.shape in (Shape.NUMBERED, Shape.ITEM):
        return not block.text.rstrip().endswith((":", ";"))
    return block.shape is Shape.PARAGRAPH and bool(_LEADER.search(block.text))


def _renumbered(entries: list[Entry]) -> Iterator[Entry]:
    """Roman numerals that a scanner misread, put right where all legible ones agree with their position."""
    romans = [(i, e.number) for i, e in enumerate(entries, 1) if e.number and e.number.family == "roman"]
    agree = len(romans) * 2 > len(entries) and all(found.value == i for i, found in romans)
    for position, entry in enumerate(entries, 1):
        if agree:
            right = Number("roman", as_roman(position), position, entry.title)
            yield Entry(entry.title, right, entry.lines, entry.found)
        else:
            yield entry
