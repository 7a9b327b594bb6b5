# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Circulations, what they wait for, and their log, as pages and papers show them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.actors.queries import signs_for
from bruecke.clearance import rules
from bruecke.clearance.models import Addressee, Circulation, CirculationState, CoSignature
from bruecke.records.models import JournalEntry
from bruecke.records.queries import seen

SHOWN = 100
"""So many closed circulations the list names."""
_LOGGED = ("circulated", "content_changed", "cleared", "proceeded", "withdrawn")
"""Acts of the log besides the answers, which are kept in rows of their own."""


@dataclass(slots=True)
class GivenOn:
    """Who is asked (keys of organisations), and every answer ever given."""

    houses: list[int] = field(default_factory=list)
    answers: list[rules.Given] = field(default_factory=list)


def given_on(circulations: Collection[int]) -> Mapping[int, GivenOn]:
    """Addressees and answers by circulation; two statements."""
    found: defaultdict[int, GivenOn] = defaultdict(GivenOn)
    addressees = Addressee.objects.filter(circulation__in=circulations).order_by("pk")
    for circulation, organisation in addressees.values_list("circulation_id", "organisation_id"):
        found[circulation].houses.append(organisation)
    signatures = CoSignature.objects.filter(addressee__circulation__in=circulations).select_related("addressee")
    for row in signatures.order_by("pk"):
        found[row.addressee.circulation_id].answers.append(_given(row))
    return found


@dataclass(frozen=True, slots=True)
class Waiting:
    """A circulation in the list. silent: number of houses without an answer; asked: of all asked; is_mine: it waits for
    a house that the asker signs for; is_late: the deadline is over."""

    circulation: Circulation
    asked: int
    silent: int
    is_mine: bool
    is_late: bool


def circulations(*, principal: Principal) -> list[Waiting]:
    """Running ones, what waits for the asker's own houses first, by deadline; then the latest of the closed.

    At most six statements.
    """
    rows: QuerySet[Circulation] = Circulation.objects.visible_to(principal)
    running = list(rows.filter(state=CirculationState.OPEN).order_by("deadline_on", "pk"))
    closed = list(rows.exclude(state=CirculationState.OPEN).order_by("-closed_at", "-pk")[:SHOWN])
    given = given_on([row.pk for row in (*running, *closed)])
    mine = set(_asking_houses(signs_for(principal)))
    found = [_waiting(row, given[row.pk], mine, timezone.localdate()) for row in (*running, *closed)]
    return sorted(found, key=lambda row: (row.circulation.state != CirculationState.OPEN, not row.is_mine))


def unsigned(*, principal: Principal) -> list[Circulation]:
    """Running circulations that wait for a house somebody signs for, by deadline; at most five statements, none but
    for signatories."""
    mine = set(_asking_houses(signs_for(principal)))
    if not mine:
        return []
    rows: QuerySet[Circulation] = Circulation.objects.visible_to(principal)
    asked = Addressee.objects.filter(organisation__in=mine).values("circulation")
    running = list(rows.filter(state=CirculationState.OPEN, pk__in=asked).order_by("deadline_on", "pk"))
    given = given_on([row.pk for row in running])
    return [row for row in running if _waiting(row, given[row.pk], mine, timezone.localdate()).is_mine]


def _asking_houses(houses: Collection[int]) -> list[int]:
    """Organisations of the houses; no statement where there are none."""
    return list(Organisation.objects.filter(house__in=houses).values_list("pk", flat=True)) if houses else []


def _waiting(circulation: Circulation, given: GivenOn, mine: set[int], today: date) -> Waiting:
    silent = rules.silent(given.houses, given.answers, circulation.content_hash)
    is_running = circulation.state == CirculationState.OPEN
    return Waiting(
        circulation,
        len(given.houses),
        len(silent),
        is_mine=is_running and bool(mine & set(silent)),
        is_late=is_running and rules.may_proceed(today, circulation.deadline_on),
    )


@dataclass(frozen=True, slots=True)
class HouseState:
    """One house asked, and its standing answer; None where it gave none (which is no consent).

    name: "" where the reader may not know of the organisation.
    """

    key: int
    name: str
    signature: CoSignature | None


@dataclass(frozen=True, slots=True)
class LogLine:
    """One act: an answer (signature), or what the coordinator did (verb, why, names it is about: whose answers were
    voided, who was silent, who was asked). Names that the reader may not know of are ""."""

    at: datetime
    by: str
    verb: str
    why: str = ""
    names: tuple[str, ...] = ()
    signature: CoSignature | None = None
    house: str = ""


