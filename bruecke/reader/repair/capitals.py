# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ü or ü, Ö or ö at a word's beginning: a scanner without German prints a capital for both."""

import re

from bruecke.reader.repair.around import ARTICLES, PREPOSITIONS, Around
from bruecke.reader.repair.lexicon import german

_CAPITAL = re.compile(r"^[ÜÖ](?=[a-zäöüß])")
# What follows "über" in a noun.
_NOUN = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|tum|er|ern|gang|gangs|gänge[n]?|nahme|nahmen|blick|blicks|sicht|sichten|schuss|"
    r"schüsse[n]?|fall|fälle[n]?|tritt|tritte|zug|gabe|gaben|macht|maß|zahl|setzung|trag|träge|flug|reste?|briefe?|stunden?|weg|wege)$"
)
_ADJECTIVE = re.compile(r"(?:lich|isch|ig|end|bar|al|ell|t)(?:e[nrsm]?)?$")
_VERB = re.compile(r"(?:en|ln|rn|t|te|ten|ein)$")
_NEVER_NOUNS = frozenset({"über", "überall", "überhaupt", "öffnen", "öfter", "überdies", "übrigens", "übrig"})


def printed_initial(around: Around, text: str) -> str:
    """`text` with the initial that belongs there; only a capital Ü or Ö inside a sentence is looked at."""
    if not _CAPITAL.match(text) or around.word.starts:
        return text
    small = text[0].lower() + text[1:]
    if small in _NEVER_NOUNS:
        return small
    if text[0] == "Ü":
        return small if _is_verbal(around, small) else text
    # An adjective after an article, before its noun, is no name unless its font says so.
    before = around.key(-1)
    attributive = before in ARTICLES or before in PREPOSITIONS
    return small if attributive and _ADJECTIVE.search(small) and around.is_noun(1) and _is_compass(small) else text


def _is_verbal(around: Around, small: str) -> bool:
    """Whether the ending is a verb's or an adjective's, and neither the ending nor the words around make it a noun."""
    if around.key(-1) == "zu" and _VERB.search(small):
        return True
    if not (_ADJECTIVE.search(small) or _VERB.search(small)) or _NOUN.search(small):
        return False
    if _stands_as_noun(around):
        return False
    # What stands behind "über" in a verb or an adjective is a word by itself: "über|tragen", not "Über|gangsfristen".
    return not small.startswith("über") or german().of(small[4:].casefold()) is not None


def _stands_as_noun(around: Around) -> bool:
    """After an article, a preposition or a hyphen, and no noun and no adjective follows that it could belong to."""
    before = around.other(-1)
    if before is not None and before.gap == "-" and before.read[:1].isupper():
        return True
    follows = around.is_noun(1) or (around.is_noun(2) and around.key(1).endswith(("e", "en", "er", "es", "em")))
    return around.in_noun_phrase and not follows


def _is_compass(small: str) -> bool:
    return small.startswith(("östlich", "örtlich", "österlich"))
