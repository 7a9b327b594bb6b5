# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of measures, its numbers and its files, as each visitor sees them."""

import re
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bruecke.accounts.principal import Role
from bruecke.places.models import PlaceGroup, PlaceGroupMember
from bruecke.strategy.measure_filter import CODED
from bruecke.strategy.models import Edition, Measure, MeasureActor, MeasureGoal, MeasurePlace, Theme
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_chapter, make_edition, make_goal, make_measure, make_place

pytestmark = pytest.mark.django_db
ROW = re.compile(r'<a class="name" href="/massnahmen/(\d+)/">([^<]*)</a>')


def browser(*roles: Role, house: object = None) -> Client:
    client = Client()
    client.force_login(make_user(*roles, house=house), backend="bruecke.accounts.backends.EmailBackend")  # type: ignore[arg-type]
    return client


def titles(client: Client, query: str = "") -> list[str]:
    return [title for _, title in ROW.findall(client.get(f"/massnahmen/{query}").content.decode())]


def statements(client: Client, address: str) -> int:
    made: list[str] = []

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        made.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        assert client.get(address).status_code == 200
    return len(made)


@pytest.fixture
def plan() -> Edition:
    """Six measures that differ in everything the list can be narrowed down by."""
    edition = make_edition()
    first = edition.chapters.get()
    section = make_chapter(edition, "I.Abschnitt", parent=first, level=2)
    second = make_chapter(edition, "II")
    ministry, other = make_organisation("Ministerium A", key="a"), make_organisation("Ministerium B", key="b")
    goal = make_goal(edition)
    poland, region = make_place("Polen", key="polen"), make_place("Niederschlesien", key="niederschlesien")
    region.parent = poland
    region.save()
    group = PlaceGroup.objects.create(key="nachbarn", name="Nachbarn")
    PlaceGroupMember.objects.create(group=group, place=poland, source="Wortlaut")
    theme = Theme.objects.create(key="bruecke", title="Brücke")
    eins = make_measure(edition, "Eins", lead=ministry, chapter=first, goal_count=1)
    MeasureGoal.objects.create(measure=eins, goal=goal)
    zwei = make_measure(
        edition, "Zwei", chapter=section, kind="examine", deadline="2027-05", precondition="wenn es geht"
    )
    MeasurePlace.objects.create(measure=zwei, place=region, source="wording")
    drei = make_measure(edition, "Drei", chapter=second, modality="statement", kind="inform", indicator="Besuche")
    drei.themes.add(theme)
    vier = make_measure(edition, "Vier", chapter=second, option_state="taken_up", needs_state_money="yes")
    vier.participants.add(other)
    MeasurePlace.objects.create(measure=vier, place=poland, source="wording")
    fuenf = make_measure(edition, "Fünf", chapter=second, lead=other, is_continuing=True, needs_state_money="no")
    MeasureActor.objects.create(measure=fuenf, organisation=ministry, source="wording")
    make_measure(edition, "Sechs", chapter=second, option_state="not_taken_up", visibility="ministries")
    return edition


FILTERS = [
    ("?instrument=I", ["Eins", "Zwei"]),
    ("?instrument=I.Abschnitt", ["Zwei"]),
    ("?instrument=I.Abschnitt&instrument=II", ["Zwei", "Drei", "Vier", "Fünf"]),
    ("?ziel=Z1", ["Eins"]),
    ("?thema=bruecke", ["Drei"]),
    ("?federfuehrung=a", ["Eins"]),
    ("?federfuehrung=a&federfuehrung=b", ["Eins", "Fünf"]),
    ("?art=pruefen", ["Zwei"]),
    ("?verbindlichkeit=feststellung", ["Drei"]),
    ("?verbindlichkeit=option&instrument=II", ["Vier", "Fünf"]),
    ("?entscheidung=aufgegriffen", ["Vier"]),
    ("?entscheidung=nicht-aufgegriffen", []),
    ("?vorbehalt=ja", ["Vier"]),
    ("?vorbehalt=nein", ["Fünf"]),
    ("?ort=niederschlesien", ["Zwei"]),
    ("?ort=polen", ["Vier"]),
    ("?laendergruppe=nachbarn", ["Zwei", "Vier"]),
    ("?organisation=b", ["Vier", "Fünf"]),
    ("?organisation=a", ["Eins", "Fünf"]),
    ("?luecke=federfuehrung", ["Zwei", "Drei", "Vier"]),
    ("?luecke=ziel", ["Zwei", "Drei", "Vier", "Fünf"]),
    ("?luecke=termin", ["Eins", "Drei", "Vier", "Fünf"]),
    ("?luecke=indikator", ["Eins", "Zwei", "Vier", "Fünf"]),
    ("?fortgesetzt=ja", ["Fünf"]),
    ("?organisation=gibt-es-nicht", []),
    ("?sichtbarkeit=ressorts", ["Eins", "Zwei", "Drei", "Vier", "Fünf"]),
]


