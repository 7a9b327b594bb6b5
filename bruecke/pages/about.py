# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about the product itself: what it is, how accessible it is, what it keeps of its visitors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def about(request: HttpRequest) -> HttpResponse:
    """What Brücke is, its release and licence."""
    return render(request, "about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """What was checked, by what, and what is known to be weak."""
    return render(request, "accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """Which cookies are set and what is kept."""
    return render(request, "privacy.html")
