# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentinel words of the rooms: one module a room, found by listing this package.

A module has plant(bed), which makes records of one level of visibility with a word in every field, and records that
everybody sees which are linked to those that not everybody sees; bed.close() names the houses on those of that level.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from bruecke.accounts.models import House
from bruecke.actors.models import Organisation
from bruecke.library.models import Document
from bruecke.strategy.models import Edition, Goal

STAFF = {"coordinator", "leadership", "reporter", "stranger", "auditor"}
"""Visitors of test_sentinels who belong to the government."""


@dataclass(frozen=True)
class Bed:
    """Where words are planted. word(where, sees): a new one of this level, for those of `sees` among them; fields: what
    every Record holds; organisation, document, goal: of this level, too."""

    edition: Edition
    level: str
    own: House
    organisation: Organisation
    document: Document
    goal: Goal
    word: Callable[..., str]
    fields: Callable[[str], dict[str, Any]]

    def close(self, *records: Any) -> None:
        """Name the house on records for named houses."""
        for record in records if self.level == "named" else ():
            record.named_houses.add(self.own)


def rooms() -> Iterator[ModuleType]:
    """All modules of this package."""
    return (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
