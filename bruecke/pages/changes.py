# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition changed, for everybody to read."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from bruecke.pages.words import word_diff
from bruecke.strategy.queries.book import readable_edition
from bruecke.strategy.queries.changes import Change, changes


def edition_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Added, reworded, moved and dropped measures."""
    principal = request.principal  # type: ignore[attr-defined]
    edition = readable_edition(pk, principal)
    if edition is None:
        raise Http404
    found = changes(edition, principal=principal)
    reworded = [_compared(item) for item in found.reworded]
    return render(request, "document/changes.html", {"edition": edition, "changes": found, "reworded": reworded})


def _compared(change: Change) -> dict[str, Any]:
    old = change.old.wording if change.old else ""
    new = change.new.wording if change.new else ""
    return {"change": change, "words": word_diff(old, new)}


urlpatterns = [path("fassungen/<int:pk>/aenderungen/", edition_changes, name="edition_changes")]
