# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL: tsvector and pg_trgm. Vectors and queries are written out from our own keys, without a dictionary."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.db import connection

from bruecke.search.engine.statement import Keys, Statement
from bruecke.search.question import Term, Way

_LAST_POSITION = 16383
_MOST_POSITIONS = 255
"""Limits of a tsvector: the highest position, and positions of one lexeme; what lies beyond is found, not ranked."""

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


def matching(terms: tuple[Term, ...], *, is_staff: bool, is_any: bool = False) -> Statement:
    """See Engine."""
    return Statement(
        f"SELECT id FROM bruecke_searchentry WHERE {_column(is_staff)} @@ %s::tsquery",  # noqa: S608 - two names of ours
        [_query(terms, is_any=is_any)],
    )


def ranked(terms: tuple[Term, ...], *, is_staff: bool, is_any: bool = False) -> Statement:
    """See Engine."""
    query, column = _query(terms, is_any=is_any), _column(is_staff)
    return Statement(
        f"SELECT id, -ts_rank({_WEIGHTS}, {column}, %s::tsquery, 1) AS score"  # noqa: S608 - two names of ours
        f" FROM bruecke_searchentry WHERE {column} @@ %s::tsquery",
        [query, query],
    )


def containing(parts: list[str], *, count: str, limit: int) -> Statement:
    """See Engine."""
    return _words("word LIKE ANY(%s)", count, f"{count} DESC", [[f"%{part}%" for part in parts]], limit)


def similar(words: list[str], *, count: str, limit: int) -> Statement:
    """See Engine."""
    near = "word %% ANY(%s::text[]) AND length(word) BETWEEN %s AND %s"
    order = "(SELECT max(similarity(word, typed)) FROM unnest(%s::text[]) AS typed) DESC"
    params = [words, min(map(len, words)) - 2, max(map(len, words)) + 2, words]
    return _words(near, count, order, params, limit)


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
    return " ".join(f"'{key}':{','.join(found[:_MOST_POSITIONS])}" for key, found in places.items())


def _query(terms: tuple[Term, ...], *, is_any: bool) -> str:
    joined: Iterable[str] = (
        "(" + " | ".join(_way(way, is_prefix=term.is_prefix) for way in term.ways) + ")" for term in terms
    )
    return (" | " if is_any else " & ").join(joined)


def _way(way: Way, *, is_prefix: bool) -> str:
    lexemes = [f"'{key}'" for key in way.keys]
    if is_prefix:
        lexemes[-1] += ":*"
    return "(" + (" <-> " if way.is_phrase else " & ").join(lexemes) + ")"
