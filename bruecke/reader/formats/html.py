# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Web pages (HTML): one line a heading, paragraph, list item or table row. Nothing is fetched.

Scripts, styles, navigation, forms and page feet are left out; a table that only lays out a page is looked through.
"""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bruecke.reader import characters, marks, refusals
from bruecke.reader.counting import BULLET, printed
from bruecke.reader.formats import Match
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Line, Role, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "html"
LABEL = "HTML"
SUFFIXES = (".html", ".htm", ".xhtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")

_START = re.compile(r"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.DOTALL)
_CLOSERS = re.compile(r"</(?:p|h[1-6]|li|div|td)>", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_SAMPLE = 65536
_EVIDENT_CLOSERS = 3
# fmt: off
_LEFT_OUT = frozenset({
    "script", "style", "nav", "template", "noscript", "form", "button", "select", "svg", "math", "iframe", "object",
    "footer", "del", "s", "strike", "title",
})
_STRUCK = frozenset({"del", "s", "strike"})
_BLOCKS = frozenset({
    "html", "body", "p", "div", "section", "article", "main", "header", "aside", "blockquote", "pre", "address",
    "figure", "figcaption", "details", "summary", "dl", "dt", "dd", "ul", "ol", "li", "fieldset", "center", "hr",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
})
# fmt: on
_HEADING = re.compile(r"h([1-6])")
_NOTE_ID = re.compile(r"_?(?:fn|ftn|footnote|fussnote|cite_note|note)[^0-9r]*(\d+)", re.IGNORECASE)
_BACK_LINK = re.compile(r"^\s*\[?\d{1,3}\]?\s*(?=\D)|\s*[↩↑^]\ufe0e?\s*$")
_MARK = re.compile(r"\s*[\[(]?(\d{1,3})[\])]?\s*")
_MOST_COLUMNS = 200
_LIMIT = "ERR_RESOURCE_LIMIT"  # tags nested more than 2,048 deep


def matches(data: bytes, suffix: str) -> Match:
    """Text that begins as a page does, is named so, or has several closing tags of paragraphs."""
    if not characters.is_text(data):
        return Match.NO
    sample = data[:_SAMPLE].replace(b"\x00", b"").decode("utf-8", errors="replace").lstrip("\ufeff\ufffd")
    if _START.match(sample):
        return Match.CERTAIN
    is_evident = len(_CLOSERS.findall(sample)) >= _EVIDENT_CLOSERS
    if suffix in SUFFIXES:
        return Match.CERTAIN if is_evident else Match.LIKELY
    return Match.LIKELY if is_evident and not suffix else Match.NO


def read(data: bytes, limits: Limits) -> Source:
    """The page's lines; raises UnreadableDocument."""
    # Imported here so that listing the formats stays cheap.
    from lxml import etree

    text = _decoded(data)
    if len(text) > limits.characters:
        raise refusals.too_much_text(limits.characters)
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise refusals.broken(LABEL) from None
    if any(entry.type_name == _LIMIT for entry in parser.error_log):
        raise refusals.broken(LABEL)  # the parser stopped within the page and would lose the rest
    if root is None:
        raise refusals.empty()
    reading = _Reading()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            reading.end(element)
        elif not reading.start(element):
            walk.skip_subtree()
    title = marks.squeezed(root.findtext(".//title") or "")
    struck = (marks.struck_out(min(reading.struck, len(reading.lines))),) if reading.struck else ()
    return Source(NAME, tuple(reading.lines), language=root.get("lang", ""), title=title, warnings=struck)


