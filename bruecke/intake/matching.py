# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which measure of a new text is which standing measure: similarity of wording, chapter and place. Pure.

Exact wordings are found by their words; for the rest only standing measures that share rare words are compared, so
that the cost stays near linear. One standing measure is given away once, the best pairs first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bruecke.base.text import lower

THRESHOLD = 0.55
"""Below this score two measures are taken for different ones; a person may still say otherwise."""
SAME = 0.995
"""From this score on nothing but place may differ."""

_WORD = re.compile(r"\w+")
_CANDIDATES = 25
_COMMON = 200


@dataclass(frozen=True, slots=True)
class Text:
    """A measure to be compared. key: whose. place: 0..1, how far into the document it stands."""

    key: int
    wording: str
    chapter: str
    place: float


@dataclass(frozen=True, slots=True)
class Pair:
    """new and standing are keys; score 0..1."""

    new: int
    standing: int
    score: float


def normal(wording: str) -> str:
    """The words of a wording, case folded, one blank between."""
    return " ".join(_WORD.findall(lower(wording)))


def similarity(a: Text, b: Text) -> float:
    """0..1: nine tenths by the words, the rest by chapter and place."""
    left, right = normal(a.wording), normal(b.wording)
    return _score(left, right, a, b)


def _score(left: str, right: str, a: Text, b: Text) -> float:
    words = max(fuzz.ratio(left, right), 0.97 * fuzz.token_sort_ratio(left, right)) / 100
    chapter = 1.0 if lower(a.chapter) == lower(b.chapter) else 0.0
    return 0.9 * words + 0.07 * chapter + 0.03 * (1 - min(1.0, abs(a.place - b.place)))


def match(new: Sequence[Text], standing: Sequence[Text], threshold: float = THRESHOLD) -> list[Pair]:
    """The pairs above `threshold`, each text at most once, best first."""
    pairs = sorted(_pairs(new, standing, threshold), key=lambda pair: (-pair.score, pair.new, pair.standing))
    taken_new: set[int] = set()
    taken_standing: set[int] = set()
    chosen = []
    for pair in pairs:
        if pair.new not in taken_new and pair.standing not in taken_standing:
            chosen.append(pair)
            taken_new.add(pair.new)
            taken_standing.add(pair.standing)
    return chosen


def _pairs(new: Sequence[Text], standing: Sequence[Text], threshold: float) -> Iterator[Pair]:
    words = [normal(text.wording) for text in standing]
    index = _Index(words)
    for text in new:
        left = normal(text.wording)
        for position in index.candidates(left):
            score = _score(left, words[position], text, standing[position])
            if score >= threshold:
                yield Pair(text.key, standing[position].key, min(1.0, score))


class _Index:
    """Standing texts by their whole wording and by their rarer words."""

    def __init__(self, words: Sequence[str]) -> None:
        self.whole: dict[str, list[int]] = defaultdict(list)
        self.holding: dict[str, list[int]] = defaultdict(list)
        for position, text in enumerate(words):
            self.whole[text].append(position)
            for word in set(text.split()):
                self.holding[word].append(position)
        # In a small plan every word counts; in a large one words that are everywhere tell nothing.
        self.rare = max(_COMMON, len(words) // 50)

    def candidates(self, text: str) -> Iterable[int]:
        """Positions worth comparing with `text`."""
        if self.whole.get(text):
            return self.whole[text][:_CANDIDATES]
        votes: Counter[int] = Counter()
        for word in set(text.split()):
            holders = self.holding.get(word, [])
            if len(holders) <= self.rare:
                votes.update({position: 1 + 1 // len(holders) for position in holders})
        return [position for position, _ in votes.most_common(_CANDIDATES)]


def change_of(old: Text, new: Text) -> str:
    """What became of a standing measure: "kept", "reworded" or "moved" (to another chapter, wording unchanged)."""
    if normal(old.wording) != normal(new.wording):
        return "reworded"
    return "kept" if lower(old.chapter) == lower(new.chapter) else "moved"
