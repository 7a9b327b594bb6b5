# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of a document with their places, over line breaks and hyphens, and the sentence each stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
    words: list[Word] = []
    sentence = 0
    fresh = True
    gap = ""
    pending: Word | None = None
    for index, line in enumerate(lines):
        if line.is_blank or _is_apart(line, lines[index - 1] if index else None):
            # A word broken at a page's end goes on behind the blank line; a sentence too, unless it had ended.
            if pending is None and (line.is_blank or not fresh):
                fresh = True
            gap = ""
        if line.is_blank:
            continue
        last = 0
        for match in _matches(line.text):
            between = gap + line.text[last : match.start()]
            gap = ""
            last = match.end()
            place = Place(index, match.start(), match.end())
            if pending is not None:
                if between == "" and match.group()[0].islower() and match.group() not in _JOINING:
                    pending.text += match.group()
                    pending.read = pending.text
                    pending.places = (*pending.places, place)
                    pending = None
                    continue
                pending = None
            if words and not fresh and _divides(words[-1].text, between):
                words[-1].end_sign = next((c for c in between if c in ".:!?"), "")
                fresh = True
            if fresh:
                sentence += 1
            elif words:
                words[-1].gap = between
            words.append(Word(match.group(), (place,), sentence, fresh, read=match.group()))
            fresh = False
        rest = line.text[last:]
        pending = words[-1] if words and rest in ("-", "¬", "\u00ad") and last else None
        gap = "" if pending else gap + rest + " "
        if words and not fresh and _ENDS.search(rest) and not _ABBREVIATION.search(line.text[:last] + "."):
            words[-1].end_sign = next(c for c in rest if c in ".:!?")
            fresh, gap = True, ""
    return words


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
