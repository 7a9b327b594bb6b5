# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people do to a measure: allowed, refused, stale, written down, restored."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from bruecke.accounts.principal import Principal, Role
from bruecke.records.errors import StaleRecord
from bruecke.records.models import FormDraft, JournalEntry
from bruecke.strategy.actions.measure_parts import (
    PartFields,
    answer_check,
    remove_example,
    remove_part,
    save_example,
    save_part,
)
from bruecke.strategy.actions.measures import MeasureFields, change_measure, restore_measure
from bruecke.strategy.actions.options import decide_option
from bruecke.strategy.errors import MeasureRefused, NotAllowed
from bruecke.strategy.models import Check, Example, Measure, OptionDecision, Theme
from tests.factories.people import make_house, make_organisation, make_principal
from tests.factories.plan import make_goal, make_measure

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordination() -> Principal:
    return make_principal(Role.COORDINATOR)


def change(measure: Measure, by: Principal, expected: int = 1, **fields: object) -> Measure:
    return change_measure(measure=measure, expected=expected, fields=MeasureFields(**fields), why="Abstimmung", by=by)  # type: ignore[typeddict-item]


def test_a_change_is_the_next_version_with_history_and_journal(coordination: Principal) -> None:
    measure, lead = make_measure(title="Alt"), make_organisation()
    change(measure, coordination, title_de="Ähren 2", lead_id=lead.pk, deadline="2027-05")
    measure.refresh_from_db()
    assert (measure.title_de, measure.lead, measure.deadline, measure.version) == ("Ähren 2", lead, "2027-05", 2)
    assert measure.title_sort == "ahren 000000000002"
    version = measure.history.first()
    assert (version.version, version.history_change_reason, version.history_user_id) == (
        2,
        "Abstimmung",
        coordination.user_id,
    )
    entry = JournalEntry.objects.get(record_type="measure", record_id=measure.pk)
    assert (entry.verb, entry.why, entry.by_id) == ("changed", "Abstimmung", coordination.user_id)
    assert entry.changes == {
        "title_de": ["Alt", "Ähren 2"],
        "lead_id": [None, lead.pk],
        "deadline": ["", "2027-05"],
        "version": [1, 2],
    }


def test_goals_are_linked_with_reasons_and_counted(coordination: Principal) -> None:
    measure = make_measure()
    first, second = make_goal(measure.edition), make_goal(measure.edition)
    change(measure, coordination, goals={first.pk: "weil", second.pk: ""})
    change(measure, coordination, 2, goals={second.pk: "doch"})
    measure.refresh_from_db()
    assert (measure.goal_count, dict(measure.goal_links.values_list("goal_id", "why"))) == (1, {second.pk: "doch"})


def test_nothing_is_written_where_nothing_differs(coordination: Principal) -> None:
    measure = make_measure()
    change(measure, coordination, title_de=measure.title_de, participants=[], goals={})
    assert (Measure.objects.get().version, JournalEntry.objects.count()) == (1, 0)


def test_a_stale_change_is_refused_and_shows_what_stands(coordination: Principal) -> None:
    measure = make_measure()
    change(measure, coordination, indicator="Besuche")
    with pytest.raises(StaleRecord) as stale:
        change(measure, coordination, indicator="Gäste")
    assert (stale.value.record.indicator, stale.value.expected) == ("Besuche", 1)


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"title_de": ""}, ["title_de"]),
        ({"deadline": "2027-13"}, ["deadline"]),
        ({"cost_cents": -1}, ["cost_cents"]),
        ({"needs_state_money": "maybe"}, ["needs_state_money"]),
        ({"visibility": "secret"}, ["visibility"]),
        ({"visibility": "named"}, ["named_houses"]),
        ({"visibility": "unit"}, ["owner_id"]),
        ({"participants": [999_999]}, ["participants"]),
        ({"goals": {999_999: ""}}, ["goals"]),
    ],
)
def test_what_cannot_be_saved_is_refused_in_words(
    coordination: Principal, fields: dict[str, object], names: list[str]
) -> None:
    measure = make_measure()
    with pytest.raises(MeasureRefused) as refused:
        change(measure, coordination, **fields)
    assert list(refused.value.problems) == names
    assert Measure.objects.get().version == 1


def test_only_a_ministry_leads(coordination: Principal) -> None:
    club = make_organisation("Verein", kind="ngo")
    with pytest.raises(MeasureRefused) as refused:
        change(make_measure(), coordination, lead_id=club.pk)
    assert list(refused.value.problems) == ["lead_id"]


def test_a_goal_of_another_edition_is_refused(coordination: Principal) -> None:
    other = make_goal(make_measure().edition)
    with pytest.raises(MeasureRefused):
        change(make_measure(), coordination, goals={other.pk: ""})


