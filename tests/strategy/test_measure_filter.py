# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The filter as it stands in an address."""

from django.http import QueryDict

from bruecke.strategy.measure_filter import MeasureFilter, parse


def read(query: str) -> MeasureFilter:
    return parse(QueryDict(query).lists())


def test_a_filter_comes_back_from_its_own_address() -> None:
    query = (
        "?instrument=III&instrument=III.Au%C3%9Fen&verbindlichkeit=option&luecke=ziel&q=B%C3%BCcher&sortierung=titel"
    )
    assert read(query[1:]).query() == query


def test_unknown_values_and_names_are_left_out() -> None:
    assert read("verbindlichkeit=versprochen&art=pruefen&farbe=rot&sortierung=zufall") == MeasureFilter(
        {"art": ("pruefen",)}
    )


def test_a_value_given_twice_counts_once() -> None:
    assert read("ziel=Z1&ziel=Z1&ziel=Z2").of("ziel") == ("Z1", "Z2")


def test_address_values_stand_for_stored_ones() -> None:
    assert read("entscheidung=nicht-aufgegriffen&entscheidung=offen").codes("entscheidung") == ("not_taken_up", "open")


def test_taking_a_value_away_leaves_the_others() -> None:
    asked = read("ziel=Z1&ziel=Z2&art=neu&q=Messe")
    assert asked.without("ziel", "Z1").query() == "?ziel=Z2&art=neu&q=Messe"
    assert asked.without("ziel").query() == "?art=neu&q=Messe"
    assert asked.without("q").query() == "?ziel=Z1&ziel=Z2&art=neu"


def test_null_bytes_never_reach_the_database() -> None:
    assert read("ort=a%00b&q=x%00y&strategie=%00") == MeasureFilter(text="xy")
