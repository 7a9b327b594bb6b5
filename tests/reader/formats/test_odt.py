# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""OpenDocument texts."""

import odfdo
import pytest

from bruecke.reader.decode import decode
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Role, Source
from tests.reader.papers import odf, part, with_part


def read(*elements: odfdo.Element) -> Source:
    return decode(odf(lambda body: [body.append(element) for element in elements]), name="a.odt")


def from_xml(xml: str) -> Source:
    """A document with this XML in place of a paragraph of its body."""
    data = odf(lambda body: body.append(odfdo.Paragraph("PLACE")))
    content = part(data, "content.xml").decode().replace("<text:p>PLACE</text:p>", xml)
    return decode(with_part(data, "content.xml", content.encode()))


def refusal(data: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, name="a.odt")
    return caught.value


def test_headings_are_numbered_as_the_document_prints_them():
    source = read(odfdo.Header(1, "Ziele"), odfdo.Header(2, "Wege"), odfdo.Header(1, "II. Mittel"))
    assert [(h.role, h.level, h.text) for h in source.lines] == [
        (Role.HEADING, 1, "1. Ziele"),
        (Role.HEADING, 2, "1.1. Wege"),
        (Role.HEADING, 1, "II. Mittel"),
    ]


def test_headings_stand_below_the_title():
    source = read(odfdo.Paragraph("Die Strategie", style="Title"), odfdo.Header(1, "Ziele"))
    assert [(h.role, h.level) for h in source.lines] == [(Role.HEADING, 1), (Role.HEADING, 2)]


def test_nested_items_carry_depth_and_bullet():
    xml = (
        "<text:list><text:list-item><text:p>außen</text:p><text:list><text:list-item><text:p>innen</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
    )
    assert [(i.role, i.marker, i.level, i.text) for i in from_xml(xml).lines] == [
        (Role.ITEM, "•", 1, "außen"),
        (Role.ITEM, "•", 2, "innen"),
    ]


def test_item_of_two_paragraphs_is_one_line():
    xml = "<text:list><text:list-item><text:p>eins</text:p><text:p>zwei</text:p></text:list-item></text:list>"
    assert [line.text for line in from_xml(xml).lines] == ["eins zwei"]


def test_numbered_list_counts_by_its_style():
    data = odf(lambda body: body.append(odfdo.Paragraph("PLACE")))
    style = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="a" '
        'style:num-suffix=")" text:start-value="2"/></text:list-style></office:automatic-styles>'
    )
    items = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in ("zwei", "drei"))
    content = part(data, "content.xml").decode()
    content = content.replace("<office:automatic-styles/>", "<office:automatic-styles>" + style)
    content = content.replace("<text:p>PLACE</text:p>", f'<text:list text:style-name="L1">{items}</text:list>')
    lines = decode(with_part(data, "content.xml", content.encode())).lines
    assert [(line.marker, line.text) for line in lines] == [("b)", "zwei"), ("c)", "drei")]


def test_footnotes_follow_the_text_with_their_mark_in_it():
    paragraph = odfdo.Paragraph("Ein Satz und mehr")
    paragraph.insert_note(after="Satz", note_id="n1", citation="1", body="Vgl. Konzept.")
    assert [(line.role, line.marker, line.text) for line in read(paragraph).lines] == [
        (Role.TEXT, "", "Ein Satz¹ und mehr"),
        (Role.FOOTNOTE, "1", "Vgl. Konzept."),
    ]


def test_table_rows_carry_cells_and_header():
    row = "<table:table-row>" + "<table:table-cell><text:p>{}</text:p></table:table-cell>" * 2 + "</table:table-row>"
    xml = (
        '<table:table table:name="T"><table:table-header-rows>'
        + row.format("Maßnahme", "Termin")
        + "</table:table-header-rows>"
        + row.format("Ausbau", "2026")
        + "</table:table>"
    )
    assert [(r.role, r.cells, r.header, r.table) for r in from_xml(xml).lines] == [
        (Role.TABLE_ROW, ("Maßnahme", "Termin"), True, 1),
        (Role.TABLE_ROW, ("Ausbau", "2026"), False, 1),
    ]


def test_cells_merged_over_rows_and_across_a_row_are_known():
    cell, covered = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>", "<table:covered-table-cell/>"
    rows = (
        cell.format(' table:number-columns-spanned="3"', "Verkehr") + covered * 2,
        cell.format("", "A") + cell.format(' table:number-rows-spanned="2"', "SMWA") + cell.format("", "2026"),
        cell.format("", "B") + covered + cell.format("", "2027"),
    )
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert [(r.cells, r.carried, r.across) for r in from_xml(f"<table:table>{table}</table:table>").lines] == [
        (("Verkehr",), (), True),
        (("A", "SMWA", "2026"), (), False),
        (("B", "", "2027"), (1,), False),
    ]


def test_cell_repeated_without_end_does_not_grow():
    cells = "<table:table-cell><text:p>a</text:p></table:table-cell>"
    cells += '<table:table-cell table:number-columns-repeated="999999999"/>'
    xml = f'<table:table table:name="T"><table:table-row>{cells}</table:table-row></table:table>'
    assert from_xml(xml).lines[0].text == "a"


def test_soft_page_break_begins_a_page():
    xml = "<text:p>eins</text:p><text:soft-page-break/><text:p>zwei</text:p>"
    assert [line.page for line in from_xml(xml).lines] == [1, 2]


def test_comments_and_tracked_deletions_are_not_read():
    xml = "<text:p>Text<office:annotation><text:p>Notiz</text:p></office:annotation> bleibt</text:p>"
    assert [line.text for line in from_xml(xml).lines] == ["Text bleibt"]


def test_encrypted_document_is_refused():
    data = odf(lambda body: body.append(odfdo.Paragraph("x")))
    manifest = (
        b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        b"<m:encryption-data/></m:file-entry></m:manifest>"
    )
    assert refusal(with_part(data, "META-INF/manifest.xml", manifest)).code == "encrypted"


def test_truncated_document_is_broken():
    data = odf(lambda body: body.append(odfdo.Paragraph("x")))
    assert refusal(data[: len(data) // 2]).code == "broken"


def test_zip_bomb_is_refused_before_it_is_unpacked():
    data = odf(lambda body: body.append(odfdo.Paragraph("x")))
    assert refusal(with_part(data, "Pictures/bomb.bin", b"\0" * Limits().ratio_from * 2)).code == "zip_bomb"


def test_document_named_as_word_is_read_with_a_warning():
    source = decode(odf(lambda body: body.append(odfdo.Paragraph("Text"))), name="a.docx")
    assert (source.format, [warning.code for warning in source.warnings]) == ("odt", ["wrong_extension"])
