# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a rule of context says of a word."""

from collections.abc import Callable
from dataclasses import dataclass

from bruecke.reader.repair.around import Around


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the dots were there, and how sure that is (0..1). letters: whole letters may have been misread too."""

    dots: bool
    confidence: float
    letters: bool = False


@dataclass(slots=True)
class Families:
    """What the document's unmistakable words say of a mistakable family: how often "förder-" was surely meant."""

    promoting: int = 0


# A rule is asked with the word's surroundings and its key (folded); None where it does not know the word.
Rule = Callable[[Around, str, Families], Verdict | None]
