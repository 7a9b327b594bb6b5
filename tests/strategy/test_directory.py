# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, places and documents with what the plan has to do with them, as each visitor may know of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC
from bruecke.actors.models import Organisation
from bruecke.library.models import Document
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember
from bruecke.strategy.models import (
    Edition,
    MeasureActor,
    MeasureDocument,
    MeasurePlace,
    TargetEntry,
    TargetList,
)
from bruecke.strategy.queries.directory import (
    document_sheet,
    documents,
    organisation_sheet,
    organisations,
    place_counts,
    place_groups,
    place_sheet,
    places,
)
from tests.factories.people import make_organisation
from tests.factories.plan import make_document, make_edition, make_measure, make_place
from tests.strategy.plans import LEVELS, WHO, make_world, sees

pytestmark = pytest.mark.django_db


def make_target(edition: Edition, place: Place) -> TargetEntry:
    """An entry of a target list that names a place."""
    target = TargetList.objects.create(edition=edition, chapter=edition.chapters.first(), reference="I.target")
    entry = TargetEntry.objects.create(target_list=target, position=1, wording=place.name)
    entry.places.add(place)
    return entry


def make_group(*members: Place) -> PlaceGroup:
    """A group of places."""
    group = PlaceGroup.objects.create(key=f"group-{PlaceGroup.objects.count()}", name="Gruppe")
    for place in members:
        PlaceGroupMember.objects.create(group=group, place=place, source="Liste")
    return group


@pytest.mark.parametrize("who", WHO)
def test_organisations_equal_a_count_by_hand(who: str) -> None:
    world = make_world()
    for number, measure in enumerate(world.measures):
        MeasureActor.objects.create(measure=measure, organisation=world.houses[number % 5], source="wording")
    rows = organisations(principal=world.visitors[who])
    mine = [measure for measure in world.measures if sees(who, measure)]
    named = [link for link in MeasureActor.objects.all() if sees(who, link.measure)]
    assert {row.pk: (row.leads, row.named) for row in rows} == {  # type: ignore[attr-defined]
        house.pk: (
            sum(measure.lead_id == house.pk for measure in mine),
            sum(link.organisation_id == house.pk for link in named),
        )
        for house in world.houses
        if sees(who, house)
    }


@pytest.mark.parametrize("who", WHO)
def test_places_equal_a_count_by_hand(who: str) -> None:
    world = make_world()
    principal = world.visitors[who]
    links = [link for link in MeasurePlace.objects.all() if sees(who, link.measure)]
    by_hand = {place.pk: sum(link.place_id == place.pk for link in links) for place in world.places}
    assert place_counts(principal=principal) == {key: n for key, n in by_hand.items() if n}
    assert {place.pk for place in places(principal=principal)} == {key for key, n in by_hand.items() if n}


@pytest.mark.parametrize("who", WHO)
def test_documents_equal_a_count_by_hand(who: str) -> None:
    world = make_world()
    papers = [make_document(visibility=level, owner=world.own) for level in LEVELS]
    papers[2].named_houses.add(world.goals[2].named_houses.get())
    for number, measure in enumerate(world.measures):
        MeasureDocument.objects.create(measure=measure, document=papers[number % 4], source="wording")
    links = [link for link in MeasureDocument.objects.all() if sees(who, link.measure)]
    rows = documents(principal=world.visitors[who])
    assert {row.pk: row.named for row in rows} == {  # type: ignore[attr-defined]
        paper.pk: sum(link.document_id == paper.pk for link in links) for paper in papers if sees(who, paper)
    }


def test_place_that_only_an_internal_measure_names_is_not_public() -> None:
    world = make_world(0)
    place = make_place()
    MeasurePlace.objects.create(
        measure=make_measure(world.edition, visibility="ministries"), place=place, source="wording"
    )
    assert places(principal=PUBLIC) == []
    assert places(principal=world.visitors["staff"]) == [place]


def test_place_is_listed_for_its_group_or_target_list_alone() -> None:
    edition = make_edition()
    grouped, target, _unused = make_place("A"), make_place("B"), make_place("C")
    make_group(grouped)
    make_target(edition, target)
    assert places(principal=PUBLIC) == [grouped, target]


@pytest.mark.parametrize("state", ["draft", "superseded"])
def test_what_only_another_edition_names_is_not_listed(state: str) -> None:
    edition = make_edition(state=state)
    place, house, paper = make_place(), make_organisation(), make_document()
    measure = make_measure(edition, lead=house)
    MeasurePlace.objects.create(measure=measure, place=place, source="wording")
    MeasureDocument.objects.create(measure=measure, document=paper, source="wording")
    make_target(edition, place)
    assert places(principal=PUBLIC) == []
    assert place_counts(principal=PUBLIC) == {}
    assert [(row.leads, row.named) for row in organisations(principal=PUBLIC)] == [(0, 0)]  # type: ignore[attr-defined]
    assert [row.named for row in documents(principal=PUBLIC)] == [0]  # type: ignore[attr-defined]
    assert place_sheet(place.pk, principal=PUBLIC).measures == ()
    assert place_sheet(place.pk, principal=PUBLIC).targets == ()
    assert organisation_sheet(house.pk, principal=PUBLIC).led == ()
    assert document_sheet(paper.pk, principal=PUBLIC).links == ()


