# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships, agreements and offices filled in by hand."""

from typing import Any

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.partnerships.actions.records import (
    AGREEMENT,
    LIAISON_OFFICE,
    PARTNERSHIP,
    enter_office,
    enter_partnership,
    take_over_partnership,
)
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership, StateChange
from bruecke.records.editing import Fillable, enter, fields_of, fill_in
from bruecke.records.errors import NotAllowed, Refused
from tests.factories.partnerships import make_agreement, make_office, make_partnership, make_sector
from tests.factories.people import make_house, make_organisation, make_principal
from tests.factories.plan import make_edition, make_goal, make_place

pytestmark = pytest.mark.django_db


def entered(**fields: Any) -> Partnership:
    """An active sectoral partnership entered by the system."""
    values = {"name_de": "Hafenland", "kind": "sectoral", "begins_as": "active", "place_id": make_place().pk}
    return enter_partnership(fields=values | fields, by=SYSTEM, why="Anlass")


def refused(**fields: Any) -> list[str]:
    """Fields at which it is refused."""
    with pytest.raises(Refused) as refusal:
        entered(**fields)
    assert not Partnership.objects.exists()
    return list(refusal.value.problems)


def problems(record: Any, rules: Fillable[Any], by: Any = SYSTEM, **fields: Any) -> list[str]:
    """Fields at which a change is refused."""
    with pytest.raises(Refused) as refusal:
        fill_in(record=record, rules=rules, expected=record.version, fields=fields, why="x", by=by)
    return list(refusal.value.problems)


def test_a_partnership_is_entered_with_its_first_state_and_a_key_to_sort_by() -> None:
    sector, goal = make_sector(), make_goal(make_edition())
    made = entered(name_de="Österland", begins_on="2019-05", sectors=[sector.pk], goals=[goal.pk])
    change = StateChange.objects.get(partnership=made)
    assert (made.key, made.title_sort, made.state, made.state_since) == ("osterland", "osterland", "active", "2019-05")
    assert (change.to_state, change.effective_on) == ("active", "2019-05")
    assert (list(made.sectors.all()), list(made.goals.all())) == ([sector], [goal])
    assert made.basis == "unknown"


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"begins_as": ""}, ["begins_as"]),
        ({"begins_on": "2019-13"}, ["begins_on"]),
        ({"begins_on": "2999"}, ["begins_on"]),
        ({"begins_as": "dormant"}, ["begins_because"]),
        ({"kind": "regional", "begins_as": "examined", "begins_because": "Besuch"}, ["sectoral_answer"]),
        ({"name_de": ""}, ["name_de"]),
        ({"place_id": None}, ["place_id"]),
        ({"is_neighbour": True}, ["is_neighbour"]),
        ({"since": "19"}, ["since"]),
        ({"since": "1999-02-30"}, ["since"]),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_field(fields: dict[str, Any], where: list[str]) -> None:
    assert refused(**fields) == where


def test_the_same_partnership_is_not_entered_twice() -> None:
    made = entered()
    with pytest.raises(Refused):
        entered(place_id=made.place_id)
    assert entered(place_id=make_place().pk).key == "hafenland-2"


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.REPORTER, Role.LIAISON, Role.LEADERSHIP, Role.PARTNER])
def test_only_the_coordinator_enters(role: Role) -> None:
    with pytest.raises(NotAllowed):
        enter_partnership(fields={}, by=make_principal(role))


def test_a_house_fills_in_what_it_holds_but_does_not_open_it_up() -> None:
    house = make_house()
    held = make_partnership(holder=make_organisation(house=house), visibility="ministries")
    by = make_principal(Role.REPORTER, house=house)
    saved = fill_in(record=held, rules=PARTNERSHIP, expected=1, fields={"summary": "Gut."}, why="x", by=by)
    assert saved.summary == "Gut."
    assert problems(saved, PARTNERSHIP, by, visibility="published") == ["visibility"]
    with pytest.raises(NotAllowed):
        fill_in(record=make_partnership(), rules=PARTNERSHIP, expected=1, fields={}, why="x", by=by)


