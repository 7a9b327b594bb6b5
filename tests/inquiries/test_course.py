# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The course of an inquiry: registered, extended, houses asked, supplied, taken over, cleared, sent, released."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.clearance.actions import proceed
from bruecke.clearance.models import Circulation
from bruecke.inquiries import actions
from bruecke.inquiries.actions import INQUIRY, QUESTION, SUPPLY
from bruecke.inquiries.models import Inquiry, SubQuestion, Supply
from bruecke.inquiries.queries.known import known
from bruecke.records.editing import enter, fill_in, put_back, take_out
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.clearance.test_actions import over
from tests.factories.activities import make_activity
from tests.factories.clearance import make_asked, sign
from tests.factories.inquiries import make_clearing, make_inquiry, make_question, make_sent, make_supply
from tests.factories.people import make_house, make_organisation, make_principal

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
START: dict[str, Any] = {"kind": "small", "number": "8/1", "title": "Reisen", "visibility": "ministries"}


def in_days(days: int) -> str:
    return (TODAY() + timedelta(days=days)).isoformat()


def registered(**fields: Any) -> Inquiry:
    dates = {"dispatched_on": in_days(-3), "due_on": in_days(20)}
    return actions.register(fields=START | dates | fields, by=SYSTEM)


def problems(do: Any, **said: Any) -> list[str]:
    """Names of the fields that are wrong."""
    with pytest.raises(Refused) as refusal:
        do(**said)
    return sorted(refusal.value.problems)


def worker(supply: Supply) -> Principal:
    """Somebody of the house that was asked."""
    return make_principal(Role.FOCAL_POINT, house=supply.organisation.house)


def given(inquiry: Inquiry, text: str = "Zwei Reisen.", **fields: Any) -> Supply:
    """A supply that its house wrote and gave."""
    supply = make_supply(inquiry, text=text, **fields)
    return actions.give(supply=supply, expected=1, state="given", by=worker(supply))


def test_an_inquiry_is_registered_once_a_kind_and_number() -> None:
    first = registered()
    assert (first.state, first.clock.deadline) == ("open", TODAY() + timedelta(days=20))
    with pytest.raises(Refused) as refusal:
        registered()
    assert list(refusal.value.problems) == ["number"]
    registered(kind="large")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"due_on": in_days(-4)}, ["due_on"]),
        ({"visibility": "published"}, ["visibility"]),
        ({"kind": "x"}, ["kind"]),
        ({"title": ""}, ["title"]),
    ],
)
def test_what_cannot_stand_is_said_at_its_field(fields: dict[str, Any], wrong: list[str]) -> None:
    assert problems(registered, **fields) == wrong


def test_earlier_answers_are_those_that_were_sent() -> None:
    assert problems(registered, earlier=[make_inquiry().pk]) == ["earlier"]
    sent = make_sent()
    assert list(registered(earlier=[sent.pk]).earlier.all()) == [sent]


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_only_the_coordinator_works_on_inquiries(role: Role) -> None:
    by, inquiry = make_principal(role), make_inquiry()
    question, sent = make_question(inquiry), make_sent()
    verbs: list[tuple[Any, dict[str, Any]]] = [
        (actions.extend, {"inquiry": inquiry, "until": TODAY() + timedelta(days=40), "reason": "x"}),
        (actions.ask, {"inquiry": inquiry, "houses": [1], "questions": [], "due_on": TODAY()}),
        (actions.send, {"inquiry": inquiry}),
        (actions.withdraw, {"inquiry": inquiry, "reason": "x"}),
        (actions.release, {"inquiry": sent}),
        (actions.take_back_release, {"inquiry": sent}),
        (actions.refuse, {"question": question, "reason": "x"}),
        (actions.keep_secret, {"question": question, "reason": "x"}),
        (actions.draw_again, {"question": question}),
        (actions.take_over, {"supply": given(inquiry), "question": question.pk}),
    ]
    for verb, said in verbs:
        with pytest.raises(NotAllowed):
            verb(expected=1, by=by, **said)
    for record, rules in ((inquiry, INQUIRY), (question, QUESTION)):
        with pytest.raises(NotAllowed):
            fill_in(record=record, rules=rules, expected=1, fields={}, why="", by=by)


