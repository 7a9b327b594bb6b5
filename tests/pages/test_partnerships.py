# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register, the sheet, the acts and the offices as somebody reads and uses them."""

import csv
import gzip
import io

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bruecke.accounts.principal import Role
from bruecke.library.models import Citation, Passage
from bruecke.pages.partnership_map import ground_href
from bruecke.pages.partnership_words import counts_in_words
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership, StateChange
from bruecke.strategy.models import MeasurePlace
from tests.factories.activities import make_activity, make_promise
from tests.factories.partnerships import make_agreement, make_decision, make_office, make_partnership
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_edition, make_goal, make_measure, make_place, make_text
from tests.pages.reading import links, read, statements, words

pytestmark = pytest.mark.django_db


def located(name: str, **fields: object) -> Partnership:
    """One with a spot on the map."""
    return make_partnership(name, place=make_place(name, kind="region", latitude=50.0, longitude=15.0), **fields)


def rows(page: str) -> list[str]:
    """Names in the list."""
    return [
        text for text, href in links(page).items() if href.startswith("/partner/") and href.rstrip("/")[-1].isdigit()
    ]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, ""),
        ({"active": 1}, "1 Partnerschaft ist aktiv"),
        ({"active": 10, "dormant": 3, "examined": 5}, "10 Partnerschaften sind aktiv, 3 ruhen, 5 werden geprüft"),
        ({"dormant": 1, "examined": 1}, "1 ruht, 1 wird geprüft"),
        ({"reactivation": 2}, "bei 2 wird die Reaktivierung geprüft"),
        ({"ended": 4, "rejected": 2}, ""),
    ],
)
def test_counts_are_said_as_they_are(counts: dict[str, int], said: str) -> None:
    assert counts_in_words(counts) == said


def test_empty_register_says_how_something_gets_there(client: Client, coordinator_client: Client) -> None:
    assert "Noch nichts erfasst" in words(read(client, "/partner/"))
    assert "Partnerschaft anlegen" not in words(read(client, "/partner/"))
    assert links(read(coordinator_client, "/partner/"))["Partnerschaft anlegen"] == "/partner/neu/"


def test_candidates_stand_in_a_list_of_their_own_that_says_so(client: Client) -> None:
    make_partnership("Partnerland")
    make_partnership("Kandidatenland", state="examined")
    page = read(client, "/partner/")
    assert rows(page) == ["Partnerland"]
    assert "1 Partnerschaft" in words(page)
    candidates = read(client, links(page, "/partner/")["Kandidaten 1"])
    assert rows(candidates) == ["Kandidatenland"]
    assert "Kandidaten sind keine Partner" in words(candidates)
    assert "1 Kandidat " in words(candidates)


def test_filters_stand_in_the_address_and_are_taken_away_one_by_one(client: Client) -> None:
    make_partnership("Region")
    make_partnership("Stadt", kind="municipal")
    page = read(client, "/partner/?art=stadt&luecke=grundlage")
    assert rows(page) == ["Stadt"]
    without = links(page, "/partner/")
    assert without["Art: Städtepartnerschaft ✕ Filter entfernen"] == "/partner/?luecke=grundlage"
    assert rows(read(client, without["Art: Städtepartnerschaft ✕ Filter entfernen"])) == ["Region", "Stadt"]
    assert "Nichts passt dazu" in words(read(client, "/partner/?art=schule"))


def test_map_tells_states_by_shape_and_word_and_names_what_it_cannot_place(client: Client) -> None:
    located("Aktivland")
    located("Ruheland", state="dormant", state_since="2022-02-24")
    make_partnership("eine Region (nicht benannt)", place=make_place(kind="region", is_unnamed=True))
    page = read(client, "/partner/")
    assert 'class="mark disc"' in page
    assert 'class="mark ring"' in page
    said = words(page[page.index("<figcaption") : page.index("</figcaption>")])
    assert said.startswith("aktiv ruht Nicht benannt und darum nicht verortet: eine Region (nicht benannt).")
    assert page.count('class="mark') == 2 + 2
    assert ground_href() in page
    assert "<style" not in page


