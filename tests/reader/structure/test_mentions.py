# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.reader.draft import MentionType
from bruecke.reader.structure.mentions import mentions
from bruecke.reader.structure.places import is_place


def named(text: str, kind: MentionType) -> list[tuple[str, str]]:
    return [(found.text, found.code) for found in mentions(text) if found.type is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mit Polen und der Tschechischen Republik", [("Polen", "PL"), ("Tschechischen Republik", "CZ")]),
        ("Polens Häfen und französische Städte", [("Polens", "PL"), ("französische", "FR")]),
        ("den Vereinigten Arabischen Emiraten", [("Vereinigten Arabischen Emiraten", "AE")]),
        (
            "Flandern, Andalusien und Tamil Nadu",
            [("Flandern", "BE-VLG"), ("Andalusien", "ES-AN"), ("Tamil Nadu", "IN-TN")],
        ),
        ("der deutsch-polnische Raum", [("deutsch", "DE"), ("polnische", "PL")]),
        ("Büros in Prag", [("Prag", "")]),
        ("die MOE-Staaten und der Globale Süden", [("MOE-Staaten", ""), ("Globale Süden", "")]),
        ("Polish and Dutch ports in the Netherlands", [("Polish", "PL"), ("Dutch", "NL"), ("Netherlands", "NL")]),
        ("die Essener Halle am Markt", []),
        ("mit Québec und Aragón", [("Québec", "CA-QC"), ("Aragón", "ES-AR")]),
        ("Kurse in Schwedisch und Finnisch", []),
        ("die Deutsch-Polnische Kommission", [("Deutsch", "DE"), ("Polnische", "PL")]),
        ("free Polish classes", []),
    ],
)
def test_places_are_found_in_every_form(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, MentionType.PLACE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 24. Februar 2022", [("24. Februar 2022", "2022-02-24")]),
        ("von Februar 2024 bis 2030", [("Februar 2024", "2024-02"), ("2030", "2030")]),
        ("bis 31.12.2026", [("31.12.2026", "2026-12-31")]),
        ("by September 30, 2020", [("September 30, 2020", "2020-09-30")]),
        ("in Q3 2026", [("Q3 2026", "2026")]),
        ("rund 2.200 Verträge", []),
    ],
)
def test_dates_become_iso_as_far_as_they_are_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text, MentionType.DATE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rund 22 % der 366.000 Beschäftigten", ["22 %", "366.000"]),
        ("Kosten von 40.000 Euro und EUR 1,5 Mio.", ["40.000 Euro", "EUR 1,5 Mio."]),
        ("über 2.200 Verträge seit 2019", ["2.200"]),
        ("drei Wege, Nr. 400, S. 256", []),
    ],
)
def test_figures_are_numbers_that_state_a_fact(text: str, expected: list[str]) -> None:
    assert [name for name, _ in named(text, MentionType.FIGURE)] == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "mit dem Netzwerk Brücke Nord e. V. und der Hafen GmbH",
            MentionType.ORGANISATION,
            ["Netzwerk Brücke Nord e. V.", "Hafen GmbH"],
        ),
        ("im Rahmen der AWIS", MentionType.ORGANISATION, ["AWIS"]),
        ("durch das Ministerium für Kultur", MentionType.ORGANISATION, ["Ministerium für Kultur"]),
        ("by the Department of Energy", MentionType.ORGANISATION, ["Department of Energy"]),
        ("über die EU und KI", MentionType.ORGANISATION, []),
        ("WLAN und EDV im Haus", MentionType.ORGANISATION, []),
        ("Stand auf der EXPO 2025 in Osaka", MentionType.DOCUMENT, []),
        ("Mittel aus Erasmus+ und Interreg", MentionType.PROGRAMME, ["Erasmus+", "Interreg"]),
        ("das Landesmesseprogramm", MentionType.PROGRAMME, ["Landesmesseprogramm"]),
        (
            "nach der Hafenstrategie und dem Masterplan Wasser",
            MentionType.DOCUMENT,
            ["Hafenstrategie", "Masterplan Wasser"],
        ),
        ("im Konzept (GZK 2030)", MentionType.DOCUMENT, ["GZK 2030"]),
    ],
)
def test_names_are_known_by_what_they_end_in(text: str, kind: MentionType, expected: list[str]) -> None:
    assert [name for name, _ in named(text, kind)] == expected


@pytest.mark.parametrize("text", ["Polen", "Frankreich (Bretagne)", "Zentralasien, darunter Usbekistan"])
def test_an_entry_that_is_only_a_place_is_one(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["Polnische Schulen", "Reise nach Polen", "Ausbau in Polen", "Frieden"])
def test_an_entry_that_says_more_is_no_place(text: str) -> None:
    assert not is_place(text)


@given(st.text(alphabet=st.sampled_from("aeinrstPolenDeutschlGmbHe. V.2030%€-,()\n 24.Februar"), max_size=200))
def test_offsets_give_back_the_mentioned_text(text: str) -> None:
    assert all(text[found.start : found.end] == found.text for found in mentions(text))
