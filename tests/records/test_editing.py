# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Filling in a record by hand: version lock, history, journal, visibility, earlier versions."""

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.actors.actions import ORGANISATION
from bruecke.actors.models import Organisation
from bruecke.records.actions import keep_draft
from bruecke.records.editing import fields_at, fields_of, fill_in, fill_in_again
from bruecke.records.errors import Refused, StaleRecord
from bruecke.records.models import FormDraft, JournalEntry
from tests.factories.people import make_house, make_organisation, make_principal

pytestmark = pytest.mark.django_db


def save(record: Organisation, expected: int, by: object = SYSTEM, why: str = "weil", **fields: object) -> Organisation:
    return fill_in(record=record, rules=ORGANISATION, expected=expected, fields=fields, why=why, by=by)  # type: ignore[arg-type]


def test_what_is_filled_in_is_saved_with_author_reason_and_both_values() -> None:
    by, record = make_principal(Role.COORDINATOR), make_organisation("Alt")
    saved = save(record, 1, by, name_de="Neu", valid_from="2024-12-19")
    entry = JournalEntry.objects.get(record_type="organisation", record_id=record.pk)
    assert (saved.name_de, str(saved.valid_from), saved.version) == ("Neu", "2024-12-19", 2)  # type: ignore[attr-defined]
    assert (entry.by_id, entry.why, entry.verb) == (by.user_id, "weil", "changed")
    assert entry.changes == {"name_de": ["Alt", "Neu"], "valid_from": [None, "2024-12-19"], "version": [1, 2]}
    assert record.history.first().history_user_id == by.user_id


def test_what_stays_as_it_was_writes_nothing() -> None:
    record = make_organisation("Gleich")
    save(record, 1, **fields_of(record, ORGANISATION.names))
    record.refresh_from_db()
    assert (record.version, JournalEntry.objects.count(), record.name_en) == (1, 0, None)  # type: ignore[attr-defined]


def test_the_second_of_two_editors_is_told() -> None:
    record = make_organisation()
    save(record, 1, short_name_de="erste")
    with pytest.raises(StaleRecord):
        save(record, 1, short_name_de="zweite")
    assert Organisation.objects.get().short_name_de == "erste"  # type: ignore[attr-defined]


def test_a_name_that_nobody_fills_in_is_an_error() -> None:
    with pytest.raises(ValueError, match="version"):
        save(make_organisation(), 1, version=7)


def test_a_saved_form_has_no_draft_any_more() -> None:
    by, record = make_principal(Role.COORDINATOR), make_organisation()
    keep_draft(by=by, address="/x/", fields={})
    fill_in(record=record, rules=ORGANISATION, expected=1, fields={}, why="", by=by, draft="/x/")
    assert not FormDraft.objects.exists()


def test_an_earlier_version_comes_back_as_the_next_one_with_houses_and_dates() -> None:
    one, two, record = make_house(), make_house(), make_organisation("Eins")
    save(record, 1, name_de="Zwei", visibility="named", named_houses=[two.pk, one.pk], valid_until="2025-01-31")
    save(record, 2, name_de="Drei", visibility="published", named_houses=[], valid_until=None)
    back = fill_in_again(record=record, rules=ORGANISATION, expected=3, version=2, why="", by=SYSTEM)
    assert (back.name_de, back.visibility, str(back.valid_until), back.version) == ("Zwei", "named", "2025-01-31", 4)  # type: ignore[attr-defined]
    assert list(back.named_houses.order_by("pk")) == [one, two]
    entry = JournalEntry.objects.first()
    assert entry is not None
    assert (entry.verb, entry.why) == ("restored", "Stand 2 wiederhergestellt")
    assert fields_at(record, 1, ["name_de", "named_houses"]) == {"name_de": "Eins", "named_houses": []}


@pytest.mark.parametrize("version", [0, 2, 99])
def test_a_version_that_never_was_is_refused(version: int) -> None:
    with pytest.raises(Refused) as refusal:
        fill_in_again(record=make_organisation(), rules=ORGANISATION, expected=1, version=version, why="", by=SYSTEM)
    assert refusal.value.problems == {"": "Diese Fassung ist nicht mehr da."}


def test_nobody_hides_a_record_from_themselves() -> None:
    own, other = make_house(), make_house()
    by, record = make_principal(Role.COORDINATOR, house=own), make_organisation()
    for fields, name in (
        ({"visibility": "named", "named_houses": [other.pk]}, "named_houses"),
        ({"visibility": "unit", "owner_id": other.pk}, "owner_id"),
    ):
        with pytest.raises(Refused) as refusal:
            save(record, 1, by, **fields)  # type: ignore[arg-type]
        assert list(refusal.value.problems) == [name]
        assert "Sie selbst könnten es sonst nicht mehr sehen" in refusal.value.problems[name]
    hidden = save(record, 1, by, visibility="named", named_houses=[own.pk, other.pk])
    assert list(Organisation.objects.visible_to(by)) == [hidden]
