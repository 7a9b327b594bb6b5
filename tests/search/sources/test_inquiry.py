# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Inquiries (source inquiry): what is found by whom."""

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.inquiries.actions import QUESTION, keep_secret, release
from bruecke.records import journal
from bruecke.records.editing import fill_in
from tests.factories.inquiries import make_inquiry, make_question, make_sent, make_supply
from tests.search.test_queries import found, indexed

pytestmark = pytest.mark.django_db
STAFF = Principal(user_id=1, roles=frozenset({Role.REPORTER}))


def by_whom(word: str) -> tuple[int, int]:
    """How many the public and the government find."""
    return len(found(word, PUBLIC)), len(found(word, STAFF))


def test_an_open_inquiry_is_found_by_the_government_alone_and_drafts_of_houses_by_nobody() -> None:
    inquiry = make_inquiry("Grenzbrücken", asked_by="Fraktionswort")
    make_question(inquiry, text="Wasserwirtschaft?")
    supply = make_supply(inquiry, text="Entwurfswort")
    indexed(inquiry, supply)
    words = ("Grenzbrücken", "Fraktionswort", "Wasserwirtschaft")
    assert [by_whom(word) for word in words] == [(0, 1)] * 3
    assert by_whom("Entwurfswort") == (0, 0)


def test_a_question_that_is_changed_is_found_at_once() -> None:
    question = make_question()
    fill_in(record=question, rules=QUESTION, expected=1, fields={"answer": "Lausitzring"}, why="", by=SYSTEM)
    assert by_whom("Lausitzring") == (0, 1)


def test_a_released_answer_is_found_by_everybody_but_for_what_is_marked() -> None:
    inquiry = make_inquiry("Reisen", asked_by="Fraktionswort")
    make_question(inquiry, answer="Prachtstraße")
    keep_secret(question=make_question(inquiry, answer="Geheimwort"), expected=1, reason="Grundwort", by=SYSTEM)
    sent = make_sent(inquiry)
    assert by_whom("Prachtstraße") == (0, 1)
    released = release(inquiry=sent, expected=sent.version, by=SYSTEM)
    journal.record(released, verb="changed", by=SYSTEM)
    assert by_whom("Prachtstraße") == (1, 1)
    assert [by_whom(word) for word in ("Geheimwort", "Grundwort", "Fraktionswort")] == [(0, 1)] * 3
