# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the intake: upload, review, publish; and who may."""

import re
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.models import User
from bruecke.accounts.principal import Role
from bruecke.actors.queries import principal_of
from bruecke.intake import actions
from bruecke.intake.models import ImportDraft, ImportState, Proposal, ProposalState
from bruecke.strategy.models import Edition, Measure
from tests.factories.drafts import make_draft, make_import, proposal_of, publish_import
from tests.factories.people import make_principal, make_user

pytestmark = pytest.mark.django_db

TEXT = """Strategie des Musterlandes

I) Handel

Folgende Maßnahmen könnten aus gegenwärtiger Sicht ergriffen werden:

- Ausbau des Handels mit Polen
- Prüfung einer neuen Messe
"""


def upload(client: Client, content: bytes, name: str = "strategie.txt", **more: Any) -> Any:
    return client.post("/einlesen/", {"file": SimpleUploadedFile(name, content)} | more)


def address(made: ImportDraft, proposal: Proposal) -> str:
    return f"/einlesen/{made.pk}/vorschlag/{proposal.pk}/"


def say(client: Client, made: ImportDraft, proposal: Proposal, act: str, **more: Any) -> Any:
    return client.post(address(made, proposal), {"act": act, "version": proposal.version} | more)


def test_an_uploaded_document_is_read_and_waits_for_review(coordinator_client: Client) -> None:
    answer = upload(coordinator_client, TEXT.encode())
    made = ImportDraft.objects.get()
    assert answer.headers["Location"] == f"/einlesen/{made.pk}/"
    assert made.state == ImportState.WAITING
    shown = coordinator_client.get(f"/einlesen/{made.pk}/", {"kapitel": "I"}).content.decode()
    assert "Ausbau des Handels mit Polen" in shown


def test_the_same_file_again_leads_to_what_became_of_it(coordinator_client: Client) -> None:
    upload(coordinator_client, TEXT.encode())
    made = ImportDraft.objects.get()
    answer = upload(coordinator_client, TEXT.encode(), "anders.txt")
    assert answer.status_code == 409
    assert f"/einlesen/{made.pk}/" in answer.content.decode()


def test_a_file_that_cannot_be_read_says_why_and_may_be_tried_again(coordinator_client: Client) -> None:
    upload(coordinator_client, bytes(range(256)) * 20, "bild.txt")
    made = ImportDraft.objects.get()
    assert made.state == ImportState.FAILED
    shown = coordinator_client.get(f"/einlesen/{made.pk}/").content.decode()
    assert made.message in shown.replace("&quot;", '"')
    assert "Noch einmal lesen" in shown
    coordinator_client.post(f"/einlesen/{made.pk}/auftrag/", {"act": "retry"})
    assert ImportDraft.objects.get().job_id != made.job_id


def test_an_upload_without_a_file_or_with_an_empty_one_is_answered_in_words(coordinator_client: Client) -> None:
    assert "Bitte wählen Sie eine Datei" in coordinator_client.post("/einlesen/", {}).content.decode()
    assert "Die Datei ist leer" in upload(coordinator_client, b"").content.decode()
    assert not ImportDraft.objects.exists()


@pytest.mark.parametrize("role", [None, *(role for role in Role if role != Role.COORDINATOR)])
def test_nobody_but_the_coordinator_sees_a_draft(role: Role | None) -> None:
    made = make_import()
    client = Client()
    if role:
        client.force_login(make_user(role), backend=settings.AUTHENTICATION_BACKENDS[-1])
    proposal = proposal_of(made, "I.1")
    answers = [
        client.get("/einlesen/"),
        client.get(f"/einlesen/{made.pk}/"),
        client.get(f"/einlesen/{made.pk}/veroeffentlichen/"),
        say(client, made, proposal, "accept"),
        client.post(f"/einlesen/{made.pk}/sammeln/", {"act": "accept_all"}),
        client.post(f"/einlesen/{made.pk}/auftrag/", {"act": "discard"}),
    ]
    assert {answer.status_code for answer in answers[3:]} == {403}
    assert {answer.status_code for answer in answers[:3]} == ({403} if role else {302})
    assert not any(proposal.payload["text"] in answer.content.decode() for answer in answers)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.OPEN


def test_accepting_on_the_page_returns_to_the_place(coordinator_client: Client) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    answer = say(coordinator_client, made, proposal, "accept", back="kapitel=I&zeige=&seite=1&fremd=x")
    assert answer.headers["Location"] == f"/einlesen/{made.pk}/?kapitel=I&zeige=&seite=1#v{proposal.pk}"
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.ACCEPTED


def test_accepting_by_script_swaps_the_row_and_the_counters(coordinator_client: Client) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    answer = coordinator_client.post(
        address(made, proposal), {"act": "accept", "version": proposal.version}, headers={"HX-Request": "true"}
    )
    shown = answer.content.decode()
    assert f'id="v{proposal.pk}"' in shown
    assert "1 von " in shown
    assert "<html" not in shown


