# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Personal data: only with a basis, found again under another spelling, merged without loss, erased everywhere."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.utils import timezone

from bruecke.accounts.principal import Principal, Role
from bruecke.actors.actions import PERSON, enter_person, erase_person, merge_people, replay_erasures
from bruecke.actors.models import Person
from bruecke.actors.queries import held_about, listed_people, people
from bruecke.bodies.models import Body, BodyMember
from bruecke.partnerships.models import Partnership
from bruecke.records.editing import fill_in
from bruecke.records.errors import NotAllowed, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.factories.actors import make_person
from tests.factories.people import make_organisation, make_principal
from tests.factories.plan import make_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(db: None) -> Principal:
    return make_principal(Role.COORDINATOR)


@pytest.fixture(autouse=True)
def erasures_file(settings: LazySettings, tmp_path: Path) -> Path:
    settings.ERASURES_FILE = tmp_path / "erasures.jsonl"
    return tmp_path / "erasures.jsonl"


def values(**fields: object) -> dict[str, object]:
    standing: dict[str, object] = {
        "name": "Jana Nowak",
        "legal_basis": "public_task",
        "source": "Visitenkarte",
        "retention": "office",
        "review_on": "2027-01-01",
        "visibility": "ministries",
    }
    return standing | fields


def make_member(person: Person) -> BodyMember:
    house = make_organisation()
    body = Body.objects.create(organisation=house, kind="other", visibility="published")
    return BodyMember.objects.create(body=body, organisation=house, person=person)


def make_partnership(*contacts: Person) -> Partnership:
    number = Partnership.objects.count()
    partnership = Partnership.objects.create(key=f"p{number}", kind="sectoral", name="P", place=make_place("Ort"))
    partnership.contacts.set(contacts)
    return partnership


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " , "),
        ("source", ""),
        ("legal_basis", ""),
        ("retention", ""),
        ("review_on", None),
        ("review_on", (timezone.localdate() + timedelta(days=6 * 366)).isoformat()),
    ],
)
def test_a_person_without_basis_source_or_review_is_refused_at_the_field(
    coordinator: Principal, field: str, value: object
) -> None:
    with pytest.raises(Refused) as refusal:
        enter_person(fields=values(**{field: value}), by=coordinator)
    assert field in refusal.value.problems
    assert not Person.objects.exists()


def test_a_similar_name_is_asked_about_once(coordinator: Principal) -> None:
    make_person("Яна Новак", function="Marschall")
    with pytest.raises(Refused, match="Яна Новак"):
        enter_person(fields=values(), by=coordinator)
    entered = enter_person(fields=values(is_another=True), by=coordinator)
    assert entered.name_key == "iana novak"


def test_a_hidden_namesake_is_not_told_of() -> None:
    make_person("Jana Nowak", visibility="unit")
    assert enter_person(fields=values(), by=make_principal(Role.COORDINATOR)).pk


def test_others_of_the_government_may_not_enter_people() -> None:
    with pytest.raises(NotAllowed):
        enter_person(fields=values(), by=make_principal(Role.LEADERSHIP))


def test_lists_find_a_part_of_the_name_and_those_to_review(coordinator: Principal) -> None:
    due = make_person("Łukasz Wójcik", review_on=date(2020, 1, 1))
    make_person("Anna Šerakowa")
    assert [str(row) for row in listed_people("wojc", is_due=False, principal=coordinator)] == ["Łukasz Wójcik"]
    assert list(listed_people("", is_due=True, principal=coordinator)) == [due]


def test_erasure_blanks_the_name_in_row_versions_and_journal_and_keeps_what_refers_to_it(
    coordinator: Principal, django_capture_on_commit_callbacks: object, erasures_file: Path
) -> None:
    person = enter_person(fields=values(email="jana@example.org"), by=coordinator)
    person = fill_in(
        record=person, rules=PERSON, expected=1, fields={"name": "Jana Nowakowa"}, why="Heirat", by=coordinator
    )
    member = make_member(person)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erased = erase_person(person=person, expected=2, why="Antrag", by=coordinator)
    member.refresh_from_db()
    assert member.person == erased
    assert str(erased) == "gelöschte Person"
    kept = [str(row) for row in Person.history.filter(id=person.pk).values_list("name", "email", "source")]  # type: ignore[attr-defined]
    assert set(kept) == {"('', '', '')"}
    changes = JournalEntry.objects.filter(record_type="person", record_id=person.pk).values_list("changes", flat=True)
    assert not any("Now" in str(row) for row in changes)
    assert str(person.pk) in erasures_file.read_text()
    assert list(people(principal=coordinator)) == []


