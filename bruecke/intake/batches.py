# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Long work in short transactions, so that others can save in between. Pure."""

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

# SQLite's waiting writers look again every 25 ms at first: a longer rest lets each of them through.
_REST_SECONDS = 0.03
_AIM_SECONDS = 0.08
_LEAST = 10


def each_batch(items: Sequence[T], size: int, work: Callable[[Sequence[T]], object]) -> Iterator[int]:
    """Do `work` on slices of at most `size`, with a rest between two; yields how many items are done.

    Slices shrink and grow again so that each takes about 80 ms, on a slow or busy machine too.
    """
    done, fitting = 0, max(_LEAST, size // 4)
    while done < len(items):
        if done:
            time.sleep(_REST_SECONDS)
        batch = items[done : done + fitting]
        begun = time.monotonic()
        work(batch)
        done += len(batch)
        fitting = _next_size(len(batch), time.monotonic() - begun, size)
        yield done


def whole_batches(items: Sequence[T], size: int, work: Callable[[Sequence[T]], object]) -> Iterator[int]:
    """As each_batch, for work that is cheaper in slices of exactly `size`."""
    for start in range(0, len(items), size):
        if start:
            time.sleep(_REST_SECONDS)
        work(items[start : start + size])
        yield min(start + size, len(items))


def _next_size(size: int, seconds: float, most: int) -> int:
    """At most twice as many as before."""
    fitting = int(size * _AIM_SECONDS / max(seconds, 0.001))
    return max(_LEAST, min(fitting, 2 * size, most))
