# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text: the lines are the file's own; a form feed begins a page."""

from collections.abc import Iterator

from bruecke.reader import characters, refusals
from bruecke.reader.formats import Match
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Line, Source

NAME = "text"
LABEL = "Text"
SUFFIXES = (".txt", ".text", ".asc", ".log")
MEDIA_TYPES = ("text/plain",)
FORM_FEED = "\f"
BLANKS = FORM_FEED + " \t"


def matches(data: bytes, suffix: str) -> Match:
    """Anything that reads as text may be plain text."""
    if not characters.is_text(data):
        return Match.NO
    return Match.LIKELY if suffix in SUFFIXES else Match.POSSIBLE


def read(data: bytes, limits: Limits) -> Source:
    """One line a line of the file; raises UnreadableDocument."""
    text = characters.decode(data)
    if len(text) > limits.characters:
        raise refusals.too_much_text(limits.characters)
    lines = tuple(_numbered(characters.lines(text)))
    return Source(format=NAME, lines=lines, pages=max((line.page for line in lines if not line.is_blank), default=1))


def _numbered(raws: list[str]) -> Iterator[Line]:
    """A form feed before a line's first character begins a page with the line, a later one after it."""
    page = 1
    for number, raw in enumerate(raws, start=1):
        leading = raw[: len(raw) - len(raw.lstrip(BLANKS))].count(FORM_FEED)
        page += leading if number > 1 else 0
        yield Line(number=number, text=characters.printable(raw), page=page)
        page += raw.count(FORM_FEED) - leading
