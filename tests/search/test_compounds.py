# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which longer words are compounds with a given one."""

import pytest

from bruecke.search.compounds import is_compound, splits


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("stadtepartnerschaft", "partnerschaft"),
        ("hochschulkooperation", "kooperation"),
        ("partnerschaftsverein", "partnerschaft"),
        ("filmfestival", "film"),
        ("hochschul", "schul"),
    ],
)
def test_a_word_is_a_compound_where_the_rest_is_a_word_or_the_part_is_telling(word: str, part: str) -> None:
    assert is_compound(word, part, {"festival", "hoch"})


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("ausstellung", "stellung"),
        ("demokrat", "krat"),
        ("gemeinsam", "gemein"),
        ("beratung", "rat"),
        ("partnerschaft", "partnerschaft"),
        ("verhandlung", "handlung"),
    ],
)
def test_a_word_is_no_compound_where_the_part_stands_in_it_by_chance(word: str, part: str) -> None:
    assert not is_compound(word, part, {"aus", "demo", "partner"} - {"demo"})


def test_a_compound_nobody_wrote_splits_at_its_link() -> None:
    assert ("partnerschaft", "vertrag") in splits("partnerschaftsvertrag")
