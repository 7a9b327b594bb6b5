# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One form for words that people spell in several ways: case, ß, umlauts, accents."""

import unicodedata

_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ŧ": "t"})
"""Letters that Unicode does not take apart into a base letter and a mark."""

_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def fold(word: str) -> str:
    """ "Förderung", "Foerderung" and "Forderung" as "forderung"; "Wrocław" as "wroclaw".

    ae, oe and ue lose their e in every word, "neue" and "aktuell" too: both sides of a comparison are folded, so that
    variants meet and nothing is missed; two different words very rarely meet as well ("Poet", "Pot").
    """
    plain = strip_marks(lower(word))
    for written, base in _DIGRAPHS:
        plain = plain.replace(written, base)
    return plain


def lower(word: str) -> str:
    """Case folded, ß as ss, letters composed; accents stay."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())


def strip_marks(word: str, keep: str = "") -> str:
    """Accents removed, but not from the letters in `keep` ("äöü" for a stemmer that knows them)."""
    return "".join(
        letter if letter in keep else _base(letter) for letter in unicodedata.normalize("NFC", word)
    ).translate(_LETTERS)


def _base(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part))
