# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A cell as people write it, to a value: days, countries, degrees, choices. What is wrong is said by code."""

import re
from collections.abc import Mapping

from bruecke.base.dates import is_before, is_fuzzy_date
from bruecke.base.text import fold
from bruecke.intake.country_names import code_of
from bruecke.intake.table_columns import Holds, TableColumn
from bruecke.intake.table_problems import Problem

EMPTY = frozenset({"", "-", "–", "—", "n/a", "k. a.", "k.a.", "null", "none"})
"""What people and programs write where they know nothing."""
_BROKEN = frozenset({"#n/a", "#nv", "#ref!", "#bezug!", "#value!", "#wert!", "#name?", "#div/0!"})

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?)?)?")
_DOTS = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH = re.compile(r"(\d{1,2})[/.](\d{4})")


class Unreadable(Exception):
    """A cell that is no value; code of the problem and what would be possible."""

    def __init__(self, code: str, other: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.other = other


def values_of(columns: tuple[TableColumn, ...], cells: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Values of a row by column, and what is wrong. cells: by name of the column; values: texts, "" where empty.

    Days are truncated ISO dates, countries ISO 3166-1 alpha-2 codes, degrees numbers with a point.
    """
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for column in columns:
        cell = cells.get(column.name, "")
        try:
            values[column.name] = value_of(column, cell)
        except Unreadable as error:
            values[column.name] = ""
            problems.append(Problem(error.code, column.name, cell, error.other))
            continue
        if column.is_required and not values[column.name]:
            problems.append(Problem("missing", column.name, cell))
    return values, problems + _order_problems(columns, values)


def _order_problems(columns: tuple[TableColumn, ...], values: Mapping[str, str]) -> list[Problem]:
    return [
        Problem("ends_before", column.name, values[column.name], values[column.starts])
        for column in columns
        if column.starts
        and values[column.name]
        and values[column.starts]
        and is_before(values[column.name], values[column.starts])
    ]


def value_of(column: TableColumn, cell: str) -> str:
    """The value of one cell. Raises Unreadable."""
    text = " ".join(cell.split())
    if text.casefold() in EMPTY:
        return ""
    if text.casefold() in _BROKEN:
        if column.is_required:
            raise Unreadable("no_value")
        return ""
    if column.holds is Holds.DAY:
        return day_of(text)
    if column.holds is Holds.COUNTRY:
        return _country(text)
    if column.holds is Holds.DEGREES:
        return _degrees(text, column.largest)
    if column.holds is Holds.CHOICE:
        return _choice(text, column)
    if len(text) > column.most:
        raise Unreadable("too_long", str(column.most))
    return text


def day_of(text: str) -> str:
    """ "31.12.2027", "12/31/2027", "31/12/2027", "2027-12", "12/2027" as truncated ISO dates. Raises Unreadable."""
    if found := _ISO.fullmatch(text):
        return _real("-".join(part.zfill(2) for part in found.groups() if part))
    if found := _DOTS.fullmatch(text):
        day, month, year = found.groups()
        return _real(f"{year}-{month.zfill(2)}-{day.zfill(2)}")
    if found := _SLASHES.fullmatch(text):
        return _slashed(*(int(part) for part in found.groups()))
    if found := _MONTH.fullmatch(text):
        return _real(f"{found.group(2)}-{found.group(1).zfill(2)}")
    raise Unreadable("no_day")


def _slashed(one: int, two: int, year: int) -> str:
    """Both orders are in use, even in one file: only what can be read in one way is read."""
    if one > 12 or two > 12 or one == two:
        day, month = (one, two) if one > 12 else (two, one)
        return _real(f"{year:04}-{month:02}-{day:02}")
    raise Unreadable("unclear_day")


def _real(day: str) -> str:
    if not is_fuzzy_date(day):
        raise Unreadable("no_such_day")
    return day


def _country(text: str) -> str:
    code = code_of(text)
    if not code:
        raise Unreadable("no_country")
    return code


def _degrees(text: str, largest: int) -> str:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        raise Unreadable("no_degrees") from None
    if not -largest <= number <= largest:
        raise Unreadable("no_degrees")
    return str(number)


def _choice(text: str, column: TableColumn) -> str:
    wanted = fold(text)
    for value, words in column.choices.items():
        if wanted == fold(value) or any(wanted == fold(str(word)) for word in words):
            return value
    raise Unreadable("no_choice", ", ".join(str(words[0]) for words in column.choices.values()))