def test_ground_of_the_map_is_kept_for_good_and_compressed(client: Client) -> None:
    packed = client.get(ground_href(), headers={"Accept-Encoding": "gzip"})
    plain = client.get(ground_href())
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) <= 70_000
    assert "immutable" in plain.headers["Cache-Control"]
    assert "immutable" not in client.get("/karte/alt.svg").headers["Cache-Control"]
    assert plain.headers["Content-Type"] == "image/svg+xml"


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_file_holds_what_the_list_shows(client: Client, ending: str) -> None:
    make_partnership("=Region", basis="joint_declaration", since="1999")
    make_partnership("Stadt", kind="municipal")
    response = client.get(f"/partner/export.{ending}?art=regional")
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    assert f"partnerschaften-{timezone.localdate()}.{ending}" in response.headers["Content-Disposition"]
    if ending == "csv":
        table = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        text = "\n".join(";".join(row) for row in table)
        assert "Regionalpartnerschaft;aktiv;1999" in text
        assert "Stadt" not in text


def test_sheet_says_how_it_stands_what_it_rests_on_and_where_that_is_written(client: Client) -> None:
    edition = make_edition(text=make_text(*["Eine Zeile"] * 80))
    country = make_place("Polen", kind="country")
    place = make_place("Niederschlesien", kind="region", parent=country)
    made = make_partnership("Niederschlesien", place=place, is_neighbour=True, basis="joint_declaration", since="1999")
    made.goals.add(make_goal(edition, "Nachbarn"))
    make_agreement(made, "Gemeinsame Erklärung über Wasser", signed_on="1999-09-17", ends_on="2030")
    make_office("Büro Breslau", place=make_place("Breslau", kind="city", parent=place), since="2012")
    MeasurePlace.objects.create(measure=make_measure(edition, "Brücken bauen"), place=place, source="wording")
    passage = Passage.objects.create(text=edition.text, first_line=70, last_line=71, wording="Seit 1999", raw="x")
    Citation.objects.create(passage=passage, record_type="partnership", record_id=made.pk)
    page = read(client, f"/partner/{made.pk}/")
    said = words(page)
    for sentence in (
        "aktiv seit 1999 Regionalpartnerschaft, Nachbar",
        "Grundlage Gemeinsame Erklärung",
        "Partnerschaft seit 1999",
        "Gemeinsame Erklärung über Wasser unterzeichnet 17. September 1999 · läuft bis 2030",
        "Verbindungsbüro (Staatsregierung) Büro Breslau , seit 2012",
        "„Seit 1999“ Fassung 1, Zeilen 70–71",
        "Z1 Nachbarn",
    ):
        assert sentence in said
    shown = links(page)
    assert shown["Polen"] == f"/partner/?land={country.key}"
    assert shown["I.1 Brücken bauen"] == f"/massnahmen/{edition.measures.get().pk}/"
    assert "Bearbeiten" not in shown
    for href in shown.values():
        read(client, href)


def test_gaps_are_shown_with_a_way_to_fill_them(client: Client, coordinator_client: Client) -> None:
    address = f"/partner/{make_partnership().pk}/"
    assert words(read(client, address)).count("nicht belegt") == 2
    assert "ergänzen" not in words(read(client, address))
    page = read(coordinator_client, address)
    assert links(page)["zuordnen"] == f"{address}bearbeiten/"
    assert "Noch keiner erfasst." in words(page)
    assert "Erklärungen und Verträge" not in words(read(client, address))


