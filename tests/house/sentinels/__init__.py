# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rooms hold of each level of visibility, for test_sentinels: one module a room, found by listing the package.

A module has records(level, own, word, fields): it makes rows of that level and returns those that are Records, which
are then given their named houses. word(where) gives a sentinel for those who see the level, word(where, STAFF) one for
the government among them; fields(where) gives what every Record holds.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

STAFF = {"coordinator", "leadership", "reporter", "stranger", "auditor"}
"""Visitors of test_sentinels who belong to the government."""
Word = Callable[..., str]
Fields = Callable[[str], dict[str, object]]


def rooms() -> Iterator[ModuleType]:
    """All modules of this package."""
    return (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
