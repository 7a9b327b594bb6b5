# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the server answers, for starters and monitors."""

from django.http import HttpRequest, HttpResponse

from bruecke.records.journal import published_version


def ready(request: HttpRequest) -> HttpResponse:
    """200 where the database answers too; nothing about what is in it."""
    published_version()
    return HttpResponse("bereit\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})
