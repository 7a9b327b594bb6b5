# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars by secret address: opened for oneself, revoked by oneself. The secret is told once and kept by nobody."""

import secrets
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.activities.models import CalendarFeed
from bruecke.records import journal
from bruecke.records.errors import NotAllowed


def hashed(secret: str) -> str:
    """What is kept of a secret address."""
    return sha256(secret.encode()).hexdigest()


@transaction.atomic
def open_feed(*, by: Principal) -> str:
    """Make a new secret address for oneself; returns the secret. An older one stops. Raises NotAllowed."""
    if by.user_id is None:
        raise NotAllowed
    close_feeds(by=by)
    secret = secrets.token_urlsafe(24)
    feed = CalendarFeed.objects.create(user_id=by.user_id, key_hash=hashed(secret))
    journal.record(feed, verb="opened", by=by)
    return secret


@transaction.atomic
def close_feeds(*, by: Principal) -> None:
    """Revoke one's own secret addresses. Raises NotAllowed."""
    if by.user_id is None:
        raise NotAllowed
    standing = CalendarFeed.objects.filter(user_id=by.user_id, revoked_at__isnull=True)
    feeds = list(standing)
    standing.update(revoked_at=timezone.now())
    if feeds:
        journal.record(*feeds, verb="revoked", by=by)
