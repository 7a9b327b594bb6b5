# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Footnotes and their marks."""

import pytest

from bruecke.reader.draft import Draft
from bruecke.reader.lines import Line, Role
from tests.reader.structure.reading import draft_of_lines


def noted(mark: str, note: str = "1 Vgl. den Bericht.", number: str = "1") -> Draft:
    texts = [
        "Bericht",
        "",
        "I. Lage",
        "",
        "Folgende Maßnahmen sollen kommen:",
        "",
        f"— Erstellung eines Konzepts{mark}",
        "",
        "— Ausbau der Wege",
        "",
    ]
    lines = [Line(i, text) for i, text in enumerate(texts, 1)]
    return draft_of_lines([*lines, Line(11, note, role=Role.FOOTNOTE, marker=number)])


@pytest.mark.parametrize("mark", ["¹", "1", "[1]", "[^1]", "?", "®", "?®"])
def test_the_mark_is_found_and_taken_out_of_the_text(mark: str) -> None:
    draft = noted(mark)
    assert (draft.measures[0].text, draft.measures[0].footnotes) == ("Erstellung eines Konzepts", ("1",))
    assert [(f.number, f.text, f.lines, f.anchor_line, f.anchor_column, f.anchor) for f in draft.footnotes] == [
        ("1", "Vgl. den Bericht.", (11, 11), 7, 27, "I.1")
    ]


def test_an_illegible_mark_is_named_as_guessed() -> None:
    assert [warning.code for warning in noted("®").warnings] == ["footnote_anchor_guessed"]
    assert [warning.code for warning in noted("¹").warnings] == []


def test_a_note_without_a_mark_stays_without_an_anchor() -> None:
    draft = noted("")
    assert (draft.footnotes[0].anchor_line, draft.footnotes[0].anchor) == (None, "")
    assert [warning.code for warning in draft.warnings] == ["footnote_anchor_missing"]


def test_a_note_over_two_lines_is_one_note() -> None:
    lines = [
        Line(1, "Der Hafen wächst.¹"),
        Line(2, ""),
        Line(3, "1 Vgl. die Strategie des", role=Role.FOOTNOTE, marker="1"),
        Line(4, "Landes von 2019.", role=Role.FOOTNOTE),
        Line(5, "2 Siehe dort.", role=Role.FOOTNOTE, marker="2"),
    ]
    assert [(f.number, f.text, f.lines) for f in draft_of_lines(lines).footnotes] == [
        ("1", "Vgl. die Strategie des Landes von 2019.", (3, 4)),
        ("2", "Siehe dort.", (5, 5)),
    ]
