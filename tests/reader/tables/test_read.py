# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables in every wrapping people send them in."""

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from bruecke.publish.tables import Column, Table, csv_parts, write_ods
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import Limits
from bruecke.reader.sandbox import read_table_file
from bruecke.reader.tables.read import read_table
from bruecke.reader.tables.sheet import Sheet, from_json

TEXT = "Stadt;Land\nGörlitz;Polen\nZittau;Österreich\n"


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    """All rows."""
    return [line.cells for line in sheet.lines]


def workbook(*sheets: list[list[object]]) -> bytes:
    """An XLSX file."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for rows in sheets:
            sheet = book.add_worksheet()
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    if isinstance(value, date):
                        sheet.write_datetime(row, column, value, day)
                    else:
                        sheet.write(row, column, value)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (TEXT.encode("utf-16"), "UTF-16"),
    ],
)
def test_umlauts_are_read_in_every_encoding(data: bytes, encoding: str) -> None:
    sheet = read_table(data)
    assert (sheet.encoding, sheet.header, cells(sheet)[0]) == (encoding, ("Stadt", "Land"), ("Görlitz", "Polen"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    sheet = read_table(TEXT.replace(";", delimiter).encode())
    assert (sheet.delimiter, len(sheet.lines)) == (delimiter, 2)


def test_a_comma_in_texts_is_no_delimiter() -> None:
    sheet = read_table(b'Name;Sitz\n"Verein, der";Bonn, Rhein\n"A, B";C, D\n')
    assert cells(sheet) == [("Verein, der", "Bonn, Rhein"), ("A, B", "C, D")]


def test_lines_above_the_header_and_headers_within_are_passed_over() -> None:
    text = "Export vom 3.4.2025;;\n;;\nName;Land;seit\nA;Polen;2001\n;;\nName;Land;seit\nB;Tschechien;2002\n"
    sheet = read_table(text.encode())
    assert (sheet.header, sheet.header_number, sheet.junk) == (("Name", "Land", "seit"), 3, 4)
    assert [(line.number, line.cells[0]) for line in sheet.lines] == [(4, "A"), (7, "B")]


def test_numbers_of_rows_are_lines_of_the_file_where_a_cell_holds_several() -> None:
    sheet = read_table(b'Name;Rest\n"A\nA";x\nB;y\n')
    assert [line.number for line in sheet.lines] == [2, 4]


def test_a_row_too_short_is_filled_and_one_too_long_keeps_what_is_too_much() -> None:
    assert cells(read_table(b"A;B;C\n1;2;x\nx;y\nx;y;z;zz\n"))[1:] == [("x", "y", ""), ("x", "y", "z", "zz")]


def test_a_column_without_a_heading_is_called_by_its_number() -> None:
    assert read_table(b"Name;;Land\nA;b;c\nD;e;f\n").header == ("Name", "(2)", "Land")


def test_two_columns_of_one_name_are_still_a_header() -> None:
    sheet = read_table(b"Name;Name;seit\nA;B;2001\nD;E;2002\n")
    assert (sheet.header, len(sheet.lines)) == (("Name", "Name", "seit"), 2)


def test_workbooks_give_days_as_iso_and_whole_numbers_without_a_point() -> None:
    data = workbook([], [["Name", "seit", "Zahl"], ["A", datetime(1999, 5, 3), 4.0]], [["Noch", "eins"], ["x", "y"]])
    sheet = read_table(data)
    assert (sheet.format, cells(sheet), sheet.others) == ("XLSX", [("A", "1999-05-03", "4")], ("Sheet3",))


def test_ods_is_read() -> None:
    target = io.BytesIO()
    write_ods(Table("Orte", (Column("Stadt"), Column("Land")), [("Görlitz", "Polen")]), target)
    sheet = read_table(target.getvalue())
    assert (sheet.format, cells(sheet)) == ("ODS", [("Görlitz", "Polen")])


def test_our_own_csv_comes_back_without_the_mark_that_stops_formulas() -> None:
    table = Table("x", (Column("Name"), Column("Land")), [("=1+1", "Polen"), ("'s Hertogenbosch", "-")])
    sheet = read_table(b"".join(csv_parts(table)))
    assert cells(sheet) == [("=1+1", "Polen"), ("'s Hertogenbosch", "-")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b";;;\n;;;\n", "empty"),
        (b"Name;Land\n", "empty"),
        (b"%PDF-1.7\nx", "unknown_format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unknown_format"),
        (bytes(range(256)) * 8, "binary"),
        (b"PK\x03\x04broken", "broken"),
    ],
)
def test_what_is_no_table_is_refused_in_words(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read_table(data)
    assert refusal.value.code == code
    assert refusal.value.english


def test_a_text_document_in_a_zip_is_no_table() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(UnreadableDocument) as refusal:
        read_table(target.getvalue())
    assert refusal.value.code == "unknown_format"


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 30_000_000)
    with pytest.raises(UnreadableDocument) as refusal:
        read_table(target.getvalue())
    assert refusal.value.code == "zip_bomb"


def test_more_cells_or_bytes_than_are_read_are_refused() -> None:
    for limits in (Limits(cells=3), Limits(table_bytes=10)):
        with pytest.raises(UnreadableDocument) as refusal:
            read_table(TEXT.encode(), limits=limits)
        assert refusal.value.code == "too_large"


def test_the_reading_process_gives_the_same_table(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "x.csv"
    path.write_bytes(TEXT.encode("cp1252"))
    sheet = read_table(TEXT.encode("cp1252"))
    assert read_table_file(path) == sheet
    assert from_json(sheet.as_json()) == sheet
