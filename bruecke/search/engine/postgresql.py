# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL: tsvector and pg_trgm. Vectors and queries are written out from our own keys, without a dictionary."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import BooleanField, FloatField
from django.db.models.expressions import RawSQL

from bruecke.records.kept import TEXT_HOLE
from bruecke.search.engine.statement import Entries, Keys, Statement
from bruecke.search.question import Term, Way

_LAST_POSITION = 16383
_MOST_POSITIONS = 255
"""Limits of a tsvector: the highest position, and positions of one lexeme; what lies beyond is found, not ranked."""
_MOST_BYTES = 1_000_000
"""A tsvector holds 1 MiB; of a longer text (a book pasted into a note) the words beyond are not found."""

_WEIGHTS = "'{0.1, 0.1, 0.1, 1.0}'"


def write(rows: list[Keys]) -> None:
    """See Engine."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE bruecke_searchentry SET public_keys = %s::tsvector, staff_keys = %s::tsvector WHERE id = %s",
            [(_vector(row.title, row.body), _vector(row.title, row.body, row.internal), row.entry_id) for row in rows],
        )


def remove(entry_ids: list[int]) -> None:
    """See Engine: the vectors go with the entry's row."""


def words_added(last_id: int) -> None:
    """See Engine: an index of the table itself."""


def words_removed(word_ids: list[int]) -> None:
    """See Engine: an index of the table itself."""


def expression(terms: tuple[Term, ...], *, is_staff: bool, is_any: bool) -> str:
    """See Engine: the same for all readers, who have columns of their own."""
    joined: Iterable[str] = (
        "(" + " | ".join(_way(way, is_prefix=term.is_prefix) for way in term.ways) + ")" for term in terms
    )
    return (" | " if is_any else " & ").join(joined)


def narrowed(entries: Entries, expression: str, *, is_staff: bool) -> Entries:
    """See Engine."""
    return _found(entries, expression, is_staff=is_staff)


def scored(entries: Entries, *, is_staff: bool) -> Statement:
    """See Engine."""
    rank = f"-ts_rank({_WEIGHTS}, {_column(is_staff)}, %s::tsquery, 1)"
    score = RawSQL(rank, [TEXT_HOLE], output_field=FloatField())  # noqa: S611 - keys are quoted
    found = _found(entries, TEXT_HOLE, is_staff=is_staff).values_list("pk", "kind", score)
    sql, params = found.query.sql_with_params()
    return Statement(sql, list(params))


def _found(entries: Entries, query: str, *, is_staff: bool) -> Entries:
    condition = f"{_column(is_staff)} @@ %s::tsquery"
    return entries.filter(RawSQL(condition, [query], output_field=BooleanField()))  # noqa: S611 - keys are quoted


def settle() -> None:
    """See Engine. Without numbers PostgreSQL takes one row for what are thousands."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE bruecke_searchentry")
        cursor.execute("ANALYZE bruecke_searchword")


def containing(parts: list[str], *, count: str, limit: int) -> Statement:
    """See Engine. Spelled out with OR: a GIN index answers no LIKE ANY."""
    near = " OR ".join(["word LIKE %s"] * len(parts))
    return _words(f"({near})", count, f"{count} DESC", [f"%{part}%" for part in parts], limit)


def similar(words: list[str], *, count: str, limit: int) -> Statement:
    """See Engine."""
    near = " OR ".join(["word %% %s"] * len(words))
    order = "(SELECT max(similarity(word, typed)) FROM unnest(%s::text[]) AS typed) DESC"
    params = [*words, min(map(len, words)) - 2, max(map(len, words)) + 2, words]
    return _words(f"({near}) AND length(word) BETWEEN %s AND %s", count, order, params, limit)


def _words(condition: str, count: str, order: str, params: list[Any], limit: int) -> Statement:
    return Statement(
        f"SELECT key, word, surface, {count} FROM bruecke_searchword"  # noqa: S608 - names of this room only
        f" WHERE {condition} AND {count} > 0 ORDER BY {order}, surface LIMIT %s",
        [*params, limit],
    )


def _column(is_staff: bool) -> str:
    return "staff_keys" if is_staff else "public_keys"


def _vector(title: list[str], *texts: list[str]) -> str:
    """The literal of a tsvector: title keys weigh A. Example: 'dresd':1A 'prag':2,7"""
    places: dict[str, list[str]] = {}
    body = enumerate(chain(["_"], *texts), len(title) + 1)
    for weight, numbered in (("A", enumerate(title, 1)), ("", body)):
        for at, key in numbered:
            if key != "_":
                places.setdefault(key, []).append(f"{min(at, _LAST_POSITION)}{weight}")
    return " ".join(f"'{key}':{','.join(found)}" for key, found in _fitting(places))


def _fitting(places: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    """As many keys with their positions (two bytes each, and as much again for each key) as a tsvector holds."""
    size = 0
    for key, found in places.items():
        kept = found[:_MOST_POSITIONS]
        size += len(key.encode()) + 2 * len(kept) + 4
        if size > _MOST_BYTES:
            return
        yield key, kept


def _way(way: Way, *, is_prefix: bool) -> str:
    lexemes = [f"'{key}'" for key in way.keys]
    if is_prefix:
        lexemes[-1] += ":*"
    return "(" + (" <-> " if way.is_phrase else " & ").join(lexemes) + ")"
