# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the task worker does for this room."""

from django_tasks import task

from bruecke.accounts.models import User
from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.actors.queries import principal_of
from bruecke.intake.actions.drafts import read_now
from bruecke.intake.actions.publishing import publish_now
from bruecke.intake.models import ImportDraft


@task()
def read_import(draft_id: int, user_id: int | None) -> None:
    """Read an uploaded document."""
    read_now(draft=ImportDraft.objects.get(pk=draft_id), by=_principal(user_id))


@task()
def publish_import(draft_id: int, user_id: int | None) -> None:
    """Publish a reviewed draft as an edition, or go on where an interrupted run stopped."""
    publish_now(draft=ImportDraft.objects.get(pk=draft_id), by=_principal(user_id))


def _principal(user_id: int | None) -> Principal:
    return principal_of(User.objects.get(pk=user_id)) if user_id else SYSTEM
