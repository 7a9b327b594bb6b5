# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who and where, and the documents: on pages, with links that lead somewhere."""

import pytest
from django.test import Client

from bruecke.strategy.models import MeasureActor, MeasureDocument, MeasurePlace
from tests.factories.people import make_organisation
from tests.factories.plan import make_document, make_edition, make_measure, make_place
from tests.pages.reading import links, listed, read, statements, words
from tests.strategy.test_directory import make_group, make_target

pytestmark = pytest.mark.django_db


def test_empty_directory_says_so(client: Client) -> None:
    page = words(read(client, "/wer-und-wo/"))
    assert "Noch keine Einrichtung erfasst." in page
    assert "Noch kein Ort erfasst." in page
    assert "Noch kein Dokument" in words(read(client, "/dokumente/"))


def test_directory_counts_what_is_led_and_where_one_is_named(client: Client) -> None:
    edition, house = make_edition(), make_organisation("Ministerium für Reisen", short_name="MR")
    measure = make_measure(edition, lead=house)
    make_measure(edition, lead=house)
    MeasureActor.objects.create(measure=measure, organisation=house, source="wording")
    assert "Ministerium für Reisen MR 2 Maßnahmen federführend · in 1 Maßnahme genannt" in words(
        read(client, "/wer-und-wo/")
    )


def test_group_leads_to_the_list_of_its_places(client: Client) -> None:
    edition, place = make_edition(), make_place("Polen")
    group = make_group(place)
    make_measure(edition)
    MeasurePlace.objects.create(measure=make_measure(edition), place=place, source="wording")
    for address in ("/wer-und-wo/", f"/orte/{place.pk}/"):
        page = read(client, links(read(client, address))[group.name])
        assert listed(client, links(page)["Maßnahmen in dieser Gruppe"]) == {"I.2"}


def test_every_link_leads_to_a_page(client: Client) -> None:
    edition = make_edition()
    parent = make_organisation()
    house, place, paper = make_organisation(parent=parent), make_place(parent=make_place()), make_document()
    edition.text.document = paper
    edition.text.save()
    make_group(place)
    make_target(edition, place)
    measure = make_measure(edition, lead=house)
    MeasurePlace.objects.create(measure=measure, place=place, source="wording")
    MeasureDocument.objects.create(measure=measure, document=paper, source="wording", pin="S. 9")
    for address in (
        "/wer-und-wo/",
        "/dokumente/",
        f"/einrichtungen/{house.pk}/",
        f"/einrichtungen/{parent.pk}/",
        f"/orte/{place.pk}/",
        f"/dokumente/{paper.pk}/",
    ):
        shown = links(read(client, address), address)
        assert shown
        for href in shown.values():
            read(client, href)


@pytest.mark.parametrize("kind", ["einrichtungen", "orte", "dokumente"])
def test_unknown_record_is_not_found(client: Client, kind: str) -> None:
    assert client.get(f"/{kind}/999999/").status_code == 404


def test_internal_records_are_not_found_by_the_public(client: Client, coordinator_client: Client) -> None:
    house, paper = make_organisation(visibility="ministries"), make_document(visibility="ministries")
    for address in (f"/einrichtungen/{house.pk}/", f"/dokumente/{paper.pk}/"):
        assert client.get(address).status_code == 404
        assert coordinator_client.get(address).status_code == 200


def test_parent_that_is_not_public_is_not_named(client: Client, coordinator_client: Client) -> None:
    parent = make_organisation("Geheime Behörde", visibility="ministries")
    address = f"/einrichtungen/{make_organisation(parent=parent).pk}/"
    assert "Geheime Behörde" not in read(client, address)
    assert "Geheime Behörde" in read(coordinator_client, address)


def test_place_that_only_an_internal_measure_names_is_not_listed(client: Client, coordinator_client: Client) -> None:
    measure = make_measure(visibility="ministries")
    MeasurePlace.objects.create(measure=measure, place=make_place("Atlantis"), source="wording")
    assert "Atlantis" not in read(client, "/wer-und-wo/")
    assert "Atlantis" in read(coordinator_client, "/wer-und-wo/")


