# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, instruments and principles on their pages."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from bruecke.strategy.models import Footnote, MeasureGoal, Principle, TargetEntry, TargetList
from tests.factories.plan import make_chapter, make_edition, make_goal, make_measure, make_place
from tests.pages.reading import links, listed, read, statements, words
from tests.pages.test_measure_edit import opened
from tests.strategy.test_plan import make_principle

pytestmark = pytest.mark.django_db


def test_without_an_edition_the_page_says_when_there_will_be_one(client: Client) -> None:
    assert "Noch keine Strategie" in words(read(client, "/plan/"))


def test_edition_without_goals_and_principles_says_so(client: Client) -> None:
    make_measure()
    page = words(read(client, "/plan/"))
    assert "Diese Fassung nennt keine Ziele." in page
    assert "Noch keine Grundsätze erfasst." in page


def test_goals_say_how_many_measures_serve_them(client: Client) -> None:
    edition = make_edition()
    goals = [make_goal(edition, name) for name in ("Nachbarn", "Handel", "Kunst")]
    for goal, number in zip(goals, (0, 1, 2), strict=True):
        for _ in range(number):
            MeasureGoal.objects.create(measure=make_measure(edition), goal=goal)
    MeasureGoal.objects.create(measure=make_measure(edition, visibility="ministries"), goal=goals[0])
    page = words(read(client, "/plan/"))
    assert "Z1 Nachbarn noch keine Maßnahme zugeordnet" in page
    assert "Z2 Handel 1 Maßnahme dient ihm" in page
    assert "Z3 Kunst 2 Maßnahmen dienen ihm" in page


def test_every_link_of_the_plan_leads_to_a_page(client: Client) -> None:
    edition = make_edition()
    make_chapter(edition, "II.A", parent=make_chapter(edition, "II"), level=2)
    goal, principle = make_goal(edition), make_principle(edition)
    MeasureGoal.objects.create(measure=make_measure(edition), goal=goal)
    seen = set()
    for start in (
        "/plan/",
        f"/ziele/{goal.pk}/",
        f"/grundsaetze/{principle.pk}/",
        f"/instrumente/{edition.chapters.first().pk}/",
    ):
        for href in links(read(client, start), start).values():
            seen.add(re.sub(r"\d+", "#", href.split("?")[0]))
            read(client, href)
    assert seen >= {"/ziele/#/", "/instrumente/#/", "/grundsaetze/#/", "/dokument/#/", "/massnahmen/#/", "/plan/"}


@pytest.mark.parametrize("kind", ["ziele", "instrumente", "grundsaetze"])
def test_unknown_record_is_not_found(client: Client, kind: str) -> None:
    assert client.get(f"/{kind}/999999/").status_code == 404


def test_internal_goal_and_principle_are_not_found_by_the_public(client: Client, coordinator_client: Client) -> None:
    edition = make_edition()
    goal, principle = make_goal(edition, visibility="ministries"), make_principle(edition, visibility="ministries")
    for address in (f"/ziele/{goal.pk}/", f"/grundsaetze/{principle.pk}/"):
        assert client.get(address).status_code == 404
        assert coordinator_client.get(address).status_code == 200


def test_draft_edition_is_not_found_by_anybody(client: Client, coordinator_client: Client) -> None:
    edition = make_edition(state="draft")
    addresses = (
        f"/ziele/{make_goal(edition).pk}/",
        f"/grundsaetze/{make_principle(edition).pk}/",
        f"/instrumente/{edition.chapters.get().pk}/",
    )
    assert {visitor.get(each).status_code for each in addresses for visitor in (client, coordinator_client)} == {404}


def test_instrument_leads_to_the_list_of_its_measures_with_its_sections(client: Client) -> None:
    edition = make_edition()
    parent = make_chapter(edition, "II")
    section = make_chapter(edition, "II.A", parent=parent, level=2)
    for chapter in (edition.chapters.get(reference="I"), parent, section):
        make_measure(edition, chapter=chapter)
    shown = links(read(client, f"/instrumente/{parent.pk}/"))
    assert listed(client, shown["Maßnahmen als Liste"]) == {"II.2", "II.A.3"}


def test_closing_chapter_and_former_edition_lead_to_no_list(client: Client) -> None:
    edition = make_edition()
    closing = make_chapter(edition, "Schluss", is_closing=True)
    former = make_edition(state="superseded")
    for chapter in (closing, former.chapters.get()):
        assert "Maßnahmen als Liste" not in links(read(client, f"/instrumente/{chapter.pk}/"))
    assert "abgelöste Fassung" in words(read(client, f"/instrumente/{former.chapters.get().pk}/"))


def test_instrument_of_the_second_strategy_leads_to_its_own_list(client: Client) -> None:
    make_measure(make_edition())
    second = make_edition()
    make_measure(second, "Die andere")
    address = links(read(client, f"/instrumente/{second.chapters.get().pk}/"))["Maßnahmen als Liste"]
    assert "Die andere" in read(client, address)