def test_what_only_an_internal_strategy_names_is_not_public() -> None:
    edition = make_edition()
    edition.strategy.visibility = "ministries"
    edition.strategy.save()
    place, house, paper = make_place(), make_organisation(), make_document()
    edition.text.document = paper
    edition.text.save()
    measure = make_measure(edition, lead=house)
    MeasurePlace.objects.create(measure=measure, place=place, source="wording")
    make_target(edition, place)
    assert places(principal=PUBLIC) == []
    assert place_sheet(place.pk, principal=PUBLIC).targets == ()
    assert organisation_sheet(house.pk, principal=PUBLIC).led == ()
    assert document_sheet(paper.pk, principal=PUBLIC).editions == ()


@pytest.mark.parametrize("who", WHO)
def test_organisation_names_what_it_leads_joins_and_is_named_by(who: str) -> None:
    world = make_world()
    house = world.houses[0]
    for number, measure in enumerate(world.measures):
        if number % 2:
            measure.participants.add(house)
        if number % 3:
            MeasureActor.objects.create(measure=measure, organisation=house, source="wording")
    sheet = organisation_sheet(house.pk, principal=world.visitors[who])
    mine = [(number, m) for number, m in enumerate(world.measures) if sees(who, m)]
    assert [m.pk for m in sheet.led] == [m.pk for _, m in mine if m.lead_id == house.pk]
    assert [m.pk for m in sheet.joined] == [m.pk for number, m in mine if number % 2]
    assert [m.pk for m in sheet.named] == [m.pk for number, m in mine if number % 3]


def test_parent_and_parts_that_are_not_public_are_not_named() -> None:
    world = make_world(0)
    parent = make_organisation("Geheime Behörde", visibility="ministries")
    middle = make_organisation(parent=parent)
    make_organisation("Geheimer Teil", parent=middle, visibility="ministries")
    shown = make_organisation(parent=middle)
    public = organisation_sheet(middle.pk, principal=PUBLIC)
    staff = organisation_sheet(middle.pk, principal=world.visitors["staff"])
    assert (public.parent, public.parts) == (None, (shown,))
    assert (staff.parent, len(staff.parts)) == (parent, 2)


@pytest.mark.parametrize("who", WHO)
def test_sheet_of_a_record_is_for_whom_it_is_visible(who: str) -> None:
    world = make_world(0)
    papers = [make_document(visibility=level, owner=world.own) for level in LEVELS]
    papers[2].named_houses.add(world.goals[2].named_houses.get())
    principal = world.visitors[who]
    for house in world.houses:
        if sees(who, house):
            assert organisation_sheet(house.pk, principal=principal).organisation == house
        else:
            with pytest.raises(Organisation.DoesNotExist):
                organisation_sheet(house.pk, principal=principal)
    for paper in papers:
        if sees(who, paper):
            assert document_sheet(paper.pk, principal=principal).document == paper
        else:
            with pytest.raises(Document.DoesNotExist):
                document_sheet(paper.pk, principal=principal)


@pytest.mark.parametrize("count", [1, 50])
def test_lists_take_a_fixed_number_of_statements_whatever_the_size(count: int) -> None:
    edition = make_edition()
    for _ in range(count):
        measure = make_measure(edition, lead=make_organisation())
        place = make_place(parent=make_place())
        make_group(place)
        MeasurePlace.objects.create(measure=measure, place=place, source="wording")
        MeasureDocument.objects.create(measure=measure, document=make_document(), source="wording")
    with CaptureQueriesContext(connection) as statements:
        organisations(principal=PUBLIC)
        documents(principal=PUBLIC)
        place_counts(principal=PUBLIC)
        assert all(place.parent for place in places(principal=PUBLIC))
        assert [member.place.name for group in place_groups() for member in group.members.all()]
    assert len(statements) == 4 + 2


@pytest.mark.parametrize("count", [1, 50])
def test_sheets_take_a_fixed_number_of_statements_whatever_the_size(count: int) -> None:
    edition = make_edition()
    house, place, paper = make_organisation(), make_place(), make_document()
    for _ in range(count):
        measure = make_measure(edition, lead=house)
        MeasurePlace.objects.create(measure=measure, place=place, source="wording")
        MeasureDocument.objects.create(measure=measure, document=paper, source="wording")
        make_group(place)
    make_target(edition, place)
    numbers = []
    for sheet in (
        lambda: organisation_sheet(house.pk, principal=PUBLIC),
        lambda: [(m.group.name) for m in place_sheet(place.pk, principal=PUBLIC).memberships],
        lambda: [link.measure.title for link in document_sheet(paper.pk, principal=PUBLIC).links],
    ):
        with CaptureQueriesContext(connection) as statements:
            sheet()
        numbers.append(len(statements))
    assert numbers == [5, 6, 3]


def test_documents_come_planned_last_newest_first_undated_last() -> None:
    for title, status, issued in (
        ("geplant", "planned", "2030"),
        ("ohne Datum", "existing", ""),
        ("alt", "existing", "2018-09"),
        ("neu", "existing", "2024"),
    ):
        make_document(title, status=status, issued=issued)
    assert [row.title for row in documents(principal=PUBLIC)] == ["neu", "alt", "ohne Datum", "geplant"]


def test_organisations_come_by_kind_and_name() -> None:
    for name, kind in (("B", "ngo"), ("C", "ministry"), ("A", "ngo")):
        make_organisation(name, kind=kind)
    assert [row.name for row in organisations(principal=PUBLIC)] == ["C", "A", "B"]
