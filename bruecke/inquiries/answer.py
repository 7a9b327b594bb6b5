# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of an answer, as JSON and back, and what of it is published. Pure.

People stand in it by key, never by name: hashes cover keys, and an erased person is gone from every later reading.
Words are those of the language it is written in, amounts are euro cents.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

P = TypeVar("P")

TEXT, NUMBER, CENTS, PERSON = KINDS = ("text", "number", "cents", "person")
"""What the cells of a column are."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person by key."""

    key: int


SUMMED = "budgetline"
"""Kind of a row that sums up what other rows stand for."""

Cell = str | int | None | Someone
"""None: not known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What tables are drawn for. first, last: ISO days, "" without an end; place: key, None for all; within: the place
    and everything it lies in, by key; place_name: in words."""

    shape: str
    first: str = ""
    last: str = ""
    place: int | None = None
    within: tuple[int, ...] = ()
    place_name: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """key: the same in every answer; kind: one of KINDS; is_internal: the registers show it to the government alone;
    width: share of the line."""

    key: str
    title: str
    kind: str = TEXT
    is_internal: bool = False
    width: int = 4


@dataclass(frozen=True, slots=True)
class Row:
    """key: of the record it stands for ("activity:12"); on: ISO day by which it belongs to a period, "" to every one;
    group: what figures count it by; is_public: whether the record it stands for is published."""

    key: str
    cells: tuple[Cell, ...]
    on: str = ""
    group: str = ""
    is_public: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A figure of a table: how many rows, or the sum of a column; of one group or of all ("")."""

    key: str
    label: str
    column: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with the figures that follow from them."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it says. value: None where nothing is known; unknown: rows that say nothing of it."""

    key: str
    label: str
    value: int | None
    kind: str
    unknown: int = 0
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """Tables as drawn on a day (ISO). source: where every figure in them comes from; gaps: what the registers lack."""

    asked: Asked
    drawn_on: str
    source: str
    tables: tuple[Table, ...]
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One question with its answer. is_withheld: left out of the published version."""

    key: int
    position: int
    text: str
    answer: str = ""
    refused_because: str = ""
    secret_because: str = ""
    amounts_are_public: bool = False
    drawn: Drawn | None = None
    is_withheld: bool = False

    @property
    def is_answered(self) -> bool:
        """Whether there is a text, a table, or a ground for neither."""
        return bool(self.answer.strip() or self.refused_because or self.drawn)


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer. kind: of InquiryKind."""

    kind: str
    number: str
    title: str
    parts: tuple[Part, ...] = ()


_PARTS = {part.__name__: part for part in (Someone, Asked, Column, Row, Rule, Table, Drawn, Part, Answer)}
_IS = "is"


def as_json(part: object) -> Any:
    """Plain JSON values; every part says what it is."""
    if isinstance(part, tuple):
        return [as_json(each) for each in part]
    if type(part).__name__ in _PARTS:
        fields: Mapping[str, Any] = part.__dataclass_fields__  # type: ignore[attr-defined]
        return {_IS: type(part).__name__} | {name: as_json(getattr(part, name)) for name in fields}
    return part


def of_json(value: Any) -> Any:
    """What as_json wrote. Raises KeyError or TypeError for anything else."""
    if isinstance(value, list):
        return tuple(of_json(each) for each in value)
    if isinstance(value, Mapping):
        return _PARTS[value[_IS]](**{name: of_json(each) for name, each in value.items() if name != _IS})
    return value


def figures(table: Table) -> tuple[Figure, ...]:
    """The figures of a table, from its own rows and no others; one whose column is not there is left out."""
    names = [column.key for column in table.columns]
    return tuple(_figure(table, rule) for rule in table.rules if not rule.column or rule.column in names)


def _figure(table: Table, rule: Rule) -> Figure:
    rows = [row for row in table.rows if rule.group in ("", row.group)]
    if not rule.column:
        return Figure(rule.key, rule.label, len(rows), NUMBER)
    at = next(number for number, column in enumerate(table.columns) if column.key == rule.column)
    column = table.columns[at]
    known = [cell for row in rows if isinstance(cell := row.cells[at], int)]
    # Of no row at all the sum is nothing; of rows that all say nothing it is unknown.
    value = sum(known) if known or not rows else None
    return Figure(rule.key, rule.label, value, column.kind, len(rows) - len(known), is_internal=column.is_internal)


