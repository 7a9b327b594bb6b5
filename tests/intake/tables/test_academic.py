# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of university agreements."""

import pytest

from bruecke.partnerships.models import Agreement, Partnership
from tests.factories.tables import make_preview, make_taken

pytestmark = pytest.mark.django_db
HEADER = "Partnerhochschule;Land;Eigene Hochschule;Art der Vereinbarung;läuft bis;Vertragsnummer;unterzeichnet am\n"


def test_all_agreements_with_one_partner_are_of_one_partnership() -> None:
    rows = (
        "Uni A;Polen;HS Nord;Erasmus;2029;;",
        "UNI A;PL;HS Nord;Doppelabschluss;31.12.2031;;",
        "Uni B;Polen;HS Nord;E;;;",
    )
    make_taken(HEADER + "\n".join(rows), "academic")
    made = Partnership.objects.get(name_de="HS Nord – Uni A")
    assert sorted(made.agreements.values_list("title", "ends_on")) == [
        ("Doppelabschluss", "2031-12-31"),
        ("Erasmus", "2029"),
    ]
    assert (made.place.code, str(made.holder), [str(each) for each in made.partners.all()]) == (
        "PL",
        "HS Nord",
        ["Uni A"],
    )
    assert {str(party) for party in made.agreements.first().parties.all()} == {"HS Nord", "Uni A"}
    assert Partnership.objects.count() == 2


def test_a_partnership_is_ended_only_where_all_its_agreements_ran_out() -> None:
    rows = ("A;Polen;H;E;2001-05-31;;", "A;Polen;H;F;2003-05-31;;", "B;Polen;H;E;2001;;", "B;Polen;H;F;;;")
    make_taken(HEADER + "\n".join(rows), "academic")
    assert list(Partnership.objects.order_by("name_de").values_list("state", "state_since")) == [
        ("ended", "2003-05-31"),
        ("active", ""),
    ]
    assert Partnership.objects.get(name_de="H – A").changes.get().reason


def test_a_later_file_adds_agreements_to_the_partnership_that_stands() -> None:
    make_taken(HEADER + "A;Polen;H;Erasmus;2029;;\n", "academic")
    make_taken(HEADER + "A;Polen;H;Erasmus;2029;;\nA;Polen;H;Erasmus;2033;;\n", "academic")
    assert (Partnership.objects.count(), Agreement.objects.count()) == (1, 2)


def test_an_agreement_with_a_number_is_the_same_though_its_end_changes() -> None:
    make_taken(HEADER + "A;Polen;H;Erasmus;2029;V 7;\n", "academic")
    table = make_taken(HEADER + "A;Polen;H;Erasmus;2033;V 7;\n", "academic")
    assert table.counts["changed"] == 1
    assert Agreement.objects.get().ends_on == "2033"


def test_an_end_before_the_signature_is_an_error_of_its_row() -> None:
    table = make_preview(HEADER + "A;Polen;H;Erasmus;2001;;2.3.2005\n", "academic")
    assert [each["code"] for each in table.rows.get().problems] == ["ends_before"]


def test_our_university_may_be_a_fixed_value() -> None:
    text = "partner_university,country_de,agreement_type,end_date\nUni A,Polen,Erasmus,2029-05-31\n"
    assert make_preview(text, "academic", constants={"holder": "HTW"}).counts["new"] == 1
    assert make_preview(text, "academic").counts["error"] == 1
