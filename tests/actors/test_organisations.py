# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations are entered and edited, by the coordinator only."""

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.actors.actions import ORGANISATION, enter_organisation
from bruecke.actors.models import Organisation
from bruecke.records.editing import fill_in
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import JournalEntry
from bruecke.search.queries import search
from tests.factories.people import make_organisation, make_principal

pytestmark = pytest.mark.django_db


def save(record: Organisation, by: Principal = SYSTEM, **fields: object) -> Organisation:
    return fill_in(record=record, rules=ORGANISATION, expected=record.version, fields=fields, why="weil", by=by)


def test_an_organisation_is_entered_with_history_author_and_journal() -> None:
    by, parent = make_principal(Role.COORDINATOR), make_organisation("Ministerium")
    fields = {
        "name_de": "Stiftung für Bücher",
        "kind": "foundation",
        "parent_id": parent.pk,
        "valid_from": "2020-01-01",
    }
    made = enter_organisation(fields=fields, by=by, why="genannt")
    assert (made.key, made.parent, str(made.valid_from), made.visibility) == (
        "stiftung-fur-bucher", parent, "2020-01-01", "ministries",
    )  # fmt: skip
    assert made.history.get().history_user_id == by.user_id
    assert JournalEntry.objects.get().verb == "created"


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_only_the_coordinator_enters_and_edits_organisations(role: Role) -> None:
    by = make_principal(role)
    record = make_organisation("Alt")
    with pytest.raises(NotAllowed):
        enter_organisation(fields={"name_de": "Neu", "kind": "ngo"}, by=by)
    with pytest.raises(NotAllowed):
        save(record, by, name_de="Neu")
    assert [row.name_de for row in Organisation.objects.all()] == ["Alt"]  # type: ignore[attr-defined]


def test_a_focal_point_does_not_edit_the_own_house_either() -> None:
    by = make_principal(Role.FOCAL_POINT)
    record = make_organisation("Alt", house_id=next(iter(by.houses)))
    with pytest.raises(NotAllowed):
        save(record, by, name_de="Neu")


@pytest.mark.parametrize(
    ("fields", "name", "sentence"),
    [
        ({"name_de": ""}, "name_de", "Es fehlt noch der Name."),
        ({"valid_from": "2024-02-02", "valid_until": "2024-02-01"}, "valid_until", "Das Ende liegt vor dem Anfang."),
        ({"parent_id": 0}, "parent_id", "Ein Eintrag dieser Auswahl ist nicht mehr da."),
    ],
)
def test_an_organisation_that_cannot_stand_is_refused_in_words(
    fields: dict[str, object], name: str, sentence: str
) -> None:
    with pytest.raises(Refused) as refusal:
        save(make_organisation(), **fields)
    assert refusal.value.problems == {name: sentence}


def test_an_organisation_does_not_belong_to_its_own_parts() -> None:
    top = make_organisation()
    part = make_organisation(parent=make_organisation(parent=top))
    for parent in (top, part):
        with pytest.raises(Refused) as refusal:
            save(top, parent_id=parent.pk)
        assert list(refusal.value.problems) == ["parent_id"]


def test_a_parent_that_is_hidden_from_the_editor_stays_but_cannot_be_chosen() -> None:
    by, hidden = make_principal(Role.COORDINATOR), make_organisation(visibility="unit")
    with pytest.raises(Refused):
        save(make_organisation(), by, parent_id=hidden.pk)
    assert save(make_organisation(parent=hidden), by, parent_id=hidden.pk, short_name_de="x").parent_id == hidden.pk


def test_a_button_pressed_twice_makes_one_organisation() -> None:
    enter_organisation(fields={"name_de": "Bauhaus", "kind": "culture"}, by=SYSTEM)
    with pytest.raises(Refused) as refusal:
        enter_organisation(fields={"name_de": "Bauhaus", "kind": "culture"}, by=SYSTEM)
    assert refusal.value.problems == {"name_de": "Eine Einrichtung dieses Namens gibt es schon."}


def test_the_search_follows_a_name_and_a_withdrawal() -> None:
    record = enter_organisation(
        fields={"name_de": "Sternwarte", "kind": "research", "visibility": "published"}, by=SYSTEM
    )
    assert search("Sternwarte", principal=PUBLIC, language="de").total == 1
    save(record, name_de="Planetarium")
    assert search("Planetarium", principal=PUBLIC, language="de").total == 1
    record.refresh_from_db()
    save(record, visibility="ministries")
    assert search("Planetarium", principal=PUBLIC, language="de").total == 0
    assert search("Planetarium", principal=SYSTEM, language="de").total == 1
