# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Word documents."""

import io
import zipfile

import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bruecke.reader.decode import decode
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Line, Role, Source
from tests.reader.papers import part, with_part, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def read(write) -> Source:
    return decode(word(write), name="a.docx")


def printed(source: Source) -> list[Line]:
    return [line for line in source.lines if not line.is_blank]


def refusal(data: bytes) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, name="a.docx")
    return caught.value


def test_headings_stand_below_the_title():
    def write(document):
        document.add_heading("Die Strategie", 0)
        document.add_heading("Ziele", 1)
        document.add_heading("Wege", 2)

    assert [(h.role, h.level, h.text) for h in read(write).lines] == [
        (Role.HEADING, 1, "Die Strategie"),
        (Role.HEADING, 2, "Ziele"),
        (Role.HEADING, 3, "Wege"),
    ]


def test_headings_without_a_title_begin_at_the_top():
    assert read(lambda document: document.add_heading("Ziele", 1)).lines[0].level == 1


def test_copied_heading_style_is_known_by_its_german_name():
    def write(document):
        style = document.styles.add_style("Überschrift 2 kursiv", 1)
        style.base_style = None
        style.name = "Überschrift 2"
        document.add_paragraph("Wege", style=style)

    assert (read(write).lines[0].role, read(write).lines[0].level) == (Role.HEADING, 2)


def test_bullets_and_numbers_come_as_markers():
    def write(document):
        document.add_paragraph("Ausbau", style="List Bullet")
        document.add_paragraph("innen", style="List Bullet 2")
        document.add_paragraph("eins", style="List Number")
        document.add_paragraph("zwei", style="List Number")

    assert [(i.role, i.marker, i.level, i.text) for i in read(write).lines] == [
        (Role.ITEM, "•", 1, "Ausbau"),
        (Role.ITEM, "•", 2, "innen"),
        (Role.ITEM, "1.", 1, "eins"),
        (Role.ITEM, "2.", 1, "zwei"),
    ]


def test_numbering_of_headings_becomes_part_of_their_text():
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, start, form, text in ((0, 3, "upperRoman", "%1."), (1, 1, "lowerLetter", "%1.%2)"))
    )
    numbering = f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>'

    def write(document):
        for text, level in (("Wirtschaft", 0), ("Messen", 1), ("Reisen", 1), ("Kultur", 0), ("7. Sport", 0)):
            properties = document.add_heading(text, level + 1)._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = 5
            properties.get_or_add_ilvl().val = level

    data = with_part(word(write), "word/numbering.xml", numbering.encode())
    assert [line.text for line in decode(data).lines] == [
        "III. Wirtschaft",
        "III.a) Messen",
        "III.b) Reisen",
        "IV. Kultur",
        "7. Sport",
    ]


def test_table_rows_carry_cells_and_header():
    def write(document):
        table = document.add_table(2, 3)
        for index, text in enumerate(("Maßnahme", "Zuständig", "Termin", "Ausbau | Netze", "SMWA", "2026")):
            table.cell(index // 3, index % 3).text = text

    assert [(r.cells, r.header, r.table, r.text) for r in read(write).lines if r.role is Role.TABLE_ROW] == [
        (("Maßnahme", "Zuständig", "Termin"), True, 1, "Maßnahme | Zuständig | Termin"),
        (("Ausbau / Netze", "SMWA", "2026"), False, 1, "Ausbau / Netze | SMWA | 2026"),
    ]


def test_merged_cells_keep_the_columns_in_place():
    def write(document):
        table = document.add_table(2, 3)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "breit"
        table.cell(0, 2).text = "drei"
        table.cell(1, 2).text = "unten"

    assert [row.cells for row in read(write).lines][:2] == [("breit", "", "drei"), ("", "", "unten")]


def test_cells_merged_over_rows_and_across_a_row_are_known():
    def write(document):
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "Verkehr"
        table.cell(1, 1).merge(table.cell(2, 1)).text = "SMWA"
        table.cell(1, 0).text, table.cell(2, 0).text = "A", "B"

    assert [(row.cells[:2], row.carried, row.across) for row in read(write).lines][:3] == [
        (("Verkehr", ""), (), True),
        (("A", "SMWA"), (), False),
        (("B", ""), (1,), False),
    ]


def test_frame_of_one_column_is_running_text():
    def write(document):
        document.add_table(1, 1).cell(0, 0).text = "Gerahmter Absatz"

    assert [(line.role, line.text) for line in printed(read(write))] == [(Role.TEXT, "Gerahmter Absatz")]


def test_manual_page_break_begins_a_page():
    def write(document):
        document.add_paragraph("eins")
        document.add_page_break()
        document.add_paragraph("zwei")

    assert [(line.text, line.page) for line in printed(read(write))] == [("eins", 1), ("zwei", 2)]


def test_page_breaks_that_word_noted_count_and_manual_ones_do_not_count_twice():
    def write(document):
        document.add_paragraph("eins").add_run().add_break(WD_BREAK.PAGE)
        run = document.add_paragraph().add_run("zwei")
        run._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))

    source = read(write)
    assert ([line.page for line in printed(source)], source.pages) == ([1, 2], 2)


