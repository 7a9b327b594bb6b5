# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page's frame needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """Principal, release and whether this is a demonstration."""
    return {
        "principal": getattr(request, "principal", None),
        "release": settings.RELEASE,
        "is_demonstration": settings.DEBUG,
    }
