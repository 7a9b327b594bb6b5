# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register: what each filter finds, paging by key, numbers, gaps."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC, Principal, Role
from bruecke.actors.models import Person
from bruecke.partnerships.partnership_filter import PartnershipFilter
from bruecke.partnerships.queries.overview import partner_overview
from bruecke.partnerships.queries.register import (
    PAGE,
    choices,
    expiring,
    in_order,
    register_page,
    spots,
    state_counts,
)
from bruecke.places.models import PlaceGroup, PlaceGroupMember
from tests.factories.partnerships import make_agreement, make_body, make_partnership, make_sector
from tests.factories.plan import make_edition, make_goal, make_place

pytestmark = pytest.mark.django_db
STAFF = Principal(user_id=1, roles=frozenset({Role.COORDINATOR}))


def found(principal: Principal = PUBLIC, view: str = "partner", **values: str) -> list[str]:
    """Names that a filter finds."""
    asked = PartnershipFilter(values={name: (value,) for name, value in values.items()}, view=view)
    return [row.name for row in register_page(asked, "", principal=principal).rows]


def test_candidates_and_former_ones_are_no_partners() -> None:
    for state in ("active", "dormant", "reactivation", "proposed", "examined", "ended", "rejected"):
        make_partnership(state, state=state)
    assert found() == ["active", "dormant", "reactivation"]
    assert found(view="kandidaten") == ["examined", "proposed"]
    assert found(view="frueher") == ["ended", "rejected"]
    assert found(stand="ruht") == ["dormant"]


def test_country_finds_what_lies_in_it_however_deep() -> None:
    country, other = make_place("Polen"), make_place("Italien")
    region = make_place("Schlesien", kind="region", parent=country)
    make_partnership("Land", place=country)
    make_partnership("Region", place=region)
    make_partnership("Stadt", place=make_place("Breslau", kind="city", parent=region), kind="municipal")
    make_partnership("Anderswo", place=other)
    assert found(land=country.key) == ["Land", "Region", "Stadt"]
    rows = {row.name: row.country for row in in_order(PartnershipFilter(), principal=PUBLIC)}
    assert rows == {"Land": "", "Region": "Polen", "Stadt": "Polen", "Anderswo": ""}
    assert [entry.label for entry in choices(principal=PUBLIC)["land"]] == ["Italien", "Polen"]


def test_group_finds_what_lies_in_its_members() -> None:
    country = make_place()
    group = PlaceGroup.objects.create(key="moe", name="MOE")
    PlaceGroupMember.objects.create(group=group, place=country, source="x")
    make_partnership("Drin", place=make_place(kind="region", parent=country))
    make_partnership("Draußen")
    assert found(laendergruppe="moe") == ["Drin"]


def test_sector_and_goal_find_what_is_linked() -> None:
    sector, goal = make_sector(), make_goal(make_edition())
    hidden = make_goal(goal.edition, visibility="ministries")
    made = make_partnership("Verbunden")
    made.sectors.add(sector)
    made.goals.add(goal, hidden)
    make_partnership("Allein")
    assert found(feld=sector.key) == found(ziel=goal.reference) == ["Verbunden"]
    assert (found(ziel=hidden.reference), found(STAFF, ziel=hidden.reference)) == ([], ["Verbunden"])


def test_each_gap_finds_what_lacks_it() -> None:
    whole = make_partnership("Ganz", basis="agreement", working_group=make_body())
    whole.goals.add(make_goal(make_edition()))
    whole.contacts.add(
        Person.objects.create(name="A", legal_basis="consent", source="x", retention="term", review_on="2030-01-01")
    )
    make_agreement(whole, ends_on="2999")
    bare = make_partnership("Bloß")
    make_agreement(bare, ends_on=date.today().isoformat())
    for gap in ("ziel", "grundlage", "arbeitsgruppe", "laeuft-aus"):
        assert found(luecke=gap) == ["Bloß"], gap
    assert found(STAFF, luecke="kontakt") == ["Bloß"]
    make_partnership("Unbegründet", state="examined")
    make_partnership("Begründet", state="examined", sectoral_answer="Weil.")
    assert found(view="kandidaten", luecke="vorrang") == ["Unbegründet"]


