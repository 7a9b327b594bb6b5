# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""All of a list of activities, for a file: read in batches, with a fixed number of statements for each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Activity, links_to
from bruecke.activities.queries.lines import Line, lines_of, place_names
from bruecke.activities.queries.offers import costs_of
from bruecke.actors.models import Organisation
from bruecke.partnerships.models import Partnership
from bruecke.records.labels import label, rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.records.visibility import visible

BATCH = 500


@dataclass(frozen=True, slots=True)
class Exported:
    """An activity as a row of a file."""

    line: Line
    places: tuple[str, ...]
    partnerships: tuple[str, ...]
    lead: str
    purpose: str
    result: str
    particulars: Mapping[str, Any]
    file_reference: str
    planned_cents: int | None
    actual_cents: int | None


def exported(found: RecordQuerySet[Activity], *, is_descending: bool, principal: Principal) -> Iterator[Exported]:
    """All of `found` in the order of the list; one statement for the keys, six for every 500."""
    order = ("-starts_from", "-pk") if is_descending else ("starts_from", "pk")
    keys = list(found.order_by(*order).values_list("pk", flat=True))
    for start in range(0, len(keys), BATCH):
        yield from _batch(keys[start : start + BATCH], order, principal)


def _batch(keys: list[int], order: tuple[str, ...], principal: Principal) -> Iterator[Exported]:
    rows = rows_of(Activity).filter(pk__in=keys)
    columns = ("pk", "purpose", "result", "particulars", "file_reference")
    texts = {row[0]: row[1:] for row in rows.values_list(*columns)}
    places, partnerships = place_names(keys), _partnerships(keys, principal)
    leading = rows_of(Organisation).visible_to(principal).filter(pk__in=rows.values("lead_id"))
    leads = dict(leading.values_list("pk", label("short_name", "name")))
    costs = costs_of(keys)
    for line in lines_of(rows.order_by(*order)):
        purpose, result, particulars, reference = texts[line.pk]
        planned, actual = costs.get(line.pk, (None, None))
        yield Exported(
            line=line,
            places=places.get(line.pk, ()),
            partnerships=partnerships.get(line.pk, ()),
            lead=leads.get(line.lead_id or 0, ""),
            purpose=purpose,
            result=result,
            particulars=particulars,
            file_reference=reference,
            planned_cents=planned,
            actual_cents=actual,
        )


def _partnerships(keys: list[int], principal: Principal) -> dict[int, tuple[str, ...]]:
    links = links_to("partnerships").filter(visible(Partnership, principal, "partnership__"), activity_id__in=keys)
    found: dict[int, list[str]] = defaultdict(list)
    for activity, name in links.order_by("pk").values_list("activity_id", label("partnership__name")):
        found[activity].append(name)
    return {activity: tuple(names) for activity, names in found.items()}
