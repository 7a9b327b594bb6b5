# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measures with labelled lines, measures with codes, numbers that count on around a list."""

from dataclasses import replace

import pytest

from bruecke.reader.draft import Modality
from bruecke.reader.lines import Line
from tests.reader.structure.reading import draft_of, draft_of_lines, table

SHEETS = """
Radkonzept

M 1: Radweg zum See
Zuständig: Bauamt
Beteiligte: Nachbarstadt, Forst
Termin: 2026
Priorität: hoch
Beschreibung: Lückenschluss auf 2 km.

M 2: Leihräder
Zuständig: Umweltamt
Termin: fortlaufend
Kosten: 20.000 Euro
"""


def test_labelled_lines_without_blank_lines_are_kept_apart() -> None:
    first, second = draft_of(SHEETS).measures
    assert (first.text, first.lead, first.participants, first.deadline) == (
        "Radweg zum See. Lückenschluss auf 2 km.",
        "Bauamt",
        "Nachbarstadt, Forst",
        "2026",
    )
    assert (second.lead, second.deadline, second.cost) == ("Umweltamt", "fortlaufend", "20.000 Euro")


def test_a_heading_with_labelled_lines_is_a_measure_whatever_it_is_called() -> None:
    text = (
        "Plan\n\n1.1 Solardächer\n\nFederführung: Hochbauamt\nFrist: 2027\n\nAlle Schulen.\n\n"
        "1.2 Wärmenetz\n\nFederführung: Stadtwerke\nFrist: 2029\n"
    )
    draft = draft_of(text)
    assert [(m.text, m.lead, m.deadline) for m in draft.measures] == [
        ("Solardächer", "Hochbauamt", "2027"),
        ("Wärmenetz", "Stadtwerke", "2029"),
    ]
    assert draft.chapters == ()


def test_labelled_lines_below_an_item_are_its_fields() -> None:
    text = (
        "Plan\n\nFolgende Maßnahmen sind geplant:\n\n1. Radweg bauen\n   Zuständig: Bauamt\n   Termin: 2026\n"
        "2. Leihräder beschaffen\n   Zuständig: Umweltamt\n"
    )
    assert [(m.text, m.lead, m.deadline) for m in draft_of(text).measures] == [
        ("Radweg bauen", "Bauamt", "2026"),
        ("Leihräder beschaffen", "Umweltamt", ""),
    ]


def test_codes_with_letters_number_items() -> None:
    draft = draft_of(
        "Plan\n\nA. Arbeit\n\nDer Kreis will:\nA.1 Betriebe fördern\nA.2 Plätze\nschaffen\nA.3 Firmen beraten\n"
    )
    assert [m.text for m in draft.measures] == ["Betriebe fördern", "Plätze schaffen", "Firmen beraten"]
    assert draft.lists[0].modality is Modality.INTENTION


def test_one_code_alone_numbers_nothing() -> None:
    assert draft_of("Plan\n\nText davor.\n\nG7 Gipfel im Sommer\n\nDer Rat tagt im Juni.\n").lists == ()


def test_a_chapter_counts_on_after_a_numbered_list_within_the_one_before() -> None:
    text = (
        "Plan\n\n1. Lage\n\nText steht hier.\n\n2. Wege\n\nFolgende Schritte sind denkbar:\n\n1. Gründung eines Büros\n"
        "2. Beratung der Betriebe\n\n3. Finanzierung\n\nAlles steht unter Vorbehalt.\n"
    )
    draft = draft_of(text)
    assert [(chapter.number, chapter.title) for chapter in draft.chapters] == [
        ("1", "Lage"),
        ("2", "Wege"),
        ("3", "Finanzierung"),
    ]
    assert len(draft.measures) == 2


@pytest.mark.parametrize(
    ("intro", "items", "measures", "targets"),
    [
        ("Die wichtigsten Branchen im Kreis sind:", ("Maschinenbau", "Holzverarbeitung", "Tourismus"), 0, 3),
        ("An dem Konzept haben mitgewirkt:", ("Stadt Seeburg", "Hochschule", "Beratung Nord"), 0, 3),
        ("Wir haben uns auf Folgendes verständigt:", ("Wir prüfen ein Büro.", "Wir verdoppeln die Mittel."), 2, 0),
        ("Die Gemeinde könnte", ("Zisternen fördern", "den Bach renaturieren"), 2, 0),
        ("Was wir tun:", ("Schulgärten anlegen", "Fahrten organisieren"), 2, 0),
    ],
)
def test_what_a_list_is_follows_from_its_intro_and_its_items(
    intro: str, items: tuple[str, ...], measures: int, targets: int
) -> None:
    draft = draft_of(
        "Plan\n\n1. Wege\n\nText steht hier.\n\n" + intro + "\n\n" + "\n".join(f"- {i}" for i in items) + "\n"
    )
    found = sum(len(target.entries) for target in draft.target_lists)
    assert (len(draft.measures), found) == (measures, targets)


