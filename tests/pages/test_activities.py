# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of activities, the sheet of one, its forms, and the steps of its life in the browser."""

import re

import pytest
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.activities.models import Activity, CostItem, Involvement, ProgrammeItem, Promise
from bruecke.records.models import FormDraft
from tests.factories.activities import (
    make_activity,
    make_budget_line,
    make_cost_item,
    make_involvement,
    make_partnership,
    make_programme_item,
    make_promise,
)
from tests.factories.people import make_house, make_organisation
from tests.factories.plan import make_document, make_measure, make_place
from tests.pages.reading import links, read, statements, words
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def titles(client: Client, query: str = "") -> list[str]:
    """Titles on the list, in order."""
    page = read(client, f"/vorhaben/{query}")
    return re.findall(r'<td><a class="name" href="[^"]+">([^<]+)</a>', page)


def test_the_list_shows_what_may_be_known_newest_first() -> None:
    make_activity("Alt", when="2025")
    make_activity("Neu", when="2027")
    make_activity("Intern", when="2026", visibility="ministries")
    assert titles(Client()) == ["Neu", "Alt"]
    assert titles(browser(Role.REPORTER)) == ["Neu", "Intern", "Alt"]
    assert titles(Client(), "?sortierung=naechste") == ["Alt", "Neu"]
    assert "2 Vorhaben" in words(read(Client(), "/vorhaben/"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?art=messe", ["Messe"]),
        ("?art=messe&art=delegationsreise", ["Reise", "Messe"]),
        ("?stand=durchgefuehrt", ["Messe"]),
        ("?jahr=2026", ["Messe"]),
        ("?von=2027-05-14&bis=2027-06-01", ["Reise"]),
        ("?ort=polen", ["Reise"]),
        ("?ort=polen&art=messe", []),
        ("?partnerschaft=partner", ["Reise"]),
        ("?federfuehrung=haus", ["Reise"]),
        ("?art=kreuzfahrt&jahr=xx&von=morgen&ab=%00&sortierung=x", []),
        ("?jahr=0", []),
        ("?luecke=federfuehrung", ["Messe"]),
    ],
)
def test_filters_are_the_address(query: str, expected: list[str]) -> None:
    poland = make_place("Polen", key="polen")
    lead = make_organisation("Haus", key="haus")
    partnership = make_partnership(key="partner")
    make_activity(
        "Reise", when="12.–14. Mai 2027", places=(make_place("Breslau", parent=poland), poland), lead=lead,
        partnerships=(partnership,),
    )  # fmt: skip
    make_activity("Messe", kind="fair", when="2026", state="held", result="Gut.")
    assert titles(browser(Role.COORDINATOR), query) == expected


def test_a_gap_is_no_filter_of_the_public() -> None:
    make_activity("Ohne")
    make_activity("Mit", lead=make_organisation())
    assert len(titles(Client(), "?luecke=federfuehrung")) == 2
    assert "luecke" not in read(Client(), "/vorhaben/")


def test_pages_are_turned_by_key_and_lead_back() -> None:
    for number in range(65):
        make_activity(f"Vorhaben {number:02}", when=f"{1 + number % 28}.{1 + number // 28}.2026")
    seen: list[str] = []
    query = ""
    for _page in range(3):
        page = read(Client(), f"/vorhaben/{query}")
        seen += titles(Client(), query)
        query = links(page, "/vorhaben/").get("Weiter →", "").removeprefix("/vorhaben/")
    assert seen == [f"Vorhaben {number:02}" for number in range(64, -1, -1)]
    assert query == ""


def test_the_file_holds_what_the_list_shows_with_the_fields_of_its_kind() -> None:
    make_activity("Messe", kind="fair", when="2026", particulars={"stand_area": 40})
    make_cost_item(make_activity("Reise", particulars={"gift_value": 4_500}))
    public = b"".join(Client().get("/vorhaben/export.csv?art=messe").streaming_content).decode()  # type: ignore[attr-defined]
    assert ("Messe" in public, "Reise" in public, "40" in public, "geplant (Euro)" in public) == (
        True, False, True, False,
    )  # fmt: skip
    staff = browser(Role.COORDINATOR).get("/vorhaben/export.csv?art=delegationsreise")
    text = b"".join(staff.streaming_content).decode()  # type: ignore[attr-defined]
    assert ";1200,5;" in text
    assert "Wert der Gastgeschenke" in text


