# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Footnotes: small raised figures that a scanner reads as stray signs, found by the notes at the page's foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bruecke.reader.draft import Repair
from bruecke.reader.lines import Line

_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_NOTE = re.compile(
    r"^\s*(?P<number>\d{1,2}|[¹²³⁴-⁹]{1,2})(?P<gap>\s?)(?=(?:Vgl|Siehe|S\.|Ebd|Hierzu|Dazu|http|www|[A-ZÄÖÜ„]))"
)
_REFERRING = re.compile(r"^\s*(?:Vgl\.|Siehe |Ebd|Ebenda|Vergleiche )")
# What a raised figure is read as: one or two signs right behind a word or a sentence's end.
_MARK = re.compile(r"(?<=[^\W\d_])(?P<stop>[.,;:]?)(?P<mark>\?®|®\?|[?’'®*°”\"¹²³!]|[?’'®*°\"]{2})(?=$|\s)")
_ANCHOR = re.compile(r"(?<=[^\W\d_])(?P<stop>[.,;:]?)(?P<mark>\d{1,2}|[¹²³⁴-⁹]{1,2})(?=$|\s|[.,;])")
_QUESTION_WORDS = re.compile(r"\b(?:wer|was|wie|wo|wann|warum|welche\w*|wozu|ob)\b", re.IGNORECASE)
# How far above a page's foot its anchors stand.
_REACH = 90


@dataclass(frozen=True, slots=True)
class _Note:
    index: int
    number: int
    printed: bool


def footnote_repairs(lines: Sequence[Line], damaged: frozenset[int], taken: set[tuple[int, int]]) -> list[Repair]:
    """Figures for the notes' own numbers and for their marks in the text.

    `taken`: (line index, column) of signs that are quotation marks. A mark becomes a figure only if as many
    candidates stand above the notes as there are notes without an anchor, in the notes' order.
    """
    found: list[Repair] = []
    for block in _blocks(lines, damaged):
        found += [repair for note in block for repair in _numbering(lines, note)]
        found += _anchors(lines, damaged, block, taken)
    return found


def _blocks(lines: Sequence[Line], damaged: frozenset[int]) -> list[list[_Note]]:
    """Runs of notes at a page's foot: consecutive numbers close together, at least one of them printed."""
    blocks: list[list[_Note]] = []
    last = 0
    for index in sorted(damaged):
        match = _NOTE.match(lines[index].text)
        if not match:
            continue
        number = int(match["number"].translate(_SUPERSCRIPTS))
        standing = blocks[-1] if blocks else []
        if standing and number == standing[-1].number + 1 and index - standing[-1].index <= 12:
            standing.append(_Note(index, number, True))
            last = number
        elif _begins(lines, index, number, last):
            blocks.append([*_unnumbered(lines, index, number, last), _Note(index, number, True)])
            last = number
    return blocks


def _begins(lines: Sequence[Line], index: int, number: int, last: int) -> bool:
    """Whether a first note stands here: it refers to something, and its number goes on where the last one ended."""
    text = _NOTE.sub("", lines[index].text)
    return number in (1, last + 1, last + 2) and bool(_REFERRING.match(text))


def _unnumbered(lines: Sequence[Line], index: int, number: int, last: int) -> list[_Note]:
    """The note right above whose own number the scanner dropped."""
    if number - 1 <= last or number == 1:
        return []
    for above in range(index - 1, max(index - 8, -1), -1):
        if lines[above].is_blank:
            break
        if _REFERRING.match(lines[above].text):
            return [_Note(above, number - 1, False)]
    return []


def _numbering(lines: Sequence[Line], note: _Note) -> list[Repair]:
    line = lines[note.index]
    if not note.printed:
        start = len(line.text) - len(line.text.lstrip())
        return [Repair(line.number, start, "", f"{note.number} ", 0.85, "footnote")]
    match = _NOTE.match(line.text)
    if match is None or match["gap"]:
        return []
    return [Repair(line.number, match.start("number"), match["number"], f"{note.number} ", 0.9, "footnote")]


def _anchors(
    lines: Sequence[Line], damaged: frozenset[int], block: Sequence[_Note], taken: set[tuple[int, int]]
) -> list[Repair]:
    first = block[0].index
    above = [i for i in range(max(0, first - _REACH), first) if i in damaged]
    standing = {int(m["mark"].translate(_SUPERSCRIPTS)) for i in above for m in _ANCHOR.finditer(lines[i].text)}
    wanted = [note.number for note in block if note.number not in standing]
    marks = [
        (index, match)
        for index in above
        for match in _MARK.finditer(lines[index].text)
        if (index, match.start("mark")) not in taken and _is_mark(lines[index].text, match)
    ]
    if not wanted or len(marks) < len(wanted):
        return []
    confidence = 0.85 if len(marks) == len(wanted) else 0.6
    return [
        Repair(lines[index].number, match.start("mark"), match["mark"], str(number), confidence, "footnote")
        for (index, match), number in zip(marks[-len(wanted) :], wanted, strict=True)
    ]


def _is_mark(text: str, match: re.Match[str]) -> bool:
    """A question mark is one behind a noun of an item or line that asks nothing."""
    if match["mark"] not in "?!":
        return True
    return match["stop"] != "" or not _QUESTION_WORDS.search(text)
