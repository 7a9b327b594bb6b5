# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plain text."""

from bruecke.reader.decode import decode


def pages(text: str) -> list[tuple[int, str, int]]:
    return [(line.number, line.text, line.page) for line in decode(text.encode()).lines]


def test_lines_are_those_of_the_file():
    assert pages("Titel\n\n  eingerückt\nEnde\n") == [
        (1, "Titel", 1),
        (2, "", 1),
        (3, "  eingerückt", 1),
        (4, "Ende", 1),
    ]


def test_form_feed_before_a_line_begins_a_page_with_it():
    assert pages("eins\n\fzwei\ndrei") == [(1, "eins", 1), (2, " zwei", 2), (3, "drei", 2)]


def test_form_feed_after_a_line_begins_a_page_below_it():
    assert pages("eins\f\nzwei") == [(1, "eins ", 1), (2, "zwei", 2)]


def test_form_feed_at_either_end_of_the_file_makes_no_page():
    source = decode(b"\feins\n\f")
    assert (source.pages, source.lines[0].page) == (1, 1)
