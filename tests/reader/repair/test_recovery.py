# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of the damage is found, and how little else is touched, on German written for this test."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bruecke.reader.lines import Line
from bruecke.reader.repair import repair
from tests.reader.repair.damage import damaged

GERMAN = """Die Küstenstädte möchten ihre Häfen für größere Schiffe öffnen und zugleich die Dünen schützen.
Für das kommende Frühjahr plant die Behörde fünf öffentliche Gespräche über die Wärmeversorgung älterer Gebäude.
Bürgerinnen und Bürger können ihre Vorschläge mündlich oder schriftlich einreichen; Auskünfte erteilt das Büro.
Außerdem müssen die Straßenbäume in der Altstadt regelmäßig gegossen und jährlich überprüft werden.
Die Fördermittel fließen überwiegend in kleinere Gemeinden, deren Einnahmen seit Jahren rückläufig sind.
Grundsätzlich gehören Radwege, Fußwege und Brücken zu den Aufgaben, die der Landkreis künftig übernimmt.
Mit dem Rückbau der Fördertürme verändern sich auch die Verkehrsströme zwischen den Städten erheblich.
Während der Wintermonate bleiben die Gewächshäuser geschlossen, ausgenommen sind lediglich Führungen für Schüler.
Der Verein unterstützt junge Künstlerinnen, vermittelt günstige Räume und veröffentlicht ein jährliches Verzeichnis.
Zusätzliche Stellen entstehen vor allem in der Pflege, in Kindertagesstätten sowie bei den Gesundheitsämtern.
Ein äußerst nützliches Werkzeug ist das „Grüne Verzeichnis“, in dem sämtliche Höfe der Umgebung aufgeführt sind.
Höhere Löhne, kürzere Wege und verlässliche Öffnungszeiten erhöhen die Lebensqualität in ländlichen Räumen spürbar.
Schließlich soll die Universität gemeinsam mit französischen und tschechischen Hochschulen Studiengänge einführen.
Natürlich hängt der Erfolg davon ab, dass genügend Fachkräfte verfügbar sind und Zuschüsse pünktlich gewährt werden.
Die Länder bemühen sich, bürokratische Hürden abzubauen und Anträge innerhalb einer angemessenen Frist zu prüfen."""


def lines_of(text: str) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]


def outcome(seed: int) -> tuple[int, int, int]:
    """Words damaged, words of them mended, words spoilt that had been right."""
    read = damaged(GERMAN, seed)
    mended = "\n".join(line.text for line in repair(lines_of(read)).lines)
    words = list(zip(GERMAN.split(), read.split(), mended.split(), strict=True))
    hurt = [(true, now) for true, was, now in words if true != was]
    return len(hurt), sum(true == now for true, now in hurt), sum(w == t != n for t, w, n in words)


@pytest.mark.parametrize("seed", range(8))
def test_nearly_all_damaged_words_are_mended_and_none_is_spoilt(seed: int):
    hurt, mended, spoilt = outcome(seed)
    assert hurt > 80
    assert mended >= 0.93 * hurt
    assert spoilt == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(GERMAN.split("\n")), min_size=1, max_size=15), st.integers(0, 10**6))
def test_repairing_twice_repairs_nothing_more(chosen: list[str], seed: int):
    once = repair(lines_of(damaged("\n".join(chosen), seed)))
    assert repair(once.lines).repairs == ()


@given(st.lists(st.sampled_from(GERMAN.split("\n")), max_size=15))
def test_the_true_text_is_left_alone(chosen: list[str]):
    assert repair(lines_of("\n".join(chosen))).repairs == ()


def test_only_the_scanned_pages_of_a_document_are_touched():
    clean, scanned = GERMAN.split("\n"), damaged(GERMAN, 3).split("\n")
    written = [*clean, *scanned, *clean, "", *scanned[:7], ""]
    lines = [Line(number, text) for number, text in enumerate(written, 1)]
    touched = {one.line for one in repair(lines).repairs}
    assert touched
    assert all(16 <= number <= 30 or number > 46 for number in touched)
    assert len(touched) >= 20
