# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests that no page of ours makes: answered in words, never with an error of the server."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bruecke.records.models import FormDraft
from tests.factories.drafts import make_import, proposal_of
from tests.factories.plan import make_measure

pytestmark = pytest.mark.django_db
HUGE = "9" * 30


@pytest.mark.parametrize(
    "path", ["massnahmen/{}/", "massnahmen/{}/bearbeiten/", "massnahmen/{}/teile/1/", "ziele/{}/", "einlesen/{}/"]
)
def test_a_key_larger_than_any_is_not_found(coordinator_client: Client, path: str) -> None:
    assert coordinator_client.get("/" + path.format(HUGE)).status_code == 404


def test_a_number_of_thousands_of_digits_is_none(coordinator_client: Client) -> None:
    made, digits = make_import(), "9" * 5000
    proposal = proposal_of(made, "I.1")
    assert coordinator_client.get(f"/einlesen/{made.pk}/?seite={digits}").status_code == 200
    answer = coordinator_client.post(
        f"/einlesen/{made.pk}/vorschlag/{proposal.pk}/", {"act": "accept", "version": digits}
    )
    assert answer.status_code == 409


def test_text_with_nul_is_refused_in_words_and_nothing_of_it_is_kept(coordinator_client: Client) -> None:
    made, measure = make_import(), make_measure()
    proposal = proposal_of(made, "I.1")
    for address, said in {
        f"/massnahmen/{measure.pk}/bearbeiten/entwurf/": {"title_de": "a\x00b"},
        f"/einlesen/{made.pk}/vorschlag/{proposal.pk}/": {"act": "correct", "version": "1", "text": "a\x00b"},
        f"/einlesen/{made.pk}/auftrag/": {"act": "discard", "why": "a\x00b"},
    }.items():
        answer = coordinator_client.post(address, said)
        assert (answer.status_code, "Gespeichert wurde nichts" in answer.content.decode()) == (400, True)
    assert not FormDraft.objects.exists()
    assert coordinator_client.get(f"/einlesen/{made.pk}/?kapitel=%00").status_code == 200


def test_visitors_cannot_fill_the_disk_with_files_that_no_page_asked_for() -> None:
    sent = {"file": SimpleUploadedFile("gross.txt", b"x" * 6_000_000)}
    answer = Client().post("/sprache/", sent)
    assert (answer.status_code, "Das war zu viel auf einmal" in answer.content.decode()) == (413, True)


def test_who_is_signed_in_may_send_a_file_of_that_size(coordinator_client: Client) -> None:
    sent = {"file": SimpleUploadedFile("gross.txt", b"wort " * 1_200_000)}
    assert coordinator_client.post("/einlesen/", sent).status_code == 302


def test_the_page_for_an_unreadable_request_has_the_frame_of_every_page() -> None:
    said = Client().post("/sprache/", {"language": "a\x00b"}).content.decode()
    assert '<html lang="de">' in said
    assert 'href="/massnahmen/"' in said
    assert "Abmelden" not in said
