# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts, passages and citations."""

import pytest

from bruecke.accounts.principal import SYSTEM, Role
from bruecke.library.actions import DOCUMENT, Cite, Stretch, cite, enter_document, keep_text, mark_passages
from bruecke.library.models import Citation, Document, Passage, SourceText
from bruecke.library.queries import passage_keys, passages_in_order
from bruecke.records.editing import fill_in
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import JournalEntry
from tests.factories.people import make_principal
from tests.factories.plan import make_document

pytestmark = pytest.mark.django_db


def make_text(raw: str = "eins\nzwei", sha256: str = "a" * 64) -> SourceText:
    return keep_text(
        sha256=sha256,
        file_name="text.txt",
        format="text",
        language="de",
        raw=raw,
        repaired=raw,
        line_pages=[1, 1],
        page_count=1,
        repairs=[],
    )


def stretch(first: int, last: int, wording: str) -> Stretch:
    return Stretch((first, last), 1, wording, wording, spots=((0, 1, "x"),))


def test_a_text_is_read_anew_until_a_passage_rests_on_it() -> None:
    first = make_text("eins")
    assert make_text("zwei") == first
    first.refresh_from_db()
    assert first.raw == "zwei"
    mark_passages(text=first, stretches=[stretch(1, 1, "zwei")])
    make_text("drei")
    first.refresh_from_db()
    assert first.raw == "zwei"


def test_a_passage_is_marked_once() -> None:
    text = make_text()
    mark_passages(text=text, stretches=[stretch(1, 2, "eins zwei")])
    mark_passages(text=text, stretches=[stretch(1, 2, "anders"), stretch(2, 2, "zwei")])
    assert [(row.wording, row.repairs) for row in passages_in_order(text)] == [("eins zwei", 1), ("zwei", 1)]
    assert set(passage_keys(text)) == {(1, 2), (2, 2)}


def test_a_citation_is_written_once() -> None:
    text = make_text()
    mark_passages(text=text, stretches=[stretch(1, 1, "eins")])
    passage = Passage.objects.get()
    document = enter_document(fields={"title_de": "Plan"}, by=SYSTEM)
    for _ in range(2):
        cite(citations=[Cite(document, passage.pk, "title")])
    citation = Citation.objects.get()
    assert (citation.record_type, citation.record_id, citation.field) == ("document", document.pk, "title")


def test_a_document_is_entered_with_history_author_and_journal() -> None:
    by = make_principal(Role.COORDINATOR)
    document = enter_document(fields={"title_de": "Plan für Straßen", "issued": "2024-02"}, by=by, why="genannt")
    version = document.history.get()
    assert (version.history_user_id, version.history_change_reason) == (by.user_id, "genannt")
    entry = JournalEntry.objects.get(record_type="document")
    assert (entry.verb, entry.by_id, entry.why) == ("created", by.user_id, "genannt")
    assert (document.key, document.issued, document.visibility) == ("plan-fur-strassen", "2024-02", "ministries")


def test_two_documents_of_one_title_have_keys_of_their_own() -> None:
    keys = [enter_document(fields={"title_de": "Plan", "issued": year}, by=SYSTEM).key for year in ("2024", "2025")]
    assert keys == ["plan", "plan-2"]


@pytest.mark.parametrize("title", ["Plan", "plan"])
def test_the_same_document_is_not_entered_twice(title: str) -> None:
    enter_document(fields={"title_de": "Plan", "issued": "2024"}, by=SYSTEM)
    with pytest.raises(Refused) as refusal:
        enter_document(fields={"title_de": title, "issued": "2024"}, by=SYSTEM)
    assert refusal.value.problems == {"title_de": "Ein Dokument dieses Titels und Datums gibt es schon."}
    assert Document.objects.count() == 1


def test_a_hidden_document_of_the_same_title_is_not_told_of() -> None:
    make_document("Plan", visibility="unit")
    assert enter_document(fields={"title_de": "Plan"}, by=make_principal(Role.COORDINATOR)).key == "plan"


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({}, {"title_de": "Es fehlt noch der Titel."}),
        ({"title_de": "x", "issued": "2024-13"}, {"issued": "Dieses Datum gibt es im Kalender nicht."}),
        (
            {"title_de": "x", "visibility": "named"},
            {"named_houses": "Es fehlt noch, welche Ressorts es sehen dürfen."},
        ),
        ({"title_de": "x", "visibility": "unit"}, {"owner_id": "Es fehlt noch, welchem Referat es gehört."}),
        ({"title_de": "x", "named_houses": [0]}, {"named_houses": "Ein Eintrag dieser Auswahl ist nicht mehr da."}),
    ],
)
def test_a_document_that_cannot_stand_is_refused_in_words(fields: dict[str, object], problems: dict[str, str]) -> None:
    with pytest.raises(Refused) as refusal:
        enter_document(fields=fields, by=SYSTEM)
    assert (refusal.value.problems, Document.objects.count(), JournalEntry.objects.count()) == (problems, 0, 0)


@pytest.mark.parametrize("field", [{"kind": "poem"}, {"url": "javascript:alert(1)"}, {"publisher": "x" * 201}])
def test_a_value_that_its_column_does_not_take_is_refused(field: dict[str, str]) -> None:
    with pytest.raises(Refused) as refusal:
        enter_document(fields={"title_de": "x"} | field, by=SYSTEM)
    assert list(refusal.value.problems) == list(field)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR}))
def test_only_the_coordinator_enters_and_edits_documents(role: Role) -> None:
    by, document = make_principal(role), make_document("Alt")
    with pytest.raises(NotAllowed):
        enter_document(fields={"title_de": "Neu"}, by=by)
    with pytest.raises(NotAllowed):
        fill_in(record=document, rules=DOCUMENT, expected=1, fields={"title_de": "Neu"}, why="", by=by)
    document.refresh_from_db()
    assert (document.title_de, Document.objects.count()) == ("Alt", 1)
