# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Long work in short transactions, so that others can save in between. Pure."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")

# SQLite's waiting writers look again every 25 ms at first, every 100 ms once they have waited long: a rest as long as
# the work before it lets each of them through.
_SHORT_REST, _LONG_REST = 0.03, 0.1
_AIM_SECONDS = 0.05
_LEAST = 10


def each_batch(items: Sequence[T], size: int, work: Callable[[Sequence[T]], object]) -> Iterator[int]:
    """Do `work` on slices of at most `size`, with a rest between two; yields how many items are done.

    Slices shrink and grow again so that each takes about 50 ms, on a slow or busy machine too.
    """
    done, fitting = 0, max(_LEAST, size // 4)
    while done < len(items):
        batch = items[done : done + fitting]
        seconds = _work_and_rest(batch, work)
        done += len(batch)
        fitting = _next_size(len(batch), seconds, size)
        yield done


def _work_and_rest(batch: Sequence[T], work: Callable[[Sequence[T]], object]) -> float:
    """Returns how long the work took, in seconds."""
    begun = time.monotonic()
    work(batch)
    seconds = time.monotonic() - begun
    rest(seconds)
    return seconds


def rest(seconds: float = 0.0) -> None:
    """Let others save after work of so many seconds."""
    time.sleep(min(_LONG_REST, max(_SHORT_REST, seconds)))


def even_batches(items: Sequence[T], least: int, work: Callable[[Sequence[T]], object]) -> Iterator[int]:
    """As each_batch, for work that costs less in slices of at least `least`: as many equal ones as there may be.

    Fewer items than that are done as each_batch does them.
    """
    if len(items) < least:
        yield from each_batch(items, least, work)
        return
    number = len(items) // least
    ends = [len(items) * n // number for n in range(number + 1)]
    for start, end in pairwise(ends):
        _work_and_rest(items[start:end], work)
        yield end


def _next_size(size: int, seconds: float, most: int) -> int:
    """At most twice as many as before."""
    fitting = int(size * _AIM_SECONDS / max(seconds, 0.001))
    return max(_LEAST, min(fitting, 2 * size, most))
