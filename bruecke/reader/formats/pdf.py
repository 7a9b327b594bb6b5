# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDF with a text layer: lines in reading order with their type; tables where a page has ruled ones.

Pages that are pictures go through text recognition where the extra `ocr` is installed (reader.ocr).
"""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bruecke.reader import refusals
from bruecke.reader.draft import Warning as DraftWarning
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.formats import Match
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Line, Role, Source

if TYPE_CHECKING:
    from bruecke.reader.pdf_layout import Piece

NAME = "pdf"
LABEL = "PDF"
SUFFIXES = (".pdf",)
MEDIA_TYPES = ("application/pdf",)

# What printer drivers and Word write there when nobody gave a title: the program and the file's name.
_PROGRAM_TITLE = re.compile(r"^(?:Microsoft (?:Word|PowerPoint) - .*|.*\.(?:docx?|odt|pdf|indd|pptx?|dotx?))$", re.I)
_HEADER = b"%PDF-"
_TRAILER = b"%%EOF"
_HEADER_WITHIN = 1024  # bytes: mail gateways and old printers put lines before the header
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
_FEWEST_CHARACTERS = 20  # a page with less may be a picture with a number on it


def matches(data: bytes, suffix: str) -> Match:
    """A PDF header at the beginning, or near it with a trailer at the end."""
    if data.startswith(_HEADER):
        return Match.CERTAIN
    has_header = _HEADER in data[:_HEADER_WITHIN] and (_TRAILER in data[-2048:] or suffix in SUFFIXES)
    return Match.CERTAIN if has_header else Match.NO


def read(data: bytes, limits: Limits) -> Source:
    """The document's lines, numbered through all pages; raises UnreadableDocument."""
    source, pictures = _read_text(data, limits)
    if not pictures:
        return source
    # Imported here because only scans need it.
    from bruecke.reader import ocr

    is_scan = len(pictures) * 2 > source.pages or not source.lines
    if ocr.is_installed():
        source, pictures = _read_text(ocr.with_text_layer(data, limits), limits)
        if not source.lines:
            raise refusals.ocr_failed()
        return source
    if is_scan:
        raise refusals.needs_ocr()
    return _with_picture_warning(source, pictures)


def _read_text(data: bytes, limits: Limits) -> tuple[Source, list[int]]:
    """What the text layer says, and the numbers of the pages that have pictures but no text."""
    pypdfium2 = _pdfium()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(error) from None
    with document:
        if len(document) > limits.pages:
            raise refusals.too_many_pages(len(document), limits.pages)
        if len(document) == 0:
            raise refusals.broken(LABEL)
        reading = _Reading(data, document)
        lines = tuple(reading.lines())
        title = _PROGRAM_TITLE.sub("", document.get_metadata_dict().get("Title") or "").strip()
        source = Source(NAME, lines, pages=len(document), title=title, warnings=tuple(reading.warnings()))
        return source, reading.pictures


def _pdfium() -> Any:
    # Imported late so that listing the formats stays cheap; without types, see pdf_text.
    return import_module("pypdfium2")


def _refusal(error: Exception) -> UnreadableDocument:
    code = getattr(error, "err_code", None)
    return refusals.encrypted() if code == _PASSWORD_ERROR else refusals.broken(LABEL)


class _Reading:
    """One pass over the pages of an open document."""

    def __init__(self, data: bytes, document: Any) -> None:
        self._data = data
        self._document = document
        self._number = 0
        self._tables = 0
        self.pictures: list[int] = []
        self.broken: list[int] = []

    def lines(self) -> Iterator[Line]:
        """Every line of every page; an empty line where a paragraph's gap is printed."""
        pypdfium2 = _pdfium()
        for page_number in range(1, len(self._document) + 1):
            try:
                pieces = self._page(page_number)
            except pypdfium2.PdfiumError:
                self.broken.append(page_number)
                continue
            yield from (self._line(piece, page_number) for piece in pieces)
        if len(self.broken) == len(self._document):
            raise refusals.broken(LABEL)

    def warnings(self) -> Iterator[DraftWarning]:
        """Say which pages could not be opened."""
        if self.broken:
            pages = ", ".join(map(str, self.broken[:20]))
            yield DraftWarning(
                "broken_pages",
                f"Diese Seiten sind beschädigt und wurden nicht gelesen: {pages}.",
                f"These pages are damaged and were not read: {pages}.",
            )

    def _page(self, page_number: int) -> "Sequence[Piece | None]":
        # Imported here so that listing the formats stays cheap.
        from bruecke.reader.pdf_layout import in_reading_order
        from bruecke.reader.pdf_tables import is_ruled, with_tables
        from bruecke.reader.pdf_text import PageText

        page = self._document[page_number - 1]
        text_page = page.get_textpage()
        try:
            pieces = list(PageText(text_page).pieces())
            if sum(len(piece.text) for piece in pieces) < _FEWEST_CHARACTERS and _has_picture(page):
                self.pictures.append(page_number)
            if pieces and is_ruled(page):
                pieces, self._tables = with_tables(self._data, page_number, pieces, self._tables)
            return in_reading_order(pieces, page.get_width())
        finally:
            text_page.close()
            page.close()

    def _line(self, piece: "Piece | None", page_number: int) -> Line:
        self._number += 1
        if piece is None:
            return Line(self._number, "", page_number)
        role = Role.TABLE_ROW if piece.cells else Role.TEXT
        return Line(
            self._number,
            piece.text,
            page_number,
            role,
            cells=piece.cells,
            header=piece.header,
            table=piece.table,
            size=piece.size,
            bold=piece.bold,
        )


def _has_picture(page: Any) -> bool:
    pictures = page.get_objects(filter=[_pdfium().raw.FPDF_PAGEOBJ_IMAGE], max_depth=4)
    return next(pictures, None) is not None


def _with_picture_warning(source: Source, pictures: Sequence[int]) -> Source:
    pages = ", ".join(map(str, pictures[:20]))
    warning = DraftWarning(
        "picture_pages",
        f"Diese Seiten sind Bilder ohne Text und wurden nicht gelesen: {pages}. Mit der Texterkennung "
        "(pip install bruecke[ocr], Debian-Paket tesseract-ocr-deu) werden auch sie gelesen.",
        f"These pages are pictures without text and were not read: {pages}. With text recognition "
        "(pip install bruecke[ocr], Debian package tesseract-ocr-deu) they are read as well.",
    )
    return Source(source.format, source.lines, source.pages, source.language, source.title, (*source.warnings, warning))
