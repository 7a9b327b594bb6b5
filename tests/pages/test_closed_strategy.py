# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A strategy that is not published: nothing below it shows either, whatever the single records say."""

import re

import pytest
from django.test import Client

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.records import journal
from bruecke.strategy.models import Principle, Strategy
from tests.factories.drafts import make_import
from tests.factories.people import make_house
from tests.factories.plan import make_goal, make_measure
from tests.pages.test_measure_edit import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed() -> Strategy:
    """A strategy of one unit with a published measure, goal and principle."""
    unit = make_house("Referat")
    measure = make_measure(title="Zugbrücke bauen")
    make_goal(measure.edition, "Zugbrücke als Ziel")
    place = {"strategy": measure.strategy, "edition": measure.edition, "position": 1}
    Principle.objects.create(**place, title="Zugbrücke zuerst", wording="Es gilt.", visibility="published")
    measure.strategy.visibility, measure.strategy.owner = "unit", unit
    measure.strategy.save()
    journal.record(measure.strategy, verb="changed", by=SYSTEM)
    return measure.strategy


def hits(client: Client) -> list[str]:
    return re.findall(r"\d+ Treffer", client.get("/suche/?q=Zugbrücke").content.decode())


def test_its_measures_have_no_page(closed: Strategy) -> None:
    address = f"/massnahmen/{closed.measures.get().pk}/"
    assert (Client().get(address).status_code, browser(Role.COORDINATOR).get(address).status_code) == (404, 404)
    assert browser(Role.REPORTER, house=closed.owner).get(address).status_code == 200


def test_the_search_finds_and_suggests_nothing_of_it(closed: Strategy) -> None:
    assert hits(Client()) == hits(browser(Role.COORDINATOR)) == []
    assert "Zugbr" not in Client().get("/suche/vorschlaege/?q=Zugb").content.decode()
    assert hits(browser(Role.REPORTER, house=closed.owner)) == ["3 Treffer"]


def test_a_record_and_a_strategy_kept_to_different_circles_are_found_by_nobody(closed: Strategy) -> None:
    measure, other = closed.measures.get(), make_house()
    measure.visibility, measure.owner = "unit", other
    measure.save()
    journal.record(measure, verb="changed", by=SYSTEM)
    assert hits(browser(Role.REPORTER, house=closed.owner)) == ["2 Treffer"]
    assert hits(browser(Role.REPORTER, house=other)) == []


def test_the_intake_offers_no_strategy_and_no_measure_that_the_coordinator_may_not_know_of(closed: Strategy) -> None:
    client = browser(Role.COORDINATOR)
    assert closed.name not in client.get("/einlesen/").content.decode()
    closed.visibility = "published"
    closed.save()
    assert closed.name in client.get("/einlesen/").content.decode()
    closed.measures.update(visibility="unit", owner=closed.owner)
    made = make_import(strategy=closed)
    assert "Zugbrücke bauen" not in client.get(f"/einlesen/{made.pk}/").content.decode()
