# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The relations in a real browser: a trip from its call for interest to its promises, and a partnership at rest.

An inquiry about such a trip, with two houses that supply and clear, is walked in test_inquiry.
"""

import re
from datetime import date

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from bruecke.accounts.principal import Role
from bruecke.activities.models import Activity
from bruecke.activities.when import When, in_words
from bruecke.base.dates import day_in_words
from bruecke.partnerships.models import Partnership
from bruecke.publish.models import Paper
from tests.factories.activities import make_activity
from tests.factories.partnerships import make_decision, make_partnership
from tests.factories.people import make_organisation, make_user
from tests.journeys import axe
from tests.journeys.conftest import Desk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def section(page: Page, heading: str) -> Locator:
    return page.locator("main section", has=page.get_by_role("heading", name=heading, exact=True, level=2))


def save(page: Page, verb: str = "Speichern") -> None:
    page.get_by_role("button", name=verb, exact=True).click()


def describe_trip(page: Page, title: str, when: str, partner: str) -> None:
    """The form of a new trip from the list of activities, filled in but not sent."""
    page.goto("/vorhaben/")
    page.get_by_role("link", name="Vorhaben anlegen").click()
    page.get_by_role("link", name="Delegationsreise", exact=True).click()
    page.get_by_label("Titel", exact=True).fill(title)
    page.get_by_label("Termin").fill(when)
    page.get_by_label("Zweck").fill("Die Bahnstrecke voranbringen.")
    page.get_by_role("group", name="Partnerschaften").get_by_label(partner, exact=True).check()


def ask_for_interest(page: Page, trip: str) -> None:
    """Two are asked; one is selected, with the reason without which nobody is."""
    page.goto(trip)
    page.get_by_role("link", name="Interesse abfragen").click()
    page.get_by_label("Hochschule Görlitz").check()
    page.get_by_label("Verband der Bahnen").check()
    save(page, "Als gefragt eintragen")
    call = section(page, "Interessenbekundung")
    expect(call.get_by_role("heading", name=re.compile("eingeladen"))).to_have_text("eingeladen 2")
    call.locator("li", has_text="Hochschule Görlitz").get_by_role("link", name="bearbeiten").click()
    page.get_by_label("Rolle").select_option(label="ausgewählt")
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Eine Auswahl wird begründet")
    page.get_by_label("Begründung").fill("Sie lehrt auf beiden Seiten.")
    save(page)
    expect(section(page, "Wer mitwirkt")).to_contain_text("Hochschule Görlitz")


def plan_the_day(page: Page, trip: str, day: date) -> None:
    page.goto(trip)
    page.get_by_role("link", name="Programmpunkt eintragen").click()
    expect(page.get_by_label("Tag")).to_have_value(day.isoformat())
    page.get_by_label("Programmpunkt").fill("Gespräch im Marschallamt")
    page.get_by_label("Uhrzeit").fill("09:30")
    save(page)
    page.get_by_role("link", name="Genehmigung festhalten").click()
    page.get_by_label("Genehmigung").fill("Chef der Staatskanzlei, Vermerk 7")
    save(page)


def print_folder(page: Page, trip: str) -> Paper:
    """The folder for this trip and day, from its own page."""
    page.goto(trip)
    page.get_by_role("link", name="Briefingmappe drucken: Niederschlesien").click()
    save(page, "Drucken")
    expect(page.get_by_role("link", name="PDF")).to_be_visible()
    return Paper.objects.get()


def promise(page: Page, trip: str, text: str, who: str) -> None:
    page.goto(trip)
    section(page, "Zusagen").get_by_role("link", name="Zusage festhalten").click()
    page.get_by_label("Was", exact=True).fill(text)
    page.get_by_label(who, exact=True).check()
    expect(page.get_by_label("Partnerschaft").locator("option:checked")).to_have_text("Niederschlesien")
    page.get_by_label("Fällig am").fill("2020-01-31")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_a_trip_goes_from_its_call_for_interest_to_its_folder_its_result_and_two_promises(desk: Desk) -> None:
    make_partnership("Niederschlesien")
    make_organisation("Hochschule Görlitz", kind="university")
    make_organisation("Verband der Bahnen", kind="association")
    today = timezone.localdate()
    page = desk.page(make_user(Role.COORDINATOR))
    describe_trip(page, "Reise nach Breslau", day_in_words(today), "Niederschlesien")
    save(page)
    trip = f"/vorhaben/{Activity.objects.get().pk}/"
    expect(page).to_have_url(desk.address + trip)

    ask_for_interest(page, trip)
    plan_the_day(page, trip, today)
    paper = print_folder(page, trip)
    assert paper.data["subtitle"] == "Reise nach Breslau"
    assert sorted(paper.files.values_list("format", flat=True)) == ["docx", "odt", "pdf"]

    page.goto(trip)
    page.get_by_role("link", name="Ergebnis festhalten").click()
    page.get_by_label("Ergebnis").fill("Beide Seiten wollen die Strecke ausbauen.")
    save(page)
    expect(page.locator(".tags")).to_contain_text("durchgeführt")
    expect(section(page, "Verlauf")).to_contain_text("Stand: ")
    expect(section(page, "Verlauf")).not_to_contain_text("held")
    promise(page, trip, "Die Fahrgastzahlen schicken", "wir schulden")
    promise(page, trip, "Eine Ansprechperson nennen", "uns wird geschuldet")

    page.goto(f"/partner/{Partnership.objects.get().pk}/")
    owed = section(page, "Zusagen")
    expect(owed.get_by_role("heading", level=3)).to_have_text(["Wir schulden", "Uns wird geschuldet"])
    expect(owed.locator("li")).to_contain_text(["Die Fahrgastzahlen schicken", "Eine Ansprechperson nennen"])
    assert axe.findings(page) == []
    assert desk.complaints == []


def step(page: Page, partner: str, name: str, reason: str) -> None:
    """One step in the life of the partnership, as of today."""
    page.goto(partner)
    page.get_by_text("Stand ändern").click()
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_label("Wirksam ab").fill(timezone.localdate().isoformat())
    page.get_by_label("Grund", exact=True).fill(reason)


def refuse_plans_but_keep_the_idea(page: Page) -> str:
    """What is typed stays, the message says how to go on, and going on that way works. The idea's address."""
    next_year = timezone.localdate().year + 1
    when = in_words(When(f"{next_year}-05", ""))
    describe_trip(page, "Zweite Reise", when, "Niederschlesien")
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Bis dahin lässt es sich als Vorschlag festhalten.")
    expect(page.get_by_label("Termin")).to_have_value(when)
    page.get_by_label("Vorschlag", exact=True).check()
    save(page)
    expect(page.locator(".tags")).to_contain_text("Vorschlag")
    address = page.url
    page.get_by_role("link", name="Planen", exact=True).click()
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("„Niederschlesien“ ruht seit")
    return address


