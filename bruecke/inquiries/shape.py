# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a table shape says of itself, and the list of those in inquiries/shapes."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.utils.functional import Promise

from bruecke.accounts.principal import Principal
from bruecke.inquiries.answer import Table

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
"""A period without an end."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is asked for. first, last: inclusive; place: key, None for all; reader: what the tables may hold."""

    first: date
    last: date
    place: int | None
    reader: Principal


@dataclass(frozen=True, slots=True)
class Found:
    """What a shape found. gaps: sentences on what the registers lack."""

    tables: tuple[Table, ...]
    gaps: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape of tables. name: of its file, stands in the database; about: one sentence; source: where its figures
    are kept; needs_place: whether it makes no sense without one; draw: reads it with a fixed number of statements."""

    name: str
    label: Promise
    about: Promise
    source: Promise
    draw: Callable[[Scope], Found]
    needs_place: bool = False


@cache
def shapes() -> dict[str, Shape]:
    """All shapes by name."""
    from bruecke.inquiries import shapes as package  # its files import this one

    names = sorted(info.name for info in pkgutil.iter_modules(package.__path__))
    found: list[Shape] = [importlib.import_module(f"{package.__name__}.{name}").SHAPE for name in names]
    return {shape.name: shape for shape in found}