@pytest.mark.parametrize(("query", "expected"), FILTERS)
def test_a_filter_lets_through_what_it_says(plan: Edition, client: Client, query: str, expected: list[str]) -> None:
    assert titles(client, query) == expected


def test_staff_filters_by_visibility(plan: Edition) -> None:
    assert titles(browser(Role.COORDINATOR), "?sichtbarkeit=ressorts") == ["Sechs"]


def test_words_are_counted_as_they_are_shown(plan: Edition, client: Client) -> None:
    assert "5 Maßnahmen" in client.get("/massnahmen/").content.decode()
    assert "2 von 5 Maßnahmen" in client.get("/massnahmen/?instrument=I").content.decode()


def test_a_chip_takes_its_filter_away(plan: Edition, client: Client) -> None:
    page = client.get("/massnahmen/?instrument=I&art=pruefen").content.decode()
    assert '<a class="chip" href="?art=pruefen">Instrument: I Instrument I' in page
    assert '<a class="chip" href="?instrument=I">Maßnahmenart: prüfen' in page


def test_without_a_strategy_the_page_says_how_one_gets_here(client: Client) -> None:
    make_edition(state="draft")
    assert "Noch ist keine Strategie veröffentlicht" in client.get("/massnahmen/").content.decode()


def test_measures_of_a_draft_or_superseded_edition_are_not_listed(plan: Edition, client: Client) -> None:
    make_measure(make_edition(state="draft", strategy=plan.strategy), "Entwurf")
    make_measure(make_edition(state="superseded", strategy=plan.strategy), "Früher")
    assert titles(client) == ["Eins", "Zwei", "Drei", "Vier", "Fünf"]


def test_another_strategy_is_chosen_by_its_key(plan: Edition, client: Client) -> None:
    other = make_measure(title="Anderswo")
    assert titles(client, f"?strategie={other.strategy.key}") == ["Anderswo"]


def test_an_option_is_called_an_option_and_waits_for_its_condition(plan: Edition, client: Client) -> None:
    page = client.get("/massnahmen/?art=pruefen").content.decode()
    assert '<span class="tag option">Option</span>' in page
    assert "offen, wartet auf Bedingung" in page


def test_a_lead_the_public_may_not_know_is_not_named(plan: Edition, client: Client) -> None:
    Measure.objects.filter(title="Eins").update(
        lead=make_organisation("Geheimes Haus", key="g", visibility="ministries")
    )
    page = client.get("/massnahmen/").content.decode()
    assert "Geheimes Haus" not in page
    assert "nicht öffentlich" in page
    assert titles(client, "?federfuehrung=g") == []
    assert titles(browser(Role.REPORTER), "?federfuehrung=g") == ["Eins"]


@pytest.mark.parametrize("sort", ["fundstelle", "titel", "federfuehrung", "aenderung"])
def test_paging_shows_every_row_once_forwards_and_back(client: Client, sort: str) -> None:
    edition = make_edition()
    leads = [make_organisation(f"M{n}", key=f"m{n}") for n in range(3)]
    for number in range(65):
        make_measure(edition, f"Titel {number % 5}", lead=leads[number % 4] if number % 4 < 3 else None)
    pages, query = [], f"?sortierung={sort}"
    while query and len(pages) < 4:
        page = client.get(f"/massnahmen/{query}").content.decode()
        pages.append([int(pk) for pk, _ in ROW.findall(page)])
        following = re.search(r'href="([^"]*)" rel="next"', page)
        before = re.search(r'href="([^"]*)" rel="prev"', page)
        query = following.group(1).replace("&amp;", "&") if following else ""
    assert [len(rows) for rows in pages] == [30, 30, 5]
    assert len({pk for rows in pages for pk in rows}) == 65
    for expected in pages[-2::-1]:
        assert before is not None
        page = client.get("/massnahmen/" + before.group(1).replace("&amp;", "&")).content.decode()
        assert [int(pk) for pk, _ in ROW.findall(page)] == expected
        before = re.search(r'href="([^"]*)" rel="prev"', page)
    assert before is None


