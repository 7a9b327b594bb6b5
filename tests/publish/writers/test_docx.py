# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Word document of a paper, read back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from bruecke.publish.writers.docx import write_docx
from tests.publish.sample import ADDRESS, AT, LETTERS, LONGEST, sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a paper is written."""
    return tmp_path / "paper.docx"


def of_style(document: Any, *names: str) -> list[str]:
    """Texts of the paragraphs in these styles, in order."""
    return [each.text for each in document.paragraphs if each.style.name in names]


def test_headings_are_headings_and_the_contents_name_them(path: Path) -> None:
    write_docx(sample(), path, at=AT)
    document = Document(str(path))
    assert of_style(document, "Heading 1") == ["1 Auf einen Blick", "2 Was wir gemeinsam tun"]
    assert of_style(document, "Heading 2") == ["Gesprächspunkte"]
    codes = [code.text.strip() for code in document.element.body.iter(qn("w:instrText"))]
    assert codes == [r'TOC \o "1-1" \h \z', "PAGEREF abschnitt1", "PAGEREF abschnitt2"]


def test_header_row_repeats_and_the_table_says_what_it_lists(path: Path) -> None:
    write_docx(sample(40), path, at=AT)
    (table,) = Document(str(path)).tables
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [False] * 40
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Vorhaben der letzten fünf Jahre"
    assert [cell.text for cell in table.rows[40].cells] == ["40. Tag", f"{LONGEST} reist", ADDRESS, "40.234 Euro"]


def test_picture_has_its_alternative_text(path: Path) -> None:
    write_docx(sample(), path, at=AT)
    (drawn,) = Document(str(path)).inline_shapes
    assert drawn._inline.docPr.get("descr") == "Ein Balken: 2026 acht Vorhaben."


def test_language_marking_and_page_numbers_are_in_the_document(path: Path) -> None:
    write_docx(sample(language="en"), path, at=AT)
    document = Document(str(path))
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"
    (section,) = document.sections
    assert "Sichtbar für alle Ressorts" in section.header.paragraphs[0].text
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert (document.core_properties.title, document.core_properties.language) == ("Niederschlesien", "en")


def test_every_letter_gap_and_source_is_there(path: Path) -> None:
    write_docx(sample(), path, at=AT)
    document = Document(str(path))
    assert of_style(document, "Lead") == [f"Buchstaben: {LETTERS}."]
    assert of_style(document, "Gap") == ["Es fehlt noch die Grundlage."]
    facts = of_style(document, "Fact")
    assert facts[1] == "Seit\t1999\nQuelle: Gemeinsame Erklärung, Seite 3 · Stand 3. Mai 2026"


def test_control_characters_do_not_break_the_document(path: Path) -> None:
    write_docx(replace(sample(), subtitle="Reise\x00 <b>&\x0b"), path, at=AT)
    assert of_style(Document(str(path)), "Subtitle") == ["Reise <b>&"]


def test_long_words_are_parted_where_the_language_parts_them(path: Path) -> None:
    write_docx(sample(), path, at=AT)
    names = [setting.tag for setting in Document(str(path)).settings.element]
    assert names[names.index(qn("w:defaultTabStop")) + 1] == qn("w:autoHyphenation")
    whole = [style.style_id for style in Document(str(path)).styles if style.element.xpath(".//w:suppressAutoHyphens")]
    assert {"Title", "Heading1", "Fact"} <= set(whole)
    assert not {"Cell", "CellHead"} & set(whole)
