# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files on records: kept by content, once, on a ground and until a day; removed with a note."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import IntegrityError, transaction
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM, Principal, Role
from bruecke.library.actions.attachments import (
    MOST,
    SHELF,
    attach,
    attachment_rules,
    let_go_of_files,
    remove_attachment,
)
from bruecke.library.models import Attachment, Document
from bruecke.records.editing import fill_in
from bruecke.records.errors import NotAllowed, NotKept, Refused, StaleRecord
from bruecke.records.models import JournalEntry
from tests.factories.people import make_principal
from tests.factories.plan import make_document

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 some words"
RULES = attachment_rules(lambda principal, _attachment: principal.is_system or principal.is_staff)


@pytest.fixture(autouse=True)
def media(settings: LazySettings, tmp_path: Path) -> Path:
    """Files of a test go to its own folder."""
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path


def attached(
    data: bytes = PDF,
    name: str = "Bericht.pdf",
    by: Principal = SYSTEM,
    record: Document | None = None,
    **fields: object,
) -> Attachment:
    return attach(record=record or make_document(), rules=RULES, data=data, file_name=name, fields=fields, by=by)


def stored(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_file_is_kept_under_a_name_nobody_guesses_with_type_size_and_hash(media: Path) -> None:
    record = make_document()
    made = attached(name="../Bericht.exe", record=record, title="Bericht")
    made.refresh_from_db()
    assert (made.record_type, made.record_id, made.file_name) == ("document", record.pk, "Bericht.pdf")
    assert (made.media_type, made.size, len(made.sha256)) == ("application/pdf", len(PDF), 64)
    assert SHELF.path_of(made.stored_name).read_bytes() == PDF
    assert "Bericht" not in made.stored_name
    verbs = JournalEntry.objects.order_by("pk").values_list("record_type", "verb")
    assert list(verbs) == [("attachment", "created"), ("document", "attached")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "leer"),
        (b"MZ\x00\x01", "nimmt Brücke nicht an"),
        (b"<svg onload='x'/>", "ausgeführt"),
        (b"%PDF" + b"-" * MOST, "größer als 25 MB"),
    ],
)
def test_what_is_not_accepted_says_why_and_leaves_nothing(media: Path, data: bytes, said: str) -> None:
    with pytest.raises(Refused) as refusal:
        attached(data)
    assert list(refusal.value.problems) == ["file"]
    assert said in refusal.value.problems["file"]
    assert (stored(media), Attachment.objects.count(), JournalEntry.objects.count()) == ([], 0, 0)


def test_the_same_file_lies_on_a_record_once(media: Path) -> None:
    record = make_document()
    made = attached(record=record)
    with pytest.raises(Refused, match="schon abgelegt"):
        attached(record=record)
    attached(record=make_document())
    assert len(stored(media)) == 2
    again = Attachment(record_type="document", record_id=record.pk, sha256=made.sha256, size=1, media_type="x")
    with pytest.raises(IntegrityError, match=r"UNIQUE|attachment_once"), transaction.atomic():
        again.save()


def test_a_file_that_names_a_person_needs_ground_and_end(media: Path) -> None:
    with pytest.raises(Refused) as refusal:
        attached(names_person=True)
    assert sorted(refusal.value.problems) == ["retained_until", "retention_ground"]
    assert stored(media) == []
    attached(names_person=True, retention_ground="Aktenführung", retained_until="2999-12-31")
    with pytest.raises(IntegrityError, match="attachment_naming_a_person"), transaction.atomic():
        Attachment.objects.update(retention_ground="")


def test_only_the_coordinator_shows_a_file_to_everybody_and_only_who_works_there_attaches() -> None:
    with pytest.raises(Refused, match="Koordination"):
        attached(is_public=True, by=make_principal(Role.REPORTER))
    assert attached(is_public=True, by=make_principal(Role.COORDINATOR)).is_public
    with pytest.raises(NotAllowed):
        attached(by=make_principal(Role.PARTNER))


@pytest.mark.django_db(transaction=True)
def test_a_removed_file_is_gone_with_its_names_and_leaves_hash_and_note(media: Path) -> None:
    made = attached(title="Liste", names_person=True, retention_ground="Reise", retained_until="2999-12-31")
    with pytest.raises(Refused, match="warum"):
        remove_attachment(attachment=made, may=RULES.may, expected=1, why=" ", by=SYSTEM)
    with pytest.raises(StaleRecord):
        remove_attachment(attachment=made, may=RULES.may, expected=7, why="weg", by=SYSTEM)
    fill_in(record=made, rules=RULES, expected=1, fields={"title": "Liste von Frau Nowak"}, why="", by=SYSTEM)
    gone = remove_attachment(attachment=made, may=RULES.may, expected=2, why="Kein Grund mehr", by=SYSTEM)
    gone.refresh_from_db()
    assert (gone.title, gone.file_name, gone.stored_name, gone.removed_why) == ("", "", "", "Kein Grund mehr")
    assert gone.sha256 == made.sha256
    assert not any("Liste" in str(entry.changes) for entry in JournalEntry.objects.all())
    assert stored(media) == []


@pytest.mark.django_db(transaction=True)
def test_what_was_kept_until_a_day_that_is_over_goes_once(media: Path) -> None:
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    person = {"names_person": True, "retention_ground": "Reise"}
    attached(b"%PDF-1", retained_until=yesterday, **person)
    attached(b"%PDF-2", retained_until=date(2999, 1, 1).isoformat(), **person)
    attached(b"%PDF-3")
    assert (let_go_of_files(by=SYSTEM), let_go_of_files(by=SYSTEM)) == (1, 0)
    assert len(stored(media)) == 2


def test_a_full_disk_is_named_and_nothing_is_written(settings: LazySettings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_ROOT = str(tmp_path / "file")
    with pytest.raises(NotKept):
        attached()
    assert not Attachment.objects.exists()
