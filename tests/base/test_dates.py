# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates as documents state them: never more exact than the source, never a day that does not exist."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.base.dates import FUZZY, day_in_words, fuzzy_in_words, is_fuzzy_date

days = st.dates(min_value=date(1, 1, 1))


@given(days)
def test_every_day_is_a_date_at_each_exactness(day: date) -> None:
    whole = day.isoformat()
    assert all(is_fuzzy_date(part) for part in (whole, whole[:7], whole[:4]))


@given(days, st.sampled_from(("de", "en")))
def test_words_say_no_more_than_the_date(day: date, language: str) -> None:
    whole = day.isoformat()
    year, month, words = (fuzzy_in_words(whole[:end], language) for end in (4, 7, 10))
    assert year == whole[:4]
    assert month.endswith(f" {whole[:4]}")
    assert not re.search(r"\d", month.removesuffix(whole[:4]))
    assert words.endswith(month)
    assert int(re.findall(r"\d+", words)[0]) == day.day


@given(days)
def test_day_in_words_is_the_whole_date(day: date) -> None:
    assert day_in_words(day) == fuzzy_in_words(day.isoformat())


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_a_date_exactly_where_the_calendar_has_it(year: int, month: int, day: int) -> None:
    try:
        exists = bool(date(year, month, day))
    except ValueError:
        exists = False
    assert is_fuzzy_date(f"{year:04}-{month:02}-{day:02}") == exists


@given(st.text(max_size=12))
def test_anything_else_is_refused_with_a_reason(text: str) -> None:
    if not is_fuzzy_date(text):
        with pytest.raises(ValueError, match="no truncated ISO date"):
            fuzzy_in_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18",
        "2018-",
        "2018-9",
        "2018-13",
        "2018-00",
        "2023-02-29",
        "2018-09-31",
        "2018-09-30\n",
        "२०१८",
        "0000",
    ],
)
def test_a_date_that_is_none_is_none(text: str) -> None:
    assert not is_fuzzy_date(text)


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("2018", "2018", "2018"),
        ("2018-09", "September 2018", "September 2018"),
        ("2024-03", "März 2024", "March 2024"),
        ("2022-02-24", "24. Februar 2022", "24 February 2022"),
        ("2024-02-29", "29. Februar 2024", "29 February 2024"),
    ],
)
def test_dates_in_both_languages(text: str, german: str, english: str) -> None:
    assert fuzzy_in_words(text) == german
    assert fuzzy_in_words(text, "en") == english


def test_a_language_without_months_of_its_own_reads_german() -> None:
    assert fuzzy_in_words("2024-03", "hsb") == "März 2024"


@given(days)
def test_pattern_of_the_database_takes_what_the_code_takes(day: date) -> None:
    assert FUZZY.match(day.isoformat())
