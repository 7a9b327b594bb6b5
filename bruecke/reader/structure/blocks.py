# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines put together to blocks: paragraphs, items, headings, table rows, and numbered blocks not yet decided."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bruecke.reader.draft import Span
from bruecke.reader.lines import Line, Role
from bruecke.reader.structure.dashes import dashed
from bruecke.reader.structure.flow import Flow, join_lines
from bruecke.reader.structure.leading import runs_on, unfinished
from bruecke.reader.structure.numbering import Bullet, Number, bullet, number
from bruecke.reader.structure.tables import is_labelled, label
from bruecke.reader.structure.wrapping import typed_by_lines, wrap_width

_PARAGRAPH_FORMATS = frozenset({"docx", "odt", "html"})
_LONGEST_WRAP = 160
_LEAD = 4  # lines of a paragraph that may hold the sentence which leads to a list
_HANGING = 2  # blanks before the second line of an item, more than before its bullet


class Shape(StrEnum):
    """What a block is. NUMBERED: item, heading or paragraph, decided once its neighbours are known."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    NUMBERED = "numbered"


@dataclass(slots=True)
class Block:
    """Lines that belong together. gap_before, gap_after: a blank line or a page's end stands there.

    level: heading level the format gives, or nesting depth of an item; 0 where unknown. typed: the format itself
    says that it is a heading or an item."""

    shape: Shape
    lines: list[Line]
    number: Number | None = None
    bullet: Bullet | None = None
    level: int = 0
    gap_before: bool = False
    gap_after: bool = False
    typed: bool = False
    flow: Flow = field(default_factory=lambda: Flow("", (0,), (0,)))

    @property
    def text(self) -> str:
        """The joined text."""
        return self.flow.text

    @property
    def span(self) -> Span:
        """First and last source line."""
        return self.lines[0].number, self.lines[-1].number

    @property
    def indent(self) -> int:
        """Leading blanks of the first line; a tab counts four."""
        text = self.lines[0].text.expandtabs(4)
        return len(text) - len(text.lstrip())

    @property
    def bold(self) -> bool:
        """Whether every line is bold, as far as known."""
        return all(line.bold for line in self.lines)


def blocks(lines: Sequence[Line], document_format: str) -> list[Block]:
    """The blocks of a document in order. Footnotes and furniture are passed over; they never end a paragraph's text."""
    width = wrap_width(lines)
    by_lines = document_format not in _PARAGRAPH_FORMATS or typed_by_lines(lines, width)
    wrapped = by_lines and width <= _LONGEST_WRAP
    found = list(_Assembly(wrapped, width).run(lines))
    for block in found:
        block.flow = join_lines(_bare(block))
    return [block for block in found if block.text or block.shape is Shape.ROW]


def _bare(block: Block) -> list[Line]:
    """The block's lines without the bullet; numbers of undecided blocks stay."""
    first = block.lines[0]
    if block.shape is Shape.ITEM and block.bullet and block.bullet.text != first.text:
        return [first.with_text(block.bullet.text), *block.lines[1:]]
    return block.lines


