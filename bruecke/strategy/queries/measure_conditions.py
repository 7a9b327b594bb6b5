# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A filter of measures as conditions for the database, one for each parameter."""

from collections.abc import Iterable

from django.db.models import Q

from bruecke.records.labels import rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.measure_filter import MeasureFilter
from bruecke.strategy.models import Measure, MeasureActor, MeasureGoal, MeasurePlace
from bruecke.strategy.queries.vocabulary import Vocabulary

COLUMNS = {
    "verbindlichkeit": "modality",
    "art": "kind",
    "entscheidung": "option_state",
    "vorbehalt": "needs_state_money",
    "sichtbarkeit": "visibility",
}
GAPS = {
    "lead": Q(lead__isnull=True),
    "goal": Q(goal_count=0),
    "deadline": Q(deadline=""),
    "indicator": Q(indicator=""),
}
NOBODY = frozenset({0})
"""Keys that no row has: unknown values find nothing, and Django still makes a statement of it."""


def conditions(asked: MeasureFilter, words: Vocabulary) -> dict[str, Q]:
    """What each parameter of `asked` demands; the full text is not among them."""
    return {name: _condition(name, asked, words) for name in asked.values}


def _condition(name: str, asked: MeasureFilter, words: Vocabulary) -> Q:
    if name in COLUMNS:
        return Q(**{f"{COLUMNS[name]}__in": asked.codes(name)})
    if name == "fortgesetzt":
        return Q(is_continuing__in=[code == "yes" for code in asked.codes(name)])
    if name == "luecke":
        return _any(GAPS[code] for code in asked.codes(name))
    return _linked(name, words.keys(name, asked.of(name)) or NOBODY)


def _linked(name: str, keys: frozenset[int]) -> Q:
    match name:
        case "instrument":
            return Q(chapter_id__in=keys)
        case "federfuehrung":
            return Q(lead_id__in=keys)
        case "ziel":
            return Q(pk__in=rows_of(MeasureGoal).filter(goal_id__in=keys).values("measure_id"))
        case "thema":
            return Q(pk__in=rows_of(Measure.themes.through).filter(theme_id__in=keys).values("measure_id"))
        case "organisation":
            return Q(lead_id__in=keys) | _any(Q(pk__in=links) for links in _involved(keys))
        case _:
            return Q(pk__in=rows_of(MeasurePlace).filter(place_id__in=keys).values("measure_id"))


def _involved(keys: frozenset[int]) -> Iterable[RecordQuerySet[MeasureActor]]:
    for model in (Measure.participants.through, MeasureActor):
        yield rows_of(model).filter(organisation_id__in=keys).values("measure_id")  # type: ignore[misc]


def _any(parts: Iterable[Q]) -> Q:
    found = Q()
    for part in parts:
        found |= part
    return found
