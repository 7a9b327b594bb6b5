# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of partner institutions, and the coordinator's pages for them."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.models import Invitation, Organisation
from bruecke.intake.models import Confirmation, Correction
from bruecke.partnerships.actions.records import PARTNERSHIP
from bruecke.records.editing import fill_in
from tests.factories.activities import make_activity, make_involvement
from tests.factories.institutions import make_correction, make_institution, make_invitation, make_member, make_own
from tests.factories.partnerships import make_agreement
from tests.factories.people import make_house, make_organisation, make_user
from tests.pages.reading import read, words

pytestmark = pytest.mark.django_db
BACKEND = "bruecke.accounts.backends.EmailBackend"


def client_of(user: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def institution() -> Organisation:
    """A municipality with one twinning and its agreement."""
    made = make_institution()
    make_agreement(make_own(made), "Vertrag von 1999", signed_on="1999", visibility="ministries")
    return made


@pytest.fixture
def member(institution: Organisation) -> Client:
    """Somebody of it."""
    return client_of(make_member(institution))


def test_from_the_invitation_to_the_confirmed_year(coordinator_client: Client) -> None:
    town = make_organisation("Stadt Plauen", kind="municipality")
    make_own(town, "Plauen – Aš")
    sent = coordinator_client.post(
        reverse("invite", args=[town.pk]), {"name": "Nora Neu", "email": "nora@plauen.example"}, follow=True
    )
    assert "Die Einladung an nora@plauen.example ist gesendet." in sent.content.decode()
    [letter] = mail.outbox
    assert letter.to == ["nora@plauen.example"]
    link = re.search(r"http://testserver(\S+)", letter.body)
    assert link is not None
    assert link[1] not in sent.content.decode()
    visitor = Client()
    page = visitor.get(link[1])
    assert "Stadt Plauen" in page.content.decode()
    assert (page.headers["Cache-Control"], page.headers["Referrer-Policy"]) == ("private, no-store", "same-origin")
    form = visitor.post(link[1], follow=True)
    password = "ein-langes-neues-passwort"
    visitor.post(form.request["PATH_INFO"], {"password1": password, "password2": password}, follow=True)
    visitor.post(reverse("account_login"), {"login": "nora@plauen.example", "password": password})
    own = visitor.get(reverse("own_side"))
    assert "Plauen – Aš" in own.content.decode()
    done = visitor.post(reverse("own_confirm"), {"all": "1"}, follow=True).content.decode()
    assert "Ihre Bestätigung ist gespeichert" in done
    assert Confirmation.objects.count() == 2
    assert visitor.get(link[1]).status_code == 410


def test_an_invitation_that_is_over_says_so_and_opens_nothing() -> None:
    invitation, secret = make_invitation()
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=invitation.invited_at)
    visitor, address = Client(), reverse("invitation", args=[secret])
    for answer, status in ((visitor.get(address), 410), (visitor.post(address), 409)):
        assert answer.status_code == status
        assert "gilt nicht mehr" in answer.content.decode()
    assert User.objects.count() == 0


def test_an_invitation_asks_for_name_and_address(coordinator_client: Client) -> None:
    town = make_organisation("Stadt Plauen", kind="municipality")
    page = coordinator_client.post(reverse("invite", args=[town.pk]), {"email": "keine"})
    assert sorted(page.context["form"].errors) == ["email", "name"]
    house = make_organisation("Ministerium", house=make_house())
    page = coordinator_client.post(reverse("invite", args=[house.pk]), {"name": "X", "email": "x@y.example"})
    assert "Ein Ressort ist keine Partnereinrichtung" in page.content.decode()
    assert mail.outbox == []


def test_where_no_mail_goes_out_the_coordinator_is_told(coordinator_client: Client, settings) -> None:  # type: ignore[no-untyped-def]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    town = make_organisation("Stadt Plauen", kind="municipality")
    data = {"name": "X", "email": "x@y.example"}
    page = coordinator_client.post(reverse("invite", args=[town.pk]), data, follow=True)
    assert "Die E-Mail ließ sich nicht senden" in page.content.decode()


def test_an_open_invitation_is_revoked(coordinator_client: Client) -> None:
    invitation, secret = make_invitation(email="neu@stadt.example")
    page = coordinator_client.get(reverse("partner_institutions")).content.decode()
    assert "neu@stadt.example" in page
    assert secret not in page
    coordinator_client.post(reverse("invitation_revoke", args=[invitation.pk]))
    assert Client().get(reverse("invitation", args=[secret])).status_code == 410
    assert coordinator_client.post(reverse("invitation_revoke", args=[invitation.pk])).status_code == 404


def test_an_institution_confirms_one_record(member: Client) -> None:
    page = member.get(reverse("own_side"))
    key = next(entry["key"] for entry in page.context["entries"] if entry["title"] == "Zittau – Liberec")
    member.post(reverse("own_confirm"), {"record": key})
    said = Confirmation.objects.get()
    assert f"{said.record_type}:{said.record_id}" == key
    assert member.get(reverse("own_side")).context["left"] == 2


@pytest.mark.parametrize("key", ["partnership:999", "house:1", "partnership:x", "unfug", ""])
def test_what_is_not_their_own_cannot_be_confirmed(member: Client, key: str) -> None:
    assert member.post(reverse("own_confirm"), {"record": key}).status_code == 302
    assert not Confirmation.objects.exists()


