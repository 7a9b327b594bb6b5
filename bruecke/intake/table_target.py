# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tables may become: every module of intake.tables is a target and describes itself (docs/tables.md)."""

import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any, ClassVar

from bruecke.accounts.principal import Principal
from bruecke.intake import tables
from bruecke.intake.table_columns import TableColumn
from bruecke.intake.towns import Towns
from bruecke.records.editing import Fillable
from bruecke.records.models import Record

Row = dict[str, str]
"""Values of one row by name of the column; a target may add its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """A record that stands. values: of the target's updatable columns."""

    pk: int
    version: int
    values: Mapping[str, str]


@dataclass(slots=True)
class Standing:
    """The records of a target that the person may know of, by key and by what tells one from another."""

    by_pk: dict[int, Known] = field(default_factory=dict)
    by_key: dict[tuple[str, ...], Known] = field(default_factory=dict)

    def add(self, known: Known, key: tuple[str, ...]) -> None:
        """One record."""
        self.by_pk[known.pk] = known
        self.by_key.setdefault(key, known)


class Target(ABC):
    """One kind of record that rows become.

    updatable: columns whose values are compared and may be changed later, each a name that the rules fill in.
    needs_region: rows are wanted only where they name a place of a region. page: name of the address of the record.
    """

    name: ClassVar[str]
    label: ClassVar[Any]
    lead: ClassVar[Any]
    columns: ClassVar[tuple[TableColumn, ...]]
    updatable: ClassVar[tuple[str, ...]]
    needs_region: ClassVar[bool] = False
    page: ClassVar[str]

    def settled(self, row: Row, towns: Towns) -> Row | None:
        """The row as it is meant; None where it is not of the region."""
        return row

    def complete(self, rows: Sequence[Row]) -> None:
        """Add to the rows what only all of them together say; most targets add nothing."""
        return

    @abstractmethod
    def key(self, row: Row) -> tuple[str, ...]:
        """What tells the record from others, folded."""

    @abstractmethod
    def words(self, row: Row) -> str:
        """The record in words."""

    @abstractmethod
    def standing(self, principal: Principal) -> Standing:
        """All records of the target that `principal` may know of, in a fixed number of statements."""

    @abstractmethod
    def create(self, rows: Sequence[Row], *, by: Principal, why: str) -> list[int]:
        """Enter records through their room's verbs, in a number of statements that does not grow with the rows.

        Returns their keys in the order of the rows. Call inside a transaction. Raises NotAllowed.
        """

    @abstractmethod
    def record(self, pk: int) -> Record:
        """One record, to be filled in. Raises its DoesNotExist."""

    def pages(self, pks: Iterable[int]) -> dict[int, tuple[str, int]]:
        """Name of the address and key in it by key of the record; at most one statement."""
        return {pk: (self.page, pk) for pk in pks}

    @property
    @abstractmethod
    def rules(self) -> Fillable[Any]:
        """How its columns are filled in."""

    def column(self, name: str) -> TableColumn | None:
        """The column of this name."""
        return next((column for column in self.columns if column.name == name), None)


@cache
def targets() -> dict[str, Target]:
    """Every target by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(tables.__path__))
    return {name: import_module(f"{tables.__name__}.{name}").TARGET for name in names}
