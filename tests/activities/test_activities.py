# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entering and editing an activity, and its life."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM, Principal, Role
from bruecke.activities.actions.activities import ACTIVITY, enter_activity
from bruecke.activities.actions.stages import approve_activity, cancel_activity, hold_activity, plan_activity
from bruecke.activities.life import moves
from bruecke.activities.models import Activity, ActivityState
from bruecke.partnerships.models import PartnershipState
from bruecke.records.editing import fields_of, fill_in, fill_in_again
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.factories.activities import make_activity, make_partnership
from tests.factories.people import make_house, make_organisation, make_principal
from tests.factories.plan import make_document, make_measure, make_place

pytestmark = pytest.mark.django_db
TITLE = {"title_de": "Reise nach Breslau", "when_in_words": "12.–14. Mai 2027", "visibility": "ministries"}


def entered(kind: str = "delegation_out", by: Principal = SYSTEM, **fields: object) -> Activity:
    return enter_activity(kind=kind, fields=TITLE | fields, by=by)


def refused(**said: object) -> dict[str, str]:
    """The problems with which `said` is refused."""
    with pytest.raises(Refused) as refusal:
        entered(**said)  # type: ignore[arg-type]
    return refusal.value.problems


def save(activity: Activity, by: Principal = SYSTEM, **fields: object) -> Activity:
    return fill_in(record=activity, rules=ACTIVITY, expected=activity.version, fields=fields, why="weil", by=by)


def test_an_activity_is_entered_with_its_dates_links_and_own_fields() -> None:
    place, partnership, measure = make_place(), make_partnership(), make_measure()
    activity = entered(
        places=[place.pk],
        partnerships=[partnership.pk],
        measures=[measure.pk],
        particulars__with_government=True,
        particulars__gift_value=4_500,
        particulars__topics="",
    )
    activity.refresh_from_db()
    assert (activity.starts, activity.ends) == ("2027-05-12", "2027-05-14")
    assert (activity.starts_from, activity.ends_by) == (date(2027, 5, 12), date(2027, 5, 14))
    assert activity.particulars == {"with_government": True, "gift_value": 4_500}
    assert (list(activity.places.all()), list(activity.measures.all())) == ([place], [measure])
    assert (activity.state, activity.is_invented) == (ActivityState.PLANNED, False)
    assert JournalEntry.objects.get(record_type="activity").verb == "created"


