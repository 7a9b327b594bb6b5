# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of this room: print a paper, set its files, forget a person in them; texts kept for the next one."""

from bruecke.publish.actions.forgetting import forget_people
from bruecke.publish.actions.papers import print_paper, set_again
from bruecke.publish.actions.texts import SECTION_TEXT, enter_text

__all__ = ["SECTION_TEXT", "enter_text", "forget_people", "print_paper", "set_again"]
