# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of this room. Every act that touches an answer locks the inquiry: rows below it first, then the inquiry's."""

from bruecke.inquiries.actions.answering import draw_again, keep_secret, refuse, send
from bruecke.inquiries.actions.course import ask, extend, release, take_back_release, withdraw
from bruecke.inquiries.actions.records import INQUIRY, QUESTION, SUPPLY, register
from bruecke.inquiries.actions.supplies import give, return_supply, take_over

__all__ = [
    "INQUIRY",
    "QUESTION",
    "SUPPLY",
    "ask",
    "draw_again",
    "extend",
    "give",
    "keep_secret",
    "refuse",
    "register",
    "release",
    "return_supply",
    "send",
    "take_back_release",
    "take_over",
    "withdraw",
]
