# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences that call themselves measures ("Action 1.1: …"), and labels within a measure's own wording."""

import pytest

from bruecke.reader.structure.tables import inline_labels
from tests.reader.structure.reading import draft_of

ACTIONS = """
Action Plan of the County

Priority 1: Profile

Action 1.1: Open an office in Rotterdam.
Lead: Trade Department
Deadline: by March 2026

Action 1.2: Publish a brochure.
Lead: Press Office
By: 2027

Priority 2: Export

Action 2.1: Organise two missions a year.
Lead: Chamber
Indicator: two missions
"""


def test_actions_that_are_sentences_are_measures_with_their_fields() -> None:
    draft = draft_of(ACTIONS)
    assert [(m.reference, m.text, m.lead, m.deadline, m.indicator) for m in draft.measures] == [
        ("1.1", "Open an office in Rotterdam.", "Trade Department", "by March 2026", ""),
        ("1.2", "Publish a brochure.", "Press Office", "2027", ""),
        ("2.1", "Organise two missions a year.", "Chamber", "", "two missions"),
    ]
    assert [chapter.title for chapter in draft.chapters] == ["Profile", "Export"]


def test_actions_directly_below_each_other_are_kept_apart() -> None:
    text = (
        "Digital Plan\n\n1. Actions\n\nAction 1: Provide tablets.\n"
        "Action 2: Train volunteers as guides, together with\nthe libraries.\n"
        "Action 3: Publish guides.\n\n2. Governance\n\nThe board reports.\n"
    )
    assert [measure.text for measure in draft_of(text).measures] == [
        "Provide tablets.",
        "Train volunteers as guides, together with the libraries.",
        "Publish guides.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Halle sanieren (Zuständig: Bauamt; Frist: 2026)", {"lead": "Bauamt", "deadline": "2026"}),
        ("Kurse anbieten, Federführung: Volkshochschule", {"lead": "Volkshochschule"}),
        ("Part drains. **Lead:** Water Board. **By:** May 2028.", {"lead": "Water Board", "deadline": "May 2028"}),
        ("Ausbau mit drei Partnern: Pilsen, Brünn", {}),
        ("Werben (Motto: Weltoffen)", {}),
    ],
)  # fmt: skip
def test_labels_within_the_wording_give_fields(text: str, expected: dict[str, str]) -> None:
    assert inline_labels(text) == expected


def test_labels_in_brackets_stay_in_the_wording() -> None:
    text = "Plan\n\nFolgende Maßnahmen sind geplant:\n\n- Halle sanieren (Zuständig: Bauamt)\n- Kurse anbieten\n"
    first, second = draft_of(text).measures
    assert (first.text, first.lead, second.lead) == ("Halle sanieren (Zuständig: Bauamt)", "Bauamt", "")


def test_numbered_items_may_begin_with_small_letters() -> None:
    text = (
        "Plan\n\nDie Stadt verfolgt folgende Ziele:\n\n1. Europa erlebbar machen,\n2. die Betriebe begleiten,\n"
        "3. Verantwortung übernehmen und\n4. offen bleiben.\n"
    )
    assert [goal.text for goal in draft_of(text).goals] == [
        "Europa erlebbar machen",
        "die Betriebe begleiten",
        "Verantwortung übernehmen",
        "offen bleiben.",
    ]


def test_handlungsfeld_c_follows_handlungsfeld_b() -> None:
    text = "Plan\n\nHandlungsfeld B – Verkehr\n\nText steht hier.\n\nHandlungsfeld C – Arbeit\n\nText steht hier.\n"
    assert "chapter_number_missing" not in {warning.code for warning in draft_of(text).warnings}


def test_scanned_bullets_may_stand_before_small_letters() -> None:
    text = "Plan\n\nIm Jahr 2026 sollen\n\ne die Wirtschaft gestärkt,\n\ne neue Märkte erschlossen werden.\n"
    assert [measure.text for measure in draft_of(text).measures] == [
        "die Wirtschaft gestärkt",
        "neue Märkte erschlossen werden.",
    ]
