# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inquiries in the browser: list, page, forms, verbs; who sees what."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.activities.models import Activity
from bruecke.inquiries.actions import QUESTION, keep_secret, refuse, release
from bruecke.inquiries.models import Inquiry, SubQuestion, Supply
from bruecke.records.editing import fill_in
from tests.factories.activities import make_activity, make_budget_line, make_cost_item, make_involvement
from tests.factories.clearance import make_asked, sign
from tests.factories.inquiries import make_clearing, make_inquiry, make_question, make_sent, make_supply
from tests.factories.papers import make_person
from tests.factories.people import make_house
from tests.factories.plan import make_place
from tests.pages.reading import read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
TRIPS = {"shape": "trips", "period_from": "2026-01-01", "period_until": "2026-12-31"}


def address(record: Any, verb: str = "") -> str:
    folder = {Inquiry: "anfragen", SubQuestion: "teilfragen", Supply: "zulieferungen"}[type(record)]
    return f"/{folder}/{record.pk}/{verb}"


def make_trip(title: str = "Reise nach Prag", **fields: Any) -> Any:
    values = {"when": "12. Mai 2026", "state": "held", "particulars": {"with_government": True}} | fields
    return make_activity(title, **values)


def worker(supply: Supply, role: Role = Role.FOCAL_POINT) -> Client:
    return browser(role, house=supply.organisation.house)


@pytest.fixture
def coordinating() -> Client:
    """The coordinator's browser."""
    return browser(Role.COORDINATOR)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Offene", "Überfällige", "Beantwortete", "Große"}),
        ("?art=large", {"Große"}),
        ("?stand=sent", {"Beantwortete"}),
        ("?frist=abgelaufen", {"Überfällige"}),
        ("?art=x&stand=y&seite=0", {"Offene", "Überfällige", "Beantwortete", "Große"}),
        ("?art=large&frist=abgelaufen", set()),
    ],
)
def test_inquiries_are_listed_by_kind_state_and_deadline(query: str, shown: set[str], coordinating: Client) -> None:
    make_inquiry("Offene")
    make_inquiry("Überfällige", dispatched_on="2026-01-01", due_on="2026-01-20")
    make_inquiry("Große", kind="large")
    make_sent(make_inquiry("Beantwortete", dispatched_on="2026-01-01", due_on="2026-01-20"))
    text = words(read(coordinating, f"/anfragen/{query}"))
    every = ("Offene", "Überfällige", "Beantwortete", "Große")
    # "Große Anfrage" is a filter, too.
    assert {name for name in every if f"{name} 8/" in text} == shown
    assert ("Keine Anfrage mit diesen Filtern" in text) == (not shown)


def test_an_empty_list_says_what_would_be_here(coordinating: Client) -> None:
    assert "Noch keine Anfrage" in words(read(coordinating, "/anfragen/"))
    assert "Noch keine Antwort veröffentlicht" in words(read(Client(), "/anfragen/"))


def test_an_inquiry_is_registered_and_a_question_drawn_from_the_register(coordinating: Client) -> None:
    make_cost_item(make_trip(), actual_cents=120_050)
    typed = opened(coordinating, "/anfragen/neu/") | {
        "kind": "small", "number": "8/123", "title": "Reisen", "dispatched_on": "2026-01-02", "due_on": "1.2.2026",
    }  # fmt: skip
    wrong = coordinating.post("/anfragen/neu/", typed | {"due_on": "1.1.2026"}).content.decode()
    assert "Die Frist endet vor der Zuleitung." in wrong
    assert 'value="8/123"' in wrong
    assert coordinating.post("/anfragen/neu/", typed).status_code == 302
    inquiry = Inquiry.objects.get()
    form = address(inquiry, "teilfragen/neu/?position=1")
    said = opened(coordinating, form) | TRIPS | {"text": "Welche Reisen gab es?"}
    assert coordinating.post(form, said).status_code == 302
    text = words(read(coordinating, address(inquiry)))
    for shown in ("Welche Reisen gab es?", "Reise nach Prag", "1.200,50", "Quelle: Register der Vorhaben in Brücke",
                  "Beträge werden nicht veröffentlicht", "Die Frist ist am 1. Februar 2026 abgelaufen."):  # fmt: skip
        assert shown in text