def full_activity() -> Activity:
    """A published trip with something of everything."""
    activity = make_activity(
        "Reise",
        places=(make_place("Breslau"),),
        particulars={"interpreting": "Polnisch", "topics": "Geheimes Thema"},
        internal_note="Vermerkwort",
    )
    make_involvement(activity, "participant", organisation=make_organisation("Hochschule A"), payer="selbst")
    make_involvement(activity, "declined", organisation=make_organisation("Hochschule B"), reason="kein Bezug")
    make_programme_item(activity, title="Werksbesuch")
    make_cost_item(activity, title="Zug", planned_cents=10_000)
    make_cost_item(activity, title="Hotel", planned_cents=20_050, actual_cents=19_000)
    make_promise("Ausstellung schicken", activity=activity, due_on="2026-01-01")
    return activity


def test_the_public_reads_what_is_published_and_nothing_of_the_governments_own() -> None:
    text = words(read(Client(), f"/vorhaben/{full_activity().pk}/"))
    for shown in ("12.–14. Mai 2027", "Polnisch", "Hochschule A", "Breslau", "Ausstellung schicken", "überfällig"):
        assert shown in text
    for hidden in ("Geheimes Thema", "Vermerkwort", "Hochschule B", "selbst", "Werksbesuch", "Zug", "300,50", "fehlt"):
        assert hidden not in text


def test_the_government_reads_all_of_it_with_sums_and_gaps() -> None:
    text = words(read(browser(Role.LEADERSHIP), f"/vorhaben/{full_activity().pk}/"))
    for shown in ("Geheimes Thema", "Hochschule B", "kein Bezug", "09:30 Werksbesuch", "Summe 300,50 € 190,00 €"):
        assert shown in text
    assert "nicht vermerkt, ob die Strategien des Bundes berücksichtigt sind" in text
    assert "Kein Betrag bedeutet eine Bewilligung." in text
    assert "bearbeiten" not in text


def test_what_was_invented_says_so() -> None:
    activity = make_activity(is_invented=True)
    promise = make_promise(activity=activity)
    for address in (f"/vorhaben/{activity.pk}/", f"/zusagen/{promise.pk}/", "/vorhaben/", "/zusagen/"):
        assert "erfunden" in words(read(Client(), address)), address
    assert "erfunden" not in words(read(Client(), f"/vorhaben/{make_activity().pk}/"))


def test_a_new_activity_is_entered_with_its_kind_chosen_first() -> None:
    client, place, measure = browser(Role.COORDINATOR), make_place(), make_measure()
    assert links(read(client, "/vorhaben/neu/"))["Förderprogramm"] == "/vorhaben/neu/foerderprogramm/"
    address, guideline = "/vorhaben/neu/foerderprogramm/", make_document()
    typed = opened(client, address) | {
        "title_de": "Begegnungen fördern",
        "when_in_words": "2026–2028",
        "places": [str(place.pk)],
        "measures": [str(measure.pk)],
        "particulars__guideline": str(guideline.pk),
        "particulars__yearly": "2026; 12; 8; 45.000\n2025; 10; 7; 40.000,50",
    }
    assert client.post(f"{address}entwurf/", typed).status_code == 204
    response = client.post(address, typed)
    activity = Activity.objects.get()
    assert response.headers["Location"] == f"/vorhaben/{activity.pk}/"
    assert activity.particulars == {
        "guideline": guideline.pk,
        "yearly": [[2025, 10, 7, 4_000_050], [2026, 12, 8, 4_500_000]],
    }
    assert (activity.kind, activity.state, FormDraft.objects.count()) == ("grant_programme", "planned", 0)
    text = words(read(client, f"/vorhaben/{activity.pk}/"))
    assert "2025 10 7 40.000,50 €" in text


