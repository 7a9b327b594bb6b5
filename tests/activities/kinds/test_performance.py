# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A guest performance: its fields."""

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {"work": "Ein Stück", "ensemble": "Bühne", "venue": "Prag", "performances": 3, "visitors": 900}
    assert read_back("performance", **said) == said


def test_a_performance_lacks_nothing_of_its_own() -> None:
    assert gap_keys(entered("performance")) == []
