# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The line: what every step between the bytes and the draft works on.

A text file's lines are its own. A format without lines (DOCX, ODT, HTML) gives one line a paragraph, heading,
list item or table row, numbered from 1 in reading order, so that every passage has a first and a last line.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from bruecke.reader.draft import Warning as DraftWarning


class Role(StrEnum):
    """What a format or the furniture step knows of a line before its meaning is read."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    TABLE_ROW = "table_row"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source.

    number: 1-based, unique, ascending, the source's own line for text formats.
    text: without the line break; leading blanks kept as printed. Blank lines are lines with blank text.
    page: 1-based; 1 throughout where the format knows no pages.
    role: TEXT unless the format or the furniture step knows better.
    level: heading level (1 = title) or nesting depth of a list item (1 = outermost); 0 where neither.
    marker: the bullet or number of an item as printed or as the format numbers it ("•", "3.", "a)"); an ITEM's
    text is without it, and an ITEM without marker continues the item above. The mark of a FOOTNOTE ("2"): its
    text has the mark where it was printed so (text, PDF); a FOOTNOTE without marker continues the note above.
    cells: the cells of a table row, text only; empty elsewhere. header: the row is a header row. The text of
    a TABLE_ROW is " | ".join(cells), and no cell contains " | ", so that a repaired text can be split again.
    carried: columns whose cell is that of the row above, merged over both; its text is "". across: the row is one
    cell over several columns.
    table: 1-based number of the table the row belongs to, 0 elsewhere.
    size, bold: typography where known (points; None = unknown).
    """

    number: int
    text: str
    page: int = 1
    role: Role = Role.TEXT
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    header: bool = False
    table: int = 0
    size: float | None = None
    bold: bool | None = None
    carried: tuple[int, ...] = ()
    across: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed on the line."""
        return not self.text.strip()

    def with_text(self, text: str) -> "Line":
        """The same line, reading otherwise."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded document: its lines before repair and what the format itself says of it.

    format: the name of the module in reader.formats that read it ("text", "markdown", "docx" ...).
    language: BCP 47 code the file declares, "" where it does not.
    title: the title the file's metadata give, "" where none; a hint only.
    pages: number of pages, 1 where the format knows none.
    warnings: what the format had to leave out, in the user's words, in both languages; the pipeline puts them
    in front of the draft's own, structure need not look at them.
    """

    format: str
    lines: tuple[Line, ...]
    pages: int = 1
    language: str = ""
    title: str = ""
    warnings: tuple[DraftWarning, ...] = field(default=())
