# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of a text and the keys they are found by: Snowball stems in German and English, folded words elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import snowballstemmer

from bruecke.base.text import fold, lower, strip_marks

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
"""A run of letters and digits, with the marks of decomposed letters."""

_SIGNS = re.compile(r"[\W_]+")

LONGEST = 64
"""Characters of a word that count; more is no word, and PostgreSQL refuses lexemes over 2 kB."""

_STEMMERS = {"de": snowballstemmer.stemmer("german"), "en": snowballstemmer.stemmer("english")}
_LOCK = Lock()  # a Snowball stemmer keeps the word it works on in itself

_STOP_WORDS = (
    "aber als am an auch auf aus bei bis da damit das dass dem den der des die dies diese dieser dieses durch ein "
    "eine einem einen einer eines er es für hat im in ist mit nach nicht noch nur oder ob sich sie sind so sowie "
    "über um und unter vom von vor war was wer wie wir wird zu zum zur zwischen "
    "a an and are as at be by for from has have i if in into is it its not of on or that the their this to was what "
    "which who will with"
)
STOP = frozenset(_STOP_WORDS.split())
"""Words a question may hold that nobody looks for (German and English), case folded."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: surface is text[start:end]; key is what it is found by."""

    start: int
    end: int
    surface: str
    key: str


def tokens(text: str, language: str) -> Iterator[Token]:
    """The words of `text` in order. language: BCP 47 code; its stemmer where there is one."""
    for found in WORD.finditer(text):
        surface = found.group()[:LONGEST]
        if key := key_of(surface, language):
            yield Token(found.start(), found.end(), surface, key)


@lru_cache(maxsize=65536)
def key_of(word: str, language: str) -> str:
    """The folded stem of `word` in `language`; its folded form where no stemmer is known. May be "" for odd signs."""
    stemmer = _STEMMERS.get(language[:2])
    if stemmer is None:
        return _plain(fold(word))
    known = strip_marks(lower(word), keep="äöü" if language.startswith("de") else "")
    with _LOCK:
        stem = stemmer.stemWord(known)
    return _plain(fold(stem))


def keys_of_any(word: str) -> tuple[str, ...]:
    """All keys a text in any language may hold for `word`; a question does not say its language."""
    keys = (key_of(word, "de"), key_of(word, "en"), key_of(word, ""))
    return tuple(dict.fromkeys(key for key in keys if key))


def is_stop_word(word: str) -> bool:
    """Whether nobody looks for `word` by itself."""
    return lower(word) in STOP


def _plain(word: str) -> str:
    """Letters and digits only, so that no engine reads an operator in it."""
    return _SIGNS.sub("", word)[:LONGEST]
