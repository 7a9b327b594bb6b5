# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships and what they rest on."""

import pytest

from tests.factories.activities import make_agreement, make_partnership
from tests.factories.plan import make_place
from tests.inquiries.shapes import cells, drawn, numbers, public

pytestmark = pytest.mark.django_db


def test_partnerships_are_told_with_state_and_basis() -> None:
    partner = make_partnership("Bretagne", basis="joint_declaration", since="2007", place=make_place("Rennes"))
    make_agreement(partner, title="Erklärung", signed_on="2007-05-14", ends_on="2030")
    make_partnership("Hubei", state="dormant")
    make_partnership("Kandidat", state="examined")
    found = drawn("partnerships")
    assert cells(found, "partnerships", "name", "place", "state", "since", "basis")[0] == (
        "Bretagne", "Rennes", "aktiv", "2007", "Gemeinsame Erklärung",
    )  # fmt: skip
    assert cells(found, "agreements", "title", "signed", "ends") == [("Erklärung", "14. Mai 2007", "2030")]
    assert (numbers(found, "partnerships"), numbers(found, "agreements")) == (
        {"active": 1, "dormant": 1},
        {"agreements": 1},
    )
    assert found.gaps == ("Zu 1 Partnerschaft ist keine Grundlage erfasst.",)


def test_unpublished_ones_are_marked_and_their_agreements_with_them() -> None:
    make_agreement(make_partnership("A"), visibility="ministries")
    make_agreement(make_partnership("B", visibility="ministries"))
    make_partnership("C", visibility="unit")
    found = drawn("partnerships")
    assert (public(found, "partnerships"), public(found, "agreements")) == ([True, False], [False, False])


def test_a_place_has_the_partnerships_of_its_parts() -> None:
    country = make_place("Polen")
    make_partnership("Niederschlesien", place=make_place("Niederschlesien", parent=country))
    make_partnership("Anderswo")
    assert cells(drawn("partnerships", country.pk), "partnerships", "name") == [("Niederschlesien",)]
