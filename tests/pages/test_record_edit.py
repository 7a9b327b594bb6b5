# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Editing goals, principles, organisations, documents, editions, strategies in the browser: nothing typed is lost."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.actors.models import Organisation
from bruecke.library.models import Document
from bruecke.records.models import FormDraft, JournalEntry
from tests.factories.people import make_house, make_organisation
from tests.factories.plan import make_document, make_edition, make_goal
from tests.pages.reading import read, statements, words
from tests.pages.test_measure_edit import browser, opened
from tests.strategy.test_plan import make_principle

pytestmark = pytest.mark.django_db

MAKE: dict[str, Callable[[], Any]] = {
    "ziele": lambda: make_goal(make_edition()),
    "grundsaetze": lambda: make_principle(make_edition()),
    "strategien": lambda: make_edition().strategy,
    "fassungen": make_edition,
    "einrichtungen": make_organisation,
    "dokumente": make_document,
}
TEXT = {
    "ziele": "title_de",
    "grundsaetze": "title_de",
    "strategien": "name_de",
    "fassungen": "decision_reference",
    "einrichtungen": "name_de",
    "dokumente": "title_de",
}
FOLDERS = sorted(MAKE)


def page_of(folder: str, record: Any) -> str:
    return f"/strategien/{record.strategy_id}/" if folder == "fassungen" else f"/{folder}/{record.pk}/"


def made(folder: str) -> tuple[Any, str]:
    record = MAKE[folder]()
    return record, f"/{folder}/{record.pk}/bearbeiten/"


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_form_sent_as_it_was_opened_changes_nothing(folder: str) -> None:
    client, (record, address) = browser(Role.COORDINATOR), made(folder)
    assert client.post(address, opened(client, address) | {"why": "nur so"}).status_code == 302
    record.refresh_from_db()
    assert (JournalEntry.objects.count(), record.version) == (0, 1)


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_typed_is_saved_told_in_the_history_and_brought_back(folder: str) -> None:
    client, (record, address) = browser(Role.COORDINATOR), made(folder)
    name = TEXT[folder]
    for text in ("Erster Stand", "Zweiter Stand"):
        response = client.post(address, opened(client, address) | {name: text, "why": f"wegen {text}"})
        assert response.headers["Location"] == page_of(folder, record)
    page = read(client, page_of(folder, record))
    assert "wegen Zweiter Stand" in page
    assert re.search(r"<del>.*Erster Stand</del> <ins>.*Zweiter Stand</ins>", page)
    back = f"/{folder}/{record.pk}/stand/2/"
    assert f'href="{back}"' in page
    assert client.post(back, opened(client, back) | {"why": "doch"}).status_code == 302
    record.refresh_from_db()
    assert (getattr(record, name), record.version) == ("Erster Stand", 4)
    assert "wiederhergestellt" in read(client, page_of(folder, record))


@pytest.mark.parametrize("folder", FOLDERS)
def test_history_and_the_way_to_the_form_show_only_to_those_concerned(folder: str) -> None:
    client, (record, address) = browser(Role.COORDINATOR), made(folder)
    client.post(address, opened(client, address) | {TEXT[folder]: "Neu", "why": "Geheimgrund"})
    page = page_of(folder, record)
    for visitor, has_history, has_form in (
        (client, True, True), (browser(Role.LEADERSHIP), True, False), (browser(Role.FOCAL_POINT), True, False),
        (browser(Role.PARTNER), False, False), (browser(Role.ADMINISTRATOR), False, False), (Client(), False, False),
    ):  # fmt: skip
        text = read(visitor, page)
        assert ("Geheimgrund" in text, address in text) == (has_history, has_form)
        assert (f"/{folder}/{record.pk}/stand/" in text) is False


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_button_pressed_twice_saves_once_and_asks_nothing(folder: str) -> None:
    client, (record, address) = browser(Role.COORDINATOR), made(folder)
    typed = opened(client, address) | {TEXT[folder]: "Neu", "why": "Beschluss"}
    assert [client.post(address, typed).status_code for _press in range(2)] == [302, 302]
    record.refresh_from_db()
    assert record.version == 2


