# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of promises; events in countries and what they affect."""

import re

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.activities.models import CountryEvent, EventReview, Promise
from tests.factories.activities import make_activity, make_event, make_partnership, make_promise
from tests.factories.people import make_house, make_organisation
from tests.factories.plan import make_place
from tests.pages.reading import read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Überfällige", "Spätere", "Ihre"}),
        ("?stand=ueberfaellig", {"Überfällige"}),
        ("?stand=eingeloest", {"Eingelöste"}),
        ("?stand=alle", {"Überfällige", "Spätere", "Ihre", "Eingelöste"}),
        ("?wer=sie", {"Ihre"}),
        ("?stand=x&wer=x", {"Überfällige", "Spätere", "Ihre"}),
    ],
)
def test_promises_are_listed_by_who_owes_and_how_they_stand(query: str, shown: set[str]) -> None:
    make_promise("Überfällige", due_on="2020-01-01")
    make_promise("Spätere", due_on="2999-01-01")
    make_promise("Ihre", direction="they_owe")
    make_promise("Eingelöste", state="kept", settled_on="2026-01-01")
    make_promise("Interne", visibility="ministries")
    text = words(read(Client(), f"/zusagen/{query}"))
    every = {"Überfällige", "Spätere", "Ihre", "Eingelöste", "Interne"}
    assert {name for name in every if name in text} == shown


def test_a_promise_of_a_partnership_is_entered_from_the_list() -> None:
    client, partnership = browser(Role.COORDINATOR), make_partnership("Niederschlesien")
    typed = opened(client, "/zusagen/neu/") | {"text": "Radweg", "direction": "they_owe"}
    assert "zu welcher Partnerschaft" in client.post("/zusagen/neu/", typed).content.decode()
    assert client.post("/zusagen/neu/", typed | {"partnership_id": str(partnership.pk)}).status_code == 302
    assert Promise.objects.get().partnership == partnership
    assert "Niederschlesien" in words(read(client, "/zusagen/"))


def test_a_house_burdens_itself_only_and_settles_what_it_answers_for() -> None:
    house = make_house()
    own, other = make_organisation(house=house), make_organisation(house=make_house())
    client, partnership = browser(Role.FOCAL_POINT, house=house), make_partnership()
    typed = opened(client, "/zusagen/neu/") | {
        "text": "Radweg", "direction": "we_owe", "partnership_id": str(partnership.pk),
    }  # fmt: skip
    refused = client.post("/zusagen/neu/", typed | {"responsible_id": str(other.pk)}).content.decode()
    assert "Ihr eigenes Haus" in refused
    assert client.post("/zusagen/neu/", typed | {"responsible_id": str(own.pk)}).status_code == 302
    address = f"/zusagen/{Promise.objects.get().pk}/erledigen/"
    broken = {"version": "1", "state": "broken", "settled_on": "2026-01-05"}
    assert "Es fehlt noch, warum." in client.post(address, broken).content.decode()
    assert client.post(address, broken | {"note": "kein Geld"}).status_code == 302
    reopened = client.post(address, {"version": "2", "note": "Irrtum"})
    assert (reopened.status_code, Promise.objects.get().state) == (302, "open")


def test_an_event_lists_what_it_affects_in_the_place_and_its_parts() -> None:
    country = make_place("Ukraine")
    region = make_place("Charkiw", parent=country)
    partnership = make_partnership("Partnerschaft Charkiw", place=region)
    make_partnership("Woanders")
    make_partnership("Beendete", place=region, state="ended")
    make_activity("Reise dorthin", when="2999", places=(region,))
    make_activity("Mit dem Partner", when="2999", partnerships=(partnership,))
    make_activity("Lange her", when="2015", state="held", places=(region,))
    make_activity("Abgesagt", when="2999", state="cancelled", places=(region,))
    make_promise("Hilfe", partnership=partnership)
    make_promise("Eingelöst", partnership=partnership, state="kept", settled_on="2026-01-01")
    event = make_event(country, title="Angriff", kind="conflict")
    client = browser(Role.COORDINATOR)
    text = words(read(client, f"/ereignisse/{event.pk}/"))
    assert "0 von 4 geprüft" in text
    for shown in ("Partnerschaft Charkiw", "Reise dorthin", "Mit dem Partner", "Hilfe"):
        assert shown in text
    for hidden in ("Woanders", "Beendete", "Lange her", "Abgesagt", "Eingelöst"):
        assert hidden not in text
    assert "Charkiw" not in words(read(Client(), f"/ereignisse/{event.pk}/"))


