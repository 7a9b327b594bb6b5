# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Circulate, answer, edit, proceed, withdraw: who may, what is kept, and that silence is never consent."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.actors.models import Post
from bruecke.actors.queries import principal_of, signs_for
from bruecke.clearance.actions import Word, answer, circulate, content_changed, proceed, withdraw
from bruecke.clearance.models import Addressee, Circulation, CoSignature
from bruecke.clearance.queries import answerable, circulation_sheet, circulations, circulations_of, given_on
from bruecke.clearance.rules import ANSWERS, consenting, standing
from bruecke.clearance.working_days import is_working_day
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.factories.clearance import make_asked, make_circulation, make_signatory, make_subject, sign
from tests.factories.people import make_house, make_organisation, make_principal, make_user

pytestmark = pytest.mark.django_db
OTHER = "b" * 64


def over(circulation: Circulation) -> Circulation:
    """The same, with its deadline over."""
    Circulation.objects.filter(pk=circulation.pk).update(deadline_on=timezone.localdate() - timedelta(days=1))
    circulation.refresh_from_db()
    return circulation


def problems(act: Callable[[], object]) -> list[str]:
    """Names of the fields that were refused."""
    with pytest.raises(Refused) as refusal:
        act()
    return list(refusal.value.problems)


def test_a_content_goes_round_with_a_deadline_in_working_days_of_the_region(settings: LazySettings) -> None:
    settings.HOLIDAY_REGION = "DE-SN"
    circulation = make_circulation(make_asked(), make_asked(), days=3)
    today = timezone.localdate()
    between = [today + timedelta(days=n) for n in range(1, (circulation.deadline_on - today).days + 1)]
    assert sum(is_working_day(day, "DE-SN") for day in between) == 3
    assert (circulation.state, circulation.addressees.count()) == ("open", 2)


def test_what_cannot_go_round_is_refused() -> None:
    asked, nobody = make_asked(), make_organisation()
    hidden = make_asked(visibility="unit")
    send = lambda keys, days=5, by=SYSTEM: circulate(subject=make_subject(9), addressees=keys, days=days, by=by)  # noqa: E731
    coordinator = make_principal(Role.COORDINATOR)
    assert problems(lambda: send([])) == ["addressees"]
    assert problems(lambda: send([asked.pk, nobody.pk])) == ["addressees"]
    assert problems(lambda: send([hidden.pk], by=coordinator)) == ["addressees"]
    for days in (0, 91):
        assert problems(lambda days=days: send([asked.pk], days)) == ["days"]  # type: ignore[misc]
    send([asked.pk])
    assert problems(lambda: send([asked.pk])) == [""]
    assert Circulation.objects.count() == 1


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_only_the_coordinator_sends_round_and_goes_on(role: Role) -> None:
    asked = make_asked()
    circulation, by = over(make_circulation(asked)), make_principal(role)
    for act in (
        lambda: circulate(subject=make_subject(), addressees=[asked.pk], days=5, by=by),
        lambda: content_changed(circulation=circulation, expected=1, content=OTHER, days=5, by=by),
        lambda: proceed(circulation=circulation, expected=1, reason="Eile", by=by),
        lambda: withdraw(circulation=circulation, expected=1, reason="Irrtum", by=by),
    ):
        with pytest.raises(NotAllowed):
            act()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SIGNATORY}))
def test_nobody_signs_for_a_house_by_another_role(role: Role) -> None:
    asked = make_asked()
    circulation, by = make_circulation(asked), make_principal(role, house=asked.house)
    with pytest.raises(NotAllowed):
        answer(seen={circulation.pk: circulation.content_hash}, organisation=asked.pk, word=Word("agree"), by=by)
    assert CoSignature.objects.count() == 0


def test_a_signatory_signs_for_their_own_house_only() -> None:
    own, other, unasked = make_asked(), make_asked(), make_asked()
    circulation = make_circulation(own, other)
    seen = {circulation.pk: circulation.content_hash}
    for by, organisation in (
        (make_signatory(own), other),
        (make_signatory(unasked), unasked),
        (SYSTEM, own),
        (PUBLIC, own),
    ):
        with pytest.raises(NotAllowed):
            answer(seen=seen, organisation=organisation.pk, word=Word("agree"), by=by)
    assert sign(circulation, own).addressee.organisation == own


