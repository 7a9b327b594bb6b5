# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said otherwise than in an earlier answer."""

from bruecke.inquiries.answer import CENTS, Asked, Column, Drawn, Row, Rule, Table
from bruecke.inquiries.contradictions import CELL, FIGURE, GONE, NEW, Difference, differences, is_same_matter

COLUMNS = (Column("title", "Reise"), Column("cost", "Kosten", CENTS))
RULES = (Rule("held", "Reisen", group="held"), Rule("cost", "Kosten", "cost", "held"))
YEAR = Asked("trips", "2026-01-01", "2026-12-31")
HALF = Asked("trips", "2026-01-01", "2026-06-30")
CZECHIA = Asked("trips", "2026-01-01", "2026-12-31", 3, (3,))
PRAGUE = Asked("trips", "2026-01-01", "2026-12-31", 5, (5, 3))
POLAND = Asked("trips", "2026-01-01", "2026-12-31", 4, (4,))


def row(key: str, title: str, cost: int | None, on: str = "2026-03-01") -> Row:
    return Row(key, (title, cost), on, "held", is_public=True)


def drawn(asked: Asked, *rows: Row) -> Drawn:
    return Drawn(asked, "2026-07-01", "Register", (Table("trips", "Reisen", COLUMNS, rows, RULES),))


def sorts(found: list[Difference]) -> list[tuple[str, str]]:
    return [(each.sort, each.what) for each in found]


def test_the_same_figures_contradict_nothing() -> None:
    same = drawn(YEAR, row("a", "Prag", 100))
    assert differences(same, same) == []


def test_each_number_that_differs_is_named_with_both_values() -> None:
    now, then = drawn(YEAR, row("a", "Prag", 120)), drawn(YEAR, row("a", "Prag", 100))
    assert differences(now, then) == [
        Difference(FIGURE, "Reisen", "Kosten", then=100, now=120, unit=CENTS),
        Difference(CELL, "Reisen", "Prag", "Kosten", 100, 120, CENTS),
    ]


def test_what_was_unknown_then_is_a_difference_not_a_nothing() -> None:
    found = differences(drawn(YEAR, row("a", "Prag", 0)), drawn(YEAR, row("a", "Prag", None)))
    assert [(each.sort, each.then, each.now) for each in found] == [(FIGURE, None, 0), (CELL, None, 0)]


def test_rows_are_compared_within_the_days_both_are_about() -> None:
    now = drawn(YEAR, row("a", "Prag", 100), row("c", "Brünn", 10, "2026-09-01"))
    then = drawn(HALF, row("a", "Prag", 100), row("b", "Pilsen", 50, "2026-06-30"))
    assert sorts(differences(now, then)) == [(GONE, "Pilsen")]


def test_a_row_that_was_not_there_is_new() -> None:
    assert sorts(differences(drawn(HALF, row("a", "Prag", 1)), drawn(YEAR))) == [(NEW, "Prag")]


def test_what_a_wider_place_holds_more_is_no_contradiction() -> None:
    wide, narrow = drawn(CZECHIA, row("a", "Prag", 1), row("b", "Pilsen", 1)), drawn(PRAGUE, row("a", "Prag", 2))
    assert sorts(differences(wide, narrow)) == [(CELL, "Prag")]
    assert sorts(differences(narrow, wide)) == [(CELL, "Prag")]
    assert sorts(differences(drawn(CZECHIA), narrow)) == [(GONE, "Prag")]


def test_other_shapes_places_and_periods_are_another_matter() -> None:
    later = Asked("trips", "2027-01-01", "2027-12-31")
    pairs = ((CZECHIA, POLAND), (YEAR, later), (YEAR, Asked("costs")), (PRAGUE, YEAR), (HALF, Asked("trips")))
    assert [is_same_matter(one, other) for one, other in pairs] == [False, False, False, True, True]
    assert differences(drawn(CZECHIA, row("a", "x", 1)), drawn(POLAND)) == []