def test_a_field_of_another_kind_is_not_kept() -> None:
    assert entered(kind="fair", particulars__stand_area=40, particulars__topics="Wasser").particulars == {
        "stand_area": 40
    }


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"title_de": ""}, "title_de"),
        ({"when_in_words": ""}, "when_in_words"),
        ({"when_in_words": "bald"}, "when_in_words"),
        ({"when_in_words": "14.–12. Mai 2027"}, "when_in_words"),
        ({"particulars__gift_value": -1}, "particulars__gift_value"),
        ({"particulars__call_until": "31.2."}, "particulars__call_until"),
        ({"particulars__with_government": "ja"}, "particulars__with_government"),
        ({"state": "approved"}, "state"),
        ({"state": "held", "when_in_words": "2020"}, "result"),
        ({"state": "held", "when_in_words": "2999", "result": "gut"}, "when_in_words"),
        ({"kind": "cruise"}, ""),
        ({"partnerships": [4711]}, "partnerships"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(fields: dict[str, object], at: str) -> None:
    assert list(refused(**fields)) == [at]
    assert (Activity.objects.count(), JournalEntry.objects.count()) == (0, 0)


def test_a_document_that_may_not_be_known_of_is_not_linked() -> None:
    hidden = make_document(visibility="unit")
    by = make_principal(Role.COORDINATOR)
    assert list(refused(kind="grant_programme", by=by, particulars__guideline=hidden.pk)) == ["particulars__guideline"]


def test_dates_follow_what_is_said_and_an_earlier_version_brings_all_of_it_back() -> None:
    activity = entered(particulars__interpreting="Polnisch")
    saved = save(activity, when_in_words="2. Halbjahr 2027", particulars__interpreting="", particulars__gifts="Buch")
    assert (saved.starts, saved.ends, saved.ends_by) == ("2027-07", "2027-12", date(2027, 12, 31))
    entry = JournalEntry.objects.first()
    assert entry is not None
    assert entry.changes == {
        "when_in_words": ["12.–14. Mai 2027", "2. Halbjahr 2027"],
        "particulars__gifts": [None, "Buch"],
        "particulars__interpreting": ["Polnisch", None],
        "version": [1, 2],
    }
    back = fill_in_again(record=saved, rules=ACTIVITY, expected=2, version=1, why="", by=SYSTEM)
    back.refresh_from_db()
    assert (back.starts, back.particulars) == ("2027-05-12", {"interpreting": "Polnisch"})


def test_what_stays_as_it_was_writes_nothing() -> None:
    activity = entered(particulars__with_government=False)
    save(activity, **fields_of(activity, ACTIVITY.names))
    activity.refresh_from_db()
    assert activity.version == 1


def test_the_kind_stands_fast() -> None:
    with pytest.raises(Refused, match="Art eines Vorhabens"):
        save(entered(), kind="fair")


BLOCKING = [state for state in PartnershipState.values if state != PartnershipState.ACTIVE]


@pytest.mark.parametrize("state", BLOCKING)
def test_nothing_is_planned_with_a_partnership_that_does_not_stand(state: str) -> None:
    partnership = make_partnership("Tatarstan", state=state, state_since="2022-02-24")
    assert list(refused(partnerships=[partnership.pk])) == ["partnerships"]
    idea = entered(partnerships=[partnership.pk], state="idea")
    with pytest.raises(Refused, match="Tatarstan"):
        plan_activity(activity=idea, expected=1, why="", by=SYSTEM)
    planned = entered()
    with pytest.raises(Refused, match="Tatarstan"):
        save(planned, partnerships=[partnership.pk])


def test_a_dormant_partnership_says_since_when_and_how_to_go_on() -> None:
    dormant = make_partnership("Tatarstan", state="dormant", state_since="2022-02-24")
    sentence = refused(partnerships=[dormant.pk])["partnerships"]
    assert "ruht seit 24. Februar 2022" in sentence
    assert "als Vorschlag" in sentence


def test_what_was_held_or_planned_before_a_partnership_fell_dormant_stays_editable() -> None:
    dormant = make_partnership(state="dormant")
    held = entered(partnerships=[dormant.pk], state="held", when_in_words="2021", result="Gut.")
    assert list(held.partnerships.all()) == [dormant]
    before = make_activity(partnerships=(dormant,))
    assert save(before, title_de="Neuer Titel").title == "Neuer Titel"


def test_an_activity_goes_its_way_with_approval_and_result() -> None:
    activity = entered(state="idea", when_in_words="2020")
    activity = plan_activity(activity=activity, expected=1, why="Besprechung", by=SYSTEM)
    activity = approve_activity(activity=activity, expected=2, approval="Chef der Staatskanzlei, 3.2.2020", by=SYSTEM)
    activity = hold_activity(activity=activity, expected=3, result="Zwei Zusagen.", by=SYSTEM)
    activity.refresh_from_db()
    assert (activity.state, activity.result, activity.version) == ("held", "Zwei Zusagen.", 4)
    assert activity.particulars["approval"] == "Chef der Staatskanzlei, 3.2.2020"
    verbs = JournalEntry.objects.filter(record_type="activity").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["created", "planned", "approved", "held"]


def test_a_step_without_its_word_is_refused() -> None:
    activity = entered(when_in_words="2020")
    for act, said, at in (
        (approve_activity, {"approval": " "}, "approval"),
        (hold_activity, {"result": ""}, "result"),
        (cancel_activity, {"why": ""}, "why"),
    ):
        with pytest.raises(Refused) as refusal:
            act(activity=activity, expected=1, by=SYSTEM, **said)
        assert list(refusal.value.problems) == [at]


def test_what_lies_ahead_is_not_held() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="Zukunft"):
        hold_activity(activity=entered(when_in_words=tomorrow.isoformat()), expected=1, result="Schon gut.", by=SYSTEM)