def test_an_answer_given_once_is_not_lost_while_the_candidate_is_examined() -> None:
    candidate = make_partnership(state="examined", sectoral_answer="Breite")
    assert problems(candidate, PARTNERSHIP, sectoral_answer="") == ["sectoral_answer"]
    sectoral = make_partnership(state="examined", kind="sectoral")
    assert problems(sectoral, PARTNERSHIP, kind="regional") == ["sectoral_answer"]
    stated = make_partnership(state="examined")
    assert (
        fill_in(record=stated, rules=PARTNERSHIP, expected=1, fields={"summary": "x"}, why="", by=SYSTEM).summary == "x"
    )


def test_what_a_source_states_is_taken_over_without_the_questions_asked_of_a_new_one() -> None:
    place = make_place("Andernland")
    row = Partnership(key="a", kind="regional", name="Andernland", place=place, state="examined")
    made = take_over_partnership(partnership=row, on="", reason="", passage_id=None, by=SYSTEM)
    assert (made.title_sort, made.state_since, made.changes.get().to_state) == ("andernland", "", "examined")


def test_agreement_hangs_on_its_partnership_and_ends_after_it_was_signed() -> None:
    partnership = make_partnership()
    record = Agreement(partnership=partnership)
    made = enter(record=record, rules=AGREEMENT, fields={"title": "Erklärung", "signed_on": "1999"}, by=SYSTEM)
    assert partnership.agreements.get() == made
    assert problems(made, AGREEMENT, ends_on="1998-05-01") == ["ends_on"]
    assert problems(made, AGREEMENT, title="", signed_on="1999-02-30") == ["title"]
    assert problems(made, AGREEMENT, signed_on="1999-02-30") == ["signed_on"]
    same_year = fill_in(record=made, rules=AGREEMENT, expected=1, fields={"ends_on": "1999"}, why="", by=SYSTEM)
    assert same_year.ends_on == "1999"


def test_agreement_is_filled_in_by_who_fills_in_its_partnership() -> None:
    house = make_house()
    agreement = make_agreement(make_partnership(holder=make_organisation(house=house)))
    assert AGREEMENT.may(make_principal(Role.FOCAL_POINT, house=house), agreement)
    assert not AGREEMENT.may(make_principal(Role.FOCAL_POINT), agreement)


def test_a_house_does_not_publish_an_agreement_by_entering_it() -> None:
    house = make_house()
    partnership = make_partnership(holder=make_organisation(house=house))
    said = {"title": "Erklärung", "visibility": "published"}
    with pytest.raises(Refused) as refusal:
        enter(
            record=Agreement(partnership=partnership),
            rules=AGREEMENT,
            fields=said,
            by=make_principal(Role.FOCAL_POINT, house=house),
        )
    assert list(refusal.value.problems) == ["visibility"]
    record = Agreement(partnership=partnership)
    assert enter(record=record, rules=AGREEMENT, fields=said, by=make_principal(Role.COORDINATOR)).pk


def test_the_two_kinds_of_offices_are_never_mixed() -> None:
    university, chancellery = make_organisation(kind="university"), make_organisation(kind="state_chancellery")
    office = enter_office(
        fields={"name_de": "Büro", "operator_kind": "government", "operator_id": chancellery.pk}, by=SYSTEM
    )
    assert problems(office, LIAISON_OFFICE, operator_id=university.pk) == ["operator_id"]
    assert problems(office, LIAISON_OFFICE, operator_kind="universities", operator_id=None) == ["operator_kind"]


def test_an_office_fills_in_its_own_record() -> None:
    house = make_house()
    office = make_office(owner=house)
    assert LIAISON_OFFICE.may(make_principal(Role.LIAISON, house=house), office)
    assert not LIAISON_OFFICE.may(make_principal(Role.LIAISON), office)
    assert not LIAISON_OFFICE.may(make_principal(Role.LIAISON, house=house), LiaisonOffice())


def test_all_that_is_filled_in_can_be_read_back() -> None:
    made = entered()
    assert set(fields_of(made, PARTNERSHIP.names)) == set(PARTNERSHIP.names)
