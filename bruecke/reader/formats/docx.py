# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Word documents (DOCX): one line a paragraph, heading, item or table row; footnotes follow the text.

Heads and feet of pages, comments and deleted text are not read. Pages are those Word itself noted when it last
saved the file, else the manual page breaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bruecke.reader import marks, refusals
from bruecke.reader.archive import Archive
from bruecke.reader.docx_styles import Numbering, Style, Styles, W, is_on, numbering_of, points, value
from bruecke.reader.formats import Match
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Line, Role, Source

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "docx"
LABEL = "DOCX"
SUFFIXES = (".docx", ".docm", ".dotx")
MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

_ZIP = b"PK\x03\x04"
_MAIN = "word/document.xml"
_ODF = b"mimetypeapplication/vnd.oasis"
_DC = "{http://purl.org/dc/elements/1.1/}"
_WRAPPERS = {W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_LEFT_OUT = {W + tag for tag in ("del", "moveFrom", "instrText", "pPr", "delText", "sdtPr", "rubyPr", "rt")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SHORT_CELL = 60
_MOST_COLUMNS = 200


def matches(data: bytes, suffix: str) -> Match:
    """A zip archive with Word's main part, or one that is named so and is nothing else."""
    if not data.startswith(_ZIP):
        return Match.NO
    is_named = suffix in SUFFIXES and _ODF not in data[:200]
    return Match.CERTAIN if _MAIN.encode() in data or is_named else Match.NO


def read(data: bytes, limits: Limits) -> Source:
    """The document's lines; raises UnreadableDocument."""
    archive = Archive(data, LABEL, limits)
    if _MAIN not in archive:
        raise refusals.wrong_extension(SUFFIXES[0], "kein Word-Dokument", "no Word document")
    body = archive.xml(_MAIN).find(W + "body")
    if body is None:
        raise refusals.broken(LABEL)
    reading = _Reading(
        Styles(archive.optional_xml("word/styles.xml")),
        Numbering.of(archive.optional_xml("word/numbering.xml")),
        break_tag=_break_tag(body),
    )
    reading.blocks(body)
    reading.notes(archive.optional_xml("word/footnotes.xml"), archive.optional_xml("word/endnotes.xml"))
    core = archive.optional_xml("docProps/core.xml")
    return Source(
        format=NAME,
        lines=tuple(reading.with_title_on_top()),
        pages=reading.page,
        language=_property(core, "language"),
        title=_property(core, "title"),
        warnings=(marks.struck_out(min(reading.struck, len(reading.lines))),) if reading.struck else (),
    )


def _property(core: "_Element | None", name: str) -> str:
    return (core.findtext(_DC + name) or "").strip() if core is not None else ""


def _break_tag(body: "_Element") -> str:
    """What begins a page: Word's own note of where it did when last printed, else only manual breaks."""
    noted = next(body.iter(W + "lastRenderedPageBreak"), None)
    return W + ("br" if noted is None else "lastRenderedPageBreak")


@dataclass(slots=True)
class _Text:
    """The text of one paragraph: `pieces` as printed, and whether all of it is bold."""

    pieces: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    size: float | None = None
    breaks_before: int = 0
    breaks_within: int = 0
    boxes: list["_Element"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return marks.squeezed("".join(self.pieces))


@dataclass
class _Reading:
    """One pass over the body."""

    styles: Styles
    numbering: Numbering
    break_tag: str
    lines: list[Line] = field(default_factory=list)
    page: int = 1
    tables: int = 0
    noted: list[tuple[str, str, str]] = field(default_factory=list)
    has_title: bool = False
    struck: int = 0  # the first line with text that is struck out

    def blocks(self, container: "_Element") -> None:
        """Read the paragraphs and tables of a container in order."""
        for child in _children(container):
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)

    def notes(self, footnotes: "_Element | None", endnotes: "_Element | None") -> None:
        """Add the notes the text refers to, in its order; the first paragraph of each carries the number."""
        parts = {"footnote": footnotes, "endnote": endnotes}
        bodies = {
            (kind, note.get(W + "id", "")): note
            for kind, root in parts.items()
            if root is not None
            for note in root.iterfind(W + kind)
        }
        for kind, note_id, number in list(self.noted):
            note = bodies.get((kind, note_id))
            for index, child in enumerate(note.iterfind(W + "p") if note is not None else ()):
                text = self._text(child, Style()).text
                self._add(text, role=Role.FOOTNOTE, marker="" if index else number)

    def with_title_on_top(self) -> Iterator[Line]:
        """The lines; where a paragraph has the style of a title, headings stand one level below it."""
        for line in self.lines:
            is_below = self.has_title and line.role is Role.HEADING
            yield replace(line, level=line.level + 1) if is_below else line

    def _add(self, text: str, role: Role = Role.TEXT, level: int = 0, marker: str = "") -> None:
        self.lines.append(Line(len(self.lines) + 1, text, self.page, role, level, marker))

    def _paragraph(self, element: "_Element") -> None:
        properties = element.find(W + "pPr")
        style = self.styles.of(value(properties.find(W + "pStyle")) if properties is not None else "")
        found = self._text(element, style)
        self.page += found.breaks_before
        self._place(found, style, properties)
        self.page += found.breaks_within
        for box in found.boxes:
            self.blocks(box)

    def _place(self, found: _Text, style: Style, properties: "_Element | None") -> None:
        """Add the paragraph as what it is: title, heading, item or text."""
        text, first = found.text, len(self.lines)
        outline = value(properties.find(W + "outlineLvl")) if properties is not None else ""
        level = int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else style.level
        list_id, list_level = numbering_of(properties, (style.list_id, style.list_level))
        marker = self.numbering.marker(list_id, list_level) if list_id and text else ""
        if not text:
            self._add("")
        elif style.is_title and not style.level:
            self.has_title = True
            self._add(text, role=Role.HEADING, level=0)
        elif level:
            self._add(marks.numbered_heading(marker, text), role=Role.HEADING, level=level)
        elif marker:
            self._add(text, role=Role.ITEM, level=max(list_level + 1, style.depth), marker=marker)
        else:
            for part in marks.split_breaks("".join(found.pieces)):
                self._add(part)
        bold = bool(found.bold) and all(found.bold)
        size = found.size or style.size
        self.lines[first:] = [replace(line, size=size, bold=bold) for line in self.lines[first:]]

    def _text(self, paragraph: "_Element", style: Style) -> _Text:
        found = _Text()
        self._collect(paragraph, style, found)
        return found

    def _collect(self, element: "_Element", style: Style, found: _Text) -> None:
        for child in element:
            if child.tag == W + "r":
                self._run(child, style, found)
            elif child.tag not in _LEFT_OUT and child.tag != _FALLBACK:
                self._collect(child, style, found)

    def _run(self, run: "_Element", style: Style, found: _Text) -> None:
        properties = run.find(W + "rPr")
        is_bold = is_on(properties.find(W + "b"), style.bold) if properties is not None else style.bold
        if properties is not None:
            if _is_on(properties, "vanish"):
                return
            if _is_on(properties, "strike", "dstrike"):
                has_text = any((text.text or "").strip() for text in run.iter(W + "t"))
                self.struck = self.struck or (len(self.lines) + 1 if has_text else 0)
                return
            found.size = found.size or points(properties.find(W + "sz"))
        before = len(found.pieces)
        self._contents(run, found)
        if "".join(found.pieces[before:]).strip():
            found.bold.append(is_bold)

    def _contents(self, run: "_Element", found: _Text) -> None:
        for child in run:
            tag = child.tag
            if tag == W + "t":
                found.pieces.append(child.text or "")
            elif tag == self.break_tag and (tag != W + "br" or child.get(W + "type") == "page"):
                found.breaks_within += bool(found.text)
                found.breaks_before += not found.text
            elif tag in (W + "tab", W + "cr", W + "br"):
                found.pieces.append(" " if tag == W + "tab" else marks.BREAK)
            elif tag == W + "noBreakHyphen":
                found.pieces.append("-")
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                found.pieces.append(self._note(child))
            elif tag not in (W + "rPr", _FALLBACK):
                found.boxes.extend(_outer_boxes(child))

    def _note(self, reference: "_Element") -> str:
        kind = reference.tag.removeprefix(W).removesuffix("Reference")
        number = str(len(self.noted) + 1)
        self.noted.append((kind, reference.get(W + "id", ""), number))
        return marks.footnote_mark(number)

    def _table(self, table: "_Element") -> None:
        rows = [child for child in _children(table) if child.tag == W + "tr"]
        if all(len(_cells(row)) <= 1 for row in rows):
            for row in rows:  # a frame around text, not a table
                for cell in _cells(row):
                    self.blocks(cell)
            return
        self.tables += 1
        look = table.find(f"{W}tblPr/{W}tblLook")
        for index, row in enumerate(rows):
            self._row(row, is_first=index == 0 and look is not None and look.get(W + "firstRow") == "1")

    def _row(self, row: "_Element", *, is_first: bool) -> None:
        texts: list[str] = []
        bold: list[bool] = []
        carried: list[int] = []
        for cell in _cells(row):
            carried += [len(texts)] if _goes_on_from_above(cell) else []
            found = [self._text(paragraph, Style()) for paragraph in cell.iter(W + "p")]
            texts.append(" ".join(text.text for text in found))
            bold += [flag for text in found for flag in text.bold]
            texts += [""] * (_span(cell) - 1)
        cells = marks.cells_of(texts)
        is_headed = row.find(f"{W}trPr/{W}tblHeader") is not None or (is_first and _reads_as_header(cells))
        self._add(marks.row_text(cells), role=Role.TABLE_ROW)
        is_bold = bool(bold) and all(bold)
        row_line = replace(self.lines[-1], cells=cells, header=is_headed, table=self.tables, bold=is_bold)
        is_across = len(_cells(row)) == 1 < len(cells)
        self.lines[-1] = replace(row_line, carried=tuple(carried), across=is_across)


def _children(container: "_Element") -> Iterator["_Element"]:
    """The block elements of a container; content controls and tracked insertions are looked through."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from _children(child)
        else:
            yield child


def _cells(row: "_Element") -> list["_Element"]:
    return [child for child in _children(row) if child.tag == W + "tc"]


def _span(cell: "_Element") -> int:
    span = value(cell.find(f"{W}tcPr/{W}gridSpan"))
    return min(int(span), _MOST_COLUMNS) if span.isdecimal() and int(span) > 0 else 1


def _goes_on_from_above(cell: "_Element") -> bool:
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and value(merged) != "restart"


def _reads_as_header(cells: tuple[str, ...]) -> bool:
    """Word sets "first row" on nearly every table: believed only where the first row looks like titles."""
    return all(0 < len(cell) <= _SHORT_CELL and not cell.endswith((".", ";")) for cell in cells)


def _is_on(properties: "_Element", *tags: str) -> bool:
    return any(is_on(properties.find(W + tag), False) for tag in tags)


def _outer_boxes(element: "_Element") -> Iterator["_Element"]:
    """Text boxes within a drawing; the copy for old programs (Fallback) is passed over."""
    for child in element:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag != _FALLBACK:
            yield from _outer_boxes(child)
