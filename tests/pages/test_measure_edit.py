# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working on a measure in the browser: what is typed is never lost."""

import re
from html import unescape

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.records.models import FormDraft, JournalEntry
from bruecke.strategy.models import Check, Example, Measure, OptionDecision, Part
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_goal, make_measure

pytestmark = pytest.mark.django_db


def browser(*roles: Role, house: object = None) -> Client:
    client = Client()
    client.force_login(make_user(*roles, house=house), backend="bruecke.accounts.backends.EmailBackend")  # type: ignore[arg-type]
    return client


def opened(client: Client, address: str) -> dict[str, str]:
    """The values a browser would send back if nothing were typed."""
    text = client.get(address).content.decode()
    form = text[text.index('<form class="form') :]
    values = {}
    for field in re.findall(r"<(?:input|textarea)[^>]*>", form):
        name, value = re.search(r'name="([^"]+)"', field), re.search(r'value="([^"]*)"', field)
        if name and ("checked" in field or not re.search(r'type="(checkbox|radio)"', field)):
            values[name[1]] = unescape(value[1]) if value else ""
    for name, chosen in re.findall(r'<select name="([^"]+)".*?<option value="([^"]*)" selected', form, re.DOTALL):
        values[name] = chosen
    return values


def test_a_form_sent_as_it_was_opened_changes_nothing() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure(deadline="2027-05", cost_cents=120_050)
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    response = client.post(address, opened(client, address) | {"why": "nur so"})
    assert response.status_code == 302
    assert JournalEntry.objects.count() == 0


def test_what_is_typed_is_saved_with_its_reason() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure()
    goal, lead = make_goal(measure.edition), make_organisation("Bauhaus")
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    typed = {
        "title_de": "Neuer Titel", "lead_id": str(lead.pk), "deadline": "31.5.2027", "cost_cents": "1.200,50",
        f"goal_{goal.pk}": "on", f"why_{goal.pk}": "weil", "needs_state_money": "yes", "why": "Beschluss",
    }  # fmt: skip
    assert client.post(address, opened(client, address) | typed).status_code == 302
    measure.refresh_from_db()
    assert (measure.title_de, measure.lead, measure.deadline, measure.cost_cents) == (
        "Neuer Titel",
        lead,
        "2027-05-31",
        120_050,
    )
    assert (measure.goal_count, measure.goal_links.get().why, measure.needs_state_money) == (1, "weil", "yes")
    text = client.get(f"/massnahmen/{measure.pk}/").content.decode()
    assert "Beschluss" in text
    assert "31. Mai 2027" in text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"why": ""}, "Es fehlt noch der Grund der Änderung."),
        ({"title_de": ""}, "Es fehlt noch der Kurztitel."),
        ({"deadline": "bald"}, "Dieser Termin ist nicht lesbar."),
        ({"deadline": "31.2.2027"}, "Dieser Termin ist nicht lesbar."),
        ({"visibility": "named"}, "Es fehlt noch, welche Ressorts es sehen dürfen."),
    ],
)
def test_what_is_missing_is_said_on_top_and_at_the_field_and_nothing_is_lost(
    typed: dict[str, str], sentence: str
) -> None:
    client, measure = browser(Role.COORDINATOR), make_measure()
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    response = client.post(address, opened(client, address) | {"indicator": "Bücher & Gäste", "why": "weil"} | typed)
    text = response.content.decode()
    assert (response.status_code, text.count(sentence)) == (200, 2)
    assert 'value="Bücher &amp; Gäste"' in text
    assert Measure.objects.get().version == 1


def test_two_editors_see_each_others_changes_and_lose_nothing() -> None:
    first, second, measure = browser(Role.COORDINATOR), browser(Role.COORDINATOR), make_measure(title="Alt")
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    mine = opened(second, address)
    first.post(address, opened(first, address) | {"title_de": "Erste", "indicator": "Besuche", "why": "1"})
    response = second.post(address, mine | {"title_de": "Zweite", "deadline": "2027", "why": "2"})
    text = response.content.decode()
    assert response.status_code == 409
    for words in ("Ihre Eingabe: Zweite", "Inzwischen gespeichert: Erste", "Inzwischen gespeichert: Besuche"):
        assert words in text
    assert Measure.objects.get().title_de == "Erste"

    again = mine | {
        "title_de": "Zweite", "deadline": "2027", "why": "2", "version": "2", "wahl_title_de": "meins",
        "wahl_indicator": "gespeichert", "wahl_deadline": "meins",
        "grundlage": unescape(re.search(r'name="grundlage" value="([^"]*)"', text)[1]),  # type: ignore[index]
    }  # fmt: skip
    assert second.post(address, again).status_code == 302
    measure.refresh_from_db()
    assert (measure.title_de, measure.indicator, measure.deadline, measure.version) == ("Zweite", "Besuche", "2027", 3)


def test_a_button_pressed_twice_saves_once_and_asks_nothing() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure()
    goal, address = make_goal(measure.edition), f"/massnahmen/{measure.pk}/bearbeiten/"
    typed = opened(client, address) | {
        "title_de": "Neu",
        "cost_cents": "5",
        f"goal_{goal.pk}": "on",
        "why": "Beschluss",
    }
    assert [client.post(address, typed).status_code for _press in range(2)] == [302, 302]
    assert (Measure.objects.get().version, JournalEntry.objects.filter(record_type="measure").count()) == (2, 1)


def test_a_tampered_base_does_no_harm() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure()
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    for base in ("{", "[]", '{"goals": 3}', '{"goals": {"x": 1}}'):
        data = opened(client, address) | {"grundlage": base, "indicator": base, "why": "x"}
        assert client.post(address, data).status_code == 302


