# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partner institutions confirm or correct; the coordinator decides."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bruecke.accounts.principal import PUBLIC, SYSTEM, Role
from bruecke.intake.actions.answers import accept_correction, confirm, propose, refuse_correction
from bruecke.intake.answerable import own_record
from bruecke.intake.models import Confirmation, Correction, CorrectionState
from bruecke.intake.queries.answers import institutions, open_proposals, own_side
from bruecke.partnerships.actions.records import PARTNERSHIP
from bruecke.records.editing import fill_in
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.factories.activities import make_activity, make_involvement
from tests.factories.actors import make_person
from tests.factories.institutions import make_correction, make_institution, make_own, member_of
from tests.factories.partnerships import make_agreement
from tests.factories.people import make_organisation, make_principal

pytestmark = pytest.mark.django_db


def test_an_institution_sees_standing_partnerships_it_holds_or_is_partner_of() -> None:
    institution = make_institution()
    held = make_own(institution, "A")
    joined = make_own(make_organisation(), "B", visibility="published")
    joined.partners.add(institution)
    make_own(make_organisation(), "Fremd")
    make_own(institution, "Kandidat", state="examined")
    make_own(institution, "Beendet", state="ended")
    make_own(institution, "Benannt", visibility="named")
    make_own(institution, "Referat", visibility="unit")
    agreement = make_agreement(held, visibility="ministries")
    make_agreement(held, visibility="unit")
    own = own_side(member_of(institution))
    assert own is not None
    assert (own.institution, own.partnerships, own.agreements) == (institution, [held, joined], [agreement])


def test_of_activities_it_sees_published_ones_and_others_once_they_were_held() -> None:
    institution = make_institution()
    published, held = make_activity("Messe"), make_activity("Reise", visibility="ministries", state="held")
    others = [
        make_activity("Plan", visibility="ministries"),
        make_activity("Geheim", visibility="unit", state="held"),
        make_activity("Idee", state="idea"),
    ]
    for activity in (published, held, *others):
        make_involvement(activity, organisation=institution)
    invited = make_activity("Nur eingeladen", visibility="ministries", state="held")
    make_involvement(invited, role="declined", organisation=institution)
    own = own_side(member_of(institution))
    assert own is not None
    assert {str(activity) for activity in own.activities} == {"Messe", "Reise"}


def test_of_people_it_sees_its_own_contacts_only() -> None:
    institution = make_institution()
    partnership = make_own(institution)
    ours = make_person("Olga Ours", organisation=institution)
    people = (
        ours,
        make_person("Fremd", organisation=make_organisation()),
        make_person("Geheim", organisation=institution, visibility="unit"),
    )
    partnership.contacts.add(*people)
    make_person("Nicht verbunden", organisation=institution)
    own = own_side(member_of(institution))
    assert own is not None
    assert own.contacts == [ours]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.REPORTER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_nobody_else_has_an_own_side(role: Role) -> None:
    institution = make_institution()
    own = make_own(institution)
    by = make_principal(role, house=institution.house)
    for principal in (by, PUBLIC, SYSTEM):
        assert own_side(principal) is None
        with pytest.raises(NotAllowed):
            confirm(records=[("partnership", own.pk)], by=principal)
        with pytest.raises(NotAllowed):
            propose(kind="partnership", pk=own.pk, fields={"since": "2001"}, note="", by=principal)


def test_an_institution_answers_for_nothing_of_others() -> None:
    by, foreign = member_of(make_institution()), make_own(make_institution("Görlitz"))
    for kind, pk in (("partnership", foreign.pk), ("organisation", foreign.holder_id or 0), ("house", 1), ("x", 1)):
        assert own_record(kind, pk, by) is None
        with pytest.raises(NotAllowed):
            confirm(records=[(kind, pk)], by=by)
    assert not Confirmation.objects.exists()


def test_confirming_twice_in_a_year_is_one_confirmation() -> None:
    institution = make_institution()
    own, by = make_own(institution), member_of(institution)
    for _ in range(2):
        confirm(records=[("partnership", own.pk), ("organisation", institution.pk)], by=by)
    assert Confirmation.objects.count() == 2
    side = own_side(by)
    assert side is not None
    assert set(side.confirmed) == {("partnership", own.pk), ("organisation", institution.pk)}


