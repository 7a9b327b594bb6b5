# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly plan with last year as a start; budget periods and lines."""

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.activities.models import Activity, PlanApproval
from bruecke.strategy.models import BudgetLine, BudgetPeriod
from tests.factories.activities import (
    make_activity,
    make_budget_line,
    make_budget_period,
    make_cost_item,
    make_partnership,
)
from tests.factories.bodies import make_decision
from tests.factories.people import make_house, make_organisation
from tests.factories.plan import make_place
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def test_the_plan_shows_trips_fairs_and_events_of_the_year_house_by_house() -> None:
    one, two = make_organisation("Haus Eins"), make_organisation("Haus Zwei")
    trip = make_activity("Reise", when="Mai 2027", lead=one)
    make_cost_item(trip, planned_cents=10_000)
    make_activity("Hannover", kind="fair", when="2027", lead=two)
    make_activity("Projekt", kind="project", when="2027", lead=one)
    make_activity("Vorjahr", when="2026", lead=one)
    make_activity("Intern", when="2027", lead=one, visibility="ministries")
    text = words(read(Client(), "/vorhaben/jahresplan/?jahr=2027"))
    for shown in ("Reise", "Hannover"):
        assert shown in text
    for hidden in ("Projekt", "Vorjahr", "Intern", "100,00 €"):
        assert hidden not in text
    text = words(read(browser(Role.LEADERSHIP), f"/vorhaben/jahresplan/?jahr=2027&haus={one.pk}"))
    assert "Hannover" not in text
    assert "Summe 100,00 €" in text


def test_last_year_is_a_start_of_ideas_and_is_taken_over_once() -> None:
    house = make_house()
    lead, place, partner = make_organisation(house=house), make_place(), make_partnership(state="dormant")
    made = {"lead": lead, "places": (place,), "partnerships": (partner,)}
    make_activity("Messe 2026", kind="fair", when="12.–14. Mai 2026", state="held", result="Gut.", **made)  # type: ignore[arg-type]
    make_activity("Abgesagt", when="2026", state="cancelled", lead=lead)
    make_activity("Fremd", when="2026", lead=make_organisation())
    make_activity("Nur Referat", when="2026", lead=lead, visibility="unit", owner=house)
    client = browser(Role.FOCAL_POINT, house=house)
    address = "/vorhaben/jahresplan/uebernehmen/"
    assert client.post(address, {"lead_id": lead.pk, "year": "2027"}).status_code == 302
    fair, unit = Activity.objects.filter(starts__startswith="2027").order_by("title_de")
    assert (fair.title, fair.state, fair.starts, fair.result) == ("Messe 2027", "idea", "2027-05", "")
    assert (list(fair.places.all()), list(fair.partnerships.all())) == ([place], [partner])
    assert (fair.visibility, unit.visibility, unit.owner) == ("ministries", "unit", house)
    again = client.post(address, {"lead_id": lead.pk, "year": "2027"}).content.decode()
    assert "steht nichts, was hier noch fehlt" in again


def test_a_house_begins_the_plan_of_no_other() -> None:
    other = make_organisation(house=make_house())
    make_activity(when="2026", lead=other)
    client = browser(Role.FOCAL_POINT, house=make_house())
    response = client.post("/vorhaben/jahresplan/uebernehmen/", {"lead_id": other.pk, "year": "2027"})
    assert "Federführung Ihres Hauses" in response.content.decode()
    assert Activity.objects.count() == 1


