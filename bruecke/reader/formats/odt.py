# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""OpenDocument texts (ODT): one line a paragraph, heading, item or table row; footnotes follow the text.

Heads and feet of pages, comments and deleted text are not read. Pages are counted at the soft page breaks that
LibreOffice notes when it saves a file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bruecke.reader import marks, refusals
from bruecke.reader.archive import Archive
from bruecke.reader.formats import Match
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Line, Role, Source
from bruecke.reader.odt_styles import OFFICE, TABLE, TEXT, Lists, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "odt"
LABEL = "ODT"
SUFFIXES = (".odt", ".ott")
MEDIA_TYPES = ("application/vnd.oasis.opendocument.text",)

_ZIP = b"PK\x03\x04"
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_DOCX_PART = b"word/document.xml"
_CONTENT = "content.xml"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ENCRYPTION = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_LEFT_OUT = {
    OFFICE + "annotation",
    OFFICE + "annotation-end",
    TEXT + "tracked-changes",
    TEXT + "ruby-text",
    TEXT + "note-citation",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
}
_WRAPPERS = {TEXT + "section", TEXT + "table-of-content", TEXT + "index-body", TEXT + "index-title"}
_TEXT_BOX = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}text-box"
_MOST_REPEATS = 200  # a cell or blank repeated oftener is an attack or an empty rest of a sheet


def matches(data: bytes, suffix: str) -> Match:
    """A zip archive that says so in its first bytes, or one that is named so and is nothing else."""
    if not data.startswith(_ZIP):
        return Match.NO
    is_named = suffix in SUFFIXES and _DOCX_PART not in data
    return Match.CERTAIN if _MIMETYPE in data[:200] or is_named else Match.NO


def read(data: bytes, limits: Limits) -> Source:
    """The document's lines; raises UnreadableDocument."""
    archive = Archive(data, LABEL, limits)
    if _CONTENT not in archive:
        raise refusals.wrong_extension(SUFFIXES[0], "kein OpenDocument-Text", "no OpenDocument text")
    manifest = archive.optional_xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_ENCRYPTION), None) is not None:
        raise refusals.encrypted()
    content = archive.xml(_CONTENT)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise refusals.broken(LABEL)
    roots = [root for root in (archive.optional_xml("styles.xml"), content) if root is not None]
    reading = _Reading(Styles(roots), Lists(roots))
    reading.blocks(body)
    reading.add_notes()
    meta = archive.optional_xml("meta.xml")
    return Source(
        format=NAME,
        lines=tuple(reading.with_title_on_top()),
        pages=reading.page,
        language=_property(meta, "language"),
        title=_property(meta, "title"),
        warnings=(marks.struck_out(min(reading.struck, len(reading.lines))),) if reading.struck else (),
    )


def _property(meta: "_Element | None", name: str) -> str:
    found = meta.find(f"{OFFICE}meta/{_DC}{name}") if meta is not None else None
    return (found.text or "").strip() if found is not None else ""


