# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""People are found by the government, never by the public, and never again once erased."""

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.actors.actions import erase_person
from bruecke.actors.models import Person
from bruecke.records import journal
from bruecke.search.queries import search
from tests.factories.actors import make_person
from tests.factories.people import make_principal

pytestmark = pytest.mark.django_db


def found(principal: Principal) -> int:
    return search("Nowak", principal=principal, language="de").total


@pytest.fixture
def person(db: None) -> Person:
    person = make_person(visibility="published")
    journal.record(person, verb="created", by=SYSTEM)
    return person


def test_a_person_is_found_by_the_government_only(person: Person) -> None:
    assert (found(PUBLIC), found(make_principal(Role.REPORTER))) == (0, 1)


def test_an_erased_person_is_not_found(person: Person, settings: object, tmp_path: object) -> None:
    settings.ERASURES_FILE = f"{tmp_path}/erasures"  # type: ignore[attr-defined]
    erase_person(person=person, expected=1, why="Antrag", by=SYSTEM)
    assert found(SYSTEM) == 0
