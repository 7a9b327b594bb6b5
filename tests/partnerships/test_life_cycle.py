# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of a partnership: moves, what they demand, what stands on a day, whatever the order of entry."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.base.dates import is_fuzzy_date
from bruecke.partnerships.life_cycle import (
    CANDIDATES,
    FORMER,
    MOVES,
    PARTNERS,
    Change,
    Demand,
    Fault,
    State,
    admits_planning,
    demands,
    first_day,
    first_demands,
    in_order,
    is_planned,
    misfit,
    misfit_without,
    predecessor,
    standing_on,
    ways_on,
)
from bruecke.partnerships.models import PartnershipState

TODAY = date(2026, 11, 25)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31)).map(date.isoformat)
FUZZY_DAYS = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from((4, 7, 10)))
STATES = st.sampled_from(State)
ENTRIES = st.lists(st.tuples(STATES, st.one_of(FUZZY_DAYS, st.just(""))), max_size=12)


def entered(entries: list[tuple[State, str]]) -> list[Change]:
    """What is left of entries made one after the other by the rules."""
    life: list[Change] = []
    for number, (to, on) in enumerate(entries):
        if misfit(life, to, on, TODAY) is None:
            life.append(Change(to, on, number))
    return life


def test_states_have_their_words_in_the_models() -> None:
    assert [state.value for state in State] == PartnershipState.values


def test_every_state_is_candidate_partner_or_former() -> None:
    assert sorted([*CANDIDATES, *PARTNERS, *FORMER]) == sorted(State)


@given(ENTRIES)
def test_whatever_is_entered_leaves_a_chain_of_moves(entries: list[tuple[State, str]]) -> None:
    line = in_order(entered(entries))
    assert all(two.to in MOVES[one.to] for one, two in pairwise(line))
    assert [each.on for each in line] == sorted(each.on for each in line)
    assert all(each.on for each in line[1:])


@given(ENTRIES, st.integers(0, 11))
def test_what_may_be_taken_back_leaves_a_chain_of_moves(entries: list[tuple[State, str]], number: int) -> None:
    life = entered(entries)
    if number in {each.number for each in life} and misfit_without(life, number) is None:
        line = in_order(each for each in life if each.number != number)
        assert line
        assert all(two.to in MOVES[one.to] for one, two in pairwise(line))


@given(ENTRIES, st.dates(date(1985, 1, 1), date(2035, 1, 1)))
def test_state_of_a_day_is_that_of_the_last_change_begun(entries: list[tuple[State, str]], day: date) -> None:
    life = entered(entries)
    found = standing_on(life, day)
    begun = [each for each in life if each.on == "" or date.fromisoformat(first_day(each.on)) <= day]
    assert (found is None) == (not begun)
    if found is not None:
        assert all((each.on, each.number) <= (found.on, found.number) for each in begun)


@given(ENTRIES)
def test_state_does_not_change_between_two_changes(entries: list[tuple[State, str]]) -> None:
    life = entered(entries)
    for one, two in pairwise(in_order(life)):
        last = date.fromisoformat(first_day(two.on)) - timedelta(days=1)
        if first_day(one.on) <= last.isoformat():
            assert standing_on(life, last) == one


@given(ENTRIES, ENTRIES)
def test_what_is_taken_back_does_not_count(entries: list[tuple[State, str]], more: list[tuple[State, str]]) -> None:
    life = entered(entries)
    gone = [Change(to, on, 100 + number, is_taken_back=True) for number, (to, on) in enumerate(more)]
    assert standing_on([*life, *gone], TODAY) == standing_on(life, TODAY)
    assert in_order([*gone, *life]) == in_order(life)


@given(FUZZY_DAYS)
def test_first_day_of_a_truncated_date_is_a_day_within_it(on: str) -> None:
    assert is_fuzzy_date(first_day(on))
    assert len(first_day(on)) == 10
    assert first_day(on).startswith(on)