def _decoded(data: bytes) -> str:
    """By the encoding the page declares, if it holds; else as any text."""
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].lower() not in (b"utf-8", b"utf-16"):
        try:
            return characters.printable_text(data.decode(declared[1].decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass  # the page is mistaken about itself: read it as it comes
    return characters.printable_text(characters.decode(data))


@dataclass(slots=True)
class _List:
    style: str
    count: int


@dataclass(slots=True)
class _Item:
    """An open list item; line: index of its line, -1 before it has one."""

    marker: str
    line: int = -1


@dataclass
class _Reading:
    """One walk over the page: text gathers in `pieces` until a block begins or ends."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    bold_depth: int = 0
    heading: int = 0
    lists: list[_List] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)
    note: "_Element | None" = None
    note_marker: str = ""
    table: "_Element | None" = None
    tables: int = 0
    cells: list[str] = field(default_factory=list)
    carried: list[int] = field(default_factory=list)
    below: dict[int, int] = field(default_factory=dict)  # column → rows that its cell still covers
    struck: int = 0  # the first line with text that is struck out

    def start(self, element: "_Element") -> bool:
        """An element begins; False if what is in it is to be passed over."""
        tag = str(element.tag)
        if tag in _STRUCK and _text_of(element).strip():
            self.struck = self.struck or len(self.lines) + 1
        if tag in _LEFT_OUT or element.get("hidden") is not None:
            return False
        if tag == "sup" and (found := _MARK.fullmatch(_text_of(element))):
            self._gather(marks.footnote_mark(found[1]))
            return False
        if tag in _BLOCKS:
            self._flush()
            self._open(element, tag)
        elif tag == "br":
            self.pieces.append(marks.BREAK)
        self.bold_depth += tag in ("b", "strong", "th")
        self._gather(element.text)
        return True

    def end(self, element: "_Element") -> None:
        """An element ends; the text after it belongs to what is around it."""
        tag = str(element.tag)
        is_read = tag not in _LEFT_OUT and element.get("hidden") is None
        if is_read and tag in _BLOCKS:
            self._flush()
            self._close(element, tag)
        if is_read and not (tag == "sup" and _MARK.fullmatch(_text_of(element))):
            self.bold_depth -= tag in ("b", "strong", "th")
        self._gather(element.tail)

    def _gather(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self.bold.extend([self.bold_depth > 0] if text.strip() else [])

    def _open(self, element: "_Element", tag: str) -> None:
        if self.note is None and (found := _NOTE_ID.fullmatch(element.get("id", ""))):
            self.note, self.note_marker = element, found[1]
        if found := _HEADING.fullmatch(tag):
            self.heading = int(found[1])
        elif tag in ("ul", "ol"):
            start = element.get("start", "1")
            first = int(start) if start.isdecimal() and len(start) < 7 else 1
            self.lists.append(_List(element.get("type", "1") if tag == "ol" else "", first - 1))
        elif tag == "li":
            self.items.append(_Item(self._marker(element)))
        elif tag == "table" and self.table is None and _is_data(element):
            self.table = element
            self.tables += 1
            self.below = {}
        elif tag == "tr" and self.table is not None:
            self.cells, self.carried = [], []
        elif tag in ("td", "th") and self.table is not None:
            self._pass_covered()
            self.cells.append("")

    def _close(self, element: "_Element", tag: str) -> None:
        if self.note is element:
            self.note = None
        if _HEADING.fullmatch(tag):
            self.heading = 0
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "li" and self.items:
            self.items.pop()
        elif element is self.table:
            self.table = None
        elif tag == "tr" and self.table is not None:
            self._row(element)
        elif tag in ("td", "th") and self.table is not None:
            first, rows = len(self.cells) - 1, _spanned(element, "rowspan")
            self.cells += [""] * (_spanned(element, "colspan") - 1)
            if rows > 1:
                self.below.update(dict.fromkeys(range(first, len(self.cells)), rows))

    def _pass_covered(self) -> None:
        """Leave the columns empty that a cell of a row above covers."""
        while self.below.get(len(self.cells), 0) > 0:
            self.carried.append(len(self.cells))
            self.cells.append("")

    def _marker(self, item: "_Element") -> str:
        if not self.lists:
            return BULLET
        around = self.lists[-1]
        value = item.get("value", "")
        around.count = int(value) if value.isdecimal() and len(value) < 7 else around.count + 1
        return f"{printed(around.count, around.style)}." if around.style else BULLET

    def _flush(self) -> None:
        """What has gathered becomes a line, or goes on with the line of the same item or cell."""
        parts = [part for part in marks.split_breaks("".join(self.pieces)) if part]
        bold = bool(self.bold) and all(self.bold)
        self.pieces, self.bold = [], []
        for part in parts:
            if self.table is not None and self.cells:
                self.cells[-1] = f"{self.cells[-1]} {part}".strip()
            else:
                self._line(part, bold=bold)

    def _line(self, text: str, *, bold: bool) -> None:
        role, level, marker = Role.TEXT, 0, ""
        if self.note is not None:
            role, marker, text = Role.FOOTNOTE, self.note_marker, _BACK_LINK.sub("", text)
            self.note_marker = "" if text else marker
        elif self.heading:
            role, level = Role.HEADING, self.heading
        elif self.items and self.items[-1].line >= 0:
            begun = self.lines[self.items[-1].line]
            self.lines[self.items[-1].line] = begun.with_text(f"{begun.text} {text}")
            return
        elif self.items:
            role, level, marker = Role.ITEM, max(1, len(self.lists)), self.items[-1].marker
            self.items[-1].line = len(self.lines)
        if text:
            self.lines.append(Line(len(self.lines) + 1, text, role=role, level=level, marker=marker, bold=bold))

    def _row(self, row: "_Element") -> None:
        self._pass_covered()
        cells = marks.cells_of(self.cells)
        self.cells = []
        self.below = {column: rows - 1 for column, rows in self.below.items() if rows > 1}
        if not any(cells):
            return
        across = len(cells) > 1 == len([child for child in row if child.tag in ("td", "th")])
        names = {str(child.tag) for child in row if child.tag in ("td", "th")}
        parent = row.getparent()
        is_header = names == {"th"} or (parent is not None and parent.tag == "thead")
        line = Line(len(self.lines) + 1, marks.row_text(cells), role=Role.TABLE_ROW)
        line = replace(line, cells=cells, header=is_header, table=self.tables)
        self.lines.append(replace(line, carried=tuple(self.carried), across=across))


def _spanned(cell: "_Element", direction: str) -> int:
    """How many columns or rows a cell covers; 1 where the page says nothing sensible."""
    span = cell.get(direction, "1")
    return max(1, min(int(span), _MOST_COLUMNS)) if span.isdecimal() and len(span) < 5 else 1


def _is_data(table: "_Element") -> bool:
    """Whether a table holds data: several columns, no table and no headings within."""
    if any(next(table.iterdescendants(tag), None) is not None for tag in ("table", "h1", "h2", "h3")):
        return False
    return any(len(row.findall("td")) + len(row.findall("th")) > 1 for row in table.iter("tr"))


def _text_of(element: "_Element") -> str:
    return "".join(str(text) for text in element.itertext())
