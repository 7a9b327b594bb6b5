# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cells as people write them."""

import pytest

from bruecke.intake.country_names import code_of
from bruecke.intake.table_cells import Unreadable, day_of, value_of, values_of
from bruecke.intake.table_columns import Holds, TableColumn, guess
from bruecke.intake.table_target import targets

SPAN = (TableColumn("starts", "ab", Holds.DAY), TableColumn("ends", "bis", Holds.DAY, starts="starts"))


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2027-12-31", "2027-12-31"),
        ("2027-12-31 00:00:00", "2027-12-31"),
        ("31.12.2027", "2027-12-31"),
        ("1. 2. 2027", "2027-02-01"),
        ("12/31/2027", "2027-12-31"),
        ("31/12/2027", "2027-12-31"),
        ("1/1/2027", "2027-01-01"),
        ("12/2027", "2027-12"),
        ("2027", "2027"),
    ],
)
def test_days_are_read(cell: str, day: str) -> None:
    assert day_of(cell) == day


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("bald", "no_day"),
        ("31.12.27", "no_day"),
        ("30.02.2027", "no_such_day"),
        ("13/13/2027", "no_such_day"),
        ("3/4/2027", "unclear_day"),
        ("2027-13-01", "no_such_day"),
    ],
)
def test_days_that_are_none_say_why(cell: str, code: str) -> None:
    with pytest.raises(Unreadable) as error:
        day_of(cell)
    assert error.value.code == code


def test_an_end_before_its_start_is_told() -> None:
    _values, problems = values_of(SPAN, {"starts": "2.5.2027", "ends": "1.5.2027"})
    assert [(problem.code, problem.column) for problem in problems] == [("ends_before", "ends")]


def test_an_end_in_the_year_of_its_start_is_no_problem() -> None:
    assert values_of(SPAN, {"starts": "2.5.2027", "ends": "2027"})[1] == []


@pytest.mark.parametrize("cell", ["", "  ", "-", "k. A.", "NULL", "#N/A", "#NV"])
def test_what_says_nothing_is_empty(cell: str) -> None:
    assert value_of(TableColumn("x", "x"), cell) == ""


def test_an_error_of_a_spreadsheet_where_a_value_is_needed_is_told() -> None:
    _values, problems = values_of((TableColumn("x", "x", is_required=True),), {"x": "#REF!"})
    assert [problem.code for problem in problems] == ["no_value"]


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        (TableColumn("x", "x", most=3), "lang", "too_long"),
        (TableColumn("x", "x", Holds.COUNTRY), "Atlantis", "no_country"),
        (TableColumn("x", "x", Holds.COUNTRY), "ZZ", "no_country"),
        (TableColumn("x", "x", Holds.DEGREES, largest=90), "91", "no_degrees"),
        (TableColumn("x", "x", Holds.DEGREES), "nord", "no_degrees"),
        (TableColumn("x", "x", Holds.DEGREES), "nan", "no_degrees"),
        (TableColumn("x", "x", Holds.CHOICE, choices={"a": ("Alpha",)}), "Beta", "no_choice"),
    ],
)
def test_wrong_codes_and_numbers_are_told(column: TableColumn, cell: str, code: str) -> None:
    with pytest.raises(Unreadable) as error:
        value_of(column, cell)
    assert error.value.code == code


def test_choices_go_by_key_label_or_other_words() -> None:
    column = TableColumn("x", "x", Holds.CHOICE, choices={"university": ("Hochschule", "Universität")})
    assert {value_of(column, cell) for cell in ("university", "HOCHSCHULE", "Universitaet")} == {"university"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Polen", "PL"),
        ("Czech Republic", "CZ"),
        ("Wales, United Kingdom", "GB"),
        ("Türkei", "TR"),
        ("the Netherlands", "NL"),
        ("Bosnia and Herzegovina", "BA"),
        ("Česko", "CZ"),
        ("at", "AT"),
        ("POL", "PL"),
        ("Serbien und Montenegro", ""),
        ("in Italy", ""),
    ],
)
def test_countries_go_by_many_names_and_states_that_are_no_more_by_none(name: str, code: str) -> None:
    assert code_of(name) == code


def test_columns_are_guessed_in_german_and_english_each_once() -> None:
    columns = targets()["academic"].columns
    assert guess(columns, ("partner_university", "country_de", "agreement_type", "end_date")) == {
        "partner": 0,
        "country": 1,
        "title": 2,
        "ends_on": 3,
    }
    assert guess(columns, ("Land", "Läuft bis", "Partnerhochschule")) == {"partner": 2, "country": 0, "ends_on": 1}