@dataclass(slots=True)
class _Text:
    """The text of one paragraph, and what stands in it that is no text."""

    pieces: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    breaks_before: int = 0
    breaks_within: int = 0
    boxes: list["_Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return marks.squeezed("".join(self.pieces))

    def add(self, text: str | None, *, bold: bool) -> None:
        if text:
            self.pieces.append(text)
            self.bold.extend([bold] if text.strip() else [])


@dataclass
class _Reading:
    """One pass over the body."""

    styles: Styles
    lists: Lists
    lines: list[Line] = field(default_factory=list)
    notes: list[tuple[str, "_Element"]] = field(default_factory=list)
    page: int = 1
    tables: int = 0
    has_title: bool = False
    struck: int = 0  # the first line with text that is struck out

    def blocks(self, container: "_Element") -> None:
        """Read the paragraphs, lists and tables of a container in order."""
        for child in container:
            if child.tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(child)
            elif child.tag == TEXT + "list":
                self._list(child, child.get(TEXT + "style-name", ""), 1)
            elif child.tag == TABLE + "table":
                self._table(child)
            elif child.tag == TEXT + "soft-page-break":
                self.page += 1
            elif child.tag in _WRAPPERS:
                self.blocks(child)

    def add_notes(self) -> None:
        """Add the notes the text refers to, in its order; the first paragraph of each carries the number."""
        for number, note in list(self.notes):
            for index, child in enumerate(note.iterfind(f"{TEXT}note-body/{TEXT}p")):
                self._add(self._text(child).text, role=Role.FOOTNOTE, marker="" if index else number)

    def with_title_on_top(self) -> Iterator[Line]:
        """The lines; where a paragraph has the style of a title, headings stand one level below it."""
        for line in self.lines:
            is_below = self.has_title and line.role is Role.HEADING
            yield replace(line, level=line.level + 1) if is_below else line

    def _add(self, text: str, role: Role = Role.TEXT, level: int = 0, marker: str = "") -> None:
        self.lines.append(Line(len(self.lines) + 1, text, self.page, role, level, marker))

    def _paragraph(self, element: "_Element", marker: str = "", depth: int = 0) -> None:
        found = self._text(element)
        style = self.styles.of(element.get(TEXT + "style-name", ""))
        self.page += found.breaks_before
        self._place(element, found, marker, depth, is_title=style.is_title)
        self.lines[-1] = replace(self.lines[-1], size=style.size, bold=bool(found.bold) and all(found.bold))
        self.page += found.breaks_within
        for box in found.boxes:
            self.blocks(box)

    def _place(self, element: "_Element", found: _Text, marker: str, depth: int, *, is_title: bool) -> None:
        text = found.text
        if text and is_title:
            self.has_title = True
            self._add(text, role=Role.HEADING, level=0)
        elif text and element.tag == TEXT + "h":
            number = self.lists.heading_number(self._outline(element))
            self._add(marks.numbered_heading(number, text), role=Role.HEADING, level=self._outline(element))
        elif text and marker:
            self._add(text, role=Role.ITEM, level=depth, marker=marker)
        else:
            for part in marks.split_breaks("".join(found.pieces)):
                self._add(part)

    def _outline(self, element: "_Element") -> int:
        level = element.get(TEXT + "outline-level", "1")
        return max(1, int(level)) if level.isdecimal() else 1

    def _list(self, element: "_Element", style: str, depth: int) -> None:
        """The items of a list; a list within a list counts and marks by its own style or the outer one's."""
        style = element.get(TEXT + "style-name", style)
        if depth == 1 and element.get(TEXT + "continue-numbering") != "true":
            self.lists.restart(style)
        for item in element:
            if item.tag in (TEXT + "list-item", TEXT + "list-header"):
                self._item(item, style, depth, counts=item.tag == TEXT + "list-item")

    def _item(self, item: "_Element", style: str, depth: int, *, counts: bool) -> None:
        """The paragraphs of an item are one line; headings and inner lists are lines of their own."""
        paragraphs = [child for child in item if child.tag == TEXT + "p"]
        if paragraphs:
            marker = self.lists.marker(style, depth, item.get(TEXT + "start-value", "")) if counts else ""
            first = len(self.lines)
            for paragraph in paragraphs:
                self._paragraph(paragraph, marker, depth)
            joined = marks.squeezed(" ".join(line.text for line in self.lines[first:] if line.role is not Role.TEXT))
            if marker and joined:
                self.lines[first:] = [
                    replace(self.lines[first], role=Role.ITEM, text=joined, level=depth, marker=marker)
                ]
        for child in item:
            if child.tag == TEXT + "h":
                self._paragraph(child)
            elif child.tag == TEXT + "list":
                self._list(child, style, depth + 1)

    def _text(self, paragraph: "_Element") -> _Text:
        found = _Text()
        self._collect(paragraph, found, bold=self.styles.of(paragraph.get(TEXT + "style-name", "")).bold)
        return found

    def _collect(self, element: "_Element", found: _Text, *, bold: bool) -> None:
        found.add(element.text, bold=bold)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                self._inline(child, found, bold=bold)
            found.add(child.tail, bold=bold)

    def _inline(self, child: "_Element", found: _Text, *, bold: bool) -> None:
        match child.tag.removeprefix(TEXT):
            case "s" | "tab" | "line-break" as kind:
                found.pieces.append(marks.BREAK if kind == "line-break" else " ")
            case "soft-page-break":
                found.breaks_within += bool(found.text)
                found.breaks_before += not found.text
            case "note":
                number = str(len(self.notes) + 1)
                self.notes.append((number, child))
                found.pieces.append(marks.footnote_mark(number))
            case _ if child.tag == _TEXT_BOX:
                found.boxes.append(child)
            case _:
                style = self.styles.of(child.get(TEXT + "style-name", ""), inherited=bold)
                if not style.is_struck:
                    self._collect(child, found, bold=style.bold)
                elif any(str(text).strip() for text in child.itertext()):
                    self.struck = self.struck or len(self.lines) + 1

    def _table(self, table: "_Element") -> None:
        rows = list(_rows(table))
        if all(len(_cells(row)) <= 1 for row, _ in rows):
            for row, _ in rows:  # a frame around text, not a table
                for cell in _cells(row):
                    self.blocks(cell)
            return
        self.tables += 1
        for row, is_header in rows:
            self._row(row, is_header=is_header)

    def _row(self, row: "_Element", *, is_header: bool) -> None:
        texts: list[str] = []
        bold: list[bool] = []
        for cell in _cells(row):
            found = [self._text(paragraph) for paragraph in cell.iter(TEXT + "p", TEXT + "h")]
            text = " ".join(each.text for each in found)
            bold += [flag for each in found for flag in each.bold]
            texts += [text] * _repeats(cell)
        carried, across = _merged(_cells(row))
        while len(texts) > 1 and not texts[-1]:
            texts.pop()
        cells = marks.cells_of(texts)
        self._add(marks.row_text(cells), role=Role.TABLE_ROW)
        is_bold = bool(bold) and all(bold)
        row_line = replace(self.lines[-1], cells=cells, header=is_header, table=self.tables, bold=is_bold)
        self.lines[-1] = replace(row_line, carried=carried, across=across)


def _rows(table: "_Element") -> Iterator[tuple["_Element", bool]]:
    """The rows of a table, and whether each is a header row."""
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child, False
        elif child.tag == TABLE + "table-header-rows":
            yield from ((row, True) for row in child.iterfind(TABLE + "table-row"))
        elif child.tag in (TABLE + "table-row-group", TABLE + "table-rows"):
            yield from _rows(child)


def _cells(row: "_Element") -> list["_Element"]:
    return [child for child in row if child.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")]


def _merged(cells: list["_Element"]) -> tuple[tuple[int, ...], bool]:
    """Columns covered by a cell of the row above, and whether the row's first cell covers all others."""
    carried: list[int] = []
    column = covered_until = 0
    for cell in cells:
        if cell.tag == TABLE + "covered-table-cell" and column >= covered_until:
            carried += range(column, column + _repeats(cell))
        span = cell.get(TABLE + "number-columns-spanned", "1")
        covered_until = max(covered_until, column + int(span) if span.isdecimal() and len(span) < 5 else 0)
        column += _repeats(cell)
    is_across = len(cells) > 1 and all(cell.tag == TABLE + "covered-table-cell" for cell in cells[1:]) and not carried
    return tuple(carried), is_across


def _repeats(cell: "_Element") -> int:
    repeats = cell.get(TABLE + "number-columns-repeated", "1")
    return min(int(repeats), _MOST_REPEATS) if repeats.isdecimal() else 1
