# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repair as a whole: damaged German is mended, everything else comes back as it came."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bruecke.reader.lines import Line, Role
from bruecke.reader.repair import Repaired, apply, repair, undo

DAMAGED = """Die MaBnahmen fiir den Ausbau der Stra8en werden in den nachsten Jahren verstarkt.
Wir kdnnen dartiber hinaus die Unterstiit-
zung der Stadte und Lander férdern, soweit Mittel verfiigbar sind.
AuBerdem soll die Offentlichkeit tiber alle Fortschritte regelmaRig unterrichtet werden."""
MENDED = """Die Maßnahmen für den Ausbau der Straßen werden in den nächsten Jahren verstärkt.
Wir können darüber hinaus die Unterstüt-
zung der Städte und Länder fördern, soweit Mittel verfügbar sind.
Außerdem soll die Öffentlichkeit über alle Fortschritte regelmäßig unterrichtet werden."""


def lines_of(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def text_of(repaired: Repaired) -> str:
    return "\n".join(line.text for line in repaired.lines)


def test_damaged_german_is_mended_over_line_ends_too():
    assert text_of(repair(lines_of(DAMAGED))) == MENDED


def test_mended_text_is_not_mended_again():
    assert repair(lines_of(MENDED)) == Repaired(tuple(lines_of(MENDED)), ())


def test_repairs_keep_line_column_and_original():
    lines = lines_of(DAMAGED)
    for one in repair(lines).repairs:
        text = lines[one.line - 1].text
        assert text[one.start : one.start + len(one.original)] == one.original
        assert 0 < one.confidence <= 1
        assert one.reason


def test_each_single_repair_can_be_undone():
    lines = lines_of(DAMAGED)
    result = repair(lines)
    of_first = [one for one in result.repairs if one.line == 1]
    for index, one in enumerate(of_first):
        others = [r for r in of_first if r is not one]
        assert undo(result.lines[0].text, of_first, index) == apply(lines[0].text, others)


def test_cells_of_a_table_row_are_mended_like_the_row():
    cells = ("MaBnahme fiir Stadte", "Zustandig", "kdnnen wir priifen")
    row = Line(1, "MaBnahme fiir Stadte | Zustandig | kdnnen wir priifen", role=Role.TABLE_ROW, cells=cells, table=1)
    text = Line(2, "Die Mittel werden fiir die Unterstiitzung der Gemeinden und der Kreise verwendet.")
    mended = repair([row, text]).lines[0]
    assert mended.cells == ("Maßnahme für Städte", "Zuständig", "können wir prüfen")
    assert mended.text == " | ".join(mended.cells)


def test_numbers_pages_and_roles_of_lines_stay():
    lines = [Line(n, text, page=n, role=Role.ITEM, marker="•") for n, text in ((3, DAMAGED.split("\n")[0]), (7, ""))]
    assert [(one.number, one.page, one.role, one.marker) for one in repair(lines).lines] == [
        (3, 3, Role.ITEM, "•"),
        (7, 7, Role.ITEM, "•"),
    ]


def test_another_language_comes_back_unchanged():
    assert repair(lines_of(DAMAGED), language="en").repairs == ()


def test_no_lines_give_no_lines():
    assert repair([]) == Repaired((), ())


words = st.sampled_from(
    [*DAMAGED.split(), *MENDED.split(), "Québec", "(ber", "1)", "lll)", ",Wort”", "—", "x@y.de", "ﬀ"]
)
texts = st.lists(st.one_of(words, st.text(max_size=8)), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(texts, max_size=8))
def test_applying_the_repairs_gives_the_repaired_lines_whatever_comes_in(written: list[str]):
    lines = [Line(number, text) for number, text in enumerate([*written, *DAMAGED.split("\n")], 1)]
    result = repair(lines)
    assert [line.number for line in result.lines] == [line.number for line in lines]
    for before, after in zip(lines, result.lines, strict=True):
        assert apply(before.text, [r for r in result.repairs if r.line == before.number]) == after.text


@pytest.mark.parametrize(
    "text",
    [
        "Das Café in Québec, die Brücke bei Kraków und der Fluss bei Ústí nad Labem liegen weit auseinander.",
        "Wir wollen fuer alle Staedte die Massnahmen ueber das Jahr 2030 hinaus moeglich machen und koennen das auch.",
        "Die Massnahmen für die grossen Städte schliessen Strassen ein; ausserdem müssen Grösse und Mass stimmen.",
        "The region will expand its liaison offices; the far north is for the most part left out, in die an am.",
        "user_id = call(x6, B2B); siehe https://beispiel.de/fiir/uber und info@MaBnahmen.de oder Art. 3a Abs. 2.",
    ],
)
def test_text_that_was_not_scanned_comes_back_unchanged(text: str):
    assert repair(lines_of(text)).repairs == ()


@pytest.mark.parametrize(
    "odd",
    ["a" * 50_000 + "ii" * 50_000, " " * 50_000, "-" * 50_000, ",x " * 10_000, "(" * 10_000, "1) A\n" * 3_000],
)
def test_odd_lines_beside_damage_come_through(odd: str):
    result = repair(lines_of(DAMAGED + "\n" + odd))
    assert text_of(result).startswith(MENDED)


def test_a_document_on_one_line_is_mended_like_any():
    sentence = DAMAGED.split("\n")[0]
    mended = MENDED.split("\n")[0]
    assert text_of(repair([Line(1, " ".join([sentence] * 200))])) == " ".join([mended] * 200)
