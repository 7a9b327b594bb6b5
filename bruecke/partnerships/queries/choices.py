# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the forms of this room offer: records that who fills in may know of, with their names; one statement each."""

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, Person
from bruecke.bodies.models import Body, Decision
from bruecke.library.models import Document
from bruecke.partnerships.models import Agreement, Partnership, Sector
from bruecke.places.models import Place
from bruecke.strategy.models import EditionState, Goal
from bruecke.strategy.queries.plan import readable_editions

Pairs = list[tuple[int, str]]
_DECISIONS = 200
"""So many of the newest decisions are offered."""


def places() -> Pairs:
    """All places by name."""
    return [(row.pk, row.name) for row in Place.objects.order_by("name_de", "pk")]


def organisations(*, principal: Principal) -> Pairs:
    """All organisations by name."""
    return [(row.pk, row.name) for row in Organisation.objects.visible_to(principal).order_by("name_de", "pk")]


def sectors() -> Pairs:
    """All fields of cooperation."""
    return [(row.pk, row.name) for row in Sector.objects.order_by("name_de", "pk")]


def goals(*, principal: Principal) -> Pairs:
    """Goals of the standing editions."""
    editions = readable_editions(principal).filter(state=EditionState.ADOPTED)
    rows = Goal.objects.visible_to(principal).filter(edition__in=editions.values("pk"))
    return [(row.pk, f"{row.reference} {row.title}") for row in rows.order_by("edition_id", "position")]


def bodies(*, principal: Principal) -> Pairs:
    """Bodies that may be a working group; a body is called like its organisation."""
    named = Organisation.objects.visible_to(principal).values("pk")
    rows = Body.objects.visible_to(principal).filter(organisation__in=named).select_related("organisation")
    return [(row.pk, str(row)) for row in rows.order_by("organisation__name_de", "pk")]


def people(*, principal: Principal) -> Pairs:
    """People with their function."""
    rows = Person.objects.visible_to(principal).filter(erased_on__isnull=True, merged_into__isnull=True)
    return [(row.pk, ", ".join(filter(None, (str(row), row.function)))) for row in rows.order_by("name_key", "pk")]


def documents(*, principal: Principal) -> Pairs:
    """Documents by title."""
    return [(row.pk, row.title) for row in Document.objects.visible_to(principal).order_by("title_de", "pk")]


def partnerships(*, principal: Principal) -> Pairs:
    """Partnerships by name."""
    return [(row.pk, str(row)) for row in Partnership.objects.visible_to(principal).order_by("title_sort", "pk")]


def decisions(*, principal: Principal) -> Pairs:
    """The newest decisions."""
    rows = Decision.objects.visible_to(principal).order_by("-decided_on", "-pk")
    return [(row.pk, str(row)) for row in rows[:_DECISIONS]]


def seen_agreement(pk: int, *, principal: Principal) -> Agreement:
    """An agreement of a partnership that one may know of, too. Raises Agreement.DoesNotExist."""
    above = Partnership.objects.visible_to(principal).values("pk")
    rows = Agreement.objects.visible_to(principal).filter(partnership__in=above)
    found: Agreement = rows.select_related("partnership__holder").get(pk=pk)
    return found
