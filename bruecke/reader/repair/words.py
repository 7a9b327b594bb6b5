# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One word at a time: what it may have been before the scanner misread it.

A word is looked up whole and, German being German, as a compound of known parts. Cost is centibels: how rare the word
is plus what its misreading costs. The reading as it came competes with all others on the same scale, so a frequent
word is never taken for a rare one, and a slip that a word list contains ("kunstliche") loses against the real word.
"""

from dataclasses import dataclass
from functools import lru_cache

from bruecke.reader.repair.compounds import DEAREST_SITE, LONGEST_WORD, UNKNOWN, compound, standing_cost
from bruecke.reader.repair.confusions import certain, plainly, sites
from bruecke.reader.repair.lexicon import german
from bruecke.reader.repair.matching import (
    ODD,
    Match,
    Misread,
    Reading,
    likeliest,
    misread_once,
    misread_twice,
    printed,
    trusted,
)

# No compound or inflected form that the list lacks is more frequent than this.
COMPOUND_AT_LEAST = 640
# A first reading at most this dear is not doubted with misreadings of whole letters.
_WELL_KNOWN = 430
_GOOD_COMPOUND = 660
# Two misreadings are looked for in words of at most this length; longer ones are compounds.
_LONGEST_TWICE = 30
_GOOD_UNDONE = 900


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word as it came and its best other reading.

    cost: of the word as it came. other: None where nothing else is thinkable. known: whether the lexicon has
    the word as it came, whole. other_known: whether it has the other one, whole. Two compounds are weighed by their
    parts; a compound is never weighed as more frequent than `COMPOUND_AT_LEAST` against a whole word.
    """

    word: str
    cost: int
    known: bool
    other: Reading | None
    other_known: bool = False

    @property
    def margin(self) -> int:
        """Centibels by which the other reading is the likelier one; negative where it is not."""
        if self.other is None:
            return -UNKNOWN
        if self.known == self.other_known:
            return self.cost - self.other.cost
        if self.known:
            return self.cost - max(self.other.cost, COMPOUND_AT_LEAST)
        return max(self.cost, COMPOUND_AT_LEAST) - self.other.cost


@lru_cache(maxsize=1 << 17)
def doubt(word: str) -> Doubt:
    """What `word` (letters, and the signs that letters are misread as) may have been."""
    lexicon = german()
    known = lexicon.of(word.casefold())
    standing = known if known is not None else standing_cost(word, lexicon)
    standing += ODD * sum(unit.odd for unit in plainly(word))
    whole, joined = _readings(word, standing)
    best = min((r for r in whole if r.text != word), key=lambda reading: reading.cost, default=None)
    if joined is None or joined.text == word or (best and best.cost <= max(joined.cost, COMPOUND_AT_LEAST)):
        return Doubt(word, standing, known is not None, best, best is not None)
    return Doubt(word, standing, known is not None, joined)


def easy_reading(word: str) -> Reading | None:
    """The likeliest reading of `word` that differs in lost dots only, whole, however unlikely it is."""
    found = trusted(plainly(word), german())
    return likeliest(match for match in found if printed(match[1], match[2]) != word)


def _readings(word: str, standing: int) -> tuple[list[Reading], Reading | None]:
    """The readings of the word as a whole, and the best one as a compound where it was worth looking."""
    if len(word) > LONGEST_WORD:
        return [], None
    lexicon = german()
    whole = list(trusted(plainly(word), lexicon))
    if standing <= _WELL_KNOWN or _least(whole) <= _WELL_KNOWN:
        return _printed(whole), None
    units = plainly(word)
    # "ß" is two letters in the lexicon, but sites are columns of what was read: a word with one is trusted.
    misread = Misread.of(units, () if "ß" in word else sites(word))
    whole += misread_once(misread, lexicon, 0, len(word))
    if _least(whole) > COMPOUND_AT_LEAST and 3 < len(word) <= _LONGEST_TWICE:
        whole += misread_twice(misread, lexicon)
    if _least(whole) <= COMPOUND_AT_LEAST:
        return _printed(whole), None
    return _printed(whole), _joined(word, misread)


def _joined(word: str, misread: Misread) -> Reading | None:
    """The best reading as a compound: as it came, with the certain misreadings undone, at last with all thinkable."""
    found = [compound(Misread.of(misread.units))]
    for units, cost in certain(word) if _dearer(found, _GOOD_COMPOUND) else ():
        undone = compound(Misread.of(units))
        found.append(undone and Reading(undone.text, undone.cost + cost))
    if _dearer(found, _GOOD_UNDONE):
        found.append(compound(misread.within(DEAREST_SITE)))
    return min((reading for reading in found if reading), key=lambda reading: reading.cost, default=None)


def _dearer(found: list[Reading | None], limit: int) -> bool:
    return all(reading is None or reading.cost > limit for reading in found)


def _printed(matches: list[Match]) -> list[Reading]:
    return [Reading(printed(units, word), cost) for cost, units, word in matches]


def _least(matches: list[Match]) -> int:
    return min((match[0] for match in matches), default=UNKNOWN)
