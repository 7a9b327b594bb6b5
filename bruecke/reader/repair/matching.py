# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words of the lexicon a string may stand for when letters of it were misread."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bruecke.reader.repair.confusions import EASY, Site, Unit
from bruecke.reader.repair.lexicon import UMLAUTS_ASIDE, Lexicon

# After these letters standard spelling has ß, so an "ss" that was read is another word ("Flüssen", not "Füssen").
_WRITTEN_SHARP = re.compile(r"(?:[aeä]u|[ei]e|[ae]i|f[uü]|gr[uüoö]|s[uü]|b[uü]|bl[oö]|st[oö]|kl[oö]|sp[aä]|str[aä])ss")
SWISS = 150
# A short vowel has no ß behind it ("Fassungen"), but for the spelling before 1996.
_SHORT_BEFORE_SHARP = re.compile(r"(?:(?<![eiauäo])[ei]|(?<!str)(?<!m)(?<!p)(?<!s)(?<!r)(?<!f)a)ß")
SHORT_VOWEL = 400
ODD = 150


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of a word: as it would be printed, and its cost in centibels."""

    text: str
    cost: int


# What a match is before it is printed: its cost, the units, the word of the lexicon they stand for.
Match = tuple[int, Sequence[Unit], str]


@dataclass(frozen=True, slots=True)
class Misread:
    """A string as it came, ready to be matched: its units, their letters without dots, where it may be misread."""

    units: tuple[Unit, ...]
    folds: tuple[str, ...]
    sites: tuple[Site, ...] = ()

    @classmethod
    def of(cls, units: Sequence[Unit], found: Sequence[Site] = ()) -> "Misread":
        """`found`: the sites of a string of which every unit is one letter; none where its letters are trusted."""
        folds = tuple([unit.known.translate(UMLAUTS_ASIDE) for unit in units])
        return cls(tuple(units), folds, tuple(found))

    def within(self, dearest: int) -> "Misread":
        """The same with the sites that cost at most `dearest`."""
        return Misread(self.units, self.folds, tuple([site for site in self.sites if site.cost <= dearest]))


def likeliest(matches: Iterable[Match]) -> Reading | None:
    """The cheapest of the matches as it is printed, None where there are none."""
    best = min(matches, key=_cost, default=None)
    return best and Reading(printed(best[1], best[2]), best[0])


def _cost(match: Match) -> int:
    return match[0]


def trusted(units: Sequence[Unit], lexicon: Lexicon) -> Iterator[Match]:
    """The words that `units` may stand for when nothing but dots was lost."""
    written = "".join([unit.known for unit in units])
    odd = ODD * sum(unit.odd for unit in units)
    rarity = lexicon.rarity.get(written)
    if rarity is not None:
        doubted = any(unit.sure for unit in units)
        yield rarity + odd + (_spelling_cost(units, written) if doubted else 0), units, written
    for word in lexicon.umlauted.get(written.translate(UMLAUTS_ASIDE), ()):
        if word != written and _may_be(units, word):
            lost = odd + EASY * sum(a != b for a, b in zip(written, word, strict=True))
            yield lexicon.rarity[word] + lost + _spelling_cost(units, word), units, word


def misread_once(read: Misread, lexicon: Lexicon, first: int, last: int) -> Iterator[Match]:
    """The words that the units from `first` to `last` may stand for when one place was misread, and dots were lost."""
    key, units = "".join(read.folds[first:last]), read.units
    umlauted, rarity = lexicon.umlauted, lexicon.rarity
    for site in read.sites:
        if site.start < first or site.end > last:
            continue
        changed = key[: site.start - first] + site.key + key[site.end - first :]
        if changed in umlauted or changed in rarity:
            now = (*units[first : site.start], site.unit, *units[site.end : last])
            for cost, read_as, word in trusted(now, lexicon):
                yield cost + site.cost, read_as, word


def misread_twice(read: Misread, lexicon: Lexicon) -> Iterator[Match]:
    """The words that the string may stand for when two places were misread."""
    key, units, places = "".join(read.folds), read.units, read.sites
    umlauted, rarity = lexicon.umlauted, lexicon.rarity
    for number, one in enumerate(places):
        head = key[: one.start] + one.key
        for two in places[number + 1 :]:
            if two.start < one.end:
                continue
            changed = head + key[one.end : two.start] + two.key + key[two.end :]
            if changed in umlauted or changed in rarity:
                between = units[one.end : two.start]
                now = (*units[: one.start], one.unit, *between, two.unit, *units[two.end :])
                for cost, read_as, word in trusted(now, lexicon):
                    yield cost + one.cost + two.cost, read_as, word


def _spelling_cost(units: Sequence[Unit], word: str) -> int:
    """What it costs to write "ss" where ß belongs, and the other way about."""
    if "ss" not in word:
        return 0
    if any(unit.true == "ß" for unit in units):
        return SHORT_VOWEL if _SHORT_BEFORE_SHARP.search(printed(units, word).lower()) else 0
    return SWISS if _WRITTEN_SHARP.search(word) else 0


def _may_be(units: Sequence[Unit], word: str) -> bool:
    place = 0
    for unit in units:
        piece = word[place : place + len(unit.known)]
        place += len(unit.known)
        if piece != unit.known and (unit.sure or piece.translate(UMLAUTS_ASIDE) != unit.known):
            return False
    return True


def printed(units: Sequence[Unit], word: str) -> str:
    """`word` in the letters, capitals and ß of the units that stand for it."""
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
        return unit.read.isupper() and len(unit.known) == 1 and not (changed and (unit.odd or not first))
    return first and unit.read in ("U", "O", "l", "|") and unit.true in ("ü", "ö", "i")
