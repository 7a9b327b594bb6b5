# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a column of a target holds, and which column of a file is probably meant. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bruecke.base.text import fold


class Holds(StrEnum):
    """Types of cells."""

    TEXT = "text"
    DAY = "day"
    COUNTRY = "country"
    DEGREES = "degrees"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """name: key of the value; label, help: lazy texts; synonyms: headings it goes by, German and English.

    most: characters of a text. choices: value → words for it, the first is its label (Holds.CHOICE). starts: name of
    the column this day must not lie before. largest: degrees to both sides of zero.
    """

    name: str
    label: Any
    holds: Holds = Holds.TEXT
    is_required: bool = False
    synonyms: tuple[str, ...] = ()
    help: Any = ""
    most: int = 250
    choices: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    starts: str = ""
    largest: int = 180


def heading_key(text: str) -> str:
    """ "Land (Partner)", "land_partner" and "LAND PARTNER" give the same."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def guess(columns: Sequence[TableColumn], header: Sequence[str]) -> dict[str, int]:
    """Column of the file by name of the target's column: same words first, then a heading that holds them."""
    keys = [heading_key(title) for title in header]
    found: dict[str, int] = {}
    for is_exact in (True, False):
        for column in columns:
            if column.name not in found:
                words = [heading_key(word) for word in (str(column.label), column.name, *column.synonyms)]
                free = [at for at in range(len(keys)) if at not in found.values()]
                match = next((at for word in words for at in free if _fits(word, keys[at], is_exact)), None)
                if match is not None:
                    found[column.name] = match
    return found


def _fits(word: str, key: str, is_exact: bool) -> bool:
    return word == key if is_exact else len(word) > 6 and f" {word} " in f" {key} "