def test_footnotes_follow_the_text_with_their_mark_in_it():
    def write(document):
        run = document.add_paragraph("Ein Satz").add_run()
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), "2")
        run._r.append(reference)

    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Vgl. Konzept.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {W}>{note}</w:footnotes>"
    lines = decode(with_part(word(write), "word/footnotes.xml", notes.encode())).lines
    assert [(line.role, line.marker, line.text) for line in lines] == [
        (Role.TEXT, "", "Ein Satz¹"),
        (Role.FOOTNOTE, "1", "Vgl. Konzept."),
    ]


def test_deleted_hidden_and_struck_text_is_not_read():
    def write(document):
        paragraph = document.add_paragraph("bleibt")
        paragraph.add_run(" weg").font.strike = True
        paragraph.add_run(" versteckt").font.hidden = True
        deleted = OxmlElement("w:del")
        deleted.append(paragraph.add_run(" gelöscht")._r)
        paragraph._p.append(deleted)

    assert [line.text for line in printed(read(write))] == ["bleibt"]


def test_bullets_typed_after_line_breaks_become_lines():
    def write(document):
        document.add_paragraph("Wir wollen:\n– Ausbau\n– Förderung\nder Kultur")

    assert [line.text for line in read(write).lines] == ["Wir wollen:", "– Ausbau", "– Förderung der Kultur"]


def test_type_of_a_paragraph_is_known():
    def write(document):
        document.add_paragraph().add_run("fett").bold = True
        document.add_paragraph("halb ").add_run("fett").bold = True

    assert [line.bold for line in printed(read(write))] == [True, False]


def test_properties_give_title_and_language():
    def write(document):
        document.core_properties.title = "Die Strategie"
        document.core_properties.language = "de-DE"
        document.add_paragraph("Text")

    source = read(write)
    assert (source.title, source.language) == ("Die Strategie", "de-DE")


def test_word_document_named_as_pdf_is_read_with_a_warning():
    source = decode(word(lambda document: document.add_paragraph("Text")), name="a.pdf")
    assert (source.format, [warning.code for warning in source.warnings]) == ("docx", ["wrong_extension"])


def test_truncated_document_is_broken():
    data = word(lambda document: document.add_paragraph("Text"))
    assert refusal(data[: len(data) // 2]).code == "broken"


def test_document_with_damaged_xml_is_broken():
    assert (
        refusal(with_part(word(lambda d: d.add_paragraph("x")), "word/document.xml", b"<w:document")).code == "broken"
    )


def test_document_whose_xml_defines_entities_is_broken():
    lol = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    data = word(lambda document: document.add_paragraph("x"))
    content = part(data, "word/document.xml").replace(b"<w:document", lol + b"<w:document", 1)
    assert refusal(with_part(data, "word/document.xml", content)).code == "broken"


def test_archive_named_as_document_is_a_wrong_extension():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert refusal(out.getvalue()).code == "wrong_extension"


def test_zip_bomb_is_refused_before_it_is_unpacked():
    data = word(lambda document: document.add_paragraph("x"))
    assert refusal(with_part(data, "word/media/bomb.bin", b"\0" * Limits().ratio_from * 2)).code == "zip_bomb"


def test_archive_inside_a_document_is_never_opened():
    inner = with_part(word(lambda d: d.add_paragraph("x")), "bomb", b"\0" * 1000)
    data = with_part(word(lambda document: document.add_paragraph("Text")), "word/embeddings/inner.docx", inner)
    assert [line.text for line in decode(data).lines] == ["Text"]


def test_empty_document_is_empty():
    assert refusal(word(lambda document: document.add_paragraph("  "))).code == "empty"
