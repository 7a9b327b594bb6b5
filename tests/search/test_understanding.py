# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a question was understood as is kept as long as nothing is written, and apart for the public and for staff."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal
from bruecke.search import actions
from bruecke.search.understanding import Understood, understand
from bruecke.strategy.models import Measure
from tests.factories.plan import make_edition, make_measure

pytestmark = pytest.mark.django_db(transaction=True)


def asked(text: str, principal: Principal = PUBLIC) -> tuple[Understood, int]:
    """What `text` is understood as, and the statements it took."""
    with CaptureQueriesContext(connection) as made:
        return understand(text, principal=principal), len(made)


def indexed(*measures: Measure) -> None:
    actions.refresh("measure", [measure.pk for measure in measures])


def test_a_question_asked_again_takes_one_statement() -> None:
    indexed(make_measure(title="Wasserstoff"))
    first, statements = asked("Wasserstof")
    assert [correction.meant for correction in first.corrections] == ["Wasserstoff"]
    assert statements > 3
    assert asked("Wasserstof") == (first, 1)


def test_a_word_that_came_or_went_is_known_at_once() -> None:
    edition = make_edition()
    first, second = make_measure(edition, "Brücke"), make_measure(edition, "Brückenbau")
    indexed(first)
    assert asked("Brücke")[0].also == ()
    indexed(second)
    assert asked("Brücke")[0].also == ("Brückenbau",)
    actions.remove("measure", [second.pk])
    assert asked("Brücke")[0].also == ()


def test_what_staff_was_told_is_not_told_to_the_public() -> None:
    indexed(make_measure(title="Netz", internal_note="Wasserstoffnetz"))
    assert asked("Wasserstoff", SYSTEM)[0].also == ("Wasserstoffnetz",)
    assert asked("Wasserstoff", PUBLIC)[0].also == ()
    assert asked("Wasserstoff", SYSTEM)[0].also == ("Wasserstoffnetz",)
