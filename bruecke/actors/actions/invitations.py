# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partner institutions are invited by a link; who opens it has an account for the institution and nothing else."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import Principal, Role
from bruecke.actors.actions.accounts import appoint, open_account, open_house
from bruecke.actors.models import Invitation, Organisation
from bruecke.actors.permissions import can_invite
from bruecke.records import journal
from bruecke.records.actions import change
from bruecke.records.errors import NotAllowed, Refused

VALID_FOR = timedelta(days=14)


def hashed(secret: str) -> str:
    """What is kept of the secret of an invitation."""
    return sha256(secret.encode()).hexdigest()


@transaction.atomic
def invite(*, organisation: Organisation, email: str, name: str, by: Principal) -> str:
    """Invite somebody for an institution; returns the secret, which nobody can tell again. Raises NotAllowed, Refused.

    An earlier invitation of the same address stops.
    """
    if not can_invite(by):
        raise NotAllowed
    if User.objects.filter(email__iexact=email).exists():
        raise Refused({"email": _("Zu dieser Adresse gibt es schon ein Konto.")})
    _ensure_house(organisation, by)
    now = timezone.now()
    standing = Invitation.objects.filter(email__iexact=email, revoked_at__isnull=True, accepted_at__isnull=True)
    standing.update(revoked_at=now)
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email,
        name=name,
        key_hash=hashed(secret),
        invited_by_id=by.user_id,
        expires_at=now + VALID_FOR,
    )
    journal.record(invitation, verb="invited", by=by)
    return secret


def _ensure_house(organisation: Organisation, by: Principal) -> House:
    """The institution's own circle. A ministry has one of another kind and is never a partner institution."""
    current = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if current.house is not None:
        if not current.house.is_partner:
            raise Refused({"": _("Ein Ressort ist keine Partnereinrichtung; sein Konto legt die Administration an.")})
        return current.house
    house = open_house(key=f"partner-{current.pk}", name=current.name[:200], by=by, is_partner=True)
    change(
        current, expected=current.version, fields={"house": house}, by=by, why=_("Als Partnereinrichtung eingeladen")
    )
    return house


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: Principal) -> None:
    """The link stops; one that was used already stays used. Raises NotAllowed."""
    if not can_invite(by):
        raise NotAllowed
    current = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if current.revoked_at is None and current.accepted_at is None:
        current.revoked_at = timezone.now()
        current.save(update_fields=("revoked_at",))
        journal.record(current, verb="revoked", by=by)


@transaction.atomic
def accept_invitation(*, secret: str) -> User:
    """Open the account of the invited person, without a password yet. Raises Refused where the link is used or over."""
    invitation = Invitation.objects.select_for_update().filter(key_hash=hashed(secret)).first()
    is_over = invitation is None or invitation.revoked_at or invitation.accepted_at
    if invitation is None or is_over or invitation.expires_at <= timezone.now():
        raise Refused({"": _("Diese Einladung gilt nicht mehr.")})
    if User.objects.filter(email__iexact=invitation.email).exists():
        raise Refused({"": _("Zu dieser Adresse gibt es schon ein Konto.")})
    by = Principal(label=invitation.name)
    user = open_account(email=invitation.email, name=invitation.name, by=by)
    appoint(user=user, role=Role.PARTNER, house=invitation.organisation.house, by=by)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=("accepted_at",))
    journal.record(invitation, verb="accepted", by=by)
    return user