def test_what_is_over_goes_nowhere_and_what_was_cancelled_may_be_taken_up_again() -> None:
    held = make_activity(state="held", result="Gut.")
    with pytest.raises(Refused, match="durchgeführt"):
        cancel_activity(activity=held, expected=1, why="doch nicht", by=SYSTEM)
    cancelled = cancel_activity(activity=entered(), expected=1, why="kein Termin", by=SYSTEM)
    assert plan_activity(activity=cancelled, expected=2, why="doch", by=SYSTEM).state == "planned"


def test_only_kinds_that_are_approved_know_an_approval() -> None:
    with pytest.raises(Refused, match="geht nicht"):
        approve_activity(activity=entered(kind="fair"), expected=1, approval="X", by=SYSTEM)
    assert list(moves("planned", is_approved=True)) == ["approve", "hold", "cancel"]
    assert list(moves("planned", is_approved=False)) == ["hold", "cancel"]


def test_the_second_of_two_is_told() -> None:
    activity = entered()
    cancel_activity(activity=activity, expected=1, why="kein Termin", by=SYSTEM)
    with pytest.raises(StaleRecord):
        plan_activity(activity=activity, expected=1, why="", by=SYSTEM)


def test_a_house_enters_and_edits_what_it_leads_and_nothing_else() -> None:
    house = make_house()
    own, other = make_organisation(house=house), make_organisation(house=make_house())
    by = make_principal(Role.FOCAL_POINT, house=house)
    activity = entered(by=by, lead_id=own.pk)
    assert save(activity, by, purpose="Wasser").purpose == "Wasser"
    assert list(refused(by=by, lead_id=other.pk)) == ["lead_id"]
    assert list(refused(by=by)) == ["lead_id"]
    with pytest.raises(NotAllowed):
        save(make_activity(lead=other), by, purpose="Wasser")


def test_a_liaison_office_keeps_what_it_owns() -> None:
    office = make_house()
    by = make_principal(Role.LIAISON, house=office)
    assert save(entered(by=by, owner_id=office.pk), by, purpose="Wasser").purpose == "Wasser"
    assert list(refused(by=by)) == ["owner_id"]
    with pytest.raises(NotAllowed):
        save(make_activity(owner=make_house()), by, purpose="Wasser")


def test_only_the_coordinator_publishes() -> None:
    house = make_house()
    own = make_organisation(house=house)
    by = make_principal(Role.REPORTER, house=house)
    assert list(refused(by=by, lead_id=own.pk, visibility="published")) == ["visibility"]
    activity = entered(by=by, lead_id=own.pk)
    published = save(activity, make_principal(Role.COORDINATOR), visibility="published")
    assert save(published, by, purpose="Wasser").visibility == "published"


@pytest.mark.parametrize("role", [Role.LEADERSHIP, Role.AUDITOR, Role.PARTNER, Role.ADMINISTRATOR, Role.SIGNATORY])
def test_who_only_reads_enters_nothing(role: Role) -> None:
    with pytest.raises(NotAllowed):
        entered(by=make_principal(role))


def test_only_the_demonstration_invents() -> None:
    with pytest.raises(NotAllowed):
        enter_activity(kind="fair", fields=TITLE, by=make_principal(Role.COORDINATOR), is_invented=True)
    assert enter_activity(kind="fair", fields=TITLE, by=SYSTEM, is_invented=True).is_invented
