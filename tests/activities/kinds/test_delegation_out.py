# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A delegation abroad: its fields, and what it lacks."""

from datetime import date

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back
from tests.factories.activities import make_involvement
from tests.factories.people import make_organisation

pytestmark = pytest.mark.django_db
SAID = {
    "with_government": True,
    "approval": "Ministerpräsident, 3.2.2027",
    "selection_criteria": "Vorhaben vor Ort",
    "call_until": "2027-03-01",
    "mission_informed": "Auswärtiges Amt, 4.2.2027",
    "federal_strategies": "keine berührt",
    "protocol": "Begrüßung am Flughafen",
    "interpreting": "Polnisch",
    "gifts": "Buch",
    "gift_value": 4_500,
    "topics": "Wasser",
}


def test_its_fields_are_read_back_typed() -> None:
    assert read_back("delegation_out", **SAID) == SAID | {"call_until": date(2027, 3, 1)}


def test_a_government_trip_without_actors_is_a_gap_until_one_takes_part() -> None:
    trip = entered("delegation_out", with_government=True, federal_strategies="keine berührt")
    assert gap_keys(trip) == ["akteure"]
    make_involvement(trip, "participant", organisation=make_organisation(kind="ministry"))
    make_involvement(trip, "invited")
    make_involvement(trip, "selected", removed_at="2026-01-01T00:00Z")
    assert gap_keys(trip) == ["akteure"]
    make_involvement(trip, "selected", reason="passt")
    assert gap_keys(trip) == []


def test_a_trip_of_officials_needs_no_actors() -> None:
    assert gap_keys(entered("delegation_out", with_government=False, federal_strategies="x")) == []


def test_federal_strategies_and_the_mission_are_asked_for() -> None:
    assert gap_keys(entered("delegation_out")) == ["bundesstrategien"]
    assert gap_keys(entered("delegation_out", state="held")) == ["bundesstrategien", "auslandsvertretung"]
    assert gap_keys(entered("delegation_out", state="held", federal_strategies="x", mission_informed="AA")) == []
