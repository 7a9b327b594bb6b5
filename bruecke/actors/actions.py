# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs on accounts, houses and posts (here and not in accounts, because the journal lies above that room), and what
people fill in on organisations: the verbs for that are those of records.editing."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Organisation, Post
from bruecke.actors.permissions import can_edit_organisation
from bruecke.records import journal
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, enter, free_key, in_languages, title_problem


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


def _organisation_problems(organisation: Organisation, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name."))
    since, until = values["valid_from"], values["valid_until"]
    if since and until and until < since:
        problems["valid_until"] = _("Das Ende liegt vor dem Anfang.")
    problems |= _parent_problem(organisation, values["parent_id"], by)
    return problems or _namesake_problem(organisation, values, by)


def _parent_problem(organisation: Organisation, parent: int | None, by: Principal) -> dict[str, str]:
    if parent is None or parent == organisation.parent_id:
        return {}
    if not Organisation.objects.visible_to(by).filter(pk=parent).exists():
        return {"parent_id": _("Diese Einrichtung ist nicht mehr da.")}
    above: set[int] = set()
    at: int | None = parent
    while at is not None and at not in above:
        above.add(at)
        at = Organisation.objects.filter(pk=at).values_list("parent_id", flat=True).first()
    if organisation.pk in above:
        return {"parent_id": _("Eine Einrichtung gehört nicht zu sich selbst oder zu einem ihrer Teile.")}
    return {}


def _namesake_problem(organisation: Organisation, values: Values, by: Principal) -> dict[str, str]:
    """The same one twice, for instance because the button was pressed twice; what is hidden is not told of."""
    name = values["name_de"]
    if not name or name == organisation.name_de:  # type: ignore[attr-defined]
        return {}
    others = Organisation.objects.visible_to(by).exclude(pk=organisation.pk)
    same = others.filter(name_de__iexact=name, parent=values["parent_id"], kind=values["kind"])
    return {"name_de": _("Eine Einrichtung dieses Namens gibt es schon.")} if same.exists() else {}


ORGANISATION: Fillable[Organisation] = Fillable(
    (
        *in_languages("name"),
        *in_languages("short_name"),
        "kind",
        "parent_id",
        "valid_from",
        "valid_until",
        *OF_EVERY_RECORD,
    ),
    can_edit_organisation,
    _organisation_problems,
)


@transaction.atomic
def enter_organisation(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Organisation:
    """Enter an organisation. fields: names of ORGANISATION. Raises NotAllowed, Refused."""
    titles = (str(fields[name]) for name in in_languages("name") if fields.get(name))
    record = Organisation(key=free_key(Organisation, next(titles, "")))
    return enter(record=record, rules=ORGANISATION, fields=fields, by=by, why=why, draft=draft)
