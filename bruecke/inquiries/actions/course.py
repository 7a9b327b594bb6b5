# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The course of an inquiry: more time, houses asked, called back, released to the public."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.clearance import actions as clearance
from bruecke.clearance.models import Circulation, CirculationState
from bruecke.inquiries.models import Inquiry, InquiryState, SubQuestion, Supply
from bruecke.inquiries.permissions import can_edit_inquiry, can_work_on_inquiries
from bruecke.records import journal
from bruecke.records.actions import change, claim, save_changed
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.visibility import Visibility

SUBJECT = "inquiry"
"""How clearance names an inquiry."""


def claim_open(inquiry: Inquiry, expected: int, by: Principal) -> Inquiry:
    """The inquiry, locked, for somebody who may work on it. Raises NotAllowed, StaleRecord, Refused."""
    if not can_work_on_inquiries(by):
        raise NotAllowed
    current = claim(inquiry, expected=expected)
    if not can_edit_inquiry(by, current):
        raise Refused({"": _("Die Anfrage ist abgeschlossen; an ihr wird nichts mehr geändert.")})
    return current


@transaction.atomic
def extend(*, inquiry: Inquiry, expected: int, until: date, reason: str, by: Principal) -> Inquiry:
    """More time, with its reason; the deadline first set stays on record. Raises NotAllowed, StaleRecord, Refused."""
    current = claim_open(inquiry, expected, by)
    problems = {}
    if until <= current.clock.deadline:
        problems["until"] = _("Die neue Frist liegt nicht nach der bisherigen.")
    if not reason.strip():
        problems["reason"] = _("Es fehlt noch der Grund der Verlängerung.")
    if problems:
        raise Refused(problems)
    fields = {"extended_until": until, "extended_because": reason.strip()}
    return change(current, expected=expected, fields=fields, by=by, why=reason.strip(), verb="extended")


@transaction.atomic
def ask(
    *,
    inquiry: Inquiry,
    expected: int,
    houses: Collection[int],
    questions: Collection[int],
    due_on: date,
    by: Principal,
) -> list[Supply]:
    """Ask organisations (by key) to supply for questions (by key; none: for the whole) until a day.

    Whoever is asked may know of the inquiry from then on. What was asked already is not asked twice. Raises
    NotAllowed, StaleRecord, Refused.
    """
    current = claim_open(inquiry, expected, by)
    asked = list(Organisation.objects.visible_to(by).filter(pk__in=houses).order_by("pk"))
    about = list(SubQuestion.objects.standing().filter(inquiry=current, pk__in=questions).order_by("pk"))
    _check_asking(current, asked, houses, len(about) < len(set(questions)), due_on)
    wanted = _not_asked_yet(current, asked, about)
    if not wanted:
        raise Refused({"houses": _("Diese Häuser sind dazu schon gefragt.")})
    supplies = [
        Supply(inquiry=current, organisation=house, question=question, due_on=due_on) for house, question in wanted
    ]
    for supply in supplies:
        supply.save(force_insert=True)
    if current.visibility == Visibility.NAMED:
        current.named_houses.add(*{house.house_id for house in asked if house.house_id})
    journal.record(*supplies, verb="created", by=by, changes={"version": [0, 1]})
    changes = {"version": [current.version, current.version + 1]}
    save_changed(current, by=by, why="", verb="houses_asked", changes=changes)
    return supplies


def _check_asking(
    inquiry: Inquiry, asked: Collection[Organisation], houses: Collection[int], is_question_gone: bool, due_on: date
) -> None:
    problems = {}
    if not houses:
        problems["houses"] = _("Es fehlt noch, wer zuliefern soll.")
    elif len(asked) < len(set(houses)) or any(row.house_id is None for row in asked):
        problems["houses"] = _("Ein Eintrag dieser Auswahl ist nicht mehr da.")
    if is_question_gone:
        problems["questions"] = _("Eine dieser Fragen ist nicht mehr da.")
    if due_on < timezone.localdate():
        problems["due_on"] = _("Die interne Frist liegt in der Vergangenheit.")
    elif due_on > inquiry.clock.deadline:
        problems["due_on"] = _("Die interne Frist liegt nach der Frist der Anfrage.")
    if inquiry.visibility == Visibility.UNIT:
        problems[""] = _("Diese Anfrage sieht nur das eigene Referat. Öffnen Sie sie zuerst für die gefragten Häuser.")
    if problems:
        raise Refused(problems)


def _not_asked_yet(
    inquiry: Inquiry, houses: Collection[Organisation], questions: Collection[SubQuestion]
) -> list[tuple[Organisation, SubQuestion | None]]:
    standing = set(Supply.objects.filter(inquiry=inquiry).values_list("organisation_id", "question_id"))
    about: list[SubQuestion | None] = [*questions] or [None]
    pairs = [(house, question) for house in houses for question in about]
    return [(house, each) for house, each in pairs if (house.pk, each.pk if each else None) not in standing]


@transaction.atomic
def withdraw(*, inquiry: Inquiry, expected: int, reason: str, by: Principal) -> Inquiry:
    """It was taken back by who asked; a running co-signature is called back with it.

    Raises NotAllowed, StaleRecord, Refused.
    """
    current = claim_open(inquiry, expected, by)
    if not reason.strip():
        raise Refused({"reason": _("Es fehlt noch der Grund.")})
    rows = Circulation.objects.select_for_update().filter(subject_type=SUBJECT, subject_id=current.pk)
    for row in rows.filter(state=CirculationState.OPEN):
        clearance.withdraw(circulation=row, expected=row.version, reason=reason, by=by)
    fields = {"state": InquiryState.WITHDRAWN}
    return change(current, expected=expected, fields=fields, by=by, why=reason.strip(), verb="withdrawn")


@transaction.atomic
def release(*, inquiry: Inquiry, expected: int, by: Principal) -> Inquiry:
    """Publish what was sent, without what is marked. Raises NotAllowed, StaleRecord, Refused."""
    return _show(inquiry, expected, Visibility.PUBLISHED, "released", by)


@transaction.atomic
def take_back_release(*, inquiry: Inquiry, expected: int, by: Principal) -> Inquiry:
    """All ministries see it, the public does not any more. Raises NotAllowed, StaleRecord, Refused."""
    return _show(inquiry, expected, Visibility.MINISTRIES, "release_taken_back", by)


def _show(inquiry: Inquiry, expected: int, visibility: str, verb: str, by: Principal) -> Inquiry:
    if not can_work_on_inquiries(by):
        raise NotAllowed
    current = claim(inquiry, expected=expected)
    if current.state != InquiryState.SENT:
        raise Refused({"": _("Freigegeben wird nur eine abgesandte Antwort.")})
    return change(current, expected=expected, fields={"visibility": visibility}, by=by, verb=verb)
