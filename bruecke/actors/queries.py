# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads about organisations and posts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.models import Invitation, Organisation, Person, Post
from bruecke.actors.names import are_alike, name_key
from bruecke.records.models import RecordQuerySet


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


def seen_among(keys: Iterable[int | None], *, principal: Principal) -> set[int]:
    """Those of the organisations that `principal` may know of; one statement."""
    return set(Organisation.objects.visible_to(principal).filter(pk__in={*keys} - {None}).values_list("pk", flat=True))


def people(*, principal: Principal) -> RecordQuerySet[Person]:
    """People that `principal` may know of, without those erased or merged into another."""
    return Person.objects.visible_to(principal).filter(erased_on__isnull=True, merged_into__isnull=True)


def listed_people(text: str, *, is_due: bool, principal: Principal) -> RecordQuerySet[Person]:
    """People by name whose name holds `text` in any spelling; is_due: only those whose data is to be reviewed."""
    rows = people(principal=principal).select_related("organisation").order_by("name_key", "pk")
    for word in name_key(text).split():
        rows = rows.filter(name_key__contains=word)
    return rows.filter(review_on__lte=timezone.localdate()) if is_due else rows


def similar_people(name: str, *, principal: Principal, but: int = 0) -> list[Person]:
    """People whose name may be this one under another spelling or in another script; two statements."""
    wanted = name_key(name)
    if not wanted:
        return []
    known = people(principal=principal).exclude(pk=but)
    keys = [pk for pk, key in known.values_list("pk", "name_key") if are_alike(wanted, key)]
    return list(known.filter(pk__in=keys).order_by("name_key", "pk")) if keys else []


def references(person: Person) -> Iterator[tuple[models.QuerySet[Any], str]]:
    """Rows of every table that name somebody, with the column that does; links between tables as their own rows."""
    for relation in Person._meta.get_fields(include_hidden=True):
        if not relation.auto_created or not (relation.one_to_many or relation.one_to_one):
            continue
        model, column = relation.related_model, relation.field.name  # type: ignore[union-attr]
        if model is not Person and not hasattr(model, "instance_type"):
            yield model._base_manager.filter(**{column: person}), column  # type: ignore[union-attr]


@dataclass(frozen=True, slots=True)
class Held:
    """One thing the office holds about a person. what: name of the table in words; text: the row in words."""

    what: str
    text: str


def held_about(person: Person) -> list[Held]:
    """Every row that names somebody, whoever may see it: for the answer the person is owed (Article 15 GDPR)."""
    found = []
    for rows, _column in references(person):
        what = str(rows.model._meta.verbose_name)
        for row in rows:
            links = [getattr(row, field.name) for field in row._meta.fields if field.is_relation]
            named = [str(link) for link in links if link is not None and link != person]
            found.append(Held(what, ", ".join([*named, *([] if row._meta.auto_created else [str(row)])])))
    return found


def seen_people(*, principal: Principal) -> list[Person]:
    """All people that `principal` may know of, by name, without the erased and the merged; one statement."""
    return list(people(principal=principal).order_by("name_key", "pk"))


def signing_organisations(*, principal: Principal) -> list[Organisation]:
    """Organisations with a house of the government, so that somebody can sign for them, by name; one statement."""
    return list(Organisation.objects.visible_to(principal).filter(house__is_partner=False).order_by("name_de", "pk"))


def partner_institutions(*, principal: Principal) -> list[Organisation]:
    """Institutions that were invited at any time and that `principal` may know of, by name; one statement."""
    known = Organisation.objects.visible_to(principal).filter(house__is_partner=True)
    return list(known.select_related("house").order_by("name_de", "pk"))


def own_institutions(principal: Principal) -> RecordQuerySet[Organisation]:
    """The institutions that somebody has an account for as a partner institution; none for anybody else."""
    houses = principal.units if Role.PARTNER in principal.roles else frozenset()
    rows: RecordQuerySet[Organisation] = Organisation.objects.filter(house__in=houses, house__is_partner=True)
    return rows


def open_invitations() -> list[Invitation]:
    """Invitations that still can be accepted, with their institutions; one statement."""
    standing = Invitation.objects.filter(revoked_at__isnull=True, accepted_at__isnull=True)
    return list(standing.filter(expires_at__gt=timezone.now()).select_related("organisation").order_by("-pk"))


def invitation_of(key_hash: str) -> Invitation | None:
    """The invitation of a secret, by its hash, if it can still be accepted; one statement."""
    standing = Invitation.objects.filter(key_hash=key_hash, revoked_at__isnull=True, accepted_at__isnull=True)
    return standing.filter(expires_at__gt=timezone.now()).select_related("organisation").first()


def posts(*, day: date, is_past: bool = False) -> list[Post]:
    """Posts of a day and later ones, or those over before; by house, role and name; one statement."""
    over = Q(ends_on__lt=day)
    rows = Post.objects.select_related("user", "house").filter(over if is_past else ~over | Q(ends_on__isnull=True))
    return list(rows.order_by("house__name", "role", "is_deputy", "user__last_name", "pk"))


def appointable() -> list[User]:
    """Accounts that a post may be given to; one statement."""
    return list(User.objects.filter(is_active=True).order_by("last_name", "first_name", "email"))


def seen_post(pk: int) -> Post:
    """A post with its person and house; one statement. Raises Post.DoesNotExist."""
    return Post.objects.select_related("user", "house").get(pk=pk)
