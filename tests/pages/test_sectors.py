# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The open list of fields of cooperation."""

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.partnerships.models import Sector
from tests.factories.partnerships import make_partnership, make_sector
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def test_a_field_is_entered_once_renamed_and_leads_to_its_partnerships(
    client: Client, coordinator_client: Client
) -> None:
    assert "Noch kein Feld" in words(read(client, "/felder/"))
    typed = opened(coordinator_client, "/felder/neu/") | {"name_de": "Wasserstoff"}
    assert coordinator_client.post("/felder/neu/", typed).status_code == 302
    assert "gibt es schon" in words(coordinator_client.post("/felder/neu/", typed).content.decode())
    assert "Wasserstoff" not in words(read(client, "/felder/"))
    sector = Sector.objects.get()
    make_partnership("Region", kind="sectoral").sectors.add(sector)
    make_partnership("Kandidat", kind="sectoral", state="examined").sectors.add(sector)
    make_partnership("Verborgen", kind="sectoral", visibility="unit").sectors.add(sector)
    assert "Wasserstoff 1 Partnerschaft" in words(read(client, "/felder/"))
    assert "Region" in read(client, links(read(client, "/felder/"))["Wasserstoff"])
    edit = links(read(coordinator_client, "/felder/"))["bearbeiten Wasserstoff"]
    typed = opened(coordinator_client, edit) | {"name_de": "Energie", "why": "weiter gefasst"}
    assert coordinator_client.post(edit, typed).status_code == 302
    assert "Energie" in words(read(client, "/felder/"))
    assert browser(Role.REPORTER).get("/felder/neu/").status_code == 403


def test_the_list_takes_the_same_few_statements_for_many_fields(client: Client) -> None:
    make_partnership().sectors.add(make_sector())
    few = statements(client, "/felder/")
    for _n in range(20):
        make_partnership().sectors.add(make_sector())
    assert statements(client, "/felder/") == few <= 15
