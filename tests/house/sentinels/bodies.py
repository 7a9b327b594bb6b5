# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bodies, sessions, decisions and tasks of one level; and open ones that name what is not for everybody."""

from bruecke.accounts.principal import SYSTEM
from bruecke.records import journal
from tests.factories.bodies import make_agenda_item, make_body, make_decision, make_member, make_session, make_task
from tests.factories.people import make_organisation
from tests.house.sentinels import Bed


def plant(bed: Bed) -> None:
    """Every field of the room."""
    word, fields = bed.word, bed.fields
    organisation = make_organisation(word("assembly"), kind="body", **fields("seat"))
    body = make_body(organisation=organisation, purpose=word("purpose"), **fields("body"))
    make_member(body)
    session = make_session(
        body, number=word("number"), venue=word("venue"), minutes=word("minutes"), **fields("session")
    )
    make_agenda_item(session, word("agenda"), outcome=word("outcome"))
    decision = make_decision(
        body, number=word("decided"), title=word("resolved"), text=word("text"), **fields("resolution")
    )
    task = make_task(body, word("task"), result=word("result"), responsible=organisation, **fields("task"))
    bed.close(organisation, body, session, decision, task)
    journal.record(organisation, verb="changed", by=SYSTEM)
    for record in (body, session, decision, task):
        journal.record(record, verb="changed", by=SYSTEM)
    _open_ones(bed.level, organisation)


def _open_ones(level: str, hidden: object) -> None:
    """What everybody sees around what is not for everybody."""
    body = make_body(f"Für alle, {level}")
    make_member(body, organisation=hidden)
    make_task(body, responsible=hidden)
    veiled = make_body(organisation=make_organisation(f"Verweis {level}", kind="body", parent=hidden))
    session, decision = make_session(veiled), make_decision(veiled)
    make_task(veiled, session=session, decision=decision, responsible=hidden)
