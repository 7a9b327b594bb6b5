# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""ß read as a capital in text whose umlauts came through."""

from bruecke.reader.lines import Line
from bruecke.reader.repair import repair

TEXT = "Die Städte können MaBnahmen für große Plätze schließen, auRerdem müssen StraRen geöffnet werden."


def read(text: str) -> str:
    return repair([Line(1, text)]).lines[0].text


def test_sharp_s_is_mended_and_nothing_else_is_touched():
    assert read(TEXT) == (
        "Die Städte können Maßnahmen für große Plätze schließen, außerdem müssen Straßen geöffnet werden."
    )


def test_one_odd_word_alone_stays():
    assert read("Die Städte können MaBnahmen für große Plätze beschließen.").count("MaBnahmen") == 1


def test_names_with_capitals_inside_stay():
    text = "Über LoRa, visitBerlin, OpenBike, ZenRobotics und itBeschaffungen sprechen die Städte gern."
    assert read(text) == text
