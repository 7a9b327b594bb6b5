# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements: on the page of their partnership, and never more open than it."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.partnerships.models import Agreement
from bruecke.records.visibility import Visibility
from bruecke.search.source import Found, Ids, Source, houses_of, texts

_ORDER = (Visibility.PUBLISHED, Visibility.MINISTRIES)
"""Levels that hold each other, from open to close."""


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these agreements; three statements.

    Where both are kept to named circles, who is in both cannot be said by one entry: it is not found.
    """
    rows = (
        Agreement.objects.filter(pk__in=ids)
        .select_related("partnership")
        .prefetch_related("named_houses", "partnership__named_houses")
    )
    return [_found(row) for row in rows if row.visibility in _ORDER or row.partnership.visibility in _ORDER]


def _found(row: Agreement) -> Found:
    above = row.partnership
    closer = above if _rank(above.visibility) > _rank(row.visibility) else row
    return Found(
        record_id=row.pk,
        titles={"de": row.title},
        public=texts([row.signatories]),
        internal=texts([row.internal_note, row.file_reference]),
        visibility=closer.visibility,
        owner_id=closer.owner_id,
        houses=houses_of(closer),
        place=above.pk,
    )


def _rank(visibility: str) -> int:
    return _ORDER.index(Visibility(visibility)) if visibility in _ORDER else len(_ORDER)


def _of_partnerships(ids: Sequence[int]) -> Ids:
    return Agreement.objects.filter(partnership_id__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="agreement",
    position=42,
    label=_("Erklärungen und Verträge"),
    count_text=lambda n: ngettext("%(n)d Erklärung oder Vertrag", "%(n)d Erklärungen und Verträge", n) % {"n": n},
    url_name="partnership",
    rows=Agreement.objects.all,
    fetch=fetch,
    touched={"agreement": lambda ids: ids, "partnership": _of_partnerships},
)