@dataclass(frozen=True, slots=True)
class CirculationSheet:
    """A circulation with the houses asked and its log, oldest first."""

    circulation: Circulation
    houses: tuple[HouseState, ...]
    log: tuple[LogLine, ...]

    @property
    def silent(self) -> list[str]:
        """Names of who has not answered on the content as it is."""
        return [state.name for state in self.houses if state.signature is None]

    @property
    def is_over(self) -> bool:
        """Whether the coordinator may go on without all answers."""
        is_running = self.circulation.state == CirculationState.OPEN
        return is_running and rules.may_proceed(timezone.localdate(), self.circulation.deadline_on)


def seen_circulation(pk: int, *, principal: Principal) -> Circulation:
    """A circulation; one statement. Raises Circulation.DoesNotExist."""
    return seen(Circulation, pk, principal=principal)


def circulation_sheet(pk: int, *, principal: Principal) -> CirculationSheet:
    """Raises Circulation.DoesNotExist. Four statements."""
    circulation = seen_circulation(pk, principal=principal)
    names = _names(pk, principal)
    signatures = CoSignature.objects.filter(addressee__circulation=pk).select_related("addressee", "by")
    answers = {row.pk: row for row in signatures.order_by("pk")}
    current = rules.standing(map(_given, answers.values()), circulation.content_hash)
    houses = tuple(
        HouseState(key, name, answers[current[key].key] if key in current else None) for key, name in names.items()
    )
    return CirculationSheet(circulation, houses, tuple(_log(pk, names, list(answers.values()))))


def _names(circulation: int, principal: Principal) -> dict[int, str]:
    """The organisations asked, by key, in the order they were asked."""
    known = Organisation.objects.visible_to(principal).filter(pk=OuterRef("organisation_id"))
    rows = Addressee.objects.filter(circulation=circulation).select_related("organisation")
    named = rows.annotate(is_known=Exists(known)).order_by("pk")
    return {row.organisation_id: str(row.organisation) if row.is_known else "" for row in named}


def _given(row: CoSignature) -> rules.Given:
    """row: with its addressee."""
    house = row.addressee.organisation_id
    return rules.Given(row.pk, house, row.content_hash, row.answer, is_voided=row.voided_at is not None)


def _log(circulation: int, names: Mapping[int, str], signatures: list[CoSignature]) -> list[LogLine]:
    acts = JournalEntry.objects.filter(record_type="circulation", record_id=circulation, verb__in=_LOGGED)
    lines = [_act(entry, names) for entry in acts.order_by("at", "pk")]
    lines += [
        LogLine(row.at, str(row.by or ""), "answered", signature=row, house=names[row.addressee.organisation_id])
        for row in signatures
    ]
    return sorted(lines, key=lambda line: line.at)


def _act(entry: JournalEntry, names: Mapping[int, str]) -> LogLine:
    about = (name for name in ("voided", "silent", "addressees") if name in entry.changes)
    keys: list[int] = entry.changes[next(about)][1] if entry.verb not in {"cleared", "withdrawn"} else []
    told = tuple(names[key] for key in keys if key in names)
    return LogLine(entry.at, entry.by_label, entry.verb, entry.why, told)


@dataclass(frozen=True, slots=True)
class Answerable:
    """What somebody may sign for one house: the circulation, the other parts of the same paper that wait for the house.

    organisation: signed for; is_deputy: "i. V.".
    """

    organisation: Organisation
    is_deputy: bool
    parts: tuple[Circulation, ...]


def answerable(circulation: Circulation, *, principal: Principal) -> list[Answerable]:
    """For which of the houses asked somebody signs, and what else of the paper waits for them.

    Two statements, and one for each such house.
    """
    houses = signs_for(principal)
    if not houses or circulation.state != CirculationState.OPEN:
        return []
    asked = Addressee.objects.filter(circulation=circulation.pk, organisation__house__in=houses)
    found = [row.organisation for row in asked.select_related("organisation").order_by("pk")]
    return [
        Answerable(row, houses[row.house_id or 0], tuple(_other_parts(circulation, row, principal))) for row in found
    ]


def _other_parts(circulation: Circulation, organisation: Organisation, principal: Principal) -> "QuerySet[Circulation]":
    """Running circulations of the same record that this organisation has not answered yet."""
    asked = Addressee.objects.filter(circulation=OuterRef("pk"), organisation=organisation)
    answered = CoSignature.objects.filter(
        Q(addressee__organisation=organisation, voided_at=None),
        addressee__circulation=OuterRef("pk"),
        content_hash=OuterRef("content_hash"),
    )
    others = Circulation.objects.visible_to(principal).filter(
        Exists(asked),
        ~Exists(answered),
        subject_type=circulation.subject_type,
        subject_id=circulation.subject_id,
        state=CirculationState.OPEN,
    )
    return others.exclude(pk=circulation.pk).order_by("pk")


def circulations_of(type: str, key: int, *, principal: Principal) -> list[Circulation]:
    """Circulations of a record, newest first; one statement."""
    rows = Circulation.objects.visible_to(principal).filter(subject_type=type, subject_id=key)
    return list(rows.order_by("-pk"))
