# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How formats write what plain text has no letters for: footnote marks, table rows, pieces of inline text."""

import re
from collections.abc import Iterable

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"\s+")
CELL_SEPARATOR = " | "


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
