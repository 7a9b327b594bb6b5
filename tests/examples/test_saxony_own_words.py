# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration strategy shares no sentence with the document it retells.

The document came out of a scanner, so words are compared with its misreadings forgiven: accents, long s and about one
letter in five. Names of institutions, chapters and documents may match; they are taken out of our text first.
"""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from tests.examples.saxony_outline import SAXONY

SOURCE = Path(__file__).parents[3] / "shared" / "source" / "leitlinien.txt"
LONGEST_RUN = 5
NAMES = (
    "Annual Political Dialogue (EU-Kohleplattform)",
    "Deutsch-Polnischen Raumordnungsausschuss (DP-ROA)",
    "Gemeinsames Zukunftskonzept für den deutsch-polnischen Verflechtungsraum",
    "Innovationsstrategie des Freistaates Sachsen",
    "sachsen digital 2030: besser, schneller, sicher",
    "S. 9, Zeile 251",
    "Entwicklungspolitisches Netzwerk Sachsen e. V.",
    "Kulturstiftung des Freistaates Sachsen",
    "Dresdner Forum für Internationale Politik",
)


def folded(text: str) -> list[str]:
    """Words of a text, lower case, without accents."""
    plain = unicodedata.normalize("NFD", text.lower().replace("ß", "ss"))
    return re.findall(r"[^\W_]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))


@cache
def alike(one: str, other: str) -> bool:
    """Whether two words may be the same word, one of them misread."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 2 or min(len(one), len(other)) < 3:
        return False
    return SequenceMatcher(None, one, other).ratio() >= 0.8


def longest_run(ours: list[str], theirs: list[str]) -> list[str]:
    """The longest stretch of consecutive words of `ours` that `theirs` holds too."""
    best: list[str] = []
    before = [0] * (len(theirs) + 1)
    for end, word in enumerate(ours, start=1):
        here = [0] * (len(theirs) + 1)
        for place, other in enumerate(theirs, start=1):
            if alike(word, other):
                here[place] = before[place - 1] + 1
        longest = max(here)
        if longest > len(best):
            best = ours[end - longest : end]
        before = here
    return best


def own_passages() -> list[str]:
    """Lines of strategy.md that are ours: neither headings nor names."""
    text = (SAXONY / "strategy.md").read_text(encoding="utf-8")
    for name in NAMES:
        text = text.replace(name, "·")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [part for line in lines for part in line.split("·") if part.strip()]


def test_no_run_of_words_is_the_documents_own() -> None:
    if not SOURCE.exists():
        pytest.skip("shared/source/leitlinien.txt is not beside the checkout: nothing to compare with")
    theirs = folded(SOURCE.read_text(encoding="utf-8"))
    copied = [run for line in own_passages() if len(run := longest_run(folded(line), theirs)) > LONGEST_RUN]
    assert [" ".join(run) for run in copied] == []


def test_a_sentence_of_the_document_would_be_found() -> None:
    if not SOURCE.exists():
        pytest.skip("shared/source/leitlinien.txt is not beside the checkout: nothing to compare with")
    theirs = folded(SOURCE.read_text(encoding="utf-8"))
    middle = theirs[len(theirs) // 2 : len(theirs) // 2 + 8]
    assert longest_run(["vorweg", *middle, "danach"], theirs) == middle
