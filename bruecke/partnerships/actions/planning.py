# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a partnership's state admits, asked by whoever plans something on it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from bruecke.partnerships.actions.moves import life_of, standing_of
from bruecke.partnerships.errors import PlanningBlocked
from bruecke.partnerships.life_cycle import admits_planning, standing_on
from bruecke.partnerships.models import Partnership
from bruecke.partnerships.refusals import blocked_in_words


def lock_for_planning(partnership_ids: Iterable[int], *, on: date | None = None) -> None:
    """Hold these partnerships until the end of the transaction and make sure that new activities may be planned.

    on: the day of the activity; its state counts beside today's, so that nothing is planned into a rest that is
    already decided. Two statements. Call inside the transaction that saves the activity, before the first write.
    Raises PlanningBlocked, with a sentence for each that says what blocks and how to go on; RuntimeError outside of
    a transaction.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("lock_for_planning holds nothing outside of a transaction")
    # Always in the same order: two who plan on the same two partnerships do not wait for each other.
    rows = list(
        Partnership.objects.select_for_update()
        .filter(pk__in=set(partnership_ids))
        .order_by("pk")
        .prefetch_related("changes")
    )
    today = timezone.localdate()
    blocked = {}
    for row in rows:
        life = life_of(row.changes.all())
        for day in (today, max(on, today) if on else today):
            standing = standing_on(life, day)
            standing = standing or standing_of(row)
            if not admits_planning(standing.to):
                blocked[row.pk] = blocked_in_words(str(row), standing)
    if blocked:
        raise PlanningBlocked(blocked)
