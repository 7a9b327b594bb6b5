# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page, as visitor and as coordinator: accessible, quiet, within the strict CSP, and narrow enough."""

import pytest
from django.conf import settings
from django.urls import NoReverseMatch
from playwright.sync_api import Page

from bruecke.accounts.principal import Role
from tests.factories.people import make_user
from tests.journeys import axe
from tests.journeys.conftest import Desk
from tests.journeys.samples import EXCLUDED, SAMPLES, address_of, make_plan, named_addresses, visited_addresses

pytestmark = pytest.mark.browser
EXPECTED_NOISE = ("the server responded with a status of 4",)


def shortcomings(page: Page, address: str) -> list[str]:
    """What is wrong with the page at address: axe in both lights and widths, sideways scrolling at 320 px."""
    response = page.goto(address)
    found = [] if response and response.status < 500 else [f"{address}: no answer or an error"]
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} {scheme} {line}" for line in axe.findings(page)]
    page.set_viewport_size({"width": 320, "height": 640})
    overflow = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found + ([f"{overflow} px too wide at 320 px"] if overflow > 0 else [])


@pytest.mark.skipif(not settings.IS_SQLITE, reason="markup does not depend on the database: seen once, on SQLite")
@pytest.mark.parametrize("name", visited_addresses())
def test_page_is_accessible_quiet_and_narrow(name: str, desk: Desk) -> None:
    address = address_of(name, make_plan())
    assert shortcomings(desk.page(), address) == []
    assert shortcomings(desk.page(make_user(Role.COORDINATOR)), address) == []
    assert [text for text in desk.complaints if not any(noise in text for noise in EXPECTED_NOISE)] == []


@pytest.mark.django_db
def test_every_address_has_a_sample_or_a_reason() -> None:
    plan = make_plan()
    without = []
    for name in visited_addresses():
        try:
            address_of(name, plan)
        except NoReverseMatch:
            without.append(name)
    assert without == [], "add a sample to tests/journeys/samples.py"


def test_no_sample_or_reason_outlives_its_address() -> None:
    assert sorted({*SAMPLES, *EXCLUDED} - set(named_addresses())) == []
