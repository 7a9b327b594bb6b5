# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Footnotes and where they are called: the mark in the text is found and taken out of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bruecke.reader.draft import Span
from bruecke.reader.lines import Line, Role
from bruecke.reader.structure.flow import join

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PRINTED = re.compile(r"^\s*(?:[⁰¹²³⁴-⁹]+|\d{1,3}[.)]?|\[\^?\w+\]:?|\*+)\s*(?=\S)")
_CERTAIN = re.compile(r"(?<=\S)\s?(?P<raised>[⁰¹²³⁴-⁹]+)|(?<=\S)\s?\[\^?(?P<bracket>\w{1,20})\]")
_GLUED = re.compile(r"(?:(?<=[a-zäöüß]{3})|(?<=[\w)][.,;:”“\"’]))(?P<digits>\d{1,2})(?=\s*$|\s+[A-ZÄÖÜ]|[.,;:])")
_SCANNED = re.compile(r"(?<=[\w.)])[’‘'*®©°?!]{1,2}[®©°]?\s*$")
_QUESTION = re.compile(
    r"^\W*(?:w(?:er|ie|as|o|ann|arum|elche\w*|ozu)|ob|what|how|why|who|which|is|are|do|does|can)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote. place: line and column of its mark, None where none was found. guessed: the mark is illegible."""

    number: str
    text: str
    lines: Span
    place: tuple[int, int] | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Notes:
    """notes: in order. lines: the document's lines without the marks."""

    notes: tuple[Note, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    line: int
    start: int
    end: int
    number: str
    index: int


def notes(lines: Sequence[Line]) -> Notes:
    """Find every footnote and its mark. Certain marks first, then digits that were not raised, then what a scanner
    made of a mark, the last only where a block of notes and the marks before it agree in number."""
    groups = list(_groups(lines))
    found = {id(group): mark for group, mark in _certain(lines, groups)}
    found.update({id(group): mark for group, mark in _scanned(lines, groups, found)})
    result = tuple(_note(group, found.get(id(group))) for group in groups)
    return Notes(result, _without(lines, found.values()))


def _groups(lines: Sequence[Line]) -> Iterable[list[Line]]:
    """The lines of each footnote."""
    group: list[Line] = []
    for line in lines:
        if line.role is not Role.FOOTNOTE or line.is_blank:
            continue
        if line.marker and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _note(group: list[Line], mark: _Mark | None) -> Note:
    first = group[0]
    text = join([(first.number, _PRINTED.sub("", first.text) if first.marker else first.text)])
    flow = join([(first.number, text.text), *((line.number, line.text) for line in group[1:])])
    place = (mark.line, mark.start) if mark else None
    span = (first.number, group[-1].number)
    return Note(first.marker.strip("[]^.:)( "), flow.text, span, place, bool(mark and not mark.number))


def _marks(lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterable[_Mark]:
    for index, line in enumerate(lines):
        if line.role in (Role.FOOTNOTE, Role.FURNITURE):
            continue
        for match in pattern.finditer(line.text):
            number = next((value for value in match.groupdict().values() if value), "")
            yield _Mark(line.number, match.start(), match.end(), number.translate(_RAISED), index)


def _certain(lines: Sequence[Line], groups: list[list[Line]]) -> Iterable[tuple[list[Line], _Mark]]:
    """Notes whose number stands raised, in brackets or at a word's end; each mark serves one note."""
    for pattern in (_CERTAIN, _GLUED):
        by_number: dict[str, list[_Mark]] = {}
        for mark in _marks(lines, pattern) if groups else ():
            by_number.setdefault(mark.number, []).append(mark)
        rest: list[list[Line]] = []
        for group in groups:
            candidates = by_number.get(group[0].marker.strip("[]^.:)( "), [])
            before = [mark for mark in candidates if mark.line < group[0].number]
            if not candidates or (pattern is _GLUED and not before):
                rest.append(group)
                continue
            chosen = (before or candidates)[-1]
            candidates.remove(chosen)
            yield group, chosen
        groups = rest


def _scanned(
    lines: Sequence[Line], groups: list[list[Line]], found: dict[int, _Mark]
) -> Iterable[tuple[list[Line], _Mark]]:
    """Illegible marks at the end of a line, between one block of notes and the next."""
    marks = [mark for mark in _marks(lines, _SCANNED) if _ends_a_text(lines, mark)]
    start = 0
    for block in _blocks(groups):
        open_notes = [group for group in block if id(group) not in found]
        between = [mark for mark in marks if start < mark.line < block[0][0].number]
        start = block[-1][-1].number
        if open_notes and len(open_notes) == len(between):
            yield from zip(open_notes, between, strict=True)


def _blocks(groups: list[list[Line]]) -> Iterable[list[list[Line]]]:
    """Notes printed below each other."""
    block: list[list[Line]] = []
    for group in groups:
        if block and group[0].number > block[-1][-1].number + 2:
            yield block
            block = []
        block.append(group)
    if block:
        yield block


def _ends_a_text(lines: Sequence[Line], mark: _Mark) -> bool:
    """Whether the text ends with the mark's line, and the mark is not simply a question's or a quotation's."""
    following = lines[mark.index + 1] if mark.index + 1 < len(lines) else None
    text = lines[mark.index].text
    printed = text[mark.start : mark.end].strip()
    if printed == "?" and _QUESTION.match(text):
        return False
    if printed in "’'‘" and text.count(printed) + text.count("‘") + text.count("‚") > 1:
        return False
    return following is None or following.is_blank or following.role is not Role.TEXT


def _without(lines: Sequence[Line], marks: Iterable[_Mark]) -> tuple[Line, ...]:
    cuts: dict[int, list[_Mark]] = {}
    for mark in marks:
        cuts.setdefault(mark.index, []).append(mark)
    result = list(lines)
    for index, found in cuts.items():
        text = result[index].text
        for mark in sorted(found, key=lambda mark: -mark.start):
            text = text[: mark.start] + text[mark.end :]
        result[index] = result[index].with_text(text)
    return tuple(result)
