# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words of the lexicon a string may stand for when letters of it were misread."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bruecke.reader.repair.confusions import EASY, Site, Unit, plain
from bruecke.reader.repair.lexicon import UMLAUTS_ASIDE, Lexicon

# After these letters standard spelling has ß, so an "ss" that was read is another word ("Flüssen", not "Füssen").
_WRITTEN_SHARP = re.compile(r"(?:[aeä]u|[ei]e|[ae]i|f[uü]|gr[uüoö]|s[uü]|b[uü]|bl[oö]|st[oö]|kl[oö]|sp[aä]|str[aä])ss")
SWISS = 150
# A short vowel has no ß behind it ("Fassungen"), but for the spelling before 1996.
_SHORT_BEFORE_SHARP = re.compile(r"(?:(?<![eiauäo])[ei]|(?<!str)(?<!m)(?<!p)(?<!s)(?<!r)(?<!f)a)ß")
SHORT_VOWEL = 400


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of a word: as it would be printed, and its cost in centibels."""

    text: str
    cost: int


@dataclass(frozen=True, slots=True)
class Misread:
    """A string as it came, ready to be matched: its units, its small letters without dots, where it may be misread."""

    units: tuple[Unit, ...]
    key: str
    sites: tuple[Site, ...]

    @classmethod
    def of(cls, read: str, found: Sequence[Site]) -> "Misread":
        """`found`: the sites of `read`; none where its letters are to be trusted."""
        units = tuple(map(plain, read))
        # "ß" is two letters in the lexicon: sites are columns of what was read, so they work on a key of one a letter.
        key = "".join([unit.known for unit in units]).translate(UMLAUTS_ASIDE)
        return cls(units, key, tuple(found) if len(key) == len(units) else ())

    def part(self, start: int, end: int) -> "Misread":
        """The stretch of it between two columns."""
        inside = [
            Site(s.start - start, s.end - start, s.unit, s.cost, s.key)
            for s in self.sites
            if s.start >= start and s.end <= end
        ]
        return Misread(self.units[start:end], self.key[start:end], tuple(inside))


def trusted(units: Sequence[Unit], lexicon: Lexicon) -> list[Reading]:
    """The words that `units` may stand for when nothing but dots was lost."""
    written = "".join([unit.known for unit in units])
    found = []
    rarity = lexicon.rarity.get(written)
    if rarity is not None:
        doubted = any(unit.sure for unit in units)
        swiss = _spelling_cost(units, written) if doubted else 0
        found.append(Reading(_printed(units, written), rarity + swiss))
    for word in lexicon.umlauted.get(written.translate(UMLAUTS_ASIDE), ()):
        if word != written and _may_be(units, word):
            lost = EASY * sum(a != b for a, b in zip(written, word, strict=True))
            cost = lexicon.rarity[word] + lost + _spelling_cost(units, word)
            found.append(Reading(_printed(units, word), cost))
    return found


def misread_once(read: Misread, lexicon: Lexicon) -> Iterator[Reading]:
    """The words that the string may stand for when one place was misread, and dots were lost besides."""
    key, units = read.key, read.units
    for site in read.sites:
        changed = key[: site.start] + site.key + key[site.end :]
        if changed in lexicon.umlauted or changed in lexicon.rarity:
            now = (*units[: site.start], site.unit, *units[site.end :])
            for reading in trusted(now, lexicon):
                yield Reading(reading.text, reading.cost + site.cost)


def misread_twice(read: Misread, lexicon: Lexicon) -> Iterator[Reading]:
    """The words that the string may stand for when two places were misread."""
    key, units, places = read.key, read.units, read.sites
    for number, one in enumerate(places):
        head = key[: one.start] + one.key
        for two in places[number + 1 :]:
            if two.start < one.end:
                continue
            changed = head + key[one.end : two.start] + two.key + key[two.end :]
            if changed in lexicon.umlauted or changed in lexicon.rarity:
                between = units[one.end : two.start]
                now = (*units[: one.start], one.unit, *between, two.unit, *units[two.end :])
                for reading in trusted(now, lexicon):
                    yield Reading(reading.text, reading.cost + one.cost + two.cost)


def _spelling_cost(units: Sequence[Unit], word: str) -> int:
    """What it costs to write "ss" where ß belongs, and the other way about."""
    if "ss" not in word:
        return 0
    if any(unit.true == "ß" for unit in units):
        return SHORT_VOWEL if _SHORT_BEFORE_SHARP.search(_printed(units, word).lower()) else 0
    return SWISS if _WRITTEN_SHARP.search(word) else 0


def _may_be(units: Sequence[Unit], word: str) -> bool:
    place = 0
    for unit in units:
        piece = word[place : place + len(unit.known)]
        place += len(unit.known)
        if piece != unit.known and (unit.sure or piece.translate(UMLAUTS_ASIDE) != unit.known):
            return False
    return True


def _printed(units: Sequence[Unit], word: str) -> str:
    pieces: list[str] = []
    place = 0
    for unit in units:
        piece = unit.true if unit.true == "ß" else word[place : place + len(unit.known)]
        place += len(unit.known)
        capital = _is_capital(unit, piece != unit.known, first=not pieces)
        pieces.append(piece.upper() if capital else piece)
    return "".join(pieces)


def _is_capital(unit: Unit, changed: bool, *, first: bool) -> bool:
    """Inside a word the capital is part of the misreading: "landerUbergreifend" has no Ü."""
    if not unit.sure:
        return unit.read.isupper() and len(unit.known) == 1 and (first or not changed)
    return first and unit.read in ("U", "O", "l", "|") and unit.true in ("ü", "ö", "i")
