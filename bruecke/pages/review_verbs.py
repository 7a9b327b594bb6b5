# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer can do to one proposal, by the name its button sends."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.intake import actions
from bruecke.intake.actions.review import CORRECTABLE
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import ImportDraft, Proposal
from bruecke.strategy.queries.editions import measure_by_reference

FLAGS = ("open", "continuing")
_DIGITS = 9
"""More digits are no line, version or page that we have, and from 4300 on Python refuses to read them."""
Verb = Callable[[ImportDraft, int, QueryDict, Principal], Proposal]


def number(said: QueryDict, name: str = "version") -> int:
    """A number that a form or an address says; 0 for anything else than a reasonable one."""
    value = said.get(name, "")
    return int(value) if value.isdecimal() and len(value) <= _DIGITS else 0


def _accept(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    return actions.accept(proposal_id=key, expected=number(said), by=by)


def _reject(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    return actions.reject(proposal_id=key, expected=number(said), by=by)


def _reopen(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    return actions.reopen(proposal_id=key, expected=number(said), by=by)


def _correct(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    return actions.correct(proposal_id=key, expected=number(said), fields=typed(said), by=by, accepted=True)


def typed(said: QueryDict) -> dict[str, Any]:
    """The fields of a correction; a box that was shown and is not ticked means no."""
    known = set().union(*CORRECTABLE.values())
    fields: dict[str, Any] = {name: said[name] for name in known if name in said and name not in FLAGS}
    return fields | {name: name in said for name in FLAGS if f"{name}-shown" in said}


def _split(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    offset = said.get("split_text", "").replace("\r\n", "\n").find("|")
    first, _second = actions.split(proposal_id=key, expected=number(said), offset=max(0, offset), by=by)
    return first


def _merge(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    return actions.merge(proposal_id=key, expected=number(said), next_expected=number(said, "next_version"), by=by)


def _repair(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    return actions.toggle_repair(proposal_id=key, expected=number(said), index=number(said, "repair"), by=by)


def _match(draft: ImportDraft, key: int, said: QueryDict, by: Principal) -> Proposal:
    reference = said.get("match", "").partition(" ")[0]
    measure = measure_by_reference(draft.strategy, reference) if draft.strategy and reference else None
    if reference and measure is None:
        raise IntakeRefused(_("Eine Maßnahme mit dieser Fundstelle gibt es in der geltenden Fassung nicht."))
    return actions.confirm_match(proposal_id=key, expected=number(said), measure=measure, by=by)


VERBS: Mapping[str, Verb] = {
    "accept": _accept,
    "reject": _reject,
    "reopen": _reopen,
    "correct": _correct,
    "split": _split,
    "merge": _merge,
    "repair": _repair,
    "match": _match,
}
SMALL = frozenset({"accept", "reject", "reopen", "correct", "repair", "match"})
"""Acts that change one row only: answered with that row where a script asks."""
