# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals, measures, targets, nested items, tables, headed measures."""

from bruecke.reader.draft import Draft, Kind, Modality
from bruecke.reader.lines import Line, Role
from tests.reader.structure.reading import draft_of, draft_of_lines, marked, table, typed

PLAN = """
Klimaplan der Stadt 2030

1. Ziele

Wir verfolgen diese Ziele:

• Klimaneutralität bis 2035
• Halbierung des Verbrauchs

2. Verkehr

Folgende Maßnahmen sollen bis 2030 umgesetzt werden:

a) Ausbau des Radwegenetzes auf 300 km
b) Einführung einer Parkraumbewirtschaftung, u. a. in
   der Altstadt
c) Prüfung einer Stadtbahn:
   – Trasse Nord
   – Trasse Süd
d) Fortsetzung des Jobtickets

Die Stadt arbeitet mit folgenden Ländern zusammen:

– Polen
– Litauen, darunter Vilnius

3. Gebäude

Es könnten weitere Vorhaben folgen, z. B.:

— Photovoltaik auf Schulen installieren,
— Sanierungsberatung ausbauen.

Folgende Vorhaben werden fortgesetzt:

— Beratung der Vereine
"""


def texts(draft: Draft, of_list: str) -> list[str]:
    return [measure.text for measure in draft.measures if measure.list == of_list]


def test_goals_are_the_list_that_announces_goals() -> None:
    draft = draft_of(PLAN)
    assert [(goal.reference, goal.text, goal.lines) for goal in draft.goals] == [
        ("Z1", "Klimaneutralität bis 2035", (7, 7)),
        ("Z2", "Halbierung des Verbrauchs", (8, 8)),
    ]


def test_each_list_says_how_it_binds_and_by_which_words() -> None:
    draft = draft_of(PLAN)
    assert [
        (found.reference, found.modality, found.cue, found.open_cue, found.continuing, len(found.measures))
        for found in draft.lists
    ] == [
        ("2", Modality.INTENTION, "sollen", "", False, 4),
        ("3", Modality.OPTION, "könnten", "z. B.", False, 2),
        ("3.b", Modality.STATEMENT, "werden", "", True, 1),
    ]


def test_items_over_several_lines_and_nested_items_are_one_measure() -> None:
    draft = draft_of(PLAN)
    assert [(measure.reference, measure.lines, measure.text) for measure in draft.measures if measure.list == "2"] == [
        ("2.1", (14, 14), "Ausbau des Radwegenetzes auf 300 km"),
        ("2.2", (15, 16), "Einführung einer Parkraumbewirtschaftung, u. a. in der Altstadt"),
        ("2.3", (17, 19), "Prüfung einer Stadtbahn: – Trasse Nord – Trasse Süd"),
        ("2.4", (20, 20), "Fortsetzung des Jobtickets"),
    ]


def test_a_second_list_of_a_chapter_counts_anew_below_a_letter() -> None:
    measure = draft_of(PLAN).measures[-1]
    assert (measure.reference, measure.list, measure.chapter, measure.continuing) == ("3.b.1", "3.b", "3", True)


def test_countries_are_targets_and_no_measures() -> None:
    targets = draft_of(PLAN).target_lists
    assert [(t.reference, t.chapter, [entry.text for entry in t.entries]) for t in targets] == [
        ("2.T", "2", ["Polen", "Litauen, darunter Vilnius"])
    ]
    assert [mention.code for mention in targets[0].entries[0].mentions] == ["PL"]


def test_formats_are_targets_unless_the_intro_calls_them_measures() -> None:
    items = "\n\n– Jahreskonferenz Wasser\n\n– Forum Europa"
    named = draft_of("Plan\n\nI. Foren\n\nFolgende Dialogformate könnten als Maßnahme fortgesetzt werden:" + items)
    plain = draft_of("Plan\n\nI. Foren\n\nDas Land kennt folgende Dialogformate:" + items)
    assert [measure.kind for measure in named.measures] == [Kind.FORMAT, Kind.FORMAT]
    assert (len(plain.measures), [len(t.entries) for t in plain.target_lists]) == (0, [2])


def test_measures_in_english_are_read_with_their_modality() -> None:
    draft = draft_of(
        "Strategic plan\n\nChapter 1: Energy\n\nTo reach this goal, the ministry should:\n\n"
        "(1) examine offshore sites\n"
        "(2) continue the grants\n(3) publish a report every year\n\nPartner cities may "
        "include:\n\n- Rotterdam\n- Gdynia\n"
    )
    assert [(m.reference, m.modality, m.kind, m.continuing) for m in draft.measures] == [
        ("1.1", Modality.INTENTION, Kind.EXAMINE, False),
        ("1.2", Modality.INTENTION, Kind.CONTINUE, True),
        ("1.3", Modality.INTENTION, Kind.INFORM, False),
    ]
    assert [entry.text for entry in draft.target_lists[0].entries] == ["Rotterdam", "Gdynia"]


