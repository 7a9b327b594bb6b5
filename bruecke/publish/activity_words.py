# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of activities papers gather under one heading, and what they are called there."""

from bruecke.activities.kind import kinds

TRIPS = frozenset({"delegation_out", "delegation_in"})
PROJECTS = frozenset({"project", "development_project", "grant_programme"})
FAIRS = frozenset({"fair"})


def kind_in_words(kind: str) -> str:
    """What the room activities calls a kind."""
    return str(kinds()[kind].label)
