# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""SQLite: FTS5. Keys hold letters and digits only and are quoted, so that nothing typed is read as an operator."""

from django.db import connection
from django.db.models.expressions import RawSQL

from bruecke.records.kept import TEXT_HOLE
from bruecke.search.engine.statement import Entries, Keys, Statement
from bruecke.search.question import Term, Way

_WEIGHTS = "10.0, 1.0, 1.0"
"""How much a hit in title, body and internal text counts."""


def write(rows: list[Keys]) -> None:
    """See Engine."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT OR REPLACE INTO bruecke_searchtext (rowid, title, body, internal) VALUES (%s, %s, %s, %s)",
            [(row.entry_id, " ".join(row.title), " ".join(row.body), " ".join(row.internal)) for row in rows],
        )


def remove(entry_ids: list[int]) -> None:
    """See Engine."""
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM bruecke_searchtext WHERE rowid = %s", [(key,) for key in entry_ids])


def words_added(last_id: int) -> None:
    """See Engine."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT OR REPLACE INTO bruecke_searchgram (rowid, word)"
            " SELECT id, word FROM bruecke_searchword WHERE id > %s",
            [last_id],
        )


def words_removed(word_ids: list[int]) -> None:
    """See Engine."""
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM bruecke_searchgram WHERE rowid = %s", [(key,) for key in word_ids])


def expression(terms: tuple[Term, ...], *, is_staff: bool, is_any: bool) -> str:
    """See Engine."""
    columns = "{title body internal}" if is_staff else "{title body}"
    joined = (" OR " if is_any else " AND ").join(
        "(" + " OR ".join(_way(way, is_prefix=term.is_prefix) for way in term.ways) + ")" for term in terms
    )
    return f"{columns} : ({joined})"


def narrowed(entries: Entries, expression: str, *, is_staff: bool) -> Entries:
    """See Engine: the expression names the columns."""
    found = "SELECT rowid FROM bruecke_searchtext WHERE bruecke_searchtext MATCH %s"
    return entries.filter(pk__in=RawSQL(found, [expression]))  # noqa: S611 - keys are quoted


def scored(entries: Entries, *, is_staff: bool) -> Statement:
    """See Engine. CROSS JOIN keeps the planner from walking all entries and asking for each whether it was found."""
    shown, params = entries.values("id", "kind").query.sql_with_params()
    sql = f"""
        WITH ranked AS MATERIALIZED (
            SELECT rowid AS id, bm25(bruecke_searchtext, {_WEIGHTS}) AS score
            FROM bruecke_searchtext WHERE bruecke_searchtext MATCH %s
        ), shown AS ({shown})
        SELECT shown.id, shown.kind, ranked.score FROM ranked CROSS JOIN shown WHERE shown.id = ranked.id
    """  # noqa: S608 - put together from our own and Django's SQL
    return Statement(sql, [TEXT_HOLE, *params])


def settle() -> None:
    """See Engine: the order of joins is written out here, so the planner needs no numbers."""


def containing(parts: list[str], *, count: str, limit: int) -> Statement:
    """See Engine."""
    return _words(" OR ".join(f'"{part}"' for part in parts), count, "", f"w.{count} DESC", [], limit)


def similar(words: list[str], *, count: str, limit: int) -> Statement:
    """See Engine."""
    grams = dict.fromkeys(word[at : at + 3] for word in words for at in range(len(word) - 2))
    near = [min(map(len, words)) - 2, max(map(len, words)) + 2]
    return _words(
        " OR ".join(f'"{gram}"' for gram in grams), count, "AND length(w.word) BETWEEN %s AND %s", "g.rank", near, limit
    )


def _words(match: str, count: str, condition: str, order: str, params: list[int], limit: int) -> Statement:
    return Statement(
        f"SELECT w.key, w.word, w.surface, w.{count} FROM bruecke_searchgram g"  # noqa: S608 - names of this room only
        " CROSS JOIN bruecke_searchword w ON w.id = g.rowid"
        f" WHERE bruecke_searchgram MATCH %s AND w.{count} > 0 {condition} ORDER BY {order}, w.surface LIMIT %s",
        [match, *params, limit],
    )


def _way(way: Way, *, is_prefix: bool) -> str:
    star = " *" if is_prefix else ""
    if way.is_phrase:
        return f'"{" ".join(way.keys)}"{star}'
    return "(" + " AND ".join(f'"{key}"' for key in way.keys) + ")"
