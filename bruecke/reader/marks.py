# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How formats write what plain text has no letters for: footnote marks, table rows, pieces of inline text."""

import re
from collections.abc import Iterable

from bruecke.reader.draft import Warning

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"\s+")
CELL_SEPARATOR = " | "
BREAK = "\n"  # a line break within a paragraph, in text that is not yet squeezed
_TYPED_NUMBER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-z])[.)](?:\s|$)|(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})\s"
)
_BROKEN_LIST = re.compile(r"\n(?=\s*[-–—•▪●*]\s+\S)")


def footnote_mark(number: str) -> str:
    """The mark of a footnote in running text: "12" as "¹²", anything else in brackets."""
    if number.isascii() and number.isdigit():
        return number.translate(_SUPERSCRIPTS)
    return f"[{number}]"


def squeezed(text: str) -> str:
    """The text with every run of blanks as one and none at the ends."""
    return _BLANKS.sub(" ", text).strip()


def cells_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Cells as Line.cells wants them: one line each, without the separator of Line.text."""
    return tuple(squeezed(text).replace(CELL_SEPARATOR, " / ") for text in texts)


def row_text(cells: Iterable[str]) -> str:
    """Line.text of a table row."""
    return CELL_SEPARATOR.join(cells)


def struck_out(line: int) -> Warning:
    """That text was struck out and is not read; line: where the first such text stands."""
    return Warning(
        "struck_out",
        "Durchgestrichener Text wurde nicht gelesen.",
        "Text that is struck out was not read.",
        (line, line),
    )


def split_breaks(text: str) -> list[str]:
    """A paragraph as one text, or as several where its line breaks stand before bullets typed by hand."""
    return [squeezed(part) for part in _BROKEN_LIST.split(text)]


def numbered_heading(number: str, text: str) -> str:
    """A heading with the number its style gives it, unless somebody typed one as well."""
    return text if _TYPED_NUMBER.match(text) else f"{number} {text}".strip()
