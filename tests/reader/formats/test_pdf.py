# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""PDF documents."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from bruecke.reader.decode import decode
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.furniture import mark_furniture
from bruecke.reader.limits import Limits
from bruecke.reader.lines import Role, Source
from tests.reader.papers import PASSWORD_DICTIONARY, Put, column, pdf, scan

FRAMEWORK = (
    Path(__file__).parents[3].parent
    / "shared/data/documents/us_federal_data_strategy_2020/assets/docs/2020-federal-data-strategy-framework.pdf"
)
LEFT = [f"Linke Spalte Zeile Nummer {number} mit Text" for number in range(8)]
RIGHT = [f"Rechte Spalte Zeile Nummer {number} mit Text" for number in range(8)]
RULES = b"".join(
    b"%d %d m %d %d l S\n" % edge
    for edge in (
        *((50, y, 350, y) for y in (700, 680, 660)),
        *((x, 660, x, 700) for x in (50, 200, 350)),
    )
)


def texts(source: Source) -> list[str]:
    return [line.text for line in source.lines if not line.is_blank]


def refusal(data: bytes, limits: Limits | None = None) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, name="a.pdf", limits=limits or Limits())
    return caught.value


def test_lines_carry_page_size_and_weight():
    source = decode(pdf([[Put(60, 700, "Ziele für Görlitz", 18, "F2")], column(60, ["Ein Satz auf Seite zwei."])]))
    assert [(line.number, line.text, line.page, line.size, line.bold) for line in source.lines] == [
        (1, "Ziele für Görlitz", 1, 18.0, True),
        (2, "Ein Satz auf Seite zwei.", 2, 11.0, False),
    ]
    assert source.pages == 2


def test_lines_are_in_the_order_of_the_page_and_not_of_the_file():
    assert texts(
        decode(pdf([[Put(60, 100, "Fuß der Seite hier"), *column(60, ["Erste Zeile der Seite", "Zweite"])]]))
    ) == [
        "Erste Zeile der Seite",
        "Zweite",
        "Fuß der Seite hier",
    ]


def test_two_columns_are_read_one_after_the_other():
    drawn = [put for pair in zip(column(50, LEFT), column(320, RIGHT), strict=True) for put in pair]
    assert texts(decode(pdf([drawn]))) == LEFT + RIGHT


def test_heading_across_both_columns_stays_above_them():
    heading = Put(50, 810, "Eine Überschrift, die über beide Spalten der Seite reicht", 16)
    assert texts(decode(pdf([[heading, *column(50, LEFT), *column(320, RIGHT)]])))[:2] == [heading.text, LEFT[0]]


def test_gap_between_paragraphs_is_an_empty_line():
    lines = decode(
        pdf([[*column(60, ["Absatz eins beginnt", "und endet."]), *column(60, ["Absatz zwei."], top=730)]])
    ).lines
    assert [line.text for line in lines] == ["Absatz eins beginnt", "und endet.", "", "Absatz zwei."]


def test_small_raised_digit_is_a_footnote_mark():
    page = [Put(60, 700, "Ein Konzept"), Put(120, 705, "2", 6), Put(126, 700, "soll kommen")]
    assert texts(decode(pdf([page]))) == ["Ein Konzept² soll kommen"]


def test_footnote_in_small_type_is_marked_by_the_furniture_step():
    body = [f"Zeile {word} des Fließtextes dieser Seite" for word in "abcdefgh"]
    page = [*column(60, body), *column(60, ["2 Die Zahlen gelten für 2020."], top=100, size=8)]
    lines = mark_furniture(decode(pdf([page])).lines)
    assert [(n.marker, n.text) for n in lines if n.role is Role.FOOTNOTE] == [("2", "2 Die Zahlen gelten für 2020.")]


def test_ruled_table_becomes_rows():
    cells = [Put(55, 687, "Maßnahme", 11, "F2"), Put(205, 687, "Termin", 11, "F2")]
    cells += [
        Put(55, 667, "Ausbau"),
        Put(205, 667, "2026"),
        Put(50, 740, "Text darüber"),
        Put(50, 600, "Text darunter"),
    ]
    lines = [line for line in decode(pdf([cells], drawing=RULES)).lines if not line.is_blank]
    assert [(line.role, line.text, line.header) for line in lines] == [
        (Role.TEXT, "Text darüber", False),
        (Role.TABLE_ROW, "Maßnahme | Termin", True),
        (Role.TABLE_ROW, "Ausbau | 2026", False),
        (Role.TEXT, "Text darunter", False),
    ]


def test_title_of_the_properties_is_kept_as_a_hint():
    assert decode(pdf([column(60, ["Ein Satz auf der Seite."])], title="Die Strategie")).title == "Die Strategie"


@pytest.mark.parametrize("title", ["Microsoft Word - Entwurf 3.docx", "strategie_final.indd"])
def test_title_that_a_program_wrote_is_no_hint(title):
    assert decode(pdf([column(60, ["Ein Satz auf der Seite."])], title=title)).title == ""


@pytest.mark.skipif(find_spec("ocrmypdf") is not None, reason="the extra ocr is installed and would read the scan")
def test_scan_without_recognition_says_how_to_install_it():
    error = refusal(scan())
    assert error.code == "needs_ocr"
    assert "bruecke[ocr]" in error.german
    assert "tesseract-ocr-deu" in error.english


@pytest.mark.skipif(find_spec("ocrmypdf") is not None, reason="the extra ocr is installed and would read the scan")
def test_single_picture_page_among_text_is_a_warning():
    text = column(60, ["Eine Seite mit genug Text darauf."])
    source = decode(pdf([text, text, []], drawing=b"q 9 0 0 9 4 4 cm /I Do Q\n"))
    assert [(warning.code, "3" in warning.message) for warning in source.warnings] == [("picture_pages", True)]


def test_password_protected_document_is_encrypted():
    data = pdf([column(60, ["geheim"])], trailer=b"/ID[<00><00>]/Encrypt " + PASSWORD_DICTIONARY)
    assert refusal(data).code == "encrypted"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 20, b"%PDF-1.4\n%%EOF"])
def test_damaged_document_is_broken(data):
    assert refusal(data).code == "broken"


def test_document_without_text_or_pictures_is_empty():
    assert refusal(pdf([[], []])).code == "empty"


def test_too_many_pages_are_refused():
    assert refusal(pdf([[], [], []]), Limits(pages=2)).code == "too_many_pages"


def test_document_after_a_printers_header_is_read():
    assert texts(decode(b"@PJL JOB\n" + pdf([column(60, ["Ein Satz auf der Seite."])]))) == ["Ein Satz auf der Seite."]


@pytest.mark.skipif(not FRAMEWORK.is_file(), reason="needs ../shared/data/documents beside the checkout")
def test_public_brochure_reads_its_columns_in_order():
    lines = texts(decode(FRAMEWORK.read_bytes()))
    principles = lines.index("Principles")
    assert lines[principles + 1] == "The Federal Data Strategy Principles serve as moti-"
    assert principles < lines.index("Learning Culture") < lines.index("Practices")
