# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the intake room: bring a document in, review its proposals, publish it as an edition."""

from bruecke.intake.actions.drafts import discard, read_now, receive, retry, store_upload, take_draft
from bruecke.intake.actions.matches import confirm_certain_matches, confirm_match
from bruecke.intake.actions.publishing import publish, publish_here, publish_now, resume
from bruecke.intake.actions.review import (
    accept,
    accept_all,
    accept_certain,
    correct,
    reject,
    reject_open,
    reopen,
    toggle_repair,
)
from bruecke.intake.actions.shape import add_missed, merge, split
from bruecke.intake.actions.steps import redo, undo

__all__ = [
    "accept",
    "accept_all",
    "accept_certain",
    "add_missed",
    "confirm_certain_matches",
    "confirm_match",
    "correct",
    "discard",
    "merge",
    "publish",
    "publish_here",
    "publish_now",
    "read_now",
    "receive",
    "redo",
    "reject",
    "reject_open",
    "reopen",
    "resume",
    "retry",
    "split",
    "store_upload",
    "take_draft",
    "toggle_repair",
    "undo",
]
