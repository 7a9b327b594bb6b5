# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reference document: what rules.md finds in it, the reader finds. Only figures and line numbers stand here."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bruecke.reader.decode import decode
from bruecke.reader.draft import Draft, Kind, MentionType, Modality
from bruecke.reader.furniture import mark_furniture
from bruecke.reader.pipeline import read_bytes
from bruecke.reader.structure import structure

SHARED = Path(__file__).parents[2].parent / "shared"
SOURCE = SHARED / "source" / "leitlinien.txt"
DOCUMENTS = SHARED / "data" / "documents"

pytestmark = pytest.mark.skipif(not SOURCE.exists(), reason="../shared/source/leitlinien.txt is not here")


@cache
def repaired() -> Draft:
    return read_bytes(SOURCE.read_bytes(), name=SOURCE.name)


@cache
def unrepaired() -> Draft:
    source = decode(SOURCE.read_bytes(), name=SOURCE.name)
    source = replace(source, lines=mark_furniture(source.lines))
    return structure(source, source.lines, (), sha256="0" * 64)


BOTH = pytest.mark.parametrize("draft", [repaired, unrepaired], ids=["repaired", "unrepaired"])


@BOTH
def test_the_counts_are_those_of_the_document(draft) -> None:  # type: ignore[no-untyped-def]
    found = draft()
    instruments = [chapter for chapter in found.chapters if chapter.level == 1 and not chapter.closing]
    assert len(found.goals) == 6
    assert [chapter.number for chapter in instruments] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert [(chapter.parent, chapter.heading_lines[0]) for chapter in found.chapters if chapter.level == 2] == [
        ("III", 196),
        ("III", 238),
        ("III", 263),
    ]
    assert [len(found_list.measures) for found_list in found.lists] == [12, 9, 5, 3, 7, 11, 11, 3, 5]
    assert len(found.measures) == 66
    assert [len(target.entries) for target in found.target_lists] == [5]
    assert [(note.anchor_line, note.lines) for note in found.footnotes] == [
        (222, (277, 279)),
        (254, (280, 280)),
        (261, (281, 283)),
    ]
    assert [chapter.heading_lines for chapter in found.chapters if chapter.closing] == [(504, 504)]


@BOTH
def test_every_list_keeps_its_modality(draft) -> None:  # type: ignore[no-untyped-def]
    assert [found.modality for found in draft().lists] == [
        Modality.OPTION,
        Modality.OPTION,
        Modality.INTENTION,
        Modality.INTENTION,
        Modality.STATEMENT,
        Modality.OPTION,
        Modality.OPTION,
        Modality.OPTION,
        Modality.OPTION,
    ]
    assert Counter(measure.modality for measure in draft().measures) == {
        Modality.OPTION: 51,
        Modality.INTENTION: 8,
        Modality.STATEMENT: 7,
    }


@BOTH
def test_intros_and_titles_stand_where_they_are_printed(draft) -> None:  # type: ignore[no-untyped-def]
    assert draft().title.lines == (1, 2)
    assert [found.intro_lines for found in draft().lists] == [
        (96, 97), (160, 160), (224, 224), (252, 252), (303, 304), (345, 345), (410, 410), (469, 469), (486, 487),
    ]  # fmt: skip


@BOTH
def test_no_measure_loses_or_gains_a_line(draft) -> None:  # type: ignore[no-untyped-def]
    by_reference = {measure.reference: measure.lines for measure in draft().measures}
    assert list(by_reference.values())[:12] == [
        (98, 99), (100, 100), (101, 101), (102, 102), (103, 104), (105, 107), (108, 111), (113, 114), (116, 118),
        (120, 121), (123, 126), (128, 130),
    ]  # fmt: skip
    assert [by_reference[name] for name in ("II.1", "II.8", "V.1", "V.11", "VI.2", "VII.1", "VII.5")] == [
        (161, 164), (179, 181), (412, 415), (447, 449), (471, 473), (489, 491), (499, 499),
    ]  # fmt: skip


def test_references_are_those_of_the_design() -> None:
    assert [found.reference for found in repaired().lists] == [
        "I", "II", "III.Außenwirtschaft", "III.Ansiedlungen", "III.Fachkräfte", "IV", "V", "VI", "VII",
    ]  # fmt: skip
    assert repaired().measures[22].reference == "III.Außenwirtschaft.2"


def test_open_and_continuing_lists_are_those_that_say_so() -> None:
    assert [found.reference for found in repaired().lists if found.open] == ["III.Fachkräfte", "VII"]
    assert [found.reference for found in repaired().lists if found.continuing] == ["III.Außenwirtschaft", "VII"]


