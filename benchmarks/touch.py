# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody saves one measure: python -m benchmarks.touch"""

import os
import time


def touch() -> None:
    """Change one measure as a form does: version, history, journal."""
    from bruecke.accounts.principal import SYSTEM
    from bruecke.records.actions import change
    from bruecke.strategy.models import Measure

    measure = Measure.objects.order_by("pk")[7]
    change(measure, expected=measure.version, fields={"indicator": str(time.time())}, by=SYSTEM)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    touch()