def test_two_houses_supply_and_the_coordinator_takes_over(coordinating: Client) -> None:
    inquiry, houses = make_inquiry(), [make_asked(), make_asked()]
    question = make_question(inquiry, answer="")
    typed = opened(coordinating, address(inquiry, "haeuser/"))
    said = typed | {"houses": [str(row.pk) for row in houses], "questions": [str(question.pk)]}
    assert coordinating.post(address(inquiry, "haeuser/"), said).status_code == 302
    first, second = Supply.objects.order_by("pk")
    client = worker(first)
    form = address(first, "bearbeiten/")
    assert client.post(form, opened(client, form) | {"text": "Zwei Reisen nach Prag."}).status_code == 302
    assert "Zwei Reisen nach Prag." not in read(coordinating, address(inquiry))
    assert "Zwei Reisen nach Prag." not in read(worker(second), address(inquiry))
    assert "Zwei Reisen nach Prag." in read(client, address(inquiry))
    for supply, state in ((first, "given"), (second, "nothing")):
        by = worker(supply)
        give = address(supply, "abgeben/")
        assert by.post(give, opened(by, give) | {"state": state}).status_code == 302
    text = words(read(coordinating, address(inquiry)))
    assert ("Zwei Reisen nach Prag." in text, "Fehlanzeige" in text) == (True, True)
    take = address(first, "uebernehmen/")
    assert f'<option value="{question.pk}" selected>' in read(coordinating, take)
    assert coordinating.post(take, opened(coordinating, take) | {"question": str(question.pk)}).status_code == 302
    question.refresh_from_db()
    assert question.answer == "Zwei Reisen nach Prag."


def test_a_house_reaches_its_own_supplies_alone(coordinating: Client) -> None:
    supply = make_supply()
    for client in (coordinating, browser(Role.FOCAL_POINT), worker(supply, Role.LEADERSHIP)):
        assert client.get(address(supply, "bearbeiten/")).status_code == 403
        assert client.get(address(supply, "abgeben/")).status_code == 403
    assert worker(supply, Role.REPORTER).get(address(supply, "bearbeiten/")).status_code == 200


def test_a_supply_typed_twice_at_once_shows_both_and_loses_nothing() -> None:
    supply = make_supply()
    client, form = worker(supply), address(supply, "bearbeiten/")
    typed = opened(client, form)
    other = worker(supply)
    assert other.post(form, opened(other, form) | {"text": "Von nebenan."}).status_code == 302
    response = client.post(form, typed | {"text": "Von mir."})
    assert response.status_code == 409
    shown = words(response.content.decode())
    assert ("Von nebenan." in shown, "Von mir." in shown) == (True, True)


def test_what_waits_for_somebody_stands_on_the_start_page(coordinating: Client) -> None:
    inquiry = make_inquiry("Eilige", due_on=TODAY() + timedelta(days=3))
    supply = make_supply(inquiry, due_on=TODAY() - timedelta(days=1))
    assert "Eilige Antwort bis" in words(read(coordinating, "/"))
    assert "Eilige Zulieferung überfällig seit" in words(read(worker(supply), "/"))
    assert "Eilige" not in read(browser(Role.FOCAL_POINT), "/")
    assert "Eilige" not in read(Client(), "/")


