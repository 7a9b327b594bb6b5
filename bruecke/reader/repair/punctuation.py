# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotation marks, dashes, bullets and blanks that a scanner without German misreads."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bruecke.reader.draft import Repair
from bruecke.reader.lines import Line, Role

# An opening mark stands low and is read as a comma or two; nothing but a mark stands between a blank and a letter.
_OPENING = re.compile(r"(?:(?<=[\s(*_])|^)(?P<mark>[_.]?,,[.,]?|,\.|[,.]|<<|«)(?P<gap>\s?)(?=[A-Za-zÀ-ž0-9])")
_CLOSING = re.compile(r"(?<=[\wÀ-ž.!?)])(?P<mark>\?”|[“”*®‘’\"]|″)(?=$|[\s.,;:!?)\]])")
_TRUE_OPENING = re.compile(r"„")
_LONGEST_QUOTE = 400
_BULLET = re.compile(r"^(?P<blank>\s*)(?P<mark>[-—–~*«»_•]{1,3})(?P<gap>\s+)(?=\S)")
_TILDE = re.compile(r"(?<=\s)~(?=\s)")
_SUSPENDED = re.compile(r"(?<=\s)[—–](?=[a-zäöüß])")
_BLANKS = re.compile(r"(?<=\S) {2,3}(?=\S)")


@dataclass(frozen=True, slots=True)
class _Sign:
    index: int
    start: int
    text: str
    opens: bool


def quote_repairs(lines: Sequence[Line], damaged: frozenset[int]) -> list[Repair]:
    """„ and “ where an opening and a closing mark, misread or not, stand within a paragraph's reach of each other."""
    found = []
    opening: tuple[_Sign, int] | None = None
    for sign, place in _signs(lines, damaged):
        if sign.opens:
            if opening is None or sign.text == "„" or not _is_open(opening, place):
                opening = (sign, place)
        elif opening is not None:
            if _is_open(opening, place):
                found += _pair(lines, opening[0], sign)
            opening = None
    return found


def _is_open(opening: tuple[_Sign, int], place: int) -> bool:
    return place - opening[1] <= _LONGEST_QUOTE


def _signs(lines: Sequence[Line], damaged: frozenset[int]) -> Iterator[tuple[_Sign, int]]:
    """All marks in reading order with their distance from the document's beginning in characters."""
    place = 0
    for index in sorted(damaged):
        line = lines[index]
        if line.is_blank:
            # A paragraph's end is the quotation's, all but surely.
            place += _LONGEST_QUOTE // 2
            continue
        signs = [_Sign(index, m.start(), m.group(), True) for m in _openings(line.text)]
        signs += [_Sign(index, m.start(), m["mark"], False) for m in _CLOSING.finditer(line.text)]
        for sign in sorted(signs, key=lambda sign: sign.start):
            yield sign, place + sign.start
        place += len(line.text) + 1


def _openings(text: str) -> Iterator[re.Match[str]]:
    yield from _TRUE_OPENING.finditer(text)
    for match in _OPENING.finditer(text):
        if not match["gap"] or text[: match.start()].endswith("("):
            yield match


def _pair(lines: Sequence[Line], opening: _Sign, closing: _Sign) -> list[Repair]:
    certain = closing.text in ("“", "”", '"') and opening.text != "."
    confidence = 0.9 if certain else 0.75
    return [
        Repair(lines[sign.index].number, sign.start, sign.text, true, confidence, "quote")
        for sign, true in ((opening, "„"), (closing, "“"))
        if sign.text != true
    ]


def dash_repairs(lines: Sequence[Line], damaged: frozenset[int]) -> list[Repair]:
    """Bullets are made like the others of the document, "-regionen" gets its hyphen, a lone tilde is a dash.

    Whether a dash was printed long or short no one can tell from the scan; it stays as it came.
    """
    bullet = _usual_bullet(lines, damaged)
    dash = "—" if any("—" in lines[index].text for index in damaged) else "–"
    found = []
    for index in sorted(damaged):
        line = lines[index]
        found += _bullet_repair(line, bullet)
        for match in _SUSPENDED.finditer(line.text):
            found.append(Repair(line.number, match.start(), match.group(), "-", 0.8, "dash"))
        for match in _TILDE.finditer(line.text):
            found.append(Repair(line.number, match.start(), "~", dash, 0.8, "dash"))
    return found


def _usual_bullet(lines: Sequence[Line], damaged: frozenset[int]) -> str:
    marks = [m["mark"] for index in damaged if (m := _BULLET.match(lines[index].text))]
    return max(set(marks), key=lambda mark: (marks.count(mark), mark)) if marks else ""


def _bullet_repair(line: Line, usual: str) -> list[Repair]:
    match = _BULLET.match(line.text)
    if not match or not usual or match["mark"] == usual or len(match["mark"]) == 1:
        return []
    return [Repair(line.number, match.start("mark"), match["mark"], usual, 0.9, "bullet")]


def blank_repairs(lines: Sequence[Line], damaged: frozenset[int]) -> list[Repair]:
    """Blanks the scanner doubled or put before a line; columns of a table and indented text stay."""
    found = []
    for index in sorted(damaged):
        line = lines[index]
        if line.role is Role.TABLE_ROW or line.is_blank:
            continue
        gaps = list(_BLANKS.finditer(line.text))
        if len(gaps) <= 2:
            found += [Repair(line.number, m.start(), m.group(), " ", 0.9, "blank") for m in gaps]
        if re.match(r" \S", line.text) and not _indented_neighbour(lines, index):
            found.append(Repair(line.number, 0, " ", "", 0.9, "blank"))
    return found


def _indented_neighbour(lines: Sequence[Line], index: int) -> bool:
    nearby = [line.text for line in (*lines[max(0, index - 3) : index], *lines[index + 1 : index + 4])]
    return sum(text.startswith(" ") for text in nearby) > 1
