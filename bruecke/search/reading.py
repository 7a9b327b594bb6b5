# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an entry's texts come down to: keys in order for the engine, distinct words for the vocabulary. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from bruecke.base.text import fold
from bruecke.base.tokens import LONGEST, tokens

PUBLIC, MINISTRIES = "published", "ministries"

Word = tuple[str, str]
"""Surface and key."""

Tally = dict[Word, tuple[int, int]]
"""For each word 1 or 0: whether it counts for the public, and for staff."""

Texts = Iterable[Sequence[str]]
"""Pairs of language and text."""


def keys(texts: Texts) -> list[str]:
    """The keys of all words in order, "_" between texts."""
    found: list[str] = []
    for language, text in texts:
        found += (token.key for token in tokens(text, language))
        found.append("_")
    return found[:-1]


def tally(titles: Mapping[str, str], public: Texts, internal: Texts, visibility: str) -> Tally:
    """Which words of an entry the public and staff may be offered; none of what only named houses or a unit read."""
    if visibility not in {PUBLIC, MINISTRIES}:
        return {}
    open_words = _words(titles.items()) | _words(public)
    is_public = int(visibility == PUBLIC)
    return dict.fromkeys(open_words, (is_public, 1)) | {
        word: (0, 1) for word in _words(internal) if word not in open_words
    }


def folded(surface: str) -> str:
    """The form of a word that typos are measured against."""
    return fold(surface)[:LONGEST]


def _words(texts: Texts) -> set[Word]:
    return {(token.surface, token.key) for language, text in texts for token in tokens(text, language)}