def test_who_reports_for_one_house_and_signs_for_another_signs_only_there() -> None:
    own, other = make_asked(), make_asked()
    user = make_user(Role.SIGNATORY, house=own.house)
    Post.objects.create(user=user, role=Role.REPORTER, house=other.house)
    assert signs_for(principal_of(user)) == {own.house_id: False}


def test_a_post_signs_for_its_time_only_and_a_deputy_signs_as_one() -> None:
    asked, today = make_asked(), timezone.localdate()
    user = make_user()
    Post.objects.create(user=user, role=Role.SIGNATORY, house=asked.house, is_deputy=True, ends_on=today)
    by = principal_of(user)
    assert [signs_for(by, on=day) for day in (today, today + timedelta(days=1))] == [{asked.house_id: True}, {}]
    circulation = make_circulation(asked)
    seen = {circulation.pk: circulation.content_hash}
    assert answer(seen=seen, organisation=asked.pk, word=Word("agree"), by=by)[0].is_deputy
    Post.objects.create(user=user, role=Role.SIGNATORY, house=asked.house)
    assert signs_for(by) == {asked.house_id: False}


@pytest.mark.parametrize("word", ["changes", "object"])
def test_who_objects_or_wants_changes_says_what(word: str) -> None:
    asked = make_asked()
    circulation, by = make_circulation(asked), make_signatory(asked)
    seen = {circulation.pk: circulation.content_hash}
    assert problems(lambda: answer(seen=seen, organisation=asked.pk, word=Word(word, " "), by=by)) == ["text"]
    assert problems(lambda: answer(seen=seen, organisation=asked.pk, word=Word("perhaps"), by=by)) == ["answer"]
    with pytest.raises(IntegrityError), transaction.atomic():
        CoSignature.objects.create(addressee=circulation.addressees.get(), content_hash=OTHER, answer=word)


def test_one_act_signs_all_parts_of_a_paper_or_none() -> None:
    asked = make_asked()
    parts = [make_circulation(asked, key=4, part=part, content_hash=part * 64) for part in ("a", "b")]
    by = make_signatory(asked)
    seen = {part.pk: part.content_hash for part in parts}
    assert [row.parts for row in answerable(parts[0], principal=by)] == [(parts[1],)]
    stale = seen | {parts[1].pk: OTHER[:-1] + "c"}
    assert problems(lambda: answer(seen=stale, organisation=asked.pk, word=Word("agree"), by=by)) == [""]
    assert CoSignature.objects.count() == 0
    assert len(answer(seen=seen, organisation=asked.pk, word=Word("agree"), by=by)) == 2
    assert [row.state for row in circulations_of("paper", 4, principal=SYSTEM)] == ["cleared"] * 2


@pytest.mark.parametrize("word", ANSWERS)
def test_a_circulation_is_cleared_by_all_who_ask_for_nothing_more(word: str) -> None:
    first, last = make_asked(), make_asked()
    circulation = make_circulation(first, last)
    sign(circulation, first)
    sign(circulation, last, word)
    circulation.refresh_from_db()
    assert circulation.state == ("cleared" if word in {"agree", "not_concerned"} else "open")


def test_a_house_may_change_its_mind_while_it_goes_round_and_both_answers_are_kept() -> None:
    asked, other = make_asked(), make_asked()
    circulation = make_circulation(asked, other)
    sign(circulation, asked, "object")
    sign(circulation, asked)
    given = given_on([circulation.pk])[circulation.pk]
    assert consenting(given.answers, circulation.content_hash) == {asked.pk}
    assert CoSignature.objects.count() == 2


def test_an_edit_voids_the_answers_on_the_old_content_says_whose_and_asks_again() -> None:
    first, second, third = make_asked(), make_asked(), make_asked()
    circulation = make_circulation(first, second, third, days=1)
    untouched = make_circulation(first)
    sign(circulation, first)
    sign(circulation, second, "object")
    other = sign(untouched, first)
    told = content_changed(circulation=circulation, expected=1, content=OTHER, days=20, by=SYSTEM)
    assert told == [first, second]
    circulation.refresh_from_db()
    assert (circulation.state, circulation.content_hash, circulation.version) == ("open", OTHER, 2)
    assert circulation_sheet(circulation.pk, principal=SYSTEM).silent == [str(row) for row in (first, second, third)]
    other.refresh_from_db()
    assert other.voided_at is None
    assert (circulation.deadline_on - timezone.localdate()).days >= 20


