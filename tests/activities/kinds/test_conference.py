# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A conference: its fields."""

import pytest

from bruecke.records.errors import Refused
from tests.activities.kinds.checking import entered, gap_keys, read_back

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {
        "topic": "Wasserstoff",
        "venue": "Dresden",
        "attendance": "hybrid",
        "languages": "Deutsch, Polnisch",
        "participants": 200,
        "website": "https://example.org",
    }
    assert read_back("conference", **said) == said


def test_an_unknown_choice_is_no_value() -> None:
    with pytest.raises(Refused):
        entered("conference", attendance="by letter")
    assert gap_keys(entered("conference")) == []