def mark_election(page: Page) -> None:
    """Everything the event touches stands on its page to be looked at, one by one."""
    page.goto("/ereignisse/")
    page.get_by_role("link", name="Ereignis festhalten").first.click()
    page.get_by_label("Ereignis", exact=True).fill("Neue Regierung")
    page.get_by_label("Wahl", exact=True).check()
    page.get_by_label("Ort", exact=True).select_option(label="Niederschlesien")
    page.get_by_label("Am", exact=True).fill(timezone.localdate().isoformat())
    save(page)
    touched = section(page, "Was betroffen ist")
    expect(touched).to_contain_text("0 von 3 geprüft")
    touched.locator("li", has_text="Reise im Frühjahr").get_by_role("link", name="prüfen").click()
    page.get_by_label("Was daraus folgt").fill("Findet statt.")
    save(page)
    expect(touched).to_contain_text("1 von 3 geprüft")


def test_a_partnership_at_rest_blocks_plans_until_its_condition_is_met(desk: Desk) -> None:
    found = make_partnership("Niederschlesien")
    make_activity("Reise im Frühjahr", partnerships=(found,))
    make_decision("Wiederaufnahme")
    partner = f"/partner/{found.pk}/"
    page = desk.page(make_user(Role.COORDINATOR))
    step(page, partner, "Ruhen lassen", "Die Regierung hat gewechselt.")
    save(page, "Festhalten")
    expect(page.get_by_role("heading", level=1)).to_have_text("Niederschlesien")
    expect(section(page, "Stand im Lauf der Zeit").locator("li")).to_contain_text(["ruht", "aktiv"])
    expect(section(page, "Vorhaben")).to_contain_text("Reise im Frühjahr")
    idea = refuse_plans_but_keep_the_idea(page)
    mark_election(page)

    step(page, partner, "Reaktivierung prüfen", "Sie will wieder.")
    page.get_by_label("Die Bedingung ist erfüllt").check()
    save(page, "Festhalten")
    expect(page.get_by_role("alert")).to_contain_text("Ergänzen Sie zuerst die Bedingung.")
    page.goto(partner)
    page.locator("aside dl div", has_text="Bedingung").get_by_role("link", name="ergänzen").click()
    page.get_by_label("Bedingung").fill("Eine neue Regierung ist im Amt")
    page.get_by_label("Grund der Änderung").fill("Vermerk 9")
    save(page)
    step(page, partner, "Reaktivierung prüfen", "Sie will wieder.")
    page.get_by_label("Die Bedingung ist erfüllt").check()
    save(page, "Festhalten")
    expect(page.locator(".tags")).to_contain_text("Reaktivierung wird geprüft")

    step(page, partner, "Als aktiv festhalten", "Geprüft und beschlossen.")
    page.get_by_label("Beschluss").select_option(index=1)
    save(page, "Festhalten")
    expect(page.locator(".tags")).to_contain_text("aktiv")
    page.goto(idea)
    page.get_by_role("link", name="Planen", exact=True).click()
    save(page)
    expect(page.locator(".tags")).to_contain_text("geplant")
    assert axe.findings(page) == []
    assert desk.complaints == []
