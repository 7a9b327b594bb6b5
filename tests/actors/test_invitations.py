# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invitations of partner institutions."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.actions.invitations import accept_invitation, hashed, invite, revoke_invitation
from bruecke.actors.models import Invitation, Post
from bruecke.actors.queries import invitation_of, own_institutions, principal_of, signing_organisations
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import JournalEntry
from tests.factories.institutions import make_institution, make_invitation, member_of
from tests.factories.people import make_house, make_organisation, make_principal, make_user

pytestmark = pytest.mark.django_db


def test_only_the_hash_of_the_secret_is_kept() -> None:
    invitation, secret = make_invitation()
    assert invitation.key_hash == hashed(secret) != secret
    assert secret not in str(list(Invitation.objects.values())) + str(list(JournalEntry.objects.values()))


def test_who_accepts_has_an_account_for_the_institution_and_nothing_else() -> None:
    invitation, secret = make_invitation(email="neu@stadt.example")
    user = accept_invitation(secret=secret)
    principal = principal_of(user)
    assert (user.email, user.has_usable_password()) == ("neu@stadt.example", False)
    assert (principal.roles, principal.is_staff) == ({Role.PARTNER}, False)
    assert list(own_institutions(principal)) == [invitation.organisation]
    assert Post.objects.get(user=user).house.is_partner


def test_a_link_is_good_once() -> None:
    _invitation, secret = make_invitation()
    accept_invitation(secret=secret)
    assert invitation_of(hashed(secret)) is None
    with pytest.raises(Refused):
        accept_invitation(secret=secret)
    assert User.objects.count() == 1


def test_a_link_that_is_over_revoked_or_unknown_opens_nothing() -> None:
    over, secret_over = make_invitation(email="a@x.example")
    Invitation.objects.filter(pk=over.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    revoked, secret_revoked = make_invitation(email="b@x.example")
    revoke_invitation(invitation=revoked, by=SYSTEM)
    for secret in (secret_over, secret_revoked, "unfug", ""):
        with pytest.raises(Refused):
            accept_invitation(secret=secret)
    assert User.objects.count() == 0


def test_a_second_invitation_of_an_address_stops_the_first() -> None:
    organisation = make_organisation("Stadt Plauen", kind="municipality")
    _first, old = make_invitation(organisation, "neu@stadt.example")
    _second, new = make_invitation(organisation, "NEU@stadt.example")
    with pytest.raises(Refused):
        accept_invitation(secret=old)
    assert accept_invitation(secret=new)


def test_an_address_with_an_account_is_not_invited() -> None:
    make_user(Role.REPORTER, email="Neu@Stadt.example")
    with pytest.raises(Refused):
        make_invitation(email="neu@stadt.example")


def test_a_ministry_is_no_partner_institution() -> None:
    with pytest.raises(Refused):
        make_invitation(make_organisation("Ministerium", house=make_house()))
    assert not Invitation.objects.exists()


def test_only_the_coordinator_invites_and_revokes() -> None:
    invitation, _secret = make_invitation()
    for role in (Role.FOCAL_POINT, Role.PARTNER, Role.ADMINISTRATOR, Role.AUDITOR, Role.LEADERSHIP):
        by = make_principal(role)
        with pytest.raises(NotAllowed):
            invite(organisation=invitation.organisation, email="x@y.example", name="X", by=by)
        with pytest.raises(NotAllowed):
            revoke_invitation(invitation=invitation, by=by)


def test_a_house_named_as_partner_without_the_role_owns_nothing() -> None:
    institution = make_institution()
    assert not own_institutions(make_principal(Role.REPORTER, house=institution.house)).exists()
    assert own_institutions(member_of(institution)).get() == institution
    assert not own_institutions(SYSTEM).exists()


def test_partner_institutions_are_not_asked_to_co_sign() -> None:
    institution, ministry = make_institution(), make_organisation("Ministerium", house=make_house())
    assert signing_organisations(principal=SYSTEM) == [ministry]
    assert institution.house is not None
