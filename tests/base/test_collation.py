# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The stored order of titles."""

from bruecke.base.collation import sort_key


def test_umlauts_sort_with_their_vowels_and_sharp_s_as_two() -> None:
    words = ["Zittau", "Österreich", "Oderraum", "Straße", "Strasbourg", "ähnlich", "Apfel", "Łódź", "Lausitz"]
    assert sorted(words, key=sort_key) == [
        "ähnlich", "Apfel", "Lausitz", "Łódź", "Oderraum", "Österreich", "Strasbourg", "Straße", "Zittau",
    ]  # fmt: skip


def test_numbers_sort_by_value() -> None:
    assert sorted(["Messe 10", "Messe 9", "Messe 2030", "Messe 007"], key=sort_key) == [
        "Messe 007", "Messe 9", "Messe 10", "Messe 2030",
    ]  # fmt: skip


def test_marks_and_quotes_do_not_count() -> None:
    assert sort_key("„Sächsische Brücke“") == sort_key("sachsische brucke") == "sachsische brucke"


def test_a_key_fits_its_column_and_is_ascii() -> None:
    key = sort_key("Ä1" * 400)
    assert (len(key) <= 300, key.isascii()) == (True, True)