def test_lists_are_sorted_as_they_say(plan: Edition, client: Client) -> None:
    assert titles(client, "?sortierung=titel") == ["Drei", "Eins", "Fünf", "Vier", "Zwei"]
    assert titles(client, "?sortierung=federfuehrung") == ["Eins", "Fünf", "Zwei", "Drei", "Vier"]
    assert titles(client, "?sortierung=aenderung") == ["Fünf", "Vier", "Drei", "Zwei", "Eins"]


@pytest.mark.parametrize("word", ["x", "WzAsMV0", "%00", "W3sxfV0", "9" * 500])
def test_a_spoilt_cursor_begins_at_the_start(plan: Edition, client: Client, word: str) -> None:
    assert len(titles(client, f"?ab={word}")) == 5


def numbers(client: Client, query: str) -> dict[str, int]:
    page = client.get(f"/massnahmen/zahlen/{query}").content.decode()
    return {name: int(number) for name, number in re.findall(r'id="n-([a-z]+-\d+)" hx-swap-oob="true">(\d+)<', page)}


CHOICES = {
    "instrument": ["I", "I.Abschnitt", "II"],
    "ziel": ["Z1"],
    "thema": ["bruecke"],
    "federfuehrung": ["a", "b"],
    "ort": ["niederschlesien", "polen"],
    "laendergruppe": ["nachbarn"],
    "organisation": ["a", "b"],
    **{name: list(values) for name, values in CODED.items()},
}
ASKED = st.dictionaries(
    st.sampled_from(sorted(CHOICES)), st.integers(0, 20), min_size=0, max_size=3
)  # parameter → which of its values


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=ASKED, is_staff=st.booleans())
def test_each_number_is_the_length_of_the_list_it_leads_to(
    plan: Edition, asked: dict[str, int], is_staff: bool
) -> None:
    """All other filters applied, its own replaced by the value beside which the number stands."""
    client = browser(Role.COORDINATOR) if is_staff else Client()
    chosen = {name: CHOICES[name][number % len(CHOICES[name])] for name, number in asked.items()}
    if not is_staff:
        chosen.pop("sichtbarkeit", None)
    shown = numbers(client, "?" + "&".join(f"{name}={value}" for name, value in chosen.items()))
    for name, values in CHOICES.items():
        if name == "sichtbarkeit" and not is_staff:
            continue
        for place, value in enumerate(values):
            query = "?" + "&".join(f"{n}={v}" for n, v in (chosen | {name: value}).items())
            assert shown[f"{name}-{place}"] == len(titles(client, query)), query


def test_numbers_are_on_the_page_itself_without_javascript(plan: Edition, client: Client) -> None:
    page = client.get("/massnahmen/?zahlen=1").content.decode()
    assert '<span id="n-verbindlichkeit-0">4</span>' in page
    assert "hx-get" not in page


def test_numbers_follow_a_change_of_the_plan(plan: Edition, client: Client) -> None:
    before = numbers(client, "")["verbindlichkeit-0"]
    make_measure(plan, "Sieben")
    assert numbers(client, "")["verbindlichkeit-0"] == before + 1


def test_a_list_of_fifty_takes_as_many_statements_as_a_list_of_one(client: Client) -> None:
    edition = make_edition()
    make_measure(edition)
    staff = browser(Role.COORDINATOR)
    addresses = ("/massnahmen/?verbindlichkeit=option", "/massnahmen/?q=Titel", "/massnahmen/?zahlen=1")
    for address in addresses:
        client.get(address)
        staff.get(address)
    one = [(statements(client, address), statements(staff, address)) for address in addresses]
    for number in range(50):
        make_measure(edition, f"Titel {number}")
    for address in addresses:
        client.get(address)
        staff.get(address)
    fifty = [(statements(client, address), statements(staff, address)) for address in addresses]
    assert one == fifty
    assert max(number for pair in fifty for number in pair) <= 12


