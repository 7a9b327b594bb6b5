# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The order of titles, as a stored key: the same on every database and in every locale."""

import re
import unicodedata
from functools import lru_cache

_DIGITS = re.compile(r"\d+")
_REST = re.compile(r"[^a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
_DIGIT_GROUP = 12


@lru_cache(maxsize=4096)
def sort_key(text: str, *, length: int = 300) -> str:
    """A key of ASCII letters, digits and spaces that sorts as DIN 5007-1 does: ä as a, ß as ss, numbers by value.

    Marks and punctuation do not count, so two texts may share a key; add the record's own key to tell them apart.
    At most `length` characters.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = _REST.sub(" ", "".join(c for c in folded if not unicodedata.combining(c)))
    return _DIGITS.sub(_padded, plain).strip()[:length].strip()


def _padded(match: re.Match[str]) -> str:
    return match.group().lstrip("0").zfill(_DIGIT_GROUP)
