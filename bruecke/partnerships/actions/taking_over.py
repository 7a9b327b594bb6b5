# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many partnerships and agreements at once, as a table gives them: each with its history, journal and first state.

What a person is asked when entering one (why not sectoral, by whose decision) no table answers; nothing is asked here
that the source does not say, as in records.take_over_partnership. The number of statements does not grow with the rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from bruecke.accounts.principal import Principal
from bruecke.base.collation import sort_key
from bruecke.partnerships.models import Agreement, Partnership, StateChange
from bruecke.partnerships.permissions import can_edit_partnership
from bruecke.records import journal
from bruecke.records.editing import free_keys
from bruecke.records.errors import NotAllowed
from bruecke.records.history import create_rows

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Newcomer:
    """partnership: unsaved, with the state it is in and since when. partners: keys of organisations abroad."""

    partnership: Partnership
    reason: str
    partners: tuple[int, ...] = ()


@transaction.atomic
def take_over_partnerships(*, newcomers: Sequence[Newcomer], by: Principal, why: str) -> list[Partnership]:
    """Enter them in their order. Raises NotAllowed."""
    if not can_edit_partnership(by, None):
        raise NotAllowed
    partnerships = [newcomer.partnership for newcomer in newcomers]
    names = [partnership.name_de for partnership in partnerships]  # type: ignore[attr-defined]
    for partnership, key in zip(partnerships, free_keys(Partnership, names), strict=True):
        partnership.key, partnership.title_sort = key, sort_key(str(partnership.name_de))  # type: ignore[attr-defined]
    made = create_rows(partnerships, by=by, why=why)
    StateChange.objects.bulk_create([_begun(newcomer, by) for newcomer in newcomers], batch_size=_BATCH)
    links = Partnership.partners.through
    links.objects.bulk_create(
        [links(partnership_id=each.partnership.pk, organisation_id=pk) for each in newcomers for pk in each.partners],
        batch_size=_BATCH,
    )
    journal.record(*made, verb="created", by=by, why=why, changes={"version": [0, 1]})
    return made


def _begun(newcomer: Newcomer, by: Principal) -> StateChange:
    partnership = newcomer.partnership
    return StateChange(
        partnership=partnership,
        to_state=partnership.state,
        effective_on=partnership.state_since,
        reason=newcomer.reason,
        recorded_by=by.label,
    )


@transaction.atomic
def take_over_agreements(
    *, agreements: Sequence[Agreement], parties: Sequence[Sequence[int]], by: Principal, why: str
) -> list[Agreement]:
    """Enter agreements in their order, each with the keys of its parties. Raises NotAllowed."""
    if not can_edit_partnership(by, None):
        raise NotAllowed
    made = create_rows(agreements, by=by, why=why)
    links = Agreement.parties.through
    links.objects.bulk_create(
        [
            links(agreement_id=agreement.pk, organisation_id=pk)
            for agreement, keys in zip(made, parties, strict=True)
            for pk in dict.fromkeys(keys)
        ],
        batch_size=_BATCH,
    )
    journal.record(*made, verb="created", by=by, why=why, changes={"version": [0, 1]})
    return made
