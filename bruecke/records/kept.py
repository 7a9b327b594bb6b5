# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements that are made once and run often: Django takes ten times as long to write one as it takes to answer it.

Only the statement is kept, never an answer. A function that makes one is decorated by `functools.lru_cache` over all
that its text depends on (language, access), and holes stand for what differs from request to request.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

from django.db import connection
from django.db.models import Field, Model, QuerySet

M = TypeVar("M", bound=Model)

HOLES = tuple(range(-2_147_483_600, -2_147_483_500))
"""Stand for keys in a kept statement; no row has them. Compare keys with them, nothing that may not be negative."""

_BEYOND = 2**63

TEXT_HOLE = "\u2020kept\u2020"
"""Stands for one text in a kept statement."""
_ALL_HOLES = frozenset((*HOLES, TEXT_HOLE))

Values = Mapping[int | str, int | str]
"""What goes into which hole."""


class KeptRows:
    """A statement whose rows come as tuples, made from a `values_list`."""

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        self._compiler = rows.query.get_compiler(connection.alias)
        self.sql, self._fixed = _named(*self._compiler.as_sql())
        self._holes = [(name, value) for name, value in self._fixed.items() if value in _ALL_HOLES]
        self._converters = self._compiler.get_converters([column[0] for column in self._compiler.select or ()])

    def parameters(self, values: Values) -> dict[str, Any]:
        """Parameters by name, with the holes filled."""
        return self._fixed | {name: values.get(hole, hole) for name, hole in self._holes}

    def run(self, values: Values = {}) -> list[tuple[Any, ...]]:  # noqa: B006 - never changed
        """The rows; one statement, none for a key from an address that is larger than any column holds."""
        if any(isinstance(value, int) and abs(value) >= _BEYOND for value in values.values()):
            return []
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.parameters(values))
            rows = cast(list[tuple[Any, ...]], cursor.fetchall())
        return list(map(tuple, self._compiler.apply_converters(rows, self._converters))) if self._converters else rows


def _named(sql: str, parameters: Iterable[Any]) -> tuple[str, dict[str, Any]]:
    """The statement with names in place of "%s", equal values under one name, and the values.

    For SQLite Django rewrites every "%s" by a regular expression whenever a statement runs, which takes as long as
    the answer; names are filled in by one "%".
    """
    values = list(parameters)
    names: dict[tuple[type, Any], str] = {}
    places = [names.setdefault((type(value), value), f"p{len(names)}") for value in values]
    return sql.replace("%%", "%%%%") % tuple(f"%({name})s" for name in places), dict(zip(places, values, strict=True))


class KeptCount(KeptRows):
    """A statement that counts the rows of another."""

    def __init__(self, rows: "QuerySet[Any, Any]") -> None:
        super().__init__(rows)
        self.sql = f"SELECT COUNT(*) FROM ({self.sql}) AS counted"  # noqa: S608 - Django's own SQL
        self._converters = {}


class KeptRecords(Generic[M]):
    """A statement whose rows come as model instances.

    related: paths that come along, each after the one it hangs on ("chapter", "chapter__parent"). without: fields of
    the record left out; only: by path, the fields (besides the key) of which nothing else is read. What is left out is
    read where somebody asks. extra: paths whose value is set on the record.
    """

    def __init__(
        self,
        rows: "QuerySet[M, M]",
        *,
        related: tuple[str, ...] = (),
        without: tuple[str, ...] = (),
        only: Mapping[str, Iterable[str]] | None = None,
        extra: Mapping[str, str] | None = None,
    ) -> None:
        self._models: list[tuple[str, type[Model], frozenset[str], slice]] = []
        columns: list[str] = []
        for path in ("", *related):
            model = _model_at(rows.model, path)
            wanted = _field_names(model, (only or {}).get(path))
            names = [name for name in wanted if path or name not in without]
            self._models.append((path, model, frozenset(names), slice(len(columns), len(columns) + len(names))))
            columns += [f"{path}__{name}" if path else name for name in names]
        self._extra = {name: len(columns) + number for number, name in enumerate(extra or {})}
        self._rows = KeptRows(rows.values_list(*columns, *(extra or {}).values()))

    def records(self, values: Values = {}) -> Iterator[M]:  # noqa: B006 - never changed
        """The records; one statement."""
        for row in self._rows.run(values):
            found: dict[str, Any] = {}
            for path, model, names, part in self._models:
                cells = row[part]
                # The key comes first; without it nothing hangs there.
                found[path] = model.from_db(connection.alias, names, cells) if cells[0] is not None else None
                above, _, name = path.rpartition("__")
                if path and found[above] is not None:
                    setattr(found[above], name, found[path])
            for name, column in self._extra.items():
                setattr(found[""], name, row[column])
            yield found[""]


def _field_names(model: type[Model], only: Iterable[str] | None) -> list[str]:
    """The columns of `model` in their order, all or the key with `only` these."""
    every = [field.attname for field in model._meta.concrete_fields]
    if only is None:
        return every
    wanted = {every[0], *(cast(Field[Any, Any], model._meta.get_field(name)).attname for name in only)}
    return [name for name in every if name in wanted]


def _model_at(model: type[Model], path: str) -> type[Model]:
    for name in path.split("__") if path else ():
        model = cast(type[Model], model._meta.get_field(name).related_model)
    return model
