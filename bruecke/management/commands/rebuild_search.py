# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""manage.py rebuild_search: read every record into the search index again; it stays usable meanwhile."""

from typing import Any

from django.core.management.base import BaseCommand

from bruecke.search.actions import rebuild


class Command(BaseCommand):
    """Mends an index that is thought to be wrong, and fills it after an update that changed how words are read."""

    help = "Read every record into the search index again, in batches; the index stays usable."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how far it got after every batch."""
        quiet = options["verbosity"] == 0
        rebuild(_silence if quiet else self._say)
        if not quiet:
            self.stdout.write("Der Suchindex ist neu aufgebaut (search index rebuilt).")

    def _say(self, kind: str, done: int, total: int) -> None:
        self.stdout.write(f"{kind}: {done} / {total}")


def _silence(kind: str, done: int, total: int) -> None:
    """Verbosity 0."""
