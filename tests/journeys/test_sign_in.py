# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signing in and out, with a second factor and without scripts."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page, expect

from bruecke.accounts.models import User
from bruecke.accounts.principal import Role
from tests.factories.people import make_user
from tests.journeys import axe
from tests.journeys.conftest import Desk

pytestmark = pytest.mark.browser
PASSWORD = "Elbe-und-Neisse-2026"


@pytest.fixture
def user(transactional_db: None) -> User:
    """Somebody with a password."""
    return make_user(Role.COORDINATOR, email="koordination@example.org", password=PASSWORD)


def sign_in(page: Page) -> None:
    """E-mail address and password."""
    page.goto("/konto/login/")
    page.get_by_label("E-Mail-Adresse").fill("koordination@example.org")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Anmelden").click()


def code(secret: str) -> str:
    """What the app on the telephone shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def test_signs_in_and_out_without_scripts(user: User, desk: Desk) -> None:
    page = desk.page(scripts=False)
    sign_in(page)
    page.locator(".who summary").click()
    page.locator(".who").get_by_role("button", name="Abmelden").click()
    expect(page.locator(".who").get_by_role("link", name="Anmelden")).to_be_visible()


def test_menu_closes_by_escape_and_gives_the_focus_back(user: User, desk: Desk) -> None:
    page = desk.page(user)
    page.goto("/ueber/")
    menu = page.locator(".who details")
    menu.locator("summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", re.compile(".*"))
    expect(menu.locator("summary")).to_be_focused()


def test_second_factor_is_set_up_and_asked_for(user: User, desk: Desk) -> None:
    page = desk.page()
    sign_in(page)
    page.goto("/konto/2fa/totp/activate/")
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Bestätigen").click()
    image = page.locator("img.qr")
    assert image.evaluate("image => image.complete && image.naturalWidth > 0")
    secret = page.locator(".facts dd").inner_text().strip()
    page.locator("main input[name=code]").fill(code(secret))
    page.get_by_role("button", name="Einrichten").click()
    codes = page.locator("ul.codes code")
    expect(codes).to_have_count(10)
    other = desk.page()
    sign_in(other)
    axe.assert_no_findings(other)
    # A spare code: the app's own code is refused a second time within its thirty seconds.
    other.locator("main input[name=code]").fill(codes.first.inner_text())
    other.get_by_role("main").get_by_role("button", name="Anmelden").click()
    expect(other.locator(".who summary")).to_be_visible()
    assert desk.complaints == []


def test_first_tab_stop_leads_past_the_frame(desk: Desk) -> None:
    page = desk.page()
    page.goto("/ueber/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
