# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The orders of the list of measures."""

from django.db.models import Case, IntegerField, Value, When

from bruecke.records.models import RecordQuerySet
from bruecke.records.paging import Order
from bruecke.strategy.models import Measure
from bruecke.strategy.queries.vocabulary import Vocabulary

BY_LEAD = "federfuehrung"

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
