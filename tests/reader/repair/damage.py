# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Damage as scanners do it, for tests: clean German in, what a scanner without German makes of it out."""

import random

# What each letter is read as, by how often it was seen on real scans.
READ_AS = {
    "ü": {"ii": 60, "i": 12, "u": 10, "ti": 6, "l": 4, "U": 3, "it": 2, "iu": 2, "li": 1},
    "ä": {"a": 85, "é": 4, "d": 4, "aé": 2, "éa": 2, "éi": 1, "ad": 1},
    "ö": {"é": 35, "o": 35, "6": 8, "d": 12, "oé": 2, "O": 1},
    "ß": {
        "B": 25,
        "R": 20,
        "f": 12,
        "S": 8,
        "lR": 8,
        "fR": 5,
        "8": 5,
        "fl": 4,
        "li": 3,
        "l": 4,
        "3": 3,
        "l3": 3,
        "ll": 2,
    },
    "Ü": {"U": 1},
    "Ä": {"A": 1},
    "Ö": {"O": 1},
    "„": {",": 2, ",,": 3},
    "“": {"“": 4, "”": 3, "*": 1},
}


def damaged(text: str, seed: int = 1) -> str:
    """`text` misread; the same seed misreads alike."""
    chance = random.Random(seed)
    return "".join(_read(letter, chance) for letter in text)


def _read(letter: str, chance: random.Random) -> str:
    readings = READ_AS.get(letter)
    return chance.choices(list(readings), list(readings.values()))[0] if readings else letter
