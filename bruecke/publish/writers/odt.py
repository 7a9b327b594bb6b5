# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as ODT (OpenDocument 1.3, the administration's exchange format): real headings, contents, page numbers,
repeated header rows, alternative texts, language.

Written as plain XML like the spreadsheets (tables/opendocument.py): a table of 500 rows built cell by cell took the
library far longer than the rest of the paper.
"""

import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from bruecke.publish.paper import (
    LONGEST_CELL,
    LONGEST_TERM,
    Block,
    Fact,
    Facts,
    Gap,
    Items,
    Kept,
    Paragraph,
    Picture,
    Printed,
    Table,
    Text,
    mapped,
    paragraphs,
    provenance,
)
from bruecke.publish.tables.table import plain
from bruecke.publish.writers.odt_styles import HEAD, NAMES, boxes, styles_xml
from bruecke.publish.writers.raster import size_of
from bruecke.publish.writers.words import words_of

_TYPE = "application/vnd.oasis.opendocument.text"
LINE = 165
"""Width of the text in millimetres."""


def write_odt(printed: Printed, target: Path, *, at: datetime) -> None:
    """Write a paper in which people stand by name. at: moment of printing."""
    paper = mapped(printed, lambda text: plain(text) if isinstance(text, str) else text)
    words = words_of(paper.language)
    pictures = [block.svg for section in paper.sections for block in section.blocks if isinstance(block, Picture)]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), _TYPE)
        package.writestr("META-INF/manifest.xml", _manifest(len(pictures)))
        package.writestr("styles.xml", styles_xml(paper, words))
        package.writestr("meta.xml", _meta(paper, at))
        package.writestr("content.xml", "".join(_content(paper, words)))
        for number, svg in enumerate(pictures):
            package.writestr(f"Pictures/{number}.svg", svg)


def _manifest(pictures: int) -> str:
    files = [("/", _TYPE), *((f"{name}.xml", "text/xml") for name in ("content", "styles", "meta"))]
    files += [(f"Pictures/{number}.svg", "image/svg+xml") for number in range(pictures)]
    entries = (
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in files
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3">{"".join(entries)}</manifest:manifest>'
    )


def _meta(paper: Printed, at: datetime) -> str:
    moment = at.replace(tzinfo=None, microsecond=0).isoformat()
    return (
        f'{HEAD}<office:document-meta {NAMES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(paper.title)}</dc:title>"
        f"<dc:subject>{escape(paper.subtitle)}</dc:subject><dc:description>{escape(paper.marking)}</dc:description>"
        f"<meta:keyword>{escape(paper.kind)}</meta:keyword><dc:creator>Brücke</dc:creator>"
        f"<meta:creation-date>{moment}</meta:creation-date><dc:date>{moment}</dc:date>"
        f"<dc:language>{paper.language}</dc:language></office:meta></office:document-meta>"
    )


def _content(paper: Printed, words: dict[str, str]) -> Iterator[str]:
    yield f'{HEAD}<office:document-content {NAMES} office:version="1.3">{_table_styles(paper)}'
    yield "<office:body><office:text>"
    yield from _front(paper, words)
    drawn = 0
    tables = 0
    for number, section in enumerate(paper.sections, start=1):
        heading = section.heading if paper.is_short else f"{number} {section.heading}"
        mark = f'<text:bookmark text:name="abschnitt{number}"/>'
        yield f'<text:h text:style-name="Heading1" text:outline-level="1">{mark}{_said(heading)}</text:h>'
        for block in section.blocks:
            if isinstance(block, Picture):
                yield from _picture(block, drawn)
                drawn += 1
            elif isinstance(block, Table):
                if block.title != section.heading:
                    yield _paragraph(block.title, "TableTitle")
                yield from _table(block, tables)
                tables += 1
            else:
                yield from _written(block, words)
    yield "</office:text></office:body></office:document-content>"


def _front(paper: Printed, words: dict[str, str]) -> Iterator[str]:
    if not paper.is_short:
        yield _paragraph(paper.marking, "Marking")
        yield _paragraph(paper.kind, "Kind")
    yield _paragraph(paper.title, "Title")
    if paper.subtitle:
        yield _paragraph(paper.subtitle, "Subtitle")
    yield from (_fact(fact, words) for fact in paper.facts)
    yield from (_paragraph("\n".join(lines), "Note") for lines in paragraphs(paper.reservation))
    if not paper.is_short:
        yield from _contents(paper, words)


def _contents(paper: Printed, words: dict[str, str]) -> Iterator[str]:
    """A contents index that the program renews; its entries and their page fields already stand there."""
    yield (
        '<text:table-of-content text:name="Inhalt" text:protected="true"><text:table-of-content-source '
        'text:outline-level="1">'
        '<text:table-of-content-entry-template text:outline-level="1" text:style-name="Contents1">'
        '<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-tab-stop style:type="right" '
        'style:leader-char="."/><text:index-entry-page-number/><text:index-entry-link-end/>'
        "</text:table-of-content-entry-template></text:table-of-content-source><text:index-body>"
        f'<text:index-title text:name="Inhalt_Kopf">{_paragraph(words["contents"], "ContentsTitle")}</text:index-title>'
    )
    for number, section in enumerate(paper.sections, start=1):
        name = f"abschnitt{number}"
        page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{name}">–</text:bookmark-ref>'
        entry = f"{_said(f'{number} {section.heading}')}<text:tab/>{page}"
        link = f'<text:a xlink:type="simple" xlink:href="#{name}">{entry}</text:a>'
        yield f'<text:p text:style-name="Contents1">{link}</text:p>'
    yield "</text:index-body></text:table-of-content>"
    if paper.has_cover:
        yield '<text:p text:style-name="Break"/>'


def _said(text: Text) -> str:
    return escape(str(text)).replace("\n", "<text:line-break/>")


def _paragraph(text: Text, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{_said(text)}</text:p>'


def _span(text: Text, style: str) -> str:
    return f'<text:span text:style-name="{style}">{_said(text)}</text:span>'


def _fact(fact: Fact, words: dict[str, str]) -> str:
    said = provenance(fact, words["source"], words["as_of"])
    origin = f"<text:line-break/>{_span(said, 'Small')}" if said else ""
    value = _said(fact.value) if fact.value else _span(words["unknown"], "Unknown")
    # Every line after the first begins where values stand.
    gap = "<text:tab/>" if len(fact.term) <= LONGEST_TERM else "<text:line-break/>"
    return f'<text:p text:style-name="Fact">{_span(fact.term, "Term")}{gap}{value}{origin}</text:p>'


def _written(block: Block, words: dict[str, str]) -> Iterator[str]:
    match block:
        case Paragraph(text, style):
            name = {"lead": "Lead", "note": "Note"}.get(style, "Standard")
            yield from (_paragraph("\n".join(lines), name) for lines in paragraphs(text))
        case Gap(text):
            yield _paragraph(text, "Gap")
        case Facts(facts):
            yield from (_fact(fact, words) for fact in facts)
        case Items(items):
            points = (f"<text:list-item>{_paragraph(item.text, 'Item')}</text:list-item>" for item in items)
            yield f'<text:list text:style-name="Bullets">{"".join(points)}</text:list>'
        case Kept(_key, heading, text, note):
            yield f'<text:h text:style-name="Heading2" text:outline-level="2">{_said(heading)}</text:h>'
            yield from (_paragraph("\n".join(lines)) for lines in paragraphs(text))
            yield _paragraph(note, "Note")


def _table_styles(paper: Printed) -> str:
    """What tables look like, and the column widths of each, as styles."""
    tables = [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]
    columns = (
        f'<style:style style:name="t{number}c{place}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{LINE * column.width / sum(each.width for each in table.columns):.1f}mm"/></style:style>'
        for number, table in enumerate(tables)
        for place, column in enumerate(table.columns)
    )
    return f"<office:automatic-styles>{boxes()}{''.join(columns)}</office:automatic-styles>"


def _table(table: Table, number: int) -> Iterator[str]:
    columns = (
        f'<table:table-column table:style-name="t{number}c{place}"/>' for place, _column in enumerate(table.columns)
    )
    sides = ["Number" if column.is_number else "" for column in table.columns]
    head = _row([column.title for column in table.columns], sides, "Head")
    yield (
        f'<table:table table:name="Tabelle{number + 1}" table:style-name="Listing"><table:title>{_said(table.title)}'
        f"</table:title>{''.join(columns)}<table:table-header-rows>{head}</table:table-header-rows>"
        f"{''.join(_row(row.cells, sides, 'Cell') for row in table.rows)}</table:table>"
    )
    yield _paragraph(table.note, "Note")


def _row(cells: Sequence[Text], sides: list[str], style: str) -> str:
    parts = (
        f'<table:table-cell table:style-name="{style}Box" office:value-type="string">'
        f"{_paragraph(cell, style + side)}</table:table-cell>"
        for cell, side in zip(cells, sides, strict=True)
    )
    # A row stays together unless it is so long that it might not fit on a page.
    whole = "" if any(len(str(cell)) > LONGEST_CELL for cell in cells) else ' table:style-name="Whole"'
    return f"<table:table-row{whole}>{''.join(parts)}</table:table-row>"


def _picture(picture: Picture, number: int) -> Iterator[str]:
    width, height = size_of(picture.svg)
    yield _paragraph(picture.title, "PictureTitle")
    yield (
        f'<text:p text:style-name="Standard"><draw:frame draw:name={quoteattr(f"Bild {number + 1}")} '
        f'text:anchor-type="as-char" svg:width="{LINE}mm" svg:height="{LINE * height / width:.1f}mm">'
        f'<draw:image xlink:href="Pictures/{number}.svg" xlink:type="simple" draw:mime-type="image/svg+xml"/>'
        f"<svg:title>{_said(picture.title)}</svg:title><svg:desc>{_said(picture.alternative)}</svg:desc>"
        "</draw:frame></text:p>"
    )
    if picture.note:
        yield _paragraph(picture.note, "Note")
