# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Markdown."""

from pathlib import Path

import pytest

from bruecke.reader.decode import decode
from bruecke.reader.lines import Line, Role, Source

DOCUMENTS = Path(__file__).parents[3].parent / "shared" / "data" / "documents"


def read(text: str) -> Source:
    return decode(text.encode(), name="a.md")


def line(text: str, number: int) -> Line:
    return read(text).lines[number - 1]


def test_every_line_of_the_file_is_a_line_with_its_number():
    text = "---\ntitle: T\n---\n\n# A\n\n- b\n  c\n\n|x|y|\n|-|-|\n|1|2|\n\n```\nd\n```\n[a]: http://example.org\n"
    assert [line.number for line in read(text).lines] == list(range(1, text.count("\n") + 1))


def test_headings_of_both_kinds_carry_their_level():
    found = [
        (h.number, h.level, h.text) for h in read("# Eins #\n\nZwei\n---\n\n### Drei\n").lines if h.role is Role.HEADING
    ]
    assert found == [(1, 1, "Eins"), (3, 2, "Zwei"), (6, 3, "Drei")]


def test_paragraph_above_a_rule_is_no_heading():
    assert line("Ein Satz,\nder über drei\nZeilen geht.\n---\n", 1).role is Role.TEXT


def test_item_over_two_lines_has_its_marker_once():
    found = [(i.role, i.marker, i.level, i.text) for i in read("- Ausbau der\n  Netze\n- Förderung\n").lines]
    assert found == [(Role.ITEM, "-", 1, "Ausbau der"), (Role.ITEM, "", 1, "Netze"), (Role.ITEM, "-", 1, "Förderung")]


def test_nested_and_numbered_items_carry_depth_and_number():
    found = [(i.marker, i.level, i.text) for i in read("1. eins\n   - innen\n2. zwei\n").lines]
    assert found == [("1.", 1, "eins"), ("-", 2, "innen"), ("2.", 1, "zwei")]


def test_item_that_opens_two_lists_at_once_is_one_item():
    found = line("- 5. Gesundheit\n", 1)
    assert (found.marker, found.level, found.text) == ("5.", 1, "Gesundheit")


def test_lone_number_between_empty_lines_is_left_to_the_structure():
    found = [(found.role, found.text) for found in read("Satz.\n\n1. Ziele\n\nSatz.\n").lines if found.text]
    assert found == [(Role.TEXT, "Satz."), (Role.TEXT, "1. Ziele"), (Role.TEXT, "Satz.")]


def test_items_between_empty_lines_stay_items():
    found = [(found.role, found.marker) for found in read("1. eins\n\n2. zwei\n").lines if found.text]
    assert found == [(Role.ITEM, "1."), (Role.ITEM, "2.")]


def test_table_rows_carry_cells_header_and_table():
    text = "|Maßnahme|Zuständig|\n|---|---|\n|Ausbau<br>Netze|SMWA|\n"
    rows = [row for row in read(text).lines if row.role is Role.TABLE_ROW]
    assert [(row.number, row.cells, row.header, row.table) for row in rows] == [
        (1, ("Maßnahme", "Zuständig"), True, 1),
        (3, ("Ausbau Netze", "SMWA"), False, 1),
    ]
    assert rows[1].text == "Ausbau Netze | SMWA"


def test_kramdown_attribute_above_a_table_is_furniture():
    lines = read("{:.wide}\n|A|B|\n|-|-|\n|1|2|\n").lines
    assert [line.role for line in lines] == [Role.FURNITURE, Role.TABLE_ROW, Role.FURNITURE, Role.TABLE_ROW]


def test_front_matter_gives_title_and_language_and_no_text():
    source = read('---\nlang: de\ntitle: "Die Strategie"\nitems:\n  - x\n---\nText.\n')
    assert (source.title, source.language) == ("Die Strategie", "de")
    assert [(h.number, h.text) for h in source.lines if h.role is Role.HEADING] == [(3, "Die Strategie")]
    assert [line.text for line in source.lines if line.role is Role.TEXT] == ["Text."]


def test_front_matter_title_gives_way_to_a_heading_of_the_text():
    source = read("---\ntitle: Seite\n---\n# Die Strategie\n")
    assert [h.text for h in source.lines if h.role is Role.HEADING] == ["Die Strategie"]


def test_emphasis_links_and_entities_are_read_as_text():
    assert (
        line("Der **Ausbau** der [Netze](http://example.org) &amp; *mehr*{: .x}", 1).text
        == "Der Ausbau der Netze & mehr"
    )


def test_line_all_in_bold_is_known_as_bold():
    assert [found.bold for found in read("**Ziele**\n\n**Ein** Ziel\n").lines if found.text] == [True, False]


def test_struck_out_text_is_left_out():
    assert line("Bis <s>30. Juni</s> <b>31. Juli</b> ~~nie~~", 1).text == "Bis 31. Juli"


def test_footnotes_are_marked_in_text_and_kept_with_their_number():
    lines = read("Ein Satz.[^12]\n\n[^12]: Vgl. Konzept\n  von 2019.\n").lines
    assert lines[0].text == "Ein Satz.¹²"
    assert [(n.role, n.marker, n.text) for n in lines[2:]] == [
        (Role.FOOTNOTE, "12", "Vgl. Konzept"),
        (Role.FOOTNOTE, "", "von 2019."),
    ]


def test_comments_and_directives_are_furniture():
    lines = read("<!-- a\nb -->\n\n```{toctree}\nx\n```\n").lines
    assert [line.role for line in lines if line.text.strip()] == [Role.FURNITURE] * 5


def test_code_span_over_two_lines_keeps_both_lines():
    assert [line.text for line in read("Das `Wort\nhier` steht.\nEnde\n").lines][2] == "Ende"


def test_text_without_a_name_is_known_by_its_headings():
    assert decode(b"# A\n\n- [x](y)\n\n## B\n\n**fett**\n").format == "markdown"


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason="needs ../shared/data/documents beside the checkout")
def test_public_documents_keep_every_line():
    for path in sorted(DOCUMENTS.rglob("*.md")):
        data = path.read_bytes()
        if data.strip():
            text = data.decode().removeprefix("\ufeff")
            expected = text.count("\n") + (not text.endswith("\n"))
            assert (path.name, len(decode(data, name=path.name).lines)) == (path.name, expected)
