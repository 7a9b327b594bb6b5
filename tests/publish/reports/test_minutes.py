# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Minutes of a session."""

import pytest

from bruecke.bodies.models import Body, BodyMember
from bruecke.publish.paper import Somebody
from bruecke.publish.report import NothingToPrint, Subject
from tests.factories.papers import Relation, make_relation
from tests.factories.people import make_organisation
from tests.publish.reports import gathered, rows, section, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def relation() -> Relation:
    """A session with a decision, a task and a promise."""
    return make_relation()


def test_minutes_tell_results_decisions_tasks_and_promises(relation: Relation) -> None:
    paper = gathered("minutes", Subject("session", relation.session.pk))
    assert (paper.title, paper.subtitle) == ("Arbeitsgruppe Internationales", "Sitzung 7 vom 20. April 2026")
    assert texts(section(paper, "results")) == ["Es ging gut voran."]
    assert rows(section(paper, "agenda")) == [("1", "Reise nach Breslau", "gebilligt")]
    (decision,) = section(paper, "decisions").blocks
    assert (decision.heading, decision.text) == ("7/1 Reise", "Die Reise findet statt.")
    assert rows(section(paper, "tasks")) == [("Programm abstimmen", "Staatskanzlei Musterland", "ohne Frist", "offen")]
    assert rows(section(paper, "promises"))[0][:2] == ("Ansprechperson nennen", "Sitzung 7")
    who = Somebody(relation.person.pk, "Marschallin")
    assert rows(section(paper, "members")) == [("Staatskanzlei Musterland", who, "Vorsitz")]


def test_members_are_those_of_the_day_of_the_session(relation: Relation) -> None:
    for name, since, until in (
        ("Vorher", "2020", "2025"),
        ("Danach", "2026-05", ""),
        ("Damals", "2026-04", "2026-04"),
        ("Im Jahr", "2026", "2026"),
    ):
        BodyMember.objects.create(
            body=relation.session.body, organisation=make_organisation(name), since=since, until=until
        )
    paper = gathered("minutes", Subject("session", relation.session.pk))
    assert {row[0] for row in rows(section(paper, "members"))} == {"Staatskanzlei Musterland", "Damals", "Im Jahr"}


def test_session_of_a_body_that_readers_may_not_know_of_is_not_printed(relation: Relation) -> None:
    Body.objects.update(visibility="unit")
    with pytest.raises(NothingToPrint):
        gathered("minutes", Subject("session", relation.session.pk))
