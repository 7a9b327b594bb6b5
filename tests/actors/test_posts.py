# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who a signed-in person is, by the posts held today."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.actions import appoint, open_account
from bruecke.actors.models import Post
from bruecke.actors.queries import principal_of
from bruecke.records.models import JournalEntry
from tests.factories.people import make_house, make_user

pytestmark = pytest.mark.django_db


def test_a_post_of_a_unit_opens_the_ministry_too_but_no_other_unit() -> None:
    ministry = make_house("Ministerium")
    unit = make_house("Referat", parent=ministry)
    principal = principal_of(make_user(Role.REPORTER, house=unit))
    assert principal.houses == {ministry.pk, unit.pk}
    assert principal.units == {unit.pk}


def test_a_post_that_has_ended_gives_nothing() -> None:
    user = make_user(Role.COORDINATOR)
    Post.objects.filter(user=user).update(
        starts_on=timezone.localdate() - timedelta(days=9), ends_on=timezone.localdate() - timedelta(days=1)
    )
    assert principal_of(user).roles == frozenset()


def test_a_post_that_begins_tomorrow_gives_nothing_yet() -> None:
    user = make_user()
    appoint(
        user=user,
        role=Role.COORDINATOR,
        house=make_house(),
        by=SYSTEM,
        starts_on=timezone.localdate() + timedelta(days=1),
    )
    assert principal_of(user).roles == frozenset()


def test_who_somebody_is_takes_one_statement(django_assert_num_queries: object) -> None:
    user = make_user(Role.COORDINATOR, Role.SIGNATORY)
    with django_assert_num_queries(1):  # type: ignore[operator]
        principal_of(user)


def test_a_role_without_a_house_is_refused_by_the_database() -> None:
    user = make_user()
    with pytest.raises(IntegrityError):
        Post.objects.create(user=user, role=Role.COORDINATOR)


def test_an_account_is_opened_once_and_the_journal_knows() -> None:
    user = open_account(email="a@example.org", name="Anna Beispiel", by=SYSTEM)
    assert JournalEntry.objects.get(record_type="user", record_id=user.pk).verb == "opened"
    with pytest.raises(ValueError, match="account already"):
        open_account(email="A@example.org", name="Anna", by=SYSTEM)


def test_the_command_opens_an_account_with_a_role() -> None:
    house = make_house("Staatskanzlei")
    call_command("open_account", "k@example.org", "Kim K", "--role", "coordinator", "--house", house.key, verbosity=0)
    assert principal_of(User.objects.get(email="k@example.org")).roles == {Role.COORDINATOR}


def test_the_command_names_the_houses_where_the_given_one_is_unknown() -> None:
    house = make_house("Staatskanzlei")
    with pytest.raises(CommandError, match=house.key):
        call_command("open_account", "k@example.org", "Kim K", "--role", "coordinator", "--house", "nirgends")
    assert not User.objects.filter(email="k@example.org").exists()


def test_who_administers_accounts_for_a_house_reads_nothing_of_it() -> None:
    user, house = make_user(), make_house()
    appoint(user=user, role=Role.ADMINISTRATOR, house=house, by=SYSTEM)
    assert (principal_of(user).houses, principal_of(user).units) == (frozenset(), frozenset())


def test_the_first_account_of_an_empty_installation_opens_its_house() -> None:
    said = ("open_account", "k@example.org", "Kim K", "--role", "coordinator", "--house", "sk")
    with pytest.raises(CommandError, match="--house-name"):
        call_command(*said, verbosity=0)
    call_command(*said, "--house-name", "Staatskanzlei", verbosity=0)
    post = Post.objects.get()
    assert post.house is not None
    assert (post.house.key, post.house.name, post.role) == ("sk", "Staatskanzlei", "coordinator")
