# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Acts in two transactions at the same moment, on PostgreSQL and on SQLite alike.

Two connections to SQLite in memory are one, so there everything committed so far is copied to a file, and the acts and
what is asked afterwards go there. Use with `django_db(transaction=True)`.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection, connections

Act = Callable[[], Any]


@contextmanager
def own_database(folder: Path) -> Iterator[Callable[..., list[Any]]]:
    """Gives `together(*acts)`: runs them at once, each in a thread with a connection of its own, and returns what each
    returned, or the exception it raised."""
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():  # type: ignore[attr-defined]
        yield _together
        return
    connection.ensure_connection()
    settings = connections.settings["default"]
    name, options = settings["NAME"], settings["OPTIONS"]
    copy = folder / "together.sqlite3"
    with sqlite3.connect(copy) as file:
        connection.connection.backup(file)
    file.close()
    try:
        settings["NAME"] = str(copy)
        yield _together
    finally:
        settings["NAME"], settings["OPTIONS"] = name, options


def _together(*acts: Act) -> list[Any]:
    barrier = threading.Barrier(len(acts))

    def run(act: Act) -> Any:
        barrier.wait()
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        futures = [pool.submit(run, act) for act in acts]
    return [future.exception() or future.result() for future in futures]
