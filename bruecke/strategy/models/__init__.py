# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of the strategy room."""

from bruecke.strategy.models.document_parts import (
    BudgetNeed,
    Chapter,
    Footnote,
    Goal,
    MeasureList,
    Modality,
    Principle,
    PrincipleScope,
    TargetEntry,
    TargetList,
    Theme,
)
from bruecke.strategy.models.funding import BudgetLine, BudgetPeriod
from bruecke.strategy.models.measure import (
    Check,
    Example,
    LinkSource,
    Measure,
    MeasureActor,
    MeasureDocument,
    MeasureGoal,
    MeasureKind,
    MeasurePlace,
    OptionDecision,
    OptionState,
    Part,
    Wording,
    WordingChange,
)
from bruecke.strategy.models.strategy import Edition, EditionState, Strategy

__all__ = [
    "BudgetLine",
    "BudgetNeed",
    "BudgetPeriod",
    "Chapter",
    "Check",
    "Edition",
    "EditionState",
    "Example",
    "Footnote",
    "Goal",
    "LinkSource",
    "Measure",
    "MeasureActor",
    "MeasureDocument",
    "MeasureGoal",
    "MeasureKind",
    "MeasureList",
    "MeasurePlace",
    "Modality",
    "OptionDecision",
    "OptionState",
    "Part",
    "Principle",
    "PrincipleScope",
    "Strategy",
    "TargetEntry",
    "TargetList",
    "Theme",
    "Wording",
    "WordingChange",
]
