# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document comes in: stored, recognised, read, taken apart."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from bruecke.accounts.principal import SYSTEM
from bruecke.intake import actions, files
from bruecke.intake.errors import AlreadyImported, IntakeRefused
from bruecke.intake.models import ImportDraft, ImportState, Proposal
from bruecke.library.models import SourceText
from tests.factories.drafts import make_draft, make_import, publish_import

pytestmark = pytest.mark.django_db


def test_a_file_is_stored_under_a_random_name_outside_of_what_is_served() -> None:
    made = actions.store_upload(data=b"Inhalt", file_name="../../Strategie 1.TXT", by=SYSTEM)
    assert made.file_name == "Strategie 1.TXT"
    assert "Strategie" not in made.stored_name
    assert files.path_of(made.stored_name).read_bytes() == b"Inhalt"
    assert files.path_of(made.stored_name).parent == Path(settings.MEDIA_ROOT) / "intake"


def test_the_same_file_is_recognised_by_its_hash_until_it_was_put_away() -> None:
    made = make_import()
    data = files.path_of(made.stored_name).read_bytes()
    with pytest.raises(AlreadyImported) as caught:
        actions.store_upload(data=data, file_name="anders.txt", by=SYSTEM)
    assert caught.value.draft == made
    actions.discard(draft=made, by=SYSTEM)
    assert actions.store_upload(data=data, file_name="anders.txt", by=SYSTEM).sha256 == made.sha256


def test_the_database_itself_refuses_the_same_file_twice() -> None:
    made = make_import()
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportDraft.objects.create(file_name="x", sha256=made.sha256)


def test_a_draft_becomes_proposals_of_every_kind_in_the_order_of_the_text() -> None:
    made = make_import()
    rows = list(Proposal.objects.filter(draft=made).order_by("position"))
    assert [row.kind for row in rows] == [
        "title",
        "goal",
        "goal",
        "chapter",
        "statement",
        "target_list",
        "target_entry",
        "footnote",
        "list",
        "measure",
        "measure",
        "measure",
        "chapter",
        "list",
        "measure",
        "measure",
        "measure",
    ]
    assert [row.section for row in rows] == [""] * 3 + ["I"] * 9 + ["II"] * 5
    assert made.state == ImportState.WAITING


def test_repairs_are_found_in_the_text_of_their_proposal() -> None:
    made = make_import()
    payload = Proposal.objects.get(draft=made, reference="I.2", kind="measure").payload
    spot = payload["spots"][0]
    assert (payload["text"][spot["start"] : spot["end"]], spot["original"]) == ("für", "fiir")


def test_reading_again_after_an_interruption_gives_the_same_proposals() -> None:
    draft = make_draft({"Handel": ["Ausbau der Messen"]})
    made = make_import(draft)
    before = list(Proposal.objects.filter(draft=made).order_by("position").values_list("kind", "reference", "payload"))
    actions.take_draft(draft=draft, import_draft=made, by=SYSTEM)
    again = list(Proposal.objects.filter(draft=made).order_by("position").values_list("kind", "reference", "payload"))
    assert again == before
    assert SourceText.objects.count() == 1


def test_a_published_draft_cannot_be_discarded() -> None:
    made = make_import()
    publish_import(made)
    with pytest.raises(IntakeRefused):
        actions.discard(draft=made, by=SYSTEM)


def test_a_missing_file_is_said_in_words() -> None:
    made = actions.store_upload(data=b"x", file_name="x.txt", by=SYSTEM)
    files.remove(made.stored_name)
    made = actions.read_now(draft=made, by=SYSTEM)
    assert made.state == ImportState.FAILED
    assert "noch einmal hoch" in made.message


def test_the_real_strategy_is_read_into_its_known_parts(shared: Path) -> None:
    made = actions.store_upload(data=shared / "source" / "leitlinien.txt", file_name="leitlinien.txt", by=SYSTEM)
    made = actions.read_now(draft=made, by=SYSTEM)
    counts = {kind: Proposal.objects.filter(draft=made, kind=kind).count() for kind in ("goal", "list", "measure")}
    assert counts == {"goal": 6, "list": 9, "measure": 66}
