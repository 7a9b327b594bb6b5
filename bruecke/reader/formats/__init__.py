# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Document formats: every module of this package is one, found by listing the package.

A format describes itself (docs/formats.md): NAME, LABEL, SUFFIXES, MEDIA_TYPES, `matches(data, suffix)` and
`read(data, limits)`. Its heavy libraries are imported inside `read`, so that listing them costs nothing.
"""

import pkgutil
from enum import IntEnum
from functools import cache
from importlib import import_module
from typing import Protocol

from bruecke.reader.limits import Limits
from bruecke.reader.lines import Source


class Match(IntEnum):
    """How sure a format is that some bytes are its own; the highest wins."""

    NO = 0
    POSSIBLE = 1  # any text could be it
    LIKELY = 2  # the name says so and the content does not contradict
    CERTAIN = 3  # the content says so


class Format(Protocol):
    """What a module of this package offers."""

    NAME: str  # the module's name, Source.format
    LABEL: str  # what people call it, the same in German and English
    SUFFIXES: tuple[str, ...]  # lower case, with the dot
    MEDIA_TYPES: tuple[str, ...]

    def matches(self, data: bytes, suffix: str) -> Match:
        """Look at the content first, at the name's suffix (lower case, "" if none) second."""

    def read(self, data: bytes, limits: Limits) -> Source:
        """The document's lines; raises UnreadableDocument, nothing else."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format of this package, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules: list[Format] = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(modules)