def published(answer: Answer) -> Answer:
    """What may be published: without secret answers, rows of unpublished records, columns for the government alone
    (unless their amounts are released), grounds of secrecy and what the registers lack."""
    return replace(answer, parts=tuple(_published(part) for part in answer.parts))


def _published(part: Part) -> Part:
    if part.secret_because:
        return Part(part.key, part.position, "", is_withheld=True)
    if part.refused_because:
        # What was drafted before somebody refused to answer is kept inside, so that it can be answered after all.
        return replace(part, answer="", drawn=None)
    drawn = part.drawn
    if drawn is not None:
        tables = (_open(table, amounts=part.amounts_are_public) for table in drawn.tables)
        drawn = replace(drawn, tables=tuple(table for table in tables if table.columns), gaps=())
    return replace(part, drawn=drawn)


def _open(table: Table, *, amounts: bool) -> Table:
    shown = [at for at, column in enumerate(table.columns) if amounts or not column.is_internal]
    rows = (replace(row, cells=tuple(row.cells[at] for at in shown)) for row in table.rows if row.is_public)
    return replace(table, columns=tuple(table.columns[at] for at in shown), rows=tuple(rows))


def records_in(answer: Answer) -> set[tuple[str, int]]:
    """Kind and key of the records that rows stand for ("activity", 12)."""
    drawn = (part.drawn for part in answer.parts if part.drawn)
    return {_record(row) for each in drawn for table in each.tables for row in table.rows}


def _record(row: Row) -> tuple[str, int]:
    kind, key, *_number = row.key.split(":")
    return kind, int(key)


def only_records(answer: Answer, records: Collection[tuple[str, int]]) -> Answer:
    """Without rows of other records; where one goes, sums by budget line go, too, because they may hold it."""
    return replace(answer, parts=tuple(_of_records(part, records) for part in answer.parts))


def _of_records(part: Part, records: Collection[tuple[str, int]]) -> Part:
    if part.drawn is None:
        return part
    gone = {_record(row)[0] for table in part.drawn.tables for row in table.rows if _record(row) not in records}
    return replace(
        part, drawn=replace(part.drawn, tables=tuple(_left(each, records, gone) for each in part.drawn.tables))
    )


def _left(table: Table, records: Collection[tuple[str, int]], gone: Collection[str]) -> Table:
    rows = (row for row in table.rows if _record(row) in records)
    return replace(table, rows=tuple(row for row in rows if "activity" not in gone or _record(row)[0] != SUMMED))


def holds_amounts(drawn: Drawn) -> bool:
    """Whether anything in it is shown to the government alone, unless somebody releases it."""
    return any(column.is_internal for table in drawn.tables for column in table.columns)


def hidden_rows(drawn: Drawn) -> int:
    """How many rows the published version leaves out."""
    return sum(not row.is_public for table in drawn.tables for row in table.rows)


def people_in(part: object) -> set[int]:
    """Keys of everybody who stands in an answer or a part of it."""
    if isinstance(part, Someone):
        return {part.key}
    if isinstance(part, tuple):
        return {key for each in part for key in people_in(each)}
    fields = getattr(part, "__dataclass_fields__", {})
    return {key for name in fields for key in people_in(getattr(part, name))}


def only_people(part: P, keys: Collection[int]) -> P:
    """An answer or a part of it in which only these people stand; the cells of the others are empty."""
    found: object = part
    if isinstance(part, Someone):
        found = part if part.key in keys else None
    elif isinstance(part, tuple):
        found = tuple(only_people(each, keys) for each in part)
    elif type(part).__name__ in _PARTS:
        fields: Mapping[str, Any] = part.__dataclass_fields__  # type: ignore[attr-defined]
        found = replace(part, **{name: only_people(getattr(part, name), keys) for name in fields})  # type: ignore[type-var]
    return found  # type: ignore[return-value]
