# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who holds which role for which house, and who stands in for a time."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Post
from bruecke.actors.permissions import can_assign_post
from bruecke.records import journal
from bruecke.records.errors import NotAllowed, Refused

WITHOUT_HOUSE = (Role.ADMINISTRATOR, Role.AUDITOR)


@transaction.atomic
def assign_post(
    *,
    user_id: int,
    house_id: int | None,
    role: Role,
    starts_on: date,
    ends_on: date | None,
    is_deputy: bool,
    by: Principal,
) -> Post:
    """Give somebody a role for a house, for a time; is_deputy: in place of who holds it ("i. V.").

    Nobody appoints themselves. Raises NotAllowed, Refused.
    """
    if not can_assign_post(by, role=role, house_id=house_id, is_deputy=is_deputy) or by.user_id == user_id:
        raise NotAllowed
    if house_id is not None:
        # Two who appoint for the same house at once: the second sees the post of the first.
        House.objects.select_for_update().get(pk=house_id)
    post = Post(
        user_id=user_id, house_id=house_id, role=role, starts_on=starts_on, ends_on=ends_on, is_deputy=is_deputy
    )
    if problems := _problems(post):
        raise Refused(problems)
    post.save(force_insert=True)
    said = [str(role.value), starts_on.isoformat(), ends_on.isoformat() if ends_on else None, is_deputy]
    journal.record(User.objects.get(pk=user_id), verb="appointed", by=by, changes={"post": [None, said]})
    return post


def _problems(post: Post) -> dict[str, str]:
    problems = {}
    if post.house_id is None and post.role not in WITHOUT_HOUSE:
        problems["house_id"] = _("Es fehlt noch, für welches Haus.")
    if post.ends_on is None and post.is_deputy:
        problems["ends_on"] = _("Eine Vertretung gilt auf Zeit: Es fehlt noch, bis wann.")
    if post.ends_on is not None and post.ends_on < post.starts_on:
        problems["ends_on"] = _("Das Ende liegt vor dem Anfang.")
    if not problems and _overlapping(post):
        problems["user_id"] = _("Diese Person hat die Funktion in dieser Zeit schon.")
    return problems


def _overlapping(post: Post) -> bool:
    same = Post.objects.filter(user=post.user_id, house=post.house_id, role=post.role, is_deputy=post.is_deputy).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=post.starts_on)
    )
    return (same if post.ends_on is None else same.filter(starts_on__lte=post.ends_on)).exists()


@transaction.atomic
def end_post(*, post: Post, ends_on: date, by: Principal) -> Post:
    """Let a post end on a day, its last. What is past stays as it was. Raises NotAllowed, Refused."""
    current: Post = Post.objects.select_for_update().get(pk=post.pk)
    role = Role(current.role)
    if not can_assign_post(by, role=role, house_id=current.house_id, is_deputy=current.is_deputy):
        raise NotAllowed
    today = timezone.localdate()
    if current.ends_on is not None and current.ends_on < today:
        raise Refused({"": _("Diese Funktion ist schon zu Ende.")})
    if ends_on < current.starts_on:
        raise Refused({"ends_on": _("Das Ende liegt vor dem Anfang.")})
    if ends_on < today and current.starts_on <= today:
        raise Refused({"ends_on": _("Rückwirkend lässt sich nichts beenden: Was bis heute geschah, bleibt gültig.")})
    before = current.ends_on.isoformat() if current.ends_on else None
    current.ends_on = ends_on
    current.save(update_fields=("ends_on",))
    changes = {"post": [[role.value, before], [role.value, ends_on.isoformat()]]}
    journal.record(current.user, verb="post_ended", by=by, changes=changes)
    return current
