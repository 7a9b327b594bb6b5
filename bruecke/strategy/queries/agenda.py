# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the plan leaves open, for the agenda of a body that coordinates it."""

from typing import NamedTuple

from django.db.models import Q

from bruecke.accounts.principal import Principal
from bruecke.strategy.models import EditionState, Measure, OptionState


class OpenPoint(NamedTuple):
    """A measure that something is open about: key, reference and title."""

    key: int
    reference: str
    title: str


class OpenPoints(NamedTuple):
    """Options nobody decided on, and measures without a lead; an undecided option without a lead is among the first."""

    undecided: list[OpenPoint]
    without_lead: list[OpenPoint]


def open_points(*, principal: Principal, coordinated_by: int | None) -> OpenPoints:
    """Of the standing editions of the strategies that an organisation coordinates (of all where None): what is open.

    One statement. principal: whose eyes the points must be for.
    """
    standing = Measure.objects.visible_to(principal).filter(edition__state=EditionState.ADOPTED)
    if coordinated_by is not None:
        standing = standing.filter(strategy__coordinating_body=coordinated_by)
    is_undecided = Q(option_state=OptionState.OPEN)
    rows = standing.filter(is_undecided | Q(lead=None)).order_by("edition_id", "position")
    undecided: list[OpenPoint] = []
    without_lead: list[OpenPoint] = []
    for measure in rows:
        point = OpenPoint(measure.pk, measure.reference, str(measure.title))
        (undecided if measure.option_state == OptionState.OPEN else without_lead).append(point)
    return OpenPoints(undecided, without_lead)


def known_measures(keys: list[int], *, principal: Principal) -> set[int]:
    """Those of `keys` that are measures `principal` may know of; one statement."""
    return set(Measure.objects.visible_to(principal).filter(pk__in=keys).values_list("pk", flat=True))
