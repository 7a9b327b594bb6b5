# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads about organisations and posts."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Organisation, Person, Post


def principal_of(user: User) -> Principal:
    """The Principal of a signed-in user, from the posts held today; one statement."""
    today = timezone.localdate()
    posts = list(
        Post.objects.filter(
            Q(ends_on__isnull=True) | Q(ends_on__gte=today), user=user, starts_on__lte=today
        ).values_list("role", "house_id", "house__parent_id")
    )
    units = frozenset(house for _, house, _ in posts if house)
    parents = frozenset(parent for _, _, parent in posts if parent)
    return Principal(
        user_id=user.pk,
        label=str(user),
        roles=frozenset(Role(role) for role, _, _ in posts),
        houses=units | parents,
        units=units,
    )


def signs_for(principal: Principal, *, on: date | None = None) -> dict[int, bool]:
    """Houses (by key) that somebody co-signs for on a day (today), with whether only as a deputy; one statement.

    Nobody signs for a house by another role, and the system signs for none.
    """
    if not principal.has(Role.SIGNATORY) or principal.user_id is None:
        return {}
    day = on or timezone.localdate()
    posts = Post.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day),
        user=principal.user_id,
        role=Role.SIGNATORY,
        starts_on__lte=day,
        house__isnull=False,
    )
    # Who holds the post and stands in as well signs as the one who holds it.
    return {
        house: is_deputy for house, is_deputy in posts.order_by("-is_deputy").values_list("house", "is_deputy") if house
    }


def seen_organisation(pk: int, *, principal: Principal) -> Organisation:
    """An organisation; one statement. Raises Organisation.DoesNotExist."""
    organisation: Organisation = Organisation.objects.visible_to(principal).get(pk=pk)
    return organisation


def seen_organisations(*, principal: Principal) -> list[Organisation]:
    """All organisations that `principal` may know of, by name; one statement."""
    return list(Organisation.objects.visible_to(principal).order_by("name_de", "pk"))


def seen_people(*, principal: Principal) -> list[Person]:
    """All people that `principal` may know of, by name, without the erased and the merged; one statement."""
    people = Person.objects.visible_to(principal).filter(erased_on=None, merged_into=None)
    return list(people.order_by("name", "pk"))


def signing_organisations(*, principal: Principal) -> list[Organisation]:
    """Organisations with a house, so that somebody can sign for them, by name; one statement."""
    return list(Organisation.objects.visible_to(principal).filter(house__isnull=False).order_by("name_de", "pk"))
