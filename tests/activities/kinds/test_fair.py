# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A fair: its fields."""

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {
        "fair_name": "Hannover Messe",
        "organiser": "Messe AG",
        "programme_year": 2027,
        "joint_stand": True,
        "stand_area": 120,
        "exhibitors": 8,
        "visitors": 4000,
    }
    assert read_back("fair", **said) == said


def test_a_fair_lacks_nothing_of_its_own() -> None:
    assert gap_keys(entered("fair")) == []
