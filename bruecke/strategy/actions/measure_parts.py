# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of a compound measure, examples, points to be considered. Each act makes a new version of the measure."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.records.actions import claim, save_changed
from bruecke.records.history import author
from bruecke.strategy.errors import MeasureRefused, NotAllowed
from bruecke.strategy.models import BudgetNeed, Check, Example, Measure, MeasureKind, Part
from bruecke.strategy.permissions import can_edit_measure


@dataclass(frozen=True, slots=True)
class PartFields:
    """A part as typed. lead_id: key of an organisation that may lead, None where nobody does yet."""

    title: str
    kind: str
    lead_id: int | None = None
    needs_state_money: str = BudgetNeed.UNKNOWN


@transaction.atomic
def save_part(
    *, measure: Measure, expected: int, part: Part | None, fields: PartFields, why: str, by: Principal
) -> Part:
    """Add a part (`part` None) or change one. Raises NotAllowed, StaleRecord, MeasureRefused."""
    with _next_version(measure, expected, why=why, by=by) as (current, changes):
        _refuse(_part_problems(part, fields, by))
        row = part or Part(measure=current, position=_next(current.parts), visibility=current.visibility)
        changes["parts"] = [row.title if row.pk else None, fields.title]
        row.title_de, row.kind = fields.title, fields.kind  # type: ignore[attr-defined]
        row.lead_id, row.needs_state_money = fields.lead_id, fields.needs_state_money
        row.owner_id = current.owner_id
        row._history_user = author(by)  # type: ignore[attr-defined]
        row.save()
        row.named_houses.set(current.named_houses.all())
        return row


@transaction.atomic
def remove_part(*, measure: Measure, expected: int, part: Part, why: str, by: Principal) -> None:
    """Take a part away; its history stays. Raises NotAllowed, StaleRecord."""
    with _next_version(measure, expected, why=why, by=by) as (_current, changes):
        changes["parts"] = [part.title, None]
        part._history_user = author(by)  # type: ignore[attr-defined]
        part.delete()


@transaction.atomic
def save_example(
    *, measure: Measure, expected: int, example: Example | None, title: str, why: str, by: Principal
) -> Example:
    """Add an example, marked as ours and not the document's, or change one (R26). Raises as save_part does."""
    with _next_version(measure, expected, why=why, by=by) as (current, changes):
        _refuse({} if title.strip() else {"title": _("Es fehlt noch das Beispiel.")})
        row = example or Example(measure=current, position=_next(current.examples), from_wording=False)
        changes["examples"] = [row.title if row.pk else None, title]
        row.title_de = title  # type: ignore[attr-defined]
        row.save()
        return row


@transaction.atomic
def remove_example(*, measure: Measure, expected: int, example: Example, why: str, by: Principal) -> None:
    """Take away an example that people added; what the wording names stays. Raises as save_part does."""
    with _next_version(measure, expected, why=why, by=by) as (_current, changes):
        if example.from_wording:
            raise MeasureRefused({"": _("Dieses Beispiel nennt der Wortlaut; es bleibt stehen.")})
        changes["examples"] = [example.title, None]
        example.delete()


@transaction.atomic
def answer_check(
    *, measure: Measure, expected: int, check: Check, answer: bool | None, reference: str, by: Principal
) -> Check:
    """Say whether a point was considered; None opens it again. A yes names where that can be read.

    Raises NotAllowed, StaleRecord, MeasureRefused.
    """
    with _next_version(measure, expected, why=reference, by=by) as (_current, changes):
        _refuse(
            {"reference": _("Es fehlt noch der Beleg: Wo lässt sich das nachlesen?")}
            if answer and not reference.strip()
            else {}
        )
        changes[f"check:{check.pk}"] = [check.answer, answer]
        check.answer, check.reference = answer, reference.strip()
        check.answered_by = "" if answer is None else by.label
        check.answered_on = None if answer is None else timezone.localdate()
        check.save()
        return check


@contextmanager
def _next_version(
    measure: Measure, expected: int, *, why: str, by: Principal
) -> Iterator[tuple[Measure, dict[str, Any]]]:
    """The claimed measure and a dictionary for what changes; saved as the next version when the block is done."""
    current = claim(measure, expected=expected)
    if not can_edit_measure(by, lead_house=current.lead.house_id if current.lead else None):
        raise NotAllowed
    changes: dict[str, Any] = {}
    yield current, changes
    changes["version"] = [current.version, current.version + 1]
    save_changed(current, by=by, why=why, verb="changed", changes=changes)


def _refuse(problems: dict[str, str]) -> None:
    if problems:
        raise MeasureRefused(problems)


def _part_problems(part: Part | None, fields: PartFields, by: Principal) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not fields.title.strip():
        problems["title"] = _("Es fehlt noch der Titel des Teils.")
    if fields.kind not in MeasureKind.values:
        problems["kind"] = _("Es fehlt noch die Maßnahmenart.")
    if fields.needs_state_money not in BudgetNeed.values:
        problems["needs_state_money"] = _("Bitte wählen Sie eine der Angaben.")
    if fields.lead_id is not None and (part is None or fields.lead_id != part.lead_id):
        lead = Organisation.objects.visible_to(by).filter(pk=fields.lead_id).first()
        if lead is None or not lead.may_lead:
            problems["lead_id"] = _("Die Federführung liegt bei einem Ministerium oder der Staatskanzlei.")
    return problems


def _next(rows: Any) -> int:
    return int(rows.aggregate(last=Max("position"))["last"] or 0) + 1
