# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of development cooperation: its fields, and the proof of use."""

from datetime import date

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {
        "grantee": "Verein",
        "local_partner": "Schule",
        "sector": "Bildung",
        "budget": 5_000_000,
        "own_share": 4_000_000,
        "proof_of_use": "submitted",
        "proof_due": "2027-12-31",
    }
    assert read_back("development_project", **said) == said | {"proof_due": date(2027, 12, 31)}


def test_the_use_of_the_money_is_proven_in_the_end() -> None:
    assert gap_keys(entered("development_project")) == []
    assert gap_keys(entered("development_project", state="held")) == ["verwendungsnachweis"]
    assert gap_keys(entered("development_project", state="held", proof_of_use="due")) == ["verwendungsnachweis"]
    assert gap_keys(entered("development_project", state="held", proof_of_use="checked")) == []
