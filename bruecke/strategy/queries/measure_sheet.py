# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""One measure with everything around it; four statements, one more each where it has parts, checks or decisions."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, CharField, Expression, F, Q, Subquery, Value
from django.db.models.functions import Cast
from django.utils.translation import get_language

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.actors.models import Organisation
from bruecke.bodies.models import Decision
from bruecke.library.models import Document
from bruecke.records.kept import HOLES, KeptRecords, KeptRows, Values
from bruecke.records.labels import label, rows_of, translated
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.models import (
    Chapter,
    Check,
    EditionState,
    Example,
    Goal,
    Measure,
    MeasureActor,
    MeasureDocument,
    MeasureGoal,
    MeasurePlace,
    OptionDecision,
    Part,
    Principle,
    Strategy,
    Theme,
    Wording,
)

SHOWN = (EditionState.ADOPTED, EditionState.SUPERSEDED)
"""States of editions whose measures are shown at all."""
THIS = HOLES[0]
"""Stands for the measure's key in a kept statement."""


class Linked(NamedTuple):
    """Something a measure is linked to. what: name of the block. note, source, extra: by block, see _statement."""

    what: str
    pk: int
    position: int
    label: str
    note: str
    source: str
    extra: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """wording: of the measure's edition; before, after: its neighbours in the document, as far as they may be seen."""

    measure: Measure
    wording: Wording
    before: Wording | None
    after: Wording | None
    links: dict[str, list[Linked]]
    parts: list[Part]
    checks: list[Check]
    decisions: list[OptionDecision]

    def names(self, what: str) -> dict[int, str]:
        """Labels of a block by key."""
        return {link.pk: link.label for link in self.links[what]}


def seen_measure(pk: int, *, principal: Principal) -> Measure:
    """The measure, if it is or was published and `principal` may know of it and its strategy; else DoesNotExist."""
    found = next(_measure_statement(scope_of(principal)).records({THIS: pk}), None)
    if found is None:
        raise Measure.DoesNotExist
    return found


@lru_cache(maxsize=64)
def _measure_statement(scope: Principal) -> KeptRecords[Measure]:
    strategies = rows_of(Strategy).visible_to(scope).values("pk")
    found = rows_of(Measure).visible_to(scope).filter(edition__state__in=SHOWN, strategy__in=strategies, pk=THIS)
    chapter = ("number", *translated("title"))
    return KeptRecords(
        found,
        related=("edition", "chapter", "chapter__parent", "lead"),
        only={
            "edition": ("ordinal", "state"),
            "chapter": chapter,
            "chapter__parent": chapter,
            "lead": ("house",),
        },
    )


def measure_sheet(measure: Measure, *, principal: Principal) -> Sheet:
    """What the page of `measure` shows to `principal`; two statements, and one each for parts, checks and decisions."""
    around, links = _around(measure, principal), _links(measure.pk, principal)
    parts, checks, decisions = _own_statements(scope_of(principal))
    this: Values = {THIS: measure.pk}
    return Sheet(
        measure=measure,
        wording=around[measure.pk],
        before=_at(around, measure.position - 1),
        after=_at(around, measure.position + 1),
        links=links,
        # Most measures have none of these, and the statement that fetches the links can tell.
        parts=sorted(parts.records(this), key=attrgetter("position")) if "part" in links else [],
        checks=sorted(checks.records(this), key=attrgetter("position")) if "check" in links else [],
        decisions=list(decisions.records(this)) if "decision" in links else [],
    )


@lru_cache(maxsize=64)
def _own_statements(scope: Principal) -> tuple[KeptRecords[Part], KeptRecords[Check], KeptRecords[OptionDecision]]:
    return (
        KeptRecords(rows_of(Part).visible_to(scope).filter(measure=THIS)),
        KeptRecords(rows_of(Check).filter(measure=THIS)),
        KeptRecords(rows_of(OptionDecision).visible_to(scope).filter(measure=THIS)),
    )


def _around(measure: Measure, principal: Principal) -> dict[int, Wording]:
    """Wordings of the measure and its neighbours by measure."""
    statement = _around_statement(scope_of(principal))
    return {row.measure_id: row for row in statement.records({THIS: measure.pk, HOLES[1]: measure.edition_id})}


@lru_cache(maxsize=64)
def _around_statement(scope: Principal) -> KeptRecords[Wording]:
    place = Subquery(rows_of(Measure).filter(pk=THIS).values("position"))
    seen = rows_of(Measure).visible_to(scope).filter(edition_id=HOLES[1])
    near = seen.filter(position__gte=place - 1, position__lte=place + 1)
    return KeptRecords(
        rows_of(Wording).filter(edition_id=HOLES[1], measure__in=near.values("pk")).order_by(),
        related=("passage", "measure_list"),
        only={
            "": ("measure", "reference", "position", "wording", "modality", "kind"),
            "passage": ("first_line", "last_line", "repairs"),
            "measure_list": ("cue",),
        },
        # The text of the whole document hangs on the edition: only its language is read.
        extra={"language": "edition__text__language"},
    )