def test_an_extension_needs_a_later_day_and_a_reason_and_is_journaled() -> None:
    inquiry, until = make_inquiry(), TODAY() + timedelta(days=40)
    said = {"inquiry": inquiry, "expected": 1, "by": SYSTEM}
    assert problems(actions.extend, **said, until=inquiry.due_on, reason=" ") == ["reason", "until"]
    saved = actions.extend(**said, until=until, reason="Viele Reisen")
    assert (saved.clock.deadline, saved.due_on, saved.version) == (until, inquiry.due_on, 2)
    assert JournalEntry.objects.get(verb="extended").why == "Viele Reisen"
    assert problems(fill_in, record=saved, rules=INQUIRY, expected=2, why="", by=SYSTEM,
                    fields={"due_on": in_days(50)}) == ["due_on"]  # fmt: skip


def test_houses_are_asked_for_the_whole_or_for_questions_and_never_twice() -> None:
    inquiry, first, second = make_inquiry(), make_asked(), make_asked()
    question = make_question(inquiry)
    said: dict[str, Any] = {"inquiry": inquiry, "due_on": TODAY(), "by": SYSTEM}
    asked = actions.ask(**said, expected=1, houses=[first.pk], questions=[question.pk])
    assert [(row.organisation, row.question, row.state) for row in asked] == [(first, question, "asked")]
    again = actions.ask(**said, expected=2, houses=[first.pk, second.pk], questions=[question.pk])
    assert [row.organisation for row in again] == [second]
    whole = actions.ask(**said, expected=3, houses=[first.pk], questions=[])
    assert [row.question for row in whole] == [None]
    assert problems(actions.ask, **said, expected=4, houses=[first.pk], questions=[]) == ["houses"]


def test_asking_says_what_is_missing() -> None:
    inquiry = make_inquiry()
    said: dict[str, Any] = {"inquiry": inquiry, "expected": 1, "by": SYSTEM}
    late, past = inquiry.due_on + timedelta(days=1), TODAY() - timedelta(days=1)
    assert problems(actions.ask, **said, houses=[], questions=[], due_on=late) == ["due_on", "houses"]
    nobody = make_organisation()
    assert problems(actions.ask, **said, houses=[nobody.pk], questions=[make_question().pk], due_on=past) == [
        "due_on", "houses", "questions",
    ]  # fmt: skip


def test_a_house_that_is_asked_sees_the_inquiry_from_then_on() -> None:
    own = make_house()
    inquiry, asked = make_inquiry(visibility="named"), make_asked()
    inquiry.named_houses.add(own)
    by = make_principal(Role.FOCAL_POINT, house=asked.house)
    assert not known(by).exists()
    said: dict[str, Any] = {"inquiry": inquiry, "expected": 1, "houses": [asked.pk], "questions": []}
    actions.ask(**said, due_on=TODAY(), by=SYSTEM)
    assert list(known(by)) == [inquiry]
    fields = {"named_houses": [own.pk]}
    assert problems(fill_in, record=inquiry, rules=INQUIRY, expected=2, fields=fields, why="", by=SYSTEM) == [
        "named_houses"
    ]


def test_nobody_is_asked_about_what_only_the_own_unit_sees() -> None:
    inquiry = make_inquiry(visibility="unit", owner=make_house())
    said: dict[str, Any] = {"inquiry": inquiry, "expected": 1, "houses": [make_asked().pk], "questions": []}
    assert problems(actions.ask, **said, due_on=TODAY(), by=SYSTEM) == [""]


def test_a_house_writes_and_gives_its_own_supply_alone() -> None:
    supply = make_supply()
    by = worker(supply)
    for other in (make_principal(Role.FOCAL_POINT), make_principal(Role.COORDINATOR), SYSTEM):
        with pytest.raises(NotAllowed):
            fill_in(record=supply, rules=SUPPLY, expected=1, fields={"text": "x"}, why="", by=other)
        with pytest.raises(NotAllowed):
            actions.give(supply=supply, expected=1, state="nothing", by=other)
    supply = fill_in(record=supply, rules=SUPPLY, expected=1, fields={"text": "Zwei."}, why="", by=by)
    saved = actions.give(supply=supply, expected=2, state="given", by=by)
    assert (saved.state, saved.text, saved.given_by) == ("given", "Zwei.", by.label)
    with pytest.raises(NotAllowed):
        fill_in(record=saved, rules=SUPPLY, expected=3, fields={"text": "Drei."}, why="", by=by)


def test_nothing_to_report_needs_no_text_a_supply_does() -> None:
    supply = make_supply()
    said: dict[str, Any] = {"supply": supply, "expected": 1, "by": worker(supply)}
    assert problems(actions.give, **said, state="given") == ["state"]
    assert problems(actions.give, **said, state="") == ["state"]
    assert actions.give(**said, state="nothing").state == "nothing"