def test_the_answer_is_sent_when_cleared_and_public_when_released(coordinating: Client) -> None:
    inquiry, house = make_inquiry("Reisen"), make_asked()
    make_question(inquiry, answer="Keine einzige.")
    secret = make_question(inquiry, answer="Vertrauliches.")
    keep_secret(question=secret, expected=1, reason="Sicherheit", by=SYSTEM)
    send, out = address(inquiry, "absenden/"), address(inquiry, "freigabe/")
    refused = coordinating.post(send, opened(coordinating, send)).content.decode()
    assert "noch nicht mitgezeichnet" in refused
    assert "Zur Mitzeichnung geben" in words(read(coordinating, address(inquiry)))
    sign(make_clearing(inquiry, house), house)
    assert coordinating.post(send, opened(coordinating, send)).status_code == 302
    assert Client().get(address(inquiry)).status_code == 404
    assert "Nicht veröffentlicht: 1 Antwort." in words(read(coordinating, out))
    assert coordinating.post(out, opened(coordinating, out)).status_code == 302
    text = words(read(Client(), address(inquiry)))
    assert ("Keine einzige." in text, "Vertrauliches." in text, "Sicherheit" in text) == (True, False, False)
    assert "Diese Frage und ihre Antwort sind nicht zur Veröffentlichung bestimmt." in text
    assert coordinating.post(out, opened(coordinating, out)).status_code == 302
    assert Client().get(address(inquiry)).status_code == 404


def test_the_public_sees_no_unpublished_row_no_amount_and_nobody_who_is_not_public(coordinating: Client) -> None:
    trip = make_trip()
    make_cost_item(trip, actual_cents=120_050)
    make_involvement(trip, "head", person=make_person("Anna Nowak", visibility="published"))
    make_involvement(trip, "head", person=make_person("Jan Novák"))
    make_trip("Vertrauliche Reise", visibility="ministries")
    sent = make_sent(make_question(**TRIPS, answer="").inquiry)
    release(inquiry=sent, expected=sent.version, by=SYSTEM)
    internal, public = (words(read(client, address(sent))) for client in (coordinating, Client()))
    hidden = ("Jan Novák", "Vertrauliche Reise", "1.200,50", "nicht öffentlich", "Zulieferungen", "Verlauf")
    assert [word for word in hidden if word not in internal] == []
    assert [word for word in hidden if word in public] == []
    assert ("Reise nach Prag" in public, "Anna Nowak" in public) == (True, True)


def test_what_is_taken_back_from_the_public_goes_from_released_answers_too() -> None:
    trip, other = make_trip("Reise nach Brünn"), make_trip("Reise nach Prag")
    line = make_budget_line()
    for each in (trip, other):
        make_cost_item(each, actual_cents=120_050, budget_line=line)
    costs = TRIPS | {"shape": "costs", "answer": "", "amounts_are_public": True}
    sent = make_sent(make_question(**costs).inquiry)
    release(inquiry=sent, expected=sent.version, by=SYSTEM)
    before = words(read(Client(), address(sent)))
    assert ("Reise nach Brünn" in before, "2.401,00" in before) == (True, True)
    Activity.objects.filter(pk=trip.pk).update(visibility="ministries")
    after = words(read(Client(), address(sent)))
    hidden = ("Reise nach Brünn", "2.401,00", "547 01")
    assert [word for word in hidden if word in after] == []
    assert ("Reise nach Prag" in after, "1.200,50" in after) == (True, True)


def test_what_was_drafted_before_an_answer_was_refused_stays_inside(coordinating: Client) -> None:
    make_trip("Reise nach Brünn")
    question = make_question(**TRIPS, answer="Entwurf mit Einzelheiten.")
    refuse(question=question, expected=1, reason="Kernbereich", by=SYSTEM)
    sent = make_sent(question.inquiry)
    release(inquiry=sent, expected=sent.version, by=SYSTEM)
    public = words(read(Client(), address(sent)))
    assert "Kernbereich" in public
    assert ("Einzelheiten" in public, "Reise nach Brünn" in public) == (False, False)
    assert "Einzelheiten" in words(read(coordinating, address(sent)))


def test_contradictions_to_an_earlier_answer_are_named(coordinating: Client) -> None:
    item = make_cost_item(make_trip(), actual_cents=100_000)
    earlier = make_sent(make_question(**TRIPS).inquiry)
    item.actual_cents = 120_000
    item.save()
    question = make_question(**TRIPS)
    text = words(read(coordinating, address(question.inquiry)))
    assert "Weicht von früheren Antworten ab" in text
    assert "Reise nach Prag, abgerechnet: damals 1.000,00\u00a0€, jetzt 1.200,00\u00a0€." in text.replace(
        " €", "\u00a0€"
    )
    assert f"{earlier.number}, Frage 1" in text
    assert "Weicht von früheren Antworten ab" not in words(read(coordinating, address(earlier)))


