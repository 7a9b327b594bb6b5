# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration strategy goes through the reader like any document and comes out as the design counts it."""

import pytest

from bruecke.reader.draft import Draft, Modality
from bruecke.reader.pipeline import read_bytes
from tests.examples.saxony_outline import SAXONY, outline, records

SECTIONS = ("III.Außenwirtschaft", "III.Ansiedlungen", "III.Fachkräfte")
INSTRUMENTS = ("I", "II", "III", "IV", "V", "VI", "VII")


@pytest.fixture(scope="module")
def draft() -> Draft:
    return read_bytes((SAXONY / "strategy.md").read_bytes(), name="strategy.md")


def test_goals_instruments_and_sections_are_found(draft: Draft) -> None:
    assert [goal.text for goal in draft.goals] == outline().goals
    assert (
        tuple(chapter.reference for chapter in draft.chapters if chapter.level == 1 and chapter.number) == INSTRUMENTS
    )
    assert tuple(chapter.reference for chapter in draft.chapters if chapter.parent == "III") == SECTIONS
    assert [chapter.title for chapter in draft.chapters if chapter.closing] == ["Evaluierung und Haushaltsvorbehalt"]


def test_every_measure_is_read_with_its_reference_and_text(draft: Draft) -> None:
    assert {measure.reference: measure.text for measure in draft.measures} == outline().measures
    assert [len(each.measures) for each in draft.lists] == [12, 9, 5, 3, 7, 11, 11, 3, 5]


def test_modality_of_each_list_survives(draft: Draft) -> None:
    modality = {each.chapter: each.modality for each in draft.lists}
    stated = dict(zip(SECTIONS, (Modality.INTENTION, Modality.INTENTION, Modality.STATEMENT), strict=True))
    assert modality == {chapter: Modality.OPTION for chapter in INSTRUMENTS if chapter != "III"} | stated


def test_lists_are_open_and_continuing_where_their_intro_says_so(draft: Draft) -> None:
    assert [each.chapter for each in draft.lists if each.open] == ["III.Fachkräfte", "VII"]
    assert [each.chapter for each in draft.lists if each.continuing] == ["III.Außenwirtschaft", "VII"]


def test_target_countries_are_no_measures(draft: Draft) -> None:
    assert [[entry.text for entry in each.entries] for each in draft.target_lists] == [outline().targets]


def test_footnotes_are_anchored_where_they_belong(draft: Draft) -> None:
    assert [(note.number, note.anchor) for note in draft.footnotes] == [
        ("1", "III.Außenwirtschaft"),
        ("2", "III.Ansiedlungen.1"),
        ("3", "III.Ansiedlungen.3"),
    ]


def test_kind_of_each_measure_survives(draft: Draft) -> None:
    stated = {entry["reference"]: entry.get("kind", {}) for entry in records("measures.yaml")["measures"]}
    kinds = {reference: kind.get("value", "other") for reference, kind in stated.items()}
    assert {measure.reference: measure.kind.value for measure in draft.measures} == kinds


def test_every_principle_is_proposed_from_the_sentences_it_rests_on(draft: Draft) -> None:
    proposed = {statement.text for statement in draft.statements}
    for principle in records("principles.yaml")["principles"]:
        assert any(cite["phrase"] in proposed for cite in principle["cite"]), principle["id"]


def test_clean_text_is_not_repaired(draft: Draft) -> None:
    assert draft.repairs == ()
