# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists that go on with the sentence above them, without a colon."""

import pytest

from bruecke.reader.draft import Modality
from bruecke.reader.structure.leading import runs_on
from tests.reader.structure.reading import draft_of


@pytest.mark.parametrize(
    "text",
    [
        "Dafür werden wir",
        "Wir wollen mehr Höfe erhalten. Dazu sollen",
        "Das Sozialministerium wird gemeinsam mit der Klinik und der AOK",
        "Der Bund setzt sich dafür ein, dass",
        "Partners could",
        "The county will also",
        "Die Gemeinde könnte:",
        "In the coming years, the Province intends to",
        "Der Kreis plant",
        "Die Partner verpflichten sich, dass",
    ],
)
def test_a_sentence_without_its_verb_runs_on(text: str) -> None:
    assert runs_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "Was wir tun wollen",
        "How we will work",
        "Orte, an denen wir leben wollen",
        "Der Kreis wird digital",
        "Was bis 2030 erreicht werden soll",
        "What we will do",
        "Die Gemeinde könnte Wege bauen.",
        "Wirtschaft und Arbeit",
        "",
    ],
)
def test_a_heading_or_a_whole_sentence_does_not_run_on(text: str) -> None:
    assert not runs_on(text)


def test_dashes_before_small_letters_are_items_where_the_sentence_above_runs_on() -> None:
    text = (
        "Vertrag\n\n1. Arbeit\n\nWir wollen mehr Menschen gewinnen. Dafür werden wir\n"
        "– die Beratung in allen Kreisen ausbauen,\n– ein Zentrum einrichten und\n– prüfen, was möglich ist.\n"
    )
    draft = draft_of(text)
    assert [(measure.text, measure.modality) for measure in draft.measures] == [
        ("die Beratung in allen Kreisen ausbauen", Modality.STATEMENT),
        ("ein Zentrum einrichten", Modality.STATEMENT),
        ("prüfen, was möglich ist.", Modality.STATEMENT),
    ]
    assert (draft.lists[0].intro, draft.lists[0].cue) == ("Dafür werden wir", "werden")
    assert [(s.text, s.modality) for s in draft.statements] == [
        ("Wir wollen mehr Menschen gewinnen.", Modality.INTENTION)
    ]


def test_one_dash_of_a_sentence_that_begins_a_line_is_no_item() -> None:
    draft = draft_of("Vertrag\n\n1. Arbeit\n\nIm nächsten Jahr werden wir\n– wie versprochen – das Gesetz ändern.\n")
    assert (len(draft.measures), len(draft.chapters[0].body)) == (0, 1)


def test_a_short_sentence_above_a_list_is_its_intro_and_no_heading() -> None:
    text = (
        "Programm\n\nI. Bildung\n\nDazu sollen\n\na) zwei Schulen in Ruanda ausgestattet,\n"
        "b) Lehrkräfte aus Burundi fortgebildet und\nc) Stipendien für Frauen vergeben werden.\n"
    )
    draft = draft_of(text)
    assert [chapter.title for chapter in draft.chapters] == ["Bildung"]
    assert [measure.reference for measure in draft.measures] == ["I.1", "I.2", "I.3"]
    assert draft.lists[0].modality is Modality.INTENTION


def test_what_somebody_stands_up_for_is_proposed_but_unsure() -> None:
    text = (
        "Programm\n\nI. Verkehr\n\nDer Kreis wird sich dafür einsetzen, dass\n\n"
        "1. die Bahn nach Liberec elektrifiziert wird,\n2. ein gemeinsamer Tarif entsteht.\n"
    )
    draft = draft_of(text)
    assert [measure.text for measure in draft.measures] == [
        "die Bahn nach Liberec elektrifiziert wird",
        "ein gemeinsamer Tarif entsteht.",
    ]
    assert "list_unsure" in {warning.code for warning in draft.warnings}


@pytest.mark.parametrize(
    ("intro", "modality"),
    [
        ("Geplant sind insbesondere:", Modality.INTENTION),
        ("Geprüft werden könnte:", Modality.OPTION),
    ],
)
def test_what_is_planned_is_proposed_whatever_it_is(intro: str, modality: Modality) -> None:
    draft = draft_of(f"Plan\n\nI. Lage\n\n{intro}\n\n- ein Leitfaden auf Englisch\n- ein Nachtbus\n")
    assert [measure.text for measure in draft.measures] == ["ein Leitfaden auf Englisch", "ein Nachtbus"]
    assert draft.lists[0].modality is modality
    assert "list_unsure" in {warning.code for warning in draft.warnings}


def test_these_conferences_that_were_visited_are_no_measures() -> None:
    text = "Bericht\n\nI. Messen\n\nWir nahmen an diesen Konferenzen teil:\n\n- Hannover Messe\n- Münchner Konferenz\n"
    draft = draft_of(text)
    assert (len(draft.measures), [len(target.entries) for target in draft.target_lists]) == (0, [2])


def test_a_verb_to_measure_is_no_measure() -> None:
    text = (
        "Strategy\n\n1. Work\n\nText is here.\n\nHow we will measure success\n\n- number of guests\n- number of calls\n"
    )
    assert draft_of(text).measures == ()


def test_partners_named_after_an_abbreviation_are_targets() -> None:
    text = (
        "Plan\n\nI. Partner\n\nUnsere Partner sind u. a.\n\n- das Netzwerk Nord\n- Engagement Global\n- die Kirchen\n"
    )
    draft = draft_of(text)
    assert (len(draft.measures), [target.intro for target in draft.target_lists]) == (0, ["Unsere Partner sind u. a."])


def test_what_somebody_intends_to_do_is_a_list_of_measures() -> None:
    text = "Policy\n\nA. Trade\n\nThe Province intends to\n\n(a) expand its offices;\n(b) host a conference in 2027.\n"
    draft = draft_of(text)
    assert [(found.modality, found.cue) for found in draft.lists] == [(Modality.INTENTION, "intends to")]
    assert len(draft.measures) == 2


def test_a_list_in_a_section_below_measures_is_proposed_but_unsure() -> None:
    measures = "A. Maßnahmen\n\nI. Verkehr\n\n• Mitfahrbank\n• Rufbus\n"
    draft = draft_of(f"Plan\n\n{measures}\nB. Lage\n\nII. Wege\n\n• rote Äpfel\n• Birnen\n")
    assert [measure.text for measure in draft.measures] == ["Mitfahrbank", "Rufbus"]
    assert [w.code for w in draft.warnings if w.code.startswith("list_")] == ["list_unsure", "list_left"]
