# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies, by the name of their organisation and what they are for."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.bodies.models import Body
from bruecke.search.narrowest import reach_of
from bruecke.search.source import Found, Ids, Source, texts, translations


def fetch(ids: Sequence[int]) -> list[Found]:
    """What is found of these bodies; three statements."""
    rows = Body.objects.filter(pk__in=ids).select_related("organisation")
    bodies = rows.prefetch_related("named_houses", "organisation__named_houses")
    return [found for body in bodies for found in _found(body)]


def _found(body: Body) -> Iterator[Found]:
    reach = reach_of(body, body.organisation)
    if reach is not None:
        yield Found(
            record_id=body.pk,
            titles=translations(body.organisation, "name"),
            public=[*translations(body.organisation, "short_name").items(), *texts([body.purpose])],
            internal=texts([body.internal_note, body.file_reference]),
            visibility=reach.visibility,
            owner_id=reach.owner_id,
            houses=reach.houses,
            place=body.pk,
        )


def _of_organisations(ids: Sequence[int]) -> Ids:
    return Body.objects.filter(organisation__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="body",
    position=61,
    label=_("Gremien"),
    count_text=lambda n: ngettext("%(n)d Gremium", "%(n)d Gremien", n) % {"n": n},
    url_name="body",
    rows=Body.objects.all,
    fetch=fetch,
    touched={"body": lambda ids: ids, "organisation": _of_organisations},
)
