# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Footnotes at the foot of a page, in formats that only know lines (text, PDF).

A block of footnotes starts with a number and a note's words ("1 Vgl. ...", "2Vgl. ..."), in PDFs also with smaller
type at the end of a page. Scanners lose the first number and the page break: a first note without number is known
by the one that follows it, the end of a block by a blank line, a new page, or a line after a short one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bruecke.reader.lines import Line, Role

_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_START = re.compile(r"^\s*(?:(?P<raised>[⁰¹²³⁴-⁹]{1,3})|(?P<plain>\d{1,3}))(?P<gap>\s*)(?P<rest>\S.*)$")
# How notes begin in German and English papers; after a bare number nothing else is sure enough.
_NOTE_WORD = re.compile(
    r"^(?:Vgl|Siehe|S\.|s\.|Ebd|Ebenda|A\. ?a\. ?O|Quelle|Zit|Hierzu|Dazu|See|Cf|Ibid|Source|https?:|www\.)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"^\s*\[(?P<number>\d{1,3})\]:?\s+\S")
_CALL = re.compile(r"(?<=\S)\s?\[(\d{1,3})\]")
_SHORT = 0.75  # a line shorter than this share of the block's widest ends a paragraph
_SMALL = 0.93  # type smaller than this share of the body's is a note's
_LONGEST_NOTE = 15  # lines; more would be body text


def mark_footnotes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines, those of footnote blocks marked FOOTNOTE with the note's number as marker on its first line."""
    out = list(lines)
    body = _body_size(lines)
    index = 0
    while index < len(out):
        numbers = _block_at(out, index, body)
        for offset, number in enumerate(numbers):
            out[index + offset] = replace(out[index + offset], role=Role.FOOTNOTE, marker=number)
        index += max(1, len(numbers))
    for index, number in _bracketed(out).items():
        out[index] = replace(out[index], role=Role.FOOTNOTE, marker=number)
    return tuple(out)


def _bracketed(lines: Sequence[Line]) -> dict[int, str]:
    """Index → marker of the lines of notes such as "[1] Trade Report", where the text has called that "[1]" before."""
    found: dict[int, str] = {}
    called: set[str] = set()
    for index, line in enumerate(lines):
        begins = _BRACKET.match(line.text) if line.role is Role.TEXT else None
        before = lines[index - 1] if index else line
        if begins and (index - 1 in found or (before.is_blank and begins["number"] in called)):
            found[index] = begins["number"]
        elif index - 1 in found and line.role is Role.TEXT and not line.is_blank and line.page == before.page:
            found[index] = ""
        else:
            called.update(_CALL.findall(line.text))
    return found


def _block_at(lines: Sequence[Line], start: int, body: float | None) -> list[str]:
    """The marker of each line of the block that begins at `start` ("" where a note goes on); empty if none does."""
    first = _first_number(lines, start, body)
    if not first:
        return []
    markers = [first]
    widest = len(lines[start].text)
    since = 0
    for index in range(start + 1, len(lines)):
        line, before = lines[index], lines[index - 1]
        if line.role is not Role.TEXT or line.is_blank or line.page != before.page:
            break
        number = _next_number(line, markers, body)
        if not number and (_ends_before(line, before, widest, body) or since >= _LONGEST_NOTE):
            break
        since = 0 if number else since + 1
        widest = max(widest, len(line.text))
        markers.append(number)
    return markers


def _first_number(lines: Sequence[Line], start: int, body: float | None) -> str:
    """The number of the note that begins a block at `start`, "" if none does."""
    line = lines[start]
    if line.role is not Role.TEXT or line.is_blank or not _follows_a_break(lines, start, body):
        return ""
    if number := _note_number(line, body):
        return number
    return _lost_number(lines, start) if _NOTE_WORD.match(line.text.strip()) else ""


def _lost_number(lines: Sequence[Line], start: int) -> str:
    """The number before that of the next note in the same block: the scanner dropped it."""
    for line in lines[start + 1 : start + 1 + _LONGEST_NOTE]:
        if line.is_blank or line.role is not Role.TEXT:
            return ""
        number = _note_number(line, None)
        if number:
            return str(int(number) - 1) if int(number) > 1 else ""
    return ""


def _note_number(line: Line, body: float | None) -> str:
    """The number with which the line surely begins a note."""
    found = _START.match(line.text)
    if not found:
        return ""
    if found["raised"]:
        return found["raised"].translate(_DIGITS)
    is_note = _NOTE_WORD.match(found["rest"]) or (_is_small(line, body) and found["rest"][0].isalpha())
    return found["plain"] if is_note else ""


def _next_number(line: Line, markers: Sequence[str], body: float | None) -> str:
    """As `_note_number`; within a block the next number in sequence before a capital letter is enough."""
    if number := _note_number(line, body):
        return number
    found = _START.match(line.text)
    last = next(marker for marker in reversed(markers) if marker)
    if found and found["plain"] == str(int(last) + 1) and found["rest"][0].isupper():
        return found["plain"]
    return ""


def _follows_a_break(lines: Sequence[Line], index: int, body: float | None) -> bool:
    """Whether a blank line, furniture, a rule or a change to smaller type stands before the line."""
    if index == 0:
        return False
    before = lines[index - 1]
    changes_size = _is_small(lines[index], body) and not _is_small(before, body)
    return before.is_blank or before.role in (Role.FURNITURE, Role.FOOTNOTE) or changes_size


def _ends_before(line: Line, before: Line, widest: int, body: float | None) -> bool:
    """Whether body text resumes with `line`: bigger type, a page's leading blank, or after a paragraph's short end."""
    if _is_small(before, body) and line.size is not None:
        return not _is_small(line, body)
    indented = line.text[:1] == " " and before.text[:1] != " "
    return indented or len(before.text.rstrip()) < _SHORT * widest


def _is_small(line: Line, body: float | None) -> bool:
    return body is not None and line.size is not None and line.size < body * _SMALL


def _body_size(lines: Sequence[Line]) -> float | None:
    """The size in which most characters are set, None where the format knows no sizes."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.size is not None:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else None
