# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answer to an inquiry, internal and for publication."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bruecke.accounts.principal import PUBLIC, SYSTEM
from bruecke.actors.models import Person
from bruecke.base.dates import day_in_words
from bruecke.clearance.actions import proceed
from bruecke.inquiries.actions import keep_secret, refuse, release, send
from bruecke.inquiries.models import Inquiry
from bruecke.publish.paper import Printed, Somebody, somebodies
from bruecke.publish.report import NothingToPrint, Subject
from bruecke.publish.subjects import inquiries
from bruecke.records.visibility import Visibility
from tests.clearance.test_actions import over
from tests.factories.activities import make_activity, make_cost_item, make_involvement
from tests.factories.clearance import make_asked, sign
from tests.factories.inquiries import make_clearing, make_inquiry, make_question, make_sent, make_supply
from tests.factories.papers import make_paper, make_person
from tests.factories.people import make_organisation
from tests.publish.reports import facts, gathered, rows, section, texts

pytestmark = pytest.mark.django_db
TRIPS = {"shape": "trips", "period_from": "2026-01-01", "period_until": "2026-12-31"}


def printed(inquiry: Inquiry, **said: Any) -> Printed:
    return gathered("inquiry_answer", Subject("inquiry", inquiry.pk), **said)


def question_of(paper: Printed, n: int) -> Any:
    return paper.sections[n - 1]


def make_trip(title: str, cents: int, **fields: Any) -> Any:
    values = {"when": "12. Mai 2026", "state": "held", "particulars": {"with_government": True}} | fields
    trip = make_activity(title, **values)
    return make_cost_item(trip, actual_cents=cents).activity


@pytest.fixture
def sent() -> Inquiry:
    """Sent and released: a table with a row that is not published, a refusal, a secret."""
    inquiry = make_inquiry(
        "Reisen", asked_by="Fraktion", file_reference="SK-7", lead=make_organisation("Staatskanzlei")
    )
    trip = make_trip("Prag", 100_000)
    make_involvement(trip, "head", person=make_person("Anna Nowak", visibility="published"))
    make_trip("Vertraulich", 55_500, visibility="ministries")
    make_question(inquiry, **TRIPS, text="Welche Reisen?", answer="")
    refuse(question=make_question(inquiry, answer=""), expected=1, reason="Kernbereich", by=SYSTEM)
    keep_secret(question=make_question(inquiry, answer="Geheim."), expected=1, reason="Sicherheit", by=SYSTEM)
    found = make_sent(inquiry)
    return release(inquiry=found, expected=found.version, by=SYSTEM)


def test_the_internal_version_holds_everything_with_source_and_marks(sent: Inquiry) -> None:
    paper = printed(sent)
    assert (paper.title, paper.subtitle) == ("Reisen", f"Kleine Anfrage {sent.number}")
    assert {fact.term: fact.value for fact in paper.facts}["Gestellt von"] == "Fraktion"
    assert paper.reservation == "Interne Fassung: Sie enthält, was nicht veröffentlicht wird."
    first = question_of(paper, 1)
    table = rows(first)
    assert [(row[0], row[-2], row[-1]) for row in table[:2]] == [
        ("Prag", "1.000,00\u00a0€", "ja"),
        ("Vertraulich", "555,00\u00a0€", "nein"),
    ]
    assert facts(first)["Kosten der durchgeführten Reisen, abgerechnet"] == "1.555,00\u00a0€"
    assert "Die Frage wird nicht beantwortet. Grund: Kernbereich" in texts(question_of(paper, 2))
    assert texts(question_of(paper, 3)) == ["Wie viele, 3?", "Nicht zur Veröffentlichung: Sicherheit", "Geheim."]
    today = day_in_words(timezone.localdate())
    assert texts(section(paper, "sources")) == [
        f"Frage 1: Register der Vorhaben in Brücke; 1. Januar 2026 bis 31. Dezember 2026; Stand {today}"
    ]
    figures = [fact for block in first.blocks for fact in getattr(block, "facts", ())]
    assert {(fact.source, fact.as_of) for fact in figures} == {("Register der Vorhaben in Brücke", today)}


def test_the_published_version_leaves_out_what_is_marked_and_what_is_not_published(sent: Inquiry) -> None:
    paper = printed(sent, visibility=Visibility.PUBLISHED, file_reference="")
    first = question_of(paper, 1)
    assert [row[0] for row in rows(first)] == ["Prag", "Prag"]
    assert facts(first) == {"Durchgeführte Reisen": "1", "Geplante Reisen": "0", "Teilnehmende und Beteiligte": "1"}
    assert texts(question_of(paper, 3)) == ["Diese Frage und ihre Antwort sind nicht zur Veröffentlichung bestimmt."]
    assert [part.key for part in paper.sections[3:]] == ["sources"]
    whole = str(paper)
    hidden = ("Vertraulich", "555", "Geheim", "Sicherheit", "Fraktion", "SK-7", "1.000", "Interne")
    assert [word for word in hidden if word in whole] == []


