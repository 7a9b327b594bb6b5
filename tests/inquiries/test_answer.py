# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shape of an answer: JSON and back, figures, what is published."""

from dataclasses import replace

from bruecke.inquiries.answer import (
    CENTS,
    PERSON,
    Answer,
    Asked,
    Column,
    Drawn,
    Part,
    Row,
    Rule,
    Someone,
    Table,
    as_json,
    figures,
    hidden_rows,
    of_json,
    only_people,
    people_in,
    published,
)

COLUMNS = (Column("title", "Reise"), Column("who", "Person", PERSON), Column("cost", "Kosten", CENTS, is_internal=True))
ROWS = (
    Row("activity:1", ("Prag", Someone(7), 10_000), "2026-03-01", "held", is_public=True),
    Row("activity:2", ("Geheim", Someone(8), 99_900), "2026-04-01", "held"),
    Row("activity:3", ("Breslau", None, None), "2026-05-01", "held", is_public=True),
    Row("activity:4", ("Brünn", None, 5_000), "2026-06-01", "planned", is_public=True),
)
RULES = (Rule("held", "Reisen", group="held"), Rule("cost", "Kosten", "cost", "held"))
TABLE = Table("trips", "Reisen", COLUMNS, ROWS, RULES)
DRAWN = Drawn(
    Asked("trips", "2026-01-01", "2026-12-31", 3, (3, 1), "Tschechien"), "2026-07-01", "Register", (TABLE,), ("x",)
)
ANSWER = Answer("small", "8/1", "Reisen", (Part(1, 1, "Wie viele?", "Vier.", drawn=DRAWN), Part(2, 2, "Wer?", "Er.")))


def told(answer: Answer) -> list[tuple[str, int | None, int]]:
    drawn = answer.parts[0].drawn
    assert drawn is not None
    return [(figure.key, figure.value, figure.unknown) for figure in figures(drawn.tables[0])]


def test_an_answer_comes_back_from_json_as_it_was() -> None:
    assert of_json(as_json(ANSWER)) == ANSWER


def test_figures_count_what_they_know_and_say_what_they_do_not() -> None:
    assert told(ANSWER) == [("held", 3, 0), ("cost", 109_900, 1)]


def test_a_sum_of_nothing_known_is_unknown() -> None:
    table = replace(TABLE, rows=(ROWS[2],))
    assert [figure.value for figure in figures(table)] == [1, None]


def test_the_published_version_has_no_internal_row_column_gap_or_figure() -> None:
    drawn = published(ANSWER).parts[0].drawn
    assert drawn is not None
    assert [row.cells for row in drawn.tables[0].rows] == [("Prag", Someone(7)), ("Breslau", None), ("Brünn", None)]
    assert (told(published(ANSWER)), drawn.gaps) == ([("held", 2, 0)], ())


def test_amounts_are_published_only_where_somebody_released_them() -> None:
    part = replace(ANSWER.parts[0], amounts_are_public=True)
    assert told(published(replace(ANSWER, parts=(part,)))) == [("held", 2, 0), ("cost", 10_000, 1)]


def test_a_secret_answer_leaves_its_number_alone() -> None:
    secret = replace(ANSWER.parts[0], secret_because="Sicherheit")
    [part] = published(replace(ANSWER, parts=(secret,))).parts
    assert part == Part(1, 1, "", is_withheld=True)


def test_rows_left_out_are_counted() -> None:
    assert hidden_rows(DRAWN) == 1


def test_people_who_may_not_be_named_any_more_are_taken_out() -> None:
    assert people_in(ANSWER) == {7, 8}
    assert people_in(only_people(ANSWER, {7})) == {7}


def test_a_question_is_answered_by_text_table_or_ground() -> None:
    answered = [
        Part(1, 1, "?", " "),
        Part(1, 1, "?", "Ja."),
        Part(1, 1, "?", refused_because="x"),
        Part(1, 1, "?", drawn=DRAWN),
    ]
    assert [part.is_answered for part in answered] == [False, True, True, True]
