# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which blocks are headings: by the format, by their number, or by how they are set."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bruecke.reader.structure.blocks import Block, Shape
from bruecke.reader.structure.contents import Contents, title_of
from bruecke.reader.structure.flow import extend, join_lines
from bruecke.reader.structure.leading import runs_on, unfinished
from bruecke.reader.structure.numbering import Bullet, Number, as_roman
from bruecke.reader.structure.words import skeleton

_LONGEST_TITLE = 150
_MOST_WORDS = 18
_LONGEST_MEASURE = 500
_LONGEST_PLAIN = 90
_MOST_PLAIN_WORDS = 11
_MOST_NESTED = 4  # series of one kind of number that may be open at once
_AFTER_NUMBER = re.compile(r"\s*\d+(?P<mark>[.):]?)")
_STRONG = frozenset({"roman", "letter", "keyword", "decimal", "paragraph", "lost"})


def with_headings(toc: Contents, width: int) -> list[Block]:
    """The blocks in order, nothing left undecided: every NUMBERED block is a heading, an item or a paragraph."""
    known = {skeleton(entry.title): entry.number for entry in toc.entries}
    blocks = [part for block in toc.rest for part in _split(block, width, known)]
    _read_by_contents(blocks, known)
    _reread_romans(blocks)
    for series in _series(blocks):
        _decide(blocks, series, known)
    _plain_headings(blocks, known)
    return _titled(blocks)


def _titled(blocks: list[Block]) -> list[Block]:
    """ "Kapitel 3" alone on its line takes the short line after it as its title."""
    result: list[Block] = []
    for block in blocks:
        before = result[-1] if result else None
        empty = before and before.shape is Shape.HEADING and before.number and not title_of(before)
        if before and empty and block.shape in (Shape.HEADING, Shape.PARAGRAPH) and not block.number and _short(block):
            before.lines.extend(block.lines)
            before.flow = extend(before.flow, block.flow)
        else:
            result.append(block)
    return result


def _split(block: Block, width: int, known: dict[str, Number | None]) -> Iterator[Block]:
    """A numbered title printed directly above its text becomes two blocks."""
    titled = block.shape is Shape.NUMBERED and block.number is not None
    if not titled or len(block.lines) == 1 or skeleton(title_of(block)) in known:
        yield block
        return
    count = 1 if title_of(replace(block, flow=join_lines(block.lines[:1]))) else 2
    while count < len(block.lines) and _title_goes_on(block, count, width):
        count += 1
    counts = bool(block.number and block.number.family == "arabic" and block.bullet)
    if count == len(block.lines) or counts:
        yield block
        return
    head = join_lines(block.lines[:count])
    rest = join_lines(block.lines[count:])
    if len(head.text) > _LONGEST_TITLE or head.text.endswith((".", ",", ";", ":")) or not rest.text[0].isupper():
        yield block
        return
    yield replace(block, lines=block.lines[:count], flow=head, gap_after=False)
    yield Block(Shape.PARAGRAPH, block.lines[count:], gap_after=block.gap_after, flow=rest)


def _title_goes_on(block: Block, count: int, width: int) -> bool:
    before = block.lines[count - 1].text.rstrip()
    return len(before) >= width * 0.75 or unfinished(before) or block.lines[count].text.lstrip()[:1].islower()


def _read_by_contents(blocks: list[Block], known: dict[str, Number | None]) -> None:
    """A title that stands in the table of contents takes the number it has there."""
    for block in blocks:
        if block.shape is Shape.NUMBERED and (right := known.get(skeleton(title_of(block)))):
            block.number = replace(right, text=title_of(block))


def _reread_romans(blocks: list[Block]) -> None:
    """1) before II) is I); a lost number between I) and III) is II)."""
    numbered = [b for b in blocks if b.shape is Shape.NUMBERED and b.number]
    for before, block in pairwise(numbered):
        one, other = before.number, block.number
        if one and other and one.family == "arabic" and one.value == 1 and (other.family, other.value) == ("roman", 2):
            before.number = replace(one, family="roman", number="I")
        if one and other and other.family == "lost" and one.family == "roman":
            block.number = replace(other, family="roman", number=as_roman(one.value + 1), value=one.value + 1)


def _series(blocks: Sequence[Block]) -> list[list[int]]:
    """Indexes of numbered blocks that count on from each other; "5" after a list 1, 2, 3 in chapter 4 is a chapter."""
    running: dict[tuple[str, str, int], list[_Series]] = defaultdict(list)
    done: list[list[int]] = []
    for index, block in enumerate(blocks):
        if block.shape is not Shape.NUMBERED:
            continue
        key, value = _class_of(block)
        nested = running[key]
        # A blank line before it, none within the list above: then "3" goes on with the chapters.
        leaves = bool(nested) and block.gap_before and not blocks[nested[-1].indexes[-1]].gap_before
        current = _counting(nested, value, leaves=leaves)
        if not current.indexes:
            done.append(current.indexes)
        current.indexes.append(index)
        current.last = value
    return done


@dataclass(slots=True)
class _Series:
    """Blocks that count on, and the number of the last of them."""

    indexes: list[int] = field(default_factory=list)
    last: int = 0


def _counting(nested: list[_Series], value: int, *, leaves: bool) -> _Series:
    """The innermost series the number is next in (leaves: the one around it, if any); else the innermost it stands
    above; else a new one within."""
    following = [depth for depth, series in enumerate(nested) if series.last == value - 1]
    if not following and nested and nested[-1].last < value:
        return nested[-1]
    if following:
        following = following[:-1] if leaves and len(following) > 1 else following
        del nested[following[-1] + 1 :]
        return nested[-1]
    del nested[_MOST_NESTED - 1 :]
    nested.append(_Series())
    return nested[-1]