def test_bullets_of_several_kinds_make_one_list() -> None:
    draft = draft_of(
        "Plan\n\nDie Gemeinde plant folgende Maßnahmen:\n- Ausbau des Netzes\n• Schaffung "
        "von Stellen\n* Prüfung der Kosten"
    )
    assert texts(draft, "M") == ["Ausbau des Netzes", "Schaffung von Stellen", "Prüfung der Kosten"]


def test_a_dash_inside_an_item_begins_none() -> None:
    draft = draft_of(
        "Plan\n\nI. Kunst\n\nFolgende Maßnahmen könnten folgen:\n\n— Stipendien (v. a. für "
        "Musik —\n\ninsbesondere der Stiftung\n"
        "— und für Tanz)\n\n— Ausbau der Säle"
    )
    assert texts(draft, "I") == [
        "Stipendien (v. a. für Musik — insbesondere der Stiftung — und für Tanz)",
        "Ausbau der Säle",
    ]


def test_an_item_goes_on_over_a_page_number() -> None:
    text = (
        "Bericht\n\nI. Lage\n\nDie folgenden Maßnahmen sollen kommen:\n\n– Ausbau der Bahn "
        "zwischen Hafen und\n12\nGrenzort\n\n– Prüfung der Tarife"
    )
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    draft = draft_of_lines(marked(lines, Role.FURNITURE, "12"))
    assert [(measure.text, measure.lines) for measure in draft.measures] == [
        ("Ausbau der Bahn zwischen Hafen und Grenzort", (7, 9)),
        ("Prüfung der Tarife", (11, 11)),
    ]


def test_a_nested_list_announced_as_measures_is_a_list_of_its_own() -> None:
    draft = draft_of(
        "Plan\n\nI. Lage\n\nFolgende Maßnahmen sollen kommen:\n\n• Ausbau der Bahn\n• Für "
        "die Schulen folgende Maßnahmen:\n"
        "    – Förderung der Chöre\n    – Prüfung der Wege\n"
    )
    assert [(found.reference, list(found.measures), found.intro) for found in draft.lists] == [
        ("I", ["I.1"], "Folgende Maßnahmen sollen kommen:"),
        ("I.b", ["I.b.1", "I.b.2"], "Für die Schulen folgende Maßnahmen:"),
    ]


def test_items_of_a_format_nest_by_their_level() -> None:
    draft = draft_of_lines(
        typed(
            (Role.HEADING, "Plan", 1),
            (Role.HEADING, "Maßnahmen", 2),
            (Role.ITEM, "Beratung der Gemeinden", 1, "•"),
            (Role.ITEM, "vor Ort", 2, "–"),
            (Role.ITEM, "auch am Abend", 2, ""),
            (Role.ITEM, "Ausbau der Netze", 1, "•"),
        ),
        "docx",
    )
    assert [(measure.text, measure.lines) for measure in draft.measures] == [
        ("Beratung der Gemeinden – vor Ort auch am Abend", (3, 5)),
        ("Ausbau der Netze", (6, 6)),
    ]
    assert [warning.code for warning in draft.warnings] == ["modality_unknown"]


def test_a_list_that_nothing_announces_is_proposed_with_a_warning() -> None:
    draft = draft_of("Plan\n\nI. Lage\n\nSo sieht es aus:\n\n• Ausbau der Bahn\n• Prüfung der Wege\n")
    assert [measure.reference for measure in draft.measures] == ["I.1", "I.2"]
    assert [warning.code for warning in draft.warnings] == ["modality_unknown", "list_unsure"]


def test_a_list_of_anything_else_stays_in_the_text() -> None:
    draft = draft_of("Plan\n\nI. Lage\n\nGefragt waren:\n\n• rote Äpfel\n• grüne Birnen\n")
    assert [paragraph.text for paragraph in draft.chapters[0].body] == ["Gefragt waren:", "rote Äpfel", "grüne Birnen"]
    assert [warning.code for warning in draft.warnings] == ["no_list", "list_left"]


def test_a_table_of_measures_gives_lead_deadline_indicator_and_cost() -> None:
    lines = [
        Line(1, "Action plan", role=Role.HEADING, level=1),
        Line(2, "The table lists what the county will do."),
        *table(
            3,
            ("No.", "Action", "Lead", "Partners", "Deadline", "Indicator", "Budget", "Colour"),
            ("1", "Open a service desk", "Department of Trade", "Chamber", "Q3 2026", "Visits", "EUR 40,000", "red"),
            ("2", "Train 120 advisers", "HR office", "", "2027", "Advisers", "", "blue"),
        ),
    ]
    draft = draft_of_lines(lines, "docx")
    assert [
        (m.reference, m.lines, m.text, m.lead, m.participants, m.deadline, m.indicator, m.cost) for m in draft.measures
    ] == [
        ("M.1", (4, 4), "Open a service desk", "Department of Trade", "Chamber", "Q3 2026", "Visits", "EUR 40,000"),
        ("M.2", (5, 5), "Train 120 advisers", "HR office", "", "2027", "Advisers", ""),
    ]
    assert (draft.lists[0].table, draft.lists[0].modality) == (True, Modality.STATEMENT)
    assert [warning.message_en for warning in draft.warnings if warning.code == "columns_ignored"] == [
        "Table M: these columns were not taken over: Colour."
    ]


