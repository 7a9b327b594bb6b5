# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words around a word, in the form the context rules ask for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bruecke.reader.repair.lexicon import UMLAUTS_ASIDE, listed
from bruecke.reader.repair.tokens import Word

ARTICLES = listed(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner unser "
    "unsere unseren unserem unserer ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dieser "
    "diese dieses diesen diesem jeder jede jedes jeden jedem mein meine meinen alle aller allen manche "
    "manchen solche solchen welche welchen"
)
PREPOSITIONS = listed(
    "in im an am auf aus bei beim mit nach von vom zu zum zur durch fur ohne gegen um uber unter vor "
    "zwischen neben hinter seit trotz wegen ins ans"
)
# Words that follow a verb but never stand between an adjective and its noun.
AFTER_VERBS = ARTICLES | listed(
    "wir sie er es ich man sich nicht auch und oder sowie bzw dabei damit daher dadurch daruber "
    "insbesondere vor allem noch wollen sollen konnen mussen werden wird soll kann muss will mochte "
    "mochten"
)
_FROM_VERB = re.compile(r"[.,;:()!?]")
# How many words of a sentence are looked at to each side.
_FARTHEST = 60


def folded(word: str) -> str:
    """The word in small letters without its dots; ß stays."""
    return word.lower().translate(UMLAUTS_ASIDE)


@dataclass(slots=True)
class Around:
    """Word number `at` of the document's `words` and what surrounds it in its sentence."""

    words: Sequence[Word]
    at: int

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.words[self.at]

    def other(self, offset: int) -> Word | None:
        """The word `offset` places away in the same sentence."""
        index = self.at + offset
        if not 0 <= index < len(self.words) or self.words[index].sentence != self.word.sentence:
            return None
        return self.words[index]

    def key(self, offset: int) -> str:
        """That word folded, "" where there is none."""
        other = self.other(offset)
        return folded(other.read) if other else ""

    def is_noun(self, offset: int) -> bool:
        """Whether that word is printed with a capital inside the sentence."""
        other = self.other(offset)
        return bool(other and other.read[:1].isupper() and not other.starts)

    @property
    def closes(self) -> bool:
        """Whether the clause ends with the word: a sign follows, or nothing of the sentence."""
        return self.word.gap is None or bool(_FROM_VERB.search(self.word.gap))

    @property
    def follows_comma(self) -> bool:
        """Whether a comma stands right before the word."""
        before = self.other(-1)
        return before is not None and "," in (before.gap or "")

    @property
    def in_noun_phrase(self) -> bool:
        """Whether an article, a preposition or an adjective's ending stands right before the word."""
        before = self.key(-1)
        return before in ARTICLES or before in PREPOSITIONS

    def before(self) -> list[str]:
        """The words of the sentence before the word, folded, nearest first."""
        return self._walk(-1)

    def after(self) -> list[str]:
        """The words of the sentence after the word, folded, nearest first."""
        return self._walk(1)

    def sentence(self) -> list[str]:
        """All other words of the sentence, folded."""
        return self.before()[::-1] + self.after()

    def closes_later(self, names: frozenset[str]) -> bool:
        """Whether one of `names` ends a clause behind the word: the split-off first half of its verb."""
        for offset in range(1, _FARTHEST):
            other = self.other(offset)
            if other is None:
                return False
            if folded(other.read) in names and (other.gap is None or "," in other.gap):
                return True
        return False

    def end_sign(self) -> str:
        """The sign the sentence ends with, "" where none was seen."""
        index = self.at
        while index + 1 < len(self.words) and self.words[index + 1].sentence == self.word.sentence:
            index += 1
            if index == self.at + 2 * _FARTHEST:
                return ""
        return self.words[index].end_sign

    def _walk(self, step: int) -> list[str]:
        found = []
        index = self.at + step
        while 0 <= index < len(self.words) and self.words[index].sentence == self.word.sentence:
            found.append(folded(self.words[index].read))
            index += step
            if len(found) == _FARTHEST:
                break
        return found
