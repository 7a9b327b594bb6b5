# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of people: staff only; what a visitor may not know never shows."""

import json

import pytest
from django.conf import LazySettings
from django.test import Client

from bruecke.accounts.models import User
from bruecke.actors.models import Person
from tests.factories.actors import make_person
from tests.factories.people import make_organisation

pytestmark = pytest.mark.django_db


def form(**fields: str) -> dict[str, str]:
    standing = {
        "version": "0",
        "name": "Jana Nowak",
        "legal_basis": "public_task",
        "source": "Visitenkarte",
        "retention": "office",
        "review_on": "2027-01-01",
        "visibility": "ministries",
    }
    return standing | fields


def test_a_person_is_entered_and_read_again(coordinator_client: Client) -> None:
    answer = coordinator_client.post("/personen/neu/", form())
    person = Person.objects.get()
    assert answer.headers["Location"] == f"/personen/{person.pk}/"
    page = coordinator_client.get(f"/personen/{person.pk}/").content.decode()
    assert "öffentliche Aufgabe" in page


def test_a_similar_person_is_named_and_what_was_typed_stays(coordinator_client: Client) -> None:
    make_person("Jana Novak")
    page = coordinator_client.post("/personen/neu/", form(function="Marschallin")).content.decode()
    assert "Jana Novak" in page
    assert 'value="Marschallin"' in page
    assert coordinator_client.post("/personen/neu/", form(is_another="on")).status_code == 302


def test_the_house_of_a_person_is_named_only_to_who_may_know_it(coordinator_client: Client) -> None:
    hidden = make_organisation("Verborgenes Haus", visibility="unit")
    person = make_person(organisation=hidden)
    for address in ("/personen/", f"/personen/{person.pk}/"):
        assert "Verborgenes Haus" not in coordinator_client.get(address).content.decode()


def test_erasing_asks_why_and_then_blanks(coordinator_client: Client, settings: LazySettings, tmp_path: object) -> None:
    settings.ERASURES_FILE = f"{tmp_path}/erasures.jsonl"
    person = make_person()
    address = f"/personen/{person.pk}/loeschen/"
    page = coordinator_client.post(address, {"version": "1", "why": ""}).content.decode()
    assert "Es fehlt noch der Grund der Löschung." in page
    assert coordinator_client.post(address, {"version": "1", "why": "Antrag"}).status_code == 302
    page = coordinator_client.get(f"/personen/{person.pk}/").content.decode()
    assert "gelöscht" in page
    assert "Nowak" not in page


def test_merging_offers_only_similar_people(coordinator_client: Client) -> None:
    person, same = make_person(), make_person("NOWAK, JANA")
    make_person("Piotr Wilk")
    page = coordinator_client.get(f"/personen/{person.pk}/zusammenfuehren/").content.decode()
    assert "NOWAK, JANA" in page
    assert "Piotr Wilk" not in page
    coordinator_client.post(f"/personen/{person.pk}/zusammenfuehren/", {"version": "1", "into": str(same.pk)})
    person.refresh_from_db()
    assert person.merged_into == same


def test_the_answer_owed_to_a_person_is_a_file(coordinator_client: Client) -> None:
    answer = coordinator_client.get(f"/personen/{make_person().pk}/auskunft/")
    assert json.loads(answer.content)["person"]["Name"] == "Jana Nowak"
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_list_reads_as_many_statements_for_many_as_for_one(
    coordinator_client: Client, coordinator: User, django_assert_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for number in (1, 30):
        for n in range(number):
            make_person(f"Person {chr(97 + n % 26)}{n}", organisation=make_organisation())
        with CaptureQueriesContext(
            connection,
        ) as captured:
            coordinator_client.get("/personen/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
