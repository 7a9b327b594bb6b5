# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether anything at all was written to the database, for what is dear to work out and asked for again at once."""

from collections.abc import Hashable

from django.db import connection


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