def test_people_stand_in_it_by_key_and_only_as_long_as_they_may_be_known(sent: Inquiry) -> None:
    person = Person.objects.get()
    assert set(somebodies(printed(sent, visibility=Visibility.PUBLISHED))) == {Somebody(person.pk)}
    Person.objects.update(visibility="ministries")
    assert set(somebodies(printed(sent, visibility=Visibility.PUBLISHED))) == set()
    assert set(somebodies(printed(sent))) == {Somebody(person.pk)}


def test_before_it_is_sent_it_is_a_draft_of_the_government() -> None:
    inquiry = make_question(answer="").inquiry
    paper = printed(inquiry)
    assert paper.reservation == "Entwurf: Diese Antwort ist nicht abgesandt."
    assert "Es fehlt noch die Antwort." in texts(question_of(paper, 1))
    assert texts(section(paper, "clearing")) == ["Die Antwort ist noch nicht zur Mitzeichnung gegeben."]
    with pytest.raises(NothingToPrint):
        printed(inquiry, visibility=Visibility.PUBLISHED)
    with pytest.raises(NothingToPrint):
        gathered("inquiry_answer", Subject("partnership", inquiry.pk))


def test_who_supplied_and_who_cosigned_is_told() -> None:
    inquiry, house = make_question().inquiry, make_asked("Bauministerium")
    make_supply(inquiry, house, state="nothing", given_at=timezone.now())
    make_supply(inquiry, make_asked("Kultusministerium"), question=inquiry.questions.get())
    sign(make_clearing(inquiry, house), house)
    paper = printed(send(inquiry=inquiry, expected=1, by=SYSTEM))
    assert [(row[0], row[1], row[3]) for row in rows(section(paper, "supplies"))] == [
        ("Bauministerium", "der ganzen Anfrage", "Fehlanzeige"),
        ("Kultusministerium", "Frage 1", "angefragt"),
    ]
    assert [row[:2] for row in rows(section(paper, "clearing"))] == [("Bauministerium", "einverstanden")]
    assert texts(section(paper, "clearing")) == ["Stand: mitgezeichnet"]


def test_who_gave_no_answer_is_printed_by_name() -> None:
    inquiry = make_question().inquiry
    circulation = over(make_clearing(inquiry, make_asked("Bauministerium"), make_asked("Finanzministerium")))
    proceed(circulation=circulation, expected=circulation.version, reason="Frist des Landtags", by=SYSTEM)
    paper = printed(send(inquiry=inquiry, expected=1, by=SYSTEM))
    assert texts(section(paper, "clearing")) == [
        "Keine Antwort von Bauministerium, Finanzministerium.",
        "Ohne vollständige Mitzeichnung fortgesetzt: Frist des Landtags",
    ]


def test_contradictions_to_earlier_answers_are_told(sent: Inquiry) -> None:
    make_trip("Brünn", 1_000)
    paper = printed(make_question(**TRIPS).inquiry)
    told = texts(section(paper, "earlier"))
    today = day_in_words(timezone.localdate())
    assert told[0] == f"{sent}, beantwortet am {today}"
    where = f"Frage 1 gegen {sent.number}, Frage 1"
    assert f"{where}: Durchgeführte Reisen: damals 2, jetzt 3." in told
    assert f"{where}: „Brünn“ fehlte damals in der Antwort." in told


def test_subjects_are_inquiries_by_number_or_title(sent: Inquiry) -> None:
    make_inquiry("Kosten")
    assert [name for _subject, name in inquiries(SYSTEM, "reis")[0][1]] == [str(sent)]
    assert len(inquiries(SYSTEM, "8/")[0][1]) == 2
    assert [name for _subject, name in inquiries(PUBLIC, "")[0][1]] == [str(sent)]


@pytest.mark.parametrize("visibility", [Visibility.PUBLISHED, Visibility.MINISTRIES])
def test_both_versions_are_set_in_all_formats(sent: Inquiry, visibility: str, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    paper = make_paper(report="inquiry_answer", subject=Subject("inquiry", sent.pk), fields={"visibility": visibility})
    paper.refresh_from_db()
    assert sorted(paper.files.values_list("format", flat=True)) == ["docx", "odt", "pdf"]


def test_the_number_of_statements_stays_the_same() -> None:
    inquiry, counts = make_inquiry(), []
    make_sent(make_question(**TRIPS).inquiry)
    for size in (1, 10):
        for _n in range(size):
            make_trip("Reise", 1)
            make_question(inquiry, **TRIPS)
            make_supply(inquiry)
        with CaptureQueriesContext(connection) as caught:
            printed(inquiry)
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 12
