# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies in the browser: what their pages say, and working on them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bruecke.accounts.principal import Role
from bruecke.bodies.models import AgendaItem, Body, Session, Task
from bruecke.strategy.models import Edition, OptionDecision
from tests.factories.bodies import make_agenda_item, make_body, make_decision, make_member, make_session, make_task
from tests.factories.people import make_house, make_organisation
from tests.factories.plan import make_edition, make_measure
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def test_a_body_is_entered_with_session_decision_and_task_and_its_page_tells_of_them() -> None:
    client = browser(Role.COORDINATOR)
    organisation = make_organisation("Arbeitsgruppe Grenze", kind="body")
    address = "/gremien/neu/"
    response = client.post(
        address, opened(client, address) | {"organisation_id": str(organisation.pk), "kind": "alliance"}
    )
    body = Body.objects.get()
    assert response.headers["Location"] == f"/gremien/{body.pk}/"
    for folder, typed in (
        ("mitglieder", {"organisation_id": str(make_organisation("Kammer Nord").pk), "since": "5.2024"}),
        ("sitzungen", {"held_on": "4.5.2999", "number": "7"}),
        ("beschluesse", {"number": "3/2026", "decided_on": "14.1.2026", "title": "Haushalt der Gruppe"}),
        ("aufgaben", {"title": "Bericht schreiben", "due_on": "2.2.2026"}),
    ):
        address = f"/gremien/{body.pk}/{folder}/neu/"
        assert client.post(address, opened(client, address) | typed).status_code == 302, folder
    page = words(read(client, f"/gremien/{body.pk}/"))
    for text in (
        "Kammer Nord Mitglied · seit Mai 2024",
        "7. Sitzung, 4. Mai 2999",
        "3/2026 Haushalt der Gruppe",
        "Bericht schreiben noch niemand zuständig · fällig am 2. Februar 2026, seit",
    ):
        assert text in page
    assert "Arbeitsgruppe Grenze" in read(client, "/gremien/")


def test_overdue_is_said_in_words() -> None:
    late = make_task(due_on=timezone.localdate() - timedelta(days=1))
    assert "seit 1 Tag überfällig" in words(read(Client(), f"/aufgaben/{late.pk}/"))
    assert "1 offene Aufgabe, 1 davon überfällig" in words(read(Client(), "/gremien/"))


def test_a_link_says_what_a_new_record_belongs_to() -> None:
    client, session = browser(Role.COORDINATOR), make_session()
    found = links(read(client, f"/sitzungen/{session.pk}/"))
    for label in ("Beschluss festhalten", "Aufgabe festhalten"):
        assert opened(client, found[label])["session_id"] == str(session.pk)
    make_agenda_item(session, position=6)
    found = links(read(client, f"/sitzungen/{session.pk}/"))
    assert opened(client, found["Tagesordnungspunkt ergänzen"])["position"] == "7"


def test_the_agenda_of_the_coordinating_body_is_made_from_what_is_open() -> None:
    client, body = browser(Role.COORDINATOR), make_body()
    edition = make_edition()
    edition.strategy.coordinating_body = body.organisation
    edition.strategy.save()
    option, led = make_measure(edition, "Messe ausbauen"), make_measure(edition, "Ohne Haus", modality="statement")
    make_measure(edition, "Geführt", modality="statement", lead=make_organisation())
    make_measure(make_edition(), "Andere Strategie")
    task, session = make_task(body, "Bericht schreiben"), make_session(body)
    address = f"/sitzungen/{session.pk}/tagesordnung/"
    page = words(read(client, address))
    assert [text in page for text in ("Bericht schreiben", "Messe ausbauen", "Ohne Haus")] == [True] * 3
    assert [text in page for text in ("Geführt", "Andere Strategie")] == [False] * 2
    typed = {"version": "1", "tasks": [task.pk], "undecided": [option.pk], "leads": [led.pk]}
    assert client.post(address, typed).status_code == 302
    assert list(AgendaItem.objects.order_by("position").values_list("title", flat=True)) == [
        "Bericht schreiben", f"{option.reference} Messe ausbauen", f"{led.reference} Ohne Haus",
    ]  # fmt: skip
    found = links(read(client, f"/sitzungen/{session.pk}/"))
    assert found["Bericht schreiben"] == f"/aufgaben/{task.pk}/"
    assert found[f"{option.reference} Messe ausbauen"] == f"/massnahmen/{option.pk}/"
    assert "Es ist nichts offen" in read(client, address)


def test_a_body_that_coordinates_nothing_is_offered_its_own_tasks_only() -> None:
    make_measure(title="Messe ausbauen")
    session = make_session()
    assert "Messe ausbauen" not in read(browser(Role.COORDINATOR), f"/sitzungen/{session.pk}/tagesordnung/")
    cabinet = make_session(make_body(kind="cabinet"))
    assert "Messe ausbauen" in read(browser(Role.COORDINATOR), f"/sitzungen/{cabinet.pk}/tagesordnung/")


