# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reviewing: every act, two reviewers at once, and undoing."""

import threading
from typing import Any

import pytest
from django.db import connection, connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bruecke.accounts.principal import SYSTEM, Principal, Role
from bruecke.intake import actions
from bruecke.intake.actions.steps import snapshot
from bruecke.intake.errors import IntakeRefused, NothingToUndo, StaleProposal
from bruecke.intake.models import ImportDraft, ImportState, Proposal, ProposalState, ReviewStep
from tests.factories.drafts import make_draft, make_import, proposal_of
from tests.factories.people import make_principal

pytestmark = pytest.mark.django_db


def state(made: ImportDraft) -> dict[int, dict[str, Any]]:
    """All proposals, without the versions that only count saves."""
    rows = {row.pk: snapshot(row) for row in Proposal.objects.filter(draft=made)}
    for row in rows.values():
        del row["version"]
    return rows


def test_accepting_rejecting_and_reopening_leave_a_step_each() -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    proposal = actions.accept(proposal_id=proposal.pk, expected=1, by=SYSTEM)
    proposal = actions.reject(proposal_id=proposal.pk, expected=2, by=SYSTEM)
    proposal = actions.reopen(proposal_id=proposal.pk, expected=3, by=SYSTEM)
    assert proposal.state == ProposalState.OPEN
    assert [step.verb for step in ReviewStep.objects.filter(draft=made)] == ["open", "rejected", "accepted"]


def test_an_act_on_an_older_version_is_refused_with_what_stands() -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    first = make_principal(Role.COORDINATOR)
    actions.correct(proposal_id=proposal.pk, expected=1, fields={"text": "Anders"}, by=first)
    with pytest.raises(StaleProposal) as caught:
        actions.accept(proposal_id=proposal.pk, expected=1, by=SYSTEM)
    assert caught.value.current is not None
    assert caught.value.current.payload["text"] == "Anders"
    assert first.label in str(caught.value)


def test_an_act_on_a_merged_proposal_says_that_it_is_gone() -> None:
    made = make_import()
    second = proposal_of(made, "I.2")
    actions.merge(proposal_id=proposal_of(made, "I.1").pk, expected=1, next_expected=1, by=SYSTEM)
    with pytest.raises(StaleProposal) as caught:
        actions.accept(proposal_id=second.pk, expected=1, by=SYSTEM)
    assert caught.value.current is None


def test_accepting_what_is_certain_leaves_the_doubtful_open() -> None:
    made = make_import()
    Proposal.objects.filter(draft=made).update(is_certain=True)
    Proposal.objects.filter(draft=made, reference="I.1", kind="measure").update(is_certain=False)
    total = Proposal.objects.filter(draft=made).count()
    assert actions.accept_certain(draft=made, by=SYSTEM) == total - 1
    assert proposal_of(made, "I.1").state == ProposalState.OPEN
    actions.undo(draft=made, by=SYSTEM)
    assert Proposal.objects.filter(draft=made, state=ProposalState.OPEN).count() == total


def test_a_correction_keeps_mentions_and_repairs_where_their_words_stay() -> None:
    made = make_import(make_draft({"Handel": ["Ausbau der Messen für den Handel mit Polen"]}))
    proposal = proposal_of(made, "I.1")
    text = "Deutlicher Ausbau der Messen für den gesamten Handel mit Polen"
    proposal = actions.correct(proposal_id=proposal.pk, expected=1, fields={"text": text}, by=SYSTEM)
    mention, spot = proposal.payload["mentions"][0], proposal.payload["spots"][0]
    assert text[mention["start"] : mention["end"]] == "Polen"
    assert text[spot["start"] : spot["end"]] == "für"


def test_a_correction_without_text_or_of_a_foreign_field_is_refused() -> None:
    proposal = proposal_of(make_import(), "I.1")
    for fields in ({"text": "  "}, {"closing": True}):
        with pytest.raises(IntakeRefused):
            actions.correct(proposal_id=proposal.pk, expected=1, fields=fields, by=SYSTEM)


def test_a_repair_is_taken_back_and_made_again() -> None:
    made = make_import()
    proposal = proposal_of(made, "I.2")
    proposal = actions.toggle_repair(proposal_id=proposal.pk, expected=1, index=0, by=SYSTEM)
    assert proposal.payload["text"] == "Aufbau einer Stelle fiir Messen"
    proposal = actions.toggle_repair(proposal_id=proposal.pk, expected=2, index=0, by=SYSTEM)
    assert proposal.payload["text"] == "Aufbau einer Stelle für Messen"


def test_a_split_gives_both_halves_their_lines_and_mentions() -> None:
    made = make_import()
    first, second = actions.split(
        proposal_id=proposal_of(made, "I.1").pk, expected=1, offset=len("Ausbau des Handels "), by=SYSTEM
    )
    assert (first.payload["text"], second.payload["text"]) == ("Ausbau des Handels", "mit Polen")
    assert "mentions" not in first.payload
    mention = second.payload["mentions"][0]
    assert second.payload["text"][mention["start"] : mention["end"]] == "Polen"
    assert first.position < second.position < proposal_of(made, "I.2").position


@pytest.mark.parametrize("offset", [0, 999])
def test_a_split_at_an_end_is_refused(offset: int) -> None:
    with pytest.raises(IntakeRefused):
        actions.split(proposal_id=proposal_of(make_import(), "I.1").pk, expected=1, offset=offset, by=SYSTEM)


def test_the_last_of_a_list_has_nothing_to_be_merged_with() -> None:
    with pytest.raises(IntakeRefused):
        actions.merge(proposal_id=proposal_of(make_import(), "I.3").pk, expected=1, next_expected=1, by=SYSTEM)