def test_sensitive_points_are_for_the_government(client: Client, coordinator_client: Client) -> None:
    made = make_partnership(sensitive="Grenzstreit", sectoral_answer="Breite", internal_note="Vermerk")
    address = f"/partner/{made.pk}/"
    for secret in ("Grenzstreit", "Breite", "Vermerk", "Verlauf"):
        assert secret not in words(read(client, address))
    assert "Heikle Punkte (nur Regierung) Grenzstreit" in words(read(coordinator_client, address))


def test_internal_partnership_is_not_found_by_the_public(client: Client, coordinator_client: Client) -> None:
    address = f"/partner/{make_partnership(visibility='ministries').pk}/"
    assert client.get(address).status_code == 404
    assert coordinator_client.get(address).status_code == 200
    assert client.get("/partner/999999/").status_code == 404


def test_dormant_partnership_says_how_to_go_on_and_what_stood_when(client: Client, coordinator_client: Client) -> None:
    made = make_partnership("Ruheland", state="dormant", state_since="2022-02-24", precondition="Die Lage lässt es zu")
    StateChange.objects.create(partnership=made, to_state="active", effective_on="", reason="Seit jeher")
    StateChange.objects.create(
        partnership=made, to_state="ended", effective_on="2021", taken_back_at=timezone.now(), taken_back_why="Irrtum"
    )
    page = words(read(coordinator_client, f"/partner/{made.pk}/"))
    assert "Neues lässt sich nicht planen, bis die Bedingung erfüllt" in page
    assert "24. Februar 2022 ruht" in page
    assert "Tag nicht bekannt aktiv" in page
    assert "beendet zurückgenommen: Irrtum" in page
    public = words(read(client, f"/partner/{made.pk}/"))
    assert "Tag nicht bekannt aktiv Seit jeher" in public
    assert "Irrtum" not in public


def test_acts_open_to_a_partnership_are_offered_to_the_coordinator_only(
    client: Client, coordinator_client: Client
) -> None:
    made = make_partnership()
    shown = links(read(coordinator_client, f"/partner/{made.pk}/"))
    assert shown["Ruhen lassen"] == f"/partner/{made.pk}/schritt/ruhen/"
    assert "Reaktivierung prüfen" not in shown
    assert "Ruhen lassen" not in links(read(client, f"/partner/{made.pk}/"))


def test_suspending_says_before_what_it_blocks_and_is_done(coordinator_client: Client) -> None:
    made = make_partnership("Hinterland")
    address = f"/partner/{made.pk}/schritt/ruhen/"
    page = words(read(coordinator_client, address))
    assert "keine neuen Vorhaben auf sie planen" in page
    assert "Warum genügt keine sektorale Zusammenarbeit?" not in page
    form = {"version": 1, "on": "24.2.2022", "reason": "Krieg", "decision_id": ""}
    response = coordinator_client.post(address, form, follow=True)
    assert "ruht seit 24. Februar 2022" in words(response.content.decode())
    assert Partnership.objects.get().state == "dormant"


def test_what_is_missing_is_said_and_what_was_typed_stays(coordinator_client: Client) -> None:
    made = make_partnership(state="proposed", state_since="2025")
    address = f"/partner/{made.pk}/schritt/pruefen/"
    page = coordinator_client.post(address, {"version": 1, "on": "2026", "reason": "Nach dem Besuch"}).content.decode()
    assert "warum eine sektorale Zusammenarbeit nicht genügt" in words(page)
    assert "Nach dem Besuch" in page
    assert Partnership.objects.get().state == "proposed"


def test_ending_offers_the_decisions_one_may_know_of(coordinator_client: Client) -> None:
    made, decision = make_partnership(), make_decision("Ende der Partnerschaft")
    make_decision("Geheimbeschluss", visibility="unit", owner=make_house())
    address = f"/partner/{made.pk}/schritt/beenden/"
    page = read(coordinator_client, address)
    assert "Ende der Partnerschaft" in page
    assert "Geheimbeschluss" not in page
    coordinator_client.post(address, {"version": 1, "on": "2026", "reason": "x", "decision_id": decision.pk})
    assert Partnership.objects.get().state == "ended"


