# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places, by name in every language and by code; reference data that everybody sees."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.places.models import Place
from bruecke.records.visibility import Visibility
from bruecke.search.source import Found, Source, texts, translations


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these places; one statement."""
    return [
        Found(
            record_id=place.pk,
            titles=translations(place, "name"),
            public=texts([place.code, place.nuts]),
            visibility=Visibility.PUBLISHED,
            place=place.pk,
        )
        for place in Place.objects.filter(pk__in=ids)
    ]


SOURCE = Source(
    kind="place",
    position=70,
    label=_("Orte"),
    count_text=lambda n: ngettext("%(n)d Ort", "%(n)d Orte", n) % {"n": n},
    url_name="place",
    rows=Place.objects.all,
    fetch=fetch,
    touched={"place": lambda ids: ids},
)
