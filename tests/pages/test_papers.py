# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of papers: choosing, printing, following, downloading; texts kept for them."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import Role
from bruecke.publish.models import Paper, SectionText
from bruecke.records.models import JobState
from tests.factories.papers import Relation, make_paper, make_relation
from tests.factories.people import make_house, make_organisation, make_user

pytestmark = pytest.mark.django_db
BACKEND = "bruecke.accounts.backends.EmailBackend"


@pytest.fixture(autouse=True)
def media(settings: LazySettings, tmp_path: Path) -> None:
    """Files of papers go into a folder of this test."""
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def relation() -> Relation:
    """A partnership with everything."""
    return make_relation()


def client_of(user: User) -> Client:
    """Their browser."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def said(client: Client, address: str) -> str:
    """What a page says."""
    return client.get(address).content.decode()


def form_of(relation: Relation, report: str = "briefing") -> str:
    """Address of the form to print."""
    return f"{reverse('paper_print', args=[report])}?fuer=partnership-{relation.partnership.pk}"


def test_folder_is_chosen_printed_and_downloaded(coordinator_client: Client, relation: Relation) -> None:
    assert "Briefingmappe" in said(coordinator_client, "/berichte/")
    found = said(coordinator_client, reverse("paper_print", args=["briefing"]) + "?q=niederschl")
    assert f"?fuer=partnership-{relation.partnership.pk}" in found
    assert "Delegationsreise nach Breslau" in said(coordinator_client, form_of(relation))
    sent = {"on": "12.5.2026", "language": "de", "visibility": "ministries", "activity": relation.trip.pk}
    answer = coordinator_client.post(form_of(relation), sent)
    paper = Paper.objects.get()
    assert answer.headers["Location"] == reverse("paper", args=[paper.pk])
    assert (paper.on, paper.ordinal) == (date(2026, 5, 12), 1)
    page = said(coordinator_client, answer.headers["Location"])
    assert [name in page for name in ("PDF", "Word (DOCX)", "OpenDocument (ODT)")] == [True] * 3


@pytest.mark.parametrize("ending", ["pdf", "docx", "odt"])
def test_file_is_always_a_download_and_never_sniffed(
    coordinator_client: Client, relation: Relation, ending: str
) -> None:
    answer = coordinator_client.get(reverse("paper_file", args=[make_paper(relation).pk, ending]))
    name = f"briefingmappe-niederschlesien-2026-05-12-nr-1.{ending}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content)[:4] in {b"%PDF", b"PK\x03\x04"}  # type: ignore[attr-defined]


def test_paper_and_its_files_are_not_there_for_who_may_not_read_it(relation: Relation) -> None:
    paper = make_paper(relation)
    for client in (Client(), client_of(make_user(Role.PARTNER)), client_of(make_user(Role.ADMINISTRATOR))):
        for address in (reverse("paper", args=[paper.pk]), reverse("paper_file", args=[paper.pk, "pdf"])):
            assert client.get(address).status_code == 404
        assert paper.title not in said(client, "/berichte/")


def test_paper_of_a_house_with_partners_stays_within_the_government(relation: Relation) -> None:
    house = make_house()
    partner, reporter = make_user(Role.PARTNER, house=house), make_user(Role.REPORTER, house=house)
    paper = make_paper(relation, fields={"visibility": "named", "named_houses": [house.pk]})
    address = reverse("paper_file", args=[paper.pk, "pdf"])
    assert (client_of(partner).get(address).status_code, client_of(reporter).get(address).status_code) == (404, 200)


def test_paper_being_set_asks_again_by_itself_and_one_interrupted_can_be_continued(
    coordinator_client: Client, relation: Relation
) -> None:
    paper = make_paper(relation)
    paper.files.all().delete()
    paper.refresh_from_db()
    paper.job.state = JobState.RUNNING
    paper.job.save()
    address = reverse("paper", args=[paper.pk])
    running = coordinator_client.get(address)
    assert running.headers["Refresh"] == "3"
    assert "Das Papier wird gesetzt." in running.content.decode()
    paper.job.moved_at = timezone.now() - 2 * paper.job.QUIET
    paper.job.save()
    assert "Das Setzen wurde unterbrochen" in said(coordinator_client, address)
    coordinator_client.post(reverse("paper_again", args=[paper.pk]))
    assert paper.files.count() == 3


def test_marking_that_is_not_whole_is_refused_at_its_field(coordinator_client: Client, relation: Relation) -> None:
    sent = {"on": "2026-05-12", "language": "de", "visibility": "named"}
    answer = coordinator_client.post(form_of(relation), sent)
    assert answer.status_code == 422
    assert "Es fehlt noch, welche Ressorts es sehen dürfen." in answer.content.decode()
    assert not Paper.objects.exists()


def test_form_for_something_that_is_not_there_says_so(coordinator_client: Client) -> None:
    address = f"{reverse('paper_print', args=['briefing'])}?fuer=partnership-0"
    answer = coordinator_client.post(address, {"on": "2026-05-12", "language": "de", "visibility": "ministries"})
    assert answer.status_code == 422
    assert coordinator_client.get(reverse("paper_print", args=["nothing"])).status_code == 404


def test_list_goes_on_where_it_ends(coordinator_client: Client, relation: Relation) -> None:
    first = make_paper(relation)
    for n in range(2, 32):
        copy = Paper.objects.get(pk=first.pk)
        copy.pk, copy.ordinal, copy._state.adding = None, n, True  # type: ignore[assignment]
        copy.save()
    oldest = reverse("paper", args=[first.pk])
    page = said(coordinator_client, "/berichte/")
    assert oldest not in page
    following = page.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
    assert oldest in said(coordinator_client, following)


def test_house_writes_the_text_it_was_asked_for_and_the_coordinator_releases_it(
    coordinator_client: Client, relation: Relation
) -> None:
    house = make_house("Wirtschaftsministerium")
    ministry = make_organisation("Ministerium für Wirtschaft", house=house)
    new = reverse("section_text_new", args=[relation.partnership.pk])
    asked = {
        "version": 0,
        "heading": "Lage der Wirtschaft",
        "asked_of_id": ministry.pk,
        "due_on": "2026-05-01",
        "visibility": "ministries",
    }
    assert coordinator_client.post(new, asked).status_code == 302
    text = SectionText.objects.get(heading="Lage der Wirtschaft")
    reporter = client_of(make_user(Role.REPORTER, house=house))
    edit = reverse("section_text_edit", args=[text.pk])
    written = {**asked, "version": 1, "text": "Sie wächst.", "author": "Referat 12", "why": "Zulieferung"}
    refused = reporter.post(edit, {**written, "released_on": "2026-05-02"})
    assert "Freigegeben wird der Text von der Koordination." in refused.content.decode()
    assert reporter.post(edit, written).status_code == 302
    released = {**written, "version": 2, "released_on": "2026-05-02", "why": "Freigabe"}
    assert coordinator_client.post(edit, released).status_code == 302
    text.refresh_from_db()
    assert (text.text, text.released_on) == ("Sie wächst.", date(2026, 5, 2))


def test_house_that_was_not_asked_does_not_write_the_text(relation: Relation) -> None:
    other = client_of(make_user(Role.FOCAL_POINT))
    assert other.get(reverse("section_text_edit", args=[relation.owed.pk])).status_code == 403


def test_texts_say_who_owes_them_and_since_when(coordinator_client: Client, relation: Relation) -> None:
    page = said(coordinator_client, reverse("section_texts", args=[relation.partnership.pk]))
    assert "Erbeten von Staatskanzlei Musterland." in page
    assert "Überfällig seit 8. Mai 2026." in page
    assert "Verfasst von Referat 31." in page


@pytest.mark.parametrize("key", ["9" * 30, "9" * 5000, "²"])
def test_addresses_with_keys_that_no_paper_has_are_answered_in_words(key: str) -> None:
    client = client_of(make_user(Role.COORDINATOR))
    assert client.get(f"/berichte/?vor={key}").status_code == 200
    assert client.get(f"/berichte/drucken/briefing/?fuer=partnership-{key}").status_code == 200


def test_only_the_coordinator_publishes_a_paper(relation: Relation) -> None:
    form = form_of(relation)
    sent = {"on": "12.5.2026", "language": "de", "visibility": "published", "activity": ""}
    answer = client_of(make_user(Role.FOCAL_POINT)).post(form, sent)
    assert "Veröffentlichungen gibt die Koordination frei." in answer.content.decode()
    assert not Paper.objects.exists()


def test_a_text_that_is_not_released_shows_to_the_government_alone(relation: Relation) -> None:
    text, address = relation.text, reverse("section_texts", args=[relation.partnership.pk])
    SectionText.objects.filter(pk=text.pk).update(visibility="published", released_on=None)
    assert text.text not in said(Client(), address)
    assert text.text in said(client_of(make_user(Role.LEADERSHIP)), address)
    SectionText.objects.filter(pk=text.pk).update(released_on=date(2026, 5, 1))
    assert text.text in said(Client(), address)


def test_the_house_asked_for_a_text_shows_it_to_nobody_else(relation: Relation) -> None:
    own, other = make_house(), make_house()
    owed = relation.owed
    SectionText.objects.filter(pk=owed.pk).update(asked_of=make_organisation(house=own), visibility="named")
    owed.named_houses.set([own])
    address = reverse("section_text_edit", args=[owed.pk])
    owed.refresh_from_db()
    sent = {"version": "1", "why": "Text", "heading": owed.heading, "text": "Neu", "visibility": "named"}
    sent |= {"asked_of_id": owed.asked_of_id, "due_on": "8.5.2026", "grundlage": "{}"}
    client = client_of(make_user(Role.FOCAL_POINT, house=own))
    wider = client.post(address, sent | {"named_houses": [own.pk, other.pk]})
    assert "Das ändert nur die Koordination." in wider.content.decode()
    assert client.post(address, sent | {"named_houses": [own.pk]}).status_code == 302


def test_where_nothing_can_be_printed_yet_nobody_is_told_to_search_better(coordinator_client: Client) -> None:
    address = reverse("paper_print", args=["minutes"])
    assert "Noch nichts zu drucken" in said(coordinator_client, address)
    assert "Nichts gefunden" in said(coordinator_client, f"{address}?q=Gremium")
