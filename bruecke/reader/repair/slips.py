# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""ß read as a capital inside a word ("MaBnahmen") where the umlauts came through: only such words are looked at.

A scanner that knows umlauts may still miss ß. Nothing else of such text is in doubt, so no other word is touched, and a
word only if it is none as it stands and is one with ß.
"""

import re
from collections.abc import Collection, Sequence

from bruecke.reader.draft import Repair
from bruecke.reader.lines import Line
from bruecke.reader.repair.words import doubt

_SLIP = re.compile(r"(?<![\w@/.])[A-ZÄÖÜ]?[a-zäöü]+(?:[BR]|[lf]R|[lf]3)(?:[a-zäöü]+(?:[BR][a-zäöü]+)?)?(?![\w@/])")
# A single one may be somebody's way of writing a name.
_FEWEST = 2
_MARGIN = 150


def slip_repairs(lines: Sequence[Line], damaged: Collection[int]) -> list[Repair]:
    """Repairs of ß in lines that are not damaged otherwise; none where the document has fewer than two such words."""
    found = [
        (line, match) for index, line in enumerate(lines) if index not in damaged for match in _SLIP.finditer(line.text)
    ]
    if len(found) < _FEWEST:
        return []
    repairs = [repair for line, match in found if (repair := _mended(line, match)) is not None]
    return repairs if len(repairs) >= _FEWEST else []


def _mended(line: Line, match: re.Match[str]) -> Repair | None:
    answer = doubt(match.group())
    if (
        answer.known
        or answer.other is None
        or answer.margin < _MARGIN
        or not _is_only_sharp_s(answer.other.text, match)
    ):
        return None
    return Repair(line.number, match.start(), match.group(), answer.other.text, 0.9, "sharp_s")


def _is_only_sharp_s(text: str, match: re.Match[str]) -> bool:
    """Whether the reading keeps every letter but those that ß was read as."""
    pattern = re.sub(r"[lf]?[BR]|[lf]3", "ß", match.group())
    return text == pattern
