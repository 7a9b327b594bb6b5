# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads about organisations and posts."""

from django.db.models import Q
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Organisation, Post


def principal_of(user: User) -> Principal:
    """The Principal of a signed-in user, from the posts held today; one statement."""
    today = timezone.localdate()
    posts = list(
        Post.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=today), user=user, starts_on__lte=today
        ).values_list("role", "house_id", "house__parent_id")
    )
    # Who administers accounts for a house reads nothing by that.
    reading = [(house, parent) for role, house, parent in posts if role != Role.ADMINISTRATOR]
    units = frozenset(house for house, _ in reading if house)
    parents = frozenset(parent for _, parent in reading if parent)
    return Principal(
        user_id=user.pk,
        label=str(user),
        roles=frozenset(Role(role) for role, _, _ in posts),
        houses=units | parents,
        units=units,
    )


def seen_organisation(pk: int, *, principal: Principal) -> Organisation:
    """An organisation; one statement. Raises Organisation.DoesNotExist."""
    organisation: Organisation = Organisation.objects.visible_to(principal).get(pk=pk)
    return organisation


def seen_organisations(*, principal: Principal) -> list[Organisation]:
    """All organisations that `principal` may know of, by name; one statement."""
    return list(Organisation.objects.visible_to(principal).order_by("name_de", "pk"))
