# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts as bars."""

from defusedxml.ElementTree import fromstring

from bruecke.publish.pictures.bars import LABEL, NUMBER, WIDTH, Bars, bars_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_bars_are_as_long_as_their_counts_and_none_leaves_the_picture() -> None:
    picture = fromstring(
        bars_svg(Bars("Vorhaben <je> Jahr", "2025: 2, 2026: 4", (("2025", 2), ("2026", 4), ("2027", 0))))
    )
    lengths = [float(each.get("width")) for each in picture.iter(f"{SVG}rect")]
    assert lengths == [(WIDTH - LABEL - NUMBER) / 2, WIDTH - LABEL - NUMBER, 0]
    assert [each.text for each in picture.iter(f"{SVG}text")] == ["2025", "2", "2026", "4", "2027", "0"]
    assert picture.find(f"{SVG}title").text == "Vorhaben <je> Jahr"


def test_bars_of_nothing_are_a_picture_all_the_same() -> None:
    assert "<rect" in bars_svg(Bars("Nichts", "keine", (("2026", 0),)))
