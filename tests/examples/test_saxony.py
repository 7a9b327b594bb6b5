# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration region: complete, cited, consistent, and in our own words."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pycountry
import pytest

from bruecke.actors.models import OrganisationKind
from bruecke.bodies.models import BodyKind
from bruecke.library.models import DocumentKind, DocumentStatus
from bruecke.places.models import PlaceKind
from bruecke.strategy.models import MeasureKind, Modality, PrincipleScope
from tests.examples.saxony_outline import SAXONY, outline, records

FILES = sorted(path.name for path in SAXONY.glob("*.yaml"))
SECTIONS = ("III.Außenwirtschaft", "III.Ansiedlungen", "III.Fachkräfte")
LISTS = dict(zip(("I", "II", *SECTIONS, "IV", "V", "VI", "VII"), (12, 9, 5, 3, 7, 11, 11, 3, 5), strict=True))
NOT_STATED = {"lead", "participants", "deadline", "cost", "amount", "indicator", "priority", "goals", "stage"}


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a record, outermost first."""
    if isinstance(node, dict):
        yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from walk(child)


def ids(name: str, key: str) -> set[str]:
    return {entry["id"] for entry in records(name)[key]}


def test_strategy_has_the_counts_of_the_design() -> None:
    found = outline()
    assert len(found.goals) == 6
    assert found.lists == LISTS
    assert len(found.measures) == 66
    assert len(found.targets) == 5
    assert sorted(found.notes) == ["1", "2", "3"]
    assert [chapter for chapter in found.passages if chapter in {"I", "II", "III", "IV", "V", "VI", "VII"}] == [
        *("I", "II", "III", "IV", "V", "VI", "VII")
    ]


def test_every_measure_has_one_record_in_the_order_of_the_document() -> None:
    assert [entry["reference"] for entry in records("measures.yaml")["measures"]] == list(outline().measures)


def test_english_titles_cover_exactly_what_the_strategy_holds() -> None:
    titles, found = records("titles.en.yaml"), outline()
    assert list(titles["measures"]) == list(found.measures)
    assert list(titles["goals"]) == [f"Z{number}" for number in range(1, 7)]
    assert set(titles["chapters"]) == {*LISTS, "III", "closing"}
    for group in ("measures", "goals", "chapters"):
        assert all(isinstance(text, str) and text.strip() for text in titles[group].values())
        assert len(set(titles[group].values())) == len(titles[group])


@pytest.mark.parametrize("name", FILES)
def test_each_cited_phrase_stands_once_in_the_passage_it_names(name: str) -> None:
    passages, wrong = outline().passages, []
    for cite in [cite for node in walk(records(name)) for cite in node.get("cite", [])]:
        hits = sum(line.count(cite["phrase"]) for line in passages.get(cite["in"], []))
        if hits != 1:
            wrong.append((cite["in"], cite["phrase"], hits))
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_every_record_says_what_it_rests_on(name: str) -> None:
    resting = {"cite", "basis"}
    types = records("organisations.yaml")["actor_types"]["types"] if name == "organisations.yaml" else []
    bare = [node for node in walk(records(name)) if "id" in node and node not in types and not resting & set(node)]
    strategy = records("strategy.yaml")["strategy"]["id"]
    assert [node["id"] for node in bare if node["id"] != strategy] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("places.yaml", "places"),
        ("groups.yaml", "groups"),
        ("organisations.yaml", "organisations"),
        ("documents.yaml", "documents"),
        ("principles.yaml", "principles"),
        ("programmes.yaml", "programmes"),
        ("themes.yaml", "themes"),
        ("partnerships.yaml", "partnerships"),
        ("partnerships.yaml", "liaison_offices"),
    ],
)
def test_ids_are_unique_slugs(name: str, key: str) -> None:
    counted = Counter(entry["id"] for entry in records(name)[key])
    assert [slug for slug, times in counted.items() if times > 1] == []
    assert all(slug.isascii() and slug == slug.lower() and " " not in slug for slug in counted)


def test_names_are_given_in_german_and_english() -> None:
    for name in FILES:
        for node in walk(records(name)):
            for label in (node.get("name"), node.get("title")):
                if isinstance(label, dict):
                    assert {"de", "en"} <= set(label), node
                    assert all(isinstance(text, str) and text.strip() for text in label.values()), node


def test_every_named_record_exists() -> None:
    known = {
        "places": ids("places.yaml", "places"),
        "groups": ids("groups.yaml", "groups"),
        "organisations": ids("organisations.yaml", "organisations"),
        "liaison_offices": ids("partnerships.yaml", "liaison_offices"),
        "programmes": ids("programmes.yaml", "programmes"),
        "documents": ids("documents.yaml", "documents"),
    }
    for measure in records("measures.yaml")["measures"]:
        for key, existing in known.items():
            assert {entry["id"] for entry in measure.get(key, [])} <= existing, measure["reference"]
    for name in FILES:
        for node in walk(records(name)):
            for key, plural in (("place", "places"), ("organisation", "organisations"), ("holder", "organisations")):
                assert node.get(key) is None or node[key] in known[plural], node
            for key in ("concretises", "based_on", "document"):
                assert key not in node or node[key] in known["documents"] | {"strategy.md"}, node


def test_every_parent_place_exists_and_no_place_contains_itself() -> None:
    parents = {place["id"]: place.get("parent") for place in records("places.yaml")["places"]}
    for place in parents:
        seen: set[str] = set()
        step: str | None = place
        while step is not None:
            assert step not in seen
            seen.add(step)
            step = parents[step]


def test_measures_chapters_and_goals_that_records_relate_to_exist() -> None:
    found = outline()
    for name in FILES:
        for node in walk(records(name)):
            assert node.get("measure") is None or node["measure"] in found.measures, node
            assert node.get("chapter") is None or node["chapter"] in found.passages, node
            assert node.get("goal") is None or node["goal"] in found.passages, node


def test_place_codes_are_those_of_iso_3166() -> None:
    places = {place["id"]: place for place in records("places.yaml")["places"]}
    for place in places.values():
        if place["kind"] == "country":
            assert pycountry.countries.get(alpha_2=place["code"]) is not None, place
        elif "code" in place:
            assert pycountry.subdivisions.get(code=place["code"]) is not None, place
            assert place["code"].split("-")[0] == places[place["parent"]]["code"], place


def test_the_region_the_strategy_does_not_name_has_no_code() -> None:
    region = next(p for p in records("places.yaml")["places"] if p["id"] == "franzoesische-region")
    assert "code" not in region
    assert "nuts" not in region


def test_nothing_is_filled_in_that_the_strategy_does_not_say() -> None:
    for measure in records("measures.yaml")["measures"]:
        assert NOT_STATED & {key for node in walk(measure) for key in node} == set(), measure["reference"]
    strategy = records("strategy.yaml")["strategy"]
    assert strategy["strategy_evaluation"]["interval_months"] is None
    assert strategy["edition"]["adopted_on"] is None
    assert strategy["partnership_evaluation"]["criteria"] == []


def test_acronyms_without_a_stated_meaning_stay_acronyms() -> None:
    programmes = {entry["id"]: entry for entry in records("programmes.yaml")["programmes"]}
    assert all("name" not in programmes[slug] for slug in ("ssmp", "ssap", "stipt", "evtz"))
    organisations = {entry["id"]: entry for entry in records("organisations.yaml")["organisations"]}
    assert organisations["vsw"]["name"] == {"de": "VSW", "en": "VSW"}


def test_years_and_bases_are_given_for_the_neighbours_only() -> None:
    for partnership in records("partnerships.yaml")["partnerships"]:
        stated = partnership["kind"] == "regional" and partnership.get("neighbour", False)
        assert ("since" in partnership) is stated, partnership
        assert ("basis" in partnership) is partnership.get("neighbour", False), partnership


def test_compound_measures_and_event_series_are_those_of_the_design() -> None:
    measures = records("measures.yaml")["measures"]
    assert [m["reference"] for m in measures if "parts" in m] == ["I.9", "I.12", "V.10", "VI.3"]
    assert [m["reference"] for m in measures if m.get("event_series")] == [f"VII.{n}" for n in range(1, 6)]
    assert [m["reference"] for m in measures if "precondition" in m] == ["II.9"]
    assert [len(m["checks"]) for m in measures if "checks" in m] == [2]


def test_principles_are_those_of_the_design() -> None:
    rules = [entry["rule"] for entry in records("principles.yaml")["principles"]]
    assert rules == ["R05", "R06", "R07", "R08", "R16", "R17", "R18", "R19", "R20", "R23"]


@pytest.mark.parametrize(
    ("name", "key", "field", "choices"),
    [
        ("organisations.yaml", "organisations", "kind", OrganisationKind),
        ("organisations.yaml", "organisations", "body", BodyKind),
        ("places.yaml", "places", "kind", PlaceKind),
        ("documents.yaml", "documents", "kind", DocumentKind),
        ("documents.yaml", "documents", "status", DocumentStatus),
        ("principles.yaml", "principles", "scope", PrincipleScope),
        ("principles.yaml", "principles", "modality", Modality),
    ],
)
def test_kinds_are_those_the_rooms_know(name: str, key: str, field: str, choices: Any) -> None:
    required = field != "body"
    stated = {entry[field] for entry in records(name)[key] if required or field in entry}
    assert set() < stated <= set(choices.values)


def test_kinds_of_measures_and_parts_are_those_the_strategy_room_knows() -> None:
    for measure in records("measures.yaml")["measures"]:
        stated = [measure["kind"]["value"]] if "kind" in measure else []
        assert {*stated, *(part["kind"] for part in measure.get("parts", []))} <= set(MeasureKind.values)
