# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What other rooms ask of activities and promises: right, only what may be known, with a fixed number of statements."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.activities.queries.lines import in_place
from bruecke.activities.queries.offers import (
    activities_between,
    activities_in_place,
    costs_by_line,
    done_together,
    next_activities,
    open_promises_of_partnership,
    partnerships_without_activity,
)
from bruecke.partnerships.models import Partnership
from tests.factories.activities import (
    make_activity,
    make_budget_line,
    make_cost_item,
    make_involvement,
    make_partnership,
    make_promise,
)
from tests.factories.people import make_organisation
from tests.factories.plan import make_place

pytestmark = pytest.mark.django_db
STAFF = Principal(user_id=1, roles=frozenset({Role.REPORTER}))
TODAY = timezone.localdate


def in_days(days: int) -> str:
    """A day from today, as one types it."""
    return (TODAY() + timedelta(days=days)).isoformat()


def titles(lines: list[Any]) -> list[str]:
    return [line.title for line in lines]


def test_what_is_done_with_a_partner_is_what_comes_and_what_was_in_five_years() -> None:
    partner = make_partnership()
    makes: dict[str, dict[str, object]] = {
        "Vergessen": {"when": in_days(-6 * 366), "state": "held"},
        "Alt": {"when": in_days(-700), "state": "held"},
        "Abgesagt": {"when": in_days(30), "state": "cancelled"},
        "Intern": {"when": in_days(-20), "state": "held", "visibility": "ministries"},
        "Später": {"when": in_days(60)},
        "Bald": {"when": in_days(10), "state": "idea"},
    }
    for title, said in makes.items():
        make_activity(title, partnerships=(partner,), **said)  # type: ignore[arg-type]
    make_activity("Anderer", partnerships=(make_partnership(),))
    public, staff = (done_together(partner.pk, principal=who) for who in (PUBLIC, STAFF))
    assert (titles(public.coming), titles(public.past)) == (["Bald", "Später"], ["Abgesagt", "Alt"])
    assert titles(staff.past) == ["Abgesagt", "Intern", "Alt"]
    assert titles(done_together(partner.pk, principal=STAFF, most=1).past) == ["Abgesagt", "Intern"]


def test_open_promises_of_a_partnership_are_its_own_and_those_of_its_activities() -> None:
    partner = make_partnership()
    trip = make_activity(partnerships=(partner,))
    hidden = make_activity(partnerships=(partner,), visibility="unit")
    make_promise("Erledigt", partnership=partner, state="kept", settled_on="2026-01-01")
    make_promise("Ohne Frist", partnership=partner)
    make_promise("Aus der Reise", activity=trip, due_on="2026-05-01")
    make_promise("Aus dem Verborgenen", activity=hidden, due_on="2026-04-01")
    make_promise("Anderswohin", activity=trip, partnership=make_partnership())
    texts = [row.text for row in open_promises_of_partnership(partner.pk, principal=PUBLIC)]
    assert texts == ["Aus der Reise", "Ohne Frist"]


def test_partnerships_without_activity_are_found_by_a_condition() -> None:
    since = date(2025, 1, 1)
    makes: dict[str, dict[str, object]] = {
        "gehalten": {"state": "held", "when": "2026"},
        "geplant": {"when": "2999"},
        "zu alt": {"state": "held", "when": "2024"},
        "abgesagt": {"state": "cancelled", "when": "2026"},
        "nur ein Vorschlag": {"state": "idea", "when": "2026"},
    }
    for name, said in makes.items():
        make_activity(partnerships=(make_partnership(name),), **said)  # type: ignore[arg-type]
    make_partnership("gar nichts")
    found = Partnership.objects.filter(partnerships_without_activity(since)).order_by("pk")
    assert [row.name for row in found] == ["zu alt", "abgesagt", "nur ein Vorschlag", "gar nichts"]


def test_next_activities_are_planned_and_not_over_and_what_begins_comes_first() -> None:
    make_activity("Später", when=in_days(200))
    make_activity("Bald", when=in_days(20))
    make_activity("Läuft", when=f"{in_days(-2)}/{in_days(2)}", state="approved")
    make_activity("Vorbei", when=in_days(-3))
    make_activity("Abgesagt", when=in_days(3), state="cancelled")
    make_activity("Intern", when=in_days(4), visibility="ministries")
    assert titles(next_activities(principal=PUBLIC)) == ["Bald", "Läuft"]
    assert titles(next_activities(principal=STAFF, days=300)) == ["Intern", "Bald", "Später", "Läuft"]


