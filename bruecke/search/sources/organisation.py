# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, by name and short name."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.actors.models import Organisation
from bruecke.search.source import Found, Source, houses_of, texts, translations


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these organisations; two statements."""
    rows = Organisation.objects.filter(pk__in=ids).prefetch_related("named_houses")
    return [
        Found(
            record_id=organisation.pk,
            titles=translations(organisation, "name"),
            public=[*translations(organisation, "short_name").items(), *texts([organisation.former_names])],
            internal=texts([organisation.internal_note]),
            visibility=organisation.visibility,
            owner_id=organisation.owner_id,
            houses=houses_of(organisation),
            place=organisation.pk,
        )
        for organisation in rows
    ]


SOURCE = Source(
    kind="organisation",
    position=60,
    label=_("Einrichtungen"),
    count_text=lambda n: ngettext("%(n)d Einrichtung", "%(n)d Einrichtungen", n) % {"n": n},
    url_name="organisation",
    rows=Organisation.objects.all,
    fetch=fetch,
    touched={"organisation": lambda ids: ids},
)
