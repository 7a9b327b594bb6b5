# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Single words, whole and compound, without context."""

import pytest

from bruecke.reader.repair.words import doubt


@pytest.mark.parametrize(
    ("read", "true"),
    [
        ("fiir", "für"),
        ("flr", "für"),
        ("tiberprtifen", "überprüfen"),
        ("iiberpritifen", "überprüfen"),
        ("MaBnahmen", "Maßnahmen"),
        ("MalRnahmen", "Maßnahmen"),
        ("Strallenbahn", "Straßenbahn"),
        ("einschlief3lich", "einschließlich"),
        ("mdglich", "möglich"),
        ("Gehéft", "Gehöft"),
        ("Verkehrsfliisse", "Verkehrsflüsse"),
        ("Donaulander", "Donauländer"),
        ("Hafenstadte", "Hafenstädte"),
        ("kunstliche", "künstliche"),
        ("Massnahmenblindel", "Massnahmenbündel"),
        ("Anst68e", "Anstöße"),
    ],
)
def test_a_misread_word_is_read_right(read: str, true: str):
    found = doubt(read)
    assert found.other is not None
    assert found.other.text == true
    assert found.margin > 0


@pytest.mark.parametrize(
    "word",
    [
        "Haus",
        "nur",
        "Schulaufsicht",
        "Tatarstan",
        "Transition",
        "Bundesrat",
        "Landesmesse",
        "Kulturlandschaft",
        "Massnahme",
    ],
)
def test_a_right_word_is_likelier_than_any_other_reading(word: str):
    assert doubt(word).margin < 0


def test_words_of_any_length_are_answered_in_the_end():
    assert doubt("x" * 500).other is None
    assert doubt("aoui" * 15).margin < 10**6
