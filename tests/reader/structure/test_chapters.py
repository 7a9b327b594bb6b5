# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Title, preamble, chapters, sections, table of contents, closing chapters."""

from bruecke.reader.draft import Draft
from bruecke.reader.lines import Line, Role
from tests.reader.structure.reading import draft_of, draft_of_lines, typed

ROMAN = """
 Leitbild für die Zusammenarbeit
der Region Nordland

Vorwort

Die Region liegt am Meer.

Es dienen vor allem drei Felder:

I) Hafen und Handel
) Schule und Jugend
lll)  Kunst

1) Hafen und Handel

Der Hafen ist alt.

Il) Schule und Jugend

Die Schulen tauschen sich aus.

Sprachen

Viele lernen Dänisch.

lll) Kunst

Die Museen sind offen.

Evaluierung und Haushalt

Dieses Leitbild wird alle vier Jahre durch den Rat überprüft.
"""


def outline_of(draft: Draft) -> list[tuple[str, str, int, bool]]:
    return [(chapter.reference, chapter.title, chapter.level, chapter.closing) for chapter in draft.chapters]


def test_a_scanned_document_keeps_its_tree_although_numerals_are_misread() -> None:
    draft = draft_of(ROMAN)
    assert draft.title is not None
    assert (draft.title.text, draft.title.lines) == ("Leitbild für die Zusammenarbeit der Region Nordland", (1, 2))
    assert [paragraph.text for paragraph in draft.preamble] == [
        "Die Region liegt am Meer.",
        "Es dienen vor allem drei Felder:",
    ]
    assert outline_of(draft) == [
        ("I", "Hafen und Handel", 1, False),
        ("II", "Schule und Jugend", 1, False),
        ("II.Sprachen", "Sprachen", 2, False),
        ("III", "Kunst", 1, False),
        ("Evaluierung", "Evaluierung und Haushalt", 1, True),
    ]


def test_a_chapter_spans_its_heading_and_its_own_text() -> None:
    chapter = draft_of(ROMAN).chapters[1]
    assert (chapter.number, chapter.heading_lines, chapter.lines) == ("II", (18, 18), (18, 20))
    assert [paragraph.text for paragraph in chapter.body] == ["Die Schulen tauschen sich aus."]


def test_decimal_numbers_nest_below_each_other() -> None:
    draft = draft_of(
        "Plan\n\n1. Lage\n\nText hier.\n\n2. Felder\n\n2.1 Wasser\n\nText da.\n\n2.2 "
        "Luft\n\nText dort.\n\n3. Ausblick\n\nEs folgt mehr."
    )
    assert outline_of(draft) == [
        ("1", "Lage", 1, False),
        ("2", "Felder", 1, False),
        ("2.1", "Wasser", 2, False),
        ("2.2", "Luft", 2, False),
        ("3", "Ausblick", 1, True),
    ]
    assert [chapter.parent for chapter in draft.chapters] == ["", "", "2", "2", ""]


def test_letters_hold_roman_numbers() -> None:
    draft = draft_of(
        "A. Grundlagen\n\nSie gelten.\n\nB. Felder\n\nI. Bildung\n\nText eins.\n\nII. "
        "Kultur\n\nText zwei.\n\nC. Schluss\n\nEnde hier."
    )
    assert [entry[0] for entry in outline_of(draft)] == ["A", "B", "B.I", "B.II", "C"]


def test_chapters_by_keyword_keep_their_number() -> None:
    draft = draft_of("Plan\n\nChapter 1: Where we are\n\nWe are here.\n\nChapter 2: Where we go\n\nWe go there.")
    assert [(chapter.reference, chapter.number, chapter.title) for chapter in draft.chapters] == [
        ("1", "1", "Where we are"),
        ("2", "2", "Where we go"),
    ]


def test_a_document_may_begin_with_its_table_of_contents() -> None:
    draft = draft_of(
        "Inhalt\n\n1. Lage ........ 3\n2. Ziele ....... 5\n\n1. Lage\n\nSo ist sie.\n\n2. "
        "Ziele\n\nDas sind sie nicht.\n"
    )
    assert [(chapter.title, chapter.heading_lines) for chapter in draft.chapters] == [
        ("Lage", (6, 6)),
        ("Ziele", (10, 10)),
    ]


