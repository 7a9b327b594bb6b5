# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies, decisions and tasks are found by those who may know of them (sources body, decision, task)."""

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.records import journal
from bruecke.search.queries import search
from tests.factories.bodies import make_body, make_decision, make_task
from tests.factories.people import make_house, make_organisation, make_principal

pytestmark = pytest.mark.django_db


def recorded(*records: object) -> None:
    journal.record(*records, verb="created", by=SYSTEM)  # type: ignore[arg-type]


def total(word: str, principal: Principal) -> int:
    return search(word, principal=principal, language="de").total


def test_a_body_is_found_by_name_and_purpose() -> None:
    recorded(make_body("Rat der Nachbarn", purpose="Berät über Grenzbrücken."))
    assert (total("Nachbarn", PUBLIC), total("Grenzbrücken", PUBLIC)) == (1, 1)


def test_a_body_is_found_only_by_who_may_know_of_its_organisation_too() -> None:
    house, other = make_house(), make_house()
    organisation = make_organisation("Verschwiegenrat", visibility="named", kind="body")
    organisation.named_houses.set([house, other])
    body = make_body(organisation=organisation, visibility="named")
    body.named_houses.set([house])
    recorded(body)
    found = [total("Verschwiegenrat", make_principal(Role.REPORTER, house=who)) for who in (house, other)]
    assert (found, total("Verschwiegenrat", PUBLIC)) == ([1, 0], 0)


def test_a_body_whose_readers_no_single_entry_can_name_is_not_found() -> None:
    house = make_house()
    organisation = make_organisation("Verschwiegenrat", visibility="unit", owner=house)
    body = make_body(organisation=organisation, visibility="named")
    body.named_houses.set([house])
    recorded(body)
    assert total("Verschwiegenrat", make_principal(Role.REPORTER, house=house)) == 0


def test_hiding_the_organisation_hides_its_body_from_the_search() -> None:
    body = make_body("Verschwiegenrat")
    recorded(body)
    assert total("Verschwiegenrat", PUBLIC) == 1
    body.organisation.visibility = "ministries"
    body.organisation.save()
    recorded(body.organisation)
    assert total("Verschwiegenrat", PUBLIC) == 0


def test_decisions_and_tasks_are_found_by_their_words_as_far_as_they_may_be_known() -> None:
    decision = make_decision(title="Grenzhandel", text="Der Obstmarkt wird verlegt.")
    task, hidden = make_task(title="Obstmarkt besuchen"), make_task(title="Obstmarkt prüfen", visibility="ministries")
    recorded(decision)
    recorded(task, hidden)
    assert (total("Obstmarkt", PUBLIC), total("Grenzhandel", PUBLIC)) == (2, 1)
    assert total("Obstmarkt", make_principal(Role.LEADERSHIP)) == 3