def sheet(client: Client, ending: str, query: str = "") -> list[list[object]]:
    response = client.get(f"/massnahmen/export.{ending}{query}")
    raw = b"".join(response.streaming_content)
    return CalamineWorkbook.from_filelike(BytesIO(raw)).get_sheet_by_index(0).to_python()  # type: ignore[return-value]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@pytest.mark.parametrize("query", ["", "?instrument=II&sortierung=titel", "?luecke=federfuehrung&sortierung=aenderung"])
def test_an_export_holds_what_the_list_shows(plan: Edition, client: Client, ending: str, query: str) -> None:
    assert [row[1] for row in sheet(client, ending, query)[1:]] == titles(client, query)


def test_an_export_holds_all_pages(client: Client) -> None:
    edition = make_edition()
    for number in range(70):
        make_measure(edition, f"Titel {number}")
    assert len(sheet(client, "xlsx")) == 71


def test_a_csv_says_what_it_is_and_what_must_be_kept_in_mind(plan: Edition, client: Client) -> None:
    response = client.get("/massnahmen/export.csv?instrument=I")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert "Auswahl: Instrument: I Instrument I" in text
    assert "Anzahl: 2 von 5" in text
    assert "Vorbehalt des Haushaltsgesetzgebers" in text
    assert "weder beschlossen noch zugesagt" in text
    assert "I.1;Eins;Eins;Option (Möglichkeit, nicht zugesagt);ausbauen;" in text
    assert response.headers["Content-Disposition"].startswith('attachment; filename="massnahmen-')


def test_an_exported_title_that_looks_like_a_formula_stays_text(client: Client) -> None:
    make_measure(title="=1+1")
    text = b"".join(client.get("/massnahmen/export.csv").streaming_content).decode("utf-8-sig")
    assert ";'=1+1;'=1+1;" in text


def test_only_staff_exports_internal_columns(plan: Edition, client: Client) -> None:
    Measure.objects.filter(title="Eins").update(internal_note="Vermerk!", file_reference="AZ-7", cost_cents=12345)
    public, staff = sheet(client, "xlsx"), sheet(browser(Role.REPORTER), "xlsx")
    assert "Interner Vermerk" not in public[0]
    assert staff[1][-5:] == ["Öffentlichkeit", "AZ-7", 123.45, "", "Vermerk!"]


LEVELS = ("published", "ministries", "named", "unit")


@pytest.fixture
def leveled() -> tuple[object, object]:
    """One measure of each level; the named house and the owner."""
    edition, named, owner = make_edition(), make_house("Benannt"), make_house("Eigen")
    for level in LEVELS:
        measure = make_measure(edition, level, visibility=level, owner=owner)
        measure.named_houses.add(named)
    return named, owner


def test_each_visitor_sees_and_counts_and_exports_the_levels_that_are_theirs(
    leveled: tuple[object, object], client: Client
) -> None:
    named, owner = leveled
    visitors = {
        "public": (client, ["published"]),
        "partner": (browser(Role.PARTNER), ["published"]),
        "coordinator": (browser(Role.COORDINATOR), ["published", "ministries"]),
        "named house": (browser(Role.FOCAL_POINT, house=named), ["published", "ministries", "named"]),
        "own unit": (browser(Role.REPORTER, house=owner), ["published", "ministries", "unit"]),
        "auditor": (browser(Role.AUDITOR), list(LEVELS)),
        "administrator": (browser(Role.ADMINISTRATOR), ["published"]),
    }
    for who, (visitor, levels) in visitors.items():
        assert titles(visitor) == levels, who
        assert numbers(visitor, "")["verbindlichkeit-0"] == len(levels), who
        assert [row[1] for row in sheet(visitor, "xlsx")[1:]] == levels, who


def test_sections_of_an_instrument_stand_indented_below_it(client: Client) -> None:
    edition = make_edition()
    make_chapter(edition, "III.A", "Handel", parent=make_chapter(edition, "III", "Wirtschaft"), level=2)
    make_measure(edition)
    html = client.get("/massnahmen/").content.decode()
    named = dict(
        re.findall(r'<label class="(f[^"]*)"><span><input type="checkbox" name="instrument" value="([^"]+)"', html)
    )
    assert named["f in"] == "III.A"
