# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A set-up that is interrupted goes on where it stopped and ends the same, wherever that was."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import transaction

from bruecke.accounts.principal import SYSTEM
from bruecke.intake.actions import publishing, region, region_plan
from bruecke.intake.actions.drafts import store_upload
from bruecke.intake.models import ImportDraft, ImportState
from bruecke.strategy.models import Edition, Measure, Part
from tests.intake.snapshots import plain

SAXONY = Path(__file__).resolve().parents[2] / "examples" / "saxony"
STEPS: tuple[tuple[Any, str], ...] = (
    (region, "load_references"),
    (region, "store_upload"),
    (region, "read_now"),
    (region, "accept_all"),
    (region, "close_review"),
    (publishing, "_mark"),
    (publishing, "write_goals"),
    (publishing, "write_measures"),
    (publishing, "_adopt"),
    (publishing, "journal_adoption"),
    (region, "publish_now"),
    (region_plan, "_principles"),
    (region_plan, "_measures"),
    (region, "complete_plan"),
    (region, "complete_partnerships"),
    (region, "open_demonstration_accounts"),
)
"""In the order they are gone through."""


class PulledPlugError(Exception):
    """The power went."""


@pytest.fixture(autouse=True)
def files(settings: LazySettings, tmp_path: Path) -> None:
    """Uploads are kept in a folder of the test."""
    settings.MEDIA_ROOT = str(tmp_path)


def pulled_after(step: Callable[..., Any]) -> Callable[..., Any]:
    """The step, done, and the power goes."""

    def interrupted(*args: Any, **kwargs: Any) -> None:
        step(*args, **kwargs)
        raise PulledPlugError

    return interrupted


@pytest.mark.django_db
def test_set_up_interrupted_after_every_step_ends_the_same() -> None:
    with transaction.atomic():
        load()
        whole = plain()
        transaction.set_rollback(True)
    assert not Edition.objects.exists()
    for module, name in STEPS:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(module, name, pulled_after(getattr(module, name)))
            with pytest.raises(PulledPlugError):
                load()
    load()
    assert plain() == whole
    assert (Measure.objects.count(), Part.objects.count(), ImportDraft.objects.count()) == (66, 8, 1)


def load() -> Edition:
    """As make run does."""
    return region.load_demonstration(SAXONY, by=SYSTEM)


@pytest.mark.django_db
def test_another_document_of_the_same_name_is_left_to_its_reviewer() -> None:
    other = store_upload(data=b"Ein anderes Dokument", file_name="strategy.md", by=SYSTEM)
    ImportDraft.objects.filter(pk=other.pk).update(state=ImportState.WAITING)
    load()
    other.refresh_from_db()
    assert (other.state, other.edition_id) == (ImportState.WAITING, None)
    assert Measure.objects.count() == 66
