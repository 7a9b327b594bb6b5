# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of an uploaded table as a whole, as stored JSON. Pure."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from bruecke.reader.tables.sheet import Sheet

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class TableMeta:
    """samples: the first cells of each column that are not empty. english: why it could not be read, in English."""

    format: str = ""
    encoding: str = ""
    delimiter: str = ""
    header: tuple[str, ...] = ()
    header_number: int = 0
    samples: tuple[tuple[str, ...], ...] = ()
    lines: int = 0
    junk: int = 0
    others: tuple[str, ...] = ()
    english: str = ""

    def as_json(self) -> dict[str, Any]:
        """JSON form."""
        return asdict(self)


def of_sheet(sheet: Sheet) -> TableMeta:
    """What a sheet says of itself."""
    return TableMeta(
        format=sheet.format,
        encoding=sheet.encoding,
        delimiter=sheet.delimiter,
        header=tuple(title[:200] for title in sheet.header),
        header_number=sheet.header_number,
        samples=tuple(_samples(sheet, at) for at in range(len(sheet.header))),
        lines=len(sheet.lines),
        junk=sheet.junk,
        others=sheet.others,
    )


def _samples(sheet: Sheet, at: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for line in sheet.lines[:200]:
        if line.cells[at] and len(found) < SAMPLES:
            found[line.cells[at][:60]] = None
    return tuple(found)


def read(data: dict[str, Any]) -> TableMeta:
    """The meta that as_json gave."""
    known = {item.name for item in fields(TableMeta)}
    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items() if name in known}
    return TableMeta(**plain | {"samples": tuple(tuple(cells) for cells in data.get("samples", ()))})
