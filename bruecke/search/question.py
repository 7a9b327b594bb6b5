# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed, as words and phrases, and as the keys to look for. Pure."""

import re
from dataclasses import dataclass

from bruecke.base.tokens import LONGEST, WORD, is_stop_word, key_of, keys_of_any

MOST_LETTERS = 300
MOST_ASKS = 12
_CHUNK = re.compile(r'["„“”«»]([^"„“”«»]*)["„“”«»]|[^\s"„“”«»]+')
_LANGUAGES = ("de", "en", "")


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked for: a word, or several that must follow each other. is_quoted: exactly these, no variants."""

    words: tuple[str, ...]
    is_quoted: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """Keys that satisfy a term together: one after the other if is_phrase, anywhere in the entry otherwise."""

    keys: tuple[str, ...]
    is_phrase: bool = True


@dataclass(frozen=True, slots=True)
class Term:
    """One of `ways` must be there. is_prefix: the last key of each is only the beginning of a word."""

    ways: tuple[Way, ...]
    is_prefix: bool = False


def asks(text: str) -> tuple[Ask, ...]:
    """The words and quoted phrases of a question; stop words only where nothing else is asked for."""
    found = [ask for match in _CHUNK.finditer(text[:MOST_LETTERS]) if (ask := _ask(match)).words][:MOST_ASKS]
    telling = [ask for ask in found if ask.is_quoted or len(ask.words) > 1 or not is_stop_word(ask.words[0])]
    return tuple(dict.fromkeys(telling or found))


def _ask(match: re.Match[str]) -> Ask:
    quoted = match.group(1)
    words = (word[:LONGEST] for word in WORD.findall(match.group() if quoted is None else quoted))
    return Ask(tuple(word for word in words if key_of(word, "")), quoted is not None)


def plain_ways(ask: Ask) -> tuple[Way, ...]:
    """The ways of an ask without any vocabulary: stems of each language; "Oder-Partnerschaft" as one word too."""
    phrases = [tuple(key_of(word, language) for word in ask.words) for language in _LANGUAGES]
    if len(ask.words) > 1 and not ask.is_quoted:
        phrases += [(key,) for key in keys_of_any("".join(ask.words))]
    return tuple(Way(keys) for keys in dict.fromkeys(phrases) if all(keys))
