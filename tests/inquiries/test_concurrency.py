# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two transactions at the same moment on one inquiry, on both databases."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.inquiries import actions
from bruecke.inquiries.actions import QUESTION
from bruecke.inquiries.models import Inquiry, SubQuestion, Supply
from bruecke.records.editing import fill_in, take_out
from bruecke.records.errors import Refused, StaleRecord
from tests.factories.clearance import make_asked, sign
from tests.factories.inquiries import make_clearing, make_inquiry, make_question, make_supply
from tests.factories.people import make_principal
from tests.together import own_database

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


def cleared() -> SubQuestion:
    """A question whose answer is co-signed and not sent yet."""
    question, house = make_question(), make_asked()
    sign(make_clearing(question.inquiry, house), house)
    return question


def edit(question: SubQuestion) -> Any:
    return fill_in(record=question, rules=QUESTION, expected=1, fields={"answer": "Zwei."}, why="", by=SYSTEM)


@pytest.mark.parametrize("_round", range(ROUNDS))
@pytest.mark.parametrize(
    "change", [edit, lambda question: take_out(entry=question, rules=QUESTION, expected=1, by=SYSTEM)]
)
def test_what_is_sent_is_what_was_cosigned_whoever_edits_at_the_same_moment(
    tmp_path: Path, change: Any, _round: int
) -> None:
    question = cleared()
    with own_database(tmp_path) as together:
        told = together(lambda: actions.send(inquiry=question.inquiry, expected=1, by=SYSTEM), lambda: change(question))
        (inquiry,) = together(Inquiry.objects.get)
        (row,) = together(SubQuestion.objects.get)
    if isinstance(told[0], Refused):
        assert (inquiry.state, inquiry.frozen, row.version) == ("open", {}, 2)
    else:
        assert isinstance(told[1], Refused)
        assert (inquiry.answer_as_sent.parts[0].answer, row.version) == ("Keine.", 1)


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_of_two_who_send_at_the_same_moment_one_is_told(tmp_path: Path, _round: int) -> None:
    inquiry = cleared().inquiry
    with own_database(tmp_path) as together:
        told = together(*2 * (lambda: actions.send(inquiry=inquiry, expected=1, by=SYSTEM),))
        (version,) = together(lambda: Inquiry.objects.get().version)
    assert sorted(type(each).__name__ for each in told) == ["Inquiry", "StaleRecord"]
    assert version == 2


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_a_supply_is_not_given_into_an_answer_that_is_sent_at_the_same_moment(tmp_path: Path, _round: int) -> None:
    inquiry = cleared().inquiry
    supply = make_supply(inquiry)
    by = make_principal(Role.FOCAL_POINT, house=supply.organisation.house)
    with own_database(tmp_path) as together:
        told = together(
            lambda: actions.send(inquiry=inquiry, expected=1, by=SYSTEM),
            lambda: actions.give(supply=supply, expected=1, state="nothing", by=by),
        )
        (state,) = together(lambda: Supply.objects.get().state)
    assert isinstance(told[0], Inquiry)
    assert state == ("asked" if isinstance(told[1], Refused) else "nothing")


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_two_supplies_taken_over_at_the_same_moment_both_stand_in_the_answer(tmp_path: Path, _round: int) -> None:
    inquiry = make_inquiry()
    question, now = make_question(inquiry, answer=""), timezone.now()
    rows = [make_supply(inquiry, text=text, state="given", given_at=now) for text in ("Eins.", "Zwei.")]
    with own_database(tmp_path) as together:
        together(
            *(
                lambda row=row: actions.take_over(supply=row, expected=1, question=question.pk, by=SYSTEM)
                for row in rows
            )
        )
        (answer,) = together(lambda: SubQuestion.objects.get().answer)
    assert sorted(answer.split("\n\n")) == ["Eins.", "Zwei."]


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_of_two_who_ask_the_same_house_at_the_same_moment_one_is_told(tmp_path: Path, _round: int) -> None:
    inquiry, house = make_inquiry(), make_asked()
    said: dict[str, Any] = {"inquiry": inquiry, "expected": 1, "houses": [house.pk], "questions": []}
    with own_database(tmp_path) as together:
        told = together(*2 * (lambda: actions.ask(**said, due_on=timezone.localdate(), by=SYSTEM),))
        (counted,) = together(Supply.objects.count)
    assert counted == 1
    assert sum(isinstance(each, StaleRecord) for each in told) == 1
