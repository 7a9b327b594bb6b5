# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of a PDF page as pieces with places, by pdfium's text page. Not safe in threads: pdfium is not."""

import ctypes
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from bruecke.reader import marks
from bruecke.reader.pdf_layout import Piece

pdfium: Any = import_module("pypdfium2.raw")  # generated from C headers: its names have no types
_HYPHENS = (0x02, 0xFFFE)  # how pdfium gives a hyphen at a line's end, followed by no line break
_SOFT_HYPHEN = 0xAD
_BREAKS = (0x0A, 0x0D)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_NUMBER = re.compile(r"(?<=[^\s\d])[0-9]{1,3}(?!\d)|^[0-9]{1,3}(?=\D)")
_WIDE_GAP = 1.3  # times the type size: more than any blank between words
_RAISED = 0.8  # digits smaller than this share of the line's type are marks of footnotes
_BOLD = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_NAME_LENGTH = 128
_BOLD_FLAG = 1 << 18  # ForceBold of a font descriptor (PDF 32000-1, table 123)


class PageText:
    """Reads one text page (`pypdfium2.PdfTextPage`)."""

    def __init__(self, text_page: Any) -> None:
        """Keep the page's handle; it must stay open."""
        self._page = text_page
        count: int = text_page.count_chars()
        self._codes: list[int] = [pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count)]
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._pointers = [ctypes.byref(number) for number in self._numbers]

    def pieces(self) -> Iterator[Piece]:
        """The runs of text without breaks and wide gaps, in the order in which the file draws them."""
        for start, end in self._runs():
            if piece := self._piece(start, end):
                yield piece

    def _runs(self) -> Iterator[tuple[int, int]]:
        """First and one past the last character of each run."""
        codes, start = self._codes, 0
        for index, code in enumerate(codes):
            if code in _BREAKS or code in _HYPHENS:
                yield start, index + (code in _HYPHENS)
                start = index + 1
            elif index > start and codes[index - 1] == 0x20 and code != 0x20 and self._is_wide_gap(start, index):
                yield start, index - 1
                start = index
        yield start, len(codes)

    def _is_wide_gap(self, start: int, index: int) -> bool:
        """Whether the blank before `index` is wider than one between words."""
        before = index - 2
        if before < start:
            return False
        end, begin = self._box(before)[1], self._box(index)[0]
        return abs(begin - end) > _WIDE_GAP * self._size(index)

    def _piece(self, start: int, end: int) -> Piece | None:
        text = "".join(map(_character, self._codes[start:end]))
        printed = [index for index, character in zip(range(start, end), text, strict=True) if not character.isspace()]
        if not printed:
            return None
        samples = sorted({printed[0], printed[len(printed) // 3], printed[len(printed) // 2], printed[-1]})
        size = max(self._size(index) for index in samples)
        return Piece(
            text=self._with_marks(text, start, size).translate(_LIGATURES).strip(),
            left=self._box(printed[0])[0],
            right=self._box(printed[-1])[1],
            base=self._base(printed[len(printed) // 2]),
            size=round(size * 2) / 2,
            bold=all(self._is_bold(index) for index in samples),
        )

    def _with_marks(self, text: str, start: int, size: float) -> str:
        """Small digits behind a word, or before one at the beginning, are marks of footnotes: superscripts."""
        return _NUMBER.sub(lambda found: self._number(found, start, size), text)

    def _number(self, found: re.Match[str], start: int, size: float) -> str:
        is_small = self._size(start + found.start()) < _RAISED * size
        return marks.footnote_mark(found[0]) if is_small else found[0]

    def _box(self, index: int) -> tuple[float, float]:
        """Left and right edge of a character."""
        pdfium.FPDFText_GetCharBox(self._page, index, *self._pointers)
        return self._numbers[0].value, self._numbers[1].value

    def _base(self, index: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._pointers[0], self._pointers[1])
        return self._numbers[1].value

    def _size(self, index: int) -> float:
        """Size in points: the font's, scaled as the page draws it."""
        size: float = pdfium.FPDFText_GetFontSize(self._page, index)
        matrix = pdfium.FS_MATRIX()
        if pdfium.FPDFText_GetMatrix(self._page, index, matrix):
            size *= float((matrix.b**2 + matrix.d**2) ** 0.5 or 1.0)
        return size or 1.0

    def _is_bold(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._page, index) >= _BOLD:
            return True
        name, flags = ctypes.create_string_buffer(_NAME_LENGTH), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._page, index, name, _NAME_LENGTH, flags)
        lowered = name.value.decode("latin-1").lower()
        return bool(flags.value & _BOLD_FLAG) or any(word in lowered for word in _BOLD_NAMES)


def _character(code: int) -> str:
    if code in _HYPHENS or code == _SOFT_HYPHEN:
        return "-"
    # Halves of surrogate pairs, controls and glyphs without a character read as blanks.
    return " " if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0xFFFD else chr(code)
