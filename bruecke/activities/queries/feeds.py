# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What calendar programs are told."""

from datetime import timedelta

from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import Principal
from bruecke.activities.actions.feeds import hashed
from bruecke.activities.life import PLANNING
from bruecke.activities.models import ActivityState, CalendarFeed
from bruecke.activities.queries.lines import Line, lines_of, place_names, visible_activities

BACK = timedelta(days=365)
MOST = 1000


def owner_of(secret: str) -> User | None:
    """Whose calendar a secret address is; None where it is none, or was revoked; one statement."""
    standing = CalendarFeed.objects.filter(key_hash=hashed(secret), revoked_at__isnull=True, user__is_active=True)
    feed = standing.select_related("user").first()
    return feed.user if feed else None


def has_feed(*, principal: Principal) -> bool:
    """Whether somebody has a secret address; one statement."""
    if principal.user_id is None:
        return False
    return CalendarFeed.objects.filter(user_id=principal.user_id, revoked_at__isnull=True).exists()


def feed_lines(*, principal: Principal) -> tuple[list[Line], dict[int, tuple[str, ...]]]:
    """Activities from a year ago on that are planned, approved or were held, with their places; two statements.

    Where there are more than MOST, the oldest are left out, not those to come.
    """
    since = timezone.localdate() - BACK
    rows = visible_activities(principal).filter(state__in=(*PLANNING, ActivityState.HELD), ends_by__gte=since)
    lines = lines_of(rows.order_by("-starts_from", "-pk")[:MOST])
    return lines, place_names(line.pk for line in lines)