def test_duties_of_an_office_are_proposed_but_unsure() -> None:
    draft = draft_of("Plan\n\nDie zentralen Aufgaben der Stelle sind:\n\n- Beratung der Ämter\n- Auskunft\n")
    assert len(draft.measures) == 2
    assert "list_unsure" in {warning.code for warning in draft.warnings}


def test_a_table_that_says_what_who_and_when_holds_measures() -> None:
    lines = table(1, ("Nr.", "Was", "Wer", "Bis wann"), ("1", "Sommerschule weiterführen", "Rat", "2026"))
    assert [(m.text, m.lead, m.deadline) for m in draft_of_lines(lines, "docx").measures] == [
        ("Sommerschule weiterführen", "Rat", "2026")
    ]


PASTED = (
    "Plan der Region Mitte",
    "",
    "Der Rat der Region hat im vergangenen Jahr gemeinsam mit den Gemeinden am",
    "Fluss einen Plan beschlossen, der die Wege der Menschen zu Fuß, mit dem Rad",
    "und mit dem Bus besser miteinander verbindet und die Orte am Rand besonders",
    "achtet. Er gilt für zehn Jahre und wird danach mit allen Gemeinden auch auf",
    "seine Wirkung hin betrachtet und beraten. Die Gemeinden tragen ihn alle mit",
    "großer Einigkeit und haben ihn in ihren Räten ebenfalls beraten und dazu im",
    "Herbst gemeinsam einen Beschluss gefasst.",
    "",
    "Folgende Maßnahmen könnten ergriffen werden:",
    "- Ausbau der Radwege am Fluss mit allen Gemeinden und mit den Betrieben der",
    "Region bis zum See",
    "- Gründung einer Anlaufstelle für alle Fragen des Verkehrs in der Mitte der",
    "Region mit zwei Stellen",
    "- Fortführung der Gespräche mit den Betrieben über die Wege der Menschen zu",
    "ihrer Arbeit",
)


def test_printed_lines_that_became_paragraphs_in_word_are_read_as_lines() -> None:
    draft = draft_of_lines([Line(number, text) for number, text in enumerate(PASTED, 1)], "docx")
    assert [measure.lines for measure in draft.measures] == [(12, 13), (14, 15), (16, 17)]


def test_a_chapter_on_top_of_a_page_ends_the_list_of_the_page_before() -> None:
    first = [
        "III. Wasser",
        "",
        "Der Rat pflegt die Ufer und achtet mit den Gemeinden am Fluss auf die Fische.",
        "",
        "Folgende Maßnahmen könnten folgen:",
        "- Ausbau der Deiche",
    ]
    second = [
        "IV. Kultur",
        "",
        "Der Rat achtet die Kunst.",
        "",
        "Folgende Maßnahmen könnten folgen:",
        "- Förderung der Chöre",
    ]
    third = ["Ausblick", "", "Der Rat prüft den Plan im Jahr 2030."]
    pages = [(page, text) for page, texts in enumerate((first, second, third), 1) for text in texts]
    draft = draft_of_lines([Line(number, text, page) for number, (page, text) in enumerate(pages, 1)], "pdf")
    assert [chapter.title for chapter in draft.chapters] == ["Wasser", "Kultur", "Ausblick"]
    assert [measure.text for measure in draft.measures] == ["Ausbau der Deiche", "Förderung der Chöre"]


def test_a_cell_merged_over_rows_belongs_to_each_and_a_row_across_is_no_measure() -> None:
    rows = table(3, ("Maßnahme", "Wer", "Bis wann"), ("Verkehr", "", ""), ("Radweg", "Bauamt", "2026"), ("Bus", "", ""))
    rows[1] = replace(rows[1], across=True)
    rows[3] = replace(rows[3], carried=(1, 2))
    draft = draft_of_lines([Line(1, "Plan"), Line(2, ""), *rows])
    assert [(m.text, m.lead, m.deadline) for m in draft.measures] == [
        ("Radweg", "Bauamt", "2026"),
        ("Bus", "Bauamt", "2026"),
    ]
    assert [warning.message_en for warning in draft.warnings if warning.code == "row_left"] == [
        "This row was not read as a measure: “Verkehr”"
    ]


def test_a_measure_of_success_is_an_indicator() -> None:
    rows = table(3, ("Action", "Who", "Measure of success"), ("Map the heat", "Planning", "Map published"))
    draft = draft_of_lines([Line(1, "Plan"), Line(2, ""), *rows])
    assert [(m.text, m.indicator) for m in draft.measures] == [("Map the heat", "Map published")]


def test_a_dash_in_a_cell_says_nothing() -> None:
    rows = table(3, ("Maßnahme", "Zuständig", "Kosten"), ("Radweg", "Bauamt", "–"), ("Bus", "-", "20 €"))
    draft = draft_of_lines([Line(1, "Plan"), Line(2, ""), *rows])
    assert [(m.lead, m.cost) for m in draft.measures] == [("Bauamt", ""), ("", "20 €")]