def test_agreement_expires_within_a_year_unless_it_goes_on_by_itself() -> None:
    made = make_partnership()
    for ends, is_renewed in (("2027-01-31", False), ("2027", False), ("2028", False), ("2027", True), ("", False)):
        make_agreement(made, f"{ends} {is_renewed}", ends_on=ends, is_renewed_by_itself=is_renewed)
    make_agreement(made, "intern", ends_on="2020", visibility="ministries")
    titles = expiring(date(2026, 1, 31), principal=PUBLIC).values_list("title", flat=True)
    assert sorted(titles) == ["2027 False", "2027-01-31 False"]


def test_pages_by_key_show_everybody_once_and_lead_back() -> None:
    for n in range(PAGE * 2 + 5):
        make_partnership(f"Region {n:03}")
    asked, seen, after = PartnershipFilter(), [], ""
    for _page in range(3):
        page = register_page(asked, after, principal=PUBLIC)
        seen += [row.name for row in page.rows]
        after = page.next
    assert (seen, after) == ([f"Region {n:03}" for n in range(PAGE * 2 + 5)], "")
    back = register_page(asked, page.previous, principal=PUBLIC)
    assert [row.name for row in back.rows] == seen[PAGE : PAGE * 2]


@pytest.mark.parametrize("sort", ["name", "aenderung"])
@pytest.mark.parametrize("word", ["kaputt", "WzAsMV0", "WzAsImEiLDFd"])
def test_a_cursor_that_is_none_begins_at_the_start(sort: str, word: str) -> None:
    make_partnership("Region")
    assert len(register_page(PartnershipFilter(sort=sort), word, principal=PUBLIC).rows) <= 1


def test_newest_change_comes_first() -> None:
    first, second = make_partnership("Erste"), make_partnership("Zweite")
    first.save()
    rows = register_page(PartnershipFilter(sort="aenderung"), "", principal=PUBLIC).rows
    assert {row.pk for row in rows} == {first.pk, second.pk}
    assert rows[0].key[0] >= rows[1].key[0]


def test_hidden_ones_are_in_no_list_and_no_number() -> None:
    make_partnership("Offen")
    make_partnership("Intern", visibility="ministries", place=make_place("Geheimland"))
    asked = PartnershipFilter()
    assert (found(), found(STAFF)) == (["Offen"], ["Intern", "Offen"])
    assert state_counts(asked, principal=PUBLIC) == {("active", "regional"): 1}
    assert partner_overview(principal=PUBLIC).counts == {"active": 1}
    assert partner_overview(principal=STAFF).counts == {"active": 2}
    assert "Geheimland" not in [entry.label for entry in choices(principal=PUBLIC)["land"]]


def test_map_shows_no_towns_and_no_place_without_name() -> None:
    make_partnership("Stadt", kind="municipal")
    make_partnership("Ungenannt", place=make_place(kind="region", is_unnamed=True))
    [spot] = spots(PartnershipFilter(), principal=PUBLIC)
    assert (spot.name, spot.latitude, spot.is_unnamed) == ("Ungenannt", None, True)


def test_overview_counts_the_governments_own_and_gaps_of_partners_only() -> None:
    make_partnership("Eigene")
    make_partnership("Kandidat", state="examined")
    make_partnership("Behörde", kind="authority")
    make_partnership("Ehemalig", state="ended")
    whole = make_partnership("Ganz", basis="agreement")
    whole.goals.add(make_goal(make_edition()))
    state = partner_overview(principal=PUBLIC)
    assert (state.counts, state.without_basis, state.without_goal) == ({"active": 2, "examined": 1}, 1, 1)
    with CaptureQueriesContext(connection) as caught:
        partner_overview(principal=PUBLIC)
    assert len(caught) == 1
