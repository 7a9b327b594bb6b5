# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships: name, place, state in words; sensitive points and reasons for staff only."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.partnerships.models import Partnership
from bruecke.search.source import Found, Ids, Source, houses_of, texts, translations


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these partnerships; three statements."""
    rows = Partnership.objects.filter(pk__in=ids).select_related("place").prefetch_related("named_houses", "sectors")
    return [
        Found(
            record_id=row.pk,
            titles=translations(row, "name"),
            public=[
                *translations(row.place, "name").items(),
                *(pair for sector in row.sectors.all() for pair in translations(sector, "name").items()),
                *texts([row.summary, row.precondition]),
            ],
            internal=texts([row.internal_note, row.file_reference, row.sensitive, row.sectoral_answer]),
            visibility=row.visibility,
            owner_id=row.owner_id,
            houses=houses_of(row),
            place=row.pk,
        )
        for row in rows
    ]


def _at(column: str) -> Callable[[Sequence[int]], Ids]:
    def touched(ids: Sequence[int]) -> Ids:
        return Partnership.objects.filter(**{f"{column}__in": ids}).values_list("pk", flat=True)

    return touched


SOURCE = Source(
    kind="partnership",
    position=40,
    label=_("Partnerschaften und Kandidaten"),
    count_text=lambda n: ngettext("%(n)d Partnerschaft", "%(n)d Partnerschaften", n) % {"n": n},
    url_name="partnership",
    rows=Partnership.objects.all,
    fetch=fetch,
    touched={"partnership": lambda ids: ids, "place": _at("place"), "sector": _at("sectors")},
)
