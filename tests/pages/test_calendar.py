# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar, on the page and for calendar programs."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from bruecke.accounts.principal import Role
from bruecke.activities.models import Activity, CalendarFeed
from bruecke.activities.queries.feeds import MOST
from tests.factories.activities import make_activity, make_agreement, make_partnership, make_promise
from tests.factories.plan import make_place
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser

pytestmark = pytest.mark.django_db


def test_a_month_shows_days_and_what_is_only_roughly_known() -> None:
    make_activity("Reise nach Breslau", when="12.–14. Mai 2027")
    make_activity("Messe", kind="fair", when="2. Quartal 2027")
    make_activity("Später", when="Juni 2027")
    make_activity("Fällt aus", when="Mai 2027", state="cancelled")
    make_activity("Intern", when="Mai 2027", visibility="ministries")
    text = words(read(Client(), "/vorhaben/kalender/?monat=2027-05"))
    assert text.count("Reise nach Breslau") == 4
    assert text.count("Messe") == 2
    for hidden in ("Später", "Fällt aus", "Intern"):
        assert hidden not in text
    assert "Intern" in words(read(browser(Role.REPORTER), "/vorhaben/kalender/?monat=2027-05"))


@pytest.mark.parametrize("month", ["", "2027-13", "0001-01", "9999-12", "x"])
def test_an_address_that_names_no_month_shows_this_one(month: str) -> None:
    assert str(timezone.localdate().year) in words(read(Client(), f"/vorhaben/kalender/?monat={month}"))


def test_months_lead_on_and_back() -> None:
    found = links(read(Client(), "/vorhaben/kalender/?monat=2027-01"), "/vorhaben/kalender/")
    assert found["← Voriger Monat"] == "/vorhaben/kalender/?monat=2026-12"
    assert found["Nächster Monat →"] == "/vorhaben/kalender/?monat=2027-02"


def test_the_government_is_told_of_collisions_anniversaries_and_terms() -> None:
    partner = make_partnership("Niederschlesien")
    make_activity("Reise", when="12.–14. Mai 2027", partnerships=(partner,))
    make_activity("Besuch", kind="official_visit", when="16. Mai 2027", partnerships=(partner,))
    make_activity("Nächste Woche", when="17. Mai 2027", partnerships=(partner,))
    make_agreement(partner, title="Erklärung", signed_on="2007-05-14")
    make_agreement(partner, title="Anderer Monat", signed_on="2007-06-14")
    make_agreement(partner, title="Vertrag", signed_on="2023", ends_on="2027-12-31")
    make_agreement(make_partnership(state="dormant"), title="Ruhend", signed_on="2007-05-14")
    text = words(read(browser(Role.COORDINATOR), "/vorhaben/kalender/?monat=2027-05"))
    assert "Gleicher Partner, gleiche Woche Niederschlesien Woche ab 10. Mai 2027 Reise Besuch" in text
    assert "20 Jahre: Erklärung" in text
    assert "Vertrag · 31. Dezember 2027" in text
    assert "Anderer Monat" not in text
    assert "Ruhend" not in text
    assert "Jahrestage" not in words(read(Client(), "/vorhaben/kalender/?monat=2027-05"))


def test_a_trip_to_a_country_with_open_promises_is_an_opportunity() -> None:
    czechia = make_place("Tschechien")
    region, prague = make_place("Ústí", parent=czechia), make_place("Prag", parent=czechia)
    partner = make_partnership(place=region)
    soon = (timezone.localdate() + timedelta(days=30)).isoformat()
    trip = make_activity("Delegation in Prag", when=soon, places=(prague,))
    for text in ("Radweg", "Austausch"):
        make_promise(text, partnership=partner)
    make_promise("Aus der Reise selbst", partnership=partner, activity=trip)
    make_promise("Schon eingelöst", partnership=partner, state="kept", settled_on="2026-01-01")
    make_promise("Woanders", partnership=make_partnership())
    text = words(read(browser(Role.COORDINATOR), "/vorhaben/kalender/"))
    assert "in Tschechien sind 2 Zusagen offen Radweg Austausch" in text
    for hidden in ("Aus der Reise selbst", "Schon eingelöst", "Woanders"):
        assert hidden not in text


