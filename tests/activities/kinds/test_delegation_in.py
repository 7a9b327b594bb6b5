# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A delegation that comes: its fields, and that it needs a host."""

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back
from tests.factories.activities import make_involvement

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {
        "guests_from": "Niederschlesien",
        "delegation_size": 12,
        "protocol": "Empfang",
        "interpreting": "Polnisch",
        "gifts": "Buch",
        "gift_value": 2_000,
        "topics": "Verkehr",
    }
    assert read_back("delegation_in", **said) == said


def test_somebody_is_the_host() -> None:
    activity = entered("delegation_in")
    assert gap_keys(activity) == ["gastgeber"]
    make_involvement(activity, "host")
    assert gap_keys(activity) == []
