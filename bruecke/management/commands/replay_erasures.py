# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""manage.py replay_erasures: after a backup was restored, erase again whom it brought back."""

from typing import Any

from django.core.management.base import BaseCommand

from bruecke.actors.actions import replay_erasures


class Command(BaseCommand):
    """Run once after every restored backup; running it again changes nothing."""

    help = "Erase again everybody whose erasure is noted beside the database."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many came back."""
        self.stdout.write(f"Erneut gelöscht (erased again): {replay_erasures()}")
