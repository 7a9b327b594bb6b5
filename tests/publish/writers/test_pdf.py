# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDF of a paper: read back as a reader, a screen reader and an archive do."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from bruecke.publish.paper import Column, Fact, Printed, Row, Section, Somebody, Table
from bruecke.publish.writers import pdf
from bruecke.publish.writers.pdf import NotSet, write_pdf
from tests.publish.sample import ADDRESS, AT, LETTERS, LONGEST, sample


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a paper is written."""
    return tmp_path / "paper.pdf"


def text_of(path: Path) -> str:
    """All that can be read, without the places where a line may break."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return unicodedata.normalize("NFC", "\n".join(pages)).replace("\u200b", "")


def fonts_of(document: pikepdf.Pdf) -> set[str]:
    """Names of all fonts, without the mark of their subsets."""
    return {
        str(font.BaseFont).rpartition("+")[2].removeprefix("/")
        for page in document.pages
        for font in page.Resources.get("/Font", {}).values()
    }


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure tree, from top to bottom."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def kinds(document: pikepdf.Pdf) -> list[str]:
    """What every element of the structure tree is."""
    return [str(element.S) for element in elements(document.Root.StructTreeRoot)]


def test_one_file_is_accessible_and_fit_to_be_kept(path: Path) -> None:
    write_pdf(sample(), path, at=AT)
    with pikepdf.open(path) as document, document.open_metadata() as said:
        assert (said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]) == ("1", "2", "A")
        assert (said["dc:title"], str(document.Root.Lang)) == ("Niederschlesien", "de")
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_every_letter_is_set_in_our_font(path: Path) -> None:
    write_pdf(sample(), path, at=AT)
    with pikepdf.open(path) as document:
        assert fonts_of(document) <= {"FiraSans-Regular", "FiraSans-Italic", "FiraSans-Medium", "FiraSans-SemiBold"}
    assert LETTERS in " ".join(text_of(path).split())


def test_headings_tables_lists_and_pictures_are_named_as_what_they_are(path: Path) -> None:
    write_pdf(sample(), path, at=AT)
    with pikepdf.open(path) as document:
        found = kinds(document)
        assert (found.count("/H1"), found.count("/H2"), found.count("/TH")) == (2, 1, 4)
        assert {"/TOC", "/Table", "/L", "/Figure"} <= set(found)
        figures = [element for element in elements(document.Root.StructTreeRoot) if element.S == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == ["Ein Balken: 2026 acht Vorhaben."]


def test_long_table_goes_over_pages_and_repeats_its_header(path: Path) -> None:
    write_pdf(sample(120), path, at=AT)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    with_rows = [page for page in pages if " reist" in page]
    assert len(with_rows) > 3
    assert all("Wo nachzulesen" in page for page in with_rows)


def test_no_word_is_cut_or_runs_out_of_its_cell(path: Path) -> None:
    write_pdf(sample(40), path, at=AT)
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            box = page.get_textpage()
            rights = [box.get_rect(n)[2] for n in range(box.count_rects())]
            assert max(rights, default=0) <= page.get_width() - 20 * 72 / 25.4 + 1
    said = "".join(text_of(path).split()).replace("\u0002", "").replace("\ufffe", "")
    assert said.count(ADDRESS) == 40
    assert said.replace("-", "").count(LONGEST) == 40


def test_every_page_says_which_it_is_and_how_the_paper_is_marked(path: Path) -> None:
    write_pdf(sample(60), path, at=AT)
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    for number, page in enumerate(pages, start=1):
        assert f"Seite {number} von {len(pages)}" in page
        assert "Sichtbar für alle Ressorts" in page
        assert "StK-31-0123/4" in page


def test_character_that_the_font_lacks_is_shown_as_missing_and_said_to_be(path: Path) -> None:
    write_pdf(replace(sample(), subtitle="Besuch aus 湖北"), path, at=AT)
    said = " ".join(text_of(path).split())
    assert "Besuch aus ▯▯" in said
    assert "In der Word- und der ODF-Fassung sind sie vollständig" in said


def test_what_looks_like_markup_is_text(path: Path) -> None:
    write_pdf(replace(sample(), subtitle="#panic(1) $x$ *fett* <a> `b` @c"), path, at=AT)
    assert "#panic(1) $x$ *fett* <a> `b` @c" in text_of(path)


def test_same_print_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    write_pdf(sample(), path, at=AT)
    write_pdf(sample(), tmp_path / "again.pdf", at=AT)
    assert (tmp_path / "again.pdf").read_bytes() == path.read_bytes()


def test_paper_is_refused_where_the_font_is_not_the_one_asked_for(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    for cut in ("Regular", "Italic", "Medium", "SemiBold"):
        data = (pdf.FONTS / f"FiraSans-{cut}.ttf").read_bytes()
        for encoding in ("utf-16-be", "latin-1"):
            data = data.replace("Fira Sans".encode(encoding), "Xira Sans".encode(encoding))
        (fonts / f"FiraSans-{cut}.ttf").write_bytes(data)
    monkeypatch.setattr(pdf, "FONTS", fonts)
    with pytest.raises(NotSet):
        write_pdf(sample(), path, at=AT)
    assert not path.exists()


def test_paper_in_which_somebody_has_no_name_yet_is_not_set(path: Path) -> None:
    nameless: Printed = replace(sample(), facts=(Fact("Leitung", Somebody(7)),))
    with pytest.raises(NotSet):
        write_pdf(nameless, path, at=AT)


def test_paper_of_one_page_has_no_contents(path: Path) -> None:
    write_pdf(sample(is_short=True), path, at=AT)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
    assert "Inhalt" not in text_of(path)


def test_english_paper_speaks_english(path: Path) -> None:
    write_pdf(sample(language="en"), path, at=AT)
    with pikepdf.open(path) as document:
        assert str(document.Root.Lang) == "en"


def test_words_of_a_table_with_many_columns_stay_apart(path: Path) -> None:
    cells = ("Reise nach Breslau", "25.–27. November 2026", "Niederschlesien", "durchgeführt", "Gut", "1", "2", "nein")
    columns = tuple(Column(f"Spalte {n}", width) for n, width in enumerate((8, 5, 5, 4, 9, 5, 6, 5)))
    section = Section("trips", "Reisen", (Table("Alle Reisen", columns, (Row("trip:1", cells),), ""),))
    write_pdf(replace(sample(1), sections=(section,)), path, at=AT)
    with pypdfium2.PdfDocument(path) as document:
        boxes = [
            box.get_rect(n) for box in (page.get_textpage() for page in document) for n in range(box.count_rects())
        ]
    overlaps = [
        (one, other)
        for one, other in combinations(boxes, 2)
        if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]
    assert overlaps == []


def test_paper_without_a_file_reference_says_so(path: Path) -> None:
    write_pdf(replace(sample(1), file_reference=""), path, at=AT)
    assert "ohne Aktenzeichen · gedruckt am" in text_of(path)
