# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which of the two languages the reader knows a text is in."""

import re
from collections.abc import Iterable

from bruecke.reader.structure.words import word_set

_GERMAN = word_set(
    """
    der die das und ist wird werden mit für von den dem des im zu auf ein eine nicht sich wir
    """
)
_ENGLISH = word_set(
    """
    the of and is will to for with in on by are be that this we our shall from an
    """
)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 4000


def language(declared: str, texts: Iterable[str]) -> str:
    """ "de" or "en": what the file declares where it is one of them, else what the small words say; "de" for none."""
    known = declared.split("-")[0].lower()
    if known in ("de", "en"):
        return known
    german = english = 0
    for text in texts:
        for word in _WORD.findall(text.lower()):
            german += word in _GERMAN
            english += word in _ENGLISH
        if german + english > _ENOUGH:
            break
    return "en" if english > german else "de"
