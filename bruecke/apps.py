# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one Django app of the house."""

from django.apps import AppConfig


class BrueckeConfig(AppConfig):
    """Brücke."""

    name = "bruecke"
    verbose_name = "Brücke"

    def ready(self) -> None:
        """The search index follows the journal."""
        from bruecke.search import subscription  # models are not loaded before

        subscription.connect()