def test_continuing_measures_are_those_of_the_design() -> None:
    """R27: by wording (lines 101 ... 474), or by the list."""
    by_wording = [
        m.lines[0] for m in repaired().measures if m.continuing and m.list not in ("III.Außenwirtschaft", "VII")
    ]
    assert by_wording == [101, 103, 105, 128, 174, 307, 417, 420, 423, 426, 474]


@BOTH
def test_kinds_follow_the_wording(draft) -> None:  # type: ignore[no-untyped-def]
    kinds = {measure.lines[0]: measure.kind for measure in draft().measures}
    assert [line for line, kind in kinds.items() if kind is Kind.EXAMINE] == [166, 179, 183]
    assert [line for line, kind in kinds.items() if kind is Kind.EVALUATE] == [161]
    assert [kinds[line] for line in (254, 349, 307)] == [Kind.CREATE] * 3
    assert [kinds[line] for line in (489, 493, 495, 497, 499)] == [Kind.FORMAT] * 5
    assert [kinds[line] for line in (101, 128, 174, 417, 423, 474)] == [Kind.CONTINUE] * 6


def test_principles_of_the_design_are_among_the_statements() -> None:
    """R05, R06, R01, R02, R07, R08, R16 to R20 and R22, R23, R28, R31, by the line on which they begin."""
    begun = {statement.lines[0] for statement in repaired().statements}
    assert begun >= {516, 513, 511, 146, 145, 157, 193, 52, 56, 60, 59, 510, 213, 459}
    assert [s.modality for s in repaired().statements if s.lines[0] in (511, 146)] == [Modality.INTENTION] * 2


def test_the_notes_belong_to_what_carries_their_mark() -> None:
    assert [note.anchor for note in repaired().footnotes] == [
        "III.Außenwirtschaft",
        "III.Ansiedlungen.1",
        "III.Ansiedlungen.3",
    ]


def test_a_measure_names_places_dates_and_documents_with_exact_offsets() -> None:
    measures = {measure.reference: measure for measure in repaired().measures}
    named = {(m.type, m.text, m.code) for m in measures["II.8"].mentions}
    assert {(MentionType.PLACE, "Flandern", "BE-VLG"), (MentionType.PLACE, "Tamil Nadu", "IN-TN")} <= named
    assert {(m.type, m.text) for m in measures["I.6"].mentions} >= {(MentionType.DOCUMENT, "GZK 2030")}
    assert [(m.text, m.code) for m in measures["V.8"].mentions if m.type is MentionType.DATE] == [
        ("Februar 2024", "2024-02")
    ]
    assert all(m.text == found.text[m.start : m.end] for found in repaired().measures for m in found.mentions)


def test_a_measure_points_to_the_repairs_of_its_lines() -> None:
    draft = repaired()
    measure = draft.measures[2]
    assert measure.repairs
    assert {draft.repairs[index].line for index in measure.repairs} == {101}


def statistics(name: str) -> tuple[int, int, int]:
    path = DOCUMENTS / name
    if not path.exists():
        pytest.skip(f"../shared/data/documents/{name} is not here")
    draft = read_bytes(path.read_bytes(), name=path.name)
    return len(draft.measures), sum(found.table for found in draft.lists), len(draft.statements)


def test_the_american_action_plan_is_read_from_its_tables() -> None:
    path = DOCUMENTS / "us_federal_data_strategy_2020" / "pages" / "2020" / "action-plan" / "index.md"
    if not path.exists():
        pytest.skip("the American action plan is not here")
    draft = read_bytes(path.read_bytes(), name=path.name)
    milestones = [m for m in draft.measures for found in draft.lists if found.table and found.reference == m.list]
    assert (len(milestones), sum(bool(m.deadline) for m in milestones)) == (66, 66)
    assert {"Agency Actions", "Launch a Federal Chief Data Officer Council"} <= {
        chapter.title for chapter in draft.chapters
    }


def test_a_coalition_agreement_in_prose_gives_statements_and_says_that_it_has_no_list() -> None:
    measures, _, stated = statistics("bund_coalition_2021/_chapters/7-1-europa.md")
    assert measures == 0
    assert stated > 50


def test_a_smart_city_strategy_gives_the_measures_of_its_table() -> None:
    measures, tables, _ = statistics("ulm_smart_city/06_Handlungsfelder/06.12_Gesundheit/index.md")
    assert (measures, tables) == (13, 1)
