# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of all pages, one list a room."""

from django.urls import path

from bruecke.pages import (
    about,
    activities,
    budget,
    changes,
    country_events,
    directory,
    document,
    gallery,
    health,
    intake,
    matrix,
    measures,
    plan,
    promises,
    record_edit,
    search,
    start,
    strategy,
    year_plan,
)

urlpatterns = [
    path("", start.start, name="start"),
    path("zusammenhang/", matrix.matrix, name="matrix"),
    *measures.urlpatterns,
    *activities.urlpatterns,
    *year_plan.urlpatterns,
    *budget.urlpatterns,
    *promises.urlpatterns,
    *country_events.urlpatterns,
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
