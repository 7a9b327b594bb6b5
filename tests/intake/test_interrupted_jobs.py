# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A worker that was killed leaves work that a person can take up again, and no second worker on the same work."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM
from bruecke.intake.actions import retry, store_upload
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import ImportDraft, ImportState
from bruecke.records.actions import move_job
from bruecke.records.models import Job

pytestmark = pytest.mark.django_db
PLAN = (
    "# Plan\n\nFolgende Maßnahmen könnten ergriffen werden:\n\n- Ausbau des Austauschs\n- Prüfung neuer Wege\n".encode()
)


@pytest.fixture
def silent() -> ImportDraft:
    """A document whose reading began and gave no sign of life for longer than any step takes."""
    draft = store_upload(data=PLAN, file_name="plan.md", by=SYSTEM)
    assert draft.job_id is not None
    move_job(draft.job_id)
    Job.objects.filter(pk=draft.job_id).update(moved_at=timezone.now() - Job.QUIET - timedelta(seconds=1))
    draft.refresh_from_db()
    return draft


def test_an_interrupted_reading_is_taken_up_again(silent: ImportDraft) -> None:
    retry(draft=silent, by=SYSTEM)
    silent.refresh_from_db()
    assert (silent.state, silent.proposals.filter(kind="measure").count()) == (ImportState.WAITING, 2)


def test_a_reading_that_goes_on_is_not_begun_twice() -> None:
    draft = store_upload(data=PLAN, file_name="plan.md", by=SYSTEM)
    assert draft.job_id is not None
    move_job(draft.job_id)
    with pytest.raises(IntakeRefused):
        retry(draft=draft, by=SYSTEM)


def test_the_page_of_an_interrupted_reading_offers_to_go_on(silent: ImportDraft, coordinator_client: Client) -> None:
    page = coordinator_client.get(f"/einlesen/{silent.pk}/")
    assert 'value="retry"' in page.content.decode()
    assert "Refresh" not in page.headers


def test_a_job_that_never_reached_a_worker_is_taken_up_too(coordinator_client: Client) -> None:
    """The server was killed between storing the document and handing it over."""
    draft = store_upload(data=PLAN, file_name="plan.md", by=SYSTEM)
    assert 'value="retry"' not in coordinator_client.get(f"/einlesen/{draft.pk}/").content.decode()
    Job.objects.filter(pk=draft.job_id).update(moved_at=timezone.now() - Job.QUIET - timedelta(seconds=1))
    assert 'value="retry"' in coordinator_client.get(f"/einlesen/{draft.pk}/").content.decode()
    coordinator_client.post(f"/einlesen/{draft.pk}/auftrag/", {"act": "retry"})
    draft.refresh_from_db()
    assert draft.state == ImportState.WAITING
