# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the columns of a file are assigned to those of a target, and which rows are wanted; as stored JSON. Pure."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from bruecke.base.text import fold

OURS = "Brücke: "
"""Beginning of the headings of columns that we add, in every language."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """columns: place in the header by name of the target's column. constants: what stands where a row says nothing.

    region: key of the region whose places are wanted. filter_column: place in the header of the column that must hold
    one of filter_values, or a place of the region where there are none.
    """

    columns: dict[str, int] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    region: int | None = None
    filter_column: int | None = None
    filter_values: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """JSON form."""
        return asdict(self) | {"filter_values": list(self.filter_values)}

    def cells(self, names: Iterable[str], line: Sequence[str]) -> dict[str, str]:
        """The cells of a line by name of the target's columns."""
        found = {}
        for name in names:
            at = self.columns.get(name)
            cell = line[at].strip() if at is not None and at < len(line) else ""
            found[name] = cell or self.constants.get(name, "")
        return found

    def admits(self, line: Sequence[str], towns: Iterable[str]) -> bool:
        """Whether a line is wanted. towns: folded names of the region's places."""
        if self.filter_column is None:
            return True
        wanted = {fold(value) for value in self.filter_values} or set(towns)
        return fold(line[self.filter_column].strip()) in wanted


def read(data: dict[str, Any]) -> Assignment:
    """The assignment that as_json gave; {} is an empty one."""
    return Assignment(**data | {"filter_values": tuple(data.get("filter_values", ()))})


def fingerprint(header: Sequence[str]) -> str:
    """The same for two files with the same columns in the same order, however they are spelt.

    Columns that we added to the file of rows to be corrected do not count: it comes back as one of the same kind.
    """
    return _hash([fold(title) for title in header if not title.startswith(OURS)])


def source_of(header: Sequence[str], assignment: Assignment) -> str:
    """The same for two files that say of the same things: same columns, same selection, same constants."""
    chosen = [assignment.region, assignment.filter_column, sorted(assignment.filter_values)]
    return _hash([fingerprint(header), chosen, sorted(assignment.constants.items())])


def key_hash(parts: Sequence[str]) -> str:
    """Natural key of a row (folded by its target) as one text of 64 characters."""
    return _hash(list(parts))


def _hash(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, ensure_ascii=False).encode()).hexdigest()
