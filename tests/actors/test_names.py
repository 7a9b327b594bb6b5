# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names that may be one person's meet, whatever the spelling or script; others do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.actors.names import are_alike, name_key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Müller, Jana", "JANA MUELLER"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Юлия Ковальчук", "Julia Kowaltschuk"),
        ("Jiří Dvořák", "Jiri Dvorak"),
        ("Michał Czarnecki", "Michal Tscharnecki"),
        ("Hanka Šěrakowa", "Hanka Scherakowa"),
        ("Prof. Anna Schmidt", "Anna Schmitd Prof"),
    ],
)
def test_the_same_name_in_other_spelling_is_alike(first: str, second: str) -> None:
    assert are_alike(name_key(first), name_key(second))


@pytest.mark.parametrize(
    ("first", "second"), [("Jana Müller", "Jan Miller-Kern"), ("Anna Nowak", "Piotr Nowak"), ("", "")]
)
def test_other_names_are_not(first: str, second: str) -> None:
    assert not are_alike(name_key(first), name_key(second))


@given(st.text(max_size=80))
def test_a_key_is_short_plain_and_of_itself(text: str) -> None:
    key = name_key(text)
    assert len(key) <= 200
    assert key.isascii()
    assert name_key(f" {text},") == key


@given(st.permutations(["Jana", "Maria", "Nowak"]))
def test_order_of_words_does_not_count(words: list[str]) -> None:
    assert name_key(" ".join(words)) == name_key("Jana Maria Nowak")
