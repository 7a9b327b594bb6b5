# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs on accounts, houses and posts: here and not in accounts, because the journal lies above that room."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Post
from bruecke.records import journal


@transaction.atomic
def open_account(
    *, email: str, name: str, by: Principal, password: str | None = None, is_demonstration: bool = False
) -> User:
    """Make an account that signs in by `email`; without a password it cannot until one is set by mail.

    Raises ValueError where the address has an account already.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise ValueError(f"{email} has an account already")
    first, _, last = name.rpartition(" ")
    user = User.objects.create_user(
        username=email,
        email=email,
        password=password,
        first_name=first,
        last_name=last,
        is_demonstration=is_demonstration,
    )
    journal.record(user, verb="opened", by=by)
    return user


@transaction.atomic
def open_house(*, key: str, name: str, by: Principal, parent: House | None = None, is_partner: bool = False) -> House:
    """Make (or find by its key) the circle that sees a house's internal records."""
    house, made = House.objects.get_or_create(
        key=key, defaults={"name": name, "parent": parent, "is_partner": is_partner}
    )
    if made:
        journal.record(house, verb="opened", by=by)
    return house


@transaction.atomic
def appoint(
    *, user: User, role: Role, by: Principal, house: House | None = None, starts_on: date | None = None
) -> Post:
    """Give somebody a role from a day on (today). Everyone but administrators and auditors needs a house."""
    post = Post.objects.create(user=user, role=role, house=house, starts_on=starts_on or timezone.localdate())
    journal.record(user, verb="appointed", by=by, changes={"role": [None, role.value]})
    return post


@transaction.atomic
def open_demonstration_accounts(
    *, accounts: list[tuple[str, str, Role, House | None]], password: str, by: Principal
) -> None:
    """Make the accounts (e-mail, name, role, house) that do not exist yet; they work only while DEBUG is on."""
    for email, name, role, house in accounts:
        if not User.objects.filter(email=email).exists():
            user = open_account(email=email, name=name, by=by, password=password, is_demonstration=True)
            appoint(user=user, role=role, house=house, by=by)


@transaction.atomic
def open_appointed_account(
    *, email: str, name: str, role: Role, house: House | None, by: Principal, new_house: tuple[str, str] | None = None
) -> User:
    """Make an account with its first role. Raises ValueError where the address is taken or the house is missing.

    new_house: key and name of a house that is opened with the account, instead of `house`.
    """
    if new_house is not None:
        house = open_house(key=new_house[0], name=new_house[1], by=by)
    if house is None and role not in {Role.ADMINISTRATOR, Role.AUDITOR}:
        raise ValueError(f"Die Rolle {role.value} gilt für ein Haus; bitte --house angeben.")
    user = open_account(email=email, name=name, by=by)
    appoint(user=user, role=role, house=house, by=by)
    return user
