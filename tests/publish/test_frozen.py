# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers as JSON, people by key, and what changed between two of them."""

import json
from dataclasses import replace

from bruecke.publish.changes import Act, Change, changes
from bruecke.publish.frozen import as_json, hash_of, printed_of
from bruecke.publish.paper import (
    Column,
    Fact,
    Facts,
    Item,
    Items,
    Name,
    Printed,
    Row,
    Section,
    Somebody,
    Table,
    somebodies,
    with_names,
)
from tests.publish.sample import sample

WHO = Somebody(7, "Marschallin")


def of(*blocks: object) -> Printed:
    """A paper of one section."""
    return replace(sample(), sections=(Section("one", "Eins", blocks),))  # type: ignore[arg-type]


def test_paper_comes_back_from_json_as_it_was() -> None:
    paper = of(Items((Item("person:7", WHO),)), *sample().sections[1].blocks)
    assert printed_of(json.loads(json.dumps(as_json(paper)))) == paper


def test_hash_tells_papers_apart_and_not_the_order_of_keys() -> None:
    data = as_json(sample())
    assert hash_of(dict(reversed(data.items()))) == hash_of(data)
    assert hash_of(as_json(replace(sample(), title="Anders"))) != hash_of(data)


def test_people_stand_by_key_until_they_are_named() -> None:
    paper = of(Facts((Fact("Leitung", WHO),)))
    assert list(somebodies(paper)) == [WHO]
    named = with_names(paper, {7: Name("Anna Nowak")})
    assert named == of(Facts((Fact("Leitung", "Anna Nowak, Marschallin"),)))


def test_erased_person_keeps_neither_name_nor_function() -> None:
    paper = of(Facts((Fact("Leitung", WHO),)))
    named = with_names(paper, {7: Name("gelöschte Person", is_erased=True)})
    assert named == of(Facts((Fact("Leitung", "gelöschte Person"),)))


def table(**states: str) -> Table:
    """Promises with their states."""
    rows = tuple(Row(f"promise:{name}", (name, state)) for name, state in states.items())
    return Table("Zusagen", (Column("Was"), Column("Stand")), rows)


def test_rows_that_came_went_and_changed_are_told() -> None:
    found = changes(of(table(Brief="offen", Buch="offen")), of(table(Brief="eingelöst", Rad="offen")))
    assert found == (
        Change("Eins", Act.CHANGED, "Brief", "Stand", "offen", "eingelöst"),
        Change("Eins", Act.ADDED, "Rad"),
        Change("Eins", Act.GONE, "Buch"),
    )


def test_section_that_is_gone_is_told_and_one_that_is_the_same_is_not() -> None:
    old = replace(of(table(Brief="offen")), sections=(*of(table(Brief="offen")).sections, *sample().sections[:1]))
    assert {change.heading for change in changes(old, of(table(Brief="offen")))} == {"Auf einen Blick"}
    assert changes(sample(), replace(sample(), printed_on="4. Mai 2026")) == ()