def test_planned_document_is_marked_and_dates_are_as_exact_as_known(client: Client) -> None:
    make_document("Konzept", status="planned")
    make_document("Strategie", issued="2018-09")
    page = words(read(client, "/dokumente/"))
    assert "Konzept anderes nicht angegeben geplant 0" in page
    assert "Strategie anderes September 2018 liegt vor 0" in page
    assert "September 2018" in words(read(client, "/dokumente/", "en"))


def test_notes_are_for_staff(client: Client, coordinator_client: Client) -> None:
    house = make_organisation(internal_note="Nur im Haus")
    paper = make_document(internal_note="Nur im Haus")
    for address in (f"/einrichtungen/{house.pk}/", f"/dokumente/{paper.pk}/"):
        assert "Nur im Haus" not in read(client, address)
        assert "Nur im Haus" in read(coordinator_client, address)


@pytest.mark.parametrize("signed_in", [False, True])
def test_pages_take_the_same_few_statements_for_1_and_50_rows(
    client: Client, coordinator_client: Client, signed_in: bool
) -> None:
    visitor = coordinator_client if signed_in else client
    edition = make_edition()
    house, place, paper = make_organisation(), make_place(), make_document()
    addresses = (
        "/wer-und-wo/",
        "/dokumente/",
        f"/einrichtungen/{house.pk}/",
        f"/orte/{place.pk}/",
        f"/dokumente/{paper.pk}/",
    )

    def grow(number: int) -> None:
        for _ in range(number):
            measure = make_measure(edition, lead=house)
            measure.participants.add(house)
            make_organisation(parent=house)
            make_document()
            make_group(place, make_place(parent=place))
            MeasurePlace.objects.create(measure=measure, place=place, source="wording")
            MeasureDocument.objects.create(measure=measure, document=paper, source="wording")
            MeasureActor.objects.create(measure=measure, organisation=house, source="wording")

    grow(1)
    few = [statements(visitor, address) for address in addresses]
    grow(49)
    assert [statements(visitor, address) for address in addresses] == few
    assert max(few) <= 12


def test_english_pages_have_english_names(client: Client) -> None:
    house, place = make_organisation(name_en="Ministry of Travel"), make_place(name_en="Poland")
    paper = make_document(title_en="Framework agreement", issued="2022-02-24")
    make_group(place)
    for address, name in (
        ("/wer-und-wo/", "Ministry of Travel"),
        ("/wer-und-wo/", "Poland"),
        (f"/einrichtungen/{house.pk}/", "Ministry of Travel"),
        (f"/orte/{place.pk}/", "Poland"),
        (f"/dokumente/{paper.pk}/", "24 February 2022"),
        ("/dokumente/", "Framework agreement"),
    ):
        page = read(client, address, "en")
        assert '<html lang="en"' in page
        assert name in words(page)


def test_places_stand_as_a_german_reader_looks_them_up(client: Client) -> None:
    measure = make_measure(make_edition())
    for name in ("Belgien", "Österreich", "Ägypten", "Polen"):
        MeasurePlace.objects.create(measure=measure, place=make_place(name), source="wording")
    page = words(read(client, "/wer-und-wo/"))
    assert sorted(("Ägypten", "Belgien", "Österreich", "Polen"), key=page.index) == [
        "Ägypten",
        "Belgien",
        "Österreich",
        "Polen",
    ]
    assert "Polen in 1 Maßnahme" in page


def test_only_who_may_lead_is_asked_for_what_it_leads(client: Client) -> None:
    club, house = make_organisation("Verein", kind="ngo"), make_organisation("Ministerium", kind="ministry")
    page = words(read(client, f"/einrichtungen/{club.pk}/"))
    assert "Federführend" not in page
    assert "Keine Maßnahme nennt diese Einrichtung." in page
    assert "Federführend Noch keine Maßnahme." in words(read(client, f"/einrichtungen/{house.pk}/"))
