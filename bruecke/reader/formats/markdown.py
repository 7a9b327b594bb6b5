# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markdown (CommonMark, tables, footnotes, front matter, kramdown attributes): lines are the file's own.

What is syntax and not text (rules, fences, attributes, link targets) is FURNITURE or left out of a line's text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from typing import TYPE_CHECKING

from bruecke.reader import characters, marks, refusals
from bruecke.reader.formats import Match
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Line, Role, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

NAME = "markdown"
LABEL = "Markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
MEDIA_TYPES = ("text/markdown", "text/x-markdown")

_ATX = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_SYNTAX = re.compile(r"^(?:#{1,6} +\S|\|? *:?-{3,}:? *\||```)|\]\(|\*\*\S", re.MULTILINE)
_ATTRIBUTES_ONLY = re.compile(r"^\s*(?:\{:[^}]*\}|\{%.*%\}|\{\{.*\}\})\s*$")
# None of these may run past its next own beginning: else a line full of beginnings takes quadratic time.
_TEMPLATE = re.compile(r"\{:[^{}]*\}|\{%[^{}]*%\}|\{\{[^{}]*\}\}")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:\s*(.*)$")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_CHECKBOX = re.compile(r"^\[[ xX]\]\s+")
_TAG = re.compile(r"<[^<>]*>")
_META = re.compile(r"^(title|lang|language)\s*:\s*(.+?)\s*$", re.IGNORECASE)
_SETEXT_LINES = 2


def matches(data: bytes, suffix: str) -> Match:
    """Text named so, or text of another name that has headings of this syntax and more of it."""
    if not characters.is_text(data):
        return Match.NO
    if suffix in SUFFIXES:
        return Match.LIKELY
    sample = data[:65536].decode("utf-8", errors="replace").replace("\r\n", "\n")
    is_evident = len(_ATX.findall(sample)) > 1 and len(_SYNTAX.findall(sample)) > 2
    return Match.LIKELY if is_evident and not suffix else Match.NO


def read(data: bytes, limits: Limits) -> Source:
    """One line a line of the file; raises UnreadableDocument."""
    text = characters.decode(data)
    if len(text) > limits.characters:
        raise refusals.too_much_text(limits.characters)
    reading = _Reading([characters.printable(raw) for raw in characters.lines(text)], _parser())
    reading.run()
    return Source(
        format=NAME,
        lines=tuple(reading.in_order()),
        language=reading.meta.get("lang", ""),
        title=reading.meta.get("title", ""),
        warnings=(marks.struck_out(reading.struck),) if reading.struck else (),
    )


def _parser() -> "MarkdownIt":
    # Imported here so that listing the formats stays cheap.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


@dataclass(slots=True)
class _List:
    """An open list: marker and first line of its latest item, whether that line has it yet, and the count of items."""

    marker: str = ""
    start: int = -1
    is_taken: bool = False
    items: int = 0


