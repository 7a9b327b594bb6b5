# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists as they stand: items with what is nested below them, and the sentence that introduces them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bruecke.reader.draft import Span
from bruecke.reader.structure.blocks import Block, Shape
from bruecke.reader.structure.flow import Flow, cut, extend, join, join_lines
from bruecke.reader.structure.leading import leads_in, runs_on
from bruecke.reader.structure.sentences import sentences
from bruecke.reader.structure.sorts import announces_measures, names_some, speaks_of_a_list
from bruecke.reader.structure.tables import Table, inline_labels, label

_TRAILING = re.compile(r"\s*[,;]\s*(?:und|and|sowie|oder|or)?\s*$|\s+(?:und|and|sowie|oder|or|[–—])\s*$")
_ABOUT_TABLE = re.compile(r"\b(?:Tabelle|Übersicht|table|overview)\b", re.IGNORECASE)
_NESTED = 2
_LONGEST_INTERRUPTION = 400


@dataclass(slots=True)
class Item:
    """One item of the outermost level and what is nested below it."""

    block: Block
    children: list[Block] = field(default_factory=list)

    @property
    def values(self) -> dict[str, str]:
        """What labelled lines and nested items say of it: "Zuständig: Bauamt" below "Radweg bauen"."""
        found: dict[str, str] = {}
        for part in [*_labelled(self.block)[1], *(child.flow for child in self.children)]:
            if meaning := label(part.text):
                found.setdefault(*meaning)
        return inline_labels(_labelled(self.block)[0].text) | found

    @property
    def flow(self) -> Flow:
        """Its text with that of the nested items, each with its bullet, as printed; without what `values` says."""
        flow = _labelled(self.block)[0]
        for child in self.children:
            if label(child.text):
                continue
            mark = child.bullet.mark if child.bullet else ""
            flow = extend(flow, join([(child.span[0], f"{mark} {child.text}")]))
        trimmed = _TRAILING.sub("", flow.text)
        return cut(flow, 0, len(trimmed)) if trimmed else flow

    @property
    def lines(self) -> Span:
        """First and last source line."""
        return self.block.span[0], (self.children or [self.block])[-1].span[1]


@dataclass(slots=True)
class Group:
    """A list: its items and its intro sentence, None where none stands before it."""

    items: list[Item]
    intro: Flow | None = None

    @property
    def lines(self) -> Span:
        """First item's first line to last item's last."""
        return self.items[0].lines[0], self.items[-1].lines[1]

    @property
    def called_measures(self) -> bool:
        """Whether every item is called a measure: "Action 1.2: …"."""
        return all(item.block.bullet and item.block.bullet.action for item in self.items)

    @property
    def texts(self) -> list[str]:
        """Text of each item."""
        return [item.flow.text for item in self.items]


Part = Group | Table | Flow


def _labelled(block: Block) -> tuple[Flow, list[Flow]]:
    """The text of an item, and each labelled line below it with the lines that go on with it."""
    starts = [at for at, line in enumerate(block.lines) if at and label(line.text)]
    if not starts:
        return block.flow, []
    ends = [*starts[1:], len(block.lines)]
    first = cut(block.flow, 0, _length_above(block, block.lines[starts[0]].number))
    return first, [join_lines(block.lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _length_above(block: Block, number: int) -> int:
    """How much of an item's text stands above a line."""
    return next(start for start, at in zip(block.flow.starts, block.flow.numbers, strict=True) if at == number)


def parts(blocks: Sequence[Block]) -> list[Part]:
    """Paragraphs, lists and tables of a chapter in order; an intro sentence is cut from its paragraph."""
    found: list[Part] = []
    for run in _runs(blocks):
        if run[0].shape is Shape.ROW:
            found.append(Table([block.lines[0] for block in run], _intro(found, _ABOUT_TABLE)))
        elif run[0].shape is Shape.ITEM:
            found.extend(_lists(run, _intro(found)))
        else:
            found.extend(block.flow for block in run)
    return found


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Neighbouring blocks of one shape; rows only of one table."""
    run: list[Block] = []
    for block in blocks:
        if run and (block.shape is not run[0].shape or block.lines[0].table != run[0].lines[0].table):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _intro(found: list[Part], also: re.Pattern[str] | None = None) -> Flow | None:
    """The sentence that announces a list, taken out of the paragraph before it. also: other words that announce."""
    if not found or not isinstance(found[-1], Flow):
        return None
    paragraph = found[-1]
    spans = sentences(paragraph.text)
    if not spans:
        return None
    start, end = spans[-1]
    intro = cut(paragraph, start, end)
    announces = intro.text.endswith(":") or speaks_of_a_list(intro.text) or leads_in(intro.text)
    announces = announces or runs_on(intro.text) or names_some(intro.text) or bool(also and also.search(intro.text))
    if not announces:
        return None
    found.pop()
    if start > 0 and (rest := cut(paragraph, 0, start)).text:
        found.append(rest)
    return intro


def _lists(run: list[Block], intro: Flow | None) -> Iterator[Group]:
    """The list, and apart from it every nested list that its parent announces as measures of its own."""
    group = Group(_nested(run), intro)
    own = [item for item in group.items if item.children and announces_measures(item.block.text)]
    rest = [item for item in group.items if item not in own]
    if rest:
        yield Group(rest, intro)
    for item in own:
        yield Group(_nested(item.children), item.block.flow)


def _nested(run: list[Block]) -> list[Item]:
    """Items by depth: the format's own, else indentation, else a change of bullet after a colon."""
    items: list[Item] = []
    first = run[0]
    parent_family = ""
    for block in run:
        deeper = bool(items) and _is_deeper(block, first, items[-1], parent_family)
        if deeper:
            items[-1].children.append(block)
        else:
            items.append(Item(block))
            parent_family = block.bullet.family if block.bullet else ""
    return items


def _is_deeper(block: Block, first: Block, last: Item, parent_family: str) -> bool:
    if block.typed and block.level and first.level:
        return block.level > first.level
    family = block.bullet.family if block.bullet else ""
    if block.indent >= first.indent + _NESTED:
        return family != parent_family or block.indent > last.block.indent
    if family == parent_family or block.indent < first.indent:
        return False
    return last.block.text.rstrip().endswith(":")


def resumes(before: Group, between: Flow, after: Group) -> bool:
    """Whether a list goes on after a short paragraph that announces nothing."""
    one, other = before.items[-1].block.bullet, after.items[0].block.bullet
    if after.intro is not None or len(between.text) > _LONGEST_INTERRUPTION or one is None or other is None:
        return False
    return one.family == other.family and other.value in (0, one.value + 1)
