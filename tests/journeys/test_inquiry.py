# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An inquiry from its registration to the printed answer, in a real browser, with two houses that supply and clear."""

from datetime import date, timedelta

import pytest
from django.conf import LazySettings
from django.utils import timezone
from playwright.sync_api import Page, expect

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import Role
from bruecke.actors.models import Post
from bruecke.inquiries.models import Inquiry
from bruecke.publish.models import Paper
from tests.factories.activities import make_activity, make_cost_item, make_involvement
from tests.factories.clearance import make_asked
from tests.factories.people import make_user
from tests.factories.plan import make_place
from tests.journeys.conftest import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def make_trip() -> None:
    """A trip to Lower Silesia that was held."""
    place = make_place("Niederschlesien", parent=make_place("Polen"))
    trip = make_activity(
        "Reise nach Breslau", when="12. Mai 2026", state="held", places=(place,), result="Zwei Vorhaben verabredet.",
        particulars={"with_government": True},
    )  # fmt: skip
    make_involvement(trip, "head")
    make_cost_item(trip, actual_cents=184_050)


def somebody_of(house: House | None) -> User:
    """A focal point who signs for the house, too."""
    user = make_user(Role.FOCAL_POINT, house=house)
    Post.objects.create(user=user, role=Role.SIGNATORY, house=house)
    return user


def typed(day: date) -> str:
    return day.isoformat()


def register(page: Page) -> None:
    today = timezone.localdate()
    page.goto("/anfragen/")
    page.get_by_role("link", name="Anfrage erfassen").click()
    page.get_by_label("Art").select_option(label="Kleine Anfrage")
    page.get_by_label("Nummer").fill("8/4711")
    page.get_by_label("Gegenstand").fill("Reisen nach Niederschlesien")
    page.get_by_label("Zugeleitet am").fill(typed(today - timedelta(days=3)))
    page.get_by_label("Frist", exact=True).fill(typed(today + timedelta(days=25)))
    page.get_by_role("button", name="Speichern").click()


def ask_two_questions(page: Page) -> None:
    page.get_by_role("link", name="Frage erfassen").first.click()
    page.get_by_label("Frage", exact=True).fill("Welche Reisen gab es, mit welchen Kosten?")
    page.get_by_label("Tabelle aus den Registern").select_option(label="Reisen von Mitgliedern der Staatsregierung")
    page.get_by_label("Zeitraum von").fill("2026-01-01")
    page.get_by_label("Zeitraum bis").fill("2026-12-31")
    page.get_by_label("Land oder Ort").select_option(label="Polen")
    page.get_by_label("Die Beträge werden mit der Antwort veröffentlicht").check()
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator("main")).to_contain_text("1.840,50")
    page.get_by_text("Weiteres").click()
    page.get_by_role("link", name="Frage erfassen").first.click()
    page.get_by_label("Frage", exact=True).fill("Was folgt daraus?")
    page.get_by_role("button", name="Speichern").click()


def supply(page: Page, address: str, text: str) -> None:
    """Write a supply and hand it over, or report nothing where there is no text."""
    page.goto("/")
    page.get_by_role("link", name="Reisen nach Niederschlesien").click()
    expect(page).to_have_url(address)
    if text:
        page.get_by_role("link", name="Zulieferung schreiben").first.click()
        page.get_by_label("Zulieferung", exact=True).fill(text)
        page.get_by_role("button", name="Speichern").click()
    page.get_by_role("link", name="abgeben oder Fehlanzeige").click()
    page.get_by_label("die Zulieferung, wie sie geschrieben steht" if text else "Fehlanzeige").check()
    page.get_by_role("button", name="Zulieferung abgeben").click()
    expect(page.locator("#zulieferungen")).to_contain_text("geliefert" if text else "Fehlanzeige")


def sign(page: Page) -> None:
    page.goto("/mitzeichnung/")
    page.get_by_role("link", name="Antwort: 8/4711").click()
    page.get_by_role("link", name="Mitzeichnen", exact=True).click()
    page.get_by_label("einverstanden", exact=True).check()
    page.get_by_role("button", name="Speichern").click()


def test_an_inquiry_is_answered_with_two_houses_supplying_and_clearing(desk: Desk, settings: LazySettings) -> None:
    make_trip()
    houses = [make_asked("Ministerium für Verkehr"), make_asked("Ministerium für Kultus")]
    people = [somebody_of(house.house) for house in houses]
    page = desk.page(make_user(Role.COORDINATOR))
    register(page)
    address = f"{desk.address}/anfragen/{Inquiry.objects.get().pk}/"
    expect(page).to_have_url(address)
    ask_two_questions(page)

    page.get_by_role("link", name="Häuser um Zulieferung bitten").first.click()
    for house in houses:
        page.get_by_label(house.name).check()
    page.get_by_label("Frage 2", exact=False).check()
    page.get_by_role("button", name="Speichern").click()
    expect(page.locator("#zulieferungen li")).to_have_count(2)

    first, second = (desk.page(user) for user in people)
    supply(first, address, "Das Ministerium bereitet eine neue Buslinie vor.")
    supply(second, address, "")

    page.goto(address)
    page.get_by_role("link", name="in die Antwort übernehmen").click()
    page.get_by_role("button", name="Zulieferung übernehmen").click()
    expect(page.locator("section", has_text="Was folgt daraus?")).to_contain_text("neue Buslinie")

    page.get_by_role("link", name="Zur Mitzeichnung geben").first.click()
    for house in houses:
        page.get_by_label(house.name).check()
    page.get_by_role("button", name="Speichern").click()
    sign(first)
    sign(second)

    page.goto(address)
    page.get_by_role("link", name="Antwort absenden").first.click()
    page.get_by_role("button", name="Antwort absenden").click()
    expect(page.locator(".tags")).to_contain_text("beantwortet")
    visitor = desk.page()
    visitor.goto("/anfragen/")
    expect(visitor.locator("main")).to_contain_text("Noch keine Antwort veröffentlicht")
    page.get_by_role("link", name="Antwort veröffentlichen").click()
    page.get_by_role("button", name="Antwort veröffentlichen").click()
    visitor.goto(address)
    expect(visitor.locator("main")).to_contain_text("1.840,50")
    expect(visitor.locator("main")).not_to_contain_text("Zulieferungen")

    page.get_by_text("Weiteres").click()
    page.get_by_role("link", name="Antwort drucken").click()
    page.get_by_label("Öffentlichkeit").check()
    page.locator("main form").get_by_role("button").last.click()
    paper = Paper.objects.get()
    expect(page).to_have_url(f"{desk.address}/berichte/{paper.pk}/")
    expect(page.get_by_role("link", name="PDF")).to_be_visible()
    assert sorted(paper.files.values_list("format", flat=True)) == ["docx", "odt", "pdf"]
    assert desk.complaints == []
