# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Co-signature in the browser: what waits, answering in one act, what an edit does, going on."""

import pytest
from django.test import Client

from bruecke.accounts.models import House
from bruecke.accounts.principal import Role
from bruecke.clearance.models import Circulation, CoSignature
from tests.clearance.test_actions import over
from tests.factories.bodies import make_session
from tests.factories.clearance import make_asked, make_circulation, sign
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def send_round(client: Client, house: House | None = None) -> tuple[Circulation, int]:
    """Minutes of a session on their way to a ministry; with the key of the session."""
    session, asked = make_session(minutes="Es wurde beraten."), make_asked("Ministerium A")
    address = links(read(client, f"/sitzungen/{session.pk}/"))["Zur Mitzeichnung geben"]
    typed = {"addressees": [asked.pk], "days": "5"}
    assert client.post(address, typed).status_code == 302
    return Circulation.objects.get(), session.pk


def test_minutes_go_round_are_answered_edited_and_answered_again() -> None:
    coordinator = browser(Role.COORDINATOR)
    circulation, session = send_round(coordinator)
    signatory = browser(Role.SIGNATORY, house=circulation.addressees.get().organisation.house)
    page = f"/mitzeichnung/{circulation.pk}/"
    assert "Wartet auf Ihr Haus Niederschrift: 4. Mai 2999 Frist" in words(read(signatory, "/mitzeichnung/"))
    form = f"{page}antwort/"
    sent = opened(signatory, form) | {"house": str(circulation.addressees.get().organisation_id), "answer": "agree"}
    assert signatory.post(form, sent).status_code == 302
    assert "Von allen mitgezeichnet." in words(read(coordinator, page))
    edit = f"/sitzungen/{session}/bearbeiten/"
    coordinator.post(edit, opened(coordinator, edit) | {"minutes": "Es wurde gestritten.", "why": "Berichtigung"})
    assert "Der Inhalt wurde seither geändert." in read(signatory, page)
    renew = f"{page}neue-fassung/"
    assert coordinator.post(renew, opened(coordinator, renew)).status_code == 302
    text = words(read(coordinator, page))
    assert "Hinfällig: die Antworten von Ministerium A." in text
    assert "keine Antwort" in text
    assert "läuft nicht mehr" not in text
    stale = signatory.post(form, sent)
    assert "wurde inzwischen geändert" in stale.content.decode()
    assert CoSignature.objects.filter(voided_at=None).count() == 0


def test_nobody_signs_what_was_edited_and_not_sent_round_again() -> None:
    coordinator = browser(Role.COORDINATOR)
    circulation, session = send_round(coordinator)
    signatory = browser(Role.SIGNATORY, house=circulation.addressees.get().organisation.house)
    form = f"/mitzeichnung/{circulation.pk}/antwort/"
    sent = opened(signatory, form) | {"house": str(circulation.addressees.get().organisation_id), "answer": "agree"}
    edit = f"/sitzungen/{session}/bearbeiten/"
    coordinator.post(edit, opened(coordinator, edit) | {"minutes": "Es wurde gestritten.", "why": "Berichtigung"})
    assert signatory.post(form, sent).headers["Location"] == f"/mitzeichnung/{circulation.pk}/"
    assert CoSignature.objects.count() == 0


def test_one_act_signs_all_parts_that_wait_for_the_house() -> None:
    asked = make_asked()
    parts = [make_circulation(asked, key=4, part=f"Teil {n}", content_hash=str(n) * 64) for n in (1, 2, 3)]
    signatory = browser(Role.SIGNATORY, house=asked.house)
    form = f"/mitzeichnung/{parts[0].pk}/antwort/"
    assert "Teil 3" in read(signatory, form)
    chosen = [f"{parts[2].pk}:{parts[2].content_hash}"]
    sent = {"house": asked.pk, "answer": "agree", "content": parts[0].content_hash, "parts": chosen}
    assert signatory.post(form, sent).status_code == 302
    assert list(Circulation.objects.order_by("pk").values_list("state", flat=True)) == ["cleared", "open", "cleared"]


def test_an_objection_without_a_reason_is_sent_back() -> None:
    asked = make_asked()
    circulation = make_circulation(asked)
    signatory, form = browser(Role.SIGNATORY, house=asked.house), f"/mitzeichnung/{circulation.pk}/antwort/"
    sent = {"house": asked.pk, "answer": "object", "content": circulation.content_hash}
    assert "Es fehlt noch, was zu ändern ist" in signatory.post(form, sent).content.decode()


def test_who_was_silent_is_named_when_it_goes_on() -> None:
    asked, quiet = make_asked("Ministerium A"), make_asked("Ministerium B")
    circulation = make_circulation(asked, quiet)
    sign(circulation, asked)
    client, page = browser(Role.COORDINATOR), f"/mitzeichnung/{circulation.pk}/"
    assert f"{page}fortsetzen/" not in read(client, page)
    over(circulation)
    assert f"{page}fortsetzen/" in read(client, page)
    form = f"{page}fortsetzen/"
    assert "Es fehlt noch der Grund" in client.post(form, {"version": "1"}).content.decode()
    assert client.post(form, {"version": "1", "reason": "Das Kabinett tagt."}).status_code == 302
    text = words(read(client, page))
    assert "Nach Ablauf der Frist fortgesetzt. Keine Antwort von Ministerium B. Das Kabinett tagt." in text


def test_a_withdrawn_circulation_takes_no_answer() -> None:
    asked = make_asked()
    circulation = make_circulation(asked)
    client, page = browser(Role.COORDINATOR), f"/mitzeichnung/{circulation.pk}/"
    assert client.post(f"{page}zurueckziehen/", {"version": "1", "reason": "Irrtum"}).status_code == 302
    assert browser(Role.SIGNATORY, house=asked.house).get(f"{page}antwort/").status_code == 403


def test_list_and_sheet_take_as_many_statements_for_many_rows_as_for_one() -> None:
    client, asked = browser(Role.COORDINATOR), make_asked()
    circulation = make_circulation(asked)
    pages = ("/mitzeichnung/", f"/mitzeichnung/{circulation.pk}/")
    one = [statements(client, page) for page in pages]
    for _ in range(8):
        sign(make_circulation(asked, make_asked()), asked)
        sign(circulation, asked, "object")
    assert [statements(client, page) for page in pages] == one
