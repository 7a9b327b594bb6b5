# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A grant programme: its fields, what it did each year, and its guideline."""

import pytest

from bruecke.records.errors import Refused
from tests.activities.kinds.checking import entered, gap_keys, read_back
from tests.factories.plan import make_document

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {
        "granting_authority": "Förderbank",
        "purpose_of_grants": "Begegnungen",
        "yearly": [[2025, 10, 7, 4_000_000], [2026, 12, None, None]],
        "website": "https://example.org",
        "guideline": make_document().pk,
    }
    assert read_back("grant_programme", **said) == said


def test_guideline_and_authority_are_asked_for() -> None:
    assert gap_keys(entered("grant_programme")) == ["richtlinie", "bewilligungsstelle"]
    assert gap_keys(entered("grant_programme", guideline=make_document().pk)) == ["bewilligungsstelle"]


@pytest.mark.parametrize("yearly", [[[2025, 10]], [[2025, 10, 7, -1]], [["2025", 1, 1, 1]], "2025", [2025]])
def test_years_that_are_none_are_refused(yearly: object) -> None:
    with pytest.raises(Refused):
        entered("grant_programme", yearly=yearly)
