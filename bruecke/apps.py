# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one Django app of the house."""

from django.apps import AppConfig


class BrueckeConfig(AppConfig):
    """Brücke."""

    name = "bruecke"
    verbose_name = "Brücke"

    def ready(self) -> None:
        """The search index and the papers follow the journal."""
        from bruecke.publish import subscription as papers  # models are not loaded before
        from bruecke.search import subscription

        subscription.connect()
        papers.connect()
