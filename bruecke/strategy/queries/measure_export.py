# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that a list shows, for a table that leaves the house: the same filter, the same order, every row."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import F, OuterRef, Subquery

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.records.labels import label, rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.measure_filter import MeasureFilter
from bruecke.strategy.models import Goal, Measure, MeasureGoal, Wording
from bruecke.strategy.queries.measure_list import all_in_order
from bruecke.strategy.queries.vocabulary import Vocabulary


class ExportRow(NamedTuple):
    """One measure with everything a reader of the list may know; keys of records are resolved by the vocabulary."""

    pk: int
    reference: str
    title: str
    modality: str
    kind: str
    chapter_id: int
    lead_id: int | None
    option_state: str
    needs_state_money: str
    precondition: str
    deadline: str
    indicator: str
    wording: str
    first_line: int | None
    visibility: str
    file_reference: str
    internal_note: str
    cost_cents: int | None
    source_of_funds: str


class Exported(NamedTuple):
    """rows in order; participants and goals by measure, as far as the asker may know of them."""

    rows: Iterator[ExportRow]
    participants: dict[int, list[str]]
    goals: dict[int, list[str]]


def exported(
    found: RecordQuerySet[Measure], asked: MeasureFilter, words: Vocabulary, *, principal: Principal
) -> Exported:
    """Everything of `found`; three statements."""
    standing = rows_of(Wording).filter(measure_id=OuterRef("pk"), edition_id=OuterRef("edition_id"))
    columns = [_column(name, standing) for name in ExportRow._fields]
    rows = (ExportRow(*values) for values in all_in_order(found, asked, words, *columns))
    organisations = rows_of(Organisation).visible_to(principal).values("pk")
    goals = rows_of(Goal).visible_to(principal).values("pk")
    participants = rows_of(Measure.participants.through).filter(organisation__in=organisations)
    return Exported(
        rows,
        _names(participants, found, label("organisation__short_name", "organisation__name"), "organisation_id"),
        _names(rows_of(MeasureGoal).filter(goal__in=goals), found, F("goal__reference"), "goal__position"),
    )


def _column(name: str, standing: RecordQuerySet[Wording]) -> Any:
    if name == "title":
        return label("title")
    if name in {"wording", "first_line"}:
        return Subquery(standing.values("wording" if name == "wording" else "passage__first_line")[:1])
    return F(name)


def _names(links: RecordQuerySet[Any], found: RecordQuerySet[Measure], name: Any, order: str) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    pairs = links.filter(measure__in=found.order_by().values("pk")).order_by("measure_id", order)
    for measure, text in pairs.values_list("measure_id", name).iterator(chunk_size=5000):
        names[measure].append(text)
    return names
