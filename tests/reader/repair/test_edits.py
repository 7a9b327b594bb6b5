# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Edits of a line: applied, they give the repaired line; undone, the line as it came."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.reader.draft import Repair
from bruecke.reader.repair.edits import Edits, apply, undo


def edit(start: int, original: str, suggestion: str, line: int = 1) -> Repair:
    return Repair(line, start, original, suggestion, 0.9, "word")


def test_apply_puts_suggestions_where_the_originals_stood():
    assert apply("fiir die MaBnahmen", [edit(9, "MaBnahmen", "Maßnahmen"), edit(0, "fiir", "für")]) == (
        "für die Maßnahmen"
    )


def test_undo_puts_one_original_back_and_leaves_the_others():
    repairs = [edit(0, "fiir", "für"), edit(9, "MaBnahmen", "Maßnahmen")]
    repaired = apply("fiir die MaBnahmen", repairs)
    assert undo(repaired, repairs, 1) == "für die MaBnahmen"
    assert undo(repaired, repairs, 0) == "fiir die Maßnahmen"


def test_undo_of_an_insertion_takes_it_out_again():
    repairs = [edit(0, "", "II")]
    assert undo(apply(") Wirtschaft", repairs), repairs, 0) == ") Wirtschaft"


def test_a_repair_over_a_place_already_repaired_is_refused():
    edits = Edits()
    assert edits.add(edit(0, "fiir", "für"))
    assert not edits.add(edit(2, "ir", "r"))
    assert not edits.add(edit(5, "die", "die"))
    assert edits.everything() == (edit(0, "fiir", "für"),)


def test_a_word_on_two_lines_is_repaired_on_both_or_on_none():
    edits = Edits()
    edits.add(edit(0, "zung", "Zung", line=2))
    assert not edits.add_all([edit(4, "Unterstiit", "Unterstüt"), edit(0, "zung", "zung!", line=2)])
    assert edits.of_line(1) == ()


def test_applying_a_repair_to_another_text_is_an_error():
    with pytest.raises(ValueError, match="does not stand"):
        apply("für die", [edit(0, "fiir", "für")])
    with pytest.raises(ValueError, match="does not stand"):
        undo("fiir die", [edit(0, "fiir", "für")], 0)


@st.composite
def lines_with_edits(draw: st.DrawFn) -> tuple[str, list[Repair]]:
    pieces = draw(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=4), st.text(max_size=4)), max_size=6))
    text, repairs = "", []
    for kept, original, suggestion in pieces:
        text += kept + "-"
        repairs.append(edit(len(text), original, suggestion))
        text += original
    return text, repairs


@given(lines_with_edits())
def test_undoing_all_repairs_one_by_one_gives_the_line_as_it_came(made: tuple[str, list[Repair]]):
    text, repairs = made
    repaired = apply(text, repairs)
    for number in range(len(repairs) - 1, -1, -1):
        repaired = undo(repaired, repairs[: number + 1], number)
    assert repaired == text