def test_a_draft_is_kept_found_again_and_dropped() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure()
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    typed = opened(client, address) | {"indicator": "halb getippt", "needs_state_money": "yes"}
    assert client.post(f"{address}entwurf/", typed).status_code == 204
    text = client.get(address).content.decode()
    assert "Hier steht Ihr Entwurf" in text
    assert 'value="halb getippt"' in text
    assert opened(client, address)["needs_state_money"] == "yes"
    assert "halb getippt" not in browser(Role.COORDINATOR).get(address).content.decode()
    assert client.post(f"{address}entwurf/", {"verwerfen": "1"}).status_code == 302
    assert FormDraft.objects.count() == 0


def test_a_huge_draft_is_refused() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure()
    address = f"/massnahmen/{measure.pk}/bearbeiten/entwurf/"
    assert client.post(address, {"internal_note": "x" * 70_000}).status_code == 400


def test_a_house_sees_no_field_it_may_not_set() -> None:
    house = make_house()
    measure = make_measure(lead=make_organisation(house=house))
    client, address = browser(Role.REPORTER, house=house), f"/massnahmen/{measure.pk}/bearbeiten/"
    values = opened(client, address)
    assert {"visibility", "named_houses", "owner_id", "lead_id"} & set(values) == set()
    sent = values | {"indicator": "Besuche", "visibility": "ministries", "why": "x"}
    assert client.post(address, sent).status_code == 302
    measure.refresh_from_db()
    assert (measure.indicator, measure.visibility) == ("Besuche", "published")


WORK = ("bearbeiten/", "entscheidung/", "teile/neu/", "beispiele/neu/", "stand/1/")


@pytest.mark.parametrize("page", WORK)
def test_the_public_signs_in_first_and_others_are_refused(page: str) -> None:
    measure = make_measure()
    address = f"/massnahmen/{measure.pk}/{page}"
    assert Client().get(address).status_code == 302
    assert browser(Role.REPORTER).get(address).status_code == 403
    assert browser(Role.COORDINATOR).get(address).status_code == 200


def test_a_decision_is_recorded_and_shown_to_all(client: Client) -> None:
    staff, measure = browser(Role.COORDINATOR), make_measure()
    address = f"/massnahmen/{measure.pk}/entscheidung/"
    wrong = staff.post(address, {"version": "1", "outcome": "not_taken_up", "reference": "", "decided_on": ""})
    text = wrong.content.decode()
    for sentence in (
        "Es fehlt noch der Beschluss",
        "Es fehlt noch der Tag des Beschlusses.",
        "Ein Nein wird begründet.",
    ):
        assert sentence in text
    right = {
        "version": "1",
        "outcome": "taken_up",
        "reference": "IMAG 3/2026",
        "decided_on": "2026-01-14",
        "reason": "",
    }
    assert staff.post(address, right).status_code == 302
    assert (
        "Die Option ist aufgegriffen: IMAG 3/2026, 14. Januar 2026."
        in client.get(f"/massnahmen/{measure.pk}/").content.decode()
    )
    assert OptionDecision.objects.count() == 1


def test_a_stale_short_form_keeps_what_was_typed() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure(version=4)
    text = client.post(
        f"/massnahmen/{measure.pk}/beispiele/neu/", {"version": "3", "title": "Getippt"}
    ).content.decode()
    assert "Inzwischen hat jemand die Maßnahme geändert." in text
    assert 'value="Getippt"' in text
    assert 'name="version" value="4"' in text


def test_parts_examples_and_checks_are_worked_on() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure()
    base = f"/massnahmen/{measure.pk}/"
    part = {"version": "1", "title": "Teil A", "kind": "create", "lead_id": "", "needs_state_money": "unknown"}
    assert client.post(f"{base}teile/neu/", part).status_code == 302
    made = Part.objects.get()
    assert client.post(f"{base}teile/{made.pk}/", part | {"version": "2", "title": "Teil B"}).status_code == 302
    assert client.post(f"{base}teile/{made.pk}/", part | {"version": "3", "entfernen": "1"}).status_code == 302
    assert client.post(f"{base}beispiele/neu/", {"version": "4", "title": "Beispiel"}).status_code == 302
    check = Check.objects.create(measure=measure, position=1, question="Bund?")
    assert (
        client.post(f"{base}pruefpunkte/{check.pk}/", {"version": "5", "answer": "ja", "reference": "S. 3"}).status_code
        == 302
    )
    check.refresh_from_db()
    assert (Part.objects.count(), Example.objects.get().title, check.answer) == (0, "Beispiel", True)


def test_an_earlier_version_is_restored_from_the_page() -> None:
    client, measure = browser(Role.COORDINATOR), make_measure(title="Eins")
    address = f"/massnahmen/{measure.pk}/bearbeiten/"
    for title in ("Zwei", "Drei"):
        client.post(address, opened(client, address) | {"title_de": title, "why": title})
    assert f'href="/massnahmen/{measure.pk}/stand/2/"' in client.get(f"/massnahmen/{measure.pk}/").content.decode()
    assert client.post(f"/massnahmen/{measure.pk}/stand/2/", {"version": "3", "why": "doch"}).status_code == 302
    assert Measure.objects.get().title_de == "Zwei"


def test_a_row_of_another_measure_is_not_found() -> None:
    client, part = (
        browser(Role.COORDINATOR),
        Part.objects.create(measure=make_measure(), position=1, title="x", kind="create"),
    )
    assert client.get(f"/massnahmen/{make_measure().pk}/teile/{part.pk}/").status_code == 404


def test_the_form_of_a_decision_marks_only_the_reason_and_a_recorded_one_as_optional(
    coordinator_client: Client,
) -> None:
    page = coordinator_client.get(f"/massnahmen/{make_measure().pk}/entscheidung/").content.decode()
    assert page.count("(freiwillig)") == 2