@dataclass
class _Reading:
    """One pass over the file: `raws` as it came, `lines` what each line turned out to be, by index from 0."""

    raws: list[str]
    parser: "MarkdownIt"
    lines: dict[int, Line] = field(default_factory=dict)
    meta: dict[str, str] = field(default_factory=dict)
    lists: list[_List] = field(default_factory=list)
    tables: int = 0
    struck: int = 0  # the first line of the first block with text that is struck out

    def run(self) -> None:
        """Take out what the parser must not see, parse the rest, put both together."""
        title_at = self._front_matter()
        self._attributes()
        self._notes()
        visible = ["" if index in self.lines else raw for index, raw in enumerate(self.raws)]
        self._blocks(self.parser.parse("\n".join(visible)))
        has_title = any(line.role is Role.HEADING and line.level == 1 for line in self.lines.values())
        if title_at is not None and not has_title:
            self._put(title_at, self.meta["title"], role=Role.HEADING, level=1)

    def in_order(self) -> Iterator[Line]:
        """Every line of the file; what nothing claimed is syntax (link targets, underlines, separators)."""
        for index, raw in enumerate(self.raws):
            role = Role.FURNITURE if raw.strip() else Role.TEXT
            yield self.lines.get(index) or Line(number=index + 1, text=raw, role=role)

    def _put(self, index: int, text: str, role: Role = Role.TEXT, level: int = 0, marker: str = "") -> None:
        if index < len(self.raws):
            self.lines[index] = Line(number=index + 1, text=text, role=role, level=level, marker=marker)

    def _hide(self, index: int) -> None:
        self._put(index, self.raws[index], role=Role.FURNITURE)

    def _front_matter(self) -> int | None:
        """Hide the block between the first two rules; the line of its title, where it has one."""
        if not self.raws or self.raws[0].rstrip() != "---":
            return None
        ends = (i for i, raw in enumerate(self.raws[1:], start=1) if raw.rstrip() in ("---", "..."))
        end = next(ends, None)
        if end is None:
            return None
        title_at = None
        for index in range(end + 1):
            self._hide(index)
            if found := _META.match(self.raws[index]):
                key = "title" if found[1].lower() == "title" else "lang"
                self.meta.setdefault(key, unescape(found[2].strip("\"'")))
                title_at = index if key == "title" and title_at is None else title_at
        return title_at

    def _attributes(self) -> None:
        for index, raw in enumerate(self.raws):
            if _ATTRIBUTES_ONLY.match(raw):
                self._hide(index)

    def _notes(self) -> None:
        """Footnotes ([^1]: ...), which end at a blank line or where the next one begins."""
        inside = False
        for index, raw in enumerate(self.raws):
            found = _NOTE.match(raw) if index not in self.lines else None
            inside = bool(found) or (inside and bool(raw.strip()) and index not in self.lines)
            if found:
                self._put(index, self._inline_text(found[2]), role=Role.FOOTNOTE, marker=found[1])
            elif inside:
                self._put(index, self._inline_text(raw.strip()), role=Role.FOOTNOTE)

    def _blocks(self, tokens: "Sequence[Token]") -> None:
        heading = line = 0
        for position, token in enumerate(tokens):
            line = token.map[0] + 1 if token.map else line
            if not self.struck and any(_strikes(child) for child in token.children or ()):
                self.struck = line
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self.lists.append(_List())
                case "bullet_list_close" | "ordered_list_close":
                    self._end_list(token)
                case "list_item_open":
                    self._item(token)
                case "heading_open":
                    heading = int(token.tag[1])
                case "heading_close":
                    heading = 0
                case "inline" if tokens[position - 1].type in ("paragraph_open", "heading_open"):
                    self._text_block(token, heading)
                case "table_open":
                    self.tables += 1
                case "tr_open":
                    self._row(tokens, position, header=tokens[position - 1].type == "thead_open")
                case "html_block" | "code_block":
                    self._literal(token)
                case "fence":
                    self._fence(token)

    def _item(self, token: "Token") -> None:
        start = token.map[0] if token.map else -1
        marker = token.info + token.markup if token.info else token.markup
        self.lists[-1] = _List(marker, start, False, self.lists[-1].items + 1)

    def _end_list(self, token: "Token") -> None:
        """Close a list; a lone number before a lone line may be a heading typed by hand: left to the structure."""
        ended = self.lists.pop()
        line = self.lines.get(ended.start)
        is_lone = token.type == "ordered_list_close" and ended.items == 1 and not self.lists
        if is_lone and line and line.marker == ended.marker and self._stands_alone(ended.start):
            self._put(ended.start, f"{line.marker} {line.text}")

    def _stands_alone(self, index: int) -> bool:
        around = (index - 1, index + 1)
        return all(not 0 <= other < len(self.raws) or not self.raws[other].strip() for other in around)

    def _text_block(self, token: "Token", heading: int) -> None:
        if token.map is None:
            return
        first, last = token.map
        texts = self._inline_lines(token, last - first)
        if heading and len(texts) > _SETEXT_LINES:
            heading = 0  # a paragraph that happens to stand above a rule
        for offset, (text, bold) in enumerate(texts):
            role, level, marker = self._place(heading, first + offset)
            if marker:
                text = _CHECKBOX.sub("", text)
            self._put(first + offset, text, role, level, marker)
            self.lines[first + offset] = replace(self.lines[first + offset], bold=bold)

    def _place(self, heading: int, index: int) -> tuple[Role, int, str]:
        """Role, level and marker of a line of running text; only an item's first line carries the marker."""
        if heading:
            return Role.HEADING, heading, ""
        if not self.lists:
            return Role.TEXT, 0, ""
        inner = self.lists[-1]
        if inner.start != index or inner.is_taken:
            return Role.ITEM, len(self.lists), ""
        inner.is_taken = True
        # "- 5. Title" opens two lists on one line; people see one list.
        level = next(depth for depth, item in enumerate(self.lists, start=1) if item.start == index)
        return Role.ITEM, level, inner.marker

    def _row(self, tokens: "Sequence[Token]", position: int, *, header: bool) -> None:
        row = tokens[position]
        if row.map is None:
            return
        texts = []
        for token in tokens[position + 1 :]:
            if token.type == "tr_close":
                break
            if token.type == "inline":
                texts.append(" ".join(text for text, _ in self._rendered(token.children or [])))
        cells = marks.cells_of(texts)
        index = row.map[0]
        self._put(index, marks.row_text(cells), role=Role.TABLE_ROW)
        self.lines[index] = replace(self.lines[index], cells=cells, header=header, table=self.tables)

    def _literal(self, token: "Token") -> None:
        """HTML and indented blocks: their text without tags; comments and pure markup are furniture."""
        if token.map is None:
            return
        block = "\n".join(self.raws[token.map[0] : token.map[1]])
        block = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), block)
        for offset, raw in enumerate(block.split("\n")):
            text = marks.squeezed(unescape(_TAG.sub(" ", raw)))
            if text:
                self._put(token.map[0] + offset, text)

    def _fence(self, token: "Token") -> None:
        """A fenced block's text, unless it is a directive of a documentation tool ({toctree} ...)."""
        if token.map is None or token.info.strip().startswith("{"):
            return
        for index, raw in enumerate(token.content.splitlines(), start=token.map[0] + 1):
            self._put(index, raw.strip())

    def _inline_text(self, text: str) -> str:
        token = self.parser.parseInline(text)[0]
        return " ".join(text for text, _ in self._rendered(token.children or []))

    def _inline_lines(self, token: "Token", expected: int) -> list[tuple[str, bool]]:
        """Text and boldness of each source line of a block; line by line where the syntax spans lines."""
        rendered = self._rendered(token.children or [])
        if len(rendered) == expected:
            return rendered
        raws = token.content.split("\n")
        return [(self._inline_text(raw), False) for raw in raws]

    def _rendered(self, children: "Sequence[Token]") -> list[tuple[str, bool]]:
        """Inline tokens as lines of text; what is struck out is left out."""
        out: list[tuple[list[str], list[bool]]] = [([], [])]
        bold = struck = 0
        for child in children:
            match child.type:
                case "softbreak" | "hardbreak":
                    out.append(([], []))
                case "strong_open" | "strong_close":
                    bold += child.nesting
                case "s_open" | "s_close":
                    struck += child.nesting
                case "html_inline":
                    struck += _striking(child.content)
                    out[-1][0].append(" " if child.content.lower().startswith("<br") else "")
                case "text" | "text_special" | "code_inline" if not struck:
                    out[-1][0].append(child.content)
                    out[-1][1].extend([bold > 0] if child.content.strip() else [])
        return [(_cleaned("".join(texts)), bool(bolds) and all(bolds)) for texts, bolds in out]


def _strikes(token: "Token") -> bool:
    return token.type == "s_open" or (token.type == "html_inline" and _striking(token.content) > 0)


def _striking(tag: str) -> int:
    """+1 for a tag that begins struck-out text, -1 for one that ends it, 0 for any other."""
    found = re.match(r"<(/?)(?:s|del|strike)\b", tag, re.IGNORECASE)
    return 0 if not found else (-1 if found[1] else 1)


def _cleaned(text: str) -> str:
    text = _NOTE_MARK.sub(lambda found: marks.footnote_mark(found[1]), _TEMPLATE.sub("", text))
    return marks.squeezed(text)
