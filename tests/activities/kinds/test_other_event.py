# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Another event: its fields."""

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {"venue": "Görlitz", "languages": "Deutsch", "participants": 40, "website": "https://example.org"}
    assert read_back("other_event", **said) == said


def test_what_was_cancelled_lacks_nothing() -> None:
    activity = entered("other_event")
    activity.lead, activity.state = None, "cancelled"
    activity.save()
    assert gap_keys(activity) == []
