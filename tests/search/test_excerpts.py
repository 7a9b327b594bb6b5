# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Excerpts show the hit, cut at words, and nothing is lost in the pieces."""

from hypothesis import given
from hypothesis import strategies as st

from bruecke.search.excerpts import LENGTH, excerpt, marked

LONG = "Anfang " * 80 + "Städtepartnerschaften mit Polen " + "Ende " * 80


def test_an_excerpt_of_a_long_text_shows_the_hit_between_whole_words() -> None:
    pieces = excerpt(LONG, "de", {"pol"})
    text = "".join(piece.text for piece in pieces)
    assert [piece.text for piece in pieces if piece.is_hit] == ["Polen"]
    assert len(text) <= LENGTH + 4
    assert set(text.split()) <= {*LONG.split(), "…"}


def test_a_text_without_a_hit_has_no_excerpt() -> None:
    assert excerpt("Etwas anderes", "de", {"pol"}) == ()


@given(st.text(), st.sets(st.sampled_from(["a", "b", "haus"])))
def test_pieces_make_up_the_whole_text(text: str, keys: set[str]) -> None:
    assert "".join(piece.text for piece in marked(text, "de", keys)) == text
