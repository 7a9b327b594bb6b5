# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what was typed to what is looked for: variants, compounds, corrections, all from the reader's own vocabulary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bruecke.accounts.principal import Principal
from bruecke.base.tokens import is_stop_word, keys_of_any
from bruecke.records.state import until_written
from bruecke.search import compounds, vocabulary
from bruecke.search.question import Ask, Term, Way, asks, plain_ways
from bruecke.search.reading import folded
from bruecke.search.vocabulary import Row

MOST_COMPOUNDS = 60
MOST_CORRECTIONS = 3
SHORTEST_TYPO = 4
"""Letters a word needs to be corrected."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Nobody writes `typed` here; `meant` was looked for instead."""

    typed: str
    meant: str


@dataclass(frozen=True, slots=True)
class Understood:
    """terms: what the engine looks for. keys: of all words to mark. also: compounds looked for besides, as written."""

    terms: tuple[Term, ...]
    keys: frozenset[str] = frozenset()
    corrections: tuple[Correction, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class _Word:
    """One asked word on its way: keys it may have, compounds with it, words it is corrected to or split into."""

    surface: str
    keys: tuple[str, ...]
    is_known: bool = False
    compounds: Sequence[Row] = ()
    meant: Sequence[Row] = ()
    split: tuple[str, str] | None = None


def counted_for(principal: Principal) -> str:
    """The column of the vocabulary that `principal` is offered words from."""
    return "staff_count" if principal.is_staff else "public_count"


def understand(text: str, *, principal: Principal) -> Understood:
    """What `text` asks for; at most seven statements, whatever the size of the vocabulary. No terms: nothing asked."""
    return _understand(text, counted_for(principal))


@until_written(maxsize=64)
def _understand(text: str, count: str) -> Understood:
    """From the vocabulary alone: who asks decides on nothing but the column `count`."""
    asked = asks(text)
    words = [_Word(ask.words[0], keys_of_any(ask.words[0])) for ask in asked if _is_free(ask)]
    _look_up(words, count)
    lost = [word for word in words if not word.is_known and not word.compounds and not word.split]
    _correct(lost, count)
    _add_compounds([word for word in lost if word.meant], count)
    by_surface = {word.surface: word for word in words}
    terms = [_term(ask, by_surface.get(ask.words[0]) if _is_free(ask) else None) for ask in asked]
    return Understood(
        terms=tuple(term for term in terms if term.ways),
        keys=frozenset(key for term in terms for way in term.ways for key in way.keys),
        corrections=tuple(Correction(word.surface, word.meant[0][2]) for word in words if word.meant),
        also=tuple({row[0]: row[2] for word in words for row in reversed(word.compounds)}.values())[::-1],
    )


def _is_free(ask: Ask) -> bool:
    return len(ask.words) == 1 and not ask.is_quoted


def _look_up(words: list[_Word], count: str) -> None:
    """Which words the vocabulary has, compounds with them, or the parts of one nobody wrote; three statements."""
    pairs = {word.surface: compounds.splits(word.keys[0]) for word in words}
    parts = {part for found in pairs.values() for pair in found for part in pair}
    known = vocabulary.known(parts.union(*(word.keys for word in words)), count=count)
    _add_compounds(words, count)
    for word in words:
        word.is_known = bool(known & set(word.keys))
        if not word.is_known and not word.compounds:
            whole = [pair for pair in pairs[word.surface] if known.issuperset(pair)]
            word.split = max(whole, key=lambda pair: min(map(len, pair)), default=None)


def _add_compounds(words: list[_Word], count: str) -> None:
    """Two statements: longer words that hold one of the keys, and which of their other parts are words."""
    parts = {word.surface: _parts(word) for word in words if not is_stop_word(word.surface)}
    longer = vocabulary.containing(sorted({part for found in parts.values() for part in found}), count=count)
    pairs = [(key, part) for key, *_ in longer for found in parts.values() for part in found if part in key]
    known = vocabulary.known(_unsure_rests(pairs), count=count)
    for word in words:
        found = parts.get(word.surface, ())
        rows = [row for row in longer if any(compounds.is_compound(row[0], part, known) for part in found)]
        word.compounds = rows[:MOST_COMPOUNDS]


def _parts(word: _Word) -> tuple[str, ...]:
    """Keys of the word, or of what it was corrected to, that are long enough to be looked for inside others."""
    keys = [row[0] for row in word.meant] or word.keys
    return tuple(key for key in dict.fromkeys(keys) if len(key) >= compounds.SHORTEST)


def _unsure_rests(pairs: Iterable[tuple[str, str]]) -> set[str]:
    forms: set[str] = set()
    for key, part in pairs:
        if rests := compounds.rests(key, part):
            forms |= compounds.rest_forms(rests[0], is_before=True) if rests[0] else set()
            forms |= compounds.rest_forms(rests[1], is_before=False) if rests[1] else set()
    return forms


def _correct(words: list[_Word], count: str) -> None:
    """What the words may be slips of; one statement for all."""
    typed = {word.surface: folded(word.surface) for word in words}
    wrong = {surface: form for surface, form in typed.items() if len(form) >= SHORTEST_TYPO and not form.isdigit()}
    rows = vocabulary.similar(sorted(wrong.values()), count=count)
    for word in words:
        if word.surface in wrong:
            word.meant = _nearest(wrong[word.surface], rows)


def _nearest(typed: str, rows: Sequence[Row]) -> list[Row]:
    """As few letters off as any, the most used first; one slip in a short word, two in a longer one."""
    most = 1 if len(typed) < 6 else 2
    near = [(OSA.distance(typed, row[1], score_cutoff=most), row) for row in rows]
    least = min((distance for distance, _ in near), default=most + 1)
    if least > most:
        return []
    best = {row[0]: row for distance, row in reversed(near) if distance == least}
    return sorted(best.values(), key=lambda row: (-row[3], row[2]))[:MOST_CORRECTIONS]


def _term(ask: Ask, word: _Word | None) -> Term:
    ways = list(plain_ways(ask))
    if word is not None:
        ways += [Way((row[0],)) for row in (*word.compounds, *word.meant)]
        if word.split:
            keys = [keys_of_any(part) for part in word.split]
            ways += [Way((first, second), is_phrase=False) for first in keys[0] for second in keys[1]]
    return Term(tuple(dict.fromkeys(ways)))
