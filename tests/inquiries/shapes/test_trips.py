# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trips of members of the government."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.inquiries.answer import Someone, as_json, people_in
from tests.factories.activities import make_activity, make_cost_item, make_involvement
from tests.factories.papers import make_person
from tests.factories.people import make_organisation
from tests.factories.plan import make_place
from tests.inquiries.shapes import cells, drawn, numbers, public

pytestmark = pytest.mark.django_db
WITH = {"with_government": True}


def test_trips_are_told_with_cost_and_result() -> None:
    trip = make_activity(
        "Reise", when="12. Mai 2026", state="held", particulars=WITH, result="Gut.", places=(make_place("Prag"),)
    )
    make_cost_item(trip, planned_cents=120_000, actual_cents=110_050)
    make_activity("Bald", when="12. Juni 2026", particulars=WITH)
    found = drawn("trips")
    assert cells(found, "trips", "title", "where", "state", "actual") == [
        ("Reise", "Prag", "durchgeführt", 110_050),
        ("Bald", "nicht erfasst", "geplant", None),
    ]
    assert numbers(found, "trips") == {"held": 1, "planned": 1, "actual": 110_050, "foreseen": None}
    assert found.source == "Register der Vorhaben in Brücke"


def test_only_trips_of_the_government_that_began_in_the_period_and_were_not_cancelled_count() -> None:
    make_activity("Ohne Regierung", when="2026", particulars={"with_government": False})
    make_activity("Ungesagt", when="2026")
    make_activity("Abgesagt", when="2026", state="cancelled", particulars=WITH)
    make_activity("Vorschlag", when="2026", state="idea", particulars=WITH)
    make_activity("Voriges Jahr", when="2025", particulars=WITH)
    make_activity("Messe", kind="fair", when="2026", particulars=WITH)
    found = drawn("trips")
    assert cells(found, "trips", "title") == []
    assert found.gaps == ("Bei 1 weiteren Reise ist nicht erfasst, ob ein Mitglied der Staatsregierung reiste.",)


def test_a_trip_belongs_to_the_country_its_place_lies_in() -> None:
    country = make_place("Tschechien")
    make_activity("Dorthin", when="2026", particulars=WITH, places=(make_place("Prag", parent=country),))
    make_activity("Woanders", when="2026", particulars=WITH, places=(make_place(),))
    found = drawn("trips", country.pk)
    assert (cells(found, "trips", "title"), found.asked.place_name) == ([("Dorthin",)], "Tschechien")


def test_people_stand_in_it_by_key_and_whoever_is_not_public_is_marked() -> None:
    trip = make_activity("Reise", when="2026", state="held", particulars=WITH)
    open_one, inner = make_person("Anna Nowak", visibility="published"), make_person("Jan Novák")
    make_involvement(trip, "head", person=open_one)
    make_involvement(trip, "participant", person=inner)
    make_involvement(trip, "participant", organisation=make_organisation("Hochschule"))
    make_involvement(trip, "interpreter", organisation=make_organisation("Sprachdienst"))
    make_involvement(trip, "declined", organisation=make_organisation("Abgelehnt"), reason="x")
    make_involvement(trip, "host", organisation=make_organisation("Verborgen", visibility="unit"))
    found = drawn("trips")
    assert cells(found, "along", "role", "house", "person") == [
        ("Leitung", "–", Someone(open_one.pk)),
        ("Teilnahme", "–", Someone(inner.pk)),
        ("Teilnahme", "Hochschule", None),
        ("Dolmetschen", "Sprachdienst", None),
    ]
    assert public(found, "along") == [True, False, True, False]
    assert people_in(found) == {open_one.pk, inner.pk}
    assert "Nowak" not in str(as_json(found))


def test_what_not_all_ministries_see_is_not_told_and_what_is_not_published_is_marked() -> None:
    make_activity("Öffentlich", when="März 2026", particulars=WITH)
    make_activity("Intern", when="April 2026", particulars=WITH, visibility="ministries")
    make_activity("Nur wir", when="Mai 2026", particulars=WITH, visibility="unit")
    found = drawn("trips")
    assert (cells(found, "trips", "title"), public(found, "trips")) == ([("Öffentlich",), ("Intern",)], [True, False])


def test_what_was_invented_says_so() -> None:
    make_activity("Reise", when="2026", particulars=WITH, is_invented=True)
    assert cells(drawn("trips"), "trips", "title") == [("Reise (für die Vorführung erfunden)",)]


def test_the_number_of_statements_stays_the_same() -> None:
    counts = []
    for size in (1, 20):
        for _n in range(size):
            trip = make_activity(when="2026", particulars=WITH)
            make_involvement(trip, person=make_person())
            make_cost_item(trip)
            make_activity(when="2026")
        with CaptureQueriesContext(connection) as caught:
            drawn("trips")
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 22
