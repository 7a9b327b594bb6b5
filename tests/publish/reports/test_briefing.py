# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a briefing folder tells, and what it names as missing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bruecke.activities.models import Activity, Involvement, Promise
from bruecke.partnerships.models import Partnership
from bruecke.publish.models import SectionText
from bruecke.publish.paper import Printed, Somebody
from bruecke.publish.report import Subject
from tests.factories.papers import Relation, make_doing, make_person, make_relation, make_relation_of
from tests.factories.people import make_organisation
from tests.factories.plan import make_place
from tests.publish.reports import facts, gathered, rows, section, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def relation() -> Relation:
    """A partnership with everything."""
    return make_relation()


def briefing(relation: Relation, **said: object) -> Printed:
    """The folder of the partnership."""
    return gathered("briefing", Subject("partnership", relation.partnership.pk), **said)


def test_folder_for_a_trip_begins_with_its_programme_and_whom_we_meet(relation: Relation) -> None:
    paper = briefing(relation, activity=relation.trip.pk)
    assert (paper.subtitle, paper.facts[0].value) == ("Delegationsreise nach Breslau", "12. Mai 2026")
    programme = section(paper, "programme")
    assert rows(programme) == [("12. Mai 2026, 09:30 Uhr", "Gespräch", "Marschallamt", "Leitung")]
    assert texts(programme) == ["Die Bahnstrecke voranbringen."]
    met, travelling = rows(section(paper, "people"))
    partner = "Marschallamt der Woiwodschaft Niederschlesien"
    assert met == (Somebody(relation.person.pk, "Marschallin"), partner, "Gastgeber", "10. März 2025")
    assert travelling == ("–", "Staatskanzlei Musterland", "Leitung", "Musterland")


def test_glance_counts_what_was_and_what_is_owed(relation: Relation) -> None:
    assert facts(section(briefing(relation), "glance")) == {
        "Niederschlesien": "aktiv",
        "Zuletzt": "Besuch der Marschallin, 10. März 2025",
        "Als Nächstes": "Delegationsreise nach Breslau, 12. Mai 2026",
        "Vorhaben in fünf Jahren": "1",
        "Zusagen": "1 offene Zusage, davon 1 überfällig",
    }


def test_relation_names_source_and_age_of_its_facts(relation: Relation) -> None:
    part = section(briefing(relation), "relation")
    first = next(block for block in part.blocks if hasattr(block, "facts")).facts[0]
    assert (first.term, first.value) == ("Art", "Regionalpartnerschaft, Nachbarregion")
    assert first.source == "Gemeinsame Erklärung von 1999, Seite 3"
    assert first.as_of
    assert facts(part)["Ziele der Strategie"].endswith("Die Nachbarn besser kennen")


def test_agreements_promises_measures_and_towns_stand_in_their_sections(relation: Relation) -> None:
    paper = briefing(relation)
    assert rows(section(paper, "agreements"))[0][:3] == (
        "Gemeinsame Erklärung über die Zusammenarbeit",
        "17. September 1999",
        "ohne Ende",
    )
    assert rows(section(paper, "promises")) == [
        (
            "Gutachten zur Bahnstrecke übersenden",
            "Besuch der Marschallin",
            "Staatskanzlei Musterland",
            "31. Januar 2026: überfällig",
        )
    ]
    assert texts(section(paper, "promises")) == ["Uns wird nichts Offenes geschuldet."]
    assert [row[1:2] for row in rows(section(paper, "measures"))] == [("Option",)]
    assert [row[:2] for row in rows(section(paper, "links"))] == [("Musterstadt – Wrocław", "Städtepartnerschaft")]


def test_promise_that_falls_due_before_the_trip_but_after_today_is_not_overdue_yet(relation: Relation) -> None:
    relation.promise.due_on = date(2026, 5, 8)
    relation.promise.save()
    assert rows(section(briefing(relation), "promises"))[0][3] == "8. Mai 2026"


def test_kept_texts_stand_with_author_and_release_and_owed_ones_with_who_owes_them(relation: Relation) -> None:
    paper = briefing(relation)
    (kept,) = section(paper, "texts").blocks
    assert (kept.heading, kept.note) == ("Gesprächspunkte", "Verfasst von Referat 31, freigegeben am 1. Mai 2026")
    assert texts(section(paper, "missing")) == [
        "Es fehlt „Wirtschaftliche Lage“: erbeten von Staatskanzlei Musterland bis 8. Mai 2026."
    ]


def test_text_that_is_not_released_is_not_printed(relation: Relation) -> None:
    SectionText.objects.filter(pk=relation.text.pk).update(released_on=None)
    paper = briefing(relation)
    assert "texts" not in [part.key for part in paper.sections]
    assert "Es fehlt „Gesprächspunkte“: noch nicht freigegeben." in texts(section(paper, "missing"))


