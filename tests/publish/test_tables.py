# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as files, read back by other programs."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from odfdo import Document
from python_calamine import CalamineWorkbook

from bruecke.publish.tables import Cell, Column, Table, csv_parts, write_ods, write_xlsx

NASTY = ["=1+1", "+49 351", "-5 Prozent", "@SUM(A1)", "\t=1", "\r=1", " =cmd|' /C calc'!A0", "'=1"]


def table(rows: list[tuple[Cell, ...]]) -> Table:
    columns = (Column("Titel"), Column("=Formel"))
    return Table(
        title="Maßnahmen", columns=columns, rows=iter(rows), note=("Stand heute", "=2+2"), note_title="Hinweise"
    )


def xlsx(rows: list[tuple[Cell, ...]]) -> bytes:
    target = BytesIO()
    write_xlsx(table(rows), target)
    return target.getvalue()


def ods(rows: list[tuple[Cell, ...]]) -> bytes:
    target = BytesIO()
    write_ods(table(rows), target)
    return target.getvalue()


@pytest.mark.parametrize("write", [xlsx, ods])
def test_a_workbook_holds_header_rows_and_note(write: object) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(write([("Größe & <Zeichen>", 5), ("zwei", None)])))  # type: ignore[operator]
    assert book.sheet_names == ["Maßnahmen", "Hinweise"]
    rows = book.get_sheet_by_index(0).to_python()
    assert rows == [["Titel", "=Formel"], ["Größe & <Zeichen>", 5.0], ["zwei", ""]]
    assert book.get_sheet_by_index(1).to_python() == [["Stand heute"], ["=2+2"]]


@pytest.mark.parametrize("write", [xlsx, ods])
def test_days_and_amounts_keep_their_type(write: object) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(write([(date(2024, 2, 29), Decimal("1234.50"))])))  # type: ignore[operator]
    assert book.get_sheet_by_index(0).to_python()[1] == [date(2024, 2, 29), 1234.5]


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    with ZipFile(BytesIO(xlsx([(text, text)]))) as book:
        assert b"<f>" not in b"".join(book.read(name) for name in book.namelist())
    with ZipFile(BytesIO(ods([(text, text)]))) as book:
        assert b"table:formula" not in book.read("content.xml")


def test_an_ods_is_read_by_odfdo() -> None:
    sheet = Document(BytesIO(ods([("eins\nzwei", Decimal("2.50"))]))).body.get_table(0)
    assert (sheet.name, sheet.get_value("A2"), sheet.get_value("B2")) == ("Maßnahmen", "eins\nzwei", Decimal("2.50"))


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_a_csv_starts_a_formula(text: str) -> None:
    lines = b"".join(csv_parts(table([(text, "x")]))).decode("utf-8-sig").split("\r\n", 3)
    assert lines[1] == "'=2+2"
    assert lines[2] == "Titel;'=Formel"
    assert lines[3].strip('"').startswith(("'", "\"'"))


def test_a_csv_has_mark_semicolons_and_decimal_comma() -> None:
    raw = b"".join(csv_parts(table([("a;b", Decimal("1.5"))])))
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").splitlines()[-1] == '"a;b";1,5'


def test_control_characters_do_not_break_a_workbook() -> None:
    for write in (xlsx, ods):
        rows = CalamineWorkbook.from_filelike(BytesIO(write([("a\x00b\x1fc", 1)]))).get_sheet_by_index(0).to_python()
        assert rows[1] == ["abc", 1.0]


def test_rows_are_read_once_and_sent_in_parts() -> None:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for number in range(1200):
            yield (f"Zeile {number}", number)

    parts = list(csv_parts(Table("T", (Column("a"), Column("b")), rows())))
    assert len(parts) == 3
    assert b"".join(parts).count(b"\r\n") == 1201
