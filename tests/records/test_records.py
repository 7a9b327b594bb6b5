# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Version lock, journal, visibility, form drafts, jobs."""

import pytest
from django.db import IntegrityError

from bruecke.accounts.principal import PUBLIC, SYSTEM, Role
from bruecke.actors.models import Organisation
from bruecke.records import actions, journal
from bruecke.records.errors import StaleRecord
from bruecke.records.models import FormDraft, Job, JobState, JournalEntry
from tests.factories.people import make_house, make_organisation, make_principal

pytestmark = pytest.mark.django_db


def test_a_change_writes_history_journal_and_the_next_version() -> None:
    record = make_organisation("Alt")
    saved = actions.change(record, expected=1, fields={"short_name": "neu"}, by=SYSTEM, why="umbenannt")
    entry = JournalEntry.objects.get(record_type="organisation", record_id=record.pk)
    assert (saved.version, entry.changes, entry.why) == (2, {"short_name": ["", "neu"]}, "umbenannt")
    assert saved.history.first().history_change_reason == "umbenannt"


def test_a_change_that_changes_nothing_writes_nothing() -> None:
    record = make_organisation("Gleich")
    actions.change(record, expected=1, fields={"kind": record.kind}, by=SYSTEM)
    assert Organisation.objects.get(pk=record.pk).version == 1
    assert not JournalEntry.objects.filter(record_id=record.pk, record_type="organisation").exists()


def test_the_second_of_two_editors_is_told() -> None:
    record = make_organisation("Eins")
    actions.change(record, expected=1, fields={"short_name": "erste"}, by=SYSTEM)
    with pytest.raises(StaleRecord) as error:
        actions.change(record, expected=1, fields={"short_name": "zweite"}, by=SYSTEM)
    assert error.value.record.short_name == "erste"


def test_every_act_counts_the_published_version_up() -> None:
    record = make_organisation()
    before = journal.published_version()
    journal.record(record, verb="changed", by=SYSTEM)
    assert journal.published_version() == before + 1


@pytest.mark.parametrize(
    ("level", "seen"), [("published", True), ("ministries", False), ("named", False), ("unit", False)]
)
def test_the_public_sees_only_what_is_published(level: str, seen: bool) -> None:
    make_organisation(visibility=level)
    assert Organisation.objects.visible_to(PUBLIC).exists() is seen


def test_a_named_house_sees_what_another_does_not() -> None:
    own, other = make_house(), make_house()
    record = make_organisation(visibility="named")
    record.named_houses.add(own)
    insider, outsider = make_principal(Role.REPORTER, house=own), make_principal(Role.COORDINATOR, house=other)
    assert list(Organisation.objects.visible_to(insider)) == [record]
    assert list(Organisation.objects.visible_to(outsider)) == []


def test_a_record_named_to_two_houses_of_one_person_shows_once() -> None:
    ministry = make_house()
    unit = make_house(parent=ministry)
    record = make_organisation(visibility="named")
    record.named_houses.add(ministry, unit)
    assert list(Organisation.objects.visible_to(make_principal(Role.REPORTER, house=unit))) == [record]


def test_a_units_record_shows_to_the_unit_and_not_to_the_rest_of_the_ministry() -> None:
    ministry = make_house()
    unit = make_house(parent=ministry)
    make_organisation(visibility="unit", owner=unit)
    assert Organisation.objects.visible_to(make_principal(Role.REPORTER, house=unit)).exists()
    assert not Organisation.objects.visible_to(make_principal(Role.FOCAL_POINT, house=ministry)).exists()


def test_a_partner_institution_is_no_staff() -> None:
    make_organisation(visibility="ministries")
    assert not Organisation.objects.visible_to(make_principal(Role.PARTNER)).exists()


def test_a_forms_draft_is_kept_once_and_dropped() -> None:
    by = make_principal(Role.COORDINATOR)
    actions.keep_draft(by=by, address="/x/", fields={"a": "1"})
    actions.keep_draft(by=by, address="/x/", fields={"a": "2"})
    assert FormDraft.objects.get(user_id=by.user_id).fields == {"a": "2"}
    actions.drop_draft(by=by, address="/x/")
    assert not FormDraft.objects.exists()


def test_a_job_tells_how_far_it_is_and_how_it_ended() -> None:
    job = actions.start_job(kind="read", title="Lesen", by=SYSTEM, total=3)
    actions.move_job(job.pk, done=2, message="Seite 2")
    job.refresh_from_db()
    assert (job.state, job.done, job.message) == (JobState.RUNNING, 2, "Seite 2")
    actions.end_job(job.pk, failed=True, message="Die Datei ist leer.")
    job.refresh_from_db()
    assert (job.state, job.message, job.ended_at is not None) == (JobState.FAILED, "Die Datei ist leer.", True)


def test_a_job_cannot_be_more_than_done() -> None:
    with pytest.raises(IntegrityError):
        Job.objects.create(kind="read", title="Lesen", done=4, total=3)
