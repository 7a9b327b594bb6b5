# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the actors room: accounts and posts, organisations, people."""

from bruecke.actors.actions.accounts import (
    appoint,
    open_account,
    open_appointed_account,
    open_demonstration_accounts,
    open_house,
)
from bruecke.actors.actions.organisations import (
    ORGANISATION,
    ensure_organisations,
    enter_organisation,
    take_over_organisations,
)
from bruecke.actors.actions.people import PERSON, enter_person, erase_person, merge_people, replay_erasures

__all__ = [
    "ORGANISATION",
    "PERSON",
    "appoint",
    "ensure_organisations",
    "enter_organisation",
    "enter_person",
    "erase_person",
    "merge_people",
    "open_account",
    "open_appointed_account",
    "open_demonstration_accounts",
    "open_house",
    "replay_erasures",
    "take_over_organisations",
]
