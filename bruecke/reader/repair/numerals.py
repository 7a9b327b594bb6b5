# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roman numerals of headings, read as strokes: "lll)", "1)", ")" are III, I and II where the sequence says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bruecke.reader.draft import Repair
from bruecke.reader.lines import Line

_HEADING = re.compile(r"^(?P<blank>\s*)(?P<mark>[IVXLl1|!i]{0,6})(?P<sign>[).])\s{1,3}(?=[A-ZÄÖÜ„\"])")
_NUMBERED = re.compile(r"^\s*\d+(?P<sign>[).])\s")
_REFERENCE = re.compile(
    r"\b(?P<word>Kapitel|Abschnitt|Teil|Titel|Ziffer|Instrument|Band|Phase)(?P<gap>\s)(?P<mark>[IVXl1|]{2,6})\b"
)
_STROKES = str.maketrans("l1|!i", "IIIII")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_SHORTEST_RUN = 3


@dataclass(frozen=True, slots=True)
class _Mark:
    index: int
    start: int
    text: str
    sign: str

    @property
    def value(self) -> int | None:
        """The number the strokes make, None where they are lost or make none."""
        numeral = self.text.translate(_STROKES)
        found = _number(numeral)
        return found if found and _numeral(found) == numeral else None

    @property
    def is_certain(self) -> bool:
        """Whether no letter or arabic figure would be written so."""
        return self.value is not None and (len(self.text) > 1 or self.text in "VX")


def numeral_repairs(lines: Sequence[Line], damaged: frozenset[int]) -> list[Repair]:
    """Repairs of numerals at headings' beginnings and behind words like "Kapitel"."""
    found = [repair for run in _runs(_marks(lines)) for repair in _of_run(lines, damaged, run)]
    return found + [r for index in sorted(damaged) for r in _references(lines[index])]


def _number(numeral: str) -> int:
    values = [_VALUES[c] for c in numeral]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=False))


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]


def _marks(lines: Sequence[Line]) -> list[_Mark]:
    found = []
    for index, line in enumerate(lines):
        match = _HEADING.match(line.text)
        if match and (match["mark"] or match["sign"] == ")"):
            found.append(_Mark(index, match.start("mark"), match["mark"], match["sign"]))
        elif arabic := _NUMBERED.match(line.text):
            # Stands in the way of a run: "1)" before "2)" is arabic.
            found.append(_Mark(index, 0, "", "arabic" + arabic["sign"]))
    return found


def _runs(marks: Sequence[_Mark]) -> list[list[tuple[_Mark, int]]]:
    """Ascending sequences of numbers, each beginning at I, of which some are certainly roman."""
    runs: list[list[tuple[_Mark, int]]] = []
    for sign in (")", "."):
        run: list[tuple[_Mark, int]] = []
        for mark in marks:
            if mark.sign == "arabic" + sign:
                run = run if len(run) > 1 else []
                continue
            if mark.sign != sign:
                continue
            expected = len(run) + 1
            if run and mark.value in (expected, None):
                run.append((mark, expected))
            elif mark.value == 1:
                run = [(mark, 1)]
                runs.append(run)
    return [run for run in runs if _is_roman(run)]


def _is_roman(run: Sequence[tuple[_Mark, int]]) -> bool:
    certain = sum(mark.is_certain for mark, _ in run)
    lost = sum(mark.value is None for mark, _ in run)
    return len(run) >= _SHORTEST_RUN and certain >= 2 and lost <= certain // 2


def _of_run(lines: Sequence[Line], damaged: frozenset[int], run: Sequence[tuple[_Mark, int]]) -> list[Repair]:
    found = []
    for mark, number in run:
        if mark.index in damaged and mark.text != _numeral(number):
            confidence = 0.97 if mark.is_certain else 0.9 if mark.text else 0.85
            line = lines[mark.index].number
            found.append(Repair(line, mark.start, mark.text, _numeral(number), confidence, "roman"))
    return found


def _references(line: Line) -> list[Repair]:
    found = []
    for match in _REFERENCE.finditer(line.text):
        mark = _Mark(0, match.start("mark"), match["mark"], "")
        if mark.value is None or match["mark"].isdigit():
            continue
        numeral = _numeral(mark.value)
        if numeral != match["mark"]:
            found.append(Repair(line.number, mark.start, match["mark"], numeral, 0.9, "roman"))
    return found