def test_a_proposal_changes_nothing_until_it_is_accepted_and_the_journal_says_whose_it_was() -> None:
    correction = make_correction()
    [proposal] = open_proposals(principal=SYSTEM)
    assert (proposal.correction, proposal.record.since) == (correction, "1999")  # type: ignore[attr-defined]
    accept_correction(correction=correction, expected=proposal.record.version, by=make_principal(Role.COORDINATOR))
    proposal.record.refresh_from_db()
    assert proposal.record.since == "2001"  # type: ignore[attr-defined]
    entry = JournalEntry.objects.get(record_type="partnership", verb="changed")
    assert entry.why == "Auf Vorschlag von Stadt Zittau"
    assert Correction.objects.get().state == CorrectionState.ACCEPTED
    assert Confirmation.objects.get().record_id == proposal.record.pk


def test_a_proposal_is_refused_with_a_reason_that_the_institution_reads() -> None:
    institution = make_institution()
    correction, by = make_correction(institution), make_principal(Role.COORDINATOR)
    with pytest.raises(Refused):
        refuse_correction(correction=correction, reason=" ", by=by)
    refuse_correction(correction=correction, reason="Die Urkunde sagt 1999.", by=by)
    side = own_side(member_of(institution))
    assert side is not None
    assert [row.reason for row in side.proposed.values()] == ["Die Urkunde sagt 1999."]
    with pytest.raises(Refused):
        accept_correction(correction=correction, expected=1, by=by)


def test_a_record_that_was_changed_meanwhile_is_not_overwritten() -> None:
    correction = make_correction()
    [proposal] = open_proposals(principal=SYSTEM)
    fill_in(record=proposal.record, rules=PARTNERSHIP, expected=1, fields={"since": "1998"}, why="", by=SYSTEM)
    with pytest.raises(StaleRecord):
        accept_correction(correction=correction, expected=1, by=SYSTEM)
    assert Correction.objects.get().state == CorrectionState.OPEN


def test_a_new_proposal_takes_the_place_of_the_open_one() -> None:
    institution = make_institution()
    first, by = make_correction(institution), member_of(institution)
    second = propose(kind="partnership", pk=first.record_id, fields={"since": "1999"}, note="Anrede falsch", by=by)
    assert (second.pk, second.fields, second.note, Correction.objects.count()) == (first.pk, {}, "Anrede falsch", 1)


def test_a_proposal_that_says_nothing_or_nonsense_is_refused_in_words() -> None:
    institution = make_institution()
    agreement, by = (
        make_agreement(make_own(institution), signed_on="2000", visibility="ministries"),
        member_of(institution),
    )
    for fields, name in (
        ({"signed_on": "2000"}, ""),
        ({"ends_on": "1999"}, "ends_on"),
        ({"title": ""}, "title"),
    ):
        with pytest.raises(Refused) as refusal:
            propose(kind="agreement", pk=agreement.pk, fields=fields, note="", by=by)
        assert list(refusal.value.problems) == [name]
    assert not Correction.objects.exists()


@pytest.mark.parametrize("role", [Role.FOCAL_POINT, Role.PARTNER, Role.AUDITOR, Role.ADMINISTRATOR, Role.LEADERSHIP])
def test_only_the_coordinator_decides(role: Role) -> None:
    correction, by = make_correction(), make_principal(role)
    with pytest.raises(NotAllowed):
        accept_correction(correction=correction, expected=1, by=by)
    with pytest.raises(NotAllowed):
        refuse_correction(correction=correction, reason="x", by=by)


def test_who_has_not_confirmed_for_a_year_stands_first() -> None:
    fresh, late, never = (make_institution(name) for name in ("A", "B", "C"))
    for institution, days in ((fresh, 300), (late, 400)):
        confirm(records=[("organisation", institution.pk)], by=member_of(institution))
        moment = timezone.now() - timedelta(days=days)
        Confirmation.objects.filter(organisation=institution).update(confirmed_at=moment)
    found = institutions(principal=SYSTEM)
    assert [(str(row.organisation), row.is_due) for row in found] == [("B", True), ("C", True), ("A", False)]
    assert never.pk == found[1].organisation.pk


def test_proposals_on_records_that_were_closed_to_the_coordinator_are_not_shown() -> None:
    correction = make_correction()
    [proposal] = open_proposals(principal=SYSTEM)
    type(proposal.record).objects.filter(pk=correction.record_id).update(visibility="unit")  # type: ignore[attr-defined]
    assert open_proposals(principal=make_principal(Role.COORDINATOR)) == []
