# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was received lies on the disk; what could not be stored says so and leaves nothing behind."""

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bruecke.intake.models import ImportDraft

pytestmark = pytest.mark.django_db
WORDS = "Die Datei ließ sich auf dem Server nicht ablegen"


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No file of this process may grow beyond 20 kB: the system refuses the write as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_named_and_nothing_is_left_behind(
    coordinator_client: Client, settings: LazySettings, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    settings.MEDIA_ROOT = str(tmp_path)
    settings.FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
    request.getfixturevalue("full_disk")
    answer = coordinator_client.post("/einlesen/", {"file": SimpleUploadedFile("plan.txt", b"wort " * 10_000)})
    assert (answer.status_code, WORDS in answer.content.decode()) == (507, True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not ImportDraft.objects.exists()


def test_a_folder_that_cannot_be_made_is_named(
    coordinator_client: Client, settings: LazySettings, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    settings.MEDIA_ROOT = str(tmp_path / "file")
    answer = coordinator_client.post("/einlesen/", {"file": SimpleUploadedFile("plan.txt", b"wort")})
    assert (answer.status_code, WORDS in answer.content.decode()) == (507, True)
