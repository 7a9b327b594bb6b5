# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session of a body: its fields, and that it names the session."""

import pytest

from tests.activities.kinds.checking import entered, gap_keys, read_back

pytestmark = pytest.mark.django_db


def test_its_fields_are_read_back_typed() -> None:
    said = {"venue": "Dresden", "interpreting": "Polnisch", "topics": "Verkehr"}
    assert read_back("body_session", **said) == said


def test_it_names_a_session() -> None:
    assert gap_keys(entered("body_session")) == ["sitzung"]
