# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which stretches of a document look like scanned German that lost its umlauts.

Two signs must come together: far fewer umlauts than German has (about 1.6 letters in a hundred), and words that
no one types ("fiir", "kdnnen", "MaBnahmen"). Swiss spelling has its umlauts and lacks only ß; German typed without
umlauts ("fuer", "Massnahmen") has "ae", "oe", "ue" instead; English has none of the small German words. All stay as
they are. Works line by line in time linear in the length of the text and loads nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bruecke.reader.lines import Line
from bruecke.reader.repair.lexicon import listed

# German has about 1.6 umlauts and ß in a hundred letters; a stretch with fewer than this share is in question.
FEW = 0.0075
# Lines of a stretch where the document has no pages.
STRETCH = 40
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_UMLAUT = re.compile(r"[äöüßÄÖÜẞ]")
_SMALL_WORDS = listed(
    "der die das und ist sind von mit den dem des im ein eine einer eines einem einen auf zu zum zur "
    "nicht sich auch als bei nach aus wird werden wir sie es an hat haben oder durch sowie wie dass unter "
    "am vom ihre unser unsere"
)
# The most frequent words with umlauts, as a scanner without German reads them.
_DAMAGED = re.compile(
    r"\b(?:f(?:ii|i|l|li|ti|t|u|iu|it)r|Fi[ir]?r|da(?:fii|fli|fti|fi|fl|fu)r|(?:ii|ti|li|U|u|i|G)ber|gegen(?:ii|U|u|i|l|ti)ber|"
    r"k[deé6o]nn(?:en|te|ten)|m(?:ii|i|l|li|u|ti)ssen|m[deé6o]glich\w*|w[deéa]hrend|w(?:ii|i|l|li|ti)rden?|"
    r"zus[deéa]tzlich\w*|k(?:ii|i|l|li|u|ti)nftig\w*|F[deé6]rder\w*|sp[deéa]ter|n[deéa]chst\w*|"
    r"\w*(?:M|m)a(?:l?R|f?R|B|fS|S|l?3|8)nahm\w*|[Aa]u(?:l?R|f?R|f?B|S|fS|l?3|8|ll|fl)en\w*|[gG]r[oé6d](?:R|B|8|3)\w*)\b"
)
_PLAIN = listed("konnten")
_IMPOSSIBLE = re.compile(
    r"[a-z](?:[BR](?=[a-z])|lR|[lf]3(?=[a-z])|[6&](?=[a-z]))|[b-hj-np-z]ii(?!er)[a-z]|[a-z]dnn|\b[6&][a-z]{3}"
)
_TYPED = re.compile(
    r"\b(?:fuer|ueber|koenn\w+|muess\w+|wuerd\w+|moegl\w+|waehrend|gegenueber|Massnahm\w+|\w+schaeft\w*|dafuer)\b"
)


@dataclass(slots=True)
class _Stretch:
    lines: list[int]
    letters: int = 0
    words: int = 0
    small: int = 0
    umlauts: int = 0
    evidence: int = 0
    typed: int = 0

    def count(self, text: str) -> None:
        self.letters += len(_LETTER.findall(text))
        words = _WORD.findall(text)
        self.words += len(words)
        self.small += sum(word.lower() in _SMALL_WORDS for word in words)
        self.umlauts += len(_UMLAUT.findall(text))
        self.evidence += sum(m.group() not in _PLAIN for m in _DAMAGED.finditer(text))
        self.evidence += len(_IMPOSSIBLE.findall(text))
        self.typed += len(_TYPED.findall(text))

    @property
    def is_german(self) -> bool:
        return self.words > 0 and self.small / self.words >= 0.12

    @property
    def lacks_umlauts(self) -> bool:
        return self.umlauts <= FEW * self.letters

    @property
    def is_damaged(self) -> bool:
        if not self.is_german or not self.lacks_umlauts or self.typed > self.evidence:
            return False
        enough = 1 if self.letters < 500 else 2 + self.letters // 4000
        return self.evidence >= enough

    @property
    def could_be(self) -> bool:
        """Too short or too poor to tell by itself; its neighbours decide."""
        return self.lacks_umlauts and self.typed == 0 and (self.is_german or self.words < 60)


def damaged_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Indexes into `lines` of the lines that stand in damaged stretches."""
    stretches = _stretches(lines)
    sure = [stretch.is_damaged for stretch in stretches]
    found: set[int] = set()
    for index, stretch in enumerate(stretches):
        nearby = sure[max(0, index - 1) : index + 2]
        if sure[index] or (any(nearby) and stretch.could_be):
            found.update(stretch.lines)
    return frozenset(found)


def _stretches(lines: Sequence[Line]) -> list[_Stretch]:
    stretches: list[_Stretch] = []
    page = None
    for index, line in enumerate(lines):
        if line.is_blank and stretches:
            stretches[-1].lines.append(index)
            continue
        if not stretches or line.page != page or len(stretches[-1].lines) >= STRETCH:
            stretches.append(_Stretch([]))
        page = line.page
        stretches[-1].lines.append(index)
        stretches[-1].count(line.text)
    return stretches
