# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of all pages, one list a room."""

from django.urls import path

from bruecke.pages import (
    about,
    changes,
    directory,
    document,
    gallery,
    health,
    intake,
    matrix,
    measures,
    plan,
    record_edit,
    search,
    start,
    strategy,
)

urlpatterns = [
    path("", start.start, name="start"),
    path("zusammenhang/", matrix.matrix, name="matrix"),
    *measures.urlpatterns,
    *plan.urlpatterns,
    *strategy.urlpatterns,
    *record_edit.urlpatterns,
    *directory.urlpatterns,
    *search.urlpatterns,
    *intake.urlpatterns,
    *document.urlpatterns,
    *changes.urlpatterns,
    path("bereit/", health.ready, name="ready"),
    path("ueber/", about.about, name="about"),
    path("barrierefreiheit/", about.accessibility, name="accessibility"),
    path("datenschutz/", about.privacy, name="privacy"),
    path("galerie/", gallery.gallery, name="gallery"),
]
