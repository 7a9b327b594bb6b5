# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which lines of a document look like scanned German that lost its umlauts, by the stretches they stand in.

Two signs must come together: far fewer umlauts than German has (about 1.6 letters in a hundred), and words that
no one types ("fiir", "kdnnen", "MaBnahmen"). Swiss spelling has its umlauts and lacks only ß; German typed without
umlauts ("fuer", "Massnahmen") has "ae", "oe", "ue" instead; English has none of the small German words. All stay as
they are. Works line by line in time linear in the length of the text and loads nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bruecke.reader.lines import Line
from bruecke.reader.repair.lexicon import listed
from bruecke.reader.repair.tokens import NO_WORDS

# German has about 1.6 umlauts and ß in a hundred letters; a stretch with fewer than this share is in question.
FEW = 0.0075
# Letters of a stretch that is looked at as one, and how many signs of damage it must show: a long one fewer for its
# length; a short one finds where damage begins and ends.
STRETCHES = ((1000, 2), (350, 3))
# A document of less than this shows little; one sign must do.
SHORT = 500
_WORD = re.compile(r"[^\W\d_]+")
_UMLAUT = re.compile(r"[äöüßÄÖÜẞ]")
_SMALL_WORDS = listed(
    "der die das und ist sind von mit den dem des im ein eine einer eines einem einen auf zu zum zur "
    "nicht sich auch als bei nach aus wird werden wir sie es an hat haben oder durch sowie wie dass unter "
    "am vom ihre unser unsere"
)
_ENGLISH = listed("the of and to for with is are that this by from as be or it which their its has have will")
# The most frequent words with umlauts, as a scanner without German reads them.
_DAMAGED = re.compile(
    r"\b(?:f(?:ii|i|l|li|ti|t|u|iu|it)r|Fi[ir]?r|da(?:fii|fli|fti|fi|fl|fu)r|(?:ii|ti|li|U|u|i|G)ber|gegen(?:ii|U|u|i|l|ti)ber|"
    r"k[deé6o]nn(?:en|te|ten)|m(?:ii|i|l|li|u|ti)ssen|m[deé6o]glich\w*|w[deéa]hrend|w(?:ii|i|l|li|ti)rden?|"
    r"zus[deéa]tzlich\w*|k(?:ii|i|l|li|u|ti)nftig\w*|F[deé6]rder\w*|sp[deéa]ter|n[deéa]chst\w*|"
    r"\w*(?:M|m)a(?:l?R|f?R|B|fS|S|l?3|8)nahm\w*|[Aa]u(?:l?R|f?R|f?B|S|fS|l?3|8|ll|fl)en\w*|[gG]r[oé6d](?:R|B|8|3)\w*)\b"
)
_PLAIN = listed("konnte konnten")  # right words, too
_IMPOSSIBLE = re.compile(
    r"[a-z](?:[BR](?=[a-z])|lR|[lf]3(?=[a-z])|[6&](?=[a-z]))|[b-hj-np-z]ii(?!er)[a-z]|[a-z]dnn|\b[6&][a-z]{3}"
)
_TYPED = re.compile(
    r"\b(?:fuer|ueber|koenn\w+|muess\w+|wuerd\w+|moegl\w+|waehrend|gegenueber|Massnahm\w+|\w+schaeft\w*|dafuer)\b"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What a stretch of text shows: counts that add up."""

    letters: int = 0
    words: int = 0
    small: int = 0
    english: int = 0
    umlauts: int = 0
    evidence: int = 0
    typed: int = 0

    @classmethod
    def of(cls, text: str) -> "Signs":
        """The signs of one line."""
        if NO_WORDS.search(text):
            text = " ".join(chunk for chunk in text.split() if not NO_WORDS.search(chunk))
        words = _WORD.findall(text)
        damaged = sum(m.group() not in _PLAIN for m in _DAMAGED.finditer(text)) + len(_IMPOSSIBLE.findall(text))
        return cls(
            letters=sum(map(len, words)),
            words=sum(len(word) > 1 for word in words),
            small=sum(word.lower() in _SMALL_WORDS for word in words),
            english=sum(word in _ENGLISH for word in words),
            umlauts=len(_UMLAUT.findall(text)),
            evidence=damaged,
            typed=len(_TYPED.findall(text)),
        )

    def __add__(self, other: "Signs") -> "Signs":
        return Signs(
            self.letters + other.letters,
            self.words + other.words,
            self.small + other.small,
            self.english + other.english,
            self.umlauts + other.umlauts,
            self.evidence + other.evidence,
            self.typed + other.typed,
        )

    def __sub__(self, other: "Signs") -> "Signs":
        return Signs(
            self.letters - other.letters,
            self.words - other.words,
            self.small - other.small,
            self.english - other.english,
            self.umlauts - other.umlauts,
            self.evidence - other.evidence,
            self.typed - other.typed,
        )

    @property
    def is_german(self) -> bool:
        """Whether the small words of German are there."""
        return self.small > 1 and self.small >= 0.12 * self.words and self.small > self.english

    @property
    def lacks_umlauts(self) -> bool:
        """Whether there are far fewer umlauts than German has."""
        return self.umlauts <= FEW * self.letters

    def is_damaged(self, least: int) -> bool:
        """Whether the stretch, by itself, is scanned German: it lacks umlauts and shows at least `least` signs."""
        return self.is_german and self.lacks_umlauts and self.typed <= self.evidence >= least

    @property
    def could_be(self) -> bool:
        """Too short or too poor to tell by itself; its neighbours decide."""
        unclear = self.words < 60 and self.english <= self.small + 1
        return self.lacks_umlauts and self.typed == 0 and (self.is_german or unclear)


def damaged_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes into `lines` of the lines that stand in damaged stretches."""
    printed = [index for index, line in enumerate(lines) if not line.is_blank]
    sums = [Signs()]
    for index in printed:
        sums.append(sums[-1] + Signs.of(lines[index].text))
    if not sums[-1].evidence:
        return frozenset()
    sure = _sure(sums)
    return frozenset(printed[number] for number in sure | _between(sums, sure))


def _sure(sums: Sequence[Signs]) -> set[int]:
    """Numbers of the lines in a damaged stretch, unless they show umlauts and no damage of their own."""
    found: set[int] = set()
    short = sums[-1].letters < SHORT
    for length, least in STRETCHES:
        for first, last in _stretches(sums, length):
            if (sums[last] - sums[first]).is_damaged(1 if short else least):
                found.update(number for number in range(first, last) if _joins(sums[number + 1] - sums[number]))
    return found


def _joins(own: Signs) -> bool:
    return own.evidence > 0 or (own.umlauts * 80 <= own.letters and own.english <= own.small + 1)


def _stretches(sums: Sequence[Signs], length: int) -> Iterator[tuple[int, int]]:
    """Overlapping stretches of about `length` letters, each begun a quarter behind the one before."""
    first, last, count = 0, 0, len(sums) - 1
    while last < count:
        step = last = first
        while last < count and sums[last].letters - sums[first].letters < length:
            last += 1
            if sums[last].letters - sums[first].letters <= length // 4:
                step = last
        yield first, last
        first = max(step, first + 1)


def _between(sums: Sequence[Signs], sure: set[int]) -> set[int]:
    """Lines between damaged ones, or beside them at the document's ends, that show nothing against it."""
    found: set[int] = set()
    edges = [-1, *sorted(sure), len(sums) - 1]
    for left, right in pairwise(edges):
        if sure and right - left > 1 and (sums[right] - sums[left + 1]).could_be:
            found.update(range(left + 1, right))
    return found
