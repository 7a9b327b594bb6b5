# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with their places, sentences and line breaks."""

from bruecke.reader.lines import Line, Role
from bruecke.reader.repair.tokens import words_of


def lines_of(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def test_a_word_broken_at_a_line_end_is_one_word_in_two_places():
    words = words_of(lines_of("Eine Unter-", "stützung, kein Halt."))
    assert [(word.text, [(p.line, p.start, p.end) for p in word.places]) for word in words[:2]] == [
        ("Eine", [(0, 0, 4)]),
        ("Unterstützung", [(0, 5, 10), (1, 0, 8)]),
    ]


def test_a_compound_or_a_shortened_word_at_a_line_end_is_not_joined():
    lines = lines_of("im Deutsch-", "Polnischen Rat, Aus-", "und Fort-", "bildung")
    assert [word.text for word in words_of(lines)] == [
        "im", "Deutsch", "Polnischen", "Rat", "Aus", "und", "Fortbildung",
    ]  # fmt: skip


def test_a_sentence_goes_on_over_lines_and_ends_with_its_stop():
    words = words_of(lines_of("Das Haus ist", "alt. Der Hof", "ist neu."))
    assert [word.sentence for word in words] == [1, 1, 1, 1, 2, 2, 2, 2]
    assert [word.text for word in words if word.starts] == ["Das", "Der"]


def test_abbreviations_do_not_end_a_sentence():
    assert {word.sentence for word in words_of(lines_of("Das Haus, z. B. das alte bzw. neue, steht."))} == {1}


def test_items_headings_and_paragraphs_begin_sentences():
    lines = [
        Line(1, "Kultur", role=Role.HEADING),
        Line(2, "— das Haus"),
        Line(3, "— der Hof"),
        Line(4, ""),
        Line(5, "danach"),
    ]
    assert [word.text for word in words_of(lines) if word.starts] == ["Kultur", "das", "der", "danach"]


def test_addresses_and_code_are_no_words():
    assert [word.text for word in words_of(lines_of("siehe www.haus.de oder a@b.org und user_id = x"))] == [
        "siehe", "oder", "und", "x",
    ]  # fmt: skip


def test_figures_and_signs_inside_a_word_belong_to_it():
    assert [word.text for word in words_of(lines_of("L&sungen, 6ffentlich und gro8e 20 Orte"))] == [
        "L&sungen", "6ffentlich", "und", "gro8e", "20", "Orte",
    ]  # fmt: skip


def test_a_word_is_joined_over_one_line_end_only():
    words = words_of(lines_of("Unter-", "stüt-", "zung"))
    assert [(word.text, len(word.places)) for word in words] == [("Unterstüt", 2), ("zung", 1)]


def test_a_word_broken_at_a_page_end_goes_on_behind_the_blank_line():
    assert [word.text for word in words_of(lines_of("Eine Unter-", "", "stützung"))] == ["Eine", "Unterstützung"]
