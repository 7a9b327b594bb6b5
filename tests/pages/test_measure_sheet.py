# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of a measure, as each visitor sees it."""

import pytest
from django.db import connection
from django.test import Client

from bruecke.accounts.principal import Role
from bruecke.actors.models import Organisation
from bruecke.strategy.models import (
    Check,
    Example,
    Measure,
    MeasureActor,
    MeasureDocument,
    MeasureGoal,
    MeasurePlace,
    OptionDecision,
    Part,
    Principle,
    Theme,
)
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_chapter, make_document, make_edition, make_goal, make_measure, make_place

pytestmark = pytest.mark.django_db


def browser(*roles: Role, house: object = None) -> Client:
    client = Client()
    client.force_login(make_user(*roles, house=house), backend="bruecke.accounts.backends.EmailBackend")  # type: ignore[arg-type]
    return client


def page(client: Client, measure: Measure) -> str:
    response = client.get(f"/massnahmen/{measure.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def hang_on(measure: Measure, number: int) -> None:
    """Everything a measure can have, `number` times."""
    for n in range(number):
        MeasureGoal.objects.create(measure=measure, goal=make_goal(measure.edition, f"Ziel {n}"), why="darum")
        MeasurePlace.objects.create(measure=measure, place=make_place(f"Ort {n}"), source="wording")
        MeasureActor.objects.create(measure=measure, organisation=make_organisation(f"Verein {n}"), source="wording")
        MeasureDocument.objects.create(
            measure=measure, document=make_document(f"Papier {n}"), source="wording", pin="S. 9"
        )
        measure.participants.add(make_organisation(f"Haus {n}"))
        measure.themes.add(Theme.objects.create(key=f"t{measure.pk}-{n}", title=f"Thema {n}"))
        Part.objects.create(measure=measure, position=n, title=f"Teil {n}", kind="create", visibility="published")
        Example.objects.create(measure=measure, position=n, title=f"Beispiel {n}")
        Check.objects.create(measure=measure, position=n, question=f"Frage {n}?")
        OptionDecision.objects.create(
            measure=measure,
            outcome="taken_up",
            reference=f"Beschluss {n}",
            decided_on="2026-01-14",
            visibility="published",
        )
        Principle.objects.create(
            strategy=measure.strategy, edition=measure.edition, position=n, title=f"Grundsatz {n}", wording="so",
            scope="chapter", chapter_reference=measure.chapter.reference, visibility="published",
        )  # fmt: skip


def test_everything_that_belongs_to_a_measure_is_shown(client: Client) -> None:
    measure = make_measure(title="Brücken bauen", lead=make_organisation("Bauhaus"), precondition="Geld ist da")
    hang_on(measure, 1)
    text = page(client, measure)
    for word in (
        "Brücken bauen", "Bauhaus", "Ziel 0", "Ort 0", "Verein 0", "Papier 0", "S. 9", "Haus 0", "Thema 0", "Teil 0",
        "Beispiel 0", "Frage 0?", "Beschluss 0", "Grundsatz 0", "Bedingung: Geld ist da",
    ):  # fmt: skip
        assert word in text, word


def test_gaps_are_shown_as_gaps(client: Client) -> None:
    text = page(client, make_measure())
    for gap in ("noch niemand", "keinem Ziel zugeordnet", "kein Termin genannt", "noch nicht bekannt, ob Landesmittel"):
        assert gap in text, gap


def test_an_option_is_said_to_be_no_promise_with_the_words_of_its_list(client: Client) -> None:
    text = page(client, make_measure())
    assert "Als Möglichkeit formuliert („könnten“). Das ist keine Zusage." in text
    assert "Noch ist nicht entschieden" in text


def test_a_reasoned_no_fulfils_an_examination(client: Client) -> None:
    measure = make_measure(kind="examine")
    measure.wordings.update(kind="examine")
    assert "Eine begründete Ablehnung erfüllt die Maßnahme ebenso." in page(client, measure)


def test_a_reservation_is_a_sentence(client: Client) -> None:
    text = page(client, make_measure(needs_state_money="yes"))
    assert "unter dem Vorbehalt des Haushaltsgesetzgebers" in text
    assert "Haushaltsvorbehalt: unter Haushaltsvorbehalt" in text


def test_neighbours_in_the_document_are_shown_unless_hidden(client: Client) -> None:
    edition = make_edition()
    make_measure(edition, "Davor", visibility="ministries")
    middle = make_measure(edition, "Mitte")
    make_measure(edition, "Danach")
    public, staff = page(client, middle), page(browser(Role.REPORTER), middle)
    assert ("Davor" in public.replace("Davor:", ""), "Danach</a>" in public) == (False, True)
    assert "Davor</a>" in staff


def test_the_wording_leads_to_its_passage(client: Client) -> None:
    measure = make_measure()
    assert f'href="/dokument/{measure.edition_id}/#z1"' in page(client, measure)


@pytest.mark.parametrize("state", ["draft", "review"])
def test_a_measure_of_an_unpublished_edition_is_not_there(client: Client, state: str) -> None:
    measure = make_measure(make_edition(state=state))
    assert client.get(f"/massnahmen/{measure.pk}/").status_code == 404
    assert browser(Role.COORDINATOR).get(f"/massnahmen/{measure.pk}/").status_code == 404


def test_a_dropped_measure_says_so(client: Client) -> None:
    measure = make_measure(make_edition(state="superseded"))
    assert "enthält diese Maßnahme nicht mehr" in page(client, measure)


INTERNAL = ("Vermerk!", "AZ-7", "123,45 €", "Bundesmittel", "weil es so ist", "Beleg X", "Sichtbar für", "darum")


def test_only_staff_sees_what_is_internal(client: Client) -> None:
    measure = make_measure(
        internal_note="Vermerk!",
        file_reference="AZ-7",
        cost_cents=12345,
        source_of_funds="Bundesmittel",
        option_state="not_taken_up",
    )
    MeasureGoal.objects.create(measure=measure, goal=make_goal(measure.edition), why="darum")
    Check.objects.create(
        measure=measure,
        position=1,
        question="Bund?",
        answer=True,
        reference="Beleg X",
        answered_by="A",
        answered_on="2026-01-14",
    )
    OptionDecision.objects.create(
        measure=measure,
        outcome="not_taken_up",
        reference="B1",
        decided_on="2026-01-14",
        reason="weil es so ist",
        visibility="published",
    )
    for visitor in (client, browser(Role.PARTNER), browser(Role.ADMINISTRATOR)):
        text = page(visitor, measure)
        assert [word for word in INTERNAL if word in text] == []
    for role in (Role.COORDINATOR, Role.REPORTER, Role.AUDITOR, Role.LEADERSHIP):
        text = page(browser(role), measure)
        assert [word for word in INTERNAL if word not in text] == [], role


def test_linked_records_that_are_internal_do_not_show(client: Client) -> None:
    measure = make_measure()
    hang_on(measure, 1)
    for model in (Part, OptionDecision, Principle):
        model.objects.update(visibility="ministries")
    Organisation.objects.update(visibility="ministries")
    measure.edition.goals.update(visibility="ministries")
    text = page(client, measure)
    for word in ("Teil 0", "Beschluss 0", "Grundsatz 0", "Verein 0", "Haus 0", "Ziel 0"):
        assert word not in text, word


@pytest.mark.parametrize(
    ("level", "who", "status"),
    [
        ("ministries", Role.REPORTER, 200),
        ("ministries", Role.PARTNER, 404),
        ("named", Role.COORDINATOR, 404),
        ("unit", Role.COORDINATOR, 404),
        ("unit", Role.AUDITOR, 200),
    ],
)
def test_a_measure_is_found_by_those_who_may_know_of_it(level: str, who: Role, status: int) -> None:
    measure = make_measure(visibility=level, owner=make_house())
    measure.named_houses.add(make_house())
    assert browser(who).get(f"/massnahmen/{measure.pk}/").status_code == status


def statements(client: Client, address: str) -> int:
    made: list[str] = []

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        made.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        assert client.get(address).status_code == 200
    return len(made)


def test_the_text_of_the_whole_document_is_not_read_for_one_measure(client: Client) -> None:
    measure, made = make_measure(), []

    def note(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        made.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        client.get(f"/massnahmen/{measure.pk}/")
    assert [sql for sql in made if '"repaired"' in sql] == []


@pytest.mark.parametrize("is_staff", [False, True])
def test_a_measure_with_much_takes_as_many_statements_as_one_with_little(client: Client, is_staff: bool) -> None:
    visitor = browser(Role.COORDINATOR) if is_staff else client
    little, much = make_measure(), make_measure()
    hang_on(little, 1)
    hang_on(much, 30)
    addresses = [f"/massnahmen/{measure.pk}/" for measure in (little, much)]
    numbers = [statements(visitor, address) for address in addresses]
    assert numbers[0] == numbers[1]
    assert numbers[0] <= 12


def test_parts_checks_and_decisions_are_asked_for_only_where_there_are_any(client: Client) -> None:
    bare, full = make_measure(), make_measure()
    hang_on(full, 1)
    numbers = [statements(client, f"/massnahmen/{measure.pk}/") for measure in (bare, full)]
    assert numbers[1] - numbers[0] == 3


def test_a_principle_of_a_chapter_counts_for_its_sections_and_for_no_other_chapter(client: Client) -> None:
    edition = make_edition()
    above, beside = make_chapter(edition, "II"), make_chapter(edition, "III")
    section = make_chapter(edition, "II.1", parent=above, level=2)
    shown = []
    for position, chapter in enumerate((above, section, beside)):
        Principle.objects.create(
            strategy=edition.strategy, edition=edition, position=position, title=f"Grundsatz {chapter.reference}",
            wording="so", scope="chapter", chapter_reference=chapter.reference, visibility="published",
        )  # fmt: skip
    for chapter in (above, section):
        text = page(client, make_measure(edition, chapter=chapter))
        shown.append([f"Grundsatz {c.reference}<" in text for c in (above, section, beside)])
    assert shown == [[True, False, False], [True, True, False]]


def test_of_a_long_neighbour_only_the_beginning_is_shown(client: Client) -> None:
    edition = make_edition()
    make_measure(edition, "Davor")
    middle = make_measure(edition, "Mitte")
    edition.wordings.filter(measure=edition.measures.first()).update(wording="x" * 160)
    assert f"{'x' * 160}</a>" in page(client, middle)
    edition.wordings.filter(measure=edition.measures.first()).update(wording="x" * 161)
    assert f"{'x' * 159}…</a>" in page(client, middle)
