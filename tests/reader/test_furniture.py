# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Page numbers, running heads and footnotes between the lines of a text."""

from pathlib import Path

import pytest

from bruecke.reader.decode import decode
from bruecke.reader.furniture import mark_furniture
from bruecke.reader.lines import Line, Role

LEITLINIEN = Path(__file__).parents[2].parent / "shared" / "source" / "leitlinien.txt"
BODY = [f"Der {word} Satz steht auf dieser Seite und geht weiter" for word in ("erste", "zweite", "dritte", "vierte")]


def marked(text: str) -> list[Line]:
    return list(mark_furniture(decode(text.encode()).lines))


def texts(text: str, role: Role) -> list[str]:
    return [line.text.strip() for line in marked(text) if line.role is role]


def paged(*pages: list[str]) -> str:
    return "\n\f".join("\n".join(page) for page in pages)


def test_page_numbers_that_count_with_the_pages_are_furniture():
    text = paged(*([*BODY, "", f"- {n} -"] for n in range(3, 7)))
    assert texts(text, Role.FURNITURE) == ["- 3 -", "- 4 -", "- 5 -", "- 6 -"]


def test_page_of_pages_is_furniture():
    assert texts(paged(*([*BODY, f"Seite {n} von 3"] for n in (1, 2, 3))), Role.FURNITURE) == [
        "Seite 1 von 3",
        "Seite 2 von 3",
        "Seite 3 von 3",
    ]


def test_numbers_that_do_not_count_with_the_pages_stay():
    assert texts(paged([*BODY, "17"], [*BODY, "4"], [*BODY, "99"]), Role.FURNITURE) == []


def test_running_head_is_furniture_but_its_first_appearance_may_be_the_title():
    own = [[f"Absatz {word} mit eigenem Inhalt", *BODY[:1], f"Schluss {word}"] for word in "abcd"]
    text = paged(*(["Internationale Strategie", *page] for page in own))
    assert texts(text, Role.FURNITURE)[:3] == ["Internationale Strategie"] * 3
    assert marked(text)[0].role is Role.TEXT


def test_running_foot_with_a_number_is_furniture_on_every_page():
    text = paged(
        *(
            [f"Absatz {w} eins", f"Absatz {w} zwei", f"{w} drei", f"{w} vier", f"Strategie 2026 | {n}"]
            for n, w in enumerate("abcd")
        )
    )
    assert texts(text, Role.FURNITURE) == [f"Strategie 2026 | {n}" for n in range(4)]


def test_pages_that_are_all_alike_keep_their_text():
    assert texts(paged(*(BODY * 3 for _ in range(6))), Role.FURNITURE) == []


def test_line_on_two_pages_only_stays():
    assert texts(paged(["Kopf", *BODY], ["anders", "mehr"], ["Kopf", "noch", "etwas"]), Role.FURNITURE) == []


def test_last_number_of_a_scanned_page_is_furniture():
    assert texts("\n".join([*BODY * 4, "", "45", ""]), Role.FURNITURE) == ["45"]


def test_number_within_a_text_without_pages_stays():
    assert texts("\n".join([*BODY * 4, "", "45", "", *BODY]), Role.FURNITURE) == []


def test_numbered_notes_below_a_blank_line_are_footnotes():
    notes = "1 Vgl. Konzept von 2019, und dazu noch vieles\nmehr aus dem Bericht.\n2Vgl. Bericht von 2020."
    text = f"{BODY[0]}\n\n{notes}\n\n{BODY[1]}\n"
    notes = [(n.number, n.marker) for n in marked(text) if n.role is Role.FOOTNOTE]
    assert notes == [(3, "1"), (4, ""), (5, "2")]


def test_first_note_without_number_is_known_by_the_second():
    text = f"{BODY[0]}\n\nVgl. Konzept von 2019.\n2 Vgl. Bericht von 2020.\n"
    assert [n.marker for n in marked(text) if n.role is Role.FOOTNOTE] == ["1", "2"]


def test_reference_in_running_text_is_no_footnote():
    assert texts(f"{BODY[0]}\n\nVgl. dazu das Konzept von 2019.\n\n{BODY[1]}\n", Role.FOOTNOTE) == []


def test_numbered_list_is_no_footnote():
    assert texts("Wir wollen:\n\n1 Ausbau der Netze\n2 Förderung der Kultur\n", Role.FOOTNOTE) == []


