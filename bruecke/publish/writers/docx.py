# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as Word document (Office Open XML, ISO/IEC 29500): real headings, contents, page numbers, repeated header
rows, alternative texts, language.

Set in Arial, which every office has: a font that is not there would be replaced at random. Parts are written as XML, a
table at once, because building 500 rows cell by cell took the library several seconds.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.oxml import parse_xml
from docx.shared import Mm

from bruecke.publish.paper import (
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
from bruecke.publish.writers.docx_styles import NAMESPACE, restyle
from bruecke.publish.writers.raster import png_of
from bruecke.publish.writers.words import words_of

LINE = 165
"""Width of the text in millimetres."""
_DXA = 1440 / 25.4
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def write_docx(printed: Printed, target: Path, *, at: datetime) -> None:
    """Write a paper in which people stand by name. at: moment of printing."""
    paper = mapped(printed, lambda text: plain(text) if isinstance(text, str) else text)
    words = words_of(paper.language)
    document = Document()
    restyle(document, paper, words)
    _describe(document, paper, at)
    body = document.element.body
    for old in list(body.iterchildren()):
        if not old.tag.endswith("sectPr"):
            body.remove(old)
    for part in _front(paper, words):
        _append(document, part)
    for number, section in enumerate(paper.sections, start=1):
        heading = section.heading if paper.is_short else f"{number} {section.heading}"
        _append(document, _marked(heading, number))
        for block in section.blocks:
            if isinstance(block, Table) and block.title != section.heading:
                _append(document, paragraph(block.title, "TableTitle"))
            _set(document, block, words)
    document.save(target)  # type: ignore[arg-type]


def _append(document: object, xml: str) -> None:
    element = parse_xml(f"<w:part {NAMESPACE}>{xml}</w:part>")
    end = document.element.body.sectPr  # type: ignore[attr-defined]
    for child in list(element):
        end.addprevious(child)


def _describe(document: object, paper: Printed, at: datetime) -> None:
    core = document.core_properties  # type: ignore[attr-defined]
    core.title, core.subject, core.keywords = paper.title, paper.subtitle, paper.kind
    core.author, core.language, core.comments = "Brücke", paper.language, paper.marking
    core.created = core.modified = at.replace(tzinfo=None)


def _front(paper: Printed, words: dict[str, str]) -> Iterator[str]:
    """Title, what it is about, and the contents."""
    if not paper.is_short:
        yield paragraph(paper.marking, "Marking")
        yield paragraph(paper.kind, "Kind")
    yield paragraph(paper.title, "Title")
    if paper.subtitle:
        yield paragraph(paper.subtitle, "Subtitle")
    yield from (_fact(fact, words) for fact in paper.facts)
    yield from (paragraph("\n".join(lines), "Note") for lines in paragraphs(paper.reservation))
    if not paper.is_short:
        yield paragraph(words["contents"], "ContentsTitle")
        yield from _contents(paper)


def _contents(paper: Printed) -> Iterator[str]:
    """A contents field that Word renews; its entries and their page fields already stand there."""
    last = len(paper.sections)
    for number, section in enumerate(paper.sections, start=1):
        begin = _field_begin(r' TOC \o "1-1" \h \z ') if number == 1 else ""
        end = _FIELD_END if number == last else ""
        page = _field_begin(f" PAGEREF abschnitt{number} ") + run("–") + _FIELD_END
        yield (
            f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{begin}<w:hyperlink w:anchor="abschnitt{number}" '
            f'w:history="1">{run(f"{number} {section.heading}")}<w:r><w:tab/></w:r>{page}</w:hyperlink>{end}</w:p>'
        )
    if paper.has_cover:
        yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def _field_begin(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def run(text: Text, properties: str = "") -> str:
    """Text with its line breaks. properties: XML inside w:rPr."""
    style = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in str(text).split("\n"))
    return f"<w:r>{style}{'<w:br/>'.join(lines)}</w:r>"


def paragraph(text: Text, style: str = "Normal", more: str = "") -> str:
    """A paragraph of a style; more: XML inside w:pPr."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{run(text)}</w:p>'


def _marked(heading: str, number: int) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="{number}" w:name="abschnitt{number}"/>'
        f'{run(heading)}<w:bookmarkEnd w:id="{number}"/></w:p>'
    )


def _fact(fact: Fact, words: dict[str, str]) -> str:
    value = run(fact.value) if fact.value else run(words["unknown"], "<w:i/>")
    said = provenance(fact, words["source"], words["as_of"])
    small = '<w:color w:val="4C5560"/><w:sz w:val="17"/>'
    origin = f"<w:r><w:br/></w:r>{run(said, small)}" if said else ""
    term = run(fact.term, '<w:b/><w:color w:val="4C5560"/>')
    # Every line after the first begins where values stand.
    gap = "<w:tab/>" if len(fact.term) <= LONGEST_TERM else "<w:br/>"
    return f'<w:p><w:pPr><w:pStyle w:val="Fact"/></w:pPr>{term}<w:r>{gap}</w:r>{value}{origin}</w:p>'


def _set(document: object, block: Block, words: dict[str, str]) -> None:
    if isinstance(block, Picture):
        _draw(document, block)
        return
    _append(document, "".join(_written(block, words)))


def _written(block: Block, words: dict[str, str]) -> Iterator[str]:
    match block:
        case Paragraph(text, style):
            name = {"lead": "Lead", "note": "Note"}.get(style, "Normal")
            yield from (paragraph("\n".join(lines), name) for lines in paragraphs(text))
        case Gap(text):
            yield paragraph(text, "Gap")
        case Facts(facts):
            yield from (_fact(fact, words) for fact in facts)
        case Items(items):
            yield from (paragraph(item.text, "ListBullet") for item in items)
        case Kept(_key, heading, text, note):
            yield paragraph(heading, "Heading2")
            yield from (paragraph("\n".join(lines)) for lines in paragraphs(text))
            yield paragraph(note, "Note")
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    whole = sum(column.width for column in table.columns)
    widths = [round(LINE * _DXA * column.width / whole) for column in table.columns]
    sides = ["right" if column.is_number else "left" for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row([column.title for column in table.columns], widths, sides, is_head=True)
    last = len(table.rows) - 1
    rows = "".join(_row(row.cells, widths, sides, keep=n == last) for n, row in enumerate(table.rows))
    yield (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Listing"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/><w:tblCaption w:val={quoteattr(table.title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{head}{rows}</w:tbl>"
    )
    yield paragraph(table.note, "Note")


def _row(
    cells: list[str] | tuple[Text, ...],
    widths: list[int],
    sides: list[str],
    *,
    is_head: bool = False,
    keep: bool = False,
) -> str:
    """keep: on the page of what follows, as the last row with the note below the table."""
    mark = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    style = "CellHead" if is_head else "Cell"
    parts = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(cell, style, _aligned(side, keep=keep))}</w:tc>"
        for cell, width, side in zip(cells, widths, sides, strict=True)
    )
    return f"<w:tr>{mark}{''.join(parts)}</w:tr>"


def _aligned(side: str, *, keep: bool) -> str:
    return f'{"<w:keepNext/>" if keep else ""}<w:jc w:val="{side}"/>'


def _draw(document: object, picture: Picture) -> None:
    _append(document, paragraph(picture.title, "PictureTitle"))
    drawn = document.add_picture(BytesIO(png_of(picture.svg)), width=Mm(LINE))  # type: ignore[attr-defined]
    described = drawn._inline.docPr
    described.set("descr", picture.alternative)
    described.set("title", picture.title)
    if picture.note:
        _append(document, paragraph(picture.note, "Note"))
