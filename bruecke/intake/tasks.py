# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the task worker does for this room."""

from django_tasks import task

from bruecke.accounts.models import User
from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.actors.queries import principal_of
from bruecke.intake.actions.answer_sheets import read_sheet_now
from bruecke.intake.actions.drafts import read_now
from bruecke.intake.actions.publishing import publish_now
from bruecke.intake.actions.table_check import check_now
from bruecke.intake.actions.table_write import write_now
from bruecke.intake.actions.tables import read_table_now
from bruecke.intake.models import AnswerSheet, ImportDraft, TableImport, TableState


@task()
def read_import(draft_id: int, user_id: int | None) -> None:
    """Read an uploaded document."""
    read_now(draft=ImportDraft.objects.get(pk=draft_id), by=_principal(user_id))


@task()
def publish_import(draft_id: int, user_id: int | None) -> None:
    """Publish a reviewed draft as an edition, or go on where an interrupted run stopped."""
    publish_now(draft=ImportDraft.objects.get(pk=draft_id), by=_principal(user_id))


@task()
def read_answer_sheet(sheet_id: int, user_id: int | None) -> None:
    """Read what a partner institution answered in a spreadsheet."""
    read_sheet_now(sheet=AnswerSheet.objects.get(pk=sheet_id), by=_principal(user_id))


@task()
def work_on_table(table_id: int, user_id: int | None) -> None:
    """Do the step that the state of an uploaded table says, or go on where an interrupted run stopped."""
    table, by = TableImport.objects.get(pk=table_id), _principal(user_id)
    if table.state == TableState.READING:
        read_table_now(table=table, by=by)
    elif table.state == TableState.CHECKING:
        check_now(table=table, by=by)
    elif table.state == TableState.WRITING:
        write_now(table=table, by=by)


def _principal(user_id: int | None) -> Principal:
    return principal_of(User.objects.get(pk=user_id)) if user_id else SYSTEM