def test_a_form_sent_as_it_was_opened_changes_nothing() -> None:
    client = browser(Role.COORDINATOR)
    activity = make_activity(
        when="2. Halbjahr 2027",
        particulars={"with_government": False, "gift_value": 120_050, "call_until": "2027-03-01"},
    )
    address = f"/vorhaben/{activity.pk}/bearbeiten/"
    assert client.post(address, opened(client, address) | {"why": "nur so"}).status_code == 302
    activity.refresh_from_db()
    assert activity.version == 1


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_typed_is_lost() -> None:
    client = browser(Role.COORDINATOR)
    address = "/vorhaben/neu/delegationsreise/"
    typed = opened(client, address) | {"title_de": "Reise", "when_in_words": "bald", "particulars__gift_value": "viel"}
    page = client.post(address, typed).content.decode()
    assert "Dieser Betrag ist nicht lesbar." in page
    page = client.post(address, typed | {"particulars__gift_value": "45"}).content.decode()
    assert "Dieser Termin ist nicht lesbar." in page
    assert 'value="bald"' in page
    assert Activity.objects.count() == 0


def test_two_editors_are_shown_both_values_of_a_field_of_the_kind() -> None:
    client, activity = browser(Role.COORDINATOR), make_activity(particulars={"interpreting": "Polnisch"})
    address = f"/vorhaben/{activity.pk}/bearbeiten/"
    first, second = opened(client, address), opened(client, address)
    client.post(address, first | {"particulars__interpreting": "Tschechisch", "why": "x"})
    response = client.post(address, second | {"particulars__interpreting": "Englisch", "why": "y"})
    assert response.status_code == 409
    text = words(response.content.decode())
    assert "Ihre Eingabe : Englisch" in text.replace("Ihre Eingabe:", "Ihre Eingabe :")
    assert "Inzwischen gespeichert: Tschechisch" in text


def test_a_dormant_partnership_refuses_the_plan_in_the_form() -> None:
    client = browser(Role.COORDINATOR)
    dormant = make_partnership("Tatarstan", state="dormant", state_since="2022-02-24")
    address = "/vorhaben/neu/delegationsreise/"
    typed = opened(client, address) | {
        "title_de": "Reise", "when_in_words": "Mai 2027", "partnerships": [str(dormant.pk)],
    }  # fmt: skip
    assert "ruht seit 24. Februar 2022" in client.post(address, typed).content.decode()
    assert client.post(address, typed | {"state": "idea"}).status_code == 302
    idea = Activity.objects.get()
    plan = f"/vorhaben/{idea.pk}/planen/"
    assert "Tatarstan" in client.post(plan, {"version": "1", "why": ""}).content.decode()


def test_an_activity_is_approved_held_and_gives_a_promise() -> None:
    client, activity = browser(Role.COORDINATOR), make_activity(when="Mai 2020")
    page = f"/vorhaben/{activity.pk}/"
    assert links(read(client, page))["Genehmigung festhalten"] == f"{page}genehmigung/"
    client.post(f"{page}genehmigung/", {"version": "1", "approval": "Staatskanzlei, 3.2.2020"})
    assert links(read(client, page))["Ergebnis festhalten"] == f"{page}ergebnis/"
    assert "Es fehlt noch das Ergebnis" in client.post(f"{page}ergebnis/", {"version": "2"}).content.decode()
    stale = client.post(f"{page}ergebnis/", {"version": "1", "result": "Gut."}).content.decode()
    assert "Inzwischen hat jemand gespeichert." in stale
    client.post(f"{page}ergebnis/", {"version": "2", "result": "Gut."})
    form = links(read(client, page))["Zusage festhalten"]
    typed = opened(client, form) | {"text": "Ausstellung schicken", "direction": "we_owe", "due_on": "2021-01-31"}
    assert client.post(form, typed).status_code == 302
    promise = Promise.objects.get()
    assert (promise.activity, promise.state) == (activity, "open")
    assert "überfällig" in words(read(client, f"/zusagen/{promise.pk}/"))
    client.post(f"/zusagen/{promise.pk}/erledigen/", {"version": "1", "state": "kept", "settled_on": "2021-01-05"})
    assert "eingelöst, 5. Januar 2021" in words(read(client, f"/zusagen/{promise.pk}/"))


