# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""When something happens: what people say, and the same in words again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.activities.when import EndsBeforeItStarts, When, in_words, parse

SAID = {
    "2027": ("2027", ""),
    "Mai 2027": ("2027-05", ""),
    "im Mai 2027": ("2027-05", ""),
    "May 2027": ("2027-05", ""),
    "5.2027": ("2027-05", ""),
    "05/2027": ("2027-05", ""),
    "2027-05": ("2027-05", ""),
    "12. Mai 2027": ("2027-05-12", ""),
    "12.5.2027": ("2027-05-12", ""),
    "12.05.2027": ("2027-05-12", ""),
    "am 12. Mai 2027": ("2027-05-12", ""),
    "12 May 2027": ("2027-05-12", ""),
    "12th May 2027": ("2027-05-12", ""),
    "May 12, 2027": ("2027-05-12", ""),
    "2027-05-12": ("2027-05-12", ""),
    "12.–14. Mai 2027": ("2027-05-12", "2027-05-14"),
    "12.-14. Mai 2027": ("2027-05-12", "2027-05-14"),
    "12. - 14. Mai 2027": ("2027-05-12", "2027-05-14"),
    "vom 12. bis 14. Mai 2027": ("2027-05-12", "2027-05-14"),
    "vom 12. bis zum 14. Mai 2027": ("2027-05-12", "2027-05-14"),
    "12.-14.5.2027": ("2027-05-12", "2027-05-14"),
    "12–14 May 2027": ("2027-05-12", "2027-05-14"),
    "12-14 May 2027": ("2027-05-12", "2027-05-14"),
    "May 12–14, 2027": ("2027-05-12", "2027-05-14"),
    "from 12 to 14 May 2027": ("2027-05-12", "2027-05-14"),
    "2027-05-12/2027-05-14": ("2027-05-12", "2027-05-14"),
    "30.4.–2.5.2027": ("2027-04-30", "2027-05-02"),
    "30. April bis 2. Mai 2027": ("2027-04-30", "2027-05-02"),
    "30. Dezember – 2. Januar 2027": ("2026-12-30", "2027-01-02"),
    "30. Dezember 2026 bis 2. Januar 2027": ("2026-12-30", "2027-01-02"),
    "Mai–Juli 2027": ("2027-05", "2027-07"),
    "from May to July 2027": ("2027-05", "2027-07"),
    "Oktober 2026 bis März 2027": ("2026-10", "2027-03"),
    "2026–2028": ("2026", "2028"),
    "2026-2028": ("2026", "2028"),
    "2026/2027": ("2026", "2027"),
    "2026/27": ("2026", "2027"),
    "2. Halbjahr 2026": ("2026-07", "2026-12"),
    "zweites Halbjahr 2026": ("2026-07", "2026-12"),
    "im ersten Halbjahr 2026": ("2026-01", "2026-06"),
    "2nd half of 2026": ("2026-07", "2026-12"),
    "second half of 2026": ("2026-07", "2026-12"),
    "H2 2026": ("2026-07", "2026-12"),
    "3. Quartal 2027": ("2027-07", "2027-09"),
    "Q1/2027": ("2027-01", "2027-03"),
    "fourth quarter of 2027": ("2027-10", "2027-12"),
    "Herbst 2027": ("2027-09", "2027-11"),
    "voraussichtlich im Frühjahr 2027": ("2027-03", "2027-05"),
    "12. Mai–12. Mai 2027": ("2027-05-12", ""),
}


@pytest.mark.parametrize("said", SAID)
def test_what_people_say_is_read(said: str) -> None:
    assert parse(said) == When(*SAID[said])


@pytest.mark.parametrize(
    "said",
    ["", "bald", "Mai", "12. Mai", "12.–14. Mai", "31. Februar 2027", "31.2.2027", "13/2027", "5. Quartal 2027",
     "3. Halbjahr 2027", "0000", "2027-13", "12.–14. 2027", "2026/29", "Winter 2027", "1. und 3. Mai 2027",
     "12. Mai 2027 bis", "٢٠٢٧"],
)  # fmt: skip
def test_what_cannot_be_read_or_names_no_year_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(said)


@pytest.mark.parametrize("said", ["14.–12. Mai 2027", "2028–2026", "Mai 2027 bis 12. Mai 2027"])
def test_an_end_before_the_start_is_refused(said: str) -> None:
    with pytest.raises(EndsBeforeItStarts):
        parse(said)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("Februar 2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("2. Halbjahr 2026", date(2026, 7, 1), date(2026, 12, 31)),
        ("12.–14. Mai 2027", date(2027, 5, 12), date(2027, 5, 14)),
    ],
)
def test_first_and_last_possible_day(said: str, first: date, last: date) -> None:
    assert (parse(said).first, parse(said).last) == (first, last)


@pytest.mark.parametrize(
    ("when", "german", "english"),
    [
        (When("2027-05"), "Mai 2027", "May 2027"),
        (When("2026-07", "2026-12"), "2. Halbjahr 2026", "second half of 2026"),
        (When("2026-04", "2026-06"), "2. Quartal 2026", "second quarter of 2026"),
        (When("2027-05-12", "2027-05-14"), "12.–14. Mai 2027", "12–14 May 2027"),
        (When("2027-04-30", "2027-05-02"), "30. April bis 2. Mai 2027", "30 April to 2 May 2027"),
        (When("2026", "2028"), "2026–2028", "2026–2028"),
        (When("2026-11", "2027-01"), "November 2026 bis Januar 2027", "November 2026 to January 2027"),
    ],
)
def test_words_of_both_languages(when: When, german: str, english: str) -> None:
    assert (in_words(when), in_words(when, "en")) == (german, english)


@st.composite
def spans(draw: st.DrawFn) -> When:
    """Any start with any precision, alone or with an end that lies behind it."""
    start = draw(st.dates(date(1900, 1, 1), date(2199, 1, 1)))
    end = start + timedelta(days=draw(st.integers(0, 900)))
    one, two = (draw(st.sampled_from((4, 7, 10))) for _ in range(2))
    first, last = start.isoformat()[:one], end.isoformat()[:two]
    if When(first).last > When(last).last or When(first).first > When(last).first or first == last:
        return When(first)
    return When(first, last)


@given(spans(), st.sampled_from(("de", "en")))
def test_every_span_in_words_is_read_as_itself_again(when: When, language: str) -> None:
    assert parse(in_words(when, language)) == when


@given(spans())
def test_first_never_lies_behind_last(when: When) -> None:
    assert when.first <= when.last


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_refused(said: str) -> None:
    try:
        when = parse(said)
    except ValueError:
        return
    assert when.first <= when.last
