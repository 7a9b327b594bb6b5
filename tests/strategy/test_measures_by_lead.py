# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list sorted by lead, page by page: the alphabet of those one may know of, all others together at the end."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.accounts.principal import PUBLIC, Principal
from bruecke.base.collation import sort_key
from bruecke.records.cursor import Cursor
from bruecke.strategy.measure_filter import MeasureFilter, parse
from bruecke.strategy.models import Measure
from bruecke.strategy.queries.measure_list import PAGE, kept_page
from bruecke.strategy.queries.measures_by_lead import MOST_LEADS
from bruecke.strategy.queries.vocabulary import vocabulary
from tests.factories.people import make_organisation
from tests.factories.plan import make_edition, make_measure
from tests.strategy.plans import WHO, World, make_world, sees

pytestmark = pytest.mark.django_db

FILTERS = (
    {},
    {"verbindlichkeit": ["option"]},
    {"luecke": ["federfuehrung"]},
    {"luecke": ["federfuehrung", "termin"]},
    {"federfuehrung": ["own"], "vorbehalt": ["ja", "nein"]},
)


@pytest.fixture
def world() -> World:
    return make_world(360)


def walked(asked: MeasureFilter, edition_id: int, principal: Principal) -> tuple[list[list[int]], list[list[int]]]:
    """Keys of all pages: forwards from the first, backwards from the last."""
    words = vocabulary(edition_id, principal=principal)
    pages = [kept_page(edition_id, asked, words, "", principal=principal)]
    while pages[-1].next:
        pages.append(kept_page(edition_id, asked, words, pages[-1].next, principal=principal))
    back = [pages[-1]]
    while back[-1].previous:
        back.append(kept_page(edition_id, asked, words, back[-1].previous, principal=principal))
    forwards, backwards = ([[row.pk for row in page.rows] for page in some] for some in (pages, back))
    return forwards, backwards[::-1]


def expected(world: World, who: str, fits: set[int]) -> list[int]:
    """Said in plain Python: seen leads by their names, everybody else after them, by position."""
    shown = [measure for measure in world.measures if sees(who, measure) and measure.pk in fits]

    def place(measure: Measure) -> tuple[bool, str, int]:
        is_named = measure.lead is not None and sees(who, measure.lead)
        return (not is_named, sort_key(measure.lead.name) if is_named and measure.lead else "", measure.position)

    return [measure.pk for measure in sorted(shown, key=place)]


def fits(world: World, lists: dict[str, list[str]]) -> set[int]:
    """The measures a filter of FILTERS lets through."""
    tests = {
        "verbindlichkeit": lambda m, values: m.modality in values,
        "luecke": lambda m, values: m.lead is None or ("termin" in values and not m.deadline),
        "federfuehrung": lambda m, values: m.lead == world.houses[4],
        "vorbehalt": lambda m, values: m.needs_state_money in {"yes", "no"},
    }
    return {m.pk for m in world.measures if all(tests[name](m, values) for name, values in lists.items())}


@pytest.mark.parametrize("who", WHO)
def test_every_page_forwards_and_back_is_what_plain_python_says(world: World, who: str) -> None:
    for lists in FILTERS:
        values = {name: [world.houses[4].key] if given == ["own"] else given for name, given in lists.items()}
        asked = parse([*values.items(), ("sortierung", ["federfuehrung"])])
        forwards, backwards = walked(asked, world.edition.pk, world.visitors[who])
        wanted = expected(world, who, fits(world, lists))
        assert [key for page in forwards for key in page] == wanted, lists
        assert [len(page) for page in forwards[:-1]] == [PAGE] * (len(forwards) - 1)
        assert [key for page in backwards for key in page][-len(wanted) :] == wanted, lists


def test_a_page_takes_two_statements_and_a_third_where_the_first_lead_does_not_fill_it() -> None:
    edition, leads = make_edition(), [make_organisation(name) for name in "AB"]
    for number in range(80):
        make_measure(edition, lead=leads[number // 40])
    asked, words = parse([("sortierung", ["federfuehrung"])]), vocabulary(edition.pk, principal=PUBLIC)
    numbers, after = [], ""
    for _page in range(3):
        with CaptureQueriesContext(connection) as made:
            page = kept_page(edition.pk, asked, words, after, principal=PUBLIC)
        numbers.append((len(page.rows), len(made)))
        after = page.next
    assert numbers == [(30, 2), (30, 3), (20, 2)]


def test_more_leads_than_can_be_looked_for_one_by_one_are_sorted_too() -> None:
    edition = make_edition()
    for number in range(MOST_LEADS + 2):
        make_measure(edition, lead=make_organisation(f"Haus {999 - number}"))
    asked = parse([("sortierung", ["federfuehrung"])])
    forwards, backwards = walked(asked, edition.pk, PUBLIC)
    keys = [key for page in forwards for key in page]
    assert keys == sorted((measure.pk for measure in edition.measures.all()), reverse=True)
    assert backwards == forwards


@pytest.mark.parametrize("rank", [1 - 2**63, -1, 99, 2**63 - 1])
def test_a_cursor_beside_all_leads_shows_all_or_nothing(rank: int) -> None:
    edition = make_edition()
    measure = make_measure(edition, lead=make_organisation("Haus"))
    words, asked = vocabulary(edition.pk, principal=PUBLIC), parse([("sortierung", ["federfuehrung"])])
    for is_back in (False, True):
        cursor = Cursor((rank, 0, 0), is_back).encode()
        page = kept_page(edition.pk, asked, words, cursor, principal=PUBLIC)
        assert [row.pk for row in page.rows] == ([measure.pk] if is_back == (rank > 0) else [])
