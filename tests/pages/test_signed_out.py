# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The session ends while somebody writes: what was written comes back, and the page says that it was not saved."""

import pytest
from django.test import Client

from tests.factories.activities import make_activity, make_promise
from tests.factories.drafts import make_import, proposal_of
from tests.factories.inquiries import make_clearing, make_inquiry, make_supply
from tests.factories.people import make_organisation
from tests.factories.plan import make_measure

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("visibility", ["published", "ministries"])
def test_what_was_written_comes_back_and_is_not_called_saved(visibility: str) -> None:
    measure = make_measure(visibility=visibility)
    written = {"title_de": "Neuer Titel", "internal_note": "Erst <b>fragen</b>,\ndann handeln", "lead_id": "7"}
    answer = Client().post(f"/massnahmen/{measure.pk}/bearbeiten/", written)
    said = answer.content.decode()
    assert answer.status_code == 403
    assert "Nicht gespeichert: Sie sind abgemeldet" in said
    assert "<li>Neuer Titel</li>" in said
    assert "<li>Erst &lt;b&gt;fragen&lt;/b&gt;,<br>dann handeln</li>" in said
    assert "<li>7</li>" not in said
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_so_it_is_in_every_form() -> None:
    made, house, measure = make_import(), make_organisation(), make_measure()
    for address in (
        f"/einrichtungen/{house.pk}/bearbeiten/",
        "/einrichtungen/neu/",
        f"/massnahmen/{measure.pk}/teile/neu/",
        f"/einlesen/{made.pk}/vorschlag/{proposal_of(made, 'I.1').pk}/",
        f"/einlesen/{made.pk}/sammeln/",
    ):
        assert "<li>Lange überlegt</li>" in Client().post(address, {"text": "Lange überlegt"}).content.decode(), address


def test_who_opens_a_form_is_led_to_the_sign_in_and_back() -> None:
    measure = make_measure(visibility="ministries")
    for address in (f"/massnahmen/{measure.pk}/bearbeiten/", "/massnahmen/987654/bearbeiten/", "/einlesen/"):
        assert Client().get(address).headers["Location"] == f"/konto/login/?next={address}"


def test_so_it_is_in_the_small_steps_and_where_the_public_may_know_of_nothing() -> None:
    inquiry = make_inquiry()
    hidden = make_activity(visibility="ministries")
    for address in (
        f"/vorhaben/{make_activity().pk}/ergebnis/",
        f"/vorhaben/{hidden.pk}/absagen/",
        "/vorhaben/neu/messe/entwurf/",
        f"/zusagen/{make_promise(visibility='ministries').pk}/erledigen/",
        f"/anfragen/{inquiry.pk}/verlaengern/",
        f"/zulieferungen/{make_supply(inquiry).pk}/zurueckgeben/",
        f"/mitzeichnung/{make_clearing(inquiry).pk}/antwort/",
    ):
        answer = Client().post(address, {"result": "Lange überlegt", "version": "1"})
        assert (answer.status_code, "<li>Lange überlegt</li>" in answer.content.decode()) == (403, True), address


def test_what_another_site_or_the_sign_in_sent_is_not_given_back() -> None:
    address = f"/vorhaben/{make_activity().pk}/ergebnis/"
    forged = Client(enforce_csrf_checks=True).post(address, {"result": "Untergeschoben von nebenan"})
    assert (forged.status_code, "Untergeschoben" in forged.content.decode()) == (403, False)
    said = Client().post("/konto/login/", {"login": "a@example.org", "password": "Geheimes Wort"})
    assert "Geheimes Wort" not in said.content.decode()
    assert "Nicht da" not in Client().post("/gibt-es-nicht/", {"text": "Nicht da"}).content.decode()
