# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ODT of a paper, read back."""

from dataclasses import replace
from pathlib import Path

import pytest
from odfdo import Document

from bruecke.publish.writers.odt import write_odt
from tests.publish.sample import ADDRESS, AT, LETTERS, LONGEST, sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a paper is written."""
    return tmp_path / "paper.odt"


def test_headings_are_headings_and_the_contents_lead_to_them(path: Path) -> None:
    write_odt(sample(), path, at=AT)
    body = Document(path).body
    assert [(each.get_attribute("text:outline-level"), each.inner_text) for each in body.get_elements("//text:h")] == [
        ("1", "1 Auf einen Blick"),
        ("1", "2 Was wir gemeinsam tun"),
        ("2", "Gesprächspunkte"),
    ]
    targets = [each.get_attribute("xlink:href") for each in body.get_elements("//text:table-of-content//text:a")]
    assert targets == ["#abschnitt1", "#abschnitt2"]


def test_header_row_repeats_and_the_table_says_what_it_lists(path: Path) -> None:
    write_odt(sample(40), path, at=AT)
    body = Document(path).body
    (head,) = body.get_elements("//table:table-header-rows/table:table-row")
    titles = [cell.inner_text.strip() for cell in head.get_elements("table:table-cell")]
    assert titles == ["Wann", "Was", "Wo nachzulesen", "Kosten"]
    assert [title.inner_text for title in body.get_elements("//table:title")] == ["Vorhaben der letzten fünf Jahre"]
    rows = body.get_elements("//table:table/table:table-row")
    assert len(rows) == 40
    said = [cell.inner_text.strip() for cell in rows[-1].get_elements("table:table-cell")]
    assert said == ["40. Tag", f"{LONGEST} reist", ADDRESS, "40.234 Euro"]


def test_picture_has_its_alternative_text(path: Path) -> None:
    write_odt(sample(), path, at=AT)
    assert [each.inner_text for each in Document(path).body.get_elements("//svg:desc")] == [
        "Ein Balken: 2026 acht Vorhaben."
    ]


def test_language_marking_and_page_numbers_are_in_the_document(path: Path) -> None:
    write_odt(sample(language="en"), path, at=AT)
    document = Document(path)
    styles = document.get_part("styles.xml").serialize().decode()
    assert 'fo:language="en" fo:country="GB"' in styles
    assert "Sichtbar für alle Ressorts" in styles
    assert "<text:page-count>" in styles
    assert (document.meta.title, document.meta.language) == ("Niederschlesien", "en")


def test_every_letter_and_gap_is_there_and_markup_is_text(path: Path) -> None:
    write_odt(replace(sample(), subtitle="Reise\x00 <b>&\x0b"), path, at=AT)
    said = [each.inner_text for each in Document(path).body.get_elements("//text:p")]
    assert f"Buchstaben: {LETTERS}." in said
    assert "Es fehlt noch die Grundlage." in said
    assert "Reise <b>&" in said
