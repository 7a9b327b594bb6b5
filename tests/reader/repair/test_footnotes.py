# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raised figures of footnotes, found by the notes they belong to."""

from bruecke.reader.lines import Line
from bruecke.reader.repair.edits import apply
from bruecke.reader.repair.footnotes import footnote_repairs

TEXT = ["Der Verein berichtet von vielen Orten.’", "", "— Plan einer Halle?", "", "— Aufbau eines", "Netzes?®", ""]
NOTES = ["Vgl. Bericht des Vereins, S. 5.", "2Vgl. Plan der Stadt.", "3 Vgl. Karte des Landes."]


def mended(texts: list[str], taken: set[tuple[int, int]] | None = None) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    found = footnote_repairs(lines, frozenset(range(len(lines))), taken or set())
    assert {one.reason for one in found} <= {"footnote"}
    return [apply(line.text, [one for one in found if one.line == line.number]) for line in lines]


def test_marks_become_the_numbers_of_the_notes_in_their_order():
    assert mended(TEXT + NOTES) == [
        "Der Verein berichtet von vielen Orten.1",
        "",
        "— Plan einer Halle2",
        "",
        "— Aufbau eines",
        "Netzes3",
        "",
        "1 Vgl. Bericht des Vereins, S. 5.",
        "2 Vgl. Plan der Stadt.",
        "3 Vgl. Karte des Landes.",
    ]


def test_marks_stay_where_no_note_stands_at_the_foot():
    assert mended(TEXT) == TEXT


def test_a_question_keeps_its_mark():
    texts = ["Was kostet die Halle?", "", "Der Verein berichtet.’", "", "1 Vgl. Bericht des Vereins."]
    assert mended(texts) == ["Was kostet die Halle?", "", "Der Verein berichtet.1", "", "1 Vgl. Bericht des Vereins."]


def test_a_quotation_mark_is_no_footnote():
    texts = ["Das Haus heißt „Offen®", "", "1 Vgl. Bericht des Vereins."]
    assert mended(texts, {(0, 21)}) == texts


def test_a_figure_that_stands_is_not_set_again():
    texts = ["Der Verein berichtet.1", "Er lobt den Hof®", "", "1 Vgl. Bericht des Vereins."]
    assert mended(texts) == texts


def test_numbered_items_are_no_notes():
    texts = ["Der Verein baut®", "1 Halle", "2 Höfe", "3 Wege"]
    assert mended(texts) == texts
