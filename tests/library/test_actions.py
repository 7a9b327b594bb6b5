# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts, passages and citations."""

import pytest
from django.db import IntegrityError, transaction

from bruecke.accounts.principal import SYSTEM
from bruecke.library.actions import Cite, Stretch, add_document, cite, keep_text, mark_passages
from bruecke.library.models import Citation, Document, Passage, SourceText
from bruecke.library.queries import passage_keys, passages_in_order
from bruecke.records.models import JournalEntry

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
    document = add_document(by=SYSTEM, key="plan", title_de="Plan")
    for _ in range(2):
        cite(citations=[Cite(document, passage.pk, "title")])
    citation = Citation.objects.get()
    assert (citation.record_type, citation.record_id, citation.field) == ("document", document.pk, "title")


def test_a_document_is_entered_with_history_and_journal() -> None:
    document = add_document(by=SYSTEM, key="plan", title_de="Plan", issued="2024-02")
    assert document.history.count() == 1
    assert JournalEntry.objects.get(record_type="document").verb == "created"
    with pytest.raises(IntegrityError), transaction.atomic():
        add_document(by=SYSTEM, key="plan", title_de="Anderer")
    assert Document.objects.count() == 1