def test_the_second_reviewer_sees_what_changed_and_loses_nothing(coordinator: User, coordinator_client: Client) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    other = make_principal(Role.COORDINATOR)
    actions.correct(proposal_id=proposal.pk, expected=1, fields={"text": "Ausbau des Handels mit Ungarn"}, by=other)
    answer = say(coordinator_client, made, proposal, "correct", text="Ausbau des Handels mit Litauen")
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Ausbau des Handels mit Ungarn" in shown
    assert ">Ausbau des Handels mit Litauen</textarea>" in shown
    assert other.label in shown
    current = proposal_of(made, "I.1")
    assert current.payload["text"] == "Ausbau des Handels mit Ungarn"
    say(coordinator_client, made, current, "correct", text="Ausbau des Handels mit Litauen")
    assert proposal_of(made, "I.1").payload["text"] == "Ausbau des Handels mit Litauen"


def test_split_merge_add_and_undo_work_on_the_page(coordinator_client: Client) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    say(coordinator_client, made, proposal, "split", split_text="Ausbau des Handels |mit Polen")
    assert proposal_of(made, "I.1+1").payload["text"] == "mit Polen"
    first = proposal_of(made, "I.1")
    say(coordinator_client, made, first, "merge", next_version=1)
    assert proposal_of(made, "I.1").payload["text"] == "Ausbau des Handels mit Polen"
    whole = f"/einlesen/{made.pk}/sammeln/"
    coordinator_client.post(whole, {"act": "add", "kind": "measure", "first_line": "20", "text": "Neue Messe"})
    assert Proposal.objects.filter(draft=made, payload__text="Neue Messe").exists()
    for _ in range(3):
        coordinator_client.post(whole, {"act": "undo"})
    assert proposal_of(made, "I.1").payload["text"] == "Ausbau des Handels mit Polen"
    assert not Proposal.objects.filter(draft=made, reference="I.1+1").exists()


def test_a_repair_is_taken_back_on_the_page(coordinator_client: Client) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.2")
    assert "fiir" in coordinator_client.get(f"/einlesen/{made.pk}/", {"kapitel": "I"}).content.decode()
    say(coordinator_client, made, proposal, "repair", repair="0")
    assert proposal_of(made, "I.2").payload["text"] == "Aufbau einer Stelle fiir Messen"


def test_the_publish_page_names_what_is_open_and_publishes_what_is_decided(coordinator_client: Client) -> None:
    made = make_import()
    page = f"/einlesen/{made.pk}/veroeffentlichen/"
    assert "noch offen" in coordinator_client.post(page, {}).content.decode()
    coordinator_client.post(f"/einlesen/{made.pk}/sammeln/", {"act": "accept_all"})
    coordinator_client.post(page, {"adopted_on": "2025-03-04", "decision_reference": "Kab 12/2025"})
    edition = Edition.objects.get()
    assert (edition.state, str(edition.adopted_on)) == ("adopted", "2025-03-04")
    assert coordinator_client.get(f"/einlesen/{made.pk}/").headers["Location"] == f"/dokument/{edition.pk}/"
    assert Measure.objects.filter(edition=edition, visibility="published").count() == 6


def test_a_match_is_confirmed_or_another_picked(coordinator: User, coordinator_client: Client) -> None:
    first = publish_import(make_import())
    made = make_import(strategy=first.strategy)
    proposal = proposal_of(made, "I.1")
    say(coordinator_client, made, proposal, "match", match="II.2 Prüfung eines Kulturjahres")
    proposal.refresh_from_db()
    assert (proposal.match.reference if proposal.match else "", proposal.match_confirmed) == ("II.2", True)
    say(coordinator_client, made, proposal, "match", match="")
    proposal.refresh_from_db()
    assert (proposal.match, proposal.match_confirmed) == (None, True)


def test_the_review_page_makes_the_same_number_of_statements_for_few_and_many(
    coordinator_client: Client, django_assert_max_num_queries: Any
) -> None:
    few = make_import(make_draft({"Handel": ["Ausbau der Messen"]}))
    many = make_import(make_draft({"Handel": [f"Ausbau der Messe {n}" for n in range(50)]}))
    counts = []
    for made in (few, many):
        with django_assert_max_num_queries(12) as captured:
            coordinator_client.get(f"/einlesen/{made.pk}/", {"kapitel": "I"})
        assert isinstance(captured, CaptureQueriesContext)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_chapter_of_many_proposals_comes_in_pages(coordinator_client: Client) -> None:
    made = make_import(make_draft({"Handel": [f"Ausbau der Messe Nummer {n}" for n in range(200)]}))
    first = coordinator_client.get(f"/einlesen/{made.pk}/", {"kapitel": "I"}).content.decode()
    second = coordinator_client.get(f"/einlesen/{made.pk}/", {"kapitel": "I", "seite": "2"}).content.decode()
    assert "Messe Nummer 3<" in first
    assert "Messe Nummer 3<" not in second
    assert "Messe Nummer 100<" in second


