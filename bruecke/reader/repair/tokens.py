# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of a document with their places, over line breaks and hyphens, and the sentence each stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bruecke.reader.lines import Line, Role

# Letters, with figures and signs that letters are misread as among them.
_WORD = re.compile(r"[^\W_](?:[\w&|]*[^\W_])?|(?<!\S)[|&][a-z]\w{2,}")
# Addresses and code are no words.
_CHUNK = re.compile(r"\S+")
NO_WORDS = re.compile(r"(?:@|://|www\.|_|\\|\w\.(?:de|eu|com|org|net|info)\b|[{}<>=`#]|\]\()")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:\w|bzw|vgl|ggf|inkl|ca|Nr|St|Dr|Prof|Abs|Art|etc|usw|Mio|Mrd|rd|sog|evtl)\.?$", re.I
)
_ENDS = re.compile(r"[.:!?]")
_HYPHENS = ("-", "¬", "\u00ad")
_BULLET = re.compile(r"^\s*(?:[-—–•*~·»+]|\d+[.)])+\s")
# A hyphen at the line's end is a joint, not a break, before these.
_JOINING = frozenset({"und", "oder", "bzw", "sowie", "als", "noch", "beziehungsweise", "bis"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where (a piece of) a word stands: index of the line in the document, columns."""

    line: int
    start: int
    end: int


@dataclass(slots=True)
class Word:
    """A word as it came. places: two where it is broken over a line's end.

    sentence: number of the sentence; starts: whether it begins one (or a line's item, or a heading).
    gap: what stands between it and the next word of the sentence, None at the sentence's end.
    text: as it came; read: as the repair reads it so far.
    """

    text: str
    places: tuple[Place, ...]
    sentence: int
    starts: bool
    gap: str | None = None
    read: str = ""
    end_sign: str = ""


def words_of(lines: Sequence[Line]) -> list[Word]:
    """All words of the document in reading order."""
    walk = _Walk()
    for index, line in enumerate(lines):
        if line.is_blank or _is_apart(line, lines[index - 1] if index else None):
            walk.part()
        if not line.is_blank:
            walk.line(index, line.text)
    return walk.words


@dataclass(slots=True)
class _Walk:
    """A walk over the document.

    fresh: the next word begins a sentence. gap: what stood since the last word on the lines before. broken: the last
    word, where its line ended in a hyphen right behind it.
    """

    words: list[Word] = field(default_factory=list)
    sentence: int = 0
    fresh: bool = True
    gap: str = ""
    broken: Word | None = None

    def part(self) -> None:
        """A paragraph or an item ends; a word broken at a page's end goes on behind the blank line all the same."""
        self.fresh = self.fresh or self.broken is None
        self.gap = ""

    def line(self, index: int, text: str) -> None:
        """Take in the words of a line."""
        last = 0
        for match in _matches(text):
            between = self.gap + text[last : match.start()]
            self.gap, last = "", match.end()
            place = Place(index, match.start(), match.end())
            if not self._goes_on(match.group(), place, between):
                self._add(match.group(), place, between)
        self._end(text, last)

    def _goes_on(self, text: str, place: Place, between: str) -> bool:
        """Whether the word was the second half of a broken one, and was joined to it."""
        word, self.broken = self.broken, None
        if word is None or between or not text[0].islower() or text in _JOINING:
            return False
        word.text = word.read = word.text + text
        word.places = (*word.places, place)
        return True

    def _add(self, text: str, place: Place, between: str) -> None:
        if self.words and not self.fresh and _divides(self.words[-1].text, between):
            self.words[-1].end_sign = next((sign for sign in between if sign in ".:!?"), "")
            self.fresh = True
        if self.fresh:
            self.sentence += 1
        else:
            self.words[-1].gap = between
        self.words.append(Word(text, (place,), self.sentence, self.fresh, read=text))
        self.fresh = False

    def _end(self, text: str, last: int) -> None:
        """The line's end: a word may break here, a sentence may stop."""
        rest = text[last:]
        breaks = last > 0 and rest.rstrip() in _HYPHENS and len(self.words[-1].places) == 1
        self.broken = self.words[-1] if breaks else None
        self.gap = "" if breaks else self.gap + rest + " "
        if self.words and not self.fresh and _ENDS.search(rest) and not _ABBREVIATION.search(text[:last] + "."):
            self.words[-1].end_sign = next(sign for sign in rest if sign in ".:!?")
            self.fresh, self.gap = True, ""


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The words of a line but those in addresses and code."""
    for chunk in _CHUNK.finditer(text):
        if not NO_WORDS.search(chunk.group()):
            yield from _WORD.finditer(text, chunk.start(), chunk.end())


def _divides(before: str, between: str) -> bool:
    if not _ENDS.search(between) or not re.search(r"[.:!?]\S*\s", between):
        return "\t" in between or " | " in between
    if ":" in between or "!" in between or "?" in between:
        return True
    return len(before) > 1 and not before.isdigit() and not _ABBREVIATION.search(before)


def _is_apart(line: Line, before: Line | None) -> bool:
    if before is None or line.role in (Role.HEADING, Role.ITEM, Role.TABLE_ROW):
        return True
    return before.role in (Role.HEADING, Role.TABLE_ROW) or bool(_BULLET.match(line.text))
