# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents that something refers to, by title and publisher."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.library.models import Document, DocumentStatus
from bruecke.search.source import Found, Source, houses_of, texts, translations


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these documents; two statements."""
    rows = Document.objects.filter(pk__in=ids).prefetch_related("named_houses")
    return [
        Found(
            record_id=document.pk,
            titles=translations(document, "title"),
            public=texts([document.publisher, document.issued]),
            internal=texts([document.internal_note]),
            visibility=document.visibility,
            owner_id=document.owner_id,
            houses=houses_of(document),
            place=document.pk,
            facts={"status": document.status} if document.status == DocumentStatus.PLANNED else {},
        )
        for document in rows
    ]


SOURCE = Source(
    kind="document",
    position=50,
    label=_("Dokumente"),
    count_text=lambda n: ngettext("%(n)d Dokument", "%(n)d Dokumente", n) % {"n": n},
    url_name="document",
    rows=Document.objects.all,
    fetch=fetch,
    touched={"document": lambda ids: ids},
)