@pytest.mark.parametrize("folder", FOLDERS)
def test_two_editors_see_each_others_changes_and_lose_nothing(folder: str) -> None:
    first, second, (record, address) = browser(Role.COORDINATOR), browser(Role.COORDINATOR), made(folder)
    name, mine = TEXT[folder], opened(second, address)
    first.post(address, opened(first, address) | {name: "Erste", "why": "1"})
    response = second.post(address, mine | {name: "Zweite", "why": "2"})
    text = response.content.decode()
    assert response.status_code == 409
    assert "Ihre Eingabe: Zweite" in text
    assert "Inzwischen gespeichert: Erste" in text
    assert 'value="Zweite"' in text
    base = unescape(re.search(r'name="grundlage" value="([^"]*)"', text)[1])  # type: ignore[index]
    again = mine | {name: "Zweite", "why": "2", "version": "2", f"wahl_{name}": "gespeichert", "grundlage": base}
    assert second.post(address, again).status_code == 302
    record.refresh_from_db()
    assert (getattr(record, name), record.version) == ("Erste", 2)
    again |= {f"wahl_{name}": "meins"}
    assert second.post(address, again).status_code == 302
    record.refresh_from_db()
    assert (getattr(record, name), record.version) == ("Zweite", 3)


def test_both_changes_stand_where_they_do_not_touch_each_other() -> None:
    first, second, (record, address) = browser(Role.COORDINATOR), browser(Role.COORDINATOR), made("dokumente")
    mine = opened(second, address)
    first.post(address, opened(first, address) | {"publisher": "Kanzlei", "why": "1"})
    text = second.post(address, mine | {"issued": "5.2024", "why": "2"}).content.decode()
    assert "Inzwischen gespeichert: Kanzlei" in text
    assert "Ihre Eingabe: Mai 2024" in text
    chosen = dict(re.findall(r'<input type="radio" name="(wahl_\w+)" value="(\w+)" checked>', text))
    assert chosen == {"wahl_publisher": "gespeichert", "wahl_issued": "meins"}
    base = unescape(re.search(r'name="grundlage" value="([^"]*)"', text)[1])  # type: ignore[index]
    again = mine | {"issued": "5.2024", "why": "2", "version": "2", "grundlage": base} | chosen
    assert second.post(address, again).status_code == 302
    record.refresh_from_db()
    assert (record.publisher, record.issued) == ("Kanzlei", "2024-05")


