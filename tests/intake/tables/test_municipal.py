# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of town twinnings."""

import pytest

from bruecke.intake.table_target import targets
from bruecke.intake.towns import towns_of
from bruecke.partnerships.models import Partnership, StateChange
from bruecke.places.models import Place
from tests.factories.people import make_organisation
from tests.factories.plan import make_place
from tests.factories.tables import make_preview, make_region, make_taken

pytestmark = pytest.mark.django_db
HEADER = "city1,country1,lat1,lng1,city2,country2,lat2,lng2\n"


def test_our_town_may_stand_on_either_side() -> None:
    region = make_region("Görlitz", "Zittau")
    text = HEADER + "Goerlitz,Germany,,,Zgorzelec,Poland,,\nLiberec,Czech Republic,50.77,15.06,Zittau,Germany,,\n"
    make_taken(text, "municipal", region=region.pk)
    assert list(Partnership.objects.order_by("pk").values_list("name_de", "kind", "state", "visibility")) == [
        ("Görlitz – Zgorzelec", "municipal", "active", "ministries"),
        ("Zittau – Liberec", "municipal", "active", "ministries"),
    ]
    liberec = Partnership.objects.get(name_de="Zittau – Liberec").place
    assert (liberec.kind, liberec.parent and liberec.parent.code, liberec.latitude) == ("city", "CZ", 50.77)
    assert str(Partnership.objects.get(name_de="Zittau – Liberec").holder) == "Zittau"
    assert StateChange.objects.count() == 2


def test_rows_without_a_town_of_ours_with_two_or_within_the_country_are_left_out() -> None:
    region = make_region("Görlitz", "Zittau")
    rows = ("Bonn,Germany,,,Oxford,United Kingdom,,", "Görlitz,Germany,,,Zittau,Germany,,", "Görlitz,DE,,,Bonn,DE,,")
    assert make_preview(HEADER + "\n".join(rows), "municipal", region=region.pk).counts == {"outside": 3}


def test_a_place_of_the_same_name_elsewhere_is_told_apart_by_its_coordinates() -> None:
    towns = towns_of(make_region("Coswig@51.13,13.58").pk)
    row = dict.fromkeys((column.name for column in targets()["municipal"].columns), "")
    row |= {"town_a": "Coswig", "country_a": "DE", "town_b": "Ravenna", "country_b": "IT"}
    target = targets()["municipal"]
    assert target.settled(row | {"latitude_a": "51.12", "longitude_a": "13.57"}, towns) is not None
    assert target.settled(row | {"latitude_a": "51.88", "longitude_a": "12.43"}, towns) is None
    assert target.settled(row, towns) is not None


def test_the_same_twinning_from_both_lists_is_one() -> None:
    region = make_region("Görlitz")
    text = HEADER + "Görlitz,Germany,,,Wiesbaden,Austria,,\nWiesbaden,Austria,,,Görlitz,Germany,,\n"
    table = make_taken(text, "municipal", region=region.pk)
    assert (table.counts["new"], table.counts["duplicate"], Partnership.objects.count()) == (1, 1, 1)


def test_towns_that_stand_are_not_entered_again() -> None:
    region = make_region("Görlitz")
    holder = make_organisation("Stadt Görlitz", kind="municipality")
    poland = make_place("Polen", code="PL")
    breslau = make_place("Breslau", kind="city", parent=poland, name_en="Wrocław")
    make_taken(HEADER + "Görlitz,Germany,,,Wrocław,Poland,,\n", "municipal", region=region.pk)
    made = Partnership.objects.get()
    assert (made.holder, made.place, Place.objects.filter(kind="city").count()) == (holder, breslau, 2)


def test_one_that_somebody_entered_by_hand_is_known_under_each_name_of_its_place() -> None:
    region = make_region("Görlitz")
    make_taken(HEADER + "Görlitz,Germany,,,Breslau,Poland,,\n", "municipal", region=region.pk)
    Place.objects.filter(name_de="Breslau").update(name_en="Wrocław")
    table = make_preview(HEADER + "Görlitz,Germany,,,Wroclaw,Poland,,\n", "municipal", region=region.pk)
    assert table.counts["unchanged"] == 1


def test_a_country_that_is_not_known_is_an_error_only_where_the_row_is_ours() -> None:
    region = make_region("Görlitz")
    text = HEADER + "Görlitz,Germany,,,Irgendwo,Atlantis,,\nBonn,Germany,,,Irgendwo,Atlantis,,\n"
    table = make_preview(text, "municipal", region=region.pk)
    assert (table.counts["error"], table.counts["outside"]) == (1, 1)
    assert [(each["code"], each["column"]) for each in table.rows.get().problems] == [("no_country", "country_b")]
