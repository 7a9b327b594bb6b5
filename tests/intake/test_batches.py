# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Long work in short transactions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bruecke.intake.batches import each_batch, even_batches


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 120), st.integers(1, 50))
def test_every_item_is_worked_on_once_and_in_order(count: int, size: int) -> None:
    for batches in (each_batch, even_batches):
        seen: list[int] = []
        done = list(batches(range(count), size, seen.extend))
        assert seen == list(range(count))
        assert done[-1:] == ([count] if count else [])


def test_even_batches_are_never_smaller_than_the_least() -> None:
    sizes: list[int] = []
    list(even_batches(range(500), 201, lambda batch: sizes.append(len(batch))))
    assert sizes == [250, 250]
    sizes.clear()
    list(even_batches(range(5000), 201, lambda batch: sizes.append(len(batch))))
    assert (sum(sizes), min(sizes) >= 201) == (5000, True)
