# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads about what every record has."""

from bruecke.accounts.principal import Principal
from bruecke.records.models import FormDraft


def draft_of(*, principal: Principal, address: str) -> FormDraft | None:
    """What `principal` typed into the form at `address` and has not sent yet; one statement; None for the public."""
    if principal.user_id is None:
        return None
    return FormDraft.objects.filter(user_id=principal.user_id, address=address).first()
