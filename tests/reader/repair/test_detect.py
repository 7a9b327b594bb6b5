# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which lines count as scanned German."""

import pytest

from bruecke.reader.lines import Line
from bruecke.reader.repair.detect import damaged_lines

SCANNED = "Die Gemeinden kdnnen fiir die Pflege der Wege und der Stra8en neue Stellen schaffen, soweit sie wollen."
CLEAN = "Die Gemeinden können für die Pflege der Wege und der Straßen neue Stellen schaffen, soweit sie wollen."
SWISS = "Die Gemeinden können für die Pflege der Wege und Strassen grosse Stellen schaffen, ausser im Oktober."
TYPED = "Die Gemeinden koennen fuer die Pflege der Wege und der Strassen neue Stellen schaffen, soweit moeglich."
NAMES = "Aino Virtanen aus Tampere konnte mit Piet Janssen aus Gent und Ola Berg aus Bergen den Vertrag schreiben."
ENGLISH = "The towns can create new posts for the care of roads and streets, as far as they want, in an era of war."
UMLAUTLESS = (
    "Das Land hat mit den Gemeinden einen Vertrag geschlossen, der die Arbeit auf dem Land und in der Stadt regelt."
)


def found(*texts: str) -> list[int]:
    return sorted(damaged_lines([Line(number, text) for number, text in enumerate(texts, 1)]))


@pytest.mark.parametrize("text", [CLEAN, SWISS, TYPED, NAMES, ENGLISH, UMLAUTLESS, "", "   "])
@pytest.mark.parametrize("times", [1, 30])
def test_what_no_scanner_damaged_is_left_alone(text: str, times: int):
    assert found(*[text] * times) == []


@pytest.mark.parametrize("times", [1, 3, 40])
def test_scanned_german_is_found_however_long(times: int):
    assert found(*[SCANNED] * times) == list(range(times))


def test_headings_and_lists_between_scanned_paragraphs_belong_to_them():
    assert found(SCANNED, SCANNED, "", "Kultur", "Polen", "", SCANNED, SCANNED) == [0, 1, 3, 4, 6, 7]


def test_clean_pages_among_scanned_ones_are_left_alone():
    clean = range(10, 30)
    assert not set(found(*[SCANNED] * 10, *[CLEAN] * 20, *[SCANNED] * 10)) & set(clean)


def test_an_english_page_in_a_scanned_document_is_left_alone():
    assert found(*[SCANNED] * 10, *[ENGLISH] * 20, *[SCANNED] * 10) == [*range(10), *range(30, 40)]


def test_one_slip_in_a_clean_document_is_no_scan():
    assert found(*[CLEAN] * 20, SCANNED, *[CLEAN] * 20) == []
