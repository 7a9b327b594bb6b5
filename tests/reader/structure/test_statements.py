# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of normative force outside the lists."""

import pytest

from bruecke.reader.draft import Modality
from bruecke.reader.structure.statements import normative
from tests.reader.structure.reading import draft_of


@pytest.mark.parametrize(
    ("text", "modality", "cue"),
    [
        ("Künftig wird die Landesregierung ihre Mittel am Bedarf ausrichten.", Modality.STATEMENT, "wird"),
        ("Fachliche Netzwerke sollen Vorrang vor neuen Verträgen haben.", Modality.INTENTION, "sollen"),
        ("Der Plan begründet keine Bindung für den Haushalt.", Modality.STATEMENT, "keine Bindung"),
        ("Alle Vorhaben stehen unter dem Vorbehalt des Haushalts.", Modality.STATEMENT, "unter dem Vorbehalt"),
        ("Die Umsetzung wird durch die Arbeitsgruppe Europa koordiniert.", Modality.STATEMENT, "wird"),
        ("Der Plan soll regelmäßig evaluiert werden.", Modality.INTENTION, "soll"),
        ("Das Ministerium stimmt sich mit den Verbänden ab.", Modality.STATEMENT, "stimmt sich mit den Verbänden"),
        ("Ältere Konzepte finden dabei Berücksichtigung.", Modality.STATEMENT, "finden dabei Berücksichtigung"),
        ("Eine Beschränkung auf einzelne Länder erfolgt nicht.", Modality.STATEMENT, "erfolgt nicht"),
        ("Die Koalition strebt eine Einigung mit dem Bund an.", Modality.INTENTION, "strebt"),
        ("Wir werden die Ämter besser ausstatten.", Modality.STATEMENT, "werden"),
        ("Die Regierung könnte ein Büro eröffnen.", Modality.OPTION, "könnte"),
    ],
)
def test_a_sentence_that_binds_is_known_by_its_words(text: str, modality: Modality, cue: str) -> None:
    found = normative(text, "de")
    assert found is not None
    assert (found[0], text.startswith(found[1]) or found[1] in text, found[0] == modality) == (modality, True, True)
    assert cue.startswith(found[1]) or found[1] == cue


@pytest.mark.parametrize(
    ("text", "modality", "cue"),
    [
        ("The council shall review this plan every two years.", Modality.STATEMENT, "shall"),
        ("Funding is subject to the annual budget.", Modality.STATEMENT, "subject to"),
        ("Agencies should publish their data.", Modality.INTENTION, "should"),
        ("The city will open an office.", Modality.STATEMENT, "will"),
    ],
)
def test_an_english_sentence_that_binds_is_known_too(text: str, modality: Modality, cue: str) -> None:
    assert normative(text, "en") == (modality, cue)


@pytest.mark.parametrize(
    "text",
    [
        "Die Region liegt seit jeher in der Mitte Europas.",
        "Exporte sichern viele Arbeitsplätze im Land.",
        "Im Jahr 2018 hat der Rat eine Strategie verabschiedet.",
        "Viele Menschen lernen hier Dänisch.",
        "Das Erbe ist reich und trägt zum Wohlstand bei.",
    ],
)
def test_a_sentence_that_only_describes_is_none(text: str) -> None:
    assert normative(text, "de") is None


def test_a_statement_knows_its_lines_and_its_chapter_and_intros_are_none() -> None:
    draft = draft_of(
        "Plan\n\nI. Lage\n\nDas Land ist groß. Die Landesregierung wird\ndie Kommunen z. B. "
        "bei Reisen unterstützen. Es ist schön.\n\n"
        "Die Landesregierung wird folgende Maßnahmen ergreifen:\n\n— Ausbau der Netze\n"
    )
    assert [(s.text, s.lines, s.chapter, s.modality, s.cue) for s in draft.statements] == [
        (
            "Die Landesregierung wird die Kommunen z. B. bei Reisen unterstützen.",
            (5, 6),
            "I",
            Modality.STATEMENT,
            "wird",
        )
    ]


def test_a_condition_is_no_intention() -> None:
    assert normative("Sollte der Bund zahlen, wird die Landesregierung die Mittel verdoppeln.", "de") == (
        Modality.STATEMENT,
        "wird",
    )
    assert normative("Alle Maßnahmen stehen unter Finanzierungsvorbehalt.", "de") is not None