def _class_of(block: Block) -> tuple[tuple[str, str, int], int]:
    if block.number is None and block.bullet and block.bullet.family == "arabic":
        # "2. die Wirtschaft …" counts on from "1. Europa …", though no title begins with a small letter.
        mark = _AFTER_NUMBER.match(block.text)
        return ("arabic" if mark else "item", mark["mark"] if mark else "arabic", int(bool(mark))), block.bullet.value
    if block.number:
        mark = _AFTER_NUMBER.match(block.text) if block.number.family == "arabic" else None
        word = mark["mark"] if mark else block.number.word
        return (block.number.family, word, block.number.depth), block.number.value
    bullet = block.bullet or Bullet("none", "", 0, "")
    return ("item", bullet.family, 0), bullet.value


def _decide(blocks: list[Block], series: list[int], known: dict[str, Number | None]) -> None:
    """One decision for the whole series."""
    members = [blocks[index] for index in series]
    listed = any(skeleton(title_of(block)) in known for block in members)
    titles = sum(_is_title(block) for block in members)
    bodies = sum(_has_body(blocks, index) for index in series)
    announced = series[0] > 0 and blocks[series[0] - 1].text.rstrip().endswith(":")
    if members[0].number and (listed or _are_headings(members, titles, bodies, announced=announced)):
        for block in members:
            block.shape = Shape.HEADING if _is_title(block) or listed else Shape.PARAGRAPH
        return
    for block in members:
        _as_item(block, alone=len(members) == 1 and not announced)


def _are_headings(members: list[Block], titles: int, bodies: int, *, announced: bool) -> bool:
    first = members[0].number
    if first is None or titles * 2 < len(members) or (announced and not bodies):
        return False
    if first.family in _STRONG:
        return titles * 2 >= len(members) and (bodies > 0 or len(members) == 1)
    if first.family == "code" and len(members) == 1:
        return False
    return bodies * 2 > len(members) and not announced and (len(members) > 1 or members[0].gap_before)


def _is_title(block: Block) -> bool:
    if block.number is None:
        return False
    text = title_of(block)
    if block.number.action:
        return _may_name_a_measure(text)
    if len(text) > _LONGEST_TITLE or len(text.split()) > _MOST_WORDS or text.rstrip().endswith((".", ";", ",", ":")):
        return not text and block.number.family == "keyword"
    if block.number.family == "arabic" and len(block.lines) > 2:
        return False
    return any(char.isalpha() for char in text) or block.number.family == "keyword"


def _may_name_a_measure(text: str) -> bool:
    """Whether a text can be what a measure is called: a title, or a sentence of its own."""
    return len(text) <= _LONGEST_MEASURE and not text.rstrip().endswith((";", ",", ":"))


def _has_body(blocks: list[Block], index: int) -> bool:
    if index + 1 >= len(blocks):
        return False
    following = blocks[index + 1]
    return following.shape is not Shape.NUMBERED or _class_of(following)[0] != _class_of(blocks[index])[0]


def _as_item(block: Block, *, alone: bool) -> None:
    block.shape = Shape.PARAGRAPH if alone and not (block.bullet and block.bullet.value == 1) else Shape.ITEM
    if block.shape is Shape.PARAGRAPH:
        return
    if block.number and (block.number.family in ("keyword", "decimal", "code") or not block.bullet):
        block.bullet = _marked(block.number)
    block.number = None
    if block.bullet:
        block.flow = join_lines([block.lines[0].with_text(block.bullet.text), *block.lines[1:]])


def _marked(number: Number) -> Bullet:
    return Bullet(number.family, number.number, number.value, number.text, action=number.action)


def _plain_headings(blocks: list[Block], known: dict[str, Number | None]) -> None:
    """Headings without number, known by how they are set."""
    typed = sum(block.shape is Shape.HEADING and block.typed for block in blocks) >= 2
    body = _body_size(blocks)
    for index, block in enumerate(blocks[:-1]):
        if block.shape is not Shape.PARAGRAPH or not _short(block):
            continue
        larger = bool(block.lines[0].size and body and block.lines[0].size > body * 1.08)
        apart = block.gap_before and block.gap_after and not typed
        if not (larger or apart or (block.bold and len(blocks) > 2) or skeleton(block.text) in known):
            continue
        if _heads(blocks, index):
            block.shape = Shape.HEADING


def _short(block: Block) -> bool:
    text = block.text
    if len(text) > _LONGEST_PLAIN or len(text.split()) > _MOST_PLAIN_WORDS or len(block.lines) > 2:
        return False
    return (text[0].isupper() or text[0] in '„"“') and not text.endswith((".", ",", ";", ":", "!", "…", "|"))


def _heads(blocks: list[Block], index: int) -> bool:
    """Whether something follows that a heading can stand over, and nothing before runs into it."""
    following, block = blocks[index + 1], blocks[index]
    if following.shape is Shape.ITEM and runs_on(block.text):
        return False
    if unfinished(block.text) or (following.shape is Shape.PARAGRAPH and following.text[:1].islower()):
        return False
    before = blocks[index - 1] if index else None
    if before and before.shape is Shape.PARAGRAPH and unfinished(before.text):
        return False
    if following.shape is Shape.PARAGRAPH and _short(following):
        after = blocks[index + 2] if index + 2 < len(blocks) else None
        return after is not None and not (after.shape is Shape.PARAGRAPH and _short(after))
    return True


def _body_size(blocks: list[Block]) -> float:
    """The size most characters are set in, 0 where unknown."""
    weight: dict[float, int] = defaultdict(int)
    for block in blocks:
        for line in block.lines:
            if line.size:
                weight[line.size] += len(line.text)
    return max(weight, key=lambda size: weight[size]) if weight else 0.0