def test_headings_of_a_format_give_the_levels() -> None:
    draft = draft_of_lines(
        typed(
            (Role.HEADING, "Strategie", 1),
            (Role.HEADING, "Lage", 2),
            (Role.TEXT, "So ist sie.", 0),
            (Role.HEADING, "Maßnahmen im Bereich Wasser", 3),
            (Role.TEXT, "Hier steht mehr.", 0),
            (Role.HEADING, "Wasser", 3),
            (Role.TEXT, "Und noch mehr.", 0),
        ),
        "docx",
    )
    assert draft.title is not None
    assert draft.title.text == "Strategie"
    assert outline_of(draft) == [
        ("1", "Lage", 1, False),
        ("1.Wasser", "Maßnahmen im Bereich Wasser", 2, False),
        ("1.Wasser-2", "Wasser", 2, False),
    ]


def test_larger_type_makes_a_heading_without_blank_lines() -> None:
    sizes = [
        (18.0, "Der Plan"),
        (14.0, "Erstes Feld"),
        (10.0, "Ein Satz steht hier."),
        (14.0, "Zweites Feld"),
        (10.0, "Noch ein Satz."),
    ]
    lines = [Line(number, text, size=size, bold=size > 10) for number, (size, text) in enumerate(sizes, 1)]
    draft = draft_of_lines(lines, "pdf")
    assert [chapter.title for chapter in draft.chapters] == ["Erstes Feld", "Zweites Feld"]


def test_two_pages_of_one_paragraph_are_one_paragraph() -> None:
    draft = draft_of(
        "Titel\n\nI. Lage\n\nDie Menschen, die hier wohnen und\n\narbeiten, kommen aus aller Welt.\n\nII. Ziel\n\nText."
    )
    assert [(paragraph.text, paragraph.lines) for paragraph in draft.chapters[0].body] == [
        ("Die Menschen, die hier wohnen und arbeiten, kommen aus aller Welt.", (5, 7))
    ]


def test_the_titles_of_files_stand_in_for_a_missing_title() -> None:
    assert draft_of_lines([Line(1, "Ein Satz steht hier.")], title="Aus der Datei").title is not None


def test_a_gap_in_the_numbers_is_named() -> None:
    draft = draft_of("Plan\n\nI. Lage\n\nText eins.\n\nIII. Ziel\n\nText drei.")
    assert [warning.code for warning in draft.warnings] == ["no_list", "chapter_number_missing"]


def test_repeated_titles_get_references_of_their_own() -> None:
    lines = typed(
        (Role.HEADING, "Plan", 1),
        *[(Role.HEADING, "Projekte", 2) if i % 2 else (Role.HEADING, "Feld", 2) for i in range(6)],
    )
    references = [chapter.reference for chapter in draft_of_lines(lines, "odt").chapters]
    assert len(set(references)) == 6


def test_a_keyword_alone_on_its_line_takes_the_next_line_as_title() -> None:
    together = draft_of("Plan\n\nKapitel 1\nLage\n\nSo ist sie.\n\nKapitel 2\nZiele\n\nDa geht es hin.")
    apart = draft_of("Plan\n\nKapitel 1\n\nLage\n\nSo ist sie.\n\nKapitel 2\n\nZiele\n\nDa geht es hin.")
    expected = [("1", "Lage", 1, False), ("2", "Ziele", 1, False)]
    assert (outline_of(together), outline_of(apart)) == (expected, expected)


def test_decimal_numbers_part_text_without_blank_lines() -> None:
    draft = draft_of(
        "Plan\n\n1 Lage\n1.1 Anlass\nDie Nachfrage steigt im Land.\n1.2 Vorgehen\nVerbände wurden befragt.\n"
        "\n2 Ausblick\nEs geht bald weiter."
    )
    assert [(chapter.reference, chapter.title) for chapter in draft.chapters] == [
        ("1", "Lage"),
        ("1.1", "Anlass"),
        ("1.2", "Vorgehen"),
        ("2", "Ausblick"),
    ]


def test_lines_of_a_title_page_are_no_chapters() -> None:
    draft = draft_of(
        "Strategie Nord\n\nBeschluss vom Mai 2023\n\nI. Lage\n\nSo ist sie.\n\nII. Ziel\n\nDa geht es hin."
    )
    assert [chapter.title for chapter in draft.chapters] == ["Lage", "Ziel"]
    assert [paragraph.text for paragraph in draft.preamble] == ["Beschluss vom Mai 2023"]