def test_the_filter_shows_what_is_doubtful(coordinator_client: Client) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.3")
    Proposal.objects.filter(draft=made).update(is_certain=True)
    Proposal.objects.filter(pk=proposal.pk).update(is_certain=False, doubt="kind")
    shown = coordinator_client.get(f"/einlesen/{made.pk}/", {"kapitel": "I", "zeige": "doubtful"}).content.decode()
    assert "Maßnahmenart nicht erkannt" in shown
    assert f'id="v{proposal.pk}"' in shown
    assert f'id="v{proposal_of(made, "I.1").pk}"' not in shown


def test_a_running_job_refreshes_the_page_without_a_script(coordinator_client: Client, coordinator: User) -> None:
    made = actions.store_upload(data=b"x", file_name="x.txt", by=principal_of(coordinator))
    answer = coordinator_client.get(f"/einlesen/{made.pk}/")
    assert answer.headers["Refresh"] == "3"


def test_what_is_added_wrongly_is_answered_at_its_fields_and_stays_typed(coordinator_client: Client) -> None:
    made = make_import()
    said = {
        "act": "add",
        "kind": "measure",
        "first_line": "9999",
        "last_line": "neun",
        "text": "",
        "back": "kapitel=II",
    }
    answer = coordinator_client.post(f"/einlesen/{made.pk}/sammeln/", said)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Die letzte Zeile des Dokuments ist " in shown
    assert "Bitte geben Sie die Nummer der Zeile an" in shown
    assert "Es fehlt noch der Text." in shown
    assert 'value="9999"' in shown
    assert 'value="neun"' in shown
    assert made.proposals.filter(is_edited=True).count() == 0


def test_added_lines_in_the_wrong_order_keep_their_text(coordinator_client: Client) -> None:
    made = make_import()
    said = {"act": "add", "kind": "measure", "first_line": "9", "last_line": "3", "text": "<b>Messe</b> in Łódź"}
    shown = coordinator_client.post(f"/einlesen/{made.pk}/sammeln/", said).content.decode()
    assert "Die letzte Zeile liegt vor der ersten." in shown
    assert "&lt;b&gt;Messe&lt;/b&gt; in Łódź</textarea>" in shown


def test_numbers_too_long_to_be_read_are_no_lines_and_no_pages(coordinator_client: Client) -> None:
    made = make_import()
    endless = "9" * 5000
    said = {"act": "add", "kind": "measure", "first_line": endless, "text": "Messe"}
    assert coordinator_client.post(f"/einlesen/{made.pk}/sammeln/", said).status_code == 422
    assert coordinator_client.get(f"/einlesen/{made.pk}/", {"seite": endless}).status_code == 200
    proposal = proposal_of(made, "I.1")
    stale = coordinator_client.post(address(made, proposal), {"act": "accept", "version": endless})
    assert stale.status_code == 409


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_refused_correction_says_why_at_the_proposal_and_stays_typed(
    headers: dict[str, str], coordinator_client: Client
) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    said = {"act": "correct", "version": proposal.version, "text": " ", "kind": "examine", "back": "kapitel=I"}
    shown = coordinator_client.post(address(made, proposal), said, headers=headers).content.decode()
    card = shown.split(f'id="v{proposal.pk}"')[1].split("</li>")[0]
    assert "Der Text fehlt." in shown
    assert '<option value="examine" selected>' in shown
    assert "Der Text fehlt." in card
    assert proposal_of(made, "I.1").state == ProposalState.OPEN


def test_a_refused_split_says_why_at_the_proposal_and_keeps_the_stroke(coordinator_client: Client) -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    text = f"|{proposal.payload['text']}"
    answer = say(coordinator_client, made, proposal, "split", split_text=text, back="kapitel=I")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "An dieser Stelle lässt sich der Vorschlag nicht teilen." in shown
    assert f">{text}</textarea>" in shown


def test_a_wrong_day_of_decision_is_listed_on_top_and_at_its_field(coordinator_client: Client) -> None:
    made = make_import()
    actions.accept_all(draft=made, by=make_principal(Role.COORDINATOR))
    address = f"/einlesen/{made.pk}/veroeffentlichen/"
    shown = coordinator_client.post(address, {"adopted_on": "31.02.2025"}).content.decode()
    assert 'href="#id_adopted_on"' in shown
    assert 'id="id_adopted_on-error"' in shown
    assert re.search(r'<input type="text" name="adopted_on" value="31.02.2025"', shown)
    assert "Vorschläge sind abgelehnt" not in shown
