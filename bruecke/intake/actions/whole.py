# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document from file to edition in one go, for the command line."""

from pathlib import Path
from typing import Literal

from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import meta
from bruecke.intake.actions.drafts import read_now, store_upload
from bruecke.intake.actions.matches import confirm_certain_matches
from bruecke.intake.actions.publishing import publish_here
from bruecke.intake.actions.review import accept_all, accept_certain
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import ImportDraft, ImportState
from bruecke.strategy.models import Strategy


def import_document(
    *, path: Path, strategy_key: str, accept: Literal["", "certain", "all"], publish: bool, by: Principal
) -> str:
    """Store, read and, as asked, accept and publish; returns in words what came of it.

    Raises IntakeRefused (AlreadyImported, NotReady) and OSError.
    """
    strategy = _strategy(strategy_key)
    draft = read_now(draft=store_upload(data=path, file_name=path.name, by=by, strategy=strategy), by=by)
    if draft.state == ImportState.FAILED:
        raise IntakeRefused(draft.message)
    _accept(draft, accept, by)
    if publish:
        edition = publish_here(import_draft=draft, by=by)
        return gettext("Veröffentlicht: %(title)s, /dokument/%(key)d/") % {"title": edition.title, "key": edition.pk}
    counts = meta.read(draft.meta).counts
    return gettext("%(measures)d Maßnahmen, %(goals)d Ziele vorgeschlagen. Zur Prüfung: /einlesen/%(key)d/") % {
        "measures": counts.get("measures", 0),
        "goals": counts.get("goals", 0),
        "key": draft.pk,
    }


def _strategy(key: str) -> Strategy | None:
    strategy = Strategy.objects.filter(key=key).first() if key else None
    if key and strategy is None:
        raise IntakeRefused(gettext("Eine Strategie mit dem Kürzel „%(key)s“ gibt es nicht.") % {"key": key})
    return strategy


def _accept(draft: ImportDraft, accept: Literal["", "certain", "all"], by: Principal) -> None:
    if accept == "certain":
        accept_certain(draft=draft, by=by)
    elif accept == "all":
        accept_all(draft=draft, by=by)
        confirm_certain_matches(draft=draft, by=by, least=0.0)
