# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room refuses, each with a sentence for the person."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext

if TYPE_CHECKING:
    from bruecke.intake.models import ImportDraft, Proposal


class IntakeRefused(Exception):
    """Cannot be done; `str(error)` says why and what to do, in the language of the page."""


class AlreadyImported(IntakeRefused):
    """The same file was brought before; `draft` is what became of it."""

    def __init__(self, draft: "ImportDraft", message: str) -> None:
        super().__init__(message)
        self.draft = draft


class NotStored(IntakeRefused):
    """The file could not be kept: the disk is full, or the folder closed. The cause is for who runs the server."""

    def __init__(self, error: OSError) -> None:
        super().__init__(
            gettext(
                "Die Datei ließ sich auf dem Server nicht ablegen, vermutlich ist dort kein Platz. Bitte versuchen Sie "
                "es später noch einmal oder wenden Sie sich an die Administration."
            )
        )
        self.error = error


class StaleProposal(IntakeRefused):
    """Another reviewer changed the proposal since it was shown; `current` is how it stands, None if it is gone."""

    def __init__(self, current: "Proposal | None", message: str) -> None:
        super().__init__(message)
        self.current = current


class NothingToUndo(IntakeRefused):
    """No act of this reviewer is left to undo, or to do again."""


class NotReady(IntakeRefused):
    """The draft cannot be published yet; `problems` says each reason in words."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems
