# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file in kinds/ says about one kind of activity: its own typed fields, roles, gaps; the list of these files."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise

from bruecke.activities.models import Activity, InvolvementRole
from bruecke.base.dates import is_fuzzy_date

Label = Promise | str


class FieldType(StrEnum):
    """What a field holds, and how Activity.particulars keeps it."""

    TEXT = "text"
    """One line: str."""
    LONG_TEXT = "long_text"
    """Paragraphs: str."""
    YES_NO = "yes_no"
    """bool; absent while nobody said."""
    DAY = "day"
    """ISO date."""
    NUMBER = "number"
    """int, not negative."""
    MONEY = "money"
    """Euro cents, int, not negative; a planning value or a fact, never an approval (R05)."""
    CHOICE = "choice"
    """One of the field's values."""
    DOCUMENT = "document"
    """Key of a library Document."""
    YEARS = "years"
    """For each year a row of numbers: [[2026, 12, 8, 4500000], …], one number or None for each of the columns."""


LONGEST = {FieldType.TEXT: 300, FieldType.LONG_TEXT: 20_000}
"""Characters."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind. columns: of YEARS, name and whether it is euro cents; is_internal: shows to staff only."""

    name: str
    label: Label
    type: FieldType = FieldType.TEXT
    choices: tuple[tuple[str, Label], ...] = ()
    columns: tuple[tuple[Label, bool], ...] = ()
    help: Label = ""
    is_internal: bool = False

    def fits(self, value: Any) -> bool:
        """Whether `value` is one of this type, as particulars keeps it."""
        match self.type:
            case FieldType.TEXT | FieldType.LONG_TEXT:
                return isinstance(value, str) and len(value) <= LONGEST[self.type]
            case FieldType.YES_NO:
                return isinstance(value, bool)
            case FieldType.DAY:
                return isinstance(value, str) and len(value) == 10 and is_fuzzy_date(value)
            case FieldType.CHOICE:
                return value in {code for code, _label in self.choices}
            case FieldType.YEARS:
                return isinstance(value, list) and all(self._is_year(row) for row in value)
            case _:
                return _is_number(value)

    def _is_year(self, row: Any) -> bool:
        return (
            isinstance(row, list)
            and len(row) == len(self.columns) + 1
            and _is_number(row[0])
            and all(cell is None or _is_number(cell) for cell in row[1:])
        )


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63


@dataclass(frozen=True, slots=True)
class Gap:
    """What an activity lacks. key: in addresses; condition: of the activities that lack it, for the database."""

    key: str
    label: Label
    condition: Callable[[], Q]


@dataclass(frozen=True, slots=True)
class ActivityKind:
    """A kind of activity.

    name: of its file and in Activity.kind; slug: in addresses; position: where it stands in lists. fields: its own,
    kept in Activity.particulars; roles: of Involvement that it knows; gaps: beyond those of every activity.
    is_approved: somebody approves it before it is held (a trip); held_word: what it is when it is over. is_planned:
    belongs into the yearly plan of trips, fairs and events.
    """

    name: str
    slug: str
    label: Label
    position: int
    fields: tuple[Field, ...]
    roles: tuple[InvolvementRole, ...]
    gaps: tuple[Gap, ...] = ()
    is_approved: bool = False
    held_word: Label = ""
    is_planned: bool = True

    def read(self, particulars: Mapping[str, Any]) -> dict[str, Any]:
        """The fields that are filled in: a day as date, the rest as FieldType says; what does not fit is left out.

        A kind may have changed since an activity was saved.
        """
        found = {
            field.name: particulars[field.name]
            for field in self.fields
            if field.name in particulars and field.fits(particulars[field.name])
        }
        days = {field.name for field in self.fields if field.type is FieldType.DAY}
        return {name: date.fromisoformat(value) if name in days else value for name, value in found.items()}


@cache
def kinds() -> dict[str, ActivityKind]:
    """All kinds by name, in their order."""
    from bruecke.activities import kinds as package  # its files import this one

    names = [info.name for info in pkgutil.iter_modules(package.__path__)]
    found: list[ActivityKind] = [importlib.import_module(f"{package.__name__}.{name}").KIND for name in names]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: kind.position)}


def kind_of(activity: Activity) -> ActivityKind:
    """The kind of an activity. Raises KeyError where its file is gone."""
    return kinds()[activity.kind]


def by_slug(slug: str) -> ActivityKind | None:
    """The kind that an address names."""
    return next((kind for kind in kinds().values() if kind.slug == slug), None)


@cache
def fields_by_name() -> dict[str, Field]:
    """Fields of all kinds; kinds that share a name share the type (a test holds it)."""
    return {field.name: field for kind in kinds().values() for field in kind.fields}
