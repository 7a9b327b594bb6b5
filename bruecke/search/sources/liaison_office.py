# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Liaison offices, by name and place."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.partnerships.models import LiaisonOffice
from bruecke.search.source import Found, Ids, Source, houses_of, texts, translations


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these offices; two statements."""
    rows = LiaisonOffice.objects.filter(pk__in=ids).select_related("place").prefetch_related("named_houses")
    return [
        Found(
            record_id=row.pk,
            titles=translations(row, "name"),
            public=list(translations(row.place, "name").items()) if row.place else [],
            internal=texts([row.internal_note, row.file_reference]),
            visibility=row.visibility,
            owner_id=row.owner_id,
            houses=houses_of(row),
            place=row.pk,
        )
        for row in rows
    ]


def _at_places(ids: Sequence[int]) -> Ids:
    return LiaisonOffice.objects.filter(place_id__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="liaisonoffice",
    position=44,
    label=_("Verbindungsbüros"),
    count_text=lambda n: ngettext("%(n)d Verbindungsbüro", "%(n)d Verbindungsbüros", n) % {"n": n},
    url_name="liaison_office",
    rows=LiaisonOffice.objects.all,
    fetch=fetch,
    touched={"liaisonoffice": lambda ids: ids, "place": _at_places},
)