def test_of_two_who_propose_an_agenda_the_second_is_told() -> None:
    client, session = browser(Role.COORDINATOR), make_session()
    task = make_task(session.body)
    typed = {"version": "1", "tasks": [task.pk]}
    address = f"/sitzungen/{session.pk}/tagesordnung/"
    make_task(session.body)
    assert client.post(address, typed).status_code == 302
    typed["tasks"] = [Task.objects.exclude(pk=task.pk).get().pk]
    assert "Inzwischen hat jemand gespeichert" in client.post(address, typed).content.decode()
    assert AgendaItem.objects.count() == 1


def test_a_point_is_taken_off_the_agenda_and_brought_back() -> None:
    client, item = browser(Role.COORDINATOR), make_agenda_item(make_session(), "Verschiedenes")
    page = f"/sitzungen/{item.session_id}/"
    client.post(f"/tagesordnungspunkte/{item.pk}/entfernen/", {"version": "1"})
    assert "Verschiedenes" not in read(client, page)
    client.post(f"/tagesordnungspunkte/{item.pk}/entfernen/", {"version": "2", "zurueck": "1"})
    assert "Verschiedenes" in read(client, page)


def test_the_house_that_is_responsible_settles_its_task_in_the_browser() -> None:
    house = make_house()
    task = make_task(responsible=make_organisation(house=house))
    client, address = browser(Role.FOCAL_POINT, house=house), f"/aufgaben/{task.pk}/abschliessen/"
    assert address in read(client, f"/aufgaben/{task.pk}/")
    assert "Es fehlt noch das Ergebnis" in client.post(address, {"version": "1", "state": "done"}).content.decode()
    assert client.post(address, {"version": "1", "state": "done", "result": "Liegt vor."}).status_code == 302
    page = words(read(client, f"/aufgaben/{task.pk}/"))
    assert "Liegt vor." in page
    assert "erledigt" in page
    assert address not in page


def test_a_decision_names_what_follows_and_what_rests_on_it_as_far_as_it_may_be_known() -> None:
    decision = make_decision(text="Der Plan gilt.")
    edition, measure, hidden = make_edition(), make_measure(), make_measure(title="Geheim", visibility="ministries")
    Edition.objects.filter(pk=edition.pk).update(decision=decision)
    for each in (measure, hidden):
        OptionDecision.objects.create(
            measure=each,
            outcome="taken_up",
            reference="x",
            decided_on="2026-01-02",
            decision=decision,
            visibility="published",
        )
    make_task(decision.body, "Umsetzen", decision=decision)
    page = words(read(Client(), f"/beschluesse/{decision.pk}/"))
    for text in ("Der Plan gilt.", "Umsetzen", edition.strategy.name, f"{measure.reference} {measure.title}"):
        assert text in page
    assert hidden.title not in page


def test_the_minutes_of_a_session_show_with_its_decisions_and_tasks() -> None:
    session = make_session(held_on="2026-01-14", state="held", minutes="Es wurde beraten.\n\nEs wurde beschlossen.")
    make_decision(session.body, session=session, title="Der Bericht gilt")
    make_task(session.body, "Nachtrag liefern", session=session)
    page = words(read(Client(), f"/sitzungen/{session.pk}/"))
    assert [text in page for text in ("Es wurde beschlossen.", "Der Bericht gilt", "Nachtrag liefern")] == [True] * 3


def test_history_of_a_session_shows_to_the_government_only_and_brings_back_what_was() -> None:
    client, session = browser(Role.COORDINATOR), make_session(venue="Görlitz")
    address = f"/sitzungen/{session.pk}/bearbeiten/"
    client.post(address, opened(client, address) | {"venue": "Bautzen", "why": "Raum belegt"})
    page = f"/sitzungen/{session.pk}/"
    assert ["Raum belegt" in read(who, page) for who in (client, Client())] == [True, False]
    back = f"/sitzungen/{session.pk}/stand/1/"
    assert client.post(back, opened(client, back)).status_code == 302
    assert Session.objects.get().venue == "Görlitz"


@pytest.mark.parametrize("name", ["gremien", "body", "session", "decision"])
def test_pages_take_as_many_statements_for_many_rows_as_for_one(name: str) -> None:
    body = make_body()
    session, decision = make_session(body), make_decision(body)
    address = {
        "gremien": "/gremien/",
        "body": f"/gremien/{body.pk}/",
        "session": f"/sitzungen/{session.pk}/",
        "decision": f"/beschluesse/{decision.pk}/",
    }[name]

    def fill() -> None:
        make_body()
        make_member(body)
        task = make_task(body, session=session, decision=decision, responsible=make_organisation())
        make_agenda_item(session, subject_type="task", subject_id=task.pk)
        make_decision(body, session=session)
        make_session(body)

    fill()
    one = statements(Client(), address)
    for _ in range(20):
        fill()
    assert statements(Client(), address) == one
    assert one <= 12
