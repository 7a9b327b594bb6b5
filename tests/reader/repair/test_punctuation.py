# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotation marks, bullets, hyphens and blanks."""

import pytest

from bruecke.reader.draft import Repair
from bruecke.reader.lines import Line, Role
from bruecke.reader.repair.edits import apply
from bruecke.reader.repair.punctuation import blank_repairs, dash_repairs, quote_repairs


def lines_of(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def mended(repairs: list[Repair], lines: list[Line]) -> list[str]:
    return [apply(line.text, [one for one in repairs if one.line == line.number]) for line in lines]


def quotes(*texts: str) -> list[str]:
    lines = lines_of(*texts)
    return mended(quote_repairs(lines, frozenset(range(len(lines)))), lines)


def dashes(*texts: str) -> list[str]:
    lines = lines_of(*texts)
    return mended(dash_repairs(lines, frozenset(range(len(lines)))), lines)


def blanks(*texts: str) -> list[str]:
    lines = lines_of(*texts)
    return mended(blank_repairs(lines, frozenset(range(len(lines)))), lines)


@pytest.mark.parametrize("read", [",Haus”", ",,Haus“", ",.Haus*", ".Haus“", "„Haus®"])
def test_marks_around_a_word_are_made_german(read: str):
    assert quotes(f"Das {read} steht hier.") == ["Das „Haus“ steht hier."]


def test_a_quotation_may_run_over_lines():
    assert quotes("Er sagt: ,Das Haus", "ist offen.”") == ["Er sagt: „Das Haus", "ist offen.“"]


def test_a_mark_with_a_blank_in_a_bracket_is_found():
    assert quotes("Das Haus (, Offen-Programm®) ist da.") == ["Das Haus („Offen-Programm“) ist da."]


def test_commas_without_a_closing_mark_stay():
    assert quotes("Das Haus, der Hof ,und der Garten.") == ["Das Haus, der Hof ,und der Garten."]


def test_a_closing_mark_without_an_opening_one_stays():
    assert quotes("Das Haus® steht* hier.") == ["Das Haus® steht* hier."]


def test_quotation_marks_that_are_right_stay():
    assert quotes("Das „Haus“ steht, der „Hof“ auch.") == ["Das „Haus“ steht, der „Hof“ auch."]


def test_an_odd_bullet_is_made_like_its_neighbours():
    assert dashes("— Polen", "-~ Ungarn", "— Litauen") == ["— Polen", "— Ungarn", "— Litauen"]


def test_a_dash_in_front_of_a_word_is_the_hyphen_of_a_compound():
    assert dashes("Länder oder —regionen") == ["Länder oder -regionen"]


def test_long_and_short_dashes_stay_as_they_came():
    assert dashes("Das Haus — alt – steht.") == ["Das Haus — alt – steht."]


def test_doubled_blanks_and_a_stray_one_in_front_go():
    assert blanks("Das  Haus", " steht hier", "und da") == ["Das Haus", "steht hier", "und da"]


def test_columns_and_indented_text_keep_their_blanks():
    columns = "Haus    Hof     Garten"
    assert blanks(columns, " eins", " zwei", " drei") == [columns, " eins", " zwei", " drei"]
    row = Line(1, "Haus  Hof", role=Role.TABLE_ROW)
    assert blank_repairs([row], frozenset({0})) == []
