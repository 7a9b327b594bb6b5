# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""All tables of the house, for Django's app registry."""

from bruecke.accounts.models import House, User
from bruecke.actors.models import Organisation, Post
from bruecke.intake.models import ImportDraft, Proposal, ReviewStep
from bruecke.library.models import Citation, Document, Passage, SourceText
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember
from bruecke.records.models import FormDraft, Job, JournalEntry, PublishedVersion
from bruecke.search.models import SearchEntry, SearchWord
from bruecke.strategy.models import (
    Chapter,
    Check,
    Edition,
    Example,
    Footnote,
    Goal,
    Measure,
    MeasureActor,
    MeasureDocument,
    MeasureGoal,
    MeasureList,
    MeasurePlace,
    OptionDecision,
    Part,
    Principle,
    Strategy,
    TargetEntry,
    TargetList,
    Theme,
    Wording,
)

__all__ = [
    "Chapter",
    "Check",
    "Citation",
    "Document",
    "Edition",
    "Example",
    "Footnote",
    "FormDraft",
    "Goal",
    "House",
    "ImportDraft",
    "Job",
    "JournalEntry",
    "Measure",
    "MeasureActor",
    "MeasureDocument",
    "MeasureGoal",
    "MeasureList",
    "MeasurePlace",
    "OptionDecision",
    "Organisation",
    "Part",
    "Passage",
    "Place",
    "PlaceGroup",
    "PlaceGroupMember",
    "Post",
    "Principle",
    "Proposal",
    "PublishedVersion",
    "ReviewStep",
    "SearchEntry",
    "SearchWord",
    "SourceText",
    "Strategy",
    "TargetEntry",
    "TargetList",
    "Theme",
    "User",
    "Wording",
]