def test_each_review_is_kept_with_its_author() -> None:
    place = make_place()
    partnership, event = make_partnership("Charkiw", place=place), make_event(place)
    client = browser(Role.REPORTER)
    address = f"/ereignisse/{event.pk}/pruefen/partnership/{partnership.pk}/"
    assert "was daraus folgt" in client.post(address, {"outcome": " "}).content.decode()
    assert client.post(address, {"outcome": "nichts"}).status_code == 302
    assert client.post(address, {"outcome": "Reise verschieben"}).status_code == 302
    text = words(read(client, f"/ereignisse/{event.pk}/"))
    assert "1 von 1 geprüft" in text
    assert text.index("Reise verschieben (user-") < text.index("nichts (user-")
    assert EventReview.objects.count() == 2
    elsewhere = make_partnership()
    assert client.post(address.replace(f"/{partnership.pk}/", f"/{elsewhere.pk}/"), {"outcome": "x"}).status_code == 404


def test_the_coordinator_marks_an_event() -> None:
    client, place = browser(Role.COORDINATOR), make_place()
    typed = opened(client, "/ereignisse/neu/") | {"title": "Wahl", "place_id": str(place.pk), "kind": "election"}
    assert "Zukunft" in client.post("/ereignisse/neu/", typed | {"happened_on": "2999-01-01"}).content.decode()
    assert client.post("/ereignisse/neu/", typed | {"happened_on": "2026-10-04"}).status_code == 302
    assert CountryEvent.objects.get().place == place
    assert "Wahl" in words(read(client, "/ereignisse/"))


@pytest.mark.parametrize("day", ["0001-01-01", "0026-10-04", "9999-12-31", "31.2.2026"])
def test_a_year_that_nobody_means_is_told_at_its_field(day: str) -> None:
    client = browser(Role.COORDINATOR)
    typed = opened(client, "/ereignisse/neu/") | {"title_de": "Wahl", "kind": "election", "place_id": make_place().pk}
    said = client.post("/ereignisse/neu/", typed | {"happened_on": day}).content.decode()
    assert "Dieser Tag ist nicht lesbar." in said
    assert not CountryEvent.objects.exists()


def test_an_event_takes_the_same_few_statements_whatever_it_affects() -> None:
    client, place = browser(Role.COORDINATOR), make_place()
    event = make_event(place)
    make_partnership(place=place)
    few = statements(client, f"/ereignisse/{event.pk}/")
    for _n in range(20):
        make_promise(partnership=make_partnership(place=place), activity=make_activity(places=(place,)))
    assert statements(client, f"/ereignisse/{event.pk}/") == few <= 15


def test_long_list_of_promises_is_paged_and_none_is_lost() -> None:
    client, activity = browser(Role.COORDINATOR), make_activity()
    made = {make_promise(f"Zusage {n:03}", activity=activity).text for n in range(55)}
    first = read(client, "/zusagen/")
    assert 'href="?stand=offen&amp;seite=2" rel="next"' in first
    second = read(client, "/zusagen/?stand=offen&seite=2")
    assert 'href="?stand=offen&amp;seite=1" rel="prev"' in second
    assert 'rel="next"' not in second
    assert set(re.findall(r"Zusage \d{3}", first)) | set(re.findall(r"Zusage \d{3}", second)) == made
    assert read(client, "/zusagen/?seite=unsinn").count("Zusage 0") == first.count("Zusage 0")


def test_partner_page_shows_the_most_urgent_promises_and_leads_to_all() -> None:
    client, partnership = browser(Role.COORDINATOR), make_partnership("Hinterland")
    activity = make_activity(partnerships=(partnership,))
    for n in range(12):
        make_promise(f"Zusage {n:02}", activity=activity, due_on=f"2027-01-{28 - n:02}")
    make_promise("Anderswo")
    page = read(client, f"/partner/{partnership.pk}/")
    assert "Zusage 11" in page
    assert "Zusage 00" not in page
    assert "Alle 12 offenen Zusagen" in words(page)
    listed = read(client, f"/zusagen/?partnerschaft={partnership.key}")
    assert all(f"Zusage {n:02}" in listed for n in range(12))
    assert "Anderswo" not in listed
    hidden = make_partnership("Geheim", visibility="unit")
    make_promise("Verraten", partnership=hidden)
    assert "Verraten" not in read(Client(), f"/zusagen/?partnerschaft={hidden.key}")
