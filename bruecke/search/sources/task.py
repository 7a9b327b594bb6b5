# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tasks, by what is to be done and what became of it."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.bodies.models import Task
from bruecke.search.source import Found, Source, houses_of, texts


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these; two statements."""
    rows = Task.objects.filter(pk__in=ids).prefetch_related("named_houses")
    return [
        Found(
            record_id=row.pk,
            titles={"de": row.title},
            public=texts([row.result]),
            internal=texts([row.internal_note, row.file_reference]),
            visibility=row.visibility,
            owner_id=row.owner_id,
            houses=houses_of(row),
            place=row.pk,
        )
        for row in rows
    ]


SOURCE = Source(
    kind="task",
    position=63,
    label=_("Aufgaben"),
    count_text=lambda n: ngettext("%(n)d Aufgabe", "%(n)d Aufgaben", n) % {"n": n},
    url_name="task",
    rows=Task.objects.all,
    fetch=fetch,
    touched={"task": lambda ids: ids},
)
