# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the library, one noun a file."""

from bruecke.library.actions.texts import (
    DOCUMENT,
    Cite,
    Stretch,
    cite,
    enter_document,
    keep_text,
    mark_passages,
    settle_text,
)

__all__ = ["DOCUMENT", "Cite", "Stretch", "cite", "enter_document", "keep_text", "mark_passages", "settle_text"]
