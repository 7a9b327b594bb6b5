# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places and groups as somebody keeps and reads them."""

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember
from tests.factories.partnerships import make_partnership
from tests.factories.plan import make_place
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def test_a_place_is_entered_located_and_shown(client: Client, coordinator_client: Client) -> None:
    saxony = make_place("Sachsen", kind="region")
    typed = opened(coordinator_client, "/orte/neu/") | {
        "name_de": "Neißeland", "kind": "area", "latitude": "51,15", "longitude": "14.98", "neighbours": [saxony.pk],
    }  # fmt: skip
    assert coordinator_client.post("/orte/neu/", typed).status_code == 302
    page = read(client, f"/orte/{Place.objects.get(key='neisseland').pk}/")
    assert "Lage 51,15°, 14,98° Nachbarn Sachsen" in words(page)
    assert "Bearbeiten" not in words(page)
    assert browser(Role.REPORTER).get("/orte/neu/").status_code == 403


def test_regions_of_a_country_are_loaded_by_a_button(client: Client, coordinator_client: Client) -> None:
    poland = make_place("Polen", code="PL")
    address = f"/orte/{poland.pk}/regionen/"
    assert address in read(coordinator_client, f"/orte/{poland.pk}/")
    page = coordinator_client.post(address, follow=True).content.decode()
    assert "16 Regionen aufgenommen" in words(page)
    assert "Niederschlesien" in links(page)
    assert "schon da" in words(coordinator_client.post(address, follow=True).content.decode())
    assert client.post(address).status_code == 403
    assert browser(Role.FOCAL_POINT).post(address).status_code == 403


def test_members_count_for_as_long_as_somebody_says_so(client: Client, coordinator_client: Client) -> None:
    typed = opened(coordinator_client, "/laendergruppen/neu/") | {"name_de": "Zielmärkte", "is_open": "on"}
    assert coordinator_client.post("/laendergruppen/neu/", typed).status_code == 302
    group = PlaceGroup.objects.get()
    page = f"/laendergruppen/{group.pk}/"
    assert "Mitglieder nicht benannt" in words(read(client, page))
    for name, until in (("Kanada", ""), ("Alaska", "2020")):
        place = make_place(name)
        make_partnership(f"Partner {name}", place=place)
        address = links(read(coordinator_client, page))["Ort in die Gruppe aufnehmen"]
        typed = opened(coordinator_client, address) | {"place_id": place.pk, "until": until, "source": "AWIS 2019"}
        assert coordinator_client.post(address, typed).status_code == 302
    text = words(read(client, page))
    assert "Dazu gehören Kanada Quelle: AWIS 2019" in text
    assert "Zu anderer Zeit Alaska bis 2020 · Quelle: AWIS 2019" in text
    register = read(client, links(read(client, page))["Partnerschaften in dieser Gruppe"])
    assert "Partner Kanada" in words(register)
    assert "Partner Alaska" not in words(register)
    assert "Alaska" not in words(read(client, "/wer-und-wo/"))


def test_the_group_takes_the_same_few_statements_for_many_members(coordinator_client: Client) -> None:
    group = PlaceGroup.objects.create(key="gruppe", name="Gruppe")
    PlaceGroupMember.objects.create(group=group, place=make_place(), source="X")
    few = statements(coordinator_client, f"/laendergruppen/{group.pk}/")
    for _n in range(30):
        PlaceGroupMember.objects.create(group=group, place=make_place(), source="X")
    assert statements(coordinator_client, f"/laendergruppen/{group.pk}/") == few <= 15
