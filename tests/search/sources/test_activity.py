# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities and promises (sources activity and promise): what is found by whom."""

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.activities.actions.activities import ACTIVITY
from bruecke.activities.models import Activity
from bruecke.records import journal
from bruecke.records.editing import fill_in
from bruecke.search.queries import found_ids
from tests.factories.activities import (
    make_activity,
    make_cost_item,
    make_involvement,
    make_programme_item,
    make_promise,
)
from tests.factories.people import make_organisation
from tests.factories.plan import make_place
from tests.search.test_queries import found, indexed

pytestmark = pytest.mark.django_db
STAFF = Principal(user_id=1, roles=frozenset({Role.REPORTER}))


def by_whom(word: str) -> tuple[int, int]:
    """How many the public and the government find."""
    return len(found(word)), len(found(word, STAFF))


def test_an_activity_is_found_by_what_each_may_read() -> None:
    activity = make_activity(
        "Reise",
        places=(make_place("Niederschlesien"),),
        purpose="Wasserwirtschaft",
        result="Radweg",
        internal_note="Vermerkwort",
        particulars={"topics": "Geheimthema", "selection_criteria": "Auswahlwort", "interpreting": "Sorbisch"},
    )
    make_involvement(activity, "participant", organisation=make_organisation("Teilnehmeruniversität"))
    make_involvement(activity, "declined", organisation=make_organisation("Abgelehnthochschule"), reason="x")
    make_involvement(activity, "host", organisation=make_organisation("Verborgenhaus", visibility="unit"))
    make_involvement(activity, "host", organisation=make_organisation("Weggenommen"), removed_at="2026-01-01T00:00Z")
    make_programme_item(activity, title="Werksbesichtigung")
    make_cost_item(activity, title="Hotelkosten")
    indexed(activity)
    both = ("Niederschlesien", "Wasserwirtschaft", "Radweg", "Auswahlwort", "Sorbisch", "Teilnehmeruniversität")
    staff = ("Vermerkwort", "Geheimthema", "Werksbesichtigung", "Hotelkosten", "Abgelehnthochschule")
    assert {word: by_whom(word) for word in both} == dict.fromkeys(both, (1, 1))
    assert {word: by_whom(word) for word in staff} == dict.fromkeys(staff, (0, 1))
    assert (by_whom("Verborgenhaus"), by_whom("Weggenommen")) == ((0, 0), (0, 0))


def test_an_internal_activity_is_found_by_the_government_alone() -> None:
    indexed(make_activity("Ministertreffen", visibility="ministries"))
    assert by_whom("Ministertreffen") == (0, 1)


def test_a_row_that_is_entered_or_changed_is_found_at_once() -> None:
    activity = make_activity("Reise")
    item = make_programme_item(activity, title="Kohlegrube")
    journal.record(item, verb="created", by=SYSTEM)
    assert found("Kohlegrube", STAFF) == ["Reise"]
    fill_in(record=activity, rules=ACTIVITY, expected=1, fields={"purpose": "Lausitzring"}, why="", by=SYSTEM)
    assert found("Lausitzring") == ["Reise"]
    assert list(Activity.objects.filter(found_ids("activity", "Lausitzring", principal=PUBLIC))) == [activity]


def test_a_promise_is_found_by_its_words_and_its_note_by_the_government() -> None:
    indexed(make_promise("Wanderausstellung schicken", counterpart="Marschallamt", internal_note="Vermerkwort"))
    assert [by_whom(word) for word in ("Wanderausstellung", "Marschallamt", "Vermerkwort")] == [(1, 1), (1, 1), (0, 1)]
