# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The coherence matrix as a picture and as a table: numbers that lead to their lists, words that the data prove."""

import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from bruecke.pages.matrix import findings
from bruecke.strategy.models import Edition, MeasureGoal, MeasurePlace
from bruecke.strategy.queries.coherence import Axis, Coherence, Head
from tests.factories.people import make_organisation
from tests.factories.plan import make_chapter, make_edition, make_goal, make_measure, make_place
from tests.pages.reading import listed, read, statements, words

pytestmark = pytest.mark.django_db
AXES = [axis.value for axis in Axis]


def make_linked(edition: Edition, number: int = 3) -> None:
    """So many measures, each with an instrument, lead, goal and place of its own."""
    already = edition.measures.count()
    for n in range(already, already + number):
        measure = make_measure(
            edition, lead=make_organisation(f"Haus {n}"), chapter=make_chapter(edition, f"A{n}"), goal_count=1
        )
        MeasureGoal.objects.create(measure=measure, goal=make_goal(edition))
        MeasurePlace.objects.create(measure=measure, place=make_place(f"Land {n}"), source="person")


def table(unassigned: int = 0, hidden: int = 0, total: int = 5, axis: Axis = Axis.GOAL, empty: int = 0) -> Coherence:
    """A matrix of one row, one column with a measure and `empty` without."""
    columns = tuple(Head(n, f"Z{n}", f"Z{n}", f"Ziel {n}") for n in range(1, empty + 2))
    counts = ((1, *[0] * empty),)
    return Coherence(axis, (Head(1, "I", "I", "I"),), columns, counts, (total,), (unassigned,), (hidden,))


def cells(page: str) -> list[list[str]]:
    """Words of the table's body."""
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    return [[words(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in body.split("</tr>")[:-1]]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (table(), []),
        (table(2), ["2 von 5 Maßnahmen dienen noch keinem Ziel."]),
        (table(2, axis=Axis.MINISTRY), ["2 von 5 Maßnahmen haben noch keine Federführung."]),
        (table(2, axis=Axis.PLACE), ["2 von 5 Maßnahmen nennen keinen Ort."]),
        (table(hidden=1, axis=Axis.MINISTRY), ["Bei 1 Maßnahme ist die Federführung nicht öffentlich."]),
        (table(hidden=2), ["2 Maßnahmen dienen nur Zielen, die nicht öffentlich sind."]),
        (table(empty=1), ["Einem Ziel dient noch keine Maßnahme: Z2."]),
        (table(empty=2), ["2 Zielen dient noch keine Maßnahme: Z2, Z3."]),
        (table(empty=2, axis=Axis.PLACE), []),
    ],
)
def test_findings_say_what_the_data_prove(one: Coherence, said: list[str]) -> None:
    assert findings(one) == said


@pytest.mark.parametrize("axis", AXES)
def test_without_an_edition_the_page_says_when_there_will_be_a_matrix(client: Client, axis: str) -> None:
    assert "Noch keine Strategie" in words(read(client, f"/zusammenhang/?spalten={axis}"))


def test_edition_without_columns_says_so(client: Client) -> None:
    make_measure()
    for axis in AXES:
        assert "Noch keine Spalten" in words(read(client, f"/zusammenhang/?spalten={axis}"))


def test_unknown_columns_are_those_of_the_goals(client: Client) -> None:
    make_linked(make_edition())
    assert "Instrumente und Ziele" in words(read(client, "/zusammenhang/?spalten=unsinn"))


@pytest.mark.parametrize("axis", AXES)
def test_every_number_leads_to_a_list_of_so_many_measures(client: Client, axis: str) -> None:
    edition = make_edition()
    make_linked(edition)
    make_measure(edition)
    page = read(client, f"/zusammenhang/?spalten={axis}")
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    linked = re.findall(r'<td[^>]*><a href="([^"]+)">(\d+)</a>', body)
    assert [len(listed(client, href.replace("&amp;", "&"))) for href, _ in linked] == [int(n) for _, n in linked]
    assert [n for _, n in linked] == ["1"] * 3
    rows = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a>', body)
    assert [len(listed(client, href)) for href, _ in rows] == [1, 1, 1, 1]


def test_table_and_picture_tell_the_same(client: Client) -> None:
    edition = make_edition()
    make_linked(edition)
    page = read(client, "/zusammenhang/")
    start = page.index('<svg class="heatmap"')
    svg = ElementTree.fromstring(page[start : page.index("</svg>", start) + len("</svg>")])
    drawn = [text.text for text in svg.iter() if text.attrib.get("class") == "pic-ink"]
    numbers = [n for row in cells(page) for n in row[1:-2] if n != "0"]
    assert drawn == numbers == ["1", "1", "1"]
    assert [row[-2:] for row in cells(page)] == [["0", "1"]] * 3


def test_lead_that_is_not_public_is_counted_apart_and_never_named(client: Client, coordinator_client: Client) -> None:
    edition = make_edition()
    make_measure(edition, lead=make_organisation("Offenes Haus"))
    make_measure(edition, lead=make_organisation("Geheimes Haus", visibility="ministries"))
    make_measure(edition)
    public = read(client, "/zusammenhang/?spalten=ressort")
    staff = read(coordinator_client, "/zusammenhang/?spalten=ressort")
    assert "Geheimes Haus" not in public
    assert cells(public) == [["I Instrument I", "1", "1", "1", "3"]]
    assert "1 von 3 Maßnahmen haben noch keine Federführung." in words(public)
    assert "Geheimes Haus" in staff
    assert cells(staff) == [["I Instrument I", "1", "1", "1", "3"]]
    assert "nicht öffentlich" not in words(staff)


def test_goal_served_only_by_an_internal_measure_is_named_as_an_orphan(client: Client) -> None:
    edition = make_edition()
    goals = [make_goal(edition), make_goal(edition)]
    for goal, visibility in zip(goals, ("published", "ministries"), strict=True):
        measure = make_measure(edition, visibility=visibility, goal_count=1)
        MeasureGoal.objects.create(measure=measure, goal=goal)
    assert "Einem Ziel dient noch keine Maßnahme: Z2." in words(read(client, "/zusammenhang/"))


def test_names_are_escaped_in_table_and_picture(client: Client) -> None:
    edition = make_edition()
    measure = make_measure(edition, lead=make_organisation('<b>"Haus"</b>'))
    assert measure.lead is not None
    page = read(client, "/zusammenhang/?spalten=ressort")
    assert "<b>" not in page
    assert "&lt;b&gt;" in page


@pytest.mark.parametrize("axis", AXES)
def test_page_takes_the_same_few_statements_for_1_and_50_rows(client: Client, axis: str) -> None:
    edition = make_edition()
    make_linked(edition, 1)
    few = statements(client, f"/zusammenhang/?spalten={axis}")
    make_linked(edition, 49)
    assert statements(client, f"/zusammenhang/?spalten={axis}") == few <= 12


def test_english_page_has_english_names(client: Client) -> None:
    edition = make_edition()
    make_linked(edition)
    edition.chapters.update(title_en="Trade")
    edition.goals.update(title_en="Know the neighbours")
    page = read(client, "/zusammenhang/", "en")
    assert '<html lang="en"' in page
    assert "Know the neighbours" in page
    assert "A0 Trade" in words(page)
