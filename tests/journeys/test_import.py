# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real document goes from upload to published edition on the pages, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bruecke.accounts.principal import Role
from bruecke.intake.models import ImportDraft, Proposal, ProposalState
from bruecke.strategy.models import Edition, Measure
from tests.factories.drafts import make_import, proposal_of, publish_import
from tests.factories.people import make_user
from tests.journeys import axe
from tests.journeys.conftest import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def upload(page: Page, path: Path) -> None:
    page.goto("/einlesen/")
    page.get_by_label("Dokument").set_input_files(path)
    page.get_by_role("button", name="Hochladen und lesen").click()


def test_the_real_document_goes_from_upload_to_published_edition(desk: Desk, shared: Path) -> None:
    page = desk.page(make_user(Role.COORDINATOR))
    upload(page, shared / "source" / "leitlinien.txt")
    expect(page.locator("#stand")).to_contain_text("0 von ")
    page.get_by_role("button", name="Alle sicheren annehmen").click()
    page.get_by_role("button", name="Alle offenen annehmen").click()
    page.get_by_role("link", name="Veröffentlichen").click()
    page.get_by_label("Beschluss", exact=False).last.fill("Kab 12/2025")
    page.get_by_role("button", name="Veröffentlichen").click()
    edition = Edition.objects.get()
    expect(page).to_have_url(f"{desk.address}/dokument/{edition.pk}/")
    assert Measure.objects.filter(edition=edition, visibility="published").count() == 66
    assert (edition.goals.count(), edition.decision_reference) == (6, "Kab 12/2025")
    reader = desk.page()
    reader.goto(f"/dokument/{edition.pk}/")
    expect(reader.get_by_role("link", name="Maßnahme I.1", exact=True)).to_be_visible()
    assert desk.complaints == []


def test_the_review_is_done_by_keyboard(desk: Desk) -> None:
    user = make_user(Role.COORDINATOR)
    made = make_import()
    page = desk.page(user)
    page.goto(f"/einlesen/{made.pk}/?kapitel=II")
    for key in "jjj":
        page.keyboard.press(key)
    first, second = proposal_of(made, "II.1"), proposal_of(made, "II.2")
    expect(page.locator(f"#v{first.pk}")).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator(f"#v{second.pk}")).to_be_focused()
    expect(page.locator("#stand")).to_contain_text("1 von 17")
    page.keyboard.press("r")
    expect(page.locator("#stand")).to_contain_text("2 von 17")
    page.keyboard.press("u")
    expect(page.locator("#stand")).to_contain_text("1 von 17")
    assert proposal_of(made, "II.1").state == ProposalState.ACCEPTED
    assert proposal_of(made, "II.2").state == ProposalState.OPEN
    page.locator(f"#v{second.pk}").focus()
    page.keyboard.press("e")
    expect(page.locator(f"#text-{second.pk}")).to_be_focused()
    page.keyboard.type("Neu: ")
    page.keyboard.press("Escape")
    expect(page.locator(f"#v{second.pk}")).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator(".keys")).to_have_attribute("open", "")
    assert desk.complaints == []


def test_the_second_reviewer_sees_what_the_first_wrote_beside_his_own(desk: Desk) -> None:
    made = make_import()
    row = proposal_of(made, "I.1")
    pages = [desk.page(make_user(Role.COORDINATOR)) for _ in range(2)]
    for page in pages:
        page.goto(f"/einlesen/{made.pk}/?kapitel=I")
        page.locator(f"#v{row.pk} summary", has_text="Ändern").click()
    for page, text in zip(pages, ("Handel mit Ungarn", "Handel mit Litauen"), strict=True):
        page.locator(f"#text-{row.pk}").fill(text)
        page.locator(f"#v{row.pk}").get_by_role("button", name="Ändern und annehmen").click()
        expect(page.locator(f"#v{row.pk} .text")).to_have_text("Handel mit Ungarn")
    expect(pages[1].locator(f"#v{row.pk}")).to_contain_text("inzwischen geändert")
    expect(pages[1].locator(f"#text-{row.pk}")).to_have_value("Handel mit Litauen")
    pages[1].locator(f"#v{row.pk}").get_by_role("button", name="Ändern und annehmen").click()
    expect(pages[1].locator(f"#v{row.pk} .text")).to_have_text("Handel mit Litauen")
    assert Proposal.objects.get(pk=row.pk).payload["text"] == "Handel mit Litauen"
    assert desk.complaints == []


def test_without_scripts_a_proposal_is_accepted_and_undone(desk: Desk) -> None:
    made = make_import()
    row = proposal_of(made, "I.1")
    page = desk.page(make_user(Role.COORDINATOR), scripts=False)
    page.goto(f"/einlesen/{made.pk}/?kapitel=I")
    page.locator(f"#v{row.pk}").get_by_role("button", name="Annehmen", exact=True).click()
    expect(page).to_have_url(f"{desk.address}/einlesen/{made.pk}/?kapitel=I&zeige=&seite=1#v{row.pk}")
    assert Proposal.objects.get(pk=row.pk).state == ProposalState.ACCEPTED
    page.get_by_role("button", name="Rückgängig").click()
    assert Proposal.objects.get(pk=row.pk).state == ProposalState.OPEN
    assert ImportDraft.objects.get().pk == made.pk


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_import_and_document_are_accessible(desk: Desk, dark: bool, width: int) -> None:
    edition = publish_import(make_import())
    made = make_import(strategy=edition.strategy)
    page = desk.page(make_user(Role.COORDINATOR), dark=dark, width=width)
    for path in (
        "/einlesen/",
        f"/einlesen/{made.pk}/?kapitel=I",
        f"/einlesen/{made.pk}/veroeffentlichen/",
        f"/dokument/{edition.pk}/",
        f"/dokument/{edition.pk}/reparaturen/",
        f"/dokument/{edition.pk}/original/",
        f"/fassungen/{edition.pk}/aenderungen/",
    ):
        page.goto(path)
        for details in page.locator("main details:not(.menu)").all():
            details.evaluate("element => element.open = true")
        assert axe.findings(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
