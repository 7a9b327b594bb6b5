# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two transactions at the same moment, on both databases; SQLite's test database in memory is put into a file first."""

import threading
from collections.abc import Callable
from pathlib import Path
from sqlite3 import connect

from django.db import connection, connections


def two_at_once(folder: Path, *acts: Callable[[], object]) -> list[BaseException | None]:
    """Run each act in a thread of its own; what each raised, in their order.

    The rows they left are in the file, or in PostgreSQL; read them inside an act. For transactional tests only.
    """
    file = _filed(folder) if connection.vendor == "sqlite" else None
    barrier = threading.Barrier(len(acts))
    raised: list[BaseException | None] = [None] * len(acts)

    def run(number: int, act: Callable[[], object]) -> None:
        own = connections["default"]
        if file is not None:
            own.settings_dict = own.settings_dict | {"NAME": str(file)}
        barrier.wait()
        try:
            act()
        except Exception as error:  # noqa: BLE001 - handed to the test
            raised[number] = error
        finally:
            own.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def _filed(folder: Path) -> Path:
    """The committed content of the test's database as a file of its own."""
    file = folder / "two.sqlite3"
    connection.ensure_connection()
    target = connect(file)
    try:
        connection.connection.backup(target)
    finally:
        target.close()
    return file
