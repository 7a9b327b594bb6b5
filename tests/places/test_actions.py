# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places with and without codes, their regions, groups with members for a time."""

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.places.actions import (
    PLACE,
    PLACE_GROUP_MEMBER,
    ensure_country,
    enter_group,
    enter_place,
    load_subdivisions,
)
from bruecke.places.models import Place, PlaceGroupMember
from bruecke.records.editing import enter, fill_in
from bruecke.records.errors import NotAllowed, Refused
from tests.factories.people import make_principal
from tests.factories.plan import make_place

pytestmark = pytest.mark.django_db


def test_regions_of_a_country_come_once_with_their_names_where_there_are_any() -> None:
    poland = Place.objects.get(pk=ensure_country("PL"))
    assert load_subdivisions(country=poland, by=SYSTEM) == 16
    assert load_subdivisions(country=poland, by=SYSTEM) == 0
    silesia = Place.objects.get(code="PL-02")
    names = (silesia.name_de, silesia.name_en, silesia.name_hsb)  # type: ignore[attr-defined]
    assert (silesia.parent, silesia.kind, names) == (poland, "region", ("Niederschlesien", "", ""))


def test_districts_stay_away_and_what_is_there_is_not_doubled() -> None:
    czechia = Place.objects.get(pk=ensure_country("CZ"))
    own = make_place("Region Ústí", kind="region", code="CZ-42")
    assert load_subdivisions(country=czechia, by=SYSTEM) == 13
    assert not Place.objects.filter(code="CZ-421").exists()
    assert Place.objects.get(code="CZ-42") == own


def test_only_a_country_with_a_code_has_regions_and_only_the_coordinator_loads_them() -> None:
    with pytest.raises(Refused, match="Staat mit Code"):
        load_subdivisions(country=make_place("Lausitz", kind="area"), by=SYSTEM)
    with pytest.raises(NotAllowed):
        load_subdivisions(country=make_place("Polen", code="PL"), by=make_principal(Role.REPORTER))


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"name_de": ""}, "name_de"),
        ({"latitude": 51.0}, "longitude"),
        ({"latitude": 91.0, "longitude": 0.0}, "latitude"),
        ({"latitude": 51.0, "longitude": 14.0, "is_unnamed": True}, "is_unnamed"),
        ({"nuts": "DED"}, "nuts_version"),
        ({"nuts_version": 2024}, "nuts_version"),
    ],
)
def test_what_does_not_fit_a_place_is_said_at_its_field(fields: dict[str, object], at: str) -> None:
    with pytest.raises(Refused) as refusal:
        enter_place(fields={"name_de": "Ort", "kind": "area"} | fields, by=SYSTEM)
    assert list(refusal.value.problems) == [at]
    assert not Place.objects.exists()


def test_a_place_without_a_code_is_entered_and_borders_both_ways_but_not_on_itself() -> None:
    saxony = make_place("Sachsen", kind="region")
    made = enter_place(fields={"name_de": "Neißeland", "kind": "area", "neighbours": [saxony.pk]}, by=SYSTEM)
    assert (made.code, list(saxony.neighbours.all())) == ("", [made])
    with pytest.raises(Refused, match="eigener Nachbar"):
        fill_in(record=made, rules=PLACE, expected=1, fields={"neighbours": [made.pk]}, why="", by=SYSTEM)
    child = make_place("Ortsteil", kind="area", parent=made)
    with pytest.raises(Refused, match="nicht in sich selbst"):
        fill_in(record=made, rules=PLACE, expected=1, fields={"parent_id": child.pk}, why="", by=SYSTEM)


def test_a_place_belongs_to_a_group_on_somebodys_word_and_for_a_time() -> None:
    group, place = enter_group(fields={"name_de": "Zielmärkte"}, by=SYSTEM), make_place()

    def joined(**said: object) -> PlaceGroupMember:
        fields = {"place_id": place.pk, "source": "Außenwirtschaftsstrategie"} | said
        return enter(record=PlaceGroupMember(group=group), rules=PLACE_GROUP_MEMBER, fields=fields, by=SYSTEM)

    for said, at in (({"source": " "}, "source"), ({"since": "2026", "until": "2025"}, "until")):
        with pytest.raises(Refused) as refusal:
            joined(**said)
        assert list(refusal.value.problems) == [at]
    joined(since="2020", until="2024")
    with pytest.raises(Refused, match="schon in der Gruppe"):
        joined(since="2020")
    joined(since="2026")