def test_a_call_for_interest_goes_from_asking_to_a_reasoned_choice() -> None:
    client, activity = browser(Role.COORDINATOR), make_activity()
    one, two = make_organisation("Hochschule A", kind="university"), make_organisation("Verband B", kind="association")
    page = f"/vorhaben/{activity.pk}/"
    asked = {"version": "1", "organisations": [one.pk, two.pk], "until": "2027-03-01"}
    assert client.post(f"{page}interesse/", asked).status_code == 302
    rows = {row.organisation: row for row in Involvement.objects.all()}
    assert {row.role for row in rows.values()} == {"invited"}
    edit = f"/mitwirkungen/{rows[one].pk}/bearbeiten/"
    refused = client.post(edit, opened(client, edit) | {"role": "selected"}).content.decode()
    assert "Eine Auswahl wird begründet" in refused
    client.post(edit, opened(client, edit) | {"role": "selected", "reason": "Vorhaben vor Ort"})
    text = words(read(client, page))
    assert "ausgewählt 1" in text
    assert "Vorhaben vor Ort" in text
    assert "1. März 2027" in text
    client.post(f"{page}interesse/", {"version": "2", "organisations": [one.pk, two.pk]})
    assert Involvement.objects.count() == 2


def test_rows_are_entered_taken_out_and_put_back() -> None:
    client, activity = browser(Role.COORDINATOR), make_activity()
    page = f"/vorhaben/{activity.pk}/"
    form = f"{page}programmpunkte/neu/"
    outside = client.post(form, {"version": "0", "day": "2027-06-01", "title": "Zu spät"}).content.decode()
    assert "außerhalb des Vorhabens" in outside
    client.post(form, {"version": "0", "day": "2027-05-13", "at": "9.30", "title": "Gespräch"})
    client.post(f"{page}kostenposten/neu/", {"version": "0", "title": "Zug", "planned_cents": "1.200,50"})
    assert (str(ProgrammeItem.objects.get().at), CostItem.objects.get().planned_cents) == ("09:30:00", 120_050)
    item = ProgrammeItem.objects.get()
    edit = f"/programmpunkte/{item.pk}/bearbeiten/"
    assert client.post(edit, opened(client, edit) | {"venue": "Rathaus"}).status_code == 302
    client.post(f"/programmpunkte/{item.pk}/entfernen/", {"version": "2"})
    assert "Gespräch" not in words(read(client, page))
    client.post(f"/programmpunkte/{item.pk}/entfernen/", {"version": "3", "zurueck": "1"})
    assert "09:30 Gespräch" in words(read(client, page))


def test_a_house_finds_the_way_to_what_it_leads_only() -> None:
    house = make_house()
    own = make_activity(lead=make_organisation(house=house))
    client = browser(Role.FOCAL_POINT, house=house)
    assert "Angaben bearbeiten" in words(read(client, f"/vorhaben/{own.pk}/"))
    other = make_activity()
    assert "Angaben bearbeiten" not in words(read(client, f"/vorhaben/{other.pk}/"))
    assert client.get(f"/vorhaben/{other.pk}/bearbeiten/").status_code == 403
    assert Client().get(f"/vorhaben/{make_activity(visibility='ministries').pk}/").status_code == 404


def test_pages_take_the_same_few_statements_whatever_there_is() -> None:
    client, activity = browser(Role.COORDINATOR), full_activity()
    pages = ["/vorhaben/", f"/vorhaben/{activity.pk}/", "/zusagen/", f"/vorhaben/{activity.pk}/bearbeiten/"]
    few = [statements(client, page) for page in pages]
    for n in range(30):
        make_involvement(activity, "participant")
        make_cost_item(activity)
        make_programme_item(activity)
        make_promise(activity=activity)
        make_activity(f"Weiteres {n}", places=(make_place(),), partnerships=(make_partnership(),))
    assert [statements(client, page) for page in pages] == few
    assert max(few) <= 15, few


