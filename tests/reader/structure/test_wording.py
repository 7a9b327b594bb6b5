# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kind, modality, openness and continuation from the wording."""

import pytest

from bruecke.reader.draft import Kind, Modality
from bruecke.reader.structure.examples import examples
from bruecke.reader.structure.kinds import goes_on, kind
from bruecke.reader.structure.modality import binding, continuing, open_cue


@pytest.mark.parametrize(
    ("text", "expected", "cue"),
    [
        ("Ausbau des Radwegenetzes", Kind.EXPAND, "Ausbau"),
        ("Weitere Stärkung des Hafens", Kind.EXPAND, "Stärkung"),
        ("Radwege ausbauen", Kind.EXPAND, "ausbauen"),
        ("We will expand the tram network", Kind.EXPAND, "expand"),
        ("Prüfung einer Fähre", Kind.EXAMINE, "Prüfung"),
        ("Überprüfung der Verträge", Kind.EVALUATE, "Überprüfung"),
        ("Evaluate the grants", Kind.EVALUATE, "Evaluate"),
        ("Schaffung von Begegnungsorten", Kind.CREATE, "Schaffung"),
        ("Eine Anlaufstelle einrichten", Kind.CREATE, "einrichten"),
        ("Establish an agency", Kind.CREATE, "Establish"),
        ("Fortführung der Gespräche", Kind.CONTINUE, "Fortführung"),
        ("Weiterentwicklung der Leitlinie", Kind.DEVELOP, "Weiterentwicklung"),
        ("Koordinierung und Umsetzung des Jahresplans", Kind.IMPLEMENT, "Koordinierung"),
        ("Jugendförderung im Grenzraum", Kind.SUPPORT, "Jugendförderung"),
        ("Gemeinsame Auftritte im Ausland", Kind.ORGANISE, "Auftritte"),
        ("Teilnahme an Messen", Kind.PARTICIPATE, "Teilnahme"),
        ("Enge Kooperation mit Hochschulen", Kind.COOPERATE, "Kooperation"),
        ("Standortmarketing in Übersee", Kind.INFORM, "Standortmarketing"),
        ("Internationale Wasserkonferenz", Kind.FORMAT, "Wasserkonferenz"),
        ("Wir bauen die Beratung im Norden aus", Kind.EXPAND, "bauen die Beratung im Norden aus"),
        ("Gemeinsame Vorhaben", Kind.COOPERATE, "Gemeinsame"),
        ("Bund-Länder-Projekte", Kind.OTHER, ""),
        ("Linienverkehre prüfen, z. B. mit Tirol", Kind.EXAMINE, "prüfen"),
        ("Buslinien stärken, insbesondere: Takt und Tarif", Kind.EXPAND, "stärken"),
        ("Sprachkurse fortsetzen (z. B. im Werk) und Chöre fördern", Kind.CONTINUE, "fortsetzen"),
        ("Hitzeplan erarbeiten und umsetzen", Kind.DEVELOP, "erarbeiten"),
        ("Vereine, die den Sport stärken, unterstützen", Kind.SUPPORT, "unterstützen"),
        ("Ausbau der Angebote, die den Tausch fördern", Kind.EXPAND, "Ausbau"),
        ("Um Kinder zu stärken, Spielplätze bauen", Kind.CREATE, "bauen"),
        ("Einen Veranstaltungskalender auslegen", Kind.OTHER, ""),
        ("Städtepartnerschaften begründen", Kind.CREATE, "begründen"),
        ("Studienkolleg in Rostock eröffnen", Kind.CREATE, "eröffnen"),
        ("Barrierefreier Umbau des Rathauses", Kind.DEVELOP, "Umbau"),
        ("Sanierung der Grundschule", Kind.DEVELOP, "Sanierung"),
        ("Sprechstunden anbieten", Kind.IMPLEMENT, "anbieten"),
        ("Zuschuss zum Ticket", Kind.SUPPORT, "Zuschuss"),
        ("Neuer Internetauftritt", Kind.CREATE, "Neuer"),
        ("Maschinenbau", Kind.OTHER, ""),
        ("Holzverarbeitung", Kind.OTHER, ""),
    ],
)
def test_a_measures_kind_follows_from_its_head_word(text: str, expected: Kind, cue: str) -> None:
    assert kind(text) == (expected, cue)


