# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partner institutions confirm the records about them every year, or say what is wrong; the coordinator decides."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.actors.permissions import can_invite
from bruecke.base.dates import is_before
from bruecke.intake.answerable import KINDS, own_record
from bruecke.intake.models import Confirmation, Correction, CorrectionState
from bruecke.records import journal
from bruecke.records.editing import fields_of, fill_in
from bruecke.records.errors import NotAllowed, Refused


@transaction.atomic
def confirm(*, records: list[tuple[str, int]], by: Principal) -> int:
    """Say that records (kind, key) are right this year; returns how many. Raises NotAllowed for one not their own."""
    found = [(kind, own_record(kind, pk, by)) for kind, pk in records]
    year = timezone.localdate().year
    for kind, own in found:
        if own is None:
            raise NotAllowed
        institution, record = own
        _confirm(institution, kind, record.pk, year, by)
    return len(found)


def _confirm(institution: Organisation, kind: str, pk: int, year: int, by: Principal) -> None:
    said, made = Confirmation.objects.update_or_create(
        organisation=institution,
        record_type=kind,
        record_id=pk,
        year=year,
        defaults={"confirmed_at": timezone.now(), "confirmed_by_id": by.user_id},
    )
    if made:
        journal.record(said, verb="confirmed", by=by)


@transaction.atomic
def propose(*, kind: str, pk: int, fields: Mapping[str, str], note: str, by: Principal) -> Correction:
    """Say how a record should read; an own open proposal on it is replaced. Raises NotAllowed, Refused.

    fields: values by name, days as truncated ISO dates; those that stand like this already say nothing.
    """
    own = own_record(kind, pk, by)
    if own is None:
        raise NotAllowed
    institution, record = own
    standing = fields_of(record, KINDS[kind].names)
    changed = {name: [standing[name], text] for name, text in fields.items() if text != standing[name]}
    _refuse_nonsense(standing | dict(fields), changed, note)
    try:
        with transaction.atomic():
            correction, _made = Correction.objects.update_or_create(
                organisation=institution,
                record_type=kind,
                record_id=pk,
                state=CorrectionState.OPEN,
                defaults={
                    "fields": changed,
                    "note": note,
                    "proposed_at": timezone.now(),
                    "proposed_by_id": by.user_id,
                },
            )
    except IntegrityError:
        raise Refused({"": _("Das hat gerade auch jemand anders gesendet. Bitte senden Sie noch einmal.")}) from None
    journal.record(correction, verb="proposed", by=by)
    return correction


def _refuse_nonsense(values: Mapping[str, str], changed: Mapping[str, object], note: str) -> None:
    problems = {}
    if not changed and not note:
        problems[""] = _("Bitte ändern Sie eine Angabe oder schreiben Sie, was nicht stimmt.")
    signed, ends = values.get("signed_on", ""), values.get("ends_on", "")
    if signed and ends and is_before(ends, signed):
        problems["ends_on"] = _("Das Ende liegt vor der Unterzeichnung.")
    for name in ("title", "name_de"):
        if name in changed and not values[name]:
            problems[name] = _("Dieses Feld kann nicht leer sein.")
    if problems:
        raise Refused(problems)


@transaction.atomic
def accept_correction(*, correction: Correction, expected: int, by: Principal) -> None:
    """Take a proposal over as the next version of its record. Raises NotAllowed, StaleRecord, Refused.

    expected: version of the record that was shown beside the proposal.
    """
    current = _claim(correction, by)
    kind = KINDS[current.record_type]
    record = kind.model._default_manager.get(pk=current.record_id)
    fields = {name: new for name, (_was, new) in current.fields.items()}
    why = _("Auf Vorschlag von %(organisation)s") % {"organisation": current.organisation}
    fill_in(record=record, rules=kind.rules, expected=expected, fields=fields, why=why, by=by)
    _decide(current, CorrectionState.ACCEPTED, "", by)
    _confirm(current.organisation, current.record_type, current.record_id, timezone.localdate().year, by)


@transaction.atomic
def refuse_correction(*, correction: Correction, reason: str, by: Principal) -> None:
    """Leave the record as it is; the institution reads why. Raises NotAllowed, Refused."""
    current = _claim(correction, by)
    if not reason.strip():
        raise Refused({"reason": _("Bitte schreiben Sie der Einrichtung, warum.")})
    _decide(current, CorrectionState.REFUSED, reason.strip(), by)


def _claim(correction: Correction, by: Principal) -> Correction:
    if not can_invite(by):
        raise NotAllowed
    current = Correction.objects.select_for_update().get(pk=correction.pk)
    if current.state != CorrectionState.OPEN:
        raise Refused({"": _("Darüber ist schon entschieden.")})
    return current


def _decide(correction: Correction, state: CorrectionState, reason: str, by: Principal) -> None:
    correction.state, correction.reason = state, reason
    correction.decided_at, correction.decided_by_id = timezone.now(), by.user_id
    correction.save()
    journal.record(correction, verb=state.value, by=by, why=reason)
