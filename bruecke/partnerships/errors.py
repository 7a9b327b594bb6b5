# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room refuses, each with a sentence for the person."""

from bruecke.records.errors import Refused


class PlanningBlocked(Refused):
    """A partnership admits no new planned activity. partnership_ids: those that block; problems: field → sentence."""

    def __init__(self, sentences: dict[int, str]) -> None:
        super().__init__({"partnerships": " ".join(sentences.values())})
        self.partnership_ids = tuple(sentences)