def test_a_trip_leads_to_its_folder_for_its_day() -> None:
    client, partner = browser(Role.COORDINATOR), make_partnership("Partnerland")
    trip = make_activity("Reise", when="12.–14. Mai 2027", partnerships=(partner,))
    address = links(read(client, f"/vorhaben/{trip.pk}/"))["Briefingmappe drucken: Partnerland"].replace("&amp;", "&")
    form = read(client, address)
    assert 'value="2027-05-12"' in form
    assert f'<option value="{trip.pk}" selected>' in form
    assert "Texte für Mappen: Partnerland" in links(read(client, f"/vorhaben/{trip.pk}/"))
    event = make_activity("Fest", kind="other_event", when="Mai 2027", places=(make_place("Prag"),))
    shown = links(read(client, f"/vorhaben/{event.pk}/"))["Briefingmappe drucken: Prag"]
    assert "reise=" not in shown
    assert "Briefingmappe" not in read(Client(), f"/vorhaben/{trip.pk}/")


def test_who_was_taken_out_and_entered_anew_is_not_put_back_a_second_time() -> None:
    client, activity, guest = browser(Role.COORDINATOR), make_activity(), make_organisation(kind="university")
    row = make_involvement(activity, "participant", organisation=guest)
    client.post(f"/mitwirkungen/{row.pk}/entfernen/", {"version": "1"})
    make_involvement(activity, "participant", organisation=guest)
    answer = client.post(f"/mitwirkungen/{row.pk}/entfernen/", {"version": "2", "zurueck": "1"}, follow=True)
    assert "Das ist schon eingetragen." in words(answer.content.decode())
    assert activity.involvements.standing().count() == 1


def test_a_budget_line_that_somebody_may_not_know_of_is_not_named_at_its_costs() -> None:
    own, other = make_house(), make_house()
    line = make_budget_line(title="999 77", visibility="named")
    line.named_houses.add(own)
    activity = make_activity()
    make_cost_item(activity, budget_line=line)
    page = f"/vorhaben/{activity.pk}/"
    assert "999 77" in words(read(browser(Role.FOCAL_POINT, house=own), page))
    text = words(read(browser(Role.FOCAL_POINT, house=other), page))
    assert ("999 77" in text, "nicht für Sie sichtbar" in text) == (False, True)


def test_the_history_tells_states_in_words() -> None:
    client, activity = browser(Role.COORDINATOR), make_activity(when="12. Mai 2021")
    client.post(f"/vorhaben/{activity.pk}/ergebnis/", {"version": "1", "result": "Gut."})
    promise = make_promise(activity=activity, due_on="2021-12-31")
    settled = {"version": "1", "state": "kept", "settled_on": "2021-11-30"}
    client.post(f"/zusagen/{promise.pk}/erledigen/", settled)
    told = read(client, f"/vorhaben/{activity.pk}/") + read(client, f"/zusagen/{promise.pk}/")
    assert "Stand:" in words(told)
    assert "Erledigt am:" in words(told)
    assert "30. November 2021" in words(told)
    assert [code for code in ("planned", "held", "kept", "settled_on", "state:") if code in words(told)] == []


def test_a_call_that_goes_on_offers_who_was_not_asked_and_knows_its_day() -> None:
    activity = make_activity(particulars={"call_until": "2027-03-01"})
    make_involvement(activity, "invited", organisation=make_organisation("Hochschule A"))
    make_organisation("Verband B")
    page = read(browser(Role.COORDINATOR), f"/vorhaben/{activity.pk}/interesse/")
    assert ("Verband B" in words(page), "Hochschule A" in words(page)) == (True, False)
    assert 'value="2027-03-01"' in page
    assert "Wer gefragt wird (freiwillig)" not in words(page)


def test_what_a_trip_knows_is_not_asked_again() -> None:
    client, house, partner = browser(Role.COORDINATOR), make_organisation("Haus"), make_partnership("Partnerland")
    house.kind = "ministry"
    house.save()
    trip = make_activity(when="12.–14. Mai 2027", lead=house, partnerships=(partner,))
    shown = {text: href.replace("&amp;", "&") for text, href in links(read(client, f"/vorhaben/{trip.pk}/")).items()}
    assert 'value="2027-05-12"' in read(client, shown["Programmpunkt eintragen"])
    promise = read(client, shown["Zusage festhalten"])
    assert f'<option value="{partner.pk}" selected>' in promise
    assert f'<option value="{house.pk}" selected>' in promise
    trip.partnerships.add(make_partnership())
    asked = links(read(client, f"/vorhaben/{trip.pk}/"))["Zusage festhalten"]
    assert "partnership_id" not in asked
