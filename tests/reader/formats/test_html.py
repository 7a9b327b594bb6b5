# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Web pages."""

import pytest

from bruecke.reader.decode import decode
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.lines import Role, Source


def read(body: str, head: str = "") -> Source:
    return decode(f"<!doctype html><html lang=de><head>{head}</head><body>{body}</body></html>".encode(), name="a.html")


def test_headings_and_paragraphs_are_lines():
    source = read("<h1>Die <em>Strategie</em></h1><p>Ein\n  Satz.</p><div>Noch <b>einer</b></div>", "<title>T</title>")
    assert [(line.role, line.level, line.text) for line in source.lines] == [
        (Role.HEADING, 1, "Die Strategie"),
        (Role.TEXT, 0, "Ein Satz."),
        (Role.TEXT, 0, "Noch einer"),
    ]
    assert (source.title, source.language) == ("T", "de")


def test_scripts_styles_navigation_and_feet_are_left_out():
    parts = "<nav>N</nav><script>s()</script><style>p{}</style><footer>F</footer><p hidden>H</p>"
    assert [line.text for line in read(f"{parts}<p>Text</p>").lines] == ["Text"]


def test_text_after_what_is_left_out_is_read():
    assert [line.text for line in read("<p>vor <del>weg</del> nach</p>").lines] == ["vor nach"]


def test_nested_and_numbered_items_carry_depth_and_number():
    found = read("<ul><li>eins<ul><li>innen</li></ul>weiter</li></ul><ol start=3 type=a><li>c<li value=9>i</ol>").lines
    assert [(i.role, i.marker, i.level, i.text) for i in found] == [
        (Role.ITEM, "•", 1, "eins weiter"),
        (Role.ITEM, "•", 2, "innen"),
        (Role.ITEM, "c.", 1, "c"),
        (Role.ITEM, "i.", 1, "i"),
    ]


def test_item_of_two_paragraphs_is_one_line():
    assert [line.text for line in read("<ul><li><p>eins</p><p>zwei</p></li></ul>").lines] == ["eins zwei"]


def test_table_rows_carry_cells_and_header():
    rows = "<tr><th>Maßnahme<th>Zuständig<th>Termin<tr><td>A<br>B<td colspan=2>SMWA"
    assert [(r.role, r.cells, r.header, r.table) for r in read(f"<table>{rows}</table>").lines] == [
        (Role.TABLE_ROW, ("Maßnahme", "Zuständig", "Termin"), True, 1),
        (Role.TABLE_ROW, ("A B", "SMWA", ""), False, 1),
    ]


def test_cell_over_several_rows_keeps_the_columns_below_in_place():
    rows = "<tr><td colspan=3>Verkehr<tr><td>A<td rowspan=2>SMWA<td>2026<tr><td>B<td>2027<tr><td>C<td>SMF<td>2028"
    assert [(r.cells, r.carried, r.across) for r in read(f"<table>{rows}</table>").lines] == [
        (("Verkehr", "", ""), (), True),
        (("A", "SMWA", "2026"), (), False),
        (("B", "", "2027"), (1,), False),
        (("C", "SMF", "2028"), (), False),
    ]


def test_table_that_lays_out_the_page_is_looked_through():
    found = read("<table><tr><td><h2>Ziele</h2></td><td><p>Text</p></td></tr></table>").lines
    assert [(line.role, line.text) for line in found] == [(Role.HEADING, "Ziele"), (Role.TEXT, "Text")]


def test_footnotes_are_marked_in_text_and_kept_with_their_number():
    body = (
        '<p>Ein Satz.<sup id=fnref1><a href="#fn1">1</a></sup></p>'
        "<ol><li id=fn1><p>Vgl. Konzept. <a>↩</a></p><p>Mehr.</p></ol>"
    )
    assert [(line.role, line.marker, line.text) for line in read(body).lines] == [
        (Role.TEXT, "", "Ein Satz.¹"),
        (Role.FOOTNOTE, "1", "Vgl. Konzept."),
        (Role.FOOTNOTE, "", "Mehr."),
    ]


def test_bullets_typed_after_line_breaks_become_lines():
    assert [line.text for line in read("<p>Wir wollen:<br>– Ausbau<br>– Förderung</p>").lines] == [
        "Wir wollen:",
        "– Ausbau",
        "– Förderung",
    ]


def test_declared_encoding_is_believed():
    data = "<html><head><meta charset='iso-8859-2'></head><body><p>Łódź</p></body></html>".encode("iso-8859-2")
    assert decode(data).lines[0].text == "Łódź"


def test_wrongly_declared_encoding_is_not_believed():
    data = "<html><head><meta charset='ascii'></head><body><p>Grüße</p></body></html>".encode()
    assert decode(data).lines[0].text == "Grüße"


def test_entities_and_external_definitions_are_not_fetched():
    text = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>a&x;b</p></body></html>'
    assert "root" not in "".join(line.text for line in decode(text.encode(), name="a.html").lines)


def test_deep_nesting_loses_no_text():
    assert [line.text for line in read("<div>" * 1000 + "eins" + "</div>" * 1000 + "<p>zwei</p>").lines] == [
        "eins",
        "zwei",
    ]


def test_nesting_without_end_is_refused_and_not_cut_off():
    with pytest.raises(UnreadableDocument) as caught:
        read("<div>" * 5000 + "eins" + "</div>" * 5000 + "<p>zwei</p>")
    assert caught.value.code == "broken"