def test_the_second_of_two_editors_is_told_and_loses_nothing(coordinator_client: Client) -> None:
    made = make_partnership()
    Partnership.objects.filter(pk=made.pk).update(version=5)
    form = {"version": 1, "on": "2022", "reason": "Mein Grund"}
    page = coordinator_client.post(f"/partner/{made.pk}/schritt/ruhen/", form).content.decode()
    assert "Inzwischen hat jemand die Partnerschaft geändert" in page
    assert "Mein Grund" in page
    assert 'name="version" value="5"' in page


def test_what_is_still_to_come_shows_to_the_government_alone(coordinator_client: Client) -> None:
    made = make_partnership()
    StateChange.objects.create(partnership=made, to_state="dormant", effective_on="2999-05-01", reason="Noch geheim")
    assert "Noch geheim" in words(read(coordinator_client, f"/partner/{made.pk}/"))
    text = words(read(Client(), f"/partner/{made.pk}/"))
    assert ("Noch geheim" in text, "2999" in text) == (False, False)


def test_a_change_is_taken_back_with_a_reason(coordinator_client: Client) -> None:
    made = make_partnership(state="dormant", state_since="2022")
    StateChange.objects.create(partnership=made, to_state="active", effective_on="1999")
    change = made.changes.get(to_state="dormant")
    address = f"/partner/{made.pk}/standaenderungen/{change.pk}/zuruecknehmen/"
    coordinator_client.post(address, {"version": 1, "why": ""})
    assert Partnership.objects.get().state == "dormant"
    coordinator_client.post(address, {"version": 1, "why": "Irrtum"})
    assert (Partnership.objects.get().state, Partnership.objects.get().state_since) == ("active", "1999")


def test_unknown_acts_and_changes_are_not_found(coordinator_client: Client) -> None:
    made, other = make_partnership(), make_partnership()
    assert coordinator_client.get(f"/partner/{made.pk}/schritt/fliegen/").status_code == 404
    address = f"/partner/{made.pk}/standaenderungen/{other.changes.get().pk}/zuruecknehmen/"
    assert coordinator_client.get(address).status_code == 404


def test_partnership_is_entered_and_edited_by_its_forms(coordinator_client: Client) -> None:
    place = make_place()
    form = {
        "version": 0,
        "name_de": "Neuland",
        "kind": "sectoral",
        "place_id": place.pk,
        "begins_as": "active",
        "begins_on": "5.2019",
        "basis": "unknown",
        "visibility": "published",
    }
    page = coordinator_client.post("/partner/neu/", form, follow=True).content.decode()
    assert "aktiv seit Mai 2019" in words(page)
    made = Partnership.objects.get()
    edit = {name: value for name, value in form.items() if not name.startswith("begins")}
    edit |= {"version": 1, "summary": "Läuft.", "why": "Stand nachgetragen"}
    page = coordinator_client.post(f"/partner/{made.pk}/bearbeiten/", edit, follow=True).content.decode()
    assert "Stand in Worten Läuft." in words(page)
    assert "Stand nachgetragen" in words(page)
    assert Partnership.objects.get().state == "active"


def test_long_choices_are_folded_and_empty_ones_say_so(coordinator_client: Client) -> None:
    page = words(read(coordinator_client, "/partner/neu/"))
    assert "Partnereinrichtungen auswählen" not in page
    assert "Ansprechpersonen (freiwillig) Noch nichts zur Auswahl erfasst" in page
    for n in range(13):
        make_organisation(f"Einrichtung {n}")
    assert "Partnereinrichtungen auswählen" in words(read(coordinator_client, "/partner/neu/"))


def test_history_says_moves_in_words(coordinator_client: Client) -> None:
    made = make_partnership()
    coordinator_client.post(f"/partner/{made.pk}/schritt/ruhen/", {"version": 1, "on": "2022", "reason": "Krieg"})
    page = words(read(coordinator_client, f"/partner/{made.pk}/"))
    assert "Stand geändert" in page
    assert "Stand: vorher aktiv nachher ruht" in page