def test_a_german_table_of_measures_is_read_alike() -> None:
    lines = [
        Line(1, "Plan", role=Role.HEADING, level=1),
        *table(
            2,
            ("Maßnahme", "Zuständig", "Termin"),
            ("Radweg bauen", "Bauamt", "bis 2027"),
            ("Maßnahme", "Zuständig", "Termin"),
        ),
    ]
    assert [(m.text, m.lead, m.deadline, m.kind) for m in draft_of_lines(lines, "odt").measures] == [
        ("Radweg bauen", "Bauamt", "bis 2027", Kind.CREATE)
    ]


def test_a_table_without_a_column_of_measures_is_none() -> None:
    lines = [Line(1, "Plan", role=Role.HEADING, level=1), *table(2, ("Land", "Hauptstadt"), ("Polen", "Warschau"))]
    draft = draft_of_lines(lines, "docx")
    assert ([w.code for w in draft.warnings], draft.measures) == (["no_chapters", "no_list", "table_left"], ())


def test_measures_that_are_headings_take_their_labelled_lines() -> None:
    draft = draft_of(
        "Aktionsplan\n\nMaßnahme 1: Aufbau einer Anlaufstelle\n\nSie berät in fünf Sprachen.\nZuständig: Sozialamt\n"
        "Frist: 31.12.2026\n\nMaßnahme 2: Kurse ausweiten\n\nMehr am Abend.\nFederführung: "
        "Volkshochschule\nKosten: 40.000 Euro\n"
    )
    assert [(m.reference, m.text, m.lead, m.deadline, m.cost, m.lines) for m in draft.measures] == [
        ("M.1", "Aufbau einer Anlaufstelle", "Sozialamt", "31.12.2026", "", (3, 7)),
        ("M.2", "Kurse ausweiten", "Volkshochschule", "", "40.000 Euro", (9, 13)),
    ]


def test_goals_may_be_headings() -> None:
    draft = draft_of(
        "Plan\n\nStrategisches Ziel 1: Saubere Luft\n\nDie Luft wird rein.\n\nStrategisches "
        "Ziel 2: Klares Wasser\n\nEs fließt."
    )
    assert [(goal.reference, goal.text) for goal in draft.goals] == [("Z1", "Saubere Luft"), ("Z2", "Klares Wasser")]


def test_a_document_without_any_list_says_so() -> None:
    draft = draft_of("Nur ein Satz.")
    assert [warning.code for warning in draft.warnings] == ["no_title", "no_chapters", "no_list"]


def test_an_empty_document_gives_an_empty_draft() -> None:
    draft = draft_of_lines([])
    assert (draft.measures, draft.chapters, draft.title) == ((), (), None)


def test_text_below_a_hanging_item_is_none_of_it() -> None:
    draft = draft_of(
        "Plan\n\nDazu gehören folgende Maßnahmen:\n- Beratung von Gründerinnen und\n  Gründern im Handwerk; sowie\n"
        "- Erarbeitung eines Leitfadens\nDer Rat entscheidet jedes Jahr über die Mittel.\n"
    )
    assert texts(draft, "M") == ["Beratung von Gründerinnen und Gründern im Handwerk", "Erarbeitung eines Leitfadens"]
    assert [statement.lines for statement in draft.statements] == [(7, 7)]


def test_hollow_bullets_may_stand_before_small_letters() -> None:
    draft = draft_of(
        "Plan\n\nThe government will:\no open two offices;\no continue to fund fairs; and\no review the plan."
    )
    assert texts(draft, "M") == ["open two offices", "continue to fund fairs", "review the plan."]


def test_headings_with_a_code_of_measures_are_measures() -> None:
    draft = draft_of(
        "Plan\n\n1. Energie\n\nSo ist die Lage.\n\nM1 Ausbau der Netze\n\nEs geht schnell.\n\n"
        "M2 Prüfung der Wege\n\nEs dauert.\n\n"
        "2. Verkehr\n\nSo ist die Lage hier.\n"
    )
    assert [(measure.reference, measure.text) for measure in draft.measures] == [
        ("1.1", "Ausbau der Netze"),
        ("1.2", "Prüfung der Wege"),
    ]


def test_the_clause_that_announces_decides_how_a_list_binds() -> None:
    draft = draft_of(
        "Plan\n\nUm schnell handeln zu können, werden wir folgende Maßnahmen ergreifen:\n\n"
        "- Ausbau der Netze\n- Prüfung der Wege\n"
    )
    assert (draft.lists[0].modality, draft.lists[0].cue) == (Modality.STATEMENT, "werden")


def test_members_under_a_heading_are_targets() -> None:
    draft = draft_of("Plan\n\nMitglieder der Steuerungsgruppe\n\n- Ministerium für Kultur\n- Kammer Nord\n")
    assert [entry.text for entry in draft.target_lists[0].entries] == ["Ministerium für Kultur", "Kammer Nord"]
