# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calendars by secret address."""

from django.db import models
from django.utils import timezone

from bruecke.accounts.models import User


class CalendarFeed(models.Model):
    """A calendar somebody subscribed to by a secret address. key_hash: SHA-256 of the secret, which is kept nowhere."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.made_at:%Y-%m-%d}"
