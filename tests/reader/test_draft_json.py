# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The draft as JSON and back."""

import json
from dataclasses import replace

from bruecke.reader.draft import (
    Chapter,
    Draft,
    Footnote,
    Goal,
    Heading,
    Kind,
    Measure,
    MeasureList,
    Mention,
    MentionType,
    Modality,
    Paragraph,
    Repair,
    Statement,
    TargetEntry,
    TargetList,
    Warning,
)
from bruecke.reader.draft_json import TEXT_KEYS, from_json, published

PLACE = Mention(MentionType.PLACE, "Polen", 3, 8, "PL")
DRAFT = Draft(
    format="text",
    sha256="ab",
    language="de",
    pages=2,
    title=Heading("Die Strategie", (1, 2)),
    preamble=(Paragraph("Vorab.", (3, 3)),),
    goals=(Goal("Z1", "Frieden", (4, 4)),),
    chapters=(Chapter("I", "I", "Wege", 1, "", False, (5, 9), (5, 5), (Paragraph("Text.", (6, 6)),)),),
    lists=(
        MeasureList("I", "I", "Dies:", None, (7, 8), Modality.OPTION, "könnte", True, "u.a.", False, True, ("I.1",)),
    ),
    measures=(
        Measure(
            "I.1", "I", "I", "Ausbau", (7, 8), Modality.OPTION, Kind.EXPAND, "Ausbau", True,
            examples=("Messe",), mentions=(PLACE,), repairs=(0,), footnotes=("1",),
        ),
    ),
    target_lists=(TargetList("I.T", "I", "Länder:", (9, 9), (TargetEntry("Polen", (9, 9), (PLACE,)),)),),
    footnotes=(Footnote("1", "Vgl.", (10, 10), 7, None, "I.1"),),
    statements=(Statement("Es gilt.", (6, 6), "I", Modality.STATEMENT, "gilt"),),
    repairs=(Repair(7, 0, "Ausban", "Ausbau", 0.9, "word"),),
    warnings=(Warning("x", "Bitte", "Please", (1, 1)), Warning("y", "Bitte", "Please")),
    source_lines=("a", "b"),
    text_lines=("a", "b"),
    line_pages=(1, 2),
)  # fmt: skip


def test_draft_comes_back_from_json_as_it_was():
    assert from_json(json.loads(json.dumps(DRAFT.as_json()))) == DRAFT


def test_draft_without_a_title_comes_back_as_it_was():
    untitled = replace(DRAFT, title=None)
    assert from_json(json.loads(json.dumps(untitled.as_json()))) == untitled


def test_published_draft_leaves_out_the_text_and_nothing_else():
    assert set(DRAFT.as_json()) - set(published(DRAFT)) == set(TEXT_KEYS)
