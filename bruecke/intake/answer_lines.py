# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a spreadsheet of answers: what a row is about, and what was written into it. No database."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from bruecke.base.text import fold
from bruecke.intake.answerable import DAYS, KINDS
from bruecke.intake.table_cells import Unreadable, day_of
from bruecke.intake.table_problems import Problem
from bruecke.reader.tables.sheet import Line, Sheet

NOTE, CONFIRMED = "note", "confirmed"
"""Rows of each record beside those of its fields."""
_YES = frozenset({"ja", "j", "yes", "y", "x", "stimmt", "right"})


@dataclass(slots=True)
class Answer:
    """What was written about one record."""

    fields: dict[str, str] = field(default_factory=dict)
    note: str = ""
    is_confirmed: bool = False


@dataclass(slots=True)
class Answers:
    """By (kind, key) of the record; problems with the number of their row."""

    answers: dict[tuple[str, int], Answer] = field(default_factory=dict)
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    problems: list[tuple[int, Problem]] = field(default_factory=list)

    def told(self, kind: str, pk: int, number: int) -> Answer:
        """The answer about a record, begun where a row first speaks of it."""
        self.numbers.setdefault((kind, pk), number)
        return self.answers.setdefault((kind, pk), Answer())


def key_of(kind: str, pk: int, name: str) -> str:
    """What tells a row from others, in its first column."""
    return f"{kind}:{pk}:{name}"


def understood(sheet: Sheet, *, key_heading: str, new_headings: Iterable[str]) -> Answers | None:
    """What the rows say; None where the columns are not those of our own sheet. Empty cells say nothing."""
    titles = [fold(title) for title in sheet.header]
    wanted = {fold(title) for title in new_headings}
    new = next((at for at, title in enumerate(titles) if title in wanted), None)
    key = next((at for at, title in enumerate(titles) if title.startswith(fold(key_heading))), None)
    if new is None or key is None:
        return None
    found = Answers()
    for line in sheet.lines:
        if line.cells[new].strip():
            _read(line, line.cells[key].strip(), line.cells[new].strip(), found)
    return found


def _read(line: Line, key: str, cell: str, found: Answers) -> None:
    kind, _colon, rest = key.partition(":")
    pk, _colon, name = rest.partition(":")
    is_known = kind in KINDS and pk.isascii() and pk.isdigit() and len(pk) < 19
    if not is_known or name not in {NOTE, CONFIRMED, *KINDS[kind].names}:
        found.problems.append((line.number, Problem("not_yours", cell=key)))
        return
    answer = found.told(kind, int(pk), line.number)
    if name == NOTE:
        answer.note = cell[:4000]
    elif name == CONFIRMED:
        answer.is_confirmed = fold(cell) in _YES
        if not answer.is_confirmed:
            found.problems.append((line.number, Problem("no_yes", cell=cell)))
    else:
        _fill(answer, kind, name, cell, line.number, found)


def _fill(answer: Answer, kind: str, name: str, cell: str, number: int, found: Answers) -> None:
    most = getattr(KINDS[kind].model._meta.get_field(name), "max_length", None) or len(cell)
    try:
        if len(cell) > most:
            raise Unreadable("too_long", str(most))
        answer.fields[name] = day_of(cell) if name in DAYS else cell
    except Unreadable as error:
        found.problems.append((number, Problem(error.code, cell=cell, other=error.other)))
