# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""People, by name, function and organisation; never those erased or merged."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.actors.models import Person
from bruecke.search.source import Found, Source, houses_of, texts


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these people; for the government only, whatever their visibility. Two statements."""
    rows = Person.objects.filter(pk__in=ids, erased_on__isnull=True, merged_into__isnull=True)
    return [
        Found(
            record_id=person.pk,
            titles={"": str(person)},
            public=[],
            internal=texts([person.function, person.internal_note]),
            visibility=person.visibility if person.visibility != "published" else "ministries",
            owner_id=person.owner_id,
            houses=houses_of(person),
            place=person.pk,
        )
        for person in rows.prefetch_related("named_houses")
    ]


SOURCE = Source(
    kind="person",
    position=65,
    label=_("Personen"),
    count_text=lambda n: ngettext("%(n)d Person", "%(n)d Personen", n) % {"n": n},
    url_name="person",
    rows=Person.objects.all,
    fetch=fetch,
    touched={"person": lambda ids: ids},
)
