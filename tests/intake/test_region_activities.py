# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The invented year of the demonstration: all kinds, marked, made once; series of the strategy's events (R33)."""

from datetime import date
from pathlib import Path

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.activities.kind import kinds
from bruecke.activities.models import Activity, ActivitySeries, ActivityState, Involvement, Promise
from bruecke.actors.models import Person
from bruecke.intake.actions.region_activities import invent_year, open_series
from bruecke.intake.invented import read_invented, when_of
from bruecke.records.errors import NotAllowed
from bruecke.strategy.models import Edition
from tests.factories.activities import make_partnership
from tests.factories.people import make_organisation, make_principal
from tests.factories.plan import make_chapter, make_edition, make_measure, make_place

pytestmark = pytest.mark.django_db
SAXONY = Path(__file__).resolve().parents[2] / "examples" / "saxony"


@pytest.fixture
def edition() -> Edition:
    """An edition with the measures, houses, places and partnerships that the file names."""
    activities, promises = read_invented(SAXONY)
    edition = make_edition()
    chapter = make_chapter(edition, "X")
    references = {ref for row in activities for ref in row.get("measures", ())}
    for reference in sorted(references):
        is_series = reference.startswith("VII.")
        make_measure(edition, f"Maßnahme {reference}", reference=reference, chapter=chapter, is_event_series=is_series)
    rows = [*activities, *promises, *(promise for row in activities for promise in row.get("promises", ()))]
    houses = {row[name] for row in rows for name in ("lead", "responsible") if name in row}
    houses |= {who["organisation"] for row in activities for who in row.get("involvements", ())}
    for key in sorted(houses):
        make_organisation(f"Einrichtung {key}", key=key)
    for key in sorted({place for row in activities for place in row["places"]}):
        make_place(f"Ort {key}", key=key)
    for key in sorted({key for row in rows for key in row.get("partnerships", ())} | {"p-tschechien"}):
        make_partnership(f"Partnerschaft {key}", key=key)
    return edition


def test_the_year_has_every_kind_and_every_state_and_all_of_it_is_marked_as_invented(edition: Edition) -> None:
    open_series(edition, by=SYSTEM)
    invent_year(edition, SAXONY, by=SYSTEM)
    assert set(Activity.objects.values_list("kind", flat=True)) == set(kinds())
    assert set(Activity.objects.values_list("state", flat=True)) == set(ActivityState.values)
    assert not Activity.objects.filter(is_invented=False).exists()
    assert set(Promise.objects.values_list("direction", flat=True)) == {"we_owe", "they_owe"}
    assert (Person.objects.count(), Involvement.objects.filter(person__isnull=False).count()) == (0, 0)


def test_the_trip_to_lower_silesia_has_a_call_for_interest_programme_and_costs(edition: Edition) -> None:
    open_series(edition, by=SYSTEM)
    invent_year(edition, SAXONY, by=SYSTEM)
    trip = Activity.objects.get(title_de="Delegationsreise nach Niederschlesien")
    roles = set(trip.involvements.values_list("role", flat=True))
    assert {"invited", "applied", "selected", "declined"} <= roles
    assert (trip.programme.count(), trip.costs.count()) == (5, 3)
    assert trip.particulars["gift_value"] == 6_000
    assert list(trip.partnerships.values_list("key", flat=True)) == ["p-niederschlesien"]


def test_it_is_made_once_and_by_the_system_alone(edition: Edition) -> None:
    open_series(edition, by=SYSTEM)
    with pytest.raises(NotAllowed):
        invent_year(edition, SAXONY, by=make_principal(Role.COORDINATOR))
    for _time in range(2):
        open_series(edition, by=SYSTEM)
        invent_year(edition, SAXONY, by=SYSTEM)
    activities, _promises = read_invented(SAXONY)
    assert Activity.objects.count() == len(activities)


def test_events_of_the_strategy_have_a_series_with_their_measure(edition: Edition) -> None:
    open_series(edition, by=SYSTEM)
    invent_year(edition, SAXONY, by=SYSTEM)
    assert list(ActivitySeries.objects.order_by("name_de").values_list("name_de", "measure__reference")) == [
        ("Maßnahme VII.3", "VII.3"),
        ("Maßnahme VII.5", "VII.5"),
    ]
    assert Activity.objects.get(series__measure__reference="VII.3").kind == "conference"


def test_days_are_reckoned_from_today() -> None:
    today = date(2026, 12, 20)
    assert when_of({"begins": 10, "lasts": 3}, today) == "2026-12-30/2027-01-01"
    assert when_of({"begins": 0, "lasts": 1}, today) == "2026-12-20"
    assert when_of({"when": "Herbst {next}"}, today) == "Herbst 2027"
