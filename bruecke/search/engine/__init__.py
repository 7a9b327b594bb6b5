# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database's own search behind one face: FTS5 or tsvector, by the connection's vendor."""

from types import ModuleType
from typing import Protocol, cast

from django.db import connection

from bruecke.search.engine import postgresql, sqlite
from bruecke.search.engine.statement import Entries, Keys, Statement
from bruecke.search.question import Term

_ENGINES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgresql}


class Engine(Protocol):
    """What both can do. is_staff: internal text counts too. count: the column of SearchWord that must not be 0."""

    def write(self, rows: list[Keys]) -> None:
        """Keep the keys of entries, in place of earlier ones."""

    def remove(self, entry_ids: list[int]) -> None:
        """Forget entries; call before their rows go."""

    def words_added(self, last_id: int) -> None:
        """The vocabulary has new rows beyond `last_id`."""

    def words_removed(self, word_ids: list[int]) -> None:
        """Rows of the vocabulary are gone."""

    def expression(self, terms: tuple[Term, ...], *, is_staff: bool, is_any: bool) -> str:
        """What satisfies all terms (or any), in the engine's own language."""

    def narrowed(self, entries: Entries, expression: str, *, is_staff: bool) -> Entries:
        """Those of `entries` that satisfy an expression made for the same readers."""

    def scored(self, entries: Entries, *, is_staff: bool) -> Statement:
        """Of those that satisfy the expression it is run with: Scored rows."""

    def settle(self) -> None:
        """Much was written: tell the planner."""

    def containing(self, parts: list[str], *, count: str, limit: int) -> Statement:
        """key, word, surface, count of vocabulary rows that contain one of `parts`, most used first."""

    def similar(self, words: list[str], *, count: str, limit: int) -> Statement:
        """The same of rows that share most trigrams with one of `words` and are about as long."""


def engine() -> Engine:
    """The one for this installation's database."""
    return cast(Engine, _ENGINES[connection.vendor])
