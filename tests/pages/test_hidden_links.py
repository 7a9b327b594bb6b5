# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working on a measure that is linked to what one may not know of: nothing of it shows, and nothing of it is lost."""

import pytest
from django.test import Client

from bruecke.accounts.models import House
from bruecke.accounts.principal import Role
from bruecke.strategy.models import Measure, MeasureGoal, Part
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_goal, make_measure
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def own() -> House:
    return make_house("Eigenes Haus")


@pytest.fixture
def measure(own: House) -> Measure:
    """A measure that the own house leads, linked to a goal and an organisation that only another unit knows of."""
    other = make_house()
    measure = make_measure(lead=make_organisation("Leitung", house=own))
    goal = make_goal(measure.edition, "Zwischenziel", visibility="unit", owner=other)
    measure.participants.add(make_organisation("Geheimstelle", visibility="unit", owner=other))
    MeasureGoal.objects.create(measure=measure, goal=goal, why="Geheimgrund")
    Part.objects.create(measure=measure, position=1, title="Geheimteil", kind="expand", visibility="unit", owner=other)
    measure.goal_count = 1
    measure.save()
    return measure


def test_saving_keeps_links_that_the_editor_may_not_know_of(measure: Measure, own: House) -> None:
    client, address = browser(Role.REPORTER, house=own), f"/massnahmen/{measure.pk}/bearbeiten/"
    answer = client.post(address, opened(client, address) | {"indicator": "Besuche", "why": "weil"})
    assert answer.status_code == 302
    measure.refresh_from_db()
    assert (measure.indicator, measure.goal_count, measure.goal_links.get().why) == ("Besuche", 1, "Geheimgrund")
    assert measure.participants.get().name == "Geheimstelle"


def test_saving_keeps_a_lead_that_the_editor_may_not_know_of() -> None:
    lead = make_organisation("Geheimhaus", visibility="unit", owner=make_house())
    measure, client = make_measure(lead=lead), browser(Role.COORDINATOR)
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    assert "Geheimhaus" not in client.get(address).content.decode()
    assert client.post(address, opened(client, address) | {"indicator": "B", "why": "weil"}).status_code == 302
    measure.refresh_from_db()
    assert (measure.indicator, measure.lead) == ("B", lead)


def test_the_form_says_nothing_of_them(measure: Measure, own: House) -> None:
    said = browser(Role.REPORTER, house=own).get(f"/massnahmen/{measure.pk}/bearbeiten/").content.decode()
    assert [word for word in ("Geheimgrund", "Geheimstelle", "Zwischenziel") if word in said] == []


def test_a_part_that_one_may_not_know_of_is_not_opened_by_its_address(measure: Measure, own: House) -> None:
    client, part = browser(Role.REPORTER, house=own), measure.parts.get()
    assert client.get(f"/massnahmen/{measure.pk}/teile/{part.pk}/").status_code == 404
    taken_away = client.post(f"/massnahmen/{measure.pk}/teile/{part.pk}/", {"entfernen": "1", "version": "1"})
    assert (taken_away.status_code, measure.parts.count()) == (404, 1)


def test_visitors_get_the_same_answer_for_rows_that_are_there_and_rows_that_are_not(measure: Measure) -> None:
    here, nowhere = measure.parts.get().pk, measure.parts.get().pk + 1000
    for path in ("massnahmen/{m}/teile/{row}/", "massnahmen/{m}/beispiele/{row}/", "massnahmen/{row}/bearbeiten/"):
        answers = [Client().get("/" + path.format(m=measure.pk, row=row)) for row in (here, nowhere)]
        assert [answer.status_code for answer in answers] == [302, 302]
        assert all(answer.headers["Location"].startswith("/konto/login/") for answer in answers)


def test_the_history_names_houses_and_no_keys(own: House) -> None:
    client, measure = Client(), make_measure()
    client.force_login(make_user(Role.COORDINATOR, house=own), backend="bruecke.accounts.backends.EmailBackend")
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    kept = {"visibility": "named", "named_houses": str(own.pk), "owner_id": str(own.pk), "why": "weil"}
    assert client.post(address, opened(client, address) | kept).status_code == 302
    said = client.get(f"/massnahmen/{measure.pk}/").content.decode()
    assert said.count("</span>Eigenes Haus</ins>") == 2


def test_nobody_closes_a_measure_to_themselves() -> None:
    other, measure, client = make_house(), make_measure(), browser(Role.COORDINATOR)
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    for closed in (
        {"visibility": "named", "named_houses": str(other.pk)},
        {"visibility": "unit", "owner_id": other.pk},
    ):
        said = client.post(address, opened(client, address) | closed | {"why": "weil"}).content.decode()
        assert "Sie selbst könnten es sonst nicht mehr sehen" in said
    assert Measure.objects.get().visibility == "published"
