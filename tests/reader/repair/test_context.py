# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are right with and without dots: the sentence decides, and where it does not, the word stays."""

import pytest

from bruecke.reader.lines import Line
from bruecke.reader.repair import repair

# Enough damage around the sentence that its stretch is recognised as scanned.
AROUND = "Die Stadte wollen fiir ihre Burger kiinftig mehr MaBnahmen fiir die Umwelt prtifen und dartiber berichten."


def read(sentence: str) -> str:
    return repair([Line(1, AROUND), Line(2, ""), Line(3, sentence), Line(4, ""), Line(5, AROUND)]).lines[2].text


@pytest.mark.parametrize(
    ("scanned", "true"),
    [
        (
            "Folgende Schritte konnten aus heutiger Sicht helfen:",
            "Folgende Schritte könnten aus heutiger Sicht helfen:",
        ),
        (
            "Im Jahr 2019 konnte der Verein drei Preise gewinnen.",
            "Im Jahr 2019 konnte der Verein drei Preise gewinnen.",
        ),
        ("Sie wollen die Vereine auf dem Land starken.", "Sie wollen die Vereine auf dem Land stärken."),
        ("Neue Radwege starken den Handel in den Orten.", "Neue Radwege stärken den Handel in den Orten."),
        ("Sie danken den starken Vereinen auf dem Land.", "Sie danken den starken Vereinen auf dem Land."),
        ("Sie wollen die Wege noch starker nutzen.", "Sie wollen die Wege noch stärker nutzen."),
        ("Er ist ein starker Partner der Gemeinden.", "Er ist ein starker Partner der Gemeinden."),
        ("Auch Seen zahlen zu den Zielen der Reisenden.", "Auch Seen zählen zu den Zielen der Reisenden."),
        ("Die Gemeinden zahlen einen Beitrag von 20 Euro.", "Die Gemeinden zahlen einen Beitrag von 20 Euro."),
        ("Das Land fordert kleine Betriebe.", "Das Land fördert kleine Betriebe."),
        ("Die Kammern fordern, dass der Bund handelt.", "Die Kammern fordern, dass der Bund handelt."),
        ("Sie fordern die Freilassung aller Gefangenen.", "Sie fordern die Freilassung aller Gefangenen."),
        ("Dies ist eine Herausforderung und Anforderung.", "Dies ist eine Herausforderung und Anforderung."),
        ("Der Umbau der Flughafen Ost und West beginnt.", "Der Umbau der Flughäfen Ost und West beginnt."),
        ("Bald wird der Flughafen umgebaut.", "Bald wird der Flughafen umgebaut."),
        ("Es gibt rechtliche Mangel.", "Es gibt rechtliche Mängel."),
        ("Es bleibt wenig von den alten Bestanden.", "Es bleibt wenig von den alten Beständen."),
        ("Alle Schulen bestanden die Probe.", "Alle Schulen bestanden die Probe."),
        ("Das Land unterhalt drei Hauser.", "Das Land unterhält drei Häuser."),
        ("Der Unterhalt der Wege ist teuer.", "Der Unterhalt der Wege ist teuer."),
        ("Das Verfahren hat sich bewahrt.", "Das Verfahren hat sich bewährt."),
        ("Die Bewahrung der Natur ist ein Ziel.", "Die Bewahrung der Natur ist ein Ziel."),
        ("Sie ist schon lange bekannt und war hier.", "Sie ist schon lange bekannt und war hier."),
        ("Die Ware kommt aus Polen, das ware gut.", "Die Ware kommt aus Polen, das wäre gut."),
        ("Der Verein kommt aus Osterreich.", "Der Verein kommt aus Österreich."),
        ("Die Kunste und die Lander Europas.", "Die Künste und die Länder Europas."),
    ],
)
def test_the_sentence_decides_between_two_right_words(scanned: str, true: str):
    assert read(scanned) == true


@pytest.mark.parametrize(
    "sentence",
    [
        "Partner sind Québec, Kraków, Ústí nad Labem, Krušnohoří, Wrocław und Besançon.",
        "Der Just Transition Fund und das Annual Meeting finden in Manchester statt.",
        "Die Anlage B2B-3c, der Wert 0.86 und H2O stehen in Tabelle 6 auf Seite 136.",
        "Mehr bei https://beispiel.org/fiir/uber oder unter buro@beispiel.org im Netz.",
        "Das KMU, der VDMA, die AWIS und das SMWK sind dabei.",
        "Der Vertrag mit Tatarstan, Hubei, Abu Dhabi und Tamil Nadu ruht.",
    ],
)
def test_names_foreign_words_and_codes_stay_in_damaged_text(sentence: str):
    assert read(sentence) == sentence


@pytest.mark.parametrize(
    ("scanned", "true"),
    [
        ("Er spricht Uber die Wege.", "Er spricht über die Wege."),
        ("Dabei Ubernimmt er die Wege.", "Dabei übernimmt er die Wege."),
        ("Das ist ein guter Uberblick.", "Das ist ein guter Überblick."),
        ("Das gilt (ber die Grenze hinaus.", "Das gilt über die Grenze hinaus."),
        ("Das sind Gberregional sichtbare Ziele.", "Das sind überregional sichtbare Ziele."),
        ("Eine landerUbergreifende Karte.", "Eine länderübergreifende Karte."),
        ("Das qilt in ltalien und fiir ldeen.", "Das gilt in Italien und für Ideen."),
        ("Der Kl-Einsatz hilft.", "Der KI-Einsatz hilft."),
        ("Die PRAAMBEL steht vorn.", "Die PRÄAMBEL steht vorn."),
        ("Die Nord-Sid-Achse bleibt.", "Die Nord-Süd-Achse bleibt."),
        ("Im Nordwesten liegt GroRbritannien.", "Im Nordwesten liegt Großbritannien."),
    ],
)
def test_letters_and_capitals_are_read_as_german_prints_them(scanned: str, true: str):
    assert read(scanned) == true
