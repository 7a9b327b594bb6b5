# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which measure of an edition has which values, as sets of bits kept in the process and brought up to date when asked.

Every answer asks first whether anything was recorded since (one statement). If so, the journal says which measures;
only where it cannot say, or says too many, everything is read again. What a principal may know of always comes from
visible_to.
"""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, CharField, F, Subquery, Value
from django.db.models.functions import Cast

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.records.kept import HOLES, KeptRows
from bruecke.records.labels import rows_of
from bruecke.records.models import JournalEntry, PublishedVersion, RecordQuerySet
from bruecke.strategy.facet_bits import FacetBits, FacetBuilder
from bruecke.strategy.models import Measure, MeasureActor, MeasureGoal, MeasurePlace

MOST_ACTS = 700
"""After more acts than this all measures are read again."""
OVERLAP = 200
"""Journal entries looked at once more: of two acts at once the later number may be seen first."""
UNRELATED = frozenset(
    {"check", "document", "example", "house", "importdraft", "optiondecision", "part", "principle", "user"}
)
"""Types of records whose acts change no column and no link that is indexed (a decision records its measure too)."""
_KEPT_EDITIONS = 4
_KEPT_SCOPES = 64
_COLUMNS = ("chapter_id", "modality", "kind", "option_state", "needs_state_money", "visibility", "is_continuing")
_NAMES = ("instrument", "verbindlichkeit", "art", "entscheidung", "vorbehalt", "sichtbarkeit")
_GAPS = ("lead", "goal", "deadline", "indicator")
_LINKS: tuple[tuple[str, Any, str], ...] = (
    ("ziel", MeasureGoal, "goal_id"),
    ("thema", Measure.themes.through, "theme_id"),
    ("ort", MeasurePlace, "place_id"),
    ("organisation", Measure.participants.through, "organisation_id"),
    ("organisation", MeasureActor, "organisation_id"),
)


class State(NamedTuple):
    """What tells whether the plan changed: the newest measure, the number every act counts up, the newest act."""

    measure: int
    changed_at: datetime
    number: int | None
    act: int | None
    act_at: datetime | None


@dataclass(slots=True)
class _Seen:
    """What somebody may know of; stale: measures to be asked for again."""

    bits: int
    stale: frozenset[int] = frozenset()


@dataclass(slots=True)
class MeasureIndex:
    """The sets of an edition at one state. bits names as the filter's parameters; "luecke" holds the gaps."""

    edition_id: int
    state: State
    facets: FacetBits
    _seen: "OrderedDict[Principal, _Seen]" = field(default_factory=OrderedDict)

    def seen(self, principal: Principal) -> int:
        """The measures `principal` may know of; a statement only where that is not known yet."""
        # Taken once: renew() puts another in its place, and what is answered here meanwhile may be older than that.
        scope, kept = scope_of(principal), self._seen
        known = kept.get(scope)
        if known is None:
            rows = _visible(self.edition_id, scope).values_list("pk", flat=True)
            known = kept[scope] = _Seen(self.facets.set_of(rows.iterator(chunk_size=5000)))
            while len(kept) > _KEPT_SCOPES:
                kept.popitem(last=False)
        if known.stale:
            rows = _visible(self.edition_id, scope).filter(pk__in=known.stale).values_list("pk", flat=True)
            known.bits = (known.bits & ~self.facets.set_of(known.stale)) | self.facets.set_of(rows)
            known.stale = frozenset()
        return known.bits

    def renew(self, state: State) -> bool:
        """Bring the sets to `state`; False where the journal cannot tell what changed."""
        touched = _touched(self.edition_id, self.state)
        if touched is None:
            return False
        if touched:
            self.facets = self.facets.replaced(_read(self.edition_id, self.facets.positions, touched), touched)
            kept = list(self._seen.items())
            self._seen = OrderedDict((scope, _Seen(seen.bits, seen.stale | touched)) for scope, seen in kept)
        self.state = state
        return True


_kept: "OrderedDict[int, MeasureIndex]" = OrderedDict()


