# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Instruments and their sections, by title; visible like their strategy."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.search.source import Found, Ids, Source, houses_of, is_findable, texts, translations, visibility_in
from bruecke.strategy.models import Chapter


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these chapters; two statements."""
    rows = (
        Chapter.objects.filter(pk__in=ids)
        .select_related("edition__strategy")
        .prefetch_related("edition__strategy__named_houses", "lists")
    )
    return [_found(chapter) for chapter in rows if is_findable(chapter.edition.state)]


def _found(chapter: Chapter) -> Found:
    strategy = chapter.edition.strategy
    return Found(
        record_id=chapter.pk,
        titles=translations(chapter, "title"),
        public=texts([chapter.reference, *(row.intro for row in chapter.lists.all())]),
        visibility=visibility_in(chapter.edition.state, strategy.visibility),
        owner_id=strategy.owner_id,
        houses=houses_of(strategy),
        place=chapter.pk,
    )


def _of_editions(ids: Sequence[int]) -> Ids:
    return Chapter.objects.filter(edition_id__in=ids).values_list("pk", flat=True)


def _of_strategies(ids: Sequence[int]) -> Ids:
    return Chapter.objects.filter(edition__strategy_id__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="chapter",
    position=40,
    label=_("Instrumente und Abschnitte"),
    count_text=lambda n: ngettext("%(n)d Instrument oder Abschnitt", "%(n)d Instrumente und Abschnitte", n) % {"n": n},
    url_name="chapter",
    rows=Chapter.objects.all,
    fetch=fetch,
    touched={"chapter": lambda ids: ids, "edition": _of_editions, "strategy": _of_strategies},
)
