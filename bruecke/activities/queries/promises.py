# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Promises: one, and the list of what is owed."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.utils import timezone

from bruecke.accounts.principal import Principal, Role
from bruecke.activities.models import Activity, Promise, PromiseDirection, PromiseState
from bruecke.activities.queries.offers import promised_with
from bruecke.actors.models import Organisation
from bruecke.partnerships.models import Partnership
from bruecke.records.labels import label, rows_of
from bruecke.records.visibility import visible

PAGE = 50
"""Promises of one page."""
DIRECTIONS = {"wir": PromiseDirection.WE_OWE, "sie": PromiseDirection.THEY_OWE}
STATES = ("offen", "ueberfaellig", "eingeloest", "nicht-eingeloest", "erledigt", "alle")


def seen_promise(pk: int, *, principal: Principal) -> Promise:
    """A promise with what permissions ask for; one statement. Raises Promise.DoesNotExist."""
    rows = Promise.objects.visible_to(principal).select_related("activity__lead", "responsible")
    promise: Promise = rows.get(pk=pk)
    return promise


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise as a list shows it; names are "" and keys None where the reader may not know of the record."""

    promise: Promise
    activity: tuple[int, str] | None
    partnership: tuple[int, str] | None
    responsible: str
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class PromisePage:
    """Lines, and whether there are more behind them."""

    lines: list[PromiseLine]
    has_more: bool


def promise_page(
    *, principal: Principal, state: str = "offen", direction: str = "", partnership: str = "", page: int = 1
) -> PromisePage:
    """Promises in this state ("alle" for all) and direction, the earliest due first; four statements.

    partnership: the key of the one they are made with, "" for all. page: from 1.
    """
    rows = Promise.objects.visible_to(principal).filter(_in_state(state)).select_related("activity")
    if direction in DIRECTIONS:
        rows = rows.filter(direction=DIRECTIONS[direction])
    if partnership:
        rows = rows.filter(_made_with(partnership, principal))
    start = (page - 1) * PAGE
    got = list(rows.order_by(F("due_on").asc(nulls_last=True), "pk")[start : start + PAGE + 1])
    return PromisePage(told(got[:PAGE], principal=principal), len(got) > PAGE)


@dataclass(frozen=True, slots=True)
class Overdue:
    """The longest overdue promises, and how many there are in all."""

    first: list[Promise]
    total: int


def overdue_promises(*, principal: Principal, most: int = 5) -> Overdue:
    """Overdue promises that somebody has to see to: the coordinator to all, others to those their house is responsible
    for or leads the activity of; one statement, two where there are many, none for the public."""
    if not principal.is_staff:
        return Overdue([], 0)
    rows = Promise.objects.visible_to(principal).filter(_in_state("ueberfaellig"))
    if not principal.has(Role.COORDINATOR):
        houses = principal.houses
        rows = rows.filter(Q(responsible__house__in=houses) | Q(activity__lead__house__in=houses))
    first = list(rows.order_by("due_on", "pk")[: most + 1])
    return Overdue(first[:most], rows.count() if len(first) > most else len(first))


def _made_with(key: str, principal: Principal) -> Q:
    pk = Partnership.objects.visible_to(principal).filter(key=key).values_list("pk", flat=True).first()
    return Q(pk__in=[]) if pk is None else promised_with(pk, principal=principal)


def _in_state(state: str) -> Q:
    today = timezone.localdate()
    return {
        "offen": Q(state=PromiseState.OPEN),
        "ueberfaellig": Q(state=PromiseState.OPEN, due_on__lt=today),
        "eingeloest": Q(state=PromiseState.KEPT),
        "nicht-eingeloest": Q(state=PromiseState.BROKEN),
        "erledigt": Q(state=PromiseState.RELEASED),
    }.get(state, Q())


def told(promises: list[Promise], *, principal: Principal) -> list[PromiseLine]:
    """Promises with the names of what they hang on, as far as `principal` may know of it; three statements."""
    activities = _names(Activity, {row.activity_id for row in promises}, "title", principal)
    partnerships = _names(Partnership, {row.partnership_id for row in promises}, "name", principal)
    houses = _names(Organisation, {row.responsible_id for row in promises}, "name", principal)
    return [
        PromiseLine(
            promise=row,
            activity=_pair(row.activity_id, activities),
            partnership=_pair(row.partnership_id, partnerships),
            responsible=houses.get(row.responsible_id or 0, ""),
            is_overdue=is_overdue(row),
        )
        for row in promises
    ]


def _names(
    model: type[Activity | Partnership | Organisation], keys: set[int | None], name: str, principal: Principal
) -> dict[int, str]:
    rows = rows_of(model).filter(visible(model, principal), pk__in=[key for key in keys if key is not None])
    return dict(rows.values_list("pk", label(name)))


def _pair(key: int | None, names: dict[int, str]) -> tuple[int, str] | None:
    return (key, names[key]) if key in names else None


def is_overdue(promise: Promise) -> bool:
    """Open, and its day has passed."""
    return promise.state == PromiseState.OPEN and promise.due_on is not None and promise.due_on < timezone.localdate()
