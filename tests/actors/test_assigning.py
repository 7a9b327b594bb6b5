# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gives which post to whom, for how long."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.actions.posts import assign_post, end_post
from bruecke.actors.models import Post
from bruecke.actors.queries import principal_of, signs_for
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import JournalEntry
from tests.factories.people import make_house, make_principal, make_user
from tests.together import own_database

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def assigned(by: Principal, house: House | None, role: Role = Role.FOCAL_POINT, **said: object) -> Post:
    values: dict[str, object] = {"starts_on": TODAY(), "ends_on": TODAY() + timedelta(days=14), "is_deputy": True}
    values |= {"user_id": make_user().pk} | said
    return assign_post(by=by, house_id=house.pk if house else None, role=role, **values)  # type: ignore[arg-type]


def test_a_deputy_signs_for_the_house_as_long_as_named_and_no_longer() -> None:
    house, user = make_house(), make_user()
    by = make_principal(Role.SIGNATORY, house=house)
    assigned(by, house, Role.SIGNATORY, user_id=user.pk)
    assert signs_for(principal_of(user)) == {house.pk: True}
    assert signs_for(principal_of(user), on=TODAY() + timedelta(days=15)) == {}
    assert JournalEntry.objects.get().verb == "appointed"


@pytest.mark.parametrize(
    ("held", "role", "said"),
    [
        (Role.FOCAL_POINT, Role.SIGNATORY, {}),
        (Role.FOCAL_POINT, Role.COORDINATOR, {}),
        (Role.FOCAL_POINT, Role.FOCAL_POINT, {"is_deputy": False}),
        (Role.REPORTER, Role.REPORTER, {}),
        (Role.COORDINATOR, Role.FOCAL_POINT, {}),
        (Role.AUDITOR, Role.REPORTER, {}),
    ],
)
def test_nobody_gives_more_than_is_theirs_to_give(held: Role, role: Role, said: dict[str, object]) -> None:
    house = make_house()
    with pytest.raises(NotAllowed):
        assigned(make_principal(held, house=house), house, role, **said)
    assert not Post.objects.filter(is_deputy=True).exists()


def test_nobody_appoints_themselves_or_for_another_house() -> None:
    house, user = make_house(), make_user()
    Post.objects.create(user=user, role=Role.FOCAL_POINT, house=house)
    admin = make_user(Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        assigned(principal_of(user), house, user_id=user.pk)
    with pytest.raises(NotAllowed):
        assigned(principal_of(user), make_house())
    with pytest.raises(NotAllowed):
        assigned(principal_of(admin), house, Role.COORDINATOR, user_id=admin.pk, is_deputy=False)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ({"ends_on": None}, "ends_on"),
        ({"ends_on": date(2020, 1, 1)}, "ends_on"),
        ({"house": None}, "house_id"),
    ],
)
def test_what_is_missing_is_said_at_its_field(said: dict[str, object], at: str) -> None:
    values = {"house": make_house()} | said
    with pytest.raises(Refused) as refusal:
        assigned(make_principal(Role.ADMINISTRATOR), **values)  # type: ignore[arg-type]
    assert list(refusal.value.problems) == [at]


@pytest.mark.django_db(transaction=True)
def test_the_same_post_given_twice_at_once_stands_once(tmp_path: Path) -> None:
    house, user, by = make_house(), make_user(), make_principal(Role.ADMINISTRATOR)
    with own_database(tmp_path) as together:
        told = together(*[lambda: assigned(by, house, user_id=user.pk)] * 2)
        (count,) = together(lambda: Post.objects.filter(user=user).count())
    assert count == 1
    assert sorted(type(each).__name__ for each in told) == ["Post", "Refused"]


def test_a_post_ends_and_its_past_stands() -> None:
    house = make_house()
    by = make_principal(Role.ADMINISTRATOR)
    user = make_user()
    post = Post.objects.create(user=user, role=Role.REPORTER, house=house, starts_on=date(2020, 1, 1))
    with pytest.raises(Refused, match="Rückwirkend"):
        end_post(post=post, ends_on=TODAY() - timedelta(days=1), by=by)
    with pytest.raises(NotAllowed):
        end_post(post=post, ends_on=TODAY(), by=make_principal(Role.FOCAL_POINT, house=house))
    assert end_post(post=post, ends_on=TODAY(), by=by).ends_on == TODAY()
    assert principal_of(user).has(Role.REPORTER)
    Post.objects.filter(pk=post.pk).update(ends_on=TODAY() - timedelta(days=1))
    with pytest.raises(Refused, match="schon zu Ende"):
        end_post(post=post, ends_on=TODAY(), by=by)
