# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One table as it was read."""

from dataclasses import dataclass
from typing import Any

Cells = tuple[str, ...]
"""Texts as they stand, without blanks around; days of a workbook as ISO dates, whole numbers without a point."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row. number: its line in the file or row in the sheet, as people count, from 1."""

    number: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Sheet:
    """header: of line header_number; every line below has as many cells, or more where the file has too many.

    format: "CSV", "XLSX" or "ODS". encoding, delimiter: of a CSV file. junk: lines passed over (before the header,
    empty ones, the header once more). others: names of sheets of the workbook that were not read.
    """

    format: str
    header: Cells
    header_number: int
    lines: tuple[Line, ...]
    encoding: str = ""
    delimiter: str = ""
    junk: int = 0
    others: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """JSON form."""
        plain = {name: getattr(self, name) for name in self.__slots__ if name != "lines"}
        return plain | {"lines": [[line.number, *line.cells] for line in self.lines]}


def from_json(data: dict[str, Any]) -> Sheet:
    """The sheet that as_json gave."""
    lines = tuple(Line(number, tuple(cells)) for number, *cells in data["lines"])
    return Sheet(**data | {"lines": lines, "header": tuple(data["header"]), "others": tuple(data["others"])})