def _at(around: dict[int, Wording], position: int) -> Wording | None:
    return next((row for row in around.values() if row.position == position), None)


def _links(pk: int, principal: Principal) -> dict[str, list[Linked]]:
    found: dict[str, list[Linked]] = defaultdict(list)
    rows = _statement(get_language() or "", scope_of(principal)).run({THIS: pk})
    for row in sorted(map(Linked._make, rows), key=attrgetter("position", "label")):
        found[row.what].append(row)
    return found


@lru_cache(maxsize=64)
def _statement(_language: str, scope: Principal) -> KeptRows:
    """One statement for all links."""
    organisations = rows_of(Organisation).visible_to(scope)
    leads = rows_of(Measure).filter(pk=THIS).values("lead_id")
    part_leads = rows_of(Part).filter(measure=THIS).values("lead_id")
    # From the measure up: asking each chapter for its measures reads all measures of the edition.
    here = rows_of(Chapter).filter(pk__in=rows_of(Measure).filter(pk=THIS).values("chapter_id")).order_by()
    chapters = rows_of(Chapter).filter(Q(pk__in=here.values("pk")) | Q(pk__in=here.values("parent_id"))).order_by()
    principles = (
        rows_of(Principle)
        .visible_to(scope)
        .filter(
            Q(scope__in=("everything", "measures"))
            | Q(scope="chapter", chapter_reference__in=chapters.values("reference")),
            edition__in=rows_of(Measure).filter(pk=THIS).values("edition_id"),
        )
    )
    goals = rows_of(MeasureGoal).filter(measure=THIS, goal__in=rows_of(Goal).visible_to(scope).order_by().values("pk"))
    documents = rows_of(MeasureDocument).filter(
        measure=THIS, document__in=rows_of(Document).visible_to(scope).values("pk")
    )
    named = rows_of(MeasureActor).filter(measure=THIS, organisation__in=organisations.values("pk"))
    taking_part = organisations.filter(pk__in=_through("participants").values("organisation_id"))
    themes = rows_of(Theme).filter(pk__in=_through("themes").values("theme_id"))
    houses = rows_of(House).filter(pk__in=_through("named_houses").values("house_id"))
    resolved = rows_of(OptionDecision).filter(
        measure=THIS, decision__in=rows_of(Decision).visible_to(scope).order_by().values("pk")
    )
    own = (
        ("part", rows_of(Part).visible_to(scope)),
        ("check", rows_of(Check)),
        ("decision", rows_of(OptionDecision).visible_to(scope)),
    )
    name, shown_name = label("short_name", "name"), label("organisation__short_name", "organisation__name")
    places, examples = rows_of(MeasurePlace).filter(measure=THIS), rows_of(Example).filter(measure=THIS)
    reference = {"position": "goal__position", "note": "goal__reference", "extra": "why"}
    pin = {"note": "pin", "source": "document__status", "extra": "document__issued"}
    parts = [
        _part("lead", organisations.filter(Q(pk__in=leads) | Q(pk__in=part_leads)), "pk", name),
        _part("participant", taking_part, "pk", name),
        _part("named", named, "organisation_id", shown_name, source="source"),
        _part("goal", goals, "goal_id", label("goal__title"), **reference),
        _part("theme", themes, "pk", label("title"), note="key"),
        _part("place", places, "place_id", label("place__name"), source="source"),
        _part("document", documents, "document_id", label("document__title"), **pin),
        _part("principle", principles, "pk", label("title"), position="position"),
        _part("example", examples, "pk", label("title"), position="position", note="from_wording"),
        _part("house", houses, "pk", F("name")),
        _part("resolution", resolved, "pk", F("decision__number"), extra="decision_id"),
        *(_part(what, rows.filter(measure=THIS), "pk", Value("")) for what, rows in own),
    ]
    return KeptRows(parts[0].union(*parts[1:], all=True))


def _through(name: str) -> RecordQuerySet[Any]:
    return rows_of(getattr(Measure, name).through).filter(measure=THIS)


def _part(
    what: str,
    rows: RecordQuerySet[Any],
    pk: str,
    title: Expression | F | Value,
    *,
    position: str = "",
    note: str = "",
    source: str = "",
    extra: str = "",
) -> Any:
    return rows.order_by().values_list(
        Cast(Value(what), CharField()),
        Cast(F(pk), BigIntegerField()),
        Cast(F(position) if position else Value(0), BigIntegerField()),
        Cast(title, CharField()),
        *(Cast(F(name) if name else Value(""), CharField()) for name in (note, source, extra)),
    )
