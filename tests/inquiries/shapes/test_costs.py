# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Events and costs by budget line."""

import pytest

from tests.factories.activities import make_activity, make_budget_line, make_cost_item
from tests.factories.plan import make_place
from tests.inquiries.shapes import cells, drawn, numbers, public

pytestmark = pytest.mark.django_db


def test_costs_are_summed_by_event_and_by_line() -> None:
    line = make_budget_line(section="02", chapter="0201", title="547 01")
    fair = make_activity("Messe", kind="fair", when="März 2026", state="held")
    talk = make_activity("Gespräch", kind="other_event", when="April 2026")
    make_cost_item(fair, planned_cents=100_000, actual_cents=90_000, budget_line=line)
    make_cost_item(fair, planned_cents=20_000, actual_cents=25_000)
    make_cost_item(talk, planned_cents=5_000, budget_line=line)
    found = drawn("costs")
    assert cells(found, "events", "title", "planned", "actual") == [
        ("Messe", 120_000, 115_000),
        ("Gespräch", 5_000, None),
    ]
    assert cells(found, "lines", "line", "items", "planned", "actual") == [
        ("02/0201/547 01", 2, 105_000, 90_000),
        ("ohne Haushaltsstelle", 1, 20_000, 25_000),
    ]
    assert numbers(found, "events") == {"held": 1, "actual": 115_000, "foreseen": 5_000}
    assert found.gaps == (
        "Bei 1 Kostenposten ist der abgerechnete Betrag nicht bekannt; er fehlt in den Summen.",
        "1 Kostenposten hat keine Haushaltsstelle.",
    )


def test_a_sum_with_something_unpublished_in_it_is_not_public() -> None:
    first, second, hidden = (make_budget_line(title=title) for title in ("1", "2", "3"))
    make_cost_item(make_activity(when="2026"), budget_line=first)
    make_cost_item(make_activity(when="2026", visibility="ministries"), budget_line=second)
    hidden.visibility = "ministries"
    hidden.save()
    make_cost_item(make_activity(when="2026"), budget_line=hidden)
    assert public(drawn("costs"), "lines") == [True, False, False]


def test_a_line_that_not_all_ministries_know_is_not_named() -> None:
    make_cost_item(make_activity(when="2026"), budget_line=make_budget_line(visibility="unit"))
    assert cells(drawn("costs"), "lines", "line") == [("andere Haushaltsstellen",)]
    assert public(drawn("costs"), "lines") == [False]


def test_only_events_of_the_place_and_period_count() -> None:
    place = make_place("Prag")
    make_activity("Dort", when="2026", places=(place,))
    make_activity("Woanders", when="2026")
    make_activity("Später", when="2027", places=(place,))
    assert cells(drawn("costs", place.pk), "events", "title") == [("Dort",)]