def test_kinds_survive_misread_umlauts() -> None:
    assert [kind(text)[0] for text in ("Starkung der Hafen", "Prifung neuer Wege", "Forderung von Chéren")] == [
        Kind.EXPAND,
        Kind.EXAMINE,
        Kind.SUPPORT,
    ]


@pytest.mark.parametrize(
    ("text", "language", "modality", "cue"),
    [
        ("Folgende Schritte könnten aus heutiger Sicht folgen:", "de", Modality.OPTION, "könnten"),
        ("Folgende Schritte kdnnten folgen:", "de", Modality.OPTION, "kdnnten"),
        ("Dazu sollen folgende Schritte getan werden:", "de", Modality.INTENTION, "sollen"),
        ("Das Land will:", "de", Modality.INTENTION, "will"),
        ("Mit diesen Schritten wird dem Mangel begegnet:", "de", Modality.STATEMENT, "wird"),
        ("Der Rat beschließt folgende Schritte:", "de", Modality.STATEMENT, "beschließt"),
        ("It is intended to take these steps:", "en", Modality.INTENTION, "intended"),
        ("Measures that may be taken:", "en", Modality.OPTION, "may"),
        ("The county intends to:", "en", Modality.INTENTION, "intends to"),
        ("The county will:", "en", Modality.STATEMENT, "will"),
        ("Maßnahmen:", "de", Modality.UNKNOWN, ""),
    ],
)
def test_the_least_binding_word_decides(text: str, language: str, modality: Modality, cue: str) -> None:
    found = binding(text, language)
    assert (found.modality, found.cue) == (modality, cue)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Mit folgenden und weiteren Schritten:", "folgenden und weiteren"),
        ("Dazu zählen u. a.:", "u. a."),
        ("Steps include, for example:", "for example"),
        ("Mit diesen und weiteren Schritten:", "diesen und weiteren"),
        ("Folgende Schritte:", ""),
    ],
)
def test_an_open_list_says_so(text: str, cue: str) -> None:
    assert open_cue(text) == cue


def test_an_intro_may_carry_its_measures_on() -> None:
    assert continuing("Folgende Schritte sollen auch künftig ergriffen werden:")
    assert not continuing("Die Zusammenarbeit soll weiter ausgebaut werden:")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fortsetzung der Projekte", True),
        ("Verstetigung der Mittel", True),
        ("Weiterer Aufbau der Beratung", True),
        ("Weiterentwicklung bzw. Fortschreibung des Konzepts", True),
        ("Prüfung weiterer Partnerschaften", False),
        ("Erstellung einer Konzeption", False),
        ("Continue the grants", True),
        ("Weitere Partnerschaften im Süden prüfen", False),
        (f"das Leitbild für {'Nachbarn und ' * 12}Freunde fortschreiben", True),
        ("Chöre fortsetzen (z. B. im Werk) und Theater fördern", True),
    ],
)
def test_continuing_measures_are_told_from_new_ones(text: str, expected: bool) -> None:
    assert goes_on(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hilfe für Vereine (z. B. Chöre, Orchester und Theater) im Osten", ("Chöre", "Orchester", "Theater")),
        ("Besuche, wie z.B. in Flandern (Belgien) und Wales", ("Flandern (Belgien)", "Wales")),
        ("Projekte wie z.B. das Filmfest und Förderung der Kunst", ("Filmfest",)),
        ("Work with partners such as the port, the chamber and the university", ("port", "chamber", "university")),
        ("Ausbau der Netze", ()),
        ("Hilfe, z. B. beim Umzug und bei Behörden", ("Umzug", "Behörden")),
        ("Kultur u. a. durch Gastspiele und Nachwuchsförderung", ("Gastspiele", "Nachwuchsförderung")),
        ("Kurse, insbesondere zu Recht, Steuern und Zoll", ("Recht", "Steuern", "Zoll")),
        ("Ausbau, insbesondere im Bahnverkehr", ()),
    ],
)
def test_examples_are_what_the_wording_names_as_such(text: str, expected: tuple[str, ...]) -> None:
    assert examples(text) == expected
