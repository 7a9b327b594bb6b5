# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of people folded so that spellings and scripts meet. Pure."""

import re

from anyascii import anyascii
from rapidfuzz import fuzz

ALIKE = 84
"""Score of 100 from which two names may be one person's: a slip of two letters in twelve."""

# The same sound in German, English, Polish and Czech spelling or in a transliteration.
_SOUNDS = (
    ("tsch", "c"),
    ("sch", "s"),
    ("tch", "c"),
    ("sz", "s"),
    ("sh", "s"),
    ("cz", "c"),
    ("ch", "c"),
    ("kh", "c"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
)
_DOUBLE = re.compile(r"(.)\1+")
_NO_LETTER = re.compile(r"[^a-z]+")


def name_key(name: str) -> str:
    """The words of a name in plain letters, sorted: "Müller, Jana" and "JANA MUELLER" give the same."""
    # A soft sign becomes an apostrophe inside the word.
    words = _NO_LETTER.split(anyascii(name).lower().replace("'", ""))
    return " ".join(sorted(_folded(word) for word in words if word))[:200]


def _folded(word: str) -> str:
    for spelt, sound in _SOUNDS:
        word = word.replace(spelt, sound)
    return _DOUBLE.sub(r"\1", word)


def are_alike(first: str, second: str) -> bool:
    """Whether two keys may be of one person."""
    return bool(first and second) and fuzz.ratio(first, second, score_cutoff=ALIKE) > 0
