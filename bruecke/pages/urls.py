# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of all pages, one list a room."""

from django.urls import path

from bruecke.pages import health, start

urlpatterns = [
    path("", start.start, name="start"),
    path("bereit/", health.ready, name="ready"),
]