def test_a_title_in_any_language_is_enough(coordination: Principal) -> None:
    measure = make_measure()
    change(measure, coordination, title_de="", title_pl="Łódź")
    assert Measure.objects.values_list("title_sort", flat=True).get() == "lodz"


def test_a_house_fills_in_the_measures_it_leads_and_no_others() -> None:
    house = make_house()
    mine = make_measure(lead=make_organisation(house=house))
    by = make_principal(Role.FOCAL_POINT, house=house)
    assert change(mine, by, indicator="Besuche").indicator == "Besuche"
    with pytest.raises(NotAllowed):
        change(make_measure(lead=make_organisation(house=make_house())), by, indicator="x")
    with pytest.raises(NotAllowed):
        change(make_measure(), by, indicator="x")


@pytest.mark.parametrize(
    "fields", [{"visibility": "ministries"}, {"lead_id": None}, {"named_houses": []}, {"owner_id": None}]
)
def test_a_house_sets_neither_lead_nor_visibility(fields: dict[str, object]) -> None:
    house = make_house()
    measure = make_measure(lead=make_organisation(house=house))
    with pytest.raises(NotAllowed):
        change(measure, make_principal(Role.REPORTER, house=house), **fields)


@pytest.mark.parametrize(
    "role", [Role.LEADERSHIP, Role.AUDITOR, Role.ADMINISTRATOR, Role.PARTNER, Role.LIAISON, Role.SIGNATORY]
)
def test_other_roles_change_nothing(role: Role) -> None:
    house = make_house()
    measure = make_measure(lead=make_organisation(house=house))
    with pytest.raises(NotAllowed):
        change(measure, make_principal(role, house=house), indicator="x")


def test_saving_drops_the_draft_of_its_form(coordination: Principal) -> None:
    FormDraft.objects.create(user_id=coordination.user_id, address="/a/", fields={})
    change_measure(
        measure=make_measure(), expected=1, fields=MeasureFields(indicator="x"), why="", by=coordination, draft="/a/"
    )
    assert FormDraft.objects.count() == 0


def test_an_earlier_version_comes_back_as_a_new_one_links_included(coordination: Principal) -> None:
    measure = make_measure(title="Eins")
    goal, house, theme = make_goal(measure.edition), make_organisation(), Theme.objects.create(key="t", title="T")
    change(measure, coordination, title_de="Zwei", goals={goal.pk: "weil"}, participants=[house.pk])
    change(measure, coordination, 2, title_de="Drei", goals={}, participants=[], themes=[theme.pk])
    restore_measure(measure=measure, expected=3, version=2, why="", by=coordination)
    measure.refresh_from_db()
    assert (measure.version, measure.title_de, measure.goal_count) == (4, "Zwei", 1)
    assert dict(measure.goal_links.values_list("goal_id", "why")) == {goal.pk: "weil"}
    assert (list(measure.participants.all()), list(measure.themes.all())) == ([house], [])
    entry = JournalEntry.objects.filter(record_id=measure.pk).first()
    assert entry is not None
    assert (entry.verb, entry.why) == ("restored", "Fassung 2 wiederhergestellt")


def test_a_version_that_never_was_cannot_come_back(coordination: Principal) -> None:
    with pytest.raises(MeasureRefused):
        restore_measure(measure=make_measure(), expected=1, version=7, why="", by=coordination)


def test_a_house_restores_its_own_fields_only() -> None:
    house, chief = make_house(), make_principal(Role.COORDINATOR)
    measure = make_measure(lead=make_organisation(house=house))
    change(measure, chief, indicator="Besuche", visibility="ministries")
    restore_measure(measure=measure, expected=2, version=1, why="", by=make_principal(Role.REPORTER, house=house))
    measure.refresh_from_db()
    assert (measure.indicator, measure.visibility) == ("", "ministries")


def decide(measure: Measure, by: Principal, expected: int = 1, **fields: object) -> Measure:
    values: dict[str, object] = {
        "outcome": "taken_up", "reference": "IMAG 3/2026", "decided_on": date(2026, 1, 14), "reason": "",
    }  # fmt: skip
    return decide_option(measure=measure, expected=expected, by=by, **(values | fields))  # type: ignore[arg-type]


def test_a_decision_takes_an_option_up_and_is_written_down(coordination: Principal) -> None:
    measure = make_measure()
    assert decide(measure, coordination).option_state == "taken_up"
    decision = OptionDecision.objects.get()
    assert (decision.visibility, decision.history.count()) == ("published", 1)
    assert list(JournalEntry.objects.order_by("pk").values_list("record_type", "verb")) == [
        ("optiondecision", "created"),
        ("measure", "decided"),
    ]


