# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bring the database up to date, collect assets and, where it is a demonstration, load the region."""

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from bruecke.records.statistics import renew_statistics


class Command(BaseCommand):
    """Idempotent; does only what is not done yet, and says what it does."""

    help = "Migrate, collect static files, load the demonstration region where DEBUG is on."

    def handle(self, *args: Any, **options: Any) -> None:
        """Three steps, each timed."""
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self._step("Datenbank einrichten (database)", "migrate", verbosity=0)
        self._step("Gestaltung bereitlegen (assets)", "collectstatic", interactive=False, verbosity=0)
        if settings.DEBUG:
            self._step("Vorführregion laden (demonstration region)", "demonstration")
        renew_statistics()

    def _step(self, title: str, command: str, **options: Any) -> None:
        started = time.monotonic()
        call_command(command, **options)
        self.stdout.write(f"  {title} ... {time.monotonic() - started:.1f} s")