def test_periods_and_lines_are_entered_and_show_what_is_planned_on_them() -> None:
    client = browser(Role.COORDINATOR)
    period = opened(client, "/haushaltszeitraeume/neu/") | {"name": "2027/2028", "first_year": "2027"}
    assert (
        "Das Ende liegt vor dem Anfang"
        in client.post("/haushaltszeitraeume/neu/", period | {"last_year": "2026"}).content.decode()
    )
    assert client.post("/haushaltszeitraeume/neu/", period | {"last_year": "2028"}).status_code == 302
    address = f"/haushaltszeitraeume/{BudgetPeriod.objects.get().pk}/haushaltsstellen/neu/"
    line = opened(client, address) | {"section": "02", "chapter": "0201", "title": "547 01", "purpose": "Reisen"}
    assert client.post(address, line).status_code == 302
    assert "gibt es in dem Zeitraum schon" in client.post(address, line).content.decode()
    make_cost_item(make_activity(), planned_cents=10_000, budget_line=BudgetLine.objects.get())
    assert "02/0201/547 01 bearbeiten 02/0201/547 01 Reisen 100,00 € –" in words(read(client, "/haushalt/"))
    assert "547 01" not in words(read(Client(), "/haushalt/"))


def test_a_plan_is_approved_as_a_whole_and_later_changes_are_told() -> None:
    client, lead, decision = browser(Role.COORDINATOR), make_organisation("Haus Eins"), make_decision(title="Reiseplan")
    stays, moves, goes = (make_activity(title, when="Mai 2027", lead=lead) for title in ("Bleibt", "Rückt", "Fällt"))
    make_activity("Nur ein Vorschlag", when="2027", lead=lead, state="idea")
    page = f"/vorhaben/jahresplan/?jahr=2027&haus={lead.pk}"
    assert "noch keine festgehalten" in words(read(client, page))
    address = links(read(client, page))["Genehmigung festhalten"]
    typed = opened(client, address) | {"approved_on": "2.1.2026"}
    assert (typed["lead_id"], typed["year"]) == (str(lead.pk), "2027")
    assert "oder der Beschluss" in words(client.post("/planfreigaben/neu/", typed).content.decode())
    assert client.post("/planfreigaben/neu/", typed | {"decision_id": decision.pk}).status_code == 302
    assert PlanApproval.objects.get().contents == [[row.pk, "2027-05", ""] for row in (stays, moves, goes)]
    assert "Seither unverändert" in words(read(client, page))
    Activity.objects.filter(pk=moves.pk).update(starts="2027-06")
    Activity.objects.filter(pk=goes.pk).update(state="cancelled")
    make_activity("Kommt", when="2027", lead=lead)
    text = words(read(client, page))
    assert "genehmigt am 2. Januar 2026" in text
    assert "Seither geändert: Kommt (neu) Rückt (anderer Termin) Fällt (nicht mehr im Plan)" in text
    assert "Reiseplan" in text
    assert "Genehmigung" not in words(read(Client(), page))


def test_a_house_approves_its_own_plan_only_and_no_empty_one() -> None:
    house = make_house()
    own, other = make_organisation(house=house), make_organisation(house=make_house())
    make_activity(when="2027", lead=other)
    client = browser(Role.FOCAL_POINT, house=house)
    typed = opened(client, "/planfreigaben/neu/") | {"year": "2027", "approved_on": "2.1.2026", "approved_by": "Wir"}
    said = words(client.post("/planfreigaben/neu/", typed | {"lead_id": other.pk}).content.decode())
    assert "Ihres eigenen Hauses" in said
    said = words(client.post("/planfreigaben/neu/", typed | {"lead_id": own.pk}).content.decode())
    assert "steht noch nichts" in said
    assert browser(Role.REPORTER, house=house).get("/planfreigaben/neu/").status_code == 403


def test_pages_take_the_same_few_statements_whatever_there_is() -> None:
    client = browser(Role.COORDINATOR)
    make_activity(when="2027")
    make_budget_line()
    pages = ["/vorhaben/jahresplan/?jahr=2027", "/haushalt/"]
    few = [statements(client, page) for page in pages]
    for _n in range(20):
        make_cost_item(make_activity(when="2027", places=(make_place(),)), budget_line=make_budget_line())
        make_budget_period()
    assert [statements(client, page) for page in pages] == few
    assert max(few) <= 15
