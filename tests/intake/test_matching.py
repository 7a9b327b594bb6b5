# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Matching a later edition's measures to the standing ones."""

from bruecke.intake.matching import Text, change_of, match, similarity


def texts(*wordings: str, chapter: str = "Handel") -> list[Text]:
    return [Text(n, wording, chapter, n / 10) for n, wording in enumerate(wordings)]


def pairs(new: list[Text], standing: list[Text]) -> dict[int, int]:
    return {pair.new: pair.standing for pair in match(new, standing)}


def test_reworded_measures_find_their_own() -> None:
    standing = texts("Ausbau der Messeförderung in Asien", "Prüfung einer Stiftung für Schulen", "Erhalt der Bühnen")
    new = texts("Prüfung einer Stiftung für Schulen und Kitas", "Ausbau der Messeförderung in Asien und Afrika")
    assert pairs(new, standing) == {0: 1, 1: 0}


def test_a_measure_without_a_likeness_is_new() -> None:
    assert pairs(texts("Neue Brücken bauen"), texts("Erhalt der Bühnen")) == {}


def test_a_standing_measure_is_given_away_once_to_the_likest() -> None:
    standing = texts("Ausbau des Handels mit Polen")
    new = texts("Ausbau des Handels mit Ungarn", "Ausbau des Handels mit Polen")
    assert pairs(new, standing) == {1: 0}


def test_the_same_wording_twice_goes_by_chapter_and_place() -> None:
    standing = [Text(1, "Ausbau der Messen", "Handel", 0.1), Text(2, "Ausbau der Messen", "Kultur", 0.9)]
    new = [Text(3, "Ausbau der Messen", "Kultur", 0.8), Text(4, "Ausbau der Messen", "Handel", 0.2)]
    assert pairs(new, standing) == {3: 2, 4: 1}


def test_the_same_text_at_the_same_place_scores_one() -> None:
    text = Text(1, "Ausbau der Messen", "Handel", 0.5)
    assert similarity(text, text) == 1.0


def test_what_changed_is_said_by_words_and_chapter() -> None:
    old = Text(1, "Ausbau der Messen", "Handel", 0)
    assert change_of(old, Text(2, "Ausbau  der Messen.", "Handel", 1)) == "kept"
    assert change_of(old, Text(2, "Ausbau der Messen", "Kultur", 0)) == "moved"
    assert change_of(old, Text(2, "Aufbau der Messen", "Handel", 0)) == "reworded"


def test_two_thousand_measures_are_matched_to_themselves() -> None:
    # Not timed: what it shows is that pruning candidates loses none.
    standing = texts(*(f"Ausbau der Zusammenarbeit mit Stelle {n} im Bereich {n % 7}" for n in range(2000)))
    assert pairs(standing, standing) == {n: n for n in range(2000)}
