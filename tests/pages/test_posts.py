# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Posts and deputies as somebody gives, reads and ends them; organisations under their old names."""

from datetime import date

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.actors.models import Organisation, Post
from tests.factories.people import make_house, make_organisation, make_user
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def test_a_house_names_a_deputy_for_a_time(client: Client) -> None:
    house, away = make_house("Wirtschaft"), make_user(email="vertretung@example.org")
    focal = browser(Role.FOCAL_POINT, house=house)
    typed = {"user_id": away.pk, "house_id": house.pk, "role": "focal_point", "starts_on": "2.1.2999"}
    assert "bis wann" in words(focal.post("/funktionen/neu/", typed).content.decode())
    assert focal.post("/funktionen/neu/", typed | {"ends_on": "9.1.2999"}).status_code == 302
    page = read(focal, "/funktionen/")
    assert "vertretung@example.org i. V." in words(page)
    assert "ab 2. Januar 2999 bis 9. Januar 2999 · noch nicht im Amt" in words(page)
    ending = links(page)["beenden vertretung@example.org, Ressortkoordination"]
    assert focal.post(ending, {"ends_on": "3.1.2999"}).status_code == 302
    assert Post.objects.get(is_deputy=True).ends_on == date(2999, 1, 3)
    assert client.get("/funktionen/").status_code == 302


def test_what_the_form_does_not_offer_is_refused() -> None:
    house, user = make_house(), make_user()
    focal = browser(Role.FOCAL_POINT, house=house)
    typed = {"user_id": user.pk, "house_id": house.pk, "role": "coordinator", "starts_on": "2.1.2999"}
    assert focal.post("/funktionen/neu/", typed | {"ends_on": "9.1.2999"}).status_code == 200
    assert not Post.objects.filter(user=user).exists()
    assert browser(Role.REPORTER).get("/funktionen/neu/").status_code == 403
    assert browser(Role.PARTNER).get("/funktionen/").status_code == 403


def test_an_administrator_gives_a_post_and_what_was_stands_among_the_earlier() -> None:
    house, user = make_house(), make_user(email="neu@example.org")
    admin = browser(Role.ADMINISTRATOR)
    typed = {"user_id": user.pk, "house_id": house.pk, "role": "reporter", "starts_on": "2.1.2020"}
    assert admin.post("/funktionen/neu/", typed | {"ends_on": "9.1.2020"}).status_code == 302
    assert "neu@example.org" not in words(read(admin, "/funktionen/"))
    assert "neu@example.org" in words(read(admin, "/funktionen/?frueher"))


def test_the_list_takes_the_same_few_statements_for_many_posts() -> None:
    admin = browser(Role.ADMINISTRATOR)
    few = statements(admin, "/funktionen/")
    for _n in range(20):
        make_user(Role.REPORTER)
    assert statements(admin, "/funktionen/") == few <= 15


def test_an_organisation_is_found_under_its_old_name_and_leads_to_what_took_over(
    client: Client, coordinator_client: Client
) -> None:
    new = make_organisation("Ministerium für Regionalentwicklung")
    old = make_organisation("Ministerium des Innern")
    edit = f"/einrichtungen/{new.pk}/bearbeiten/"
    typed = opened(coordinator_client, edit) | {"former_names": "Heimatministerium (bis 2019)", "why": "Umbenennung"}
    assert coordinator_client.post(edit, typed).status_code == 302
    assert "Ministerium für Regionalentwicklung" in words(read(client, "/suche/?q=Heimatministerium"))
    assert "Heimatministerium (bis 2019)" in words(read(client, f"/einrichtungen/{new.pk}/"))
    edit = f"/einrichtungen/{old.pk}/bearbeiten/"
    typed = opened(coordinator_client, edit) | {"successor_id": new.pk, "why": "Neuordnung"}
    assert coordinator_client.post(edit, typed).status_code == 302
    assert "Nachfolgerin Ministerium für Regionalentwicklung" in words(read(client, f"/einrichtungen/{old.pk}/"))
    assert "Hervorgegangen aus Ministerium des Innern" in words(read(client, f"/einrichtungen/{new.pk}/"))
    edit = f"/einrichtungen/{new.pk}/bearbeiten/"
    typed = opened(coordinator_client, edit) | {"successor_id": old.pk, "why": "Irrtum"}
    assert "folgt nicht sich selbst nach" in words(coordinator_client.post(edit, typed).content.decode())
    Organisation.objects.filter(pk=old.pk).update(visibility="ministries")
    assert "Ministerium des Innern" not in words(read(client, f"/einrichtungen/{new.pk}/"))
