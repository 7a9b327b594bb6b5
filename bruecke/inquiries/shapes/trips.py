# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trips abroad of members of the government: when, where to, what for, at what cost, with whom, with what result."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.accounts.principal import PUBLIC
from bruecke.activities.models import ActivityState, InvolvementRole
from bruecke.activities.queries.lines import in_place
from bruecke.activities.queries.offers import Told, activities_between
from bruecke.activities.queries.sheet import PUBLIC_ROLES
from bruecke.base.languages import VERBATIM_DEFAULT
from bruecke.inquiries.answer import CENTS, PERSON, Cell, Column, Row, Rule, Someone, Table
from bruecke.inquiries.shape import Found, Scope, Shape
from bruecke.records.visibility import Visibility

KINDS = ("delegation_out",)
TOLD = (ActivityState.PLANNED, ActivityState.APPROVED, ActivityState.HELD)
"""A suggestion is no trip, and what was cancelled did not take place."""
ALONG = frozenset(PUBLIC_ROLES) | {InvolvementRole.INTERPRETER}
"""Who travels, leads or receives; whoever was asked and did not come is no part of the trip."""


def draw(scope: Scope) -> Found:
    """Trips that began in the period; fifteen statements."""
    certain, unsaid = Q(particulars__with_government=True), ~Q(particulars__has_key="with_government")
    trips = _told(scope, certain)
    shown = _told(Scope(scope.first, scope.last, scope.place, PUBLIC), certain)
    return Found((_trips(trips), _along(trips, shown)), _gaps(trips, _told(scope, unsaid)))


def _told(scope: Scope, which: Q) -> list[Told]:
    which = which & Q(state__in=TOLD)
    which = which if scope.place is None else which & in_place(scope.place)
    return activities_between(scope.first, scope.last, principal=scope.reader, kinds=KINDS, narrowed=which)


def titled(told: Told) -> str:
    """The title, marked where it was invented for the demonstration."""
    if told.line.is_invented:
        return _("%(title)s (für die Vorführung erfunden)") % {"title": told.line.title}
    return told.line.title


def stage(told: Told) -> tuple[str, str]:
    """The state in words, and what figures count it by: "held" or "planned"."""
    is_held = told.line.state == ActivityState.HELD
    return str(ActivityState(told.line.state).label), "held" if is_held else "planned"


def _trips(trips: Iterable[Told]) -> Table:
    columns = (
        Column("title", _("Reise"), width=8),
        Column("when", _("Wann"), width=7),
        Column("where", _("Wohin"), width=5),
        Column("state", _("Stand"), width=6),
        Column("result", _("Zweck und Ergebnis"), width=9),
        Column("planned", _("geplant"), CENTS, is_internal=True, width=5),
        Column("actual", _("abgerechnet"), CENTS, is_internal=True, width=6),
    )
    rules = (
        Rule("held", _("Durchgeführte Reisen"), group="held"),
        Rule("planned", _("Geplante Reisen"), group="planned"),
        Rule("actual", _("Kosten der durchgeführten Reisen, abgerechnet"), "actual", "held"),
        Rule("foreseen", _("Kosten der geplanten Reisen, geplant"), "planned", "planned"),
    )
    return Table("trips", _("Reisen"), columns, tuple(_trip(told) for told in trips), rules)


def _trip(told: Told) -> Row:
    state, group = stage(told)
    said: tuple[Cell, ...] = (
        titled(told),
        told.line.when(VERBATIM_DEFAULT),
        ", ".join(told.places) or _("nicht erfasst"),
        state,
        " ".join(filter(None, (told.purpose, told.result))) or _("nicht erfasst"),
        told.planned_cents,
        told.actual_cents,
    )
    return Row(f"activity:{told.line.pk}", said, told.line.starts_from, group, is_public(told))


def is_public(told: Told) -> bool:
    """Whether the activity is published."""
    return told.line.visibility == Visibility.PUBLISHED


def _along(trips: Iterable[Told], shown: Iterable[Told]) -> Table:
    columns = (
        Column("trip", _("Reise"), width=8),
        Column("role", _("Rolle"), width=4),
        Column("house", _("Einrichtung"), width=7),
        Column("person", _("Person"), PERSON, width=6),
    )
    public = {told.line.pk: set(told.takers) for told in shown}
    rows = tuple(row for told in trips for row in _takers(told, public))
    return Table("along", _("Teilnehmende"), columns, rows, (Rule("along", _("Teilnehmende und Beteiligte")),))


def _takers(told: Told, public: Mapping[int, set[tuple[str, str, int | None]]]) -> Sequence[Row]:
    taking = [taker for taker in told.takers if taker[0] in ALONG]
    return [
        Row(
            f"activity:{told.line.pk}:{number}",
            (titled(told), _role(role), house or "–", None if key is None else Someone(key)),
            told.line.starts_from,
            is_public=role in PUBLIC_ROLES and (role, house, key) in public.get(told.line.pk, set()),
        )
        for number, (role, house, key) in enumerate(taking, start=1)
    ]


def _role(role: str) -> str:
    return str(InvolvementRole(role).label)


def _gaps(trips: Sequence[Told], unsaid: Sequence[Told]) -> list[str]:
    costless = sum(told.actual_cents is None for told in trips if stage(told)[1] == "held")
    alone = sum(not any(taker[0] in ALONG for taker in told.takers) for told in trips)
    counted = (
        (
            len(unsaid),
            ngettext(
                "Bei %(n)d weiteren Reise ist nicht erfasst, ob ein Mitglied der Staatsregierung reiste.",
                "Bei %(n)d weiteren Reisen ist nicht erfasst, ob ein Mitglied der Staatsregierung reiste.",
                len(unsaid),
            ),
        ),
        (
            costless,
            ngettext(
                "Zu %(n)d durchgeführten Reise sind keine abgerechneten Kosten erfasst.",
                "Zu %(n)d durchgeführten Reisen sind keine abgerechneten Kosten erfasst.",
                costless,
            ),
        ),
        (
            alone,
            ngettext(
                "Zu %(n)d Reise ist niemand erfasst, der teilnahm.",
                "Zu %(n)d Reisen ist niemand erfasst, der teilnahm.",
                alone,
            ),
        ),
    )
    return [sentence % {"n": number} for number, sentence in counted if number]


SHAPE = Shape(
    name="trips",
    label=gettext_lazy("Reisen von Mitgliedern der Staatsregierung"),
    about=gettext_lazy("Delegationsreisen, die im Zeitraum beginnen, mit Kosten, Teilnehmenden und Ergebnissen."),
    source=gettext_lazy("Register der Vorhaben in Brücke"),
    draw=draw,
)
