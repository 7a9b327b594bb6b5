# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Circulations, and people who sign."""

from itertools import count

from bruecke.accounts.principal import SYSTEM, Principal, Role
from bruecke.actors.models import Organisation, Post
from bruecke.actors.queries import principal_of
from bruecke.clearance.actions import Subject, Word, answer, circulate
from bruecke.clearance.models import Circulation, CoSignature
from tests.factories.people import make_house, make_organisation, make_user

_number = count(1)


def make_asked(name: str = "", **fields: object) -> Organisation:
    """A ministry that somebody can sign for."""
    return make_organisation(name, house=make_house(name), **fields)


def make_subject(n: int = 0, **fields: object) -> Subject:
    """A paper of its own."""
    n = n or next(_number)
    values: dict[str, object] = {"type": "paper", "key": n, "title": f"Vorlage {n}", "content_hash": f"{n:064x}"}
    return Subject(**(values | fields))  # type: ignore[arg-type]


def make_circulation(*asked: Organisation, days: int = 10, by: Principal = SYSTEM, **fields: object) -> Circulation:
    """A paper that goes round the organisations given (a new one where none is)."""
    keys = [row.pk for row in asked or (make_asked(),)]
    return circulate(subject=make_subject(**fields), addressees=keys, days=days, by=by)  # type: ignore[arg-type]


def make_signatory(organisation: Organisation, *, is_deputy: bool = False) -> Principal:
    """Somebody who signs for it."""
    user = make_user()
    Post.objects.create(user=user, role=Role.SIGNATORY, house=organisation.house, is_deputy=is_deputy)
    return principal_of(user)


def sign(circulation: Circulation, organisation: Organisation, word: str = "agree", text: str = "") -> CoSignature:
    """Somebody of the organisation answers on the content as it is."""
    circulation.refresh_from_db()
    said = Word(word, text or ("Bitte ändern." if word in {"changes", "object"} else ""))
    by = make_signatory(organisation)
    seen = {circulation.pk: circulation.content_hash}
    return answer(seen=seen, organisation=organisation.pk, word=said, by=by)[0]
