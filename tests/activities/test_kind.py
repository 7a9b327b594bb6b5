# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""All kinds: unmistakable, and what two kinds share means the same."""

from collections import defaultdict

from bruecke.activities.gaps import COMMON, all_gaps, gap_condition
from bruecke.activities.kind import ActivityKind, Field, FieldType, by_slug, kinds


def test_every_kind_is_called_as_its_file_and_has_an_address_of_its_own() -> None:
    assert [(name, kind.name) for name, kind in kinds().items() if name != kind.name] == []
    assert len({kind.slug for kind in kinds().values()}) == len({kind.position for kind in kinds().values()})
    assert all(by_slug(kind.slug) is kind for kind in kinds().values())
    assert by_slug("kreuzfahrt") is None


def test_fields_that_share_a_name_share_the_type() -> None:
    types: dict[str, set[object]] = defaultdict(set)
    for kind in kinds().values():
        for field in kind.fields:
            types[field.name].add((field.type, field.choices, str(field.label), field.is_internal))
    assert [name for name, found in types.items() if len(found) > 1] == []


def test_choices_and_columns_stand_where_they_are_needed() -> None:
    fields = [field for kind in kinds().values() for field in kind.fields]
    assert all(bool(field.choices) == (field.type is FieldType.CHOICE) for field in fields)
    assert all(bool(field.columns) == (field.type is FieldType.YEARS) for field in fields)


def test_gaps_that_share_a_key_share_their_words_and_unknown_ones_ask_nothing() -> None:
    words: dict[str, set[str]] = defaultdict(set)
    for kind in kinds().values():
        for gap in (*COMMON, *kind.gaps):
            words[gap.key].add(str(gap.label))
    assert [key for key, found in words.items() if len(found) > 1] == []
    assert set(words) == set(all_gaps())
    assert gap_condition("unbekannt") is None


def test_what_does_not_fit_any_more_is_left_out_when_read() -> None:
    kind = ActivityKind(
        "x", "x", "X", 1, (Field("day", "Tag", FieldType.DAY), Field("n", "Zahl", FieldType.NUMBER)), ()
    )
    assert kind.read({"day": "2027-02-31", "n": True, "old": 1}) == {}