def test_what_was_missed_is_added_to_the_list_before_it() -> None:
    made = make_import()
    last = proposal_of(made, "II.3")
    added = actions.add_missed(
        draft=made, kind="measure", lines=(last.last_line, last.last_line), text="Neue  Bühne", by=SYSTEM
    )
    assert (added.parent, added.payload["text"], added.state) == ("II", "Neue Bühne", ProposalState.ACCEPTED)
    assert added.payload["modality"] == "option"


def test_adding_lines_that_the_document_does_not_have_is_refused() -> None:
    with pytest.raises(IntakeRefused):
        actions.add_missed(draft=make_import(), kind="measure", lines=(900, 901), text="Neu", by=SYSTEM)


def test_undo_takes_back_only_ones_own_acts() -> None:
    made = make_import()
    one, other = make_principal(Role.COORDINATOR), make_principal(Role.COORDINATOR)
    actions.accept(proposal_id=proposal_of(made, "I.1").pk, expected=1, by=one)
    actions.accept(proposal_id=proposal_of(made, "I.2").pk, expected=1, by=other)
    actions.undo(draft=made, by=one)
    assert proposal_of(made, "I.1").state == ProposalState.OPEN
    assert proposal_of(made, "I.2").state == ProposalState.ACCEPTED
    with pytest.raises(NothingToUndo):
        actions.undo(draft=made, by=one)


def test_undo_is_refused_once_another_reviewer_went_on_from_there() -> None:
    made = make_import()
    one, other = make_principal(Role.COORDINATOR), make_principal(Role.COORDINATOR)
    actions.accept(proposal_id=proposal_of(made, "I.1").pk, expected=1, by=one)
    actions.reject(proposal_id=proposal_of(made, "I.1").pk, expected=2, by=other)
    with pytest.raises(IntakeRefused, match=other.label):
        actions.undo(draft=made, by=one)
    assert proposal_of(made, "I.1").state == ProposalState.REJECTED


def test_redo_brings_back_what_was_undone_until_something_new_is_done() -> None:
    made = make_import()
    actions.split(proposal_id=proposal_of(made, "I.1").pk, expected=1, offset=10, by=SYSTEM)
    split = state(made)
    actions.undo(draft=made, by=SYSTEM)
    actions.redo(draft=made, by=SYSTEM)
    assert state(made) == split
    actions.undo(draft=made, by=SYSTEM)
    actions.accept(proposal_id=proposal_of(made, "II.1").pk, expected=1, by=SYSTEM)
    with pytest.raises(NothingToUndo):
        actions.redo(draft=made, by=SYSTEM)


ACTS = ("accept", "reject", "reopen", "correct", "split", "merge", "repair", "add", "certain", "all")


def do(made: ImportDraft, act: str, number: int, by: Principal) -> None:
    rows = list(Proposal.objects.filter(draft=made).order_by("position", "pk"))
    row = rows[number % len(rows)]
    given: dict[str, Any] = {"proposal_id": row.pk, "expected": row.version, "by": by}
    match act:
        case "accept" | "reject" | "reopen":
            getattr(actions, act)(**given)
        case "correct":
            actions.correct(fields={"text": f"{row.payload.get('text', '')} {number}"}, **given)
        case "split":
            actions.split(offset=number % 30, **given)
        case "merge":
            following = [item for item in rows if item.parent == row.parent and item.position > row.position]
            actions.merge(next_expected=following[0].version if following else 0, **given)
        case "repair":
            actions.toggle_repair(index=0, **given)
        case "add":
            actions.add_missed(draft=made, kind="measure", lines=(number % 20 + 1,) * 2, text="Neu", by=by)
        case "certain":
            actions.accept_certain(draft=made, by=by)
        case "all":
            actions.accept_all(draft=made, by=by)


@pytest.mark.django_db(transaction=False)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 60)), max_size=12), st.integers(0, 3))
def test_undoing_everything_gives_the_proposals_of_the_beginning(
    db: None, acts: list[tuple[str, int]], redone: int
) -> None:
    made = make_import()
    beginning = state(made)
    for act, number in acts:
        try:
            do(made, act, number, SYSTEM)
        except IntakeRefused:
            continue
    end = state(made)
    steps = ReviewStep.objects.filter(draft=made, is_undone=False).count()
    for _ in range(min(redone, steps)):
        actions.undo(draft=made, by=SYSTEM)
    for _ in range(min(redone, steps)):
        actions.redo(draft=made, by=SYSTEM)
    assert state(made) == end
    for _ in range(steps):
        actions.undo(draft=made, by=SYSTEM)
    assert state(made) == beginning


def test_a_published_draft_is_not_reviewed_any_more() -> None:
    made = make_import()
    proposal = proposal_of(made, "I.1")
    ImportDraft.objects.filter(pk=made.pk).update(state=ImportState.PUBLISHED)
    with pytest.raises(IntakeRefused):
        actions.accept(proposal_id=proposal.pk, expected=1, by=SYSTEM)


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_at_the_same_moment_one_is_told() -> None:
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("two connections to SQLite in memory are one; PostgreSQL and the soak test show this")
    proposal = proposal_of(make_import(), "I.1")
    barrier, told = threading.Barrier(2), []

    def correct(text: str) -> None:
        barrier.wait()
        try:
            actions.correct(proposal_id=proposal.pk, expected=1, fields={"text": text}, by=SYSTEM)
        except StaleProposal as error:
            told.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=correct, args=(text,)) for text in ("Eins", "Zwei")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 1
    assert told[0].current is not None
    assert told[0].current.payload["text"] in {"Eins", "Zwei"}
