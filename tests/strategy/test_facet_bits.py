# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sets of bits count what a loop counts."""

from hypothesis import given
from hypothesis import strategies as st

from bruecke.strategy.facet_bits import FacetBuilder, bits_of, leave_one_out

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 2)), max_size=40)


@given(ROWS, st.sets(st.integers(0, 3)), st.sets(st.integers(0, 3)))
def test_counts_equal_those_of_a_loop(rows: list[tuple[int, int, int]], a: set[int], b: set[int]) -> None:
    builder = FacetBuilder()
    for key in range(len(rows)):
        builder.add(key)
    for place, name in enumerate(("a", "b", "c")):
        builder.link(name, ((key, row[place]) for key, row in enumerate(rows)))
    facets = builder.build()
    everything = facets.set_of(range(len(rows)))
    under, others = leave_one_out({"a": facets.any_of("a", a), "b": facets.any_of("b", b)}, everything)
    assert under.bit_count() == sum(row[0] in a and row[1] in b for row in rows)
    for value in range(4):
        mine = (facets.any_of("a", (value,)) & others["a"]).bit_count()
        assert mine == sum(row[0] == value and row[1] in b for row in rows)
    assert (facets.any_of("c", (2,)) & under).bit_count() == sum(
        row[0] in a and row[1] in b and row[2] == 2 for row in rows
    )


def test_a_bit_is_set_once_and_where_it_belongs() -> None:
    assert bits_of([0, 9, 9], 10) == 0b10_0000_0001


def test_unknown_keys_are_in_no_set() -> None:
    builder = FacetBuilder()
    builder.add(7)
    assert builder.build().set_of([7, 8]) == 1
