# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How office formats number lists and headings: counters of a multi-level list, and numbers as people print them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST_ROMAN = 3999
# Bullets of symbol fonts lie in the private use area; "o" is how Word draws a hollow one.
_PLAIN_BULLETS = "•-–—‣◦▪●○■□►➢✓*+→·"
BULLET = "•"


def printed(value: int, style: str) -> str:
    """A number as printed: style is "1", "I", "i", "A" or "a"; anything else counts as "1"."""
    if style in ("I", "i") and 0 < value <= _LARGEST_ROMAN:
        roman = _roman(value)
        return roman.upper() if style == "I" else roman
    if style in ("A", "a") and value > 0:
        # After z come aa, bb, cc, as Word and LibreOffice print them.
        letter = chr(ord(style) + (value - 1) % 26)
        return letter * min((value - 1) // 26 + 1, 20)
    return str(value)


def bullet(character: str) -> str:
    """The bullet as a character that every font has."""
    return character if character and character in _PLAIN_BULLETS else BULLET


def _roman(value: int) -> str:
    out = ""
    for number, letters in _ROMAN + _ROMAN_ONES:
        out += letters * (value // number)
        value %= number
    return out


@dataclass(slots=True)
class Counter:
    """The running numbers of one multi-level list; `starts` gives the first number of a level where it is not 1."""

    starts: Mapping[int, int] = field(default_factory=dict)
    values: dict[int, int] = field(default_factory=dict)

    def advance(self, level: int) -> None:
        """Count one item on `level` (0 = outermost); deeper levels begin anew."""
        self.values[level] = self.values.get(level, self.starts.get(level, 1) - 1) + 1
        for deeper in [other for other in self.values if other > level]:
            del self.values[deeper]

    def restart(self, level: int, start: int) -> None:
        """Let the next item on `level` be number `start`."""
        self.values[level] = start - 1

    def value(self, level: int) -> int:
        """The number that stands on `level` now."""
        return self.values.setdefault(level, self.starts.get(level, 1))

    def join(self, levels: Sequence[int], styles: Mapping[int, str]) -> str:
        """The numbers of several levels with dots between ("2.1")."""
        return ".".join(printed(self.value(level), styles.get(level, "1")) for level in levels)
