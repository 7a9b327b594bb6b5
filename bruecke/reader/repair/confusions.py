# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a scanner without German in its model misreads German letters.

A wrong-language Tesseract model knows no ü, ä, ö, ß and takes what looks alike. Each entry says: this reading may
stand for that letter, at this cost in centibels (the less likely, the dearer). The costs follow the counts on scans
whose true text is known; rare ones are rounded. `EASY` is the loss of the dots alone, which is the rule and costs next
to nothing.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from bruecke.reader.repair.lexicon import UMLAUTS_ASIDE

EASY = 8

_UE = {
    "ii": 15, "ti": 60, "i": 70, "li": 115, "it": 90, "iti": 100, "iit": 90, "iu": 60, "ui": 110, "l": 85, "U": 8,
    "lU": 60, "lu": 110, "il": 110, "t": 170, "w": 190, "tu": 120, "a": 190, "éi": 160,
}  # fmt: skip
_UE_FIRST = {"(": 120, "G": 130, "(U": 100}
_AE = {
    "é": 20, "d": 80, "aé": 15, "éa": 15, "éi": 25, "ad": 90, "ai": 130, "da": 120, "4": 130, "i": 230,
}  # fmt: skip
_OE = {
    "é": 25, "6": 20, "d": 80, "oé": 15, "éo": 15, "do": 100, "od": 110, "O": 20, "&": 70, "s": 210, "dé": 50,
    "5": 150,
}  # fmt: skip
# ß is a tall stroke and a bowl: read as one letter, or as the stroke and the bowl apart.
_SZ = {
    "B": 10, "R": 10, "S": 60, "8": 40, "3": 50, "g": 210, "f": 55, "l": 100, "fl": 50, "ll": 70, "li": 90, "fi": 60,
    "lR": 10, "fR": 10, "l3": 20, "f3": 20, "fB": 10, "lB": 15, "fS": 20, "lS": 40, "Bl": 30, "fBl": 30, "lBl": 40,
    "lk": 120, "il": 130, "IR": 20, "Rl": 40, "I3": 30, "RR": 60, "BR": 60,
}  # fmt: skip
_LETTERS = {"q": ("g", 60), "I": ("l", 60), "0": ("o", 90), "1": ("l", 90)}
_LETTERS_FIRST = {"l": ("i", 60), "|": ("i", 60)}


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of what was read and what it stands for.

    read: as it came. known: as the lexicon writes it (casefolded; "ss" for ß). true: as it is to be printed, in lower
    case. sure: the letter was chosen by a confusion, so its dots are not up for debate any more. odd: a capital behind
    small letters, all but surely a misreading.
    """

    read: str
    known: str
    true: str
    sure: bool = False
    odd: bool = False


@dataclass(frozen=True, slots=True)
class Confusion:
    """`read` at any place (or only at the word's beginning) may stand for the unit's letter."""

    unit: Unit
    cost: int
    first_only: bool = False


def _table() -> dict[str, tuple[Confusion, ...]]:
    table: dict[str, list[Confusion]] = {}

    def enter(read: str, true: str, cost: int, *, first_only: bool = False) -> None:
        unit = Unit(read, "ss" if true == "ß" else true, true, sure=True)
        table.setdefault(read, []).append(Confusion(unit, cost, first_only))

    for true, costs in (("ü", _UE), ("ä", _AE), ("ö", _OE), ("ß", _SZ)):
        for read, cost in costs.items():
            enter(read, true, cost)
    for read, cost in _UE_FIRST.items():
        enter(read, "ü", cost, first_only=True)
    for read, (true, cost) in _LETTERS.items():
        enter(read, true, cost)
    for read, (true, cost) in _LETTERS_FIRST.items():
        enter(read, true, cost, first_only=True)
    return {read: tuple(found) for read, found in table.items()}


TABLE = _table()
LONGEST = max(map(len, TABLE))


@lru_cache(maxsize=512)
def plain(character: str) -> Unit:
    """The unit of a character read as what it is."""
    lower = character.lower() if len(character.lower()) == 1 else character
    return Unit(character, "ss" if lower == "ß" else lower, lower)


def plainly(word: str) -> tuple[Unit, ...]:
    """The units of a word read as what it is."""
    units = list(map(plain, word))
    for place in range(1, len(word)):
        if word[place].isupper() and word[place - 1].islower():
            units[place] = replace(units[place], odd=True)
    return tuple(units)


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a word where a confusion may have happened: columns, the unit, its cost, its letter without dots."""

    start: int
    end: int
    unit: Unit
    cost: int
    key: str


CERTAIN = 30
_MOST_CERTAIN = 8


def certain(read: str) -> list[tuple[tuple[Unit, ...], int]]:
    """`read` with every confusion that is all but certain ("ii", "é", "lR") undone, each way with its cost."""
    ways: list[tuple[tuple[Unit, ...], int]] = [((), 0)]
    as_read = plainly(read)
    place = 0
    while place < len(read):
        end, found = _certain_at(read, place)
        if not found:
            ways = [((*units, as_read[place]), cost) for units, cost in ways]
        elif len(ways) * len(found) <= _MOST_CERTAIN:
            ways = [((*units, one.unit), cost + one.cost) for units, cost in ways for one in found]
        else:
            ways = [((*units, found[0].unit), cost + found[0].cost) for units, cost in ways]
        place = end
    return [way for way in ways if way[1]]


def _certain_at(read: str, place: int) -> tuple[int, list[Confusion]]:
    for end in range(min(place + LONGEST, len(read)), place, -1):
        found = [c for c in TABLE.get(read[place:end], ()) if c.cost <= CERTAIN and place]
        if found:
            return end, sorted(found, key=lambda confusion: confusion.cost)
    return place + 1, []


def sites(read: str) -> list[Site]:
    """Every place of `read` where a confusion may have happened, from left to right."""
    found = []
    for start in range(len(read)):
        for end in range(start + 1, min(start + LONGEST, len(read)) + 1):
            for one in TABLE.get(read[start:end], ()):
                if not (one.first_only and start):
                    found.append(Site(start, end, one.unit, one.cost, one.unit.known.translate(UMLAUTS_ASIDE)))
    return found
