# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists paged by key: an order with the place a cursor names in it, and a page with the cursors of those beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.db.models import Q

from bruecke.records.cursor import Cursor, Key, decode

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Order:
    """What a list is sorted by (the last column is unique), the types of a cursor, whether the newest comes first."""

    columns: tuple[str, ...]
    shape: tuple[type, ...]
    is_descending: bool = False

    def ordering(self, *, is_back: bool) -> list[str]:
        """For order_by; backwards for a page before the cursor."""
        return [f"-{column}" if self.is_descending != is_back else column for column in self.columns]

    def beyond(self, values: Sequence[Any], *, is_back: bool) -> Q:
        """Rows after (before) these `values`, written so that an index on the columns finds the first one at once."""
        compare = "lt" if self.is_descending != is_back else "gt"
        beyond = Q(**{f"{self.columns[-1]}__{compare}": values[-1]})
        for column, value in list(zip(self.columns, values, strict=True))[-2::-1]:
            beyond = Q(**{f"{column}__{compare}e": value}) & (Q(**{f"{column}__{compare}": value}) | beyond)
        return beyond

    def values(self, cursor: Cursor) -> list[Any]:
        """What a cursor holds, as the columns have it."""
        return [
            datetime.fromisoformat(str(v)) if c == "updated_at" else v
            for c, v in zip(self.columns, cursor.key, strict=True)
        ]

    def cursor(self, word: str) -> Cursor | None:
        """The cursor that `word` of an address is; None where it is none of this order."""
        cursor = decode(word, self.shape)
        if cursor is None or "updated_at" not in self.columns:
            return cursor
        try:
            moment = datetime.fromisoformat(str(cursor.key[0]))
        except ValueError:
            return None
        return cursor if moment.tzinfo is not None else None


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Rows, with the cursors ("ab") of the pages beside, "" where there is none."""

    rows: tuple[T, ...]
    previous: str
    next: str


def page_of(got: Sequence[T], size: int, cursor: Cursor | None, key: Callable[[T], Key]) -> Page[T]:
    """A page of rows read beside the cursor: `size` and one more where there is one, backwards before a cursor."""
    has_more, rows = len(got) > size, tuple(got[:size])
    if cursor is not None and cursor.is_back:
        rows, has_before, has_after = rows[::-1], has_more, True
    else:
        has_before, has_after = cursor is not None, has_more
    return Page(
        rows,
        Cursor(key(rows[0]), is_back=True).encode() if rows and has_before else "",
        Cursor(key(rows[-1])).encode() if rows and has_after else "",
    )
