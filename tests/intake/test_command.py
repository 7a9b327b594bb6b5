# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""`bruecke import`."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from bruecke.intake.models import ImportDraft, ImportState
from bruecke.strategy.models import Edition, Measure

pytestmark = pytest.mark.django_db

TEXT = """# Strategie des Musterlandes

## I) Handel

Folgende Maßnahmen könnten aus gegenwärtiger Sicht ergriffen werden:

- Ausbau des Handels mit Polen
- Prüfung einer neuen Messe
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "strategie.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("import_document", *arguments, stdout=out)
    return out.getvalue()


def test_a_document_waits_for_review(paper: Path) -> None:
    said = run(str(paper))
    made = ImportDraft.objects.get()
    assert made.state == ImportState.WAITING
    assert f"2 Maßnahmen, 0 Ziele vorgeschlagen. Zur Prüfung: /einlesen/{made.pk}/" in said


def test_a_document_is_published_in_one_go(paper: Path) -> None:
    said = run(str(paper), "--accept-all", "--publish")
    edition = Edition.objects.get()
    assert f"/dokument/{edition.pk}/" in said
    assert Measure.objects.filter(edition=edition).count() == 2


def test_publishing_with_open_parts_is_refused_with_the_reason(paper: Path) -> None:
    with pytest.raises(CommandError, match="noch offen"):
        run(str(paper), "--publish")


def test_a_missing_file_a_known_file_and_a_foreign_strategy_are_named(paper: Path) -> None:
    with pytest.raises(CommandError, match="fehlt"):
        run(str(paper.with_name("fehlt.md")))
    with pytest.raises(CommandError, match="gibt es nicht"):
        run(str(paper), "--strategy", "fremd")
    run(str(paper))
    with pytest.raises(CommandError, match="schon eingelesen"):
        run(str(paper))


def test_an_unreadable_document_says_why(tmp_path: Path) -> None:
    path = tmp_path / "bild.bin"
    path.write_bytes(bytes(range(256)) * 20)
    with pytest.raises(CommandError, match="lesbar"):
        run(str(path))