def test_an_edit_opens_what_was_cleared_or_gone_on_with() -> None:
    asked = make_asked()
    cleared, gone_on = make_circulation(asked), over(make_circulation(asked))
    sign(cleared, asked)
    cleared.refresh_from_db()
    proceed(circulation=gone_on, expected=1, reason="Eile", by=SYSTEM)
    for circulation in (cleared, gone_on):
        content_changed(circulation=circulation, expected=2, content=OTHER, days=5, by=SYSTEM)
        circulation.refresh_from_db()
        assert (circulation.state, circulation.closed_at, circulation.proceed_reason) == ("open", None, "")


def test_an_edit_that_changes_nothing_voids_nothing() -> None:
    asked, other = make_asked(), make_asked()
    circulation = make_circulation(asked, other)
    sign(circulation, asked)
    same = circulation.content_hash
    assert content_changed(circulation=circulation, expected=1, content=same, days=5, by=SYSTEM) == []
    assert CoSignature.objects.filter(voided_at=None).count() == 1


def test_nobody_signs_a_content_they_did_not_read() -> None:
    asked = make_asked()
    circulation, by = make_circulation(asked), make_signatory(asked)
    content_changed(circulation=circulation, expected=1, content=OTHER, days=5, by=SYSTEM)
    seen = {circulation.pk: circulation.content_hash}
    assert problems(lambda: answer(seen=seen, organisation=asked.pk, word=Word("agree"), by=by)) == [""]


def test_going_on_waits_for_the_deadline_and_has_a_reason_and_names_who_was_silent() -> None:
    agreeing, silent = make_asked("Haus A"), make_asked("Haus B")
    circulation = make_circulation(agreeing, silent)
    sign(circulation, agreeing)
    assert problems(lambda: proceed(circulation=circulation, expected=1, reason="Eile", by=SYSTEM)) == [""]
    over(circulation)
    assert problems(lambda: proceed(circulation=circulation, expected=1, reason=" ", by=SYSTEM)) == ["reason"]
    with pytest.raises(StaleRecord):
        proceed(circulation=circulation, expected=2, reason="Eile", by=SYSTEM)
    assert proceed(circulation=circulation, expected=1, reason="Eile", by=SYSTEM) == [silent]
    sheet = circulation_sheet(circulation.pk, principal=SYSTEM)
    assert [(line.verb, line.why, line.names) for line in sheet.log if line.verb == "proceeded"] == [
        ("proceeded", "Eile", ("Haus B",))
    ]
    given = given_on([circulation.pk])[circulation.pk]
    assert consenting(given.answers, circulation.content_hash) == {agreeing.pk}


def test_the_log_keeps_who_was_silent_when_it_went_on_though_they_answer_the_next_content() -> None:
    asked = make_asked("Haus A")
    circulation = over(make_circulation(asked))
    proceed(circulation=circulation, expected=1, reason="Eile", by=SYSTEM)
    content_changed(circulation=circulation, expected=2, content=OTHER, days=5, by=SYSTEM)
    sign(circulation, asked)
    log = circulation_sheet(circulation.pk, principal=SYSTEM).log
    assert [line.verb for line in log] == ["circulated", "proceeded", "content_changed", "answered", "cleared"]
    assert log[1].names == ("Haus A",)


def test_what_is_closed_takes_no_answer_and_is_not_withdrawn() -> None:
    asked, by = make_asked(), None
    circulation = make_circulation(asked)
    withdraw(circulation=circulation, expected=1, reason="Irrtum", by=SYSTEM)
    by = make_signatory(asked)
    seen = {circulation.pk: circulation.content_hash}
    assert problems(lambda: answer(seen=seen, organisation=asked.pk, word=Word("agree"), by=by)) == [""]
    assert problems(lambda: withdraw(circulation=circulation, expected=2, reason="Noch einmal", by=SYSTEM)) == [""]
    edit = lambda: content_changed(circulation=circulation, expected=2, content=OTHER, days=5, by=SYSTEM)  # noqa: E731
    assert problems(edit) == [""]


