# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demonstration region and its accounts."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from bruecke.accounts.principal import SYSTEM
from bruecke.intake.actions.region import ACCOUNTS, PASSWORD, load_demonstration

REFUSAL = "Die Vorführung gibt es nur mit BRUECKE_DEBUG=1 (the demonstration is refused wherever DEBUG is off)."


class Command(BaseCommand):
    """Load what is not loaded yet; --show names the accounts."""

    help = "Load examples/saxony and its accounts (only with BRUECKE_DEBUG=1)."

    def add_arguments(self, parser: Any) -> None:
        """--show: only name the accounts."""
        parser.add_argument("--show", action="store_true", help="name the demonstration accounts and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse without DEBUG; load or show."""
        if not settings.DEBUG:
            raise CommandError(REFUSAL)
        if options["show"]:
            self._show()
        else:
            load_demonstration(settings.BASE_DIR / "examples" / "saxony", by=SYSTEM)

    def _show(self) -> None:
        self.stdout.write(f"Konten der Vorführung (demonstration accounts), Passwort: {PASSWORD}")
        for email, _name, role, _house in ACCOUNTS:
            self.stdout.write(f"  {email:32} {role.value}")
