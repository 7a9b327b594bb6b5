# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the public reads of an answer: the published version, without what was published when it was drawn and is no
more."""

from collections.abc import Iterable, Iterator
from typing import Any

from bruecke.accounts.principal import PUBLIC
from bruecke.activities.models import Activity
from bruecke.inquiries.answer import Answer, only_records, published, records_in
from bruecke.partnerships.models import Agreement, Partnership
from bruecke.strategy.models import BudgetLine


def published_answer(answer: Answer) -> Answer:
    """At most a statement for each kind of record that its tables tell of."""
    shown = published(answer)
    return only_records(shown, set(_open(records_in(shown))))


def _open(records: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    known = list(records)
    for kind, rows in _published().items():
        if keys := [key for each, key in known if each == kind and key]:
            yield from ((kind, key) for key in rows.filter(pk__in=keys).values_list("pk", flat=True))
    # Costs without a budget line stand in no record of their own.
    yield from ((kind, key) for kind, key in known if not key)


def _published() -> dict[str, Any]:
    partnerships = Partnership.objects.visible_to(PUBLIC)
    return {
        "activity": Activity.objects.visible_to(PUBLIC),
        "partnership": partnerships,
        "agreement": Agreement.objects.visible_to(PUBLIC).filter(partnership__in=partnerships.values("pk")),
        "budgetline": BudgetLine.objects.visible_to(PUBLIC),
    }
