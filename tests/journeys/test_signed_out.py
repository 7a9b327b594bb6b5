# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The session ends while somebody writes: the page says so while they write, and what they send comes back."""

import pytest
from playwright.sync_api import expect

from bruecke.accounts.principal import Role
from tests.factories.people import make_user
from tests.factories.plan import make_measure
from tests.journeys import axe
from tests.journeys.conftest import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_who_is_signed_out_while_writing_is_told_and_gets_the_text_back(desk: Desk) -> None:
    measure = make_measure()
    page = desk.page(make_user(Role.COORDINATOR))
    page.goto(f"/massnahmen/{measure.pk}/bearbeiten/")
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Indikator").fill("Drei Besuche im Jahr")
    expect(page.get_by_role("alert").filter(has_text="Das wurde nicht gespeichert")).to_be_visible()
    page.get_by_label("Grund der Änderung").fill("Weil es fehlt")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nicht gespeichert: Sie sind abgemeldet")
    expect(page.get_by_text("Drei Besuche im Jahr")).to_be_visible()
    assert axe.findings(page) == []
