# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Long work in short transactions, so that others can save in between. Pure."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

# SQLite's waiting writers look again every 25 to 50 ms: a rest that long lets each of them through.
_REST_SECONDS = 0.05


def in_batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Slices of at most `size`, with a rest between two."""
    for start in range(0, len(items), size):
        if start:
            time.sleep(_REST_SECONDS)
        yield items[start : start + size]


def each_batch(items: Sequence[T], size: int, work: Callable[[Sequence[T]], object]) -> Iterator[int]:
    """Do `work` on each slice; yields how many items are done."""
    done = 0
    for batch in in_batches(items, size):
        work(batch)
        done += len(batch)
        yield done