def test_activities_in_a_place_are_those_in_its_parts_too() -> None:
    country = make_place("Tschechien")
    city = make_place("Prag", parent=make_place("Mittelböhmen", parent=country))
    make_activity("In Prag", when="2026", places=(city,))
    make_activity("Im Land", when="2025", places=(country,))
    make_activity("Woanders", places=(make_place(),))
    assert titles(activities_in_place(country.pk, principal=PUBLIC)) == ["In Prag", "Im Land"]
    assert titles(activities_in_place(city.pk, principal=PUBLIC)) == ["In Prag"]
    assert titles(activities_in_place(country.pk, principal=PUBLIC, since=date(2026, 1, 1))) == ["In Prag"]


def test_an_inquiry_is_told_costs_and_who_took_part() -> None:
    place, line = make_place("Prag"), make_budget_line()
    trip = make_activity("Reise", when="12. Mai 2026", places=(place,), result="Gut.", state="held")
    make_involvement(trip, "selected", organisation=make_organisation("Hochschule", kind="university"))
    make_involvement(trip, "host", organisation=make_organisation("Geheim", visibility="unit"))
    make_involvement(trip, "host", removed_at="2026-01-01T00:00Z")
    make_cost_item(trip, planned_cents=10_000, actual_cents=9_000, budget_line=line)
    make_cost_item(trip, planned_cents=5_000)
    make_cost_item(trip, planned_cents=7_000, removed_at="2026-01-01T00:00Z")
    make_activity("Messe", kind="fair", when="2026", places=(place,))
    make_activity("Außerhalb", when="2025", places=(place,))
    period = (date(2026, 1, 1), date(2026, 12, 31))
    [told] = activities_between(*period, principal=STAFF, kinds=("delegation_out",), narrowed=in_place(place.pk))
    assert (told.line.title, told.places, told.result) == ("Reise", ("Prag",), "Gut.")
    assert told.involved == (("selected", "Hochschule", ""),)
    assert (told.planned_cents, told.actual_cents, told.by_line) == (15_000, 9_000, {str(line): 9_000, "": 0})
    assert titles([row.line for row in activities_between(*period, principal=STAFF)]) == ["Messe", "Reise"]


def test_budget_lines_sum_what_stands_and_is_seen() -> None:
    line = make_budget_line()
    make_cost_item(make_activity(), planned_cents=100, actual_cents=50, budget_line=line)
    make_cost_item(make_activity(), planned_cents=200, budget_line=line)
    make_cost_item(make_activity(state="cancelled"), planned_cents=400, budget_line=line)
    make_cost_item(make_activity(visibility="unit"), planned_cents=800, budget_line=line)
    assert costs_by_line(principal=STAFF) == {line.pk: (300, 50)}


@pytest.mark.parametrize(
    ("few", "ask"),
    [
        (1, lambda partner, place: done_together(partner.pk, principal=STAFF)),
        (1, lambda partner, place: open_promises_of_partnership(partner.pk, principal=STAFF)),
        (1, lambda partner, place: next_activities(principal=STAFF)),
        (1, lambda partner, place: activities_in_place(place.pk, principal=STAFF)),
        (1, lambda partner, place: costs_by_line(principal=SYSTEM)),
        (6, lambda partner, place: activities_between(date(2020, 1, 1), date(2999, 1, 1), principal=STAFF)),
    ],
)
def test_the_number_of_statements_stays_the_same(few: int, ask: Callable[[Any, Any], object]) -> None:
    partner, place = make_partnership(), make_place()
    for size in (1, 20):
        for _n in range(size):
            activity = make_activity(when=in_days(5), partnerships=(partner,), places=(place,))
            make_involvement(activity)
            make_cost_item(activity)
            make_promise(activity=activity, due_on="2020-01-01")
        with CaptureQueriesContext(connection) as caught:
            ask(partner, place)
        assert len(caught) == few
