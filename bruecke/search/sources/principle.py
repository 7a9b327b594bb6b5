# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Principles: title and wording."""

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
from bruecke.strategy.models import Principle


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these principles; three statements."""
    rows = (
        Principle.objects.filter(pk__in=ids)
        .select_related("edition__text", "edition__strategy")
        .prefetch_related("named_houses", "edition__strategy__named_houses")
    )
    return [_found(principle) for principle in rows if is_findable(principle.edition.state)]


def _found(principle: Principle) -> Found:
    return Found(
        record_id=principle.pk,
        titles=translations(principle, "title"),
        public=texts([principle.wording], principle.edition.text.language),
        internal=texts([principle.internal_note]),
        place=principle.pk,
        **circle_in(principle.edition, principle),
    )


def _of_strategies(ids: Sequence[int]) -> Ids:
    return Principle.objects.filter(strategy_id__in=ids).values_list("pk", flat=True)


def _of_editions(ids: Sequence[int]) -> Ids:
    return Principle.objects.filter(edition_id__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="principle",
    position=30,
    label=_("Grundsätze"),
    count_text=lambda n: ngettext("%(n)d Grundsatz", "%(n)d Grundsätze", n) % {"n": n},
    url_name="principle",
    rows=Principle.objects.all,
    fetch=fetch,
    touched={"principle": lambda ids: ids, "edition": _of_editions, "strategy": _of_strategies},
)
