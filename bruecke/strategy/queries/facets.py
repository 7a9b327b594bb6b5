# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many measures each value of each filter would leave, all other filters applied.

The sets of bits are made once for a state of the plan and kept in the process; what a principal may know of comes
from visible_to, as everywhere.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, Subquery

from bruecke.accounts.principal import Principal
from bruecke.records.models import PublishedVersion
from bruecke.strategy.facet_bits import FacetBits, FacetBuilder, Value, leave_one_out
from bruecke.strategy.measure_filter import CODED, NAMED, MeasureFilter
from bruecke.strategy.models import Measure, MeasureActor, MeasureGoal, MeasurePlace
from bruecke.strategy.queries.labels import rows_of
from bruecke.strategy.queries.measure_list import Matching, measures_of
from bruecke.strategy.queries.scope import scope_of
from bruecke.strategy.queries.vocabulary import Vocabulary

State = tuple[int, datetime, int | None]
_KEPT_EDITIONS = 4
_KEPT_SCOPES = 64
_GAP_COLUMNS = ("lead", "goal", "deadline", "indicator")


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """found: measures under all filters; total: without any; counts: by parameter and value of the address."""

    found: int
    total: int
    counts: Mapping[str, Mapping[str, int]]


@dataclass(slots=True)
class _Kept:
    state: State
    facets: FacetBits
    seen: "OrderedDict[Principal, int]" = field(default_factory=OrderedDict)


_kept: "OrderedDict[int, _Kept]" = OrderedDict()


def facet_counts(
    edition_id: int, asked: MeasureFilter, words: Vocabulary, *, matching: Matching, principal: Principal
) -> FacetCounts:
    """Counts for all filters. One statement where the plan is as it was, at most nine where it changed."""
    state = _state(edition_id)
    if state is None:
        return FacetCounts(0, 0, {name: {} for name in (*NAMED, *CODED)})
    kept = _index(edition_id, state)
    seen = _seen(kept, edition_id, principal)
    masks = {name: kept.facets.any_of(_stored(name), _values(name, asked, words)) for name in asked.values}
    start = seen if matching is None else seen & kept.facets.set_of(_keys(edition_id, matching))
    everything, others = leave_one_out(masks, start)
    counts = {name: _counts(name, kept.facets, words, others.get(name, everything)) for name in (*NAMED, *CODED)}
    return FacetCounts(everything.bit_count(), seen.bit_count(), counts)


def _counts(name: str, facets: FacetBits, words: Vocabulary, under: int) -> dict[str, int]:
    if name in CODED:
        return {word: (facets.any_of(name, (code,)) & under).bit_count() for word, code in CODED[name].items()}
    stored, reach = _stored(name), words.reach.get(name)
    return {
        entry.key: (facets.any_of(stored, (entry.pk,) if reach is None else reach[entry.pk]) & under).bit_count()
        for entry in words.entries[name]
    }


def _values(name: str, asked: MeasureFilter, words: Vocabulary) -> Iterable[Value]:
    return asked.codes(name) if name in CODED else words.keys(name, asked.of(name))


def _stored(name: str) -> str:
    """A group of places is a set of places."""
    return "ort" if name == "laendergruppe" else name


def _keys(edition_id: int, matching: Q) -> Iterable[int]:
    return rows_of(Measure).filter(matching, edition_id=edition_id).values_list("pk", flat=True)


def _state(edition_id: int) -> State | None:
    """What tells whether the plan changed: the number every act counts up, and the newest measure."""
    number = PublishedVersion.objects.order_by("pk").values("number")[:1]
    newest = rows_of(Measure).filter(edition_id=edition_id).order_by("-updated_at", "-pk")
    return newest.values_list("pk", "updated_at", Subquery(number)).first()


def _index(edition_id: int, state: State) -> _Kept:
    kept = _kept.get(edition_id)
    if kept is None or kept.state != state:
        kept = _kept[edition_id] = _Kept(state, _build(edition_id))
        while len(_kept) > _KEPT_EDITIONS:
            _kept.popitem(last=False)
    return kept


def _seen(kept: _Kept, edition_id: int, principal: Principal) -> int:
    scope = scope_of(principal)
    if scope not in kept.seen:
        keys = measures_of(edition_id, principal=principal).values_list("pk", flat=True).iterator(chunk_size=5000)
        kept.seen[scope] = kept.facets.set_of(keys)
        while len(kept.seen) > _KEPT_SCOPES:
            kept.seen.popitem(last=False)
    return kept.seen[scope]


def _build(edition_id: int) -> FacetBits:
    """Six statements: the measures, and each kind of link."""
    builder = FacetBuilder()
    _add_measures(builder, edition_id)
    links: tuple[tuple[str, Any, str], ...] = (
        ("ziel", MeasureGoal, "goal_id"),
        ("thema", Measure.themes.through, "theme_id"),
        ("ort", MeasurePlace, "place_id"),
        ("organisation", Measure.participants.through, "organisation_id"),
        ("organisation", MeasureActor, "organisation_id"),
    )
    for name, model, column in links:
        rows = rows_of(model).filter(measure__edition_id=edition_id).values_list("measure_id", column)
        builder.link(name, rows.iterator(chunk_size=5000))
    return builder.build()


def _add_measures(builder: FacetBuilder, edition_id: int) -> None:
    """The columns of the measures, read once; in `members` directly, because this runs for every row."""
    columns = ("chapter_id", "modality", "kind", "option_state", "needs_state_money", "visibility", "is_continuing")
    names = ("instrument", "verbindlichkeit", "art", "entscheidung", "vorbehalt", "sichtbarkeit")
    by_name = [builder.members[name] for name in names]
    leads, organisations, gaps, continuing = (
        builder.members[name] for name in ("federfuehrung", "organisation", "luecke", "fortgesetzt")
    )
    rows = (
        rows_of(Measure)
        .filter(edition_id=edition_id)
        .values_list("pk", *columns, "lead_id", "goal_count", "deadline", "indicator")
    )
    for pk, *values, goes_on, lead, goals, deadline, indicator in rows.iterator(chunk_size=5000):
        bit = builder.add(pk)
        for members, value in zip(by_name, values, strict=True):
            members[value].append(bit)
        continuing["yes" if goes_on else "no"].append(bit)
        if lead is not None:
            leads[lead].append(bit)
            organisations[lead].append(bit)
        for gap, is_filled in zip(_GAP_COLUMNS, (lead is not None, goals, deadline, indicator), strict=True):
            if not is_filled:
                gaps[gap].append(bit)
