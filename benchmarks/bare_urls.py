# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An empty view, and a bare one: one indexed query and a template of thirty rows."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from bruecke.strategy.models import Measure

ROWS = engines["django"].from_string(
    "<!doctype html><title>Bare</title><table>{% for pk, reference, title in rows %}<tr><td>{{ reference }}</td>"
    '<td><a href="/massnahmen/{{ pk }}/">{{ title }}</a></td></tr>{% endfor %}</table>'
)


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing at all."""
    return HttpResponse(b"")


def bare(request: HttpRequest) -> HttpResponse:
    """One indexed query, thirty rows, one template."""
    rows = Measure.objects.order_by("pk").values_list("pk", "reference", "title_de")[:30]
    return HttpResponse(ROWS.render({"rows": rows}))


urlpatterns = [path("", empty), path("empty/", empty), path("bare/", bare)]
