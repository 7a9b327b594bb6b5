# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An exchange: its fields."""

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {"level": "pupils", "places_offered": 20, "stays": 12, "rate": 45_000, "website": "https://example.org"}
    assert read_back("exchange", **said) == said


def test_an_exchange_lacks_nothing_of_its_own() -> None:
    assert gap_keys(entered("exchange")) == []
