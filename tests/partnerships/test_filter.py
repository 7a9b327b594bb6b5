# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address of the register: read, written, narrowed down."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.partnerships.life_cycle import State
from bruecke.partnerships.models import PartnershipKind
from bruecke.partnerships.partnership_filter import (
    GAPS,
    KINDS,
    PARAMETERS,
    STATES,
    VIEWS,
    PartnershipFilter,
    offered,
    parse,
)


def read(query: str, *, is_staff: bool = True) -> PartnershipFilter:
    """The filter of an address."""
    return parse(parse_qs(query.removeprefix("?")).items(), is_staff=is_staff)


def test_every_kind_and_every_state_has_a_word_of_its_own() -> None:
    assert sorted(KINDS.values()) == sorted(PartnershipKind.values)
    assert sorted(STATES.values()) == sorted(State)
    assert sorted(state for states in VIEWS.values() for state in states) == sorted(State)


@given(
    st.sampled_from(sorted(VIEWS)),
    st.dictionaries(st.sampled_from(PARAMETERS), st.lists(st.text(max_size=12), max_size=4)),
)
def test_what_was_read_is_written_and_read_again_the_same(view: str, given_: dict[str, list[str]]) -> None:
    asked = parse([("ansicht", [view]), *given_.items()], is_staff=True)
    assert read(asked.query()) == asked
    assert set(asked.states) <= set(VIEWS[view])


@pytest.mark.parametrize("query", ["ansicht=mond", "stand=beendet", "art=mond", "sortierung=mond", "luecke=vorrang"])
def test_what_is_unknown_or_of_another_view_is_left_out(query: str) -> None:
    assert read(query) == PartnershipFilter()


def test_states_stay_behind_when_the_view_changes() -> None:
    asked = read("stand=ruht&art=regional").seen_as("kandidaten")
    assert (asked.of("stand"), asked.of("art")) == ((), ("regional",))
    assert set(asked.states) == {State.EXAMINED, State.PROPOSED}


def test_contacts_are_asked_for_by_the_government_only() -> None:
    assert read("luecke=kontakt").of("luecke") == ("kontakt",)
    assert read("luecke=kontakt", is_staff=False).of("luecke") == ()
    assert "kontakt" not in offered("luecke", "partner", is_staff=False)
    assert set(offered("luecke", "partner", is_staff=True)) <= set(GAPS)


def test_one_value_is_taken_away() -> None:
    asked = read("art=regional&art=stadt")
    assert asked.without("art", "stadt") == read("art=regional")
    assert asked.without("art") == PartnershipFilter()
