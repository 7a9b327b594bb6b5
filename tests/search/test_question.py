# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a question is taken apart."""

from bruecke.search.question import Ask, asks, plain_ways


def test_words_that_say_nothing_are_left_out_beside_others() -> None:
    assert asks("Förderung für die Euroregionen") == (Ask(("Förderung",)), Ask(("Euroregionen",)))


def test_words_that_say_nothing_are_kept_where_nothing_else_is_asked() -> None:
    assert asks("die") == (Ask(("die",)),)


def test_german_and_english_quotes_make_a_phrase() -> None:
    assert asks("„für Polen“") == asks('"für Polen"') == (Ask(("für", "Polen"), is_quoted=True),)


def test_a_reference_is_a_phrase_of_its_parts() -> None:
    assert asks("III.Fachkräfte.2") == (Ask(("III", "Fachkräfte", "2")),)


def test_a_hyphenated_word_is_looked_for_as_one_word_too() -> None:
    ways = [way.keys for way in plain_ways(Ask(("Grenz", "Gespräche")))]
    assert ("grenz", "gesprach") in ways
    assert ("grenzgesprach",) in ways


def test_a_question_is_cut_to_a_length_that_can_be_answered() -> None:
    assert len(asks("wort" * 1000 + " a" * 1000)) <= 12