def test_agreement_and_office_are_entered_by_their_forms(coordinator_client: Client) -> None:
    made = make_partnership()
    form = {"version": 0, "title": "Erklärung", "signed_on": "17.9.1999", "visibility": "published"}
    page = coordinator_client.post(f"/partner/{made.pk}/vertraege/neu/", form, follow=True).content.decode()
    assert "Erklärung bearbeiten unterzeichnet 17. September 1999" in words(page)
    assert Agreement.objects.get().partnership == made
    office = {"version": 0, "name_de": "Kontor", "operator_kind": "government", "visibility": "published"}
    page = coordinator_client.post(
        "/verbindungsbueros/neu/", office | {"partnerships": [made.pk]}, follow=True
    ).content.decode()
    assert links(page)[str(made)] == f"/partner/{made.pk}/"
    assert LiaisonOffice.objects.get().name == "Kontor"


def test_offices_of_two_operators_stand_apart(client: Client) -> None:
    make_office("Staatsbüro", since="2012", place=make_place("Prag"))
    make_office("Hochschulbüro", operator_kind="universities")
    page = words(read(client, "/verbindungsbueros/"))
    assert "Betreiber: Staatsregierung Staatsbüro Prag · seit 2012" in page
    assert "Betreiber: Hochschulen Hochschulbüro Ort nicht benannt" in page


def test_operator_one_may_not_know_of_is_not_named(client: Client, coordinator_client: Client) -> None:
    operator = make_organisation("Geheimbehörde", visibility="ministries")
    address = f"/verbindungsbueros/{make_office(operator=operator).pk}/"
    assert "nicht öffentlich" in words(read(client, address))
    assert "Geheimbehörde" in read(coordinator_client, address)


def test_house_edits_what_it_holds_but_moves_nothing(client: Client) -> None:
    house = make_house()
    made = make_partnership(holder=make_organisation(house=house))
    client.force_login(make_user(Role.REPORTER, house=house), backend="bruecke.accounts.backends.EmailBackend")
    shown = links(read(client, f"/partner/{made.pk}/"))
    assert "Bearbeiten" in shown
    assert "Ruhen lassen" not in shown
    assert client.get(f"/partner/{made.pk}/schritt/ruhen/").status_code == 403


def test_start_page_says_how_partners_stand_and_what_they_lack(client: Client) -> None:
    make_measure()
    located("Aktivland")
    located("Ruheland", state="dormant")
    located("Kandidat", state="examined")
    located("Behörde", kind="authority")
    page = read(client, "/")
    assert "1 Partnerschaft ist aktiv, 1 ruht, 1 wird geprüft" in words(page)
    assert page.count("<title>Kandidat</title>") == 1
    assert "<title>Behörde</title>" not in page
    shown = links(page)
    assert rows(read(client, shown["2 Partnerschaften ohne belegte Grundlage"])) == ["Aktivland", "Ruheland"]
    assert rows(read(client, shown["2 Partnerschaften ohne Ziel"])) == ["Aktivland", "Ruheland"]


def test_start_page_without_partners_says_nothing_of_them(client: Client) -> None:
    make_measure()
    assert "Partnerschaft" not in words(read(client, "/"))


@pytest.mark.parametrize("signed_in", [False, True])
def test_pages_take_the_same_few_statements_for_1_and_50_rows(
    client: Client, coordinator_client: Client, signed_in: bool
) -> None:
    visitor = coordinator_client if signed_in else client
    edition = make_edition()
    made = located("Region")
    make_agreement(made)
    addresses = ("/partner/", f"/partner/{made.pk}/", "/verbindungsbueros/")
    few = [statements(visitor, address) for address in addresses]
    for n in range(50):
        located(f"Region {n}")
        make_agreement(made)
        make_office(place=made.place)
        made.goals.add(make_goal(edition))
        StateChange.objects.create(partnership=made, to_state="dormant", effective_on="", taken_back_at=timezone.now())
        MeasurePlace.objects.create(measure=make_measure(edition), place=made.place, source="wording")
    assert [statements(visitor, address) for address in addresses] == few
    assert max(few) <= 15, few