def test_what_goes_on_for_years_collides_in_the_weeks_of_the_month_alone() -> None:
    partner = make_partnership("Niederschlesien")
    for title, when in (("Projekt", "1.1.2020 bis 31.12.9999"), ("Austausch", "1.1.2024 bis 31.12.2030")):
        make_activity(title, when=when, kind="project", partnerships=(partner,))
    text = words(read(browser(Role.COORDINATOR), "/vorhaben/kalender/?monat=2027-05"))
    assert (text.count("Woche ab"), "Woche ab 26. April 2027" in text, "Woche ab 31. Mai 2027" in text) == (
        6,
        True,
        True,
    )


def events(client: Client, address: str) -> dict[str, tuple[date, date]]:
    """First day and day after the last, by title, as a calendar program reads them."""
    response = client.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    found = Calendar.from_ical(response.content)
    return {str(event["SUMMARY"]): (event["DTSTART"].dt, event["DTEND"].dt) for event in found.walk("VEVENT")}


def test_calendar_programs_read_published_activities() -> None:
    make_activity("Reise; mit, Komma", when="12.–14. Mai 2999")
    make_activity("Ungefähr", when="Mai 2999", is_invented=True)
    make_activity("Intern", when="Mai 2999", visibility="ministries")
    make_activity("Vorschlag", when="Mai 2999", state="idea")
    assert events(Client(), "/vorhaben/kalender.ics") == {
        "Reise; mit, Komma": (date(2999, 5, 12), date(2999, 5, 15)),
        "Ungefähr (erfunden)": (date(2999, 5, 1), date(2999, 6, 1)),
    }


def test_a_secret_address_shows_what_its_owner_may_see_until_it_is_revoked() -> None:
    make_activity("Intern", when="Mai 2999", visibility="ministries")
    client = browser(Role.REPORTER)
    made = client.post("/vorhaben/kalender/abonnieren/").content.decode()
    address = made[made.index("/vorhaben/kalender/", made.index("<code>")) : made.index("</code>")]
    assert list(events(Client(), address)) == ["Intern"]
    secret = address.removeprefix("/vorhaben/kalender/").removesuffix(".ics")
    assert secret not in str(CalendarFeed.objects.values())
    assert secret not in read(client, "/vorhaben/kalender/abonnieren/")
    assert Client().get(address).headers["Cache-Control"] == "private, no-store"
    assert client.post("/vorhaben/kalender/abonnieren/beenden/").status_code == 302
    assert Client().get(address).status_code == 404


def test_a_new_secret_address_ends_the_old_one_and_a_closed_account_both() -> None:
    client = browser(Role.REPORTER)
    client.post("/vorhaben/kalender/abonnieren/")
    client.post("/vorhaben/kalender/abonnieren/")
    assert CalendarFeed.objects.filter(revoked_at__isnull=True).count() == 1
    assert Client().post("/vorhaben/kalender/abonnieren/").status_code == 302
    assert CalendarFeed.objects.count() == 2


def test_the_calendar_takes_the_same_few_statements_whatever_there_is() -> None:
    client = browser(Role.COORDINATOR)
    place = make_place()
    soon = (timezone.localdate() + timedelta(days=3)).isoformat()

    def more() -> None:
        partner = make_partnership(place=place)
        make_activity(when=soon, places=(place,), partnerships=(partner,))
        make_promise(partnership=partner)
        make_agreement(partner)

    more()
    few = statements(client, "/vorhaben/kalender/")
    for _n in range(20):
        more()
    assert statements(client, "/vorhaben/kalender/") == few <= 15


def test_the_last_day_of_the_calendar_is_told_like_any_other() -> None:
    make_activity("Irgendwann", when="31. Dezember 9999")
    found = Calendar.from_ical(Client().get("/vorhaben/kalender.ics").content).walk("VEVENT")
    assert [(str(event["SUMMARY"]), event["DTSTART"].dt) for event in found] == [("Irgendwann", date.max)]


def test_where_there_is_too_much_the_oldest_is_left_out_of_the_feed() -> None:
    day = timezone.localdate() - timedelta(days=90)
    Activity.objects.bulk_create(
        Activity(
            kind="official_visit",
            title=f"Besuch {n}",
            state="held",
            starts=day.isoformat(),
            starts_from=day,
            ends_by=day,
            visibility="published",
        )
        for n in range(MOST)
    )
    make_activity("Kommt noch", when="12.–14. Mai 2027")
    told = events(Client(), "/vorhaben/kalender.ics")
    assert (len(told), "Kommt noch" in told) == (MOST, True)
