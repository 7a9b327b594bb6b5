# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The orders of the list of measures, and the place in one that a cursor names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When

from bruecke.records.models import RecordQuerySet
from bruecke.strategy.measure_cursor import Cursor, decode
from bruecke.strategy.models import Measure
from bruecke.strategy.queries.vocabulary import Vocabulary

BY_LEAD = "federfuehrung"


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


ORDERS = {
    "fundstelle": Order(("position", "pk"), (int, int)),
    "titel": Order(("title_sort", "pk"), (str, int)),
    BY_LEAD: Order(("lead_rank", "position", "pk"), (int, int, int)),
    "aenderung": Order(("updated_at", "pk"), (str, int), is_descending=True),
}


def lead_ranks(words: Vocabulary) -> dict[int, int]:
    """The place of each lead in the reader's alphabet; nobody, and whom the reader may not know of, come after them."""
    return {entry.pk: rank for rank, entry in enumerate(words.entries[BY_LEAD])}


def ranked(found: RecordQuerySet[Measure], sort: str, words: Vocabulary) -> RecordQuerySet[Measure]:
    """`found` with the rank of each lead where the list is sorted by it."""
    if sort != BY_LEAD:
        return found
    ranks = lead_ranks(words)
    whens = [When(lead_id=key, then=Value(rank)) for key, rank in ranks.items()]
    return found.annotate(lead_rank=Case(*whens, default=Value(len(ranks)), output_field=IntegerField()))