def test_a_later_decision_reverses_and_an_earlier_dated_one_does_not(coordination: Principal) -> None:
    measure = make_measure()
    decide(measure, coordination)
    assert decide(measure, coordination, 2, outcome="open", decided_on=date(2026, 2, 1)).option_state == "open"
    late_entry = decide(measure, coordination, 3, outcome="not_taken_up", decided_on=date(2025, 1, 1), reason="damals")
    assert late_entry.option_state == "open"


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"outcome": "promised"}, ["outcome"]),
        ({"reference": " "}, ["reference"]),
        ({"decided_on": None}, ["decided_on"]),
        ({"decided_on": timezone.localdate() + timedelta(days=2)}, ["decided_on"]),
        ({"outcome": "not_taken_up"}, ["reason"]),
    ],
)
def test_a_decision_without_its_facts_is_refused(
    coordination: Principal, fields: dict[str, object], names: list[str]
) -> None:
    with pytest.raises(MeasureRefused) as refused:
        decide(make_measure(), coordination, **fields)
    assert (list(refused.value.problems), OptionDecision.objects.count()) == (names, 0)


def test_what_is_no_option_is_not_decided_on(coordination: Principal) -> None:
    with pytest.raises(MeasureRefused):
        decide(make_measure(modality="intention"), coordination)


def test_only_the_coordination_decides() -> None:
    house = make_house()
    measure = make_measure(lead=make_organisation(house=house))
    with pytest.raises(NotAllowed):
        decide(measure, make_principal(Role.FOCAL_POINT, house=house))


def test_a_stale_decision_is_not_written(coordination: Principal) -> None:
    measure = make_measure()
    decide(measure, coordination)
    with pytest.raises(StaleRecord):
        decide(measure, coordination)
    assert OptionDecision.objects.count() == 1


def test_a_part_is_added_changed_and_taken_away(coordination: Principal) -> None:
    measure = make_measure()
    part = save_part(
        measure=measure, expected=1, part=None, fields=PartFields("Eins", "create"), why="", by=coordination
    )
    assert (part.position, part.visibility) == (1, "published")
    save_part(measure=measure, expected=2, part=part, fields=PartFields("Zwei", "examine"), why="", by=coordination)
    assert list(measure.parts.values_list("title_de", "kind")) == [("Zwei", "examine")]
    remove_part(measure=measure, expected=3, part=part, why="", by=coordination)
    measure.refresh_from_db()
    assert (measure.parts.count(), measure.version, part.history.model.objects.count()) == (0, 4, 3)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        (PartFields("", "create"), "title"),
        (PartFields("x", "dance"), "kind"),
        (PartFields("x", "create", 99), "lead_id"),
    ],
)
def test_a_part_without_its_facts_is_refused(coordination: Principal, fields: PartFields, name: str) -> None:
    measure = make_measure()
    with pytest.raises(MeasureRefused) as refused:
        save_part(measure=measure, expected=1, part=None, fields=fields, why="", by=coordination)
    assert (list(refused.value.problems), Measure.objects.get().version) == ([name], 1)


def test_an_example_of_ours_can_go_and_one_of_the_wording_stays(coordination: Principal) -> None:
    measure = make_measure()
    ours = save_example(measure=measure, expected=1, example=None, title="Unser", why="", by=coordination)
    assert ours.from_wording is False
    remove_example(measure=measure, expected=2, example=ours, why="", by=coordination)
    theirs = Example.objects.create(measure=measure, position=1, title="Genannt")
    with pytest.raises(MeasureRefused):
        remove_example(measure=measure, expected=3, example=theirs, why="", by=coordination)
    assert list(measure.examples.all()) == [theirs]


def test_a_check_is_answered_by_name_and_opened_again(coordination: Principal) -> None:
    measure = make_measure()
    check = Check.objects.create(measure=measure, position=1, question="Bund?", rule="R19")
    answer_check(measure=measure, expected=1, check=check, answer=True, reference="Leitlinien", by=coordination)
    check.refresh_from_db()
    assert (check.answer, check.reference, check.answered_by) == (True, "Leitlinien", coordination.label)
    answer_check(measure=measure, expected=2, check=check, answer=None, reference="", by=coordination)
    check.refresh_from_db()
    assert (check.answer, check.answered_by, check.answered_on) == (None, "", None)


def test_a_yes_without_a_place_to_read_it_is_refused(coordination: Principal) -> None:
    measure = make_measure()
    check = Check.objects.create(measure=measure, position=1, question="Bund?")
    with pytest.raises(MeasureRefused) as refused:
        answer_check(measure=measure, expected=1, check=check, answer=True, reference=" ", by=coordination)
    assert list(refused.value.problems) == ["reference"]


def test_what_belongs_to_a_measure_is_changed_by_those_who_edit_it() -> None:
    measure = make_measure()
    with pytest.raises(NotAllowed):
        save_example(measure=measure, expected=1, example=None, title="x", why="", by=make_principal(Role.REPORTER))
    with pytest.raises(StaleRecord):
        save_example(measure=measure, expected=9, example=None, title="x", why="", by=make_principal(Role.COORDINATOR))
