# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repair of scanned German; text that needs none comes back unchanged.

A scanner with the wrong language's model takes German apart in known ways (confusions). Here they are undone:
detect finds the damaged stretches; numerals, punctuation and footnotes read what follows from order; words weighs each
word against the lexicon, context decides where two words are right. Every repair keeps its place, so a person can
undo it.

Reasons of repairs: umlaut (lost dots), umlaut_letter (a letter or two read for ä, ö, ü), sharp_s, letter (others, as l
for I), context (right with and without dots; the sentence decided), roman, quote, dash, bullet, blank, footnote.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bruecke.reader.draft import Repair
from bruecke.reader.lines import Line
from bruecke.reader.repair.decide import repair_words
from bruecke.reader.repair.detect import damaged_lines
from bruecke.reader.repair.edits import Edits, apply, undo
from bruecke.reader.repair.footnotes import footnote_repairs
from bruecke.reader.repair.numerals import numeral_repairs
from bruecke.reader.repair.punctuation import blank_repairs, dash_repairs, quote_repairs
from bruecke.reader.repair.slips import slip_repairs
from bruecke.reader.repair.tokens import words_of

__all__ = ["Repaired", "apply", "repair", "undo"]


@dataclass(frozen=True, slots=True)
class Repaired:
    """The lines as they are to be read (as many as came, same numbers and pages) and every change made to them."""

    lines: tuple[Line, ...]
    repairs: tuple[Repair, ...]


def repair(lines: Sequence[Line], *, language: str = "de") -> Repaired:
    """Repair the damaged stretches of a document; `repairs` applied to `lines` give the result exactly.

    language: BCP 47 code of the document; anything but German comes back unchanged. Loads the lexicon (0.4 s, once a
    process) only where a stretch is damaged. Time is linear in the length of the text.
    """
    if language.lower().split("-")[0] not in ("de", ""):
        return Repaired(tuple(lines), ())
    damaged = damaged_lines(lines)
    edits = Edits()
    for one in slip_repairs(lines, damaged):
        edits.add(one)
    if damaged:
        _repair_signs(lines, damaged, edits)
        repair_words(lines, damaged, words_of(lines), edits)
    if not edits:
        return Repaired(tuple(lines), ())
    return Repaired(tuple(_repaired(line, edits.of_line(line.number)) for line in lines), edits.everything())


def _repair_signs(lines: Sequence[Line], damaged: frozenset[int], edits: Edits) -> None:
    index_of = {line.number: index for index, line in enumerate(lines)}
    quotes = quote_repairs(lines, damaged)
    taken = {(index_of[quote.line], quote.start) for quote in quotes}
    found = [*numeral_repairs(lines, damaged), *quotes, *footnote_repairs(lines, damaged, taken)]
    for one in [*found, *dash_repairs(lines, damaged), *blank_repairs(lines, damaged)]:
        edits.add(one)


def _repaired(line: Line, repairs: Sequence[Repair]) -> Line:
    if not repairs:
        return line
    return replace(line, text=apply(line.text, repairs), cells=_repaired_cells(line, repairs))


def _repaired_cells(line: Line, repairs: Sequence[Repair]) -> tuple[str, ...]:
    """The cells with the repairs of the stretches of the line they are printed on."""
    cells, place = [], 0
    for cell in line.cells:
        start = line.text.find(cell, place)
        if start < 0:
            cells.append(_by_words(cell, repairs))
            continue
        end = place = start + len(cell)
        inside = [r for r in repairs if start <= r.start and r.start + len(r.original) <= end]
        cells.append(apply(cell, [replace(r, start=r.start - start) for r in inside]))
    return tuple(cells)


def _by_words(cell: str, repairs: Sequence[Repair]) -> str:
    """A cell that is printed otherwise than in its line: the line's repairs word by word."""
    for one in repairs:
        if one.original.strip():
            cell = cell.replace(one.original, one.suggestion)
    return cell
