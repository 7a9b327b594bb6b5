# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""German compounds: a word that no list has, as known parts one after the other, each as it came or misread."""

from functools import lru_cache

from bruecke.reader.repair.lexicon import RAREST, Lexicon, german, listed
from bruecke.reader.repair.matching import Match, Misread, Reading, likeliest, misread_once, trusted

# What an unknown word costs: somewhat more than the rarest known one, and more with every letter.
UNKNOWN = RAREST + 60
UNKNOWN_LETTER = 22
LONGEST_WORD = 60
# Parts of a compound occur together far more often than by chance.
_JOIN = -250
_LINK = 25
# A form that the list lacks although it has the stem is rare or does not exist ("Kraften" beside "Kraft").
_INFLECTED_AT_LEAST = 720
_UNLIKELY_INFLECTED = 900
_FREQUENT_PLURAL = 620
_LONGEST_PART = 22
DEAREST_SITE = 130
_RAREST_PART = {3: 455, 4: 560, 5: 610, 6: 690, 7: 690}
_RAREST_LONG_PART = 740
# The most frequent words join no more compounds than frequent ones.
_MOST_FREQUENT_PART = 400
# Short parts turn up in any string of letters.
_SHORT_PART = {3: 70, 4: 20}
_LINKS = ("s", "n", "en", "es")
_LAST_LETTERS = "nsermt"
_ENDINGS = ("en", "er", "es", "em", "e", "n", "s", "t")
# Small words join no compound from behind; they would make one of any string ("andern|den", "for|der").
_SMALL_WORDS = listed(
    "den der die das des dem und ist sie ein eine einen einem einer eines wir ihr war hat von mit bei auf "
    "aus als wie nur man mir ihm uns sein seine sind was wer wenn dass denn oder aber auch nicht noch "
    "sich ich kann iger igen ige"
)


def standing_cost(word: str, lexicon: Lexicon) -> int:
    """Cost of the word as it came, read as a compound or an inflected form, at most that of an unknown word."""
    unknown = UNKNOWN + UNKNOWN_LETTER * len(word)
    length = len(word)
    if length > LONGEST_WORD:
        return unknown
    lower = word.lower()
    best: list[int | None] = [0, *[None] * length]
    for start in range(length - 2):
        before = best[start]
        if before is None:
            continue
        for end in range(start + 3, min(start + _LONGEST_PART, length) + 1):
            piece = lower[start:end]
            cost = None if start and piece in _SMALL_WORDS else _plain_part(piece, end == length)
            if cost is None:
                continue
            total = before + cost + (_JOIN if start else 0)
            standing = best[end]
            best[end] = total if standing is None else min(standing, total)
    found = best[length]
    return unknown if found is None else min(found, unknown)


def compound(word: Misread) -> Reading | None:
    """The best reading of a word as known parts or an inflected form; one site of each part may be misread."""
    length = len(word.units)
    best: list[Reading | None] = [Reading("", 0), *[None] * length]
    for start in range(length - 2):
        before = best[start]
        if before is None:
            continue
        for end in range(start + 3, min(start + _LONGEST_PART, length) + 1):
            part = _part(word, start, end)
            if part is None or (start and part.text in _SMALL_WORDS):
                continue
            cost = before.cost + part.cost + (_JOIN if start else 0)
            standing = best[end]
            if standing is None or cost < standing.cost:
                best[end] = Reading(before.text + part.text, cost)
    return best[length]


def _rarest_part(length: int) -> int:
    return _RAREST_PART.get(length, _RAREST_LONG_PART)


@lru_cache(maxsize=1 << 18)
def _plain_part(part: str, last: bool) -> int | None:
    """Cost of a part as it came; parts may end in a linking letter, the last one in an inflection."""
    rarity = german().rarity
    costs = []
    for length, least, link in _stems(part, last):
        found = rarity.get(part[:length].replace("ß", "ss"))
        if found is not None and found <= _rarest_part(length):
            costs.append(max(max(found, _MOST_FREQUENT_PART) + link + _SHORT_PART.get(length, 0), least))
    return min(costs, default=None)


def _part(word: Misread, start: int, end: int) -> Reading | None:
    readings = []
    last = end == len(word.units)
    for length, least, link in _stems("".join([unit.true for unit in word.units[start:end]]), last):
        best = likeliest(_stem_matches(word, start, start + length))
        if best is not None:
            ending = "".join([unit.read for unit in word.units[start + length : end]])
            cost = max(best.cost, _MOST_FREQUENT_PART) + link + _SHORT_PART.get(length, 0)
            readings.append(Reading(best.text + ending, max(cost, least)))
    return min(readings, key=lambda reading: reading.cost, default=None)


@lru_cache(maxsize=1 << 16)
def _plural_has_dots(part: str) -> bool:
    """Whether the part ends like a frequent plural with an umlaut ("-vorschlage"), so that it is no other form."""
    lexicon = german()
    for start in range(len(part) - 4):
        tail = part[start:]
        for word in lexicon.umlauted.get(tail, ()):
            rarity = lexicon.rarity[word]
            if rarity <= _FREQUENT_PLURAL and lexicon.rarity.get(tail, RAREST) > rarity + 60:
                return True
    return False


def _stem_matches(word: Misread, start: int, end: int) -> list[Match]:
    """The words a part may stand for; a misreading does not count for how rare they may be."""
    lexicon = german()
    length = end - start
    limit = _rarest_part(length)
    key = "".join(word.folds[start:end])
    found = []
    if key in lexicon.rarity or key in lexicon.umlauted:
        found = [match for match in trusted(word.units[start:end], lexicon) if match[0] <= limit]
    if word.sites and (length >= 4 or not all(unit.read.isalpha() for unit in word.units[start:end])):
        dearest = limit + DEAREST_SITE
        found += [match for match in misread_once(word, lexicon, start, end) if match[0] <= dearest]
    return found


def _stems(part: str, last: bool) -> list[tuple[int, int, int]]:
    """Lengths of the part itself and of what is left without inflection or link, with its least cost and the link's."""
    stems = [(len(part), 0, 0)]
    if part[-1] not in _LAST_LETTERS:
        return stems
    least = 0
    if last:
        least = _UNLIKELY_INFLECTED if _plural_has_dots(part) else _INFLECTED_AT_LEAST
    for ending in _ENDINGS if last else _LINKS:
        length = len(part) - len(ending)
        shortest = 4 if last or ending == "s" else 5
        if length >= shortest and part.endswith(ending):
            stems.append((length, least, 0 if last else _LINK))
    return stems


def with_dotted_ending(word: str) -> str | None:
    """`word` with the dots of its last part, where that is a known word with dots and the rest is known."""
    lexicon = german()
    lower = word.lower()
    for start in range(3, len(word) - 3):
        if _plain_part(lower[:start], last=False) is None:
            continue
        found = lexicon.umlauted.get(lower[start:], ())
        known = [dotted for dotted in found if lexicon.rarity[dotted] <= _FREQUENT_PLURAL]
        if known:
            return word[:start] + min(known, key=lexicon.rarity.__getitem__)
    return None
