# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outline that the command line prints."""

from bruecke.reader.outline import outline
from tests.reader.structure.reading import draft_of

DOCUMENT = """
Plan der Region

Ziele der Region sind:

— Frieden

I. Wege

Folgende Maßnahmen könnten u. a. auch künftig ergriffen werden:

— Ausbau der Wege
— Prüfung der Brücken

Folgende Länder sind Partner:

— Polen
— Litauen

II. Evaluation

Der Rat prüft den Plan.
"""


def test_a_person_reads_counts_and_chapters_in_german() -> None:
    assert outline(draft_of(DOCUMENT)) == (
        "Titel: Plan der Region\n"
        "\n"
        "Gefunden: 1 Ziel, 1 Kapitel, 0 Abschnitte, 1 Schlusskapitel, 1 Liste, 2 Maßnahmen, 1 Zielliste, 0 Fußnoten,"
        " 1 Grundsatz, 0 Reparaturen, 0 Hinweise\n"
        "\n"
        "1 Ziel\n"
        "  Z1  Frieden\n"
        "\n"
        "Gliederung\n"
        "  I  Wege\n"
        "    I: 2 Maßnahmen (Option „könnten“, offen, fortlaufend)\n"
        "    I.T: Zielliste, 2 Einträge: Polen; Litauen\n"
        "  II  Evaluation  [Schlusskapitel]\n"
    )


def test_the_same_in_english() -> None:
    assert outline(draft_of(DOCUMENT), language="en").splitlines()[7:] == [
        "Outline",
        "  I  Wege",
        "    I: 2 measures (option “könnten”, open, continuing)",
        "    I.T: target list, 2 entries: Polen; Litauen",
        "  II  Evaluation  [closing chapter]",
    ]


def test_warnings_stand_at_the_end_with_their_line() -> None:
    text = outline(draft_of("Plan\n\nI. Lage\n\nSo ist es:\n\n• rote Äpfel\n• grüne Birnen"))
    assert text.splitlines()[-3:] == [
        "2 Hinweise",
        "  Das Dokument enthält keine Liste und keine Tabelle, die als Maßnahmen zu erkennen ist.",
        "  Zeile 7: Diese Aufzählung wurde nicht als Liste von Maßnahmen gelesen; sie steht im Text des Kapitels.",
    ]


def test_a_document_without_anything_has_an_outline_too() -> None:
    assert outline(draft_of("Ein Satz.")).splitlines()[0] == "Titel: (ohne Titel)"