@pytest.mark.parametrize(
    ("folder", "typed", "sentence"),
    [
        *((folder, {"why": ""}, "Es fehlt noch der Grund der Änderung.") for folder in FOLDERS),
        ("ziele", {"title_de": ""}, "Es fehlt noch der Titel."),
        ("ziele", {"visibility": "named"}, "Es fehlt noch, welche Ressorts es sehen dürfen."),
        ("grundsaetze", {"scope": "chapter"}, "Es fehlt noch, für welches Instrument der Grundsatz gilt."),
        ("strategien", {"name_de": ""}, "Es fehlt noch der Name."),
        ("strategien", {"evaluation_interval_months": "alle Jahre"}, "Das ist keine ganze Zahl von Monaten."),
        ("strategien", {"evaluation_interval_months": "900"}, "Der Abstand beträgt höchstens 240 Monate."),
        ("fassungen", {"adopted_on": "neulich"}, "Dieser Tag ist nicht lesbar."),
        ("fassungen", {"adopted_on": "1.1.2999"}, "Dieser Tag liegt in der Zukunft."),
        ("einrichtungen", {"name_de": ""}, "Es fehlt noch der Name."),
        ("einrichtungen", {"kind": ""}, "Es fehlt noch die Art der Einrichtung."),
        (
            "einrichtungen",
            {"valid_from": "1.2.2024", "valid_until": "2024-01-01"},
            "Das Ende liegt vor dem Anfang.",
        ),
        ("dokumente", {"issued": "31.2.2027"}, "Dieser Termin ist nicht lesbar."),
        ("dokumente", {"url": "nirgends"}, "Diese Adresse ist nicht vollständig."),
    ],
)
def test_what_is_missing_is_said_on_top_and_at_the_field_and_nothing_is_saved(
    folder: str, typed: dict[str, str], sentence: str
) -> None:
    client, (record, address) = browser(Role.COORDINATOR), made(folder)
    response = client.post(address, opened(client, address) | {"why": "Bücher & Gäste"} | typed)
    text = response.content.decode()
    assert (response.status_code, text.count(sentence)) == (200, 2)
    assert "why" in typed or 'value="Bücher &amp; Gäste"' in text
    record.refresh_from_db()
    assert record.version == 1


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("base", ["{", "[]", "3", '{"x": 1}'])
def test_a_tampered_base_does_no_harm(folder: str, base: str) -> None:
    client, (_record, address) = browser(Role.COORDINATOR), made(folder)
    data = opened(client, address) | {"grundlage": base, TEXT[folder]: base, "why": "x"}
    assert client.post(address, data).status_code == 302
    assert client.post(address, data | {TEXT[folder]: f"{base} anders"}).status_code == 409


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_draft_is_kept_found_again_and_dropped(folder: str) -> None:
    client, (_record, address) = browser(Role.COORDINATOR), made(folder)
    typed = opened(client, address) | {TEXT[folder]: "halb getippt"}
    assert client.post(f"{address}entwurf/", typed).status_code == 204
    text = client.get(address).content.decode()
    assert "Hier steht Ihr Entwurf" in text
    assert 'value="halb getippt"' in text
    assert client.post(f"{address}entwurf/", {"verwerfen": "1"}).status_code == 302
    assert FormDraft.objects.count() == 0


@pytest.mark.parametrize(("folder", "page"), [("einrichtungen", "/wer-und-wo/"), ("dokumente", "/dokumente/")])
def test_a_new_record_is_entered_from_the_list_withdrawn_and_never_deleted(folder: str, page: str) -> None:
    client, address = browser(Role.COORDINATOR), f"/{folder}/neu/"
    assert f'href="{address}"' in read(client, page)
    assert address not in read(Client(), page)
    assert client.post(f"{address}entwurf/", {"publisher": "x"}).status_code == 204
    new = {TEXT[folder]: "Ganz neu", "visibility": "published", "kind": "other", "version": "0", "status": "planned"}
    response = client.post(address, opened(client, address) | new)
    assert response.status_code == 302
    own = response.headers["Location"]
    assert "Ganz neu" in read(Client(), own)
    assert FormDraft.objects.count() == 0
    form = f"{own}bearbeiten/"
    assert client.post(form, opened(client, form) | {"visibility": "ministries", "why": "zurück"}).status_code == 302
    assert Client().get(own).status_code == 404
    assert "Ganz neu" in read(browser(Role.REPORTER), own)
    model = Organisation if folder == "einrichtungen" else Document
    assert model.objects.count() == 1


def test_a_new_record_without_a_name_is_not_entered() -> None:
    client = browser(Role.COORDINATOR)
    text = client.post("/einrichtungen/neu/", {"version": "0", "kind": "ngo", "visibility": "published"})
    assert text.content.decode().count("Es fehlt noch der Name.") == 2
    assert Organisation.objects.count() == 0


def test_a_new_organisation_can_be_brought_back_to_how_it_was_entered() -> None:
    client = browser(Role.COORDINATOR)
    new = {"version": "0", "kind": "ngo", "visibility": "published", "name_de": "Verein"}
    own = client.post("/einrichtungen/neu/", new).headers["Location"]
    client.post(f"{own}bearbeiten/", opened(client, f"{own}bearbeiten/") | {"name_de": "Verband", "why": "um"})
    assert f'href="{own}stand/1/"' in read(client, own)
    client.post(f"{own}stand/1/", {"version": "2", "why": ""})
    assert Organisation.objects.get().name_de == "Verein"  # type: ignore[attr-defined]


