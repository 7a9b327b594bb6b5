# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many measures each value of each filter would leave, all other filters applied.

Counted on the sets of bits of measure_index.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bruecke.accounts.principal import Principal
from bruecke.records.labels import rows_of
from bruecke.strategy.facet_bits import FacetBits, Value, leave_one_out
from bruecke.strategy.measure_filter import CODED, NAMED, MeasureFilter
from bruecke.strategy.models import Measure
from bruecke.strategy.queries.matching import Matching
from bruecke.strategy.queries.measure_index import measure_index
from bruecke.strategy.queries.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """found: measures under all filters; total: without any; counts: by parameter and value of the address."""

    found: int
    total: int
    counts: Mapping[str, Mapping[str, int]]


def facet_counts(
    edition_id: int, asked: MeasureFilter, words: Vocabulary, *, matching: Matching | None, principal: Principal
) -> FacetCounts:
    """Counts for all filters. One statement where the plan is as it was, at most five where it changed."""
    kept = measure_index(edition_id)
    if kept is None:
        return FacetCounts(0, 0, {name: {} for name in (*NAMED, *CODED)})
    seen = kept.seen(principal)
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


def _keys(edition_id: int, matching: Matching) -> Iterable[int]:
    return rows_of(Measure).filter(matching.q, edition_id=edition_id).values_list("pk", flat=True)
