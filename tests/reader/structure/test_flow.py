# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines joined to running text."""

import pytest

from bruecke.reader.structure.flow import cut, extend, join


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("ein wachs-", "tum der Region", "ein wachstum der Region"),
        ("die MOE-", "Staaten", "die MOE-Staaten"),
        ("Wirtschafts-", "und Kulturraum", "Wirtschafts- und Kulturraum"),
        ("short-", "and long-term", "short- and long-term"),
        ("im Zeitraum 2025-", "2030", "im Zeitraum 2025-2030"),
        ("der Kultur —", "insbesondere", "der Kultur — insbesondere"),
        ("moti\u00ad", "vation", "motivation"),
        ("  zwei   Blanks ", " hier", "zwei Blanks hier"),
    ],
)
def test_two_lines_join_as_they_are_read(first: str, second: str, joined: str) -> None:
    assert join([(1, first), (2, second)]).text == joined


def test_characters_of_a_joined_text_know_their_lines() -> None:
    flow = join([(4, "eins zwei"), (5, ""), (6, "drei vier"), (9, "fünf")])
    assert flow.span == (4, 9)
    assert [flow.lines_of(flow.text.index(word), flow.text.index(word) + len(word)) for word in flow.text.split()] == [
        (4, 4),
        (4, 4),
        (6, 6),
        (6, 6),
        (9, 9),
    ]


def test_a_cut_keeps_the_lines_of_what_is_left() -> None:
    flow = join([(1, "Erster Satz. Zweiter"), (2, "Satz hier.")])
    start = flow.text.index("Zweiter")
    rest = cut(flow, start, len(flow.text))
    assert (rest.text, rest.span) == ("Zweiter Satz hier.", (1, 2))
    assert rest.lines_of(rest.text.index("hier"), len(rest.text)) == (2, 2)


def test_texts_torn_by_a_page_join_like_lines() -> None:
    whole = extend(join([(1, "Ausbau der Grenz-")]), join([(9, "region im Osten")]))
    assert (whole.text, whole.span, whole.lines_of(len(whole.text) - 5, len(whole.text))) == (
        "Ausbau der Grenzregion im Osten",
        (1, 9),
        (9, 9),
    )