def measure_index(edition_id: int) -> MeasureIndex | None:
    """The index as the plan stands; None without measures. One statement, three where the plan changed or is new."""
    rows = _state_statement().run({HOLES[0]: edition_id})
    if not rows:
        return None
    state, kept = State._make(rows[0]), _kept.get(edition_id)
    if kept is None or (kept.state != state and not kept.renew(state)):
        kept = _kept[edition_id] = MeasureIndex(edition_id, state, _read(edition_id, {}, None).build())
        while len(_kept) > _KEPT_EDITIONS:
            _kept.popitem(last=False)
    return kept


@cache
def _state_statement() -> KeptRows:
    number = PublishedVersion.objects.order_by("pk").values("number")[:1]
    act = JournalEntry.objects.order_by("-pk")
    newest = rows_of(Measure).filter(edition_id=HOLES[0]).order_by("-updated_at", "-pk")
    columns = (Subquery(number), Subquery(act.values("pk")[:1]), Subquery(act.values("at")[:1]))
    return KeptRows(newest.values_list("pk", "updated_at", *columns)[:1])


def _touched(edition_id: int, since: State) -> frozenset[int] | None:
    """Measures changed since; None where the journal does not say, or does not go on from there (another database)."""
    if since.act is None:
        return None
    acts = JournalEntry.objects.filter(pk__gt=since.act - OVERLAP).order_by()
    changed = rows_of(Measure).filter(edition_id=edition_id, updated_at__gte=since.changed_at).order_by()
    found = acts.values_list("record_type", "record_id", "pk", "at").union(
        changed.values_list(Cast(Value("measure"), CharField()), "pk", Cast(Value(0), BigIntegerField()), "updated_at"),
        all=True,
    )
    rows = list(found[: MOST_ACTS + 1])
    goes_on = any((act, at) == (since.act, since.act_at) for _kind, _key, act, at in rows)
    related = {(kind, key) for kind, key, _act, _at in rows if kind not in UNRELATED}
    if len(rows) > MOST_ACTS or not goes_on or any(kind != "measure" for kind, _key in related):
        return None
    return frozenset(key for _kind, key in related)


def _visible(edition_id: int, scope: Principal) -> RecordQuerySet[Measure]:
    return rows_of(Measure).visible_to(scope).filter(edition_id=edition_id)


def _read(edition_id: int, positions: dict[int, int], only: frozenset[int] | None) -> FacetBuilder:
    """All measures of an edition, or `only` these, on their places; two statements."""
    builder = FacetBuilder(dict(positions))
    _add_measures(builder, edition_id, only)
    first, *others = (_links(name, model, column, edition_id, only) for name, model, column in _LINKS)
    by_name: dict[str, list[tuple[int, int]]] = {name: [] for name, _model, _column in _LINKS}
    for name, measure, value in first.union(*others, all=True).iterator(chunk_size=5000):
        by_name[name].append((measure, value))
    for name, pairs in by_name.items():
        builder.link(name, pairs)
    return builder


def _links(name: str, model: Any, column: str, edition_id: int, only: frozenset[int] | None) -> Any:
    rows = rows_of(model).filter(measure__edition_id=edition_id)
    rows = rows if only is None else rows.filter(measure_id__in=only)
    columns: Iterable[Any] = (Cast(Value(name), CharField()), F("measure_id"), Cast(F(column), BigIntegerField()))
    return rows.order_by().values_list(*columns)


def _add_measures(builder: FacetBuilder, edition_id: int, only: frozenset[int] | None) -> None:
    """The columns of the measures, read once; in `members` directly, because this runs for every row."""
    by_name = [builder.members[name] for name in _NAMES]
    leads, organisations, gaps, continuing = (
        builder.members[name] for name in ("federfuehrung", "organisation", "luecke", "fortgesetzt")
    )
    rows = rows_of(Measure).filter(edition_id=edition_id)
    rows = rows if only is None else rows.filter(pk__in=only)
    cells = rows.order_by().values_list("pk", *_COLUMNS, "lead_id", "goal_count", "deadline", "indicator")
    for pk, *values, goes_on, lead, goals, deadline, indicator in cells.iterator(chunk_size=5000):
        bit = builder.add(pk)
        for members, value in zip(by_name, values, strict=True):
            members[value].append(bit)
        continuing["yes" if goes_on else "no"].append(bit)
        if lead is not None:
            leads[lead].append(bit)
            organisations[lead].append(bit)
        for gap, is_filled in zip(_GAPS, (lead is not None, goals, deadline, indicator), strict=True):
            if not is_filled:
                gaps[gap].append(bit)
