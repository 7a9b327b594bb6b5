# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links to a country."""

import pytest

from bruecke.accounts.principal import SYSTEM
from bruecke.inquiries.actions import QUESTION
from bruecke.records.editing import fill_in
from bruecke.records.errors import Refused
from tests.factories.activities import make_activity, make_agreement, make_partnership
from tests.factories.inquiries import make_question
from tests.factories.plan import make_place
from tests.inquiries.shapes import cells, drawn, numbers, public

pytestmark = pytest.mark.django_db


def test_a_country_is_told_by_partnerships_agreements_and_what_was_done_there() -> None:
    country = make_place("Polen")
    region = make_place("Niederschlesien", parent=country)
    make_agreement(make_partnership("Niederschlesien", place=region), title="Erklärung")
    make_activity("Reise", when="2026", state="held", places=(region,), result="Gut.")
    make_activity("Intern", when="2026", places=(country,), visibility="ministries")
    make_activity("Woanders", when="2026")
    make_partnership("Woanders")
    found = drawn("country", country.pk)
    assert cells(found, "partnerships", "name") == [("Niederschlesien",)]
    assert cells(found, "agreements", "title") == [("Erklärung",)]
    assert sorted(cells(found, "doings", "title", "result")) == [("Intern", "–"), ("Reise", "Gut.")]
    assert numbers(found, "doings") == {"held": 1, "planned": 1}
    assert sorted(public(found, "doings")) == [False, True]


def test_it_needs_a_country() -> None:
    question = make_question()
    with pytest.raises(Refused) as refusal:
        fill_in(record=question, rules=QUESTION, expected=1, fields={"shape": "country"}, why="", by=SYSTEM)
    assert list(refusal.value.problems) == ["place_id"]
