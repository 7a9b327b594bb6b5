# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounts and who they are."""

from itertools import count

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Organisation, OrganisationKind, Post
from bruecke.actors.queries import principal_of

_number = count(1)


def make_house(name: str = "", *, parent: House | None = None) -> House:
    """A house of its own name."""
    n = next(_number)
    return House.objects.create(key=f"house-{n}", name=name or f"Haus {n}", parent=parent)


def make_user(*roles: Role, house: House | None = None, email: str = "", password: str = "") -> User:
    """Somebody who holds `roles` for `house` (a new one where none is given)."""
    n = next(_number)
    user = User.objects.create_user(
        username=f"user-{n}", email=email or f"user-{n}@example.org", password=password or None
    )
    for role in roles:
        needs_house = role not in {Role.ADMINISTRATOR, Role.AUDITOR}
        house = house or (make_house() if needs_house else None)
        Post.objects.create(user=user, role=role, house=house)
    return user


def make_principal(*roles: Role, house: House | None = None) -> Principal:
    """The Principal of such a user."""
    return principal_of(make_user(*roles, house=house))


def make_organisation(name: str = "", **fields: object) -> Organisation:
    """A published ministry unless `fields` say otherwise."""
    n = next(_number)
    values: dict[str, object] = {
        "key": f"organisation-{n}",
        "name": name or f"Ministerium {n}",
        "kind": OrganisationKind.MINISTRY,
        "visibility": "published",
    }
    return Organisation.objects.create(**(values | fields))
