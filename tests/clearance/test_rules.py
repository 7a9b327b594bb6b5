# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What counts in a circulation, in any order of answers and edits."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bruecke.clearance.content import content_hash
from bruecke.clearance.rules import (
    AGREE,
    ANSWERS,
    CLEARS,
    Given,
    consenting,
    is_cleared,
    may_proceed,
    silent,
    standing,
    voided_by_edit,
)

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How fast an example runs is no finding on a busy machine."""
HOUSES, CONTENTS = (1, 2, 3), ("a", "b")
answers = st.lists(
    st.tuples(st.sampled_from(HOUSES), st.sampled_from(CONTENTS), st.sampled_from(ANSWERS), st.booleans()), max_size=12
).map(lambda rows: [Given(n, house, content, word, voided) for n, (house, content, word, voided) in enumerate(rows)])


def test_the_latest_answer_of_a_house_takes_the_place_of_its_earlier_ones() -> None:
    given = [Given(2, 1, "a", "object"), Given(1, 1, "a", "agree"), Given(3, 2, "a", "agree")]
    assert {house: each.answer for house, each in standing(given, "a").items()} == {1: "object", 2: "agree"}
    assert consenting(given, "a") == {2}


def test_only_agreement_and_not_being_concerned_clear() -> None:
    for word in ANSWERS:
        assert is_cleared([1], [Given(1, 1, "a", word)], "a") is (word in {"agree", "not_concerned"})
    assert is_cleared([], [], "a") is False


def test_the_deadline_is_the_last_day_for_an_answer() -> None:
    assert [may_proceed(date(2026, 1, day), date(2026, 1, 14)) for day in (13, 14, 15)] == [False, False, True]


@calm
@given(answers)
def test_who_is_silent_never_consents_and_nothing_is_cleared_without_them(given: list[Given]) -> None:
    for content in CONTENTS:
        quiet = silent(HOUSES, given, content)
        assert not set(quiet) & consenting(given, content)
        assert not (quiet and is_cleared(HOUSES, given, content))
        said = {each.house for each in given if each.content == content and not each.is_voided}
        assert set(quiet) == set(HOUSES) - said


@calm
@given(answers)
def test_who_consents_said_so_last_on_exactly_this_content(given: list[Given]) -> None:
    for content in CONTENTS:
        for house in consenting(given, content):
            own = [row for row in given if row.house == house and row.content == content and not row.is_voided]
            assert max(own, key=lambda row: row.key).answer == AGREE
    assert AGREE in CLEARS


@calm
@given(answers)
def test_an_edit_voids_the_answers_on_what_was_edited_and_no_others(given: list[Given]) -> None:
    voided = {each.key for each in voided_by_edit(given, "a")}
    after = [Given(g.key, g.house, g.content, g.answer, g.is_voided or g.key in voided) for g in given]
    assert standing(after, "a") == {}
    assert standing(after, "b") == standing(given, "b")
    assert all(row.content == "a" and not row.is_voided for row in voided_by_edit(given, "a"))


@calm
@given(st.dictionaries(st.text(), st.integers() | st.text() | st.none()), st.text(), st.integers())
def test_a_content_is_the_same_whatever_the_order_and_another_where_a_value_differs(
    content: dict[str, object], name: str, value: int
) -> None:
    assert content_hash(content) == content_hash(dict(reversed(content.items())))
    assert (content_hash(content | {name: value}) == content_hash(content)) is (content.get(name, ...) == value)