def test_notes_end_where_the_page_ends():
    text = f"{BODY[0]}\n\n1 Vgl. Konzept von 2019 und noch sehr viel mehr dazu.\n\f{BODY[1]}\n"
    assert len(texts(text, Role.FOOTNOTE)) == 1


def test_notes_end_after_a_short_line_where_the_page_break_was_lost():
    text = (
        "Die Förderung soll vor allem\n\n1 Vgl. Konzept der Regierung von 2019 mit allen seinen Anlagen und\n"
        "Beilagen dazu.\nden Ausbau der Netze im ländlichen Raum voranbringen.\n"
    )
    assert texts(text, Role.FOOTNOTE)[-1] == "Beilagen dazu."


def test_small_type_at_the_foot_of_a_page_is_a_footnote():
    lines = [Line(n, text, size=11.0) for n, text in enumerate(BODY, start=1)]
    lines += [Line(5, "1 Die Zahlen gelten für 2020", size=8.0), Line(6, "und das Jahr danach.", size=8.0)]
    lines += [Line(7, BODY[0], page=2, size=11.0)]
    assert [line.number for line in mark_furniture(lines) if line.role is Role.FOOTNOTE] == [5, 6]


@pytest.mark.skipif(not LEITLINIEN.is_file(), reason="needs ../shared/source/leitlinien.txt beside the checkout")
def test_reference_document_has_three_footnotes_and_no_other_furniture():
    lines = mark_furniture(decode(LEITLINIEN.read_bytes()).lines)
    assert [(n.number, n.marker) for n in lines if n.role is Role.FOOTNOTE and n.marker] == [
        (277, "1"),
        (280, "2"),
        (281, "3"),
    ]
    assert [n.number for n in lines if n.role is Role.FOOTNOTE] == list(range(277, 284))
    assert [n.number for n in lines if n.role is Role.FURNITURE] == []


def test_heads_that_count_pages_are_furniture_where_the_format_knows_no_pages() -> None:
    texts = ["Konzept der Stadt   Seite 1", "", "Erste Seite.", "", "Konzept der Stadt   Seite 2", "", "Zweite Seite."]
    marked = mark_furniture([Line(number, text) for number, text in enumerate(texts, 1)])
    assert [line.number for line in marked if line.role is Role.FURNITURE] == [1, 5]
    single = mark_furniture([Line(1, "Siehe Konzept Seite 4"), Line(2, ""), Line(3, "Siehe Konzept Seite 9")])
    assert all(line.role is Role.TEXT for line in single)


def test_heads_below_page_numbers_are_furniture_where_page_ends_were_lost() -> None:
    pages = [f"Kreis Nord          Strategie\n\n{text}\n\n   - {n} -\n" for n, text in enumerate(BODY, 3)]
    expected = ["Kreis Nord          Strategie"] * 4 + ["- 3 -", "- 4 -", "- 5 -", "- 6 -"]
    assert sorted(texts("\n".join(pages), Role.FURNITURE)) == sorted(expected)


def test_lone_numbers_without_a_head_below_them_stay() -> None:
    assert texts("\n\n".join(["Eins", "1", "Zwei", "2", "Drei", "3", "Vier", "4", "Schluss."]), Role.FURNITURE) == []


def test_a_head_set_half_left_and_half_right_is_no_title_even_on_the_first_page() -> None:
    own = [[f"Absatz {word} mit eigenem Inhalt", *BODY[:1], f"Schluss {word}"] for word in "abcd"]
    text = paged(*(["Kreis Nord            Internationale Strategie", *page] for page in own))
    assert marked(text)[0].role is Role.FURNITURE


def test_notes_in_brackets_are_footnotes_where_the_text_calls_them():
    text = "The Province trades.[1] It is open.\n\n[1] Statistics Office,\nTrade Report.\n[2] Ministry."
    notes = [line for line in marked(text) if line.role is Role.FOOTNOTE]
    assert [(line.marker, line.text) for line in notes] == [
        ("1", "[1] Statistics Office,"),
        ("", "Trade Report."),
        ("2", "[2] Ministry."),
    ]
    assert texts("A list is here.\n\n[1] Statistics Office", Role.FOOTNOTE) == []