def test_an_erased_person_is_not_filled_in_again(coordinator: Principal) -> None:
    erased = erase_person(person=make_person(), expected=1, why="Antrag", by=coordinator)
    with pytest.raises(NotAllowed):
        fill_in(record=erased, rules=PERSON, expected=2, fields={"name": "Jana"}, why="", by=coordinator)


def test_erasure_wants_a_reason_a_right_and_the_standing_version(coordinator: Principal) -> None:
    person = make_person()
    with pytest.raises(Refused):
        erase_person(person=person, expected=1, why=" ", by=coordinator)
    with pytest.raises(StaleRecord):
        erase_person(person=person, expected=7, why="Antrag", by=coordinator)
    with pytest.raises(NotAllowed):
        erase_person(person=person, expected=1, why="Antrag", by=make_principal(Role.REPORTER))


def test_a_restored_backup_brings_nobody_back(
    coordinator: Principal, django_capture_on_commit_callbacks: object
) -> None:
    person, other = make_person(), make_person("Anna Wit")
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erase_person(person=person, expected=1, why="Antrag", by=coordinator)
    Person.objects.filter(pk=person.pk).update(name="Jana Nowak", erased_on=None)
    assert replay_erasures() == 1
    person.refresh_from_db()
    other.refresh_from_db()
    assert (person.name, other.name) == ("", "Anna Wit")
    assert replay_erasures() == 0


def test_merged_people_are_one_everywhere_and_nothing_is_lost(coordinator: Principal) -> None:
    twice, kept = make_person("Jana Nowak", email="jana@example.org"), make_person("Jana Novak", function="Marschall")
    member, both, one = make_member(twice), make_partnership(twice, kept), make_partnership(twice)
    merged = merge_people(person=twice, into=kept, expected=1, why="doppelt", by=coordinator)
    member.refresh_from_db()
    twice.refresh_from_db()
    assert member.person == merged
    assert (list(both.contacts.all()), list(one.contacts.all())) == ([merged], [merged])
    assert (merged.email, merged.function) == ("jana@example.org", "Marschall")
    assert (twice.merged_into, twice.name) == (merged, "Jana Nowak")
    assert list(people(principal=coordinator)) == [merged]


def test_a_person_is_not_merged_with_itself_or_an_erased_one(coordinator: Principal) -> None:
    person = make_person()
    with pytest.raises(Refused):
        merge_people(person=person, into=person, expected=1, why="", by=coordinator)
    erased = erase_person(person=make_person("Anna Wit"), expected=1, why="Antrag", by=coordinator)
    with pytest.raises(NotAllowed):
        merge_people(person=person, into=erased, expected=1, why="", by=coordinator)


def test_what_is_held_about_a_person_names_every_row(coordinator: Principal) -> None:
    person = make_person()
    member = make_member(person)
    partnership = make_partnership(person)
    texts = [row.text for row in held_about(person)]
    assert len(texts) == 2
    assert any(str(member.body) in text for text in texts)
    assert any(str(partnership) in text for text in texts)


def test_rows_that_were_merged_into_an_erased_person_are_erased_with_it(
    coordinator: Principal, erasures_file: Path
) -> None:
    first, second = make_person("Jana Nowak", email="jana@example.org"), make_person("Jana Novak")
    last = make_person("Jana Nováková")
    second = merge_people(person=first, into=second, expected=1, why="", by=coordinator)
    last = merge_people(person=second, into=last, expected=second.version, why="", by=coordinator)
    erase_person(person=last, expected=last.version, why="Antrag", by=coordinator)
    for row in Person.objects.all():
        assert (row.name, row.email, row.erased_on is None) == ("", "", False)
    assert not Person.history.exclude(name="").exists()  # type: ignore[attr-defined]
    assert not any("jana@" in str(entry.changes) for entry in JournalEntry.objects.all())


@pytest.mark.django_db(transaction=True)
def test_rows_merged_into_an_erased_person_are_noted_too(coordinator: Principal, erasures_file: Path) -> None:
    first, last = make_person("Jana Nowak"), make_person("Jana Novak")
    kept = merge_people(person=first, into=last, expected=1, why="", by=coordinator)
    erase_person(person=kept, expected=kept.version, why="Antrag", by=coordinator)
    assert sorted(json.loads(line)["person"] for line in erasures_file.read_text().splitlines()) == [first.pk, last.pk]
