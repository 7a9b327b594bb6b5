# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The invented inquiries of the demonstration: marked, made once, with two houses asked."""

from pathlib import Path

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.inquiries.models import Inquiry, Supply
from bruecke.inquiries.shape import shapes
from bruecke.intake.actions.region_inquiries import invent_inquiries
from bruecke.intake.invented import read_inquiries
from bruecke.records.errors import NotAllowed
from tests.factories.people import make_house, make_organisation, make_principal
from tests.factories.plan import make_place

pytestmark = pytest.mark.django_db
SAXONY = Path(__file__).resolve().parents[2] / "examples" / "saxony"


@pytest.fixture(autouse=True)
def _region() -> None:
    for key in ("sk", "smwk", "smwa"):
        make_organisation(key, key=key, house=make_house(key))
    make_place("Niederschlesien", key="niederschlesien")


def test_they_are_marked_open_and_have_asked_two_houses() -> None:
    invent_inquiries(SAXONY, by=SYSTEM)
    assert set(Inquiry.objects.values_list("is_invented", "state")) == {(True, "open")}
    assert sorted(Supply.objects.values_list("organisation__key", flat=True)) == ["smwa", "smwk"]
    assert {
        question["shape"] for row in read_inquiries(SAXONY) for question in row["questions"] if "shape" in question
    } < set(shapes())


def test_they_are_made_once_and_by_the_system_alone() -> None:
    with pytest.raises(NotAllowed):
        invent_inquiries(SAXONY, by=make_principal(Role.COORDINATOR))
    for _n in range(2):
        invent_inquiries(SAXONY, by=SYSTEM)
    assert Inquiry.objects.count() == len(read_inquiries(SAXONY))


def test_a_region_without_such_a_file_has_none(tmp_path: Path) -> None:
    invent_inquiries(tmp_path, by=SYSTEM)
    assert not Inquiry.objects.exists()
