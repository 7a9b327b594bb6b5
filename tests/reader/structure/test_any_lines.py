# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever the lines are: a draft, unique references, spans and offsets inside the document."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import bruecke.reader
from bruecke.reader.draft import Draft
from bruecke.reader.draft_json import published
from bruecke.reader.lines import Line, Role
from tests.reader.structure.reading import draft_of_lines

SCHEMA = Draft202012Validator(
    json.loads((Path(bruecke.reader.__file__).parent / "draft.schema.json").read_text("utf-8"))
)
PIECES = st.sampled_from(
    [
        "",
        " ",
        "— Ausbau der Wege",
        "- prüfen",
        "• Polen",
        "1. Lage",
        "2) Förderung der Kunst, z. B. (Chor",
        "IV) Bildung",
        ") Weg",
        "Folgende Maßnahmen könnten ergriffen werden:",
        "Ziele der Region sind:",
        "Kapitel 3",
        "Maßnahme 2: Bau",
        "a) eins",
        "b) zwei",
        "Der Rat wird die Mittel bis 2030 verdoppeln. Es folgt u. a. ",
        "mehr",
        "Evaluierung",
        "Zuständig: Amt",
        "4.2 Verkehr",
        "…",
        ")",
        "nur klein",
        "Zwei-",
        "teile",
        "Inhalt",
        "Chapter 1: We will",
        "¹",
        "Text²",
        "x" * 300,
        "A | B",
        "o Haus",
        "---",
        ":",
        "-",
    ]
)
LINES = st.lists(
    st.tuples(
        PIECES | st.text(max_size=40),
        st.sampled_from(Role),
        st.integers(0, 3),
        st.sampled_from(["", "•", "1.", "a)", "2"]),
        st.lists(st.sampled_from(["Maßnahme", "Zuständig", "Termin", "", "Bau", "2027"]), max_size=4),
        st.sampled_from([None, 9.0, 14.0]),
        st.sampled_from([None, True, False]),
    ),
    max_size=25,
)
FORMATS = st.sampled_from(["text", "markdown", "pdf", "docx", "html"])


def built(entries: list[tuple[str, Role, int, str, list[str], float | None, bool | None]]) -> list[Line]:
    return [
        Line(
            n,
            " | ".join(cells) if role is Role.TABLE_ROW else text,
            1,
            role,
            level,
            marker,
            tuple(cells),
            n % 3 == 0,
            n % 2,
            size,
            bold,
        )
        for n, (text, role, level, marker, cells, size, bold) in enumerate(entries, 1)
    ]


def spans(draft: Draft) -> list[tuple[int, int]]:
    parts = [
        *draft.goals,
        *draft.chapters,
        *draft.lists,
        *draft.measures,
        *draft.target_lists,
        *draft.footnotes,
        *draft.statements,
    ]
    inner = [entry.lines for target in draft.target_lists for entry in target.entries]
    bodies = [paragraph.lines for chapter in draft.chapters for paragraph in chapter.body]
    return [part.lines for part in parts] + inner + bodies + [w.lines for w in draft.warnings if w.lines]


@settings(max_examples=150, deadline=None)
@given(LINES, FORMATS)
def test_any_lines_give_a_sound_draft(
    entries: list[tuple[str, Role, int, str, list[str], float | None, bool | None]], name: str
) -> None:
    lines = built(entries)
    draft = draft_of_lines(lines, name)
    measures = [measure.reference for measure in draft.measures]
    chapters = [chapter.reference for chapter in draft.chapters]
    assert len(set(measures + chapters)) == len(measures) + len(chapters)
    assert [reference for found in draft.lists for reference in found.measures] == measures
    assert all(1 <= first <= last <= len(lines) for first, last in spans(draft))
    assert all(m.text[f.start : f.end] == f.text for m in draft.measures for f in m.mentions)
    assert all(found.cue in found.intro and found.open_cue in found.intro for found in draft.lists)
    assert all(statement.cue in statement.text for statement in draft.statements)
    assert all(measure.kind_cue in measure.text for measure in draft.measures)
    assert (len(draft.source_lines), len(draft.text_lines), len(draft.line_pages)) == (len(lines),) * 3
    SCHEMA.validate(json.loads(json.dumps(published(draft))))
