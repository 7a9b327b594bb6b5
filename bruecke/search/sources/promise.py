# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises: what was promised, and the other side."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.activities.models import Promise
from bruecke.base.languages import VERBATIM_DEFAULT
from bruecke.search.source import Found, Source, houses_of, texts


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these promises; two statements."""
    rows = Promise.objects.filter(pk__in=ids).prefetch_related("named_houses")
    return [
        Found(
            record_id=promise.pk,
            titles={VERBATIM_DEFAULT: promise.text},
            public=texts([promise.counterpart]),
            internal=texts([promise.internal_note, promise.settled_note, promise.file_reference]),
            visibility=promise.visibility,
            owner_id=promise.owner_id,
            houses=houses_of(promise),
            place=promise.pk,
            facts={"state": promise.state},
        )
        for promise in rows
    ]


SOURCE = Source(
    kind="promise",
    position=35,
    label=_("Zusagen"),
    count_text=lambda n: ngettext("%(n)d Zusage", "%(n)d Zusagen", n) % {"n": n},
    url_name="promise",
    rows=Promise.objects.all,
    fetch=fetch,
    touched={"promise": lambda ids: ids},
)