@dataclass(slots=True)
class _Assembly:
    wrapped: bool
    width: int
    current: Block | None = None
    gap: bool = True
    counted: dict[str, int] = field(default_factory=dict)
    hanging: bool = False
    titles: dict[tuple[str, int], int] = field(default_factory=dict)
    dashed: frozenset[int] = frozenset()

    def run(self, lines: Sequence[Line]) -> Iterator[Block]:
        self.dashed = dashed(lines)
        for line in lines:
            if line.role in (Role.FURNITURE, Role.FOOTNOTE) or line.is_blank:
                yield from self._close(gap=True)
                continue
            self.gap = self.gap or self._turned(line)
            if (block := self._begin(line)) is not None:
                yield from self._close(gap=self.gap)
                self.current = block
                self._count(block)
            elif self.current:
                self.current.lines.append(line)
                self._notice_indent(line)
            self.gap = False
        yield from self._close(gap=True)

    def _turned(self, line: Line) -> bool:
        """Whether the line stands on another page than the one before it: what begins there begins after a gap."""
        return self.current is not None and self.current.lines[-1].page != line.page

    def _close(self, *, gap: bool) -> Iterator[Block]:
        self.gap = gap or self.gap
        if self.current:
            self.current.gap_after = gap
            yield self.current
        self.current = None

    def _count(self, block: Block) -> None:
        """Remember how far each kind of numbering has come: a list goes on after what is nested in it."""
        if block.bullet and block.bullet.value:
            self.counted[block.bullet.family] = block.bullet.value
        elif block.shape is not Shape.ITEM:
            self.counted.clear()
        if block.number:
            self.titles[(block.number.family, block.number.depth)] = block.number.value

    def _begin(self, line: Line) -> Block | None:
        """A new block that begins with the line, None where the line goes on with the current one."""
        if line.role is Role.HEADING:
            return self._heading(line)
        if line.role is Role.TABLE_ROW:
            return Block(Shape.ROW, [line], gap_before=self.gap, typed=True)
        if line.role is Role.ITEM:
            return self._item(line)
        return self._text(line)

    def _heading(self, line: Line) -> Block | None:
        current = self.current
        goes_on = current and current.shape is Shape.HEADING and self.wrapped and unfinished(current.lines[-1].text)
        if goes_on and current and current.level == line.level:
            return None
        return Block(Shape.HEADING, [line], number(line.text), None, line.level, self.gap, typed=True)

    def _item(self, line: Line) -> Block | None:
        current = self.current
        if not line.marker and current and current.shape is Shape.ITEM:
            return None
        mark = _typed_mark(line)
        return Block(Shape.ITEM, [line], None, mark, line.level, self.gap, typed=True)

    def _text(self, line: Line) -> Block | None:
        mark = bullet(line.text)
        if mark and not mark.value and self._may_bullet(mark, line):
            return Block(Shape.ITEM, [line], None, mark, 0, self.gap)
        title = number(line.text)
        if (title or mark) and (self._may_number(title, mark, line) or self._looks_other(line)):
            return Block(Shape.NUMBERED, [line], title, mark, 0, self.gap)
        if self.current and self._goes_on(line):
            return None
        return Block(Shape.PARAGRAPH, [line], gap_before=self.gap)

    def _may_bullet(self, mark: Bullet, line: Line) -> bool:
        """A dash inside an open bracket, or after a text that cannot end there, is no bullet."""
        if self.current is None:
            return True
        before = self.current.lines[-1].text.rstrip()
        if mark.family == "dash" and mark.text[0].islower():
            # Further left than the text above, which goes on with an item from the page before.
            indent = len(line.text) - len(line.text.lstrip())
            ends = (":", ";", ".", ",") if indent < self.current.indent else (":", ";", ".")
            if before.endswith(ends) or (self.current.shape is Shape.ITEM and before[-1:] != "("):
                return True
            return line.number in self.dashed and runs_on(" ".join(part.text for part in self.current.lines[-_LEAD:]))
        return mark.family == "dash" or self.current.shape is not Shape.PARAGRAPH or before.endswith((":", ";", "."))

    def _may_number(self, title: Number | None, mark: Bullet | None, line: Line) -> bool:
        current = self.current
        if current is None:
            return True
        if mark and mark.family in self.counted and current.shape in (Shape.ITEM, Shape.NUMBERED):
            return mark.value in (self.counted[mark.family] + 1, 1)
        if current.shape in (Shape.HEADING, Shape.NUMBERED) and len(current.lines) == 1 and title:
            return True
        if current.shape is Shape.ROW or not self.wrapped:
            return True
        if title and (self._counts_on(title, current.lines[-1].text) or self._heads_on(title, line)):
            return True
        coded = title is not None and title.family == "code"
        first = (mark and mark.value == 1) or (title and coded and title.value == 1)
        return bool(first and current.lines[-1].text.rstrip().endswith(":"))

    def _counts_on(self, title: Number, before: str) -> bool:
        """Whether a title directly below a finished sentence is the next of its kind: "2.3" after "2.2", or "2.3.1"."""
        if title.family == "code" and title.value == self.titles.get(("code", title.depth), 0) + 1:
            return True
        if title.action and title.value in (1, self.titles.get((title.family, title.depth), 0) + 1):
            return before.rstrip().endswith((".", "!", "?", ":"))
        if not before.rstrip().endswith((".", "!", "?", ":")) or title.family not in ("decimal", "keyword", "arabic"):
            return False
        if not title.text or title.text.endswith((".", ";", ",")) or len(title.text) > self.width:
            return False
        last = self.titles.get((title.family, title.depth), 0)
        return title.value == last + 1 or (title.value == 1 and title.family == "decimal")

    def _heads_on(self, title: Number, line: Line) -> bool:
        """Whether the next chapter begins right below an item that is at its end, or on top of the next page."""
        last, current = self.titles.get((title.family, title.depth), 0), self.current
        if current is None or last == 0 or title.value != last + 1 or unfinished(current.lines[-1].text.rstrip()):
            return False
        same = current.bullet is not None and current.bullet.family == title.family
        ended = current.shape is Shape.ITEM and self._broke_early(current.lines[-1].text, line.text)
        return not same and (self._turned(line) or (ended and title.family in ("roman", "keyword", "decimal")))

    def _looks_other(self, line: Line) -> bool:
        """Whether the line is set otherwise than the one before: that parts them like a blank line."""
        last = self.current.lines[-1] if self.current else line
        return not _close_in_size(last, line) or bool(last.bold) != bool(line.bold)

    def _goes_on(self, line: Line) -> bool:
        current = self.current
        if current is None or current.shape in (Shape.HEADING, Shape.ROW) or not self.wrapped:
            return False
        if self._begins_a_label(current, line):
            return False
        last = current.lines[-1]
        if self._leaves_the_list(line):
            return False
        if last.size != line.size or last.bold != line.bold:
            return _close_in_size(last, line) and not (bool(last.bold) ^ bool(line.bold) and len(current.lines) == 1)
        may_end = current.shape is Shape.ITEM and not _hangs(current, line)
        return not (may_end and self._broke_early(last.text, line.text))

    def _begins_a_label(self, current: Block, line: Line) -> bool:
        """Whether "Termin: 2026" stands below text that it is no part of; below such a line others are alike."""
        if current.shape is Shape.PARAGRAPH and label(current.lines[0].text):
            return is_labelled(line.text) or self._broke_early(current.lines[-1].text, line.text)
        titled = current.shape is Shape.NUMBERED and current.bullet is None
        return (current.shape is Shape.PARAGRAPH or titled) and label(line.text) is not None

    def _notice_indent(self, line: Line) -> None:
        """Remember whether items hang: their second line stands further right than their bullet."""
        current = self.current
        if current and current.shape is Shape.ITEM and len(current.lines) == 2:
            self.hanging = len(line.text) - len(line.text.lstrip()) >= current.indent + _HANGING

    def _leaves_the_list(self, line: Line) -> bool:
        """Whether a line stands further left than the lines of the item above: text after the list."""
        current = self.current
        if current is None or current.shape is not Shape.ITEM:
            return False
        here = len(line.text) - len(line.text.lstrip())
        finished = not unfinished(current.lines[-1].text.rstrip())
        return self.hanging and here <= current.indent and line.text.lstrip()[0].isupper() and finished

    def _broke_early(self, last: str, text: str) -> bool:
        """Whether the line before ended on purpose: there was ample room for the next word."""
        first_word = text.split()[0]
        if len(last.rstrip()) + 1 + len(first_word) > self.width * 0.7 or first_word[0].islower():
            return False
        return not unfinished(last.rstrip())


def _hangs(block: Block, line: Line) -> bool:
    """Whether a line stands further right than the bullet above it, as the second line of an item does."""
    return len(line.text) - len(line.text.lstrip()) >= block.indent + _HANGING


def _typed_mark(line: Line) -> Bullet | None:
    """The bullet the format names; None where the line goes on with the item above, whatever stands between."""
    if not line.marker:
        return None
    return bullet(f"{line.marker} {line.text}") or Bullet("bullet", line.marker, 0, line.text)


def _close_in_size(one: Line, other: Line) -> bool:
    if one.size is None or other.size is None:
        return True
    return abs(one.size - other.size) <= 0.5
