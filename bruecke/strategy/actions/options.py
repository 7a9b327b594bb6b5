# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether an option is taken up: a recorded decision, never a status somebody sets (R24)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.bodies.queries import Quoted, quoted
from bruecke.records import journal
from bruecke.records.actions import claim, save_changed
from bruecke.records.history import author
from bruecke.strategy.errors import MeasureRefused, NotAllowed
from bruecke.strategy.models import Measure, Modality, OptionDecision, OptionState
from bruecke.strategy.permissions import can_decide_option

OUTCOMES = (OptionState.TAKEN_UP, OptionState.NOT_TAKEN_UP, OptionState.OPEN)
"""What a decision may say; "open" takes an earlier one back."""


@transaction.atomic
def decide_option(
    *,
    measure: Measure,
    expected: int,
    outcome: str,
    reference: str,
    decided_on: date | None,
    reason: str,
    by: Principal,
    recorded: int | None = None,
) -> Measure:
    """Record a decision on an option; the newest decision (by date, then by entry) says how it stands.

    The decision is as visible as its measure. recorded: key of the body's decision it rests on; from it come the
    reference and the day that are not given (""; None). Raises NotAllowed, StaleRecord, MeasureRefused.
    """
    if not can_decide_option(by):
        raise NotAllowed
    current = claim(measure, expected=expected)
    quote = quoted(recorded, principal=by)
    if quote is not None:
        reference, decided_on = reference.strip() or quote.reference, decided_on or quote.decided_on
    problems = _problems(current, outcome, reference, decided_on, reason)
    problems |= _recorded_problems(recorded, quote, decided_on)
    if problems or decided_on is None:
        raise MeasureRefused(problems)
    decision = OptionDecision(
        measure=current,
        outcome=outcome,
        reference=reference,
        decided_on=decided_on,
        decision_id=recorded,
        reason=reason,
        visibility=current.visibility,
        owner_id=current.owner_id,
    )
    decision._change_reason = reason[:100]  # type: ignore[attr-defined]
    decision._history_user = author(by)  # type: ignore[attr-defined]
    decision.save()
    decision.named_houses.set(current.named_houses.all())
    journal.record(decision, verb="created", by=by, why=reason)
    return _stand(current, reason=reason, by=by)


def _stand(measure: Measure, *, reason: str, by: Principal) -> Measure:
    standing = measure.decisions.order_by("-decided_on", "-pk").values_list("outcome", flat=True)[0]
    changes = {
        "option_state": [measure.option_state, standing],
        "version": [measure.version, measure.version + 1],
    }
    measure.option_state = standing
    return save_changed(measure, by=by, why=reason, verb="decided", changes=changes)


def _recorded_problems(recorded: int | None, quote: Quoted | None, decided_on: date | None) -> dict[str, str]:
    if recorded is None:
        return {}
    if quote is None:
        return {"decision_id": _("Ein Eintrag dieser Auswahl ist nicht mehr da.")}
    if quote.decided_on != decided_on:
        return {"decided_on": _("Der gewählte Beschluss ist von einem anderen Tag.")}
    return {}


def _problems(measure: Measure, outcome: str, reference: str, decided_on: date | None, reason: str) -> dict[str, str]:
    if measure.modality != Modality.OPTION:
        return {"": _("Der Wortlaut ist keine Option; es gibt nichts aufzugreifen.")}
    problems: dict[str, str] = {}
    if outcome not in OUTCOMES:
        problems["outcome"] = _("Bitte wählen Sie, wie entschieden wurde.")
    if not reference.strip():
        problems["reference"] = _("Es fehlt noch der Beschluss, zum Beispiel Gremium und Nummer.")
    if decided_on is None:
        problems["decided_on"] = _("Es fehlt noch der Tag des Beschlusses.")
    elif decided_on > timezone.localdate():
        problems["decided_on"] = _("Der Beschluss kann nicht in der Zukunft liegen.")
    if outcome == OptionState.NOT_TAKEN_UP and not reason.strip():
        problems["reason"] = _("Es fehlt noch die Begründung: Ein Nein wird begründet.")
    return problems
