# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions of bodies, by number, title and text."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.bodies.models import Decision
from bruecke.search.source import Found, Source, houses_of, texts


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these; two statements."""
    rows = Decision.objects.filter(pk__in=ids).prefetch_related("named_houses")
    return [
        Found(
            record_id=row.pk,
            titles={"de": str(row)},
            public=texts([row.text]),
            internal=texts([row.internal_note, row.file_reference]),
            visibility=row.visibility,
            owner_id=row.owner_id,
            houses=houses_of(row),
            place=row.pk,
        )
        for row in rows
    ]


SOURCE = Source(
    kind="decision",
    position=62,
    label=_("Beschlüsse"),
    count_text=lambda n: ngettext("%(n)d Beschluss", "%(n)d Beschlüsse", n) % {"n": n},
    url_name="decision",
    rows=Decision.objects.all,
    fetch=fetch,
    touched={"decision": lambda ids: ids},
)
