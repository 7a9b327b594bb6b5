# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One word at a time: what it may have been before the scanner misread it.

A word is looked up whole and, German being German, as a compound of known parts. Cost is centibels: how rare the word
is plus what its misreading costs. The reading as it came competes with all others on the same scale, so a frequent
word is never taken for a rare one, and a slip that a word list contains ("kunstliche") loses against the real word.
"""

from dataclasses import dataclass
from functools import lru_cache

from bruecke.reader.repair.compounds import LONGEST_WORD, UNKNOWN, compound, standing_cost
from bruecke.reader.repair.confusions import plain, sites
from bruecke.reader.repair.lexicon import german
from bruecke.reader.repair.matching import Misread, Reading, misread_once, misread_twice, trusted

# No compound or inflected form that the list lacks is more frequent than this.
COMPOUND_AT_LEAST = 640
# A first reading at most this dear is not doubted with misreadings of whole letters.
_WELL_KNOWN = 430
_GOOD_COMPOUND = 660


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
    whole, joined = _readings(word, standing)
    best = min((r for r in whole if r.text != word), key=lambda reading: reading.cost, default=None)
    if joined is None or joined.text == word or (best and best.cost <= max(joined.cost, COMPOUND_AT_LEAST)):
        return Doubt(word, standing, known is not None, best, best is not None)
    return Doubt(word, standing, known is not None, joined)


def easy_reading(word: str) -> Reading | None:
    """The likeliest reading of `word` that differs in lost dots only, whole, however unlikely it is."""
    found = [r for r in trusted(tuple(map(plain, word)), german()) if r.text != word]
    return min(found, key=lambda reading: reading.cost, default=None)


def _readings(word: str, standing: int) -> tuple[list[Reading], Reading | None]:
    """The readings of the word as a whole, and the best one as a compound where it was worth looking."""
    if len(word) > LONGEST_WORD:
        return [], None
    lexicon = german()
    whole = trusted(tuple(map(plain, word)), lexicon)
    if standing <= _WELL_KNOWN or _least(whole) <= _WELL_KNOWN:
        return whole, None
    misread = Misread.of(word, sites(word))
    whole += misread_once(misread, lexicon)
    if _least(whole) > COMPOUND_AT_LEAST and len(word) > 3:
        whole += misread_twice(misread, lexicon)
    if _least(whole) <= COMPOUND_AT_LEAST:
        return whole, None
    joined = compound(word, misread=False)
    if joined is None or joined.cost > _GOOD_COMPOUND:
        others = [c for c in (joined, compound(word, misread=True)) if c]
        joined = min(others, key=lambda reading: reading.cost, default=None)
    return whole, joined


def _least(readings: list[Reading]) -> int:
    return min((reading.cost for reading in readings), default=UNKNOWN)
