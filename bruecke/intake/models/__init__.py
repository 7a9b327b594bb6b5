# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of the intake room: drafts of editions, tables on their way in, what partner institutions say."""

from bruecke.intake.models.answers import AnswerSheet, Confirmation, Correction, CorrectionState, SheetState
from bruecke.intake.models.drafts import ImportDraft, ImportState, Proposal, ProposalKind, ProposalState, ReviewStep
from bruecke.intake.models.tables import ImportedRecord, RowState, TableImport, TableMapping, TableRow, TableState

__all__ = [
    "AnswerSheet",
    "Confirmation",
    "Correction",
    "CorrectionState",
    "ImportDraft",
    "ImportState",
    "ImportedRecord",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "ReviewStep",
    "RowState",
    "SheetState",
    "TableImport",
    "TableMapping",
    "TableRow",
    "TableState",
]