@given(st.sampled_from(["regional", "sectoral", "municipal", "authority"]), STATES, STATES)
def test_every_move_demands_a_reason_and_no_other_pair_is_a_move(kind: str, before: State, after: State) -> None:
    if after in ways_on(before):
        assert Demand.REASON in demands(before, after, kind)
    else:
        with pytest.raises(ValueError, match="no move"):
            demands(before, after, kind)


def test_dormant_comes_back_only_through_the_examination_and_its_met_condition() -> None:
    assert State.ACTIVE not in ways_on(State.DORMANT)
    asked = demands(State.DORMANT, State.REACTIVATION, "regional")
    assert asked >= {Demand.CONDITION_NAMED, Demand.CONDITION_MET}
    assert Demand.DECISION in demands(State.REACTIVATION, State.ACTIVE, "regional")


def test_formal_partnership_answers_the_sectoral_question_before_examination_and_before_it_is_active() -> None:
    for before, after in ((State.PROPOSED, State.EXAMINED), (State.EXAMINED, State.ACTIVE)):
        assert Demand.SECTORAL_ANSWER in demands(before, after, "regional")
        assert Demand.SECTORAL_ANSWER not in demands(before, after, "sectoral")
    assert Demand.SECTORAL_ANSWER in first_demands(State.EXAMINED, "regional")
    assert Demand.SECTORAL_ANSWER not in first_demands(State.ACTIVE, "regional")


def test_only_an_active_partnership_admits_planning() -> None:
    assert [state for state in State if admits_planning(state)] == [State.ACTIVE]


def test_only_the_first_known_state_may_lack_a_day() -> None:
    life = [Change(State.ACTIVE, "", 1)]
    found = misfit(life, State.DORMANT, "", TODAY)
    assert found is not None
    assert found.fault is Fault.DAY_MISSING
    assert misfit([], State.ACTIVE, "", TODAY) is None


def test_what_is_to_come_names_its_day() -> None:
    life = [Change(State.ACTIVE, "1999", 1)]
    found = misfit(life, State.DORMANT, "2027", TODAY)
    assert found is not None
    assert found.fault is Fault.DAY_NOT_EXACT
    assert misfit(life, State.DORMANT, "2027-01-01", TODAY) is None
    assert is_planned("2026-12", TODAY)
    assert not is_planned("2026", TODAY)


def test_backdated_change_must_fit_before_the_one_that_follows() -> None:
    life = [Change(State.ACTIVE, "1999", 1), Change(State.DORMANT, "2022-02-24", 2)]
    found = misfit(life, State.ENDED, "2010", TODAY)
    assert found is not None
    assert (found.fault, found.neighbour) == (Fault.NO_MOVE_AFTER, life[1])
    assert misfit(life, State.EXAMINED, "1998", TODAY) is None


def test_the_last_that_counts_is_not_taken_back() -> None:
    life = [Change(State.ACTIVE, "1999", 1), Change(State.DORMANT, "2022-02-24", 2)]
    assert misfit_without(life, 2) is None
    found = misfit_without([life[0]], 1)
    assert found is not None
    assert found.fault is Fault.NOTHING_LEFT


def test_a_change_between_two_is_not_taken_back_where_they_do_not_follow_each_other() -> None:
    life = [
        Change(State.DORMANT, "2022-02-24", 1),
        Change(State.REACTIVATION, "2024-01-01", 2),
        Change(State.ACTIVE, "2025-01-01", 3),
    ]
    found = misfit_without(life, 2)
    assert found is not None
    assert (found.fault, found.neighbour) == (Fault.NO_MOVE_AFTER, life[2])


def test_predecessor_of_a_day_is_the_change_before_it() -> None:
    life = [Change(State.ACTIVE, "", 1), Change(State.DORMANT, "2022-02-24", 2)]
    assert predecessor(life, "2020") == life[0]
    assert predecessor(life, "2022-02-24") == life[1]
    assert predecessor([], "2020") is None