def test_a_stale_restore_is_told_and_a_missing_version_too() -> None:
    client, goal = browser(Role.COORDINATOR), make_goal(make_edition(), version=3)
    address = f"/ziele/{goal.pk}/stand/"
    assert "Inzwischen hat jemand gespeichert." in client.post(f"{address}1/", {"version": "2"}).content.decode()
    assert "Diese Fassung ist nicht mehr da." in client.post(f"{address}9/", {"version": "3"}).content.decode()


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("page", ["bearbeiten/", "stand/1/"])
def test_the_public_signs_in_first_and_others_are_refused(folder: str, page: str) -> None:
    address = f"/{folder}/{MAKE[folder]().pk}/{page}"
    assert Client().get(address).status_code == 302
    for role in (Role.FOCAL_POINT, Role.REPORTER, Role.AUDITOR, Role.LEADERSHIP):
        assert browser(role).get(address).status_code == 403
        assert browser(role).post(address, {"version": "1"}).status_code == 403
    assert browser(Role.COORDINATOR).get(address).status_code == 200


@pytest.mark.parametrize("folder", ["ziele", "grundsaetze", "einrichtungen", "dokumente"])
def test_a_record_that_may_not_be_known_of_is_not_found(folder: str) -> None:
    record, address = made(folder)
    type(record).objects.filter(pk=record.pk).update(visibility="unit")
    client = browser(Role.COORDINATOR)
    for page in ("bearbeiten/", "stand/1/"):
        assert client.get(f"/{folder}/{record.pk}/{page}").status_code == 404
    assert client.post(f"{address}entwurf/", {}).status_code == 404


def test_the_current_choice_stays_also_where_it_is_hidden_from_the_editor() -> None:
    client, parent = browser(Role.COORDINATOR), make_organisation("Verborgen", visibility="unit")
    record = make_organisation(parent=parent)
    address = f"/einrichtungen/{record.pk}/bearbeiten/"
    assert "Verborgen" not in read(client, address)
    client.post(address, opened(client, address) | {"short_name_de": "neu", "why": "x"})
    record.refresh_from_db()
    assert (record.parent_id, record.short_name_de) == (parent.pk, "neu")  # type: ignore[attr-defined]


def test_a_strategy_shows_its_gaps_until_they_are_filled() -> None:
    client, edition = browser(Role.COORDINATOR), make_edition()
    body = make_organisation("Arbeitsgruppe", kind="body")
    page = f"/strategien/{edition.strategy_id}/"
    assert f'href="{page}"' in read(Client(), "/plan/")
    text = words(read(Client(), page))
    for gap in ("Abstand noch nicht festgelegt", "noch niemand", "Datum des Beschlusses nicht erfasst"):
        assert gap in text
    filled = {"coordinating_body_id": str(body.pk), "evaluation_interval_months": "24", "why": "IMAG"}
    form = f"{page}bearbeiten/"
    client.post(form, opened(client, form) | filled)
    form = f"/fassungen/{edition.pk}/bearbeiten/"
    client.post(form, opened(client, form) | {"adopted_on": "25.6.2024", "decision_reference": "Kab 1", "why": "x"})
    text = words(read(Client(), page))
    for fact in ("Koordiniert von Arbeitsgruppe", "alle 24 Monate", "Beschlossen am 25. Juni 2024 (Kab 1)"):
        assert fact in text
    assert "Beschlossen am 25. Juni 2024" in words(read(Client(), f"/dokument/{edition.pk}/"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_pages_and_forms_take_the_same_few_statements_whatever_there_is(folder: str) -> None:
    client, (record, address) = browser(Role.COORDINATOR), made(folder)
    client.post(address, opened(client, address) | {TEXT[folder]: "Neu", "why": "x"})
    pages = [address, page_of(folder, record), f"/{folder}/{record.pk}/stand/1/"]
    few = [statements(client, page) for page in pages]
    for n in range(50):
        make_house()
        make_organisation(kind="body")
        make_document()
        client.post(address, opened(client, address) | {TEXT[folder]: f"Neu {n}", "why": "x"}) if n < 5 else None
    assert [statements(client, page) for page in pages] == few
    assert max(few) <= 12