def test_a_supply_is_returned_by_the_coordinator_or_taken_back_by_its_house() -> None:
    inquiry = make_inquiry()
    first, second = given(inquiry), given(inquiry)
    assert problems(actions.return_supply, supply=first, expected=2, reason=" ", by=SYSTEM) == ["reason"]
    back = actions.return_supply(supply=first, expected=2, reason="Bitte mit Kosten", by=SYSTEM)
    assert (back.state, back.returned_because, back.text) == ("asked", "Bitte mit Kosten", "Zwei Reisen.")
    assert actions.return_supply(supply=second, expected=2, reason="Fehler", by=worker(second)).state == "asked"
    third = given(inquiry)
    with pytest.raises(NotAllowed):
        actions.return_supply(supply=third, expected=2, reason="x", by=worker(first))


def test_a_supply_goes_behind_the_answer_once() -> None:
    inquiry = make_inquiry()
    question, supply = make_question(inquiry, answer="Eine Reise."), given(inquiry)
    saved = actions.take_over(supply=supply, expected=2, question=question.pk, by=SYSTEM)
    assert (saved.answer, saved.version) == ("Eine Reise.\n\nZwei Reisen.", 2)
    said = {"supply": supply, "expected": 3, "question": question.pk, "by": SYSTEM}
    assert problems(actions.take_over, **said) == [""]
    other = given(inquiry)
    assert problems(actions.take_over, supply=other, expected=2, question=make_question().pk, by=SYSTEM) == ["question"]
    supply.refresh_from_db()
    with pytest.raises(NotAllowed):
        actions.return_supply(supply=supply, expected=3, reason="x", by=worker(supply))


def test_a_refusal_and_a_secret_have_a_ground_and_can_be_taken_back() -> None:
    question = make_question()
    for verb, name in ((actions.refuse, "refused_because"), (actions.keep_secret, "secret_because")):
        version = question.version
        question = verb(question=question, expected=version, reason=" Sicherheit ", by=SYSTEM)
        assert getattr(question, name) == "Sicherheit"
        question = verb(question=question, expected=version + 1, reason="", by=SYSTEM)
        assert getattr(question, name) == ""
    assert JournalEntry.objects.filter(record_type="subquestion", verb="refused").get().why == "Sicherheit"


def test_tables_are_drawn_when_saved_and_when_asked_for_and_else_stand_still() -> None:
    question = make_question(shape="costs", period_from="2026-01-01", period_until="2026-12-31")
    make_activity("Messe", kind="fair", when="2026")
    question.refresh_from_db()
    assert question.tables is not None
    assert question.tables.tables[0].rows == ()
    drawn = actions.draw_again(question=question, expected=1, by=SYSTEM)
    assert drawn.tables is not None
    assert [row.cells[0] for row in drawn.tables.tables[0].rows] == ["Messe"]
    fields = {"period_until": "2025-12-31", "period_from": "2025-01-01"}
    saved = fill_in(record=drawn, rules=QUESTION, expected=2, fields=fields, why="", by=SYSTEM)
    assert saved.tables is not None
    assert (saved.tables.asked.last, saved.tables.tables[0].rows) == ("2025-12-31", ())


def test_an_answer_is_sent_only_as_it_was_cosigned() -> None:
    question, house = make_question(), make_asked()
    inquiry = question.inquiry
    said = {"inquiry": inquiry, "expected": 1, "by": SYSTEM}
    assert problems(actions.send, **said) == [""]
    circulation = make_clearing(inquiry, house)
    assert problems(actions.send, **said) == [""]
    sign(circulation, house)
    fill_in(record=question, rules=QUESTION, expected=1, fields={"answer": "Zwei."}, why="", by=SYSTEM)
    assert problems(actions.send, **said) == [""]
    fill_in(record=question, rules=QUESTION, expected=2, fields={"answer": "Keine."}, why="", by=SYSTEM)
    sent = actions.send(**said)
    assert (sent.state, sent.sent_on, sent.cleared_by) == ("sent", TODAY(), circulation)
    assert sent.answer_as_sent is not None
    assert [part.answer for part in sent.answer_as_sent.parts] == ["Keine."]


def test_after_the_deadline_the_coordinator_goes_on_with_a_reason_and_sends() -> None:
    inquiry = make_question().inquiry
    circulation = over(make_clearing(inquiry))
    proceed(circulation=circulation, expected=circulation.version, reason="Frist des Landtags", by=SYSTEM)
    assert actions.send(inquiry=inquiry, expected=1, by=SYSTEM).cleared_by == circulation


