# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cursors in addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bruecke.records.cursor import Cursor, decode


@given(
    st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=40), st.integers(0, 2**62), st.booleans()
)
def test_a_cursor_comes_back_from_its_word(text: str, number: int, is_back: bool) -> None:
    cursor = Cursor((text, number), is_back)
    assert decode(cursor.encode(), (str, int)) == cursor


@pytest.mark.parametrize("word", ["", "x", "é", "!!!!", "bm8", "W10", "WzBd", "WzAsMV0", "WzIsMSwyXQ", "A" * 3000])
def test_a_spoilt_word_is_no_cursor(word: str) -> None:
    assert decode(word, (int, int)) is None


def test_a_key_of_another_order_is_no_cursor() -> None:
    word = Cursor(("titel", 3)).encode()
    assert decode(word, (int, int)) is None


def test_a_number_no_database_holds_is_no_cursor() -> None:
    assert decode(Cursor((2**63, 1)).encode(), (int, int)) is None
