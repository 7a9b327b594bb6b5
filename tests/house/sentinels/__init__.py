# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentinel words in the records of the rooms, one module a room, found by listing this package.

A module has `plant(ground)`: makes records of the level with `ground.word(name, sees)` in every field that people fill
in; see tests/house/test_sentinels.py.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from bruecke.accounts.models import House

STAFF = {"coordinator", "leadership", "reporter", "stranger", "auditor"}


@dataclass(frozen=True)
class Ground:
    """Where words are planted. word: a new word for a field, and who may meet it beyond the level's own limit; fields:
    the columns of every Record, with words in those for staff; own: the house that records of one house belong to."""

    level: str
    own: House
    word: Callable[..., str]
    fields: Callable[[str], dict[str, object]]

    def close(self, *records: object) -> None:
        """Name the house on records for named houses."""
        for record in records if self.level == "named" else ():
            record.named_houses.add(self.own)  # type: ignore[attr-defined]


def rooms() -> Iterator[ModuleType]:
    """All modules of this package."""
    return (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
