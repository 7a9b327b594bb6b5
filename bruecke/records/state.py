# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether anything at all was written to the database, and answers that are kept for as long as nothing was."""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from django.db import connection

P = ParamSpec("P")
T = TypeVar("T")


def database_state() -> Hashable | None:
    """Equal for two moments only if nothing was written between them, by whomever; one statement.

    None inside of a transaction, without a statement: what is read there may yet be taken back. The answer is worth
    something in this process only.

    SQLite counts what other connections commit (data_version) and what this one writes (total_changes), so the
    connection itself is part of the answer. PostgreSQL names the transactions whose writes are seen: a number is given
    to every one that writes, and two equal snapshots see the same.
    """
    if connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            [version] = cursor.execute("PRAGMA data_version").fetchone()
            return connection.connection, connection.connection.total_changes, version
        cursor.execute("SELECT pg_current_snapshot()::text")
        [snapshot] = cursor.fetchone()
        return str(snapshot)


def until_written(maxsize: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keeps the answers of a function until anything is written to the database; one statement to know that.

    For what several requests share and what is dear to work out: the pages of one list, its numbers, its search. The
    function may depend on nothing but its arguments (hashable, the reader's scope and language among them where they
    matter) and the database, and its answers must never be changed. At most `maxsize` are kept.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @lru_cache(maxsize)
        def kept(_state: Hashable, *args: P.args, **kwargs: P.kwargs) -> T:
            return function(*args, **kwargs)

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> T:
            # Before the answer is worked out: a write meanwhile keeps a newer answer for an older state, which never
            # comes back.
            state = database_state()
            return function(*args, **kwargs) if state is None else kept(state, *args, **kwargs)  # type: ignore[arg-type]

        return asked

    return decorate
