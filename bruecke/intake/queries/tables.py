# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the list of tables and the pages of one table show."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from bruecke.intake import table_mapping
from bruecke.intake.models import ImportedRecord, RowState, TableImport, TableMapping, TableRow
from bruecke.intake.table_mapping import Assignment

SHOWN = 50
_NEWEST = 50
_MISSING = 100


def tables() -> list[TableImport]:
    """The newest tables with who brought them; one statement."""
    rows = TableImport.objects.select_related("created_by", "job").defer("meta", "mapping")
    return list(rows.order_by("-pk")[:_NEWEST])


def table_of(pk: int) -> TableImport | None:
    """One table with its job; one statement."""
    return TableImport.objects.select_related("job").filter(pk=pk).first()


def remembered(table: TableImport) -> Assignment | None:
    """How columns were assigned the last time a table with this header came for this target; one statement."""
    kept = TableMapping.objects.filter(target=table.target, fingerprint=table.fingerprint).first()
    return table_mapping.read(kept.mapping) if kept is not None else None


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one state. after: number of the row the next page begins behind, None on the last."""

    rows: list[TableRow]
    after: int | None


def rows_of(table: TableImport, state: str, after: int) -> Page:
    """SHOWN rows of a state behind a row's number; one statement."""
    found = list(_in_state(table, state).filter(number__gt=after)[: SHOWN + 1])
    return Page(found[:SHOWN], found[SHOWN - 1].number if len(found) > SHOWN else None)


def _in_state(table: TableImport, state: str) -> QuerySet[TableRow]:
    return TableRow.objects.filter(table=table, state=state).order_by("number", "pk")


def every_row(table: TableImport, state: str) -> Iterator[TableRow]:
    """All rows of a state, read while they are used; one statement."""
    return _in_state(table, state).iterator(500)


def records_of(table: TableImport, rows: Iterable[TableRow]) -> dict[int, int]:
    """Key of the record that each row was compared with or became, by key of the row; one statement."""
    rows = list(rows)
    keys = {row.key for row in rows if row.taken_at is not None}
    entries = ImportedRecord.objects.filter(target=table.target, key__in=keys)
    became = dict(entries.values_list("key", "record_id"))
    found = {row.pk: row.record_id or became.get(row.key) for row in rows}
    return {pk: record for pk, record in found.items() if record is not None}


@dataclass(frozen=True, slots=True)
class Missing:
    """What an earlier file of the same kind held and this one does not. entries: the first of them."""

    number: int
    entries: list[ImportedRecord]


def missing_in(table: TableImport) -> Missing:
    """Nothing where no earlier file of the kind was taken over; two statements."""
    known = ImportedRecord.objects.filter(target=table.target, source=table.source)
    gone = known.exclude(key__in=TableRow.objects.filter(table=table).values("key")).order_by("label", "pk")
    return Missing(gone.count(), list(gone[:_MISSING]))


def in_order(counts: Mapping[str, int]) -> list[tuple[RowState, int]]:
    """States that occur, those first that a person must look at."""
    order = (
        RowState.ERROR,
        RowState.CONFLICT,
        RowState.NEW,
        RowState.CHANGED,
        RowState.UNCHANGED,
        RowState.DUPLICATE,
    )
    return [(state, counts[state]) for state in order if counts.get(state)]
