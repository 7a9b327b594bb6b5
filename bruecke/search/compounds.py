# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""German compounds: whether a longer word is built with a given one. Pure; what is known comes from the vocabulary."""

from collections.abc import Set

SHORTEST = 4
"""Letters a part needs; shorter ones stand in too many words by chance."""

TELLING = 6
"""A part of so many letters is hardly ever in a word by chance: the rest need not be known."""

_LINKS = ("s", "es", "n", "en", "er", "e", "ns", "ens")
"""Fugenelemente between the parts, already folded."""

_PREFIX_LIST = "ab an auf aus be bei dar ein ent er ge mit miss nach um un ver vor wieder zer zu"
_PREFIXES = frozenset(_PREFIX_LIST.split())
"""With these a word is derived, not composed: "Ausstellung" is no kind of "Stellung"."""


def rests(word: str, part: str) -> tuple[str, str] | None:
    """What stands before and behind `part` in `word` (keys); None where it cannot be a compound with it."""
    if len(part) < SHORTEST or len(word) < len(part) + 2:
        return None
    at = len(word) - len(part) if word.endswith(part) else word.find(part)
    if at < 0:
        return None
    before, behind = word[:at], word[at + len(part) :]
    if before in _PREFIXES or len(before) in (1, 2) or len(behind) in (1, 2):
        return None
    return before, behind


def rest_forms(rest: str, *, is_before: bool) -> set[str]:
    """The words that `rest` may be: a link taken off, an ending put back ("hochschul", "hochschule")."""
    forms = {rest}
    for link in _LINKS:
        if is_before and rest.endswith(link):
            forms.add(rest[: -len(link)])
        if not is_before and rest.startswith(link):
            forms.add(rest[len(link) :])
    if is_before:
        forms |= {rest + "e", rest + "en"}
    return {form for form in forms if len(form) > 2}


def is_compound(word: str, part: str, known: Set[str]) -> bool:
    """Whether `word` is composed with `part`; `known` holds the words and keys of the vocabulary among rest_forms."""
    found = rests(word, part)
    if found is None:
        return False
    return all(
        not rest or (len(part) >= TELLING and len(rest) > 3) or bool(rest_forms(rest, is_before=is_before) & known)
        for rest, is_before in ((found[0], True), (found[1], False))
    )


def splits(word: str) -> list[tuple[str, str]]:
    """The pairs of words that `word` may be composed of, for a compound nobody wrote: first part without its link."""
    pairs = []
    for at in range(SHORTEST, len(word) - SHORTEST + 1):
        behind = word[at:]
        pairs += [(form, behind) for form in sorted(rest_forms(word[:at], is_before=True)) if len(form) >= SHORTEST]
    return pairs