def test_what_nobody_recorded_is_named_as_missing() -> None:
    bare = make_relation_of(make_place("Land"), "Nirgendwo")
    paper = gathered("briefing", Subject("partnership", bare.pk))
    assert texts(section(paper, "missing")) == [
        "Es ist keine Ansprechperson erfasst.",
        "Es fehlt noch, worauf „Nirgendwo“ beruht.",
        "Es fehlt noch, welchem Ziel der Strategie „Nirgendwo“ dient.",
        "Es ist keine Vereinbarung erfasst.",
        "In den letzten fünf Jahren ist kein gemeinsames Vorhaben erfasst.",
        "Kein Vorhaben ist einer Maßnahme der Strategie zugeordnet.",
        "Es ist keine Städte-, Hochschul- oder Schulpartnerschaft erfasst.",
    ]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("examined", "Noch keine Partnerschaft: Die Aufnahme wird geprüft."),
        ("dormant", "Die Partnerschaft ruht (seit 24. Februar 2022). Neue Vorhaben werden nicht geplant."),
    ],
)
def test_state_that_is_not_active_is_said_first(relation: Relation, state: str, sentence: str) -> None:
    Partnership.objects.filter(pk=relation.partnership.pk).update(state=state, state_since="2022-02-24")
    assert texts(section(briefing(relation), "relation"))[0] == sentence


def test_invented_activities_are_marked_and_the_cover_says_so(relation: Relation) -> None:
    make_doing("Musiktage", relation.partnership, is_invented=True)
    paper = briefing(relation)
    assert "Musiktage (für die Vorführung erfunden)" in [row[1] for row in rows(section(paper, "doings"))]
    assert "erfunden" in paper.reservation


def test_activities_of_more_than_five_years_ago_are_left_out(relation: Relation) -> None:
    make_doing("Gerade noch", relation.partnership, starts="2021-05-12")
    make_doing("Zu lange her", relation.partnership, starts="2021-05-11")
    titles = [row[1] for row in rows(section(briefing(relation), "doings"))]
    assert "Gerade noch" in titles
    assert "Zu lange her" not in titles


def test_folder_of_a_country_tells_of_all_its_partnerships_and_places(relation: Relation) -> None:
    make_doing("Messe in Posen", kind="fair").places.add(relation.country)
    paper = gathered("briefing", Subject("place", relation.country.pk))
    assert paper.title == "Polen"
    assert "Niederschlesien" in texts(section(paper, "relation"))
    assert "Messe in Posen" in [row[1] for row in rows(section(paper, "fairs"))]
    assert "Musterstadt – Wrocław" in [row[0] for row in rows(section(paper, "links"))]


def test_name_of_a_hidden_house_person_or_activity_does_not_come_in_through_a_link(relation: Relation) -> None:
    hidden = make_organisation("Geheimes Haus", visibility="unit")
    person = make_person("Geheime Person", visibility="unit")
    secret = make_doing("Geheimes Vorhaben", visibility="unit")
    Activity.objects.filter(pk=relation.visit.pk).update(lead=hidden)
    Involvement.objects.create(activity=relation.trip, person=person, organisation=hidden, role="host")
    Promise.objects.filter(pk=relation.promise.pk).update(activity=secret, responsible=hidden)
    relation.partnership.partners.add(hidden)
    relation.partnership.contacts.add(person)
    said = str(briefing(relation, activity=relation.trip.pk))
    assert "Geheim" not in said
    assert f"key={person.pk}," not in said


def test_statements_do_not_grow_with_the_activities(relation: Relation) -> None:
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            briefing(relation, activity=relation.trip.pk)
        counts.append(len(asked))
        for n in range(50):
            made = make_doing(f"Vorhaben {n}", relation.partnership, lead=make_organisation())
            Promise.objects.create(activity=made, direction="they_owe", text="Etwas", visibility="published")
            Involvement.objects.create(activity=relation.trip, person=make_person(f"Person {n}"), role="host")
    assert counts[0] == counts[1]
    assert counts[0] < 70


def test_public_folder_does_not_say_where_a_delegation_is_at_what_hour_or_who_pays(relation: Relation) -> None:
    public = briefing(relation, activity=relation.trip.pk, visibility="published")
    assert rows(section(public, "programme")) == []
    assert rows(section(public, "people")) == [("–", "Staatskanzlei Musterland", "Leitung")]


def test_dates_that_were_typed_by_a_machine_are_words_on_paper(relation: Relation) -> None:
    two_days = {"ends": "2027-01-11", "ends_by": date(2027, 1, 11), "when_in_words": "2027-01-09/2027-01-11"}
    make_doing("Nächste Reise", relation.partnership, starts="2027-01-09", state="planned", **two_days)
    coming = rows(section(briefing(relation), "doings"))
    assert ("9.–11. Januar 2027", "Nächste Reise") in [row[:2] for row in coming]


def test_what_was_held_on_the_day_of_the_paper_is_no_plan(relation: Relation) -> None:
    make_doing("Heute schon gewesen", relation.partnership, starts="2026-05-12")
    glance = facts(section(briefing(relation, on=date(2026, 5, 12)), "glance"))
    assert glance["Zuletzt"] == "Heute schon gewesen, 12. Mai 2026"
    assert "Heute schon gewesen" not in glance["Als Nächstes"]
