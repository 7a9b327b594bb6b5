# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a sentence ends."""

import pytest

from bruecke.reader.structure.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Beteiligt sind u. a. Kommunen und Vereine.",
        "Reisen nach St. Petersburg ruhen seit dem 24. Februar 2022.",
        "Vgl. S. 56 Abs. 2 der Strategie, z. B. Nr. 4 und ca. 3 Mio. Euro.",
        "Das Netzwerk Nord e. V. Dresden berät.",
        "The U.S. Department of State will fund it, e.g. Fulbright grants.",
        "Folgende Länder stehen im Mittelpunkt: Polen, Litauen.",
        "Im 2. Quartal beginnt der Bau.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


def test_sentences_part_at_stops_questions_and_closing_quotes() -> None:
    text = "Wir prüfen das. Wer hilft? „Alle helfen.“ Seit 2023 läuft es. Danach u. a. Neues."
    assert split(text) == [
        "Wir prüfen das.",
        "Wer hilft?",
        "„Alle helfen.“",
        "Seit 2023 läuft es.",
        "Danach u. a. Neues.",
    ]


def test_a_club_may_end_a_sentence() -> None:
    assert split("Träger ist der Verein Brücke e. V. Die Stadt zahlt mit.") == [
        "Träger ist der Verein Brücke e. V.",
        "Die Stadt zahlt mit.",
    ]
