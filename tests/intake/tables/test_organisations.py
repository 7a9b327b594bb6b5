# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of organisations."""

from datetime import date

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.models import Organisation
from bruecke.intake.table_target import targets
from tests.factories.people import make_organisation, make_principal
from tests.factories.tables import make_preview, make_taken

pytestmark = pytest.mark.django_db


def test_rows_become_organisations_with_history_that_nobody_outside_sees() -> None:
    make_taken("Name;Art;Kurzname;gültig ab;gültig bis\nHochschule Nord;Universität;HN;2001;05/2020\n")
    made = Organisation.objects.get()
    assert (made.name_de, made.kind, made.short_name_de) == ("Hochschule Nord", "university", "HN")
    assert (made.valid_from, made.valid_until) == (date(2001, 1, 1), date(2020, 5, 31))
    assert (made.visibility, made.history.count(), made.key) == ("ministries", 1, "hochschule-nord")


def test_two_of_one_name_and_different_kinds_are_two() -> None:
    make_taken("Name;Art\nGörlitz;Stadt\nGörlitz;Verein\n")
    assert set(Organisation.objects.values_list("key", "kind")) == {
        ("gorlitz", "municipality"),
        ("gorlitz-2", "association"),
    }


def test_one_that_stands_is_known_by_name_and_kind() -> None:
    make_organisation("HOCHSCHULE NORD", kind="university", short_name="HN")
    assert make_preview("Name;Art;Kurzname\nHochschule Nord;Hochschule;HN\n").counts["unchanged"] == 1


def test_one_that_the_person_may_not_know_of_is_not_told_of() -> None:
    hidden = make_organisation("Geheim", kind="ngo", visibility="unit")
    coordinator = make_principal(Role.COORDINATOR)
    assert hidden.pk not in targets()["organisations"].standing(coordinator).by_pk
    assert hidden.pk in targets()["organisations"].standing(SYSTEM).by_pk
