# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files on records as somebody stores, finds, downloads and removes them."""

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.library.models import Attachment
from tests.factories.activities import make_activity
from tests.factories.attachments import make_attachment
from tests.factories.bodies import make_session
from tests.factories.partnerships import make_agreement, make_partnership
from tests.factories.people import make_house, make_organisation
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 some words"


@pytest.fixture(autouse=True)
def media(settings: LazySettings, tmp_path: Path) -> None:
    """Files of a test go to its own folder."""
    settings.MEDIA_ROOT = str(tmp_path)


def sent(data: bytes = PDF, name: str = "Programm.pdf", **fields: str) -> dict[str, object]:
    return {"version": "0", "file": SimpleUploadedFile(name, data, content_type="text/html"), **fields}


def test_a_file_is_stored_on_an_activity_and_always_comes_as_a_download(coordinator_client: Client) -> None:
    activity = make_activity("Reise")
    page = links(read(coordinator_client, f"/vorhaben/{activity.pk}/"))["Dateien ablegen und verwalten"]
    answer = coordinator_client.post(f"{page}ablegen/", sent(), follow=True)
    assert "Die Datei ist abgelegt" in words(answer.content.decode())
    file = coordinator_client.get(links(read(coordinator_client, f"/vorhaben/{activity.pk}/"))["Programm.pdf"])
    assert b"".join(file.streaming_content) == PDF  # type: ignore[attr-defined]
    assert file.headers["Content-Disposition"] == 'attachment; filename="Programm.pdf"'
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert file.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("data", "name"), [(b"<svg onload='alert(1)'/>", "Bild.png"), (b"<!doctype html>", "Text.pdf")]
)
def test_what_may_run_is_refused_and_nothing_typed_is_lost(coordinator_client: Client, data: bytes, name: str) -> None:
    activity = make_activity()
    answer = coordinator_client.post(f"/dateien/zu/activity/{activity.pk}/ablegen/", sent(data, name, title="Karte"))
    assert answer.status_code == 422
    assert "was ausgeführt werden könnte" in words(answer.content.decode())
    assert 'value="Karte"' in answer.content.decode()
    assert not Attachment.objects.exists()


def test_a_missing_file_and_a_person_without_ground_are_said_at_their_fields(coordinator_client: Client) -> None:
    address = f"/dateien/zu/activity/{make_activity().pk}/ablegen/"
    assert "Bitte wählen Sie eine Datei" in words(coordinator_client.post(address, {"version": "0"}).content.decode())
    answer = words(coordinator_client.post(address, sent(names_person="on")).content.decode())
    assert "bis wann sie aufbewahrt wird" in answer


def test_a_file_is_seen_with_its_record_and_by_everybody_only_where_marked(client: Client) -> None:
    internal = make_attachment(make_activity(), "Intern")
    public = make_attachment(make_activity(), "Offen", is_public=True)
    closed = make_attachment(make_activity(visibility="ministries"), "Zu", is_public=True)
    assert [client.get(f"/dateien/{row.pk}/").status_code for row in (internal, public, closed)] == [404, 200, 404]
    staff = browser(Role.LEADERSHIP)
    assert [staff.get(f"/dateien/{row.pk}/").status_code for row in (internal, public, closed)] == [200, 200, 200]
    assert "Intern" not in read(client, f"/vorhaben/{internal.record_id}/")
    assert "Offen" in read(client, f"/vorhaben/{public.record_id}/")
    assert client.get(f"/dateien/zu/activity/{closed.record_id}/").status_code == 404
    assert "Intern" not in read(client, f"/dateien/zu/activity/{internal.record_id}/")


def test_who_does_not_work_on_the_record_stores_and_removes_nothing(client: Client) -> None:
    made = make_attachment(make_activity(), "Vermerk")
    own = make_activity(lead=make_organisation(house=(house := make_house())))
    reporter = browser(Role.REPORTER, house=house)
    assert reporter.post(f"/dateien/zu/activity/{made.record_id}/ablegen/", sent()).status_code == 403
    assert reporter.get(f"/dateien/{made.pk}/entfernen/").status_code == 403
    assert reporter.get(f"/dateien/{made.pk}/bearbeiten/").status_code == 403
    assert reporter.post(f"/dateien/zu/activity/{own.pk}/ablegen/", sent()).status_code == 302
    assert client.post(f"/dateien/zu/activity/{own.pk}/ablegen/", sent()).status_code == 403
    assert client.get(f"/dateien/{made.pk}/entfernen/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_a_file_is_described_anew_and_removed_for_good(coordinator_client: Client) -> None:
    made = make_attachment(make_activity(), "Vermerk")
    edit = f"/dateien/{made.pk}/bearbeiten/"
    typed = opened(coordinator_client, edit) | {"title": "Protokoll", "is_public": "on", "why": "genauer"}
    assert coordinator_client.post(edit, typed).status_code == 302
    page = f"/dateien/zu/activity/{made.record_id}/"
    assert "auch für die Öffentlichkeit" in words(read(coordinator_client, page))
    gone = {"version": "2", "why": "Irrtum"}
    answer = coordinator_client.post(f"/dateien/{made.pk}/entfernen/", gone, follow=True)
    assert "Entfernte Datei" in words(answer.content.decode())
    assert "Irrtum" in words(answer.content.decode())
    assert coordinator_client.get(f"/dateien/{made.pk}/").status_code == 404
    assert "Entfernte Datei" not in words(read(Client(), page))


def test_agreements_and_sessions_carry_files_too(coordinator_client: Client) -> None:
    agreement = make_agreement(made := make_partnership())
    assert "0 Dateien" in words(read(coordinator_client, f"/partner/{made.pk}/"))
    make_attachment(agreement, "Urkunde")
    address = links(read(coordinator_client, f"/partner/{made.pk}/"))["1 Datei"]
    assert "Urkunde" in links(read(coordinator_client, address))
    session = make_session()
    make_attachment(session, "Anlage 1")
    assert "Anlage 1" in links(read(coordinator_client, f"/sitzungen/{session.pk}/"))


@pytest.mark.parametrize("address", ["/dateien/zu/unknown/1/", "/dateien/zu/activity/4711/", "/dateien/4711/"])
def test_what_is_not_there_is_not_found(coordinator_client: Client, address: str) -> None:
    assert coordinator_client.get(address).status_code == 404


def test_the_list_takes_the_same_few_statements_for_many_files(coordinator_client: Client) -> None:
    activity = make_activity()
    make_attachment(activity, "Erste")
    address = f"/dateien/zu/activity/{activity.pk}/"
    few = statements(coordinator_client, address)
    for n in range(30):
        make_attachment(activity, f"Datei {n}")
    assert statements(coordinator_client, address) == few <= 15
