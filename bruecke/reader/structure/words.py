# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Patterns for cue words that still match where a scanner misread an umlaut or a ß."""

import re
from functools import cache

_MISREAD = {
    "ä": "(?:ä|ae|[aéd])",
    "ö": "(?:ö|oe|[o6dé])",
    "ü": "(?:ü|ue|ii|[uil]|\\(b)",
    "ß": "(?:ß|ss|f?[bl]?[lr]|l?[bri3]|f[bil]|fb?l|s)",
}
_FOLD = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "é": "a", "6": "o", "1": "i", "l": "i", "|": "i", "j": "i"})
_SHARP_S = re.compile(r"ß|ss|(?<=[aeiou])(?:b|r|3|ii|ir)(?=[ent])")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


@cache
def loose(pattern: str) -> re.Pattern[str]:
    """Compile a pattern written in right German so that it also finds the usual misreadings; ignores case."""
    return re.compile("".join(_MISREAD.get(char, char) for char in pattern), re.IGNORECASE)


@cache
def exact(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that ignores case and nothing else."""
    return re.compile(pattern, re.IGNORECASE)


def word_set(text: str) -> frozenset[str]:
    """The words of a text as a set: how lists of words are written here."""
    return frozenset(text.split())


def skeleton(text: str) -> str:
    """A key by which two printings of one title are recognised: letters only, folded, misreadings levelled."""
    folded = _SHARP_S.sub("s", text.casefold()).translate(_FOLD)
    return _NOT_LETTERS.sub("", folded).replace("ii", "u").replace("u", "i")
