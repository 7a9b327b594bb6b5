# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the site."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language


def closed(request: HttpRequest) -> HttpResponse:
    """Addresses of accounts are vouched for by an administrator, so nobody adds one alone."""
    raise Http404


handler400 = "bruecke.pages.errors.bad_request"

urlpatterns = [
    path("konto/email/", closed),
    path("konto/", include("allauth.urls")),
    # Sets a cookie with the language, nothing else; a CSRF token would set one on every page and forbid caching.
    path("sprache/", csrf_exempt(set_language), name="set_language"),
    path("", include("bruecke.pages.urls")),
]