def test_a_refused_question_shows_its_ground_and_can_be_answered_after_all(coordinating: Client) -> None:
    question = make_question()
    form = address(question, "ablehnen/")
    assert coordinating.post(form, opened(coordinating, form) | {"reason": "Kernbereich"}).status_code == 302
    assert "Nicht beantwortet: Kernbereich" in words(read(coordinating, address(question.inquiry)))
    assert coordinating.post(form, opened(coordinating, form) | {"reason": ""}).status_code == 302
    question.refresh_from_db()
    assert question.refused_because == ""


def test_an_extension_is_seen_with_the_first_deadline_and_its_history(coordinating: Client) -> None:
    inquiry = make_inquiry()
    form = address(inquiry, "verlaengern/")
    bad = coordinating.post(form, opened(coordinating, form) | {"until": "2.1.2026", "reason": ""}).content.decode()
    assert ("liegt nicht nach der bisherigen" in bad, "Es fehlt noch der Grund" in bad) == (True, True)
    typed = opened(coordinating, form) | {"until": "2.1.2999", "reason": "Viele Reisen"}
    assert coordinating.post(form, typed).status_code == 302
    text = words(read(coordinating, address(inquiry)))
    for shown in ("2. Januar 2999", "Ursprüngliche Frist", "Viele Reisen", "Frist verlängert"):
        assert shown in text


def test_a_question_edited_meanwhile_shows_the_difference(coordinating: Client) -> None:
    question = make_question()
    form = address(question, "bearbeiten/")
    typed = opened(coordinating, form) | {"text": question.text, "answer": "Meine.", "why": "x"}
    fill_in(record=question, rules=QUESTION, expected=1, fields={"answer": "Andere."}, why="", by=SYSTEM)
    response = coordinating.post(form, typed)
    assert (response.status_code, "Andere." in response.content.decode()) == (409, True)


def test_a_question_is_taken_out_and_not_after_sending(coordinating: Client) -> None:
    inquiry = make_inquiry()
    make_question(inquiry)
    second = make_question(inquiry)
    assert coordinating.post(address(second, "entfernen/"), {"version": "1"}).status_code == 302
    assert "Frage 2" not in words(read(coordinating, address(inquiry)))
    sent = make_sent(make_question().inquiry)
    question = sent.questions.get()
    assert coordinating.post(address(question, "entfernen/"), {"version": "1"}).status_code == 403


def test_an_inquiry_of_named_houses_is_hidden_from_others() -> None:
    house = make_house()
    inquiry = make_inquiry(visibility="named")
    inquiry.named_houses.add(house)
    for client, status in (
        (browser(Role.FOCAL_POINT, house=house), 200),
        (browser(Role.FOCAL_POINT), 404),
        (browser(Role.COORDINATOR), 404),
        (browser(Role.PARTNER, house=house), 404),
        (Client(), 404),
    ):
        assert client.get(address(inquiry)).status_code == status


def test_pages_take_the_same_few_statements_however_much_there_is(coordinating: Client) -> None:
    inquiry = make_inquiry()
    counts: dict[str, list[int]] = {"/anfragen/": [], address(inquiry): []}
    make_sent(make_question(**TRIPS).inquiry)
    for size in (1, 15):
        for _n in range(size):
            make_involvement(make_trip(), "head", person=make_person())
            make_supply(inquiry, question=make_question(inquiry, **TRIPS))
            make_inquiry()
        for page, found in counts.items():
            found.append(statements(coordinating, page))
    assert all(few == many <= 15 for few, many in counts.values()), counts
    assert statements(Client(), "/anfragen/") <= 3


def test_places_are_offered_in_the_order_of_the_alphabet(coordinating: Client) -> None:
    for name in ("Zittau", "Österreich", "Polen"):
        make_place(name)
    page = read(coordinating, address(make_inquiry(), "teilfragen/neu/"))
    assert re.findall(r"<option[^>]*>(Zittau|Österreich|Polen)</option>", page) == ["Österreich", "Polen", "Zittau"]