def test_an_answer_with_an_open_question_or_without_any_is_not_sent() -> None:
    inquiry = make_inquiry()
    assert problems(actions.send, inquiry=inquiry, expected=1, by=SYSTEM) == [""]
    make_question(inquiry, answer="")
    with pytest.raises(Refused, match="Frage 1"):
        actions.send(inquiry=inquiry, expected=1, by=SYSTEM)


def test_what_was_sent_stands_still() -> None:
    inquiry = make_inquiry()
    question, supply = make_question(inquiry), make_supply(inquiry)
    sent = make_sent(inquiry)
    by = worker(supply)
    stale = Inquiry(pk=sent.pk)
    blank = SubQuestion(inquiry=stale)
    refused: list[Any] = [
        lambda: fill_in(record=question, rules=QUESTION, expected=1, fields={"answer": "x"}, why="", by=SYSTEM),
        lambda: take_out(entry=question, rules=QUESTION, expected=1, by=SYSTEM),
        lambda: put_back(entry=question, rules=QUESTION, expected=1, by=SYSTEM),
        lambda: enter(record=blank, rules=QUESTION, fields={"position": 9, "text": "Noch?"}, by=SYSTEM),
        lambda: fill_in(record=supply, rules=SUPPLY, expected=1, fields={"text": "x"}, why="", by=by),
        lambda: actions.give(supply=supply, expected=1, state="nothing", by=by),
        lambda: actions.refuse(question=question, expected=1, reason="x", by=SYSTEM),
        lambda: actions.extend(inquiry=sent, expected=2, until=sent.due_on, reason="x", by=SYSTEM),
        lambda: actions.withdraw(inquiry=sent, expected=2, reason="x", by=SYSTEM),
    ]
    for act in refused:
        with pytest.raises((Refused, NotAllowed)):
            act()
    with pytest.raises(NotAllowed):
        fill_in(record=sent, rules=INQUIRY, expected=2, fields={"title": "x"}, why="", by=SYSTEM)


def test_the_public_sees_an_inquiry_when_its_answer_was_sent_and_released() -> None:
    inquiry = make_question().inquiry
    assert problems(actions.release, inquiry=inquiry, expected=1, by=SYSTEM) == [""]
    sent = make_sent(inquiry)
    assert not known(PUBLIC).exists()
    released = actions.release(inquiry=sent, expected=2, by=SYSTEM)
    assert list(known(PUBLIC)) == [sent]
    actions.take_back_release(inquiry=released, expected=3, by=SYSTEM)
    assert not known(PUBLIC).exists()


def test_whoever_is_not_of_the_government_sees_no_inquiry_of_a_house() -> None:
    house = make_house()
    inquiry = make_inquiry(visibility="named")
    inquiry.named_houses.add(house)
    assert not known(make_principal(Role.PARTNER, house=house)).exists()
    assert known(make_principal(Role.REPORTER, house=house)).exists()


def test_withdrawing_calls_the_cosignature_back() -> None:
    inquiry = make_question().inquiry
    make_clearing(inquiry)
    assert problems(actions.withdraw, inquiry=inquiry, expected=1, reason="", by=SYSTEM) == ["reason"]
    saved = actions.withdraw(inquiry=inquiry, expected=1, reason="Zurückgenommen", by=SYSTEM)
    assert (saved.state, Circulation.objects.get().state) == ("withdrawn", "withdrawn")


def test_the_second_of_two_is_told() -> None:
    inquiry = make_inquiry()
    actions.extend(inquiry=inquiry, expected=1, until=TODAY() + timedelta(days=40), reason="x", by=SYSTEM)
    with pytest.raises(StaleRecord):
        actions.withdraw(inquiry=inquiry, expected=1, reason="x", by=SYSTEM)


@pytest.mark.parametrize(
    "fields",
    [
        {"visibility": "published"},
        {"state": "sent"},
        {"extended_until": "2999-01-01"},
        {"extended_because": "x"},
        {"due_on": "2000-01-01"},
    ],
)
def test_the_database_says_no_to_an_impossible_inquiry(fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_inquiry(**fields)


@pytest.mark.parametrize(
    "fields", [{"state": "given", "text": "x"}, {"state": "given", "given_at": "2026-01-01T00:00Z"}]
)
def test_the_database_says_no_to_an_impossible_supply(fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_supply(**fields)


def test_the_database_holds_one_supply_a_house_and_question() -> None:
    inquiry, house = make_inquiry(), make_asked()
    question = make_question(inquiry)
    for fields in ({}, {"question": question}):
        make_supply(inquiry, house, **fields)
        with pytest.raises(IntegrityError), transaction.atomic():
            make_supply(inquiry, house, **fields)
