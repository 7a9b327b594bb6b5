# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Goals: title and wording."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.search.source import (
    Found,
    Ids,
    Source,
    circle_in,
    is_findable,
    texts,
    translations,
)
from bruecke.strategy.models import Goal


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these goals; three statements."""
    rows = (
        Goal.objects.filter(pk__in=ids)
        .select_related("edition__text", "edition__strategy")
        .prefetch_related("named_houses", "edition__strategy__named_houses")
    )
    return [_found(goal) for goal in rows if is_findable(goal.edition.state)]


def _found(goal: Goal) -> Found:
    return Found(
        record_id=goal.pk,
        titles=translations(goal, "title"),
        public=texts([goal.wording], goal.edition.text.language) + texts([goal.reference]),
        internal=texts([goal.internal_note]),
        place=goal.pk,
        **circle_in(goal.edition, goal),
    )


def _of_strategies(ids: Sequence[int]) -> Ids:
    return Goal.objects.filter(strategy_id__in=ids).values_list("pk", flat=True)


def _of_editions(ids: Sequence[int]) -> Ids:
    return Goal.objects.filter(edition_id__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="goal",
    position=20,
    label=_("Ziele"),
    count_text=lambda n: ngettext("%(n)d Ziel", "%(n)d Ziele", n) % {"n": n},
    url_name="goal",
    rows=Goal.objects.all,
    fetch=fetch,
    touched={"goal": lambda ids: ids, "edition": _of_editions, "strategy": _of_strategies},
)
