# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""manage.py due: let what was planned for a day take effect; to be run every morning, any number of times."""

from typing import Any

from django.core.management.base import BaseCommand

from bruecke.accounts.principal import SYSTEM
from bruecke.library.actions.attachments import let_go_of_files
from bruecke.partnerships.actions.moves import take_effect

DUE = (
    ("Partnerschaften, deren Stand sich heute ändert (partnerships moved)", take_effect),
    ("Dateien, deren Aufbewahrung endet (files let go)", let_go_of_files),
)
"""What falls due: words, and an idempotent action that returns how much it did."""


class Command(BaseCommand):
    """Idempotent: what is done already is not done again."""

    help = "Let planned changes whose day has come take effect (idempotent; run it once a day)."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line an action."""
        for title, act in DUE:
            self.stdout.write(f"{title}: {act(by=SYSTEM)}")
