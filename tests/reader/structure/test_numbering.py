# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands before titles and items."""

import pytest

from bruecke.reader.structure.numbering import as_roman, bullet, number, roman


@pytest.mark.parametrize("mark", ["—", "–", "-", "-~", "~", "•", "*", "o", "▪", "·", "➢", "✓"])
def test_every_usual_bullet_is_known(mark: str) -> None:
    found = bullet(f"  {mark} Ausbau der Netze")
    assert found is not None
    assert (found.mark, found.text, found.value) == (mark, "Ausbau der Netze", 0)


@pytest.mark.parametrize(
    ("mark", "family", "value"),
    [
        ("1.", "arabic", 1),
        ("12)", "arabic", 12),
        ("(3)", "arabic", 3),
        ("a)", "letter", 1),
        ("c.", "letter", 3),
        ("iv)", "roman", 4),
    ],
)
def test_every_usual_number_of_an_item_is_known(mark: str, family: str, value: int) -> None:
    found = bullet(f"{mark} Ausbau der Netze")
    assert found is not None
    assert (found.family, found.value, found.text) == (family, value, "Ausbau der Netze")


@pytest.mark.parametrize("text", ["24. Februar 2022 begann es", "2019. Danach", "Ausbau - der Netze", "3,5 Mio. Euro"])
def test_what_is_no_bullet_is_none(text: str) -> None:
    assert bullet(text) is None


@pytest.mark.parametrize(
    ("line", "family", "printed", "title"),
    [
        ("IV) Bildung", "roman", "IV", "Bildung"),
        ("lll)  Wirtschaft", "roman", "III", "Wirtschaft"),
        ("Il) Partnerschaften", "roman", "II", "Partnerschaften"),
        ("III. Kultur", "roman", "III", "Kultur"),
        ("4.2 Verkehr", "decimal", "4.2", "Verkehr"),
        ("2.1.3. Rad", "decimal", "2.1.3", "Rad"),
        ("3. Klima", "arabic", "3", "Klima"),
        ("B. Mittel", "letter", "B", "Mittel"),
        ("Kapitel 3: Energie", "keyword", "3", "Energie"),
        ("Chapter 2 – Delivery", "keyword", "2", "Delivery"),
        ("Handlungsfeld 1 Wasser", "keyword", "1", "Wasser"),
        ("Teil II: Wege", "keyword", "II", "Wege"),
        ("§ 5 Kosten", "paragraph", "§ 5", "Kosten"),
        (") Zweites", "lost", "", "Zweites"),
    ],
)
def test_chapters_are_numbered_in_any_usual_way(line: str, family: str, printed: str, title: str) -> None:
    found = number(line)
    assert found is not None
    assert (found.family, found.number, found.text) == (family, printed, title)


@pytest.mark.parametrize("value", [1, 4, 9, 14, 39, 88])
def test_roman_numerals_read_as_they_are_written(value: int) -> None:
    assert roman(as_roman(value)) == value


@pytest.mark.parametrize("text", ["", "IIX", "VV", "Q"])
def test_what_is_no_roman_numeral_is_nought(text: str) -> None:
    assert roman(text) == 0
