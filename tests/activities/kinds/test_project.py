# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project: its fields, its programme and its lead partner."""

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back
from tests.factories.activities import make_involvement

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {
        "programme": "Interreg",
        "call": "2",
        "project_number": "PL-1",
        "budget": 120_000_000,
        "eu_share": 96_000_000,
        "own_share": 1_000_000,
        "outputs": "Ein Radweg",
        "website": "https://example.org",
    }
    assert read_back("project", **said) == said


def test_programme_and_lead_partner_are_asked_for() -> None:
    project = entered("project")
    assert gap_keys(project) == ["programm", "leadpartner"]
    make_involvement(project, "head")
    assert gap_keys(project) == ["programm"]
    assert gap_keys(entered("project", programme="Interreg")) == ["leadpartner"]