def test_a_content_for_some_houses_is_known_to_them_and_those_asked_only() -> None:
    asked, circle = make_asked(), make_house()
    circulation = make_circulation(asked, houses=frozenset({circle.pk}))
    seeing = [
        bool(circulations(principal=who))
        for who in (
            make_signatory(asked),
            make_principal(Role.REPORTER, house=circle),
            make_principal(Role.COORDINATOR),
            PUBLIC,
            make_principal(Role.AUDITOR),
        )
    ]
    assert seeing == [True, True, False, False, True]
    assert circulation.visibility == "named"


def test_the_list_has_what_waits_for_the_own_house_first() -> None:
    own, other = make_asked(), make_asked()
    signed, early, mine = make_circulation(own, other, days=1), make_circulation(other, days=2), make_circulation(own)
    sign(signed, own)
    rows = circulations(principal=make_signatory(own))
    assert [(row.circulation, row.is_mine, row.asked, row.silent) for row in rows] == [
        (mine, True, 1, 1),
        (signed, False, 2, 1),
        (early, False, 1, 1),
    ]
    assert JournalEntry.objects.filter(record_type="circulation").count() == 4


acts = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 2), st.sampled_from(ANSWERS)),
        st.tuples(st.just("edit"), st.sampled_from("abc"), st.none()),
        st.tuples(st.just("proceed"), st.none(), st.none()),
        st.tuples(st.just("deadline passes"), st.none(), st.none()),
    ),
    max_size=10,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(acts)
def test_in_any_order_no_answer_survives_an_edit_and_nobody_silent_consents(
    sequence: list[tuple[str, int, str]],
) -> None:
    with transaction.atomic():
        _play(sequence)
        transaction.set_rollback(True)


def _play(sequence: list[tuple[str, int, str]]) -> None:
    asked = [make_asked() for _ in range(3)]
    people = [make_signatory(row) for row in asked]
    circulation = make_circulation(*asked, content_hash="a" * 64)
    said: dict[int, str] = {}
    for what, which, word in sequence:
        circulation.refresh_from_db()
        is_open = circulation.state == "open"
        if what == "deadline passes":
            over(circulation)
        elif what == "answer" and is_open:
            _answer(circulation, asked[which].pk, word, people[which])
            said[asked[which].pk] = word
        elif what == "edit":
            _edit(circulation, str(which) * 64, said)
        elif what == "proceed" and is_open and circulation.deadline_on < timezone.localdate():
            silent = proceed(circulation=circulation, expected=circulation.version, reason="Eile", by=SYSTEM)
            assert {row.pk for row in silent} == {row.pk for row in asked} - set(said)
        _check(circulation, said)


def _answer(circulation: Circulation, organisation: int, word: str, by: Principal) -> None:
    seen = {circulation.pk: circulation.content_hash}
    answer(seen=seen, organisation=organisation, word=Word(word, "Weil."), by=by)


def _edit(circulation: Circulation, content: str, said: dict[int, str]) -> None:
    is_same = content == circulation.content_hash
    told = content_changed(circulation=circulation, expected=circulation.version, content=content, days=5, by=SYSTEM)
    assert {row.pk for row in told} == (set() if is_same else set(said))
    if not is_same:
        said.clear()


def _check(circulation: Circulation, said: dict[int, str]) -> None:
    """What counts is what was said since the last edit, and nothing else."""
    circulation.refresh_from_db()
    given = given_on([circulation.pk])[circulation.pk].answers
    assert {house: each.answer for house, each in standing(given, circulation.content_hash).items()} == said
    assert consenting(given, circulation.content_hash) == {house for house, word in said.items() if word == "agree"}
    valid = [each.content for each in given if not each.is_voided]
    assert set(valid) <= {circulation.content_hash}
    if circulation.state == "cleared":
        assert set(said) == set(
            Addressee.objects.filter(circulation=circulation).values_list("organisation", flat=True)
        )
        assert set(said.values()) <= {"agree", "not_concerned"}


def test_the_deadline_is_a_working_day_where_no_region_is_set(settings: LazySettings) -> None:
    settings.HOLIDAY_REGION = ""
    deadline: date = make_circulation(days=7).deadline_on
    assert deadline.weekday() < 5