def test_names_are_escaped(client: Client) -> None:
    nasty = "<script>alert(1)</script>"
    made = located(nasty, summary=nasty)
    for address in ("/partner/", reverse("partnership", args=[made.pk])):
        page = read(client, address)
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_sheet_shows_what_comes_what_was_and_what_is_owed(client: Client, coordinator_client: Client) -> None:
    made = make_partnership("Region")
    trip = make_activity("Reise", when="2999", partnerships=(made,))
    make_activity("Messe", when=str(timezone.localdate().year - 1), state="held", kind="fair", partnerships=(made,))
    make_activity("Vertraulich", when="2999", partnerships=(made,), visibility="unit")
    make_promise("Liste schicken", activity=trip, due_on="2020-01-01", direction="they_owe")
    make_promise("Längst getan", partnership=made, state="kept", settled_on="2026-01-01")
    page = words(read(client, f"/partner/{made.pk}/"))
    assert "Liste schicken fällig am 1. Januar 2020 · überfällig" in page
    assert "Als Nächstes Reise 2999 · Delegationsreise · geplant" in page
    assert "In den letzten fünf Jahren Messe" in page
    assert "Vertraulich" not in page
    assert "Längst getan" not in page
    shown = links(read(coordinator_client, f"/partner/{made.pk}/"))
    assert shown["Zusage festhalten"] == f"/zusagen/neu/?partnership_id={made.pk}"


def test_sheet_leads_to_its_papers_and_texts_for_those_who_print(client: Client, coordinator_client: Client) -> None:
    made = make_partnership("Region")
    shown = links(read(coordinator_client, f"/partner/{made.pk}/"))
    for label in ("Briefingmappe drucken", "Partnerblatt drucken", "Texte für Mappen"):
        assert coordinator_client.get(shown[label].replace("&amp;", "&")).status_code == 200
    assert "Briefingmappe drucken" not in links(read(client, f"/partner/{made.pk}/"))


def test_partners_without_activity_for_two_years_are_a_gap_of_the_government(
    client: Client, coordinator_client: Client
) -> None:
    year = timezone.localdate().year
    makes = {"Ruhig": year - 3, "Rührig": year - 1, "Verplant": year + 1}
    for name, when in makes.items():
        state = "planned" if when > year else "held"
        make_activity(when=str(when), state=state, partnerships=(make_partnership(name),))
    make_partnership("Stumm")
    address = "/partner/?luecke=ohne-vorhaben"
    assert rows(read(coordinator_client, address)) == ["Ruhig", "Stumm"]
    assert "Lücke: seit 24 Monaten kein Vorhaben" in words(read(coordinator_client, address))
    content = coordinator_client.get("/partner/export.csv?luecke=ohne-vorhaben")
    assert "Rührig" not in b"".join(content.streaming_content).decode()  # type: ignore[attr-defined]
    assert rows(read(client, address)) == ["Ruhig", "Rührig", "Stumm", "Verplant"]
    assert rows(read(coordinator_client, f"{address}&ansicht=kandidaten")) == []


def test_a_partnership_at_rest_without_a_condition_says_what_is_missing(coordinator_client: Client) -> None:
    found = make_partnership(state="dormant", state_since="2022-02-24")
    page = read(coordinator_client, f"/partner/{found.pk}/")
    assert "Bedingung noch nicht festgehalten · ergänzen" in words(page)
    assert f"/partner/{found.pk}/bearbeiten/#id_precondition" in page
    assert "noch nicht festgehalten" not in words(read(Client(), f"/partner/{found.pk}/"))
