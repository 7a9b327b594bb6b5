# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan of a year, house by house."""

import pytest

from bruecke.publish.report import Subject
from tests.factories.activities import make_plan_approval
from tests.factories.papers import make_doing
from tests.factories.people import make_organisation
from tests.publish.reports import gathered, rows, section, texts

pytestmark = pytest.mark.django_db


def test_plan_lists_the_year_by_house_and_names_what_has_none() -> None:
    first, second = make_organisation("Ministerium A"), make_organisation("Ministerium B")
    make_doing("Messe", starts="2026-09-01", lead=second)
    make_doing("Reise", starts="2026-03-01", lead=first)
    make_doing("Vorjahr", starts="2025-12-31", lead=first)
    make_doing("Konferenz", starts="2026-02-01")
    paper = gathered("yearly_plan", Subject("year", 2026))
    assert [part.heading for part in paper.sections] == ["Ministerium A", "Ministerium B", "Noch ohne Federführung"]
    assert [row[:2] for part in paper.sections for row in rows(part)] == [
        ("1. März 2026", "Reise"),
        ("1. September 2026", "Messe"),
        ("1. Februar 2026", "Konferenz"),
    ]
    assert paper.subtitle == "3 Vorhaben"


def test_plan_names_the_approval_that_its_readers_may_know_of() -> None:
    house = make_organisation("Ministerium A")
    make_doing("Reise", starts="2026-03-01", lead=house)
    make_plan_approval(house, year=2026, approved_on="2025-11-02", approved_by="Kabinett")
    make_plan_approval(house, year=2026, approved_on="2025-12-24", approved_by="Geheim", visibility="unit")
    part = gathered("yearly_plan", Subject("year", 2026)).sections[0]
    assert texts(part) == ["Genehmigt am 2. November 2025. Kabinett"]


def test_plan_of_an_empty_year_says_so_and_no_plan_is_an_approval() -> None:
    paper = gathered("yearly_plan", Subject("year", 2031))
    assert texts(section(paper, "empty")) == ["Für 2031 ist nichts erfasst."]
    assert "keine Bewilligung" in paper.reservation
