# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places a text names: countries, regions, cities, world regions, and countries by their adjective."""

import re
from functools import cache
from unicodedata import normalize

from bruecke.reader.draft import Mention, MentionType
from bruecke.reader.structure.gazetteer import adjective_stems, names
from bruecke.reader.structure.words import word_set

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|U\.S\.|&")
_ACCENTS = re.compile("[\u0300-\u036f]")
_UMLAUT = re.compile("[äöüÄÖÜ]")
_GENITIVE = re.compile(r"(?:s|es|'s|’s|n|en)$")
_INFLECTED = re.compile(r"^(?P<stem>.+?)(?P<ending>e[rsnm]?|s)?$")
_AMBIGUOUS = word_set(
    """
    Jordan Chad Georgia Guinea Turkey Mali Man Malta
    """
)
_LANGUAGE = re.compile(r"[\s-]*(?:sprach|kurs|unterricht|language|Sprach|class|lesson|course)")


def places(text: str) -> list[Mention]:
    """Every place named, in order of appearance; longest name first where names overlap."""
    words = list(_WORD.finditer(text))
    found: list[Mention] = []
    index = 0
    while index < len(words):
        match = _longest(text, words, index) or _adjective(text, words[index])
        if match:
            found.append(match)
            while index < len(words) and words[index].start() < match.end:
                index += 1
        else:
            index += 1
    return found


def is_place(text: str) -> bool:
    """Whether a text is a place's name and nothing else, but for a bracket or "darunter ..." after it."""
    found = places(text)
    if not found or found[0].start > 4:
        return False
    rest = text[found[0].end :].strip()
    return not rest or (bool(re.match(r"[(,;–—/.-]", rest)) and len(found) >= 1)


def _longest(text: str, words: list[re.Match[str]], index: int) -> Mention | None:
    start = words[index].start()
    if not text[start].isupper():
        return None
    first = words[index].group()
    for count in range(min(_widths().get(first, 1), len(words) - index), 0, -1):
        end = words[index + count - 1].end()
        if (code := _code(text[start:end])) is not None and not _part_of_word(text, start, end):
            return Mention(MentionType.PLACE, text[start:end], start, end, code)
    return None


def _part_of_word(text: str, start: int, end: int) -> bool:
    """Whether letters join on directly."""
    return text[end : end + 1].isalnum() or (start > 0 and text[start - 1].isalnum())


def _code(name: str) -> str | None:
    known = names()
    if name in known:
        return known[name]
    for ending in ("s", "es", "’s", "'s", "n", "en"):
        stem = name.removesuffix(ending)
        if stem != name and len(stem) > 3 and stem in known and stem not in _AMBIGUOUS:
            return known[stem]
    if (plain := _ACCENTS.sub("", normalize("NFD", name))) != name and not _UMLAUT.search(name):
        return _code(plain)
    return _plural_adjective(name)


@cache
def _plural_adjective(name: str) -> str | None:
    """A name whose adjective is inflected: "Tschechischen Republik", "Vereinigten Arabischen Emiraten"."""
    parts = name.split()
    if len(parts) < 2:
        return None
    return _inflected_names().get(_stemmed(parts))


@cache
def _inflected_names() -> dict[tuple[str, ...], str]:
    return {_stemmed(name.split()): code for name, code in names().items() if " " in name}


def _stemmed(parts: list[str]) -> tuple[str, ...]:
    return tuple(re.sub(r"(?:e[rsnm]?|n|s)$", "", part) if len(part) > 4 else part for part in parts)


@cache
def _widths() -> dict[str, int]:
    """First word of a name in any inflection → most words that a name beginning with it has."""
    widest: dict[str, int] = {}
    for name in names():
        parts = _WORD.findall(name)
        if len(parts) < 2:
            continue
        stem = re.sub(r"(?:e[rsnm]?)$", "", parts[0]) if len(parts[0]) > 4 else parts[0]
        for form in {parts[0], *(stem + ending for ending in ("e", "er", "es", "en", "em", ""))}:
            widest[form] = max(widest.get(form, 1), len(parts))
    return widest


def _adjective(text: str, word: re.Match[str]) -> Mention | None:
    lowered = word.group().lower()
    stems = adjective_stems()
    for ending in ("", "e", "er", "es", "en", "em"):
        stem = lowered.removesuffix(ending) if ending else lowered
        if (stem != lowered or not ending) and (code := stems.get(stem)):
            # "Schwedisch und Finnisch": a capital and no ending, the language.
            names_language = not ending and word.group()[0].isupper() and stem.endswith("sch")
            if names_language and text[word.end() : word.end() + 1] != "-":
                return None
            if _LANGUAGE.match(text, word.end()) or (not stem.endswith("sch") and not word.group()[0].isupper()):
                return None
            return Mention(MentionType.PLACE, word.group(), word.start(), word.end(), code)
    return None
