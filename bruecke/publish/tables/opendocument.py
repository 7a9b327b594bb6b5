# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""ODS (OpenDocument 1.3), the administration's exchange format; written as plain XML, because a tree of 65,000 cells
took a library ten times as long."""

import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from bruecke.publish.tables.table import Cell, Table, plain

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = (
    f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    'manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_CM_PER_CHARACTER = 0.2


def write_ods(table: Table, target: IO[bytes]) -> None:
    """Write `table` as a sheet, its note as a second one."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), _TYPE)
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("styles.xml", _styles(table.language))
        package.writestr("meta.xml", _meta(table))
        with package.open("content.xml", "w") as content:
            for part in _content(table):
                content.write(part.encode())


def _content(table: Table) -> Iterator[str]:
    yield f'{_HEAD}<office:document-content {_NAMES} office:version="1.3">{_column_styles(table)}'
    yield "<office:body><office:spreadsheet>"
    yield f"<table:table table:name={quoteattr(table.title)}>"
    for number in range(len(table.columns)):
        yield f'<table:table-column table:style-name="c{number}"/>'
    yield (
        "<table:table-header-rows>" + _row(tuple(c.title for c in table.columns), "head") + "</table:table-header-rows>"
    )
    for row in table.rows:
        yield _row(row, "cell")
    yield f"</table:table><table:table table:name={quoteattr(table.note_title)}>"
    yield '<table:table-column table:style-name="note"/>'
    for line in table.note or ("",):
        yield _row((line,), "cell")
    yield "</table:table></office:spreadsheet></office:body></office:document-content>"


def _row(cells: tuple[Cell, ...], style: str) -> str:
    return f"<table:table-row>{''.join(_cell(cell, style) for cell in cells)}</table:table-row>"


def _cell(cell: Cell, style: str) -> str:
    """A cell with its type stated: text stays text, whatever it begins with."""
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in plain(cell).splitlines() or [""])
        return f'<table:table-cell office:value-type="string" table:style-name="{style}">{lines}</table:table-cell>'
    if isinstance(cell, Decimal):
        kind = f'office:value-type="currency" office:currency="EUR" office:value="{cell}"'
    elif isinstance(cell, date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    else:
        kind = f'office:value-type="float" office:value="{cell}"'
    return f'<table:table-cell {kind} table:style-name="{style}"><text:p>{cell}</text:p></table:table-cell>'


def _column_styles(table: Table) -> str:
    widths = [(f"c{number}", column.width) for number, column in enumerate(table.columns)] + [("note", 110)]
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width * _CM_PER_CHARACTER:.2f}cm"/></style:style>'
        for name, width in widths
    )
    cell = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'
    return (
        f"<office:automatic-styles>{styles}"
        f'<style:style style:name="cell" style:family="table-cell">{cell}</style:style>'
        f'<style:style style:name="head" style:family="table-cell">{cell}'
        '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
    )


def _styles(language: str) -> str:
    country = {"de": "DE", "en": "GB"}.get(language, "none")
    return (
        f'{_HEAD}<office:document-styles {_NAMES} office:version="1.3"><office:styles>'
        '<style:default-style style:family="table-cell"><style:text-properties '
        f'fo:language="{language}" fo:country="{country}"/></style:default-style>'
        "</office:styles></office:document-styles>"
    )


def _meta(table: Table) -> str:
    return (
        f'{_HEAD}<office:document-meta {_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"<office:meta><dc:title>{escape(plain(table.title))}</dc:title><dc:language>{table.language}</dc:language>"
        f"</office:meta></office:document-meta>"
    )
