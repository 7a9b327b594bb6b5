# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spellings of one word meet, and what looks alike but is not folded stays right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.base.text import fold
from bruecke.base.tokens import key_of, keys_of_any, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Förderung", "Foerderung"),
        ("Förderung", "FÖRDERUNG"),
        ("Förderung", "Forderung"),
        ("Straße", "STRASSE"),
        ("Wrocław", "wroclaw"),
        ("Kraków", "Krakow"),
        ("Liberecký", "libereck\u0079\u0301"),
        ("Łužica", "luzica"),
        ("Tromsø", "Tromso"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("word", ["neue", "Israel", "aktuell", "Quelle", "Steuer", "Europa", "Michael"])
def test_a_word_with_a_genuine_digraph_finds_itself_in_any_case(word: str) -> None:
    assert set(keys_of_any(word)) & {key_of(word.upper(), "de")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Förderungen", "Foerderung"),
        ("Städte", "Stadt"),
        ("Universitäten", "Universitaet"),
        ("europäischen", "europaeische"),
        ("Brücken", "bruecke"),
        ("aktuelle", "aktuell"),
        ("neuen", "neue"),
    ],
)
def test_german_inflections_and_spellings_share_a_key(one: str, other: str) -> None:
    assert key_of(one, "de") == key_of(other, "de")


def test_english_inflections_share_a_key() -> None:
    assert key_of("cooperating", "en") == key_of("Cooperation", "en") == key_of("cooperates", "en")


def test_a_question_in_no_stated_language_holds_the_keys_of_german_and_english_texts() -> None:
    assert {key_of("conferences", "de"), key_of("conferences", "en")} <= set(keys_of_any("conferences"))


def test_tokens_keep_the_place_of_each_word_in_the_text() -> None:
    text = "Städtepartnerschaften, z. B. Dresden–Wrocław (2030)"
    assert [text[token.start : token.end] for token in tokens(text, "de")] == [
        "Städtepartnerschaften",
        "z",
        "B",
        "Dresden",
        "Wrocław",
        "2030",
    ]


@given(st.text(), st.sampled_from(["de", "en", "pl", ""]))
def test_a_key_is_letters_and_digits_only_whatever_the_text(text: str, language: str) -> None:
    assert all(token.key.isalnum() for token in tokens(text, language))
