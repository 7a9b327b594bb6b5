# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two transactions at the same moment on one circulation, on both databases."""

from pathlib import Path

import pytest

from bruecke.accounts.principal import SYSTEM
from bruecke.clearance.actions import Word, answer, circulate, content_changed
from bruecke.clearance.models import Circulation, CoSignature
from bruecke.records.errors import Refused, StaleRecord
from tests.factories.clearance import make_asked, make_circulation, make_signatory, make_subject
from tests.together import own_database

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = 5


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_an_answer_and_an_edit_at_the_same_moment_leave_no_signature_on_the_old_content(
    tmp_path: Path, _round: int
) -> None:
    asked = make_asked()
    circulation, by = make_circulation(asked), make_signatory(asked)
    seen = {circulation.pk: circulation.content_hash}
    with own_database(tmp_path) as together:
        told = together(
            lambda: answer(seen=seen, organisation=asked.pk, word=Word("agree"), by=by),
            lambda: content_changed(circulation=circulation, expected=1, content="b" * 64, days=5, by=SYSTEM),
        )
        (counted,) = together(lambda: CoSignature.objects.filter(voided_at=None).count())
        ((state, content),) = together(lambda: Circulation.objects.values_list("state", "content_hash").get())
    if isinstance(told[1], StaleRecord):
        # The answer came first and cleared it: the editor is told and sees what stands before going on.
        assert (counted, state, content) == (1, "cleared", seen[circulation.pk])
    else:
        assert isinstance(told[0], Refused)
        assert (counted, state, content) == (0, "open", "b" * 64)


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_the_last_two_answers_at_the_same_moment_clear_it(tmp_path: Path, _round: int) -> None:
    first, second = make_asked(), make_asked()
    circulation = make_circulation(first, second)
    people = [(row.pk, make_signatory(row)) for row in (first, second)]
    seen = {circulation.pk: circulation.content_hash}
    with own_database(tmp_path) as together:
        told = together(
            *(
                lambda key=key, by=by: answer(seen=seen, organisation=key, word=Word("agree"), by=by)
                for key, by in people
            )
        )
        (state,) = together(lambda: Circulation.objects.get().state)
    assert [type(each) for each in told] == [list, list]
    assert state == "cleared"


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_of_two_who_send_the_same_round_at_the_same_moment_one_is_told(tmp_path: Path, _round: int) -> None:
    asked, subject = make_asked(), make_subject(7)
    with own_database(tmp_path) as together:
        told = together(
            *2 * (lambda: circulate(subject=subject, addressees=[asked.pk], days=5, by=SYSTEM),),
        )
        (counted,) = together(Circulation.objects.count)
    assert sorted(type(each).__name__ for each in told) == ["Circulation", "Refused"]
    assert counted == 1
