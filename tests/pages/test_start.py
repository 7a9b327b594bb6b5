# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The start page says what the data prove, and leads to the lists that show it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bruecke.accounts.models import User
from bruecke.accounts.principal import Role
from bruecke.intake.models import ImportDraft, ImportState, Proposal, ProposalState
from bruecke.pages.start import gaps, headline, sentence
from bruecke.records.models import Job, JobState
from bruecke.strategy.models import MeasureGoal, MeasureKind, Modality, OptionState
from bruecke.strategy.queries.overview import Overview
from tests.factories.activities import make_activity, make_promise
from tests.factories.clearance import make_asked, make_circulation, make_signatory, sign
from tests.factories.drafts import make_import
from tests.factories.people import make_house, make_organisation, make_user
from tests.factories.plan import make_chapter, make_edition, make_goal, make_measure
from tests.pages.reading import links, listed, read, statements, words
from tests.pages.test_measure_edit import browser

pytestmark = pytest.mark.django_db


def state(measures: int = 0, options: int = 0, undecided: int = 0, **fields: int) -> Overview:
    """A state of play."""
    values: dict[str, object] = {
        "measures": measures,
        "modalities": {"option": options} if options else {},
        "kinds": {},
        "options_open": undecided,
        "options_taken_up": options - undecided,
        "options_not_taken_up": 0,
        "continuing": 0,
        "instruments": (),
        "without_lead": 0,
        "without_goal": 0,
        "without_deadline": 0,
        "reservation_unknown": 0,
        "goals": 0,
        "goals_without_measure": 0,
    }
    return Overview(**(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("measures", "options", "undecided", "said"),
    [
        (0, 0, 0, "0 Maßnahmen."),
        (1, 0, 0, "1 Maßnahme."),
        (8, 0, 0, "8 Maßnahmen."),
        (1, 1, 1, "1 Maßnahme. Eine davon ist eine Option; über sie ist noch nicht entschieden."),
        (2, 1, 0, "2 Maßnahmen. Über die eine Option ist entschieden."),
        (66, 51, 51, "66 Maßnahmen. 51 davon sind Optionen; über keine ist entschieden."),
        (66, 51, 50, "66 Maßnahmen. 51 davon sind Optionen, über 50 ist noch nicht entschieden."),
        (66, 51, 1, "66 Maßnahmen. 51 davon sind Optionen, über 1 ist noch nicht entschieden."),
        (66, 51, 0, "66 Maßnahmen. Über alle 51 Optionen ist entschieden."),
    ],
)
def test_headline_says_what_the_data_prove(measures: int, options: int, undecided: int, said: str) -> None:
    assert headline(state(measures, options, undecided)) == said


@pytest.mark.parametrize(
    ("continuing", "without_lead", "said"),
    [
        (0, 0, ""),
        (1, 0, "1 Maßnahme setzt Bestehendes fort."),
        (0, 1, "1 Maßnahme hat noch keine Federführung."),
        (20, 66, "20 Maßnahmen setzen Bestehendes fort. 66 Maßnahmen haben noch keine Federführung."),
    ],
)
def test_sentence_says_what_the_data_prove(continuing: int, without_lead: int, said: str) -> None:
    assert sentence(state(66, continuing=continuing, without_lead=without_lead)) == said


def test_only_what_is_missing_is_named_as_missing() -> None:
    assert gaps(state(3)) == []
    assert [text for text, _ in gaps(state(3, without_goal=1, goals_without_measure=2))] == [
        "1 Maßnahme ohne Ziel",
        "2 Ziele ohne Maßnahme",
    ]


def test_without_an_edition_the_page_says_how_one_gets_here(client: Client, coordinator_client: Client) -> None:
    page = read(client, "/")
    assert "Noch keine Strategie" in words(page)
    assert "Dokument einlesen" not in words(page)
    assert links(read(coordinator_client, "/"))["Dokument einlesen"] == reverse("intake")


def test_draft_edition_does_not_stand_on_the_page(client: Client) -> None:
    make_measure(make_edition(state="draft"), "Geheimer Entwurf")
    assert "Noch keine Strategie" in words(read(client, "/"))


def test_edition_without_a_measure_to_be_seen_says_so(client: Client, coordinator_client: Client) -> None:
    make_measure(visibility="ministries")
    assert "keine Maßnahme, die Sie sehen können" in words(read(client, "/"))
    assert "1 Maßnahme." in words(read(coordinator_client, "/"))


def test_every_number_leads_to_a_list_of_so_many_measures(client: Client) -> None:
    edition = make_edition()
    second, house, goal = make_chapter(edition, "II"), make_organisation(), make_goal(edition)
    make_measure(edition, kind=MeasureKind.CREATE, lead=house, deadline="2030", needs_state_money="no")
    make_measure(edition, kind=MeasureKind.CREATE, option_state=OptionState.TAKEN_UP)
    make_measure(edition, chapter=second, option_state=OptionState.NOT_TAKEN_UP, goal_count=1)
    make_measure(edition, chapter=second, modality=Modality.INTENTION, kind=MeasureKind.OTHER)
    make_measure(edition, modality=Modality.STATEMENT, kind=MeasureKind.FORMAT)
    MeasureGoal.objects.create(measure=edition.measures.get(reference="II.3"), goal=goal)
    shown = links(read(client, "/"))
    expected = {
        "I Instrument I": {"I.1", "I.2", "I.5"},
        "II Instrument II": {"II.3", "II.4"},
        "Option": {"I.1", "I.2", "II.3"},
        "Absicht": {"II.4"},
        "Feststellung": {"I.5"},
        "neu schaffen": {"I.1", "I.2"},
        "Dialogformat": {"I.5"},
        "nicht erkennbar": {"II.4"},
        "1 Option aufgegriffen": {"I.2"},
        "1 nicht aufgegriffen": {"II.3"},
        "1 noch offen": {"I.1"},
        "4 Maßnahmen ohne Federführung": {"I.2", "I.5", "II.3", "II.4"},
        "4 Maßnahmen ohne Ziel": {"I.1", "I.2", "I.5", "II.4"},
        "4 Maßnahmen ohne Termin": {"I.2", "I.5", "II.3", "II.4"},
        "Bei 4 Maßnahmen ist offen, ob sie Landesmittel brauchen": {"I.2", "I.5", "II.3", "II.4"},
    }
    assert {text: listed(client, shown[text]) for text in expected} == expected


def test_internal_measures_count_for_staff_only(client: Client, coordinator_client: Client) -> None:
    edition = make_edition()
    make_measure(edition)
    make_measure(edition, visibility="ministries")
    assert "1 Maßnahme." in words(read(client, "/"))
    assert "2 Maßnahmen." in words(read(coordinator_client, "/"))


def test_frequent_kinds_are_shown_and_the_rest_is_counted(client: Client) -> None:
    edition = make_edition()
    for number, kind in enumerate(list(MeasureKind)[:8]):
        for _ in range(8 - number):
            make_measure(edition, kind=kind)
    assert "und 2 weitere Arten" in links(read(client, "/"))


@pytest.mark.parametrize("role", [None, *Role])
def test_waiting_imports_are_for_those_who_may_import(client: Client, role: Role | None) -> None:
    made = make_import(name="neue-strategie.txt")
    if role is not None:
        client.force_login(make_user(role), backend="bruecke.accounts.backends.EmailBackend")
    page = read(client, "/")
    assert ("neue-strategie.txt" in page) == (role is Role.COORDINATOR)
    if role is Role.COORDINATOR:
        assert links(page)["neue-strategie.txt"] == reverse("intake_draft", args=[made.pk])


def test_waiting_import_says_how_much_is_open(coordinator_client: Client) -> None:
    make_measure()
    made = make_import(name="a.txt")
    number = Proposal.objects.filter(draft=made, state=ProposalState.OPEN).count()
    assert f"a.txt {number} Vorschläge offen" in words(read(coordinator_client, "/"))
    Proposal.objects.filter(draft=made).update(state=ProposalState.ACCEPTED)
    assert "a.txt geprüft, noch nicht veröffentlicht" in words(read(coordinator_client, "/"))


@pytest.mark.parametrize(
    ("import_state", "job_state", "waits"),
    [
        (ImportState.READING, JobState.RUNNING, False),
        (ImportState.PUBLISHING, JobState.RUNNING, False),
        (ImportState.PUBLISHING, JobState.FAILED, True),
        (ImportState.PUBLISHED, JobState.DONE, False),
        (ImportState.REJECTED, JobState.DONE, False),
    ],
)
def test_only_what_a_person_has_to_do_waits(
    coordinator_client: Client, import_state: str, job_state: str, waits: bool
) -> None:
    made = make_import(name="b.txt")
    job = Job.objects.create(kind="publish", title="b.txt", state=job_state)
    ImportDraft.objects.filter(pk=made.pk).update(state=import_state, job=job)
    page = words(read(coordinator_client, "/"))
    assert ("b.txt Veröffentlichung unterbrochen" in page) == waits
    assert ("b.txt" in page) == waits


def test_english_page_has_english_names(client: Client) -> None:
    edition = make_edition()
    edition.strategy.name_en = "International Strategy"
    edition.strategy.save()
    edition.chapters.update(title_en="Cross-border cooperation")
    make_measure(edition)
    page = read(client, "/", "en")
    assert '<html lang="en"' in page
    assert "International Strategy" in words(page)
    assert "I Cross-border cooperation" in links(page)


@pytest.mark.parametrize(("signed_in", "most"), [(False, 12), (True, 15)])
def test_page_takes_the_same_few_statements_for_1_and_50_rows(
    client: Client, coordinator_client: Client, signed_in: bool, most: int
) -> None:
    visitor = coordinator_client if signed_in else client
    edition = make_edition()
    make_measure(edition, chapter=make_chapter(edition, "K0"))
    make_import()
    few = statements(visitor, "/")
    for number in range(49):
        make_measure(edition, chapter=make_chapter(edition, f"K{number + 1}"), kind=list(MeasureKind)[number % 14])
    for _ in range(3):
        make_import()
        make_activity(when=timezone.localdate().isoformat())
        make_promise(due_on="2020-01-01")
    assert statements(visitor, "/") == few <= most


def test_what_is_overdue_waits_for_who_has_to_see_to_it_and_for_nobody_else() -> None:
    house, other = make_house(), make_house()
    mine = make_organisation(house=house)
    make_edition_with_measure()
    make_promise("Gutachten senden", responsible=mine, due_on="2020-01-01")
    make_promise("Heute fällig", responsible=mine, due_on=timezone.localdate())
    for n in range(6):
        make_promise(f"Nur für die Koordination {n}", due_on=f"2020-02-0{n + 1}")
    page = words(read(browser(Role.FOCAL_POINT, house=house), "/"))
    assert "Gutachten senden Zusage überfällig seit 1. Januar 2020" in page
    assert "Heute fällig" not in page
    assert "Nur für die Koordination" not in page
    assert "3 weitere Zusagen" not in page
    assert "2 weitere Zusagen" in words(read(browser(Role.COORDINATOR), "/"))
    assert "Gutachten" not in words(read(browser(Role.FOCAL_POINT, house=other), "/"))
    assert "Gutachten" not in words(read(Client(), "/"))


def test_what_comes_next_is_shown_to_everybody_as_far_as_it_is_published() -> None:
    make_edition_with_measure()
    day = timezone.localdate() + timedelta(days=9)
    make_activity("Messe im Nachbarland", when=day.isoformat())
    make_activity("Vertrauliche Reise", when=day.isoformat(), visibility="ministries")
    make_activity("Abgesagtes", when=day.isoformat(), state="cancelled")
    page = words(read(Client(), "/"))
    assert "Messe im Nachbarland" in page
    assert "Vertrauliche Reise" not in page
    assert "Abgesagtes" not in page
    assert "Vertrauliche Reise" in words(read(browser(Role.COORDINATOR), "/"))


def make_edition_with_measure() -> None:
    """An adopted edition with something in it, so that the start page is a whole one."""
    edition = make_edition()
    make_measure(edition, chapter=make_chapter(edition, "K0"))


def test_names_are_escaped(client: Client) -> None:
    edition = make_edition()
    edition.strategy.name = edition.strategy.holder = "<script>alert(1)</script>"
    edition.strategy.save()
    make_measure(edition, chapter=make_chapter(edition, "II", "<b>fett</b>"))
    page = read(client, "/")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
    assert "<b>fett" not in page


def test_what_is_to_be_co_signed_waits_for_the_signatory_until_it_is_signed() -> None:
    make_measure(make_edition())
    house = make_asked()
    circulation = make_circulation(house, make_asked(), title="Kabinettsvorlage")
    user = User.objects.get(pk=make_signatory(house).user_id)
    assert links(read(_signed_in(user), "/"))["Kabinettsvorlage"] == reverse("circulation", args=[circulation.pk])
    assert "Mitzeichnung bis" in words(read(_signed_in(user), "/"))
    sign(circulation, house)
    assert "Kabinettsvorlage" not in words(read(_signed_in(user), "/"))


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
