# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small documents for the tests, read straight by the structure step."""

from dataclasses import replace

from bruecke.reader.draft import Draft
from bruecke.reader.lines import Line, Role, Source
from bruecke.reader.structure import structure


def draft_of(text: str) -> Draft:
    """The draft of a plain text."""
    return draft_of_lines([Line(number, line) for number, line in enumerate(text.strip("\n").split("\n"), 1)])


def draft_of_lines(lines: list[Line], document_format: str = "text", title: str = "") -> Draft:
    """The draft of lines as a format gave them."""
    source = Source(document_format, tuple(lines), title=title)
    return structure(source, source.lines, (), sha256="0" * 64)


def typed(*entries: tuple[Role, str, int] | tuple[Role, str, int, str]) -> list[Line]:
    """Lines with roles: (role, text, level) or (role, text, level, marker); one paragraph a line."""
    lines = []
    for number, (role, text, level, *marker) in enumerate(entries, 1):
        lines.append(Line(number, text, role=role, level=level, marker=marker[0] if marker else ""))
    return lines


def table(first: int, header: tuple[str, ...], *rows: tuple[str, ...]) -> list[Line]:
    """The rows of table 1, the header first, numbered from first."""
    cells = (header, *rows)
    return [
        Line(first + i, " | ".join(row), role=Role.TABLE_ROW, cells=row, header=i == 0, table=1)
        for i, row in enumerate(cells)
    ]


def marked(lines: list[Line], role: Role, *texts: str) -> list[Line]:
    """The lines, those with one of the texts marked with the role."""
    return [replace(line, role=role) if line.text.strip() in texts else line for line in lines]