def test_instrument_shows_targets_footnotes_and_principles_apart_from_measures(client: Client) -> None:
    edition = make_edition()
    chapter = edition.chapters.get()
    make_measure(edition, "Messen besuchen")
    target = TargetList.objects.create(edition=edition, chapter=chapter, reference="I.t", intro="Vorrangig sind")
    TargetEntry.objects.create(target_list=target, position=1, wording="Kirgisistan")
    Footnote.objects.create(edition=edition, number="7", wording="Siehe dort", anchor="I.1")
    Principle.objects.filter(pk=make_principle(edition, scope="chapter", chapter_reference="I").pk).update(
        title_de="Gilt hier"
    )
    page = words(read(client, f"/instrumente/{chapter.pk}/"))
    assert "Ziele, keine Maßnahmen und keine Partnerschaften." in page
    assert all(word in page for word in ("Messen besuchen", "Kirgisistan", "7 Siehe dort", "Gilt hier", "Option"))


def test_goal_names_its_measures_with_how_binding_they_are(client: Client) -> None:
    edition = make_edition()
    goal = make_goal(edition)
    MeasureGoal.objects.create(measure=make_measure(edition, "Städte verbinden"), goal=goal, why="Weil es hilft")
    page = words(read(client, f"/ziele/{goal.pk}/"))
    assert "I.1 Städte verbinden Option Weil es hilft" in page
    assert f"Fassung {edition.ordinal}" in page


def test_notes_are_for_staff(client: Client, coordinator_client: Client) -> None:
    edition = make_edition()
    goal = make_goal(edition, internal_note="Nur im Haus")
    principle = make_principle(edition, internal_note="Nur im Haus")
    for address in (f"/ziele/{goal.pk}/", f"/grundsaetze/{principle.pk}/"):
        assert "Nur im Haus" not in read(client, address)
        assert "Nur im Haus" in read(coordinator_client, address)


@pytest.mark.parametrize("signed_in", [False, True])
def test_pages_take_the_same_few_statements_for_1_and_50_rows(
    client: Client, coordinator_client: Client, signed_in: bool
) -> None:
    visitor = coordinator_client if signed_in else client
    edition = make_edition()
    goal, chapter = make_goal(edition), edition.chapters.get()
    addresses = ("/plan/", f"/ziele/{goal.pk}/", f"/instrumente/{chapter.pk}/")

    def grow(number: int) -> None:
        for _ in range(number):
            MeasureGoal.objects.create(measure=make_measure(edition), goal=goal)
            make_goal(edition)
            position = edition.principles.count() + 1
            make_principle(edition, position=position, scope="chapter", chapter_reference="I")
            target = TargetList.objects.create(edition=edition, chapter=chapter, reference=f"t{position}")
            TargetEntry.objects.create(target_list=target, position=1, wording="Polen")

    grow(1)
    few = [statements(visitor, address) for address in addresses]
    grow(49)
    assert [statements(visitor, address) for address in addresses] == few
    assert max(few) <= 12


def test_english_pages_have_english_names(client: Client) -> None:
    edition = make_edition()
    goal, chapter = make_goal(edition, title_en="Know the neighbours"), edition.chapters.get()
    edition.chapters.update(title_en="Trade")
    for address, name in (
        ("/plan/", "Z1 Know the neighbours"),
        (f"/ziele/{goal.pk}/", "Know the neighbours"),
        (f"/instrumente/{chapter.pk}/", "I Trade"),
    ):
        page = read(client, address, "en")
        assert '<html lang="en"' in page
        assert name in words(page)


def test_closing_chapter_is_no_instrument(client: Client) -> None:
    edition = make_edition()
    make_measure(edition)
    make_chapter(edition, "IX", "Evaluierung", is_closing=True)
    page = words(read(client, "/plan/"))
    assert "Evaluierung" in page.split("Schluss")[1]
    assert "Evaluierung" not in page.split("Instrumente")[-1].split("Schluss")[0]


def test_principle_names_the_instrument_it_governs(client: Client) -> None:
    edition = make_edition()
    chapter = make_chapter(edition, "II", "Partnerschaften")
    principle = make_principle(edition, scope="chapter", chapter_reference="II")
    assert "gilt für: II Partnerschaften" in words(read(client, "/plan/"))
    way = links(read(client, f"/grundsaetze/{principle.pk}/"), "")
    assert way["II Partnerschaften"] == f"/instrumente/{chapter.pk}/"


def test_a_target_list_holds_as_long_as_somebody_says_and_its_entries_name_places(
    client: Client, coordinator_client: Client
) -> None:
    edition = make_edition()
    chapter = make_chapter(edition, "III", "Wirtschaft")
    target = TargetList.objects.create(edition=edition, chapter=chapter, reference="III.target", intro="Zielmärkte:")
    entry = TargetEntry.objects.create(target_list=target, position=1, wording="Usbekistan")
    place = make_place("Usbekistan")
    page = reverse("chapter", args=[chapter.pk])
    shown = links(read(coordinator_client, page))
    edit = shown["Geltung festhalten"]
    typed = opened(coordinator_client, edit) | {"since": "2019", "until": "2021", "why": "Jahresplan"}
    assert "wer das sagt" in words(coordinator_client.post(edit, typed).content.decode())
    assert coordinator_client.post(edit, typed | {"source": "AWIS 2019"}).status_code == 302
    edit = shown["Orte zuordnen Usbekistan"]
    typed = opened(coordinator_client, edit) | {"places": [place.pk], "why": "benannt"}
    assert coordinator_client.post(edit, typed).status_code == 302
    assert list(entry.places.all()) == [place]
    text = words(read(client, page))
    assert "Gilt von 2019 bis 2021 (AWIS 2019). Heute gilt sie nicht." in text
    assert "Geltung festhalten" not in text
    assert links(read(client, page))["Usbekistan"] == f"/orte/{place.pk}/"