def test_an_institution_proposes_and_reads_what_became_of_it(member: Client, coordinator_client: Client) -> None:
    entry = next(
        each for each in member.get(reverse("own_side")).context["entries"] if each["title"] == "Vertrag von 1999"
    )
    form = member.get(entry["href"]).context["form"]
    assert form["signed_on"].value() == "1999"
    data = {"title": "Vertrag von 1999", "signed_on": "3.5.1999", "note": "Neue Ansprechperson: Pavel"}
    assert "Ihr Vorschlag ist gesendet" in member.post(entry["href"], data, follow=True).content.decode()
    assert "Ihr letzter Vorschlag ist noch offen" in member.get(entry["href"]).content.decode()
    correction = Correction.objects.get()
    address = reverse("partner_proposal", args=[correction.pk])
    page = coordinator_client.get(address)
    assert "3. Mai 1999" in page.content.decode()
    assert "Neue Ansprechperson: Pavel" in page.content.decode()
    refused = coordinator_client.post(address, {"version": "1", "refuse": "1"})
    assert "reason" in refused.context["form"].errors
    coordinator_client.post(address, {"version": "1", "refuse": "1", "reason": "Die Urkunde sagt 1999."})
    assert "Die Urkunde sagt 1999." in member.get(reverse("own_side")).content.decode()


def test_a_day_that_is_none_keeps_what_was_typed(member: Client) -> None:
    entry = next(
        each for each in member.get(reverse("own_side")).context["entries"] if each["title"] == "Vertrag von 1999"
    )
    page = member.post(entry["href"], {"title": "Vertrag", "ends_on": "31.2.2030", "note": "Bitte anrufen"})
    assert "ends_on" in page.context["form"].errors
    assert "31.2.2030" in page.content.decode()
    assert "Bitte anrufen" in page.content.decode()


def test_accepting_what_was_changed_meanwhile_shows_the_difference_first(coordinator_client: Client) -> None:
    correction = make_correction()
    address = reverse("partner_proposal", args=[correction.pk])
    version = coordinator_client.get(address).context["form"]["version"].value()
    record = coordinator_client.get(address).context["proposal"].record
    fill_in(record=record, rules=PARTNERSHIP, expected=1, fields={"since": "1998"}, why="", by=SYSTEM)
    page = coordinator_client.post(address, {"version": version, "accept": "1"})
    assert "inzwischen geändert" in page.content.decode()
    assert "Die Einrichtung sah noch: 1999" in page.content.decode()
    assert coordinator_client.post(address, {"version": page.context["form"]["version"].value(), "accept": "1"}).url
    record.refresh_from_db()
    assert record.since == "2001"
    assert coordinator_client.get(address).status_code == 404


def test_what_is_not_published_stays_closed_on_every_other_page(member: Client, institution: Organisation) -> None:
    own = make_own(institution, "Zittau – Bogatynia")
    for name in ("partnership", "partnership_edit"):
        assert member.get(reverse(name, args=[own.pk])).status_code in {403, 404}
    assert "Bogatynia" not in member.get(reverse("partnerships")).content.decode()
    assert "Bogatynia" in member.get(reverse("own_side")).content.decode()


def test_the_menu_leads_members_to_their_side_and_nobody_else(member: Client, coordinator_client: Client) -> None:
    address = f'href="{reverse("own_side")}"'
    assert address in member.get("/").content.decode()
    for client in (coordinator_client, Client()):
        assert address not in client.get("/").content.decode()


def test_an_account_without_an_institution_is_told(coordinator_client: Client) -> None:
    stranded = client_of(make_user(Role.PARTNER))
    assert "keine Partnereinrichtung" in stranded.get(reverse("own_side")).content.decode()
    assert stranded.post(reverse("own_confirm"), {"all": "1"}).status_code == 403
    assert coordinator_client.get(reverse("own_side")).status_code == 403


def test_an_institution_with_fifty_partnerships_takes_no_more_statements(institution: Organisation) -> None:
    taken = []
    for number in (1, 50):
        for _ in range(number):
            make_agreement(make_own(institution), visibility="ministries")
        client = client_of(make_member(institution))
        with CaptureQueriesContext(connection) as statements:
            client.get(reverse("own_side"))
        taken.append(len(statements))
    assert taken[0] == taken[1] <= 15


def test_a_list_of_fifty_institutions_takes_no_more_statements(coordinator_client: Client) -> None:
    taken = []
    for number in (1, 20):
        for n in range(number):
            make_correction(make_institution(f"Ort {number} {n}"))
        with CaptureQueriesContext(connection) as statements:
            coordinator_client.get(reverse("partner_institutions"))
        taken.append(len(statements))
    assert taken[0] == taken[1] <= 15


def test_institution_sees_which_calls_for_interest_are_open_and_how_it_stands_in_them(
    member: Client, institution: Organisation
) -> None:
    today = timezone.localdate()
    soon, later = ((today + timedelta(days=days)).isoformat() for days in (10, 40))
    trip = make_activity("Reise nach Breslau", kind="delegation_out", when=later, particulars={"call_until": soon})
    make_involvement(trip, "invited", organisation=institution)
    make_activity("Reise nach Prag", kind="delegation_out", when=later, particulars={"call_until": today.isoformat()})
    over = (today - timedelta(days=1)).isoformat()
    make_activity("Zu spät", kind="delegation_out", when=later, particulars={"call_until": over})
    make_activity(
        "Intern", kind="delegation_out", when=later, particulars={"call_until": soon}, visibility="ministries"
    )
    page = words(read(member, reverse("own_side")))
    assert page.index("Reise nach Prag") < page.index("Reise nach Breslau")
    assert "Ihr Stand: eingeladen" in page
    assert "Zu spät" not in page
    assert "Intern" not in page
