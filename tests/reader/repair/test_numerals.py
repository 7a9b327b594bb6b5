# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roman numerals of headings are read from their sequence."""

from bruecke.reader.lines import Line
from bruecke.reader.repair.numerals import numeral_repairs


def mended(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    result = list(texts)
    for one in numeral_repairs(lines, frozenset(range(len(lines)))):
        text = result[one.line - 1]
        assert one.reason == "roman"
        result[one.line - 1] = text[: one.start] + one.suggestion + text[one.start + len(one.original) :]
    return result


def test_strokes_and_lost_numerals_follow_from_the_sequence():
    assert mended("1) Anfang", ") Mitte", "lll) Weiter", "lV) Mehr", "V) Noch mehr", "Vl) Ende") == [
        "I) Anfang",
        "II) Mitte",
        "III) Weiter",
        "IV) Mehr",
        "V) Noch mehr",
        "VI) Ende",
    ]


def test_a_sequence_begins_anew_after_the_contents():
    contents = ["I) Anfang", "Il) Mitte", "lll) Ende"]
    assert mended(*contents, "Text", "1) Anfang", "Text", "Il) Mitte", "Text", "III) Ende")[4] == "I) Anfang"


def test_numerals_with_a_full_stop_are_mended_alike():
    assert mended("I. Anfang", "ll. Mitte", "lll. Ende", "IV. Mehr")[1:3] == ["II. Mitte", "III. Ende"]


def test_arabic_numbers_stay():
    texts = ["1) Anfang", "2) Mitte", "3) Ende"]
    assert mended(*texts) == texts


def test_letters_that_number_stay():
    texts = ["i) Anfang", "j) Mitte", "k) Weiter", "l) Ende"]
    assert mended(*texts) == texts


def test_a_lone_bracket_without_a_sequence_stays():
    assert mended(") Regional", "Text", "V) Kunst") == [") Regional", "Text", "V) Kunst"]


def test_a_reference_in_the_text_is_mended():
    assert mended("Siehe Kapitel lll und Abschnitt IV sowie Teil 11.") == [
        "Siehe Kapitel III und Abschnitt IV sowie Teil 11."
    ]
