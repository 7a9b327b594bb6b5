# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The verbs of co-signature: circulate, answer, note an edit, proceed, withdraw. All lock the circulation's row."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.actors.queries import signs_for
from bruecke.clearance import rules
from bruecke.clearance.models import Addressee, Answer, Circulation, CirculationState, CoSignature
from bruecke.clearance.permissions import can_circulate
from bruecke.clearance.queries import given_on
from bruecke.clearance.working_days import add_working_days
from bruecke.records import journal
from bruecke.records.actions import claim, save_changed
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.visibility import Visibility

MOST_DAYS = 90
"""Working days of a deadline, at most."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What goes round: type and key of the record, which part ("" for the whole), how it is called, its content's hash.

    houses: keys of the houses that may know of it; None for all ministries.
    """

    type: str
    key: int
    title: str
    content_hash: str
    part: str = ""
    houses: frozenset[int] | None = None


def deadline_in(days: int) -> date:
    """The day that is so many working days ahead. Raises Refused where that is no deadline."""
    if not 1 <= days <= MOST_DAYS:
        raise Refused({"days": _("Die Frist beträgt 1 bis %(most)s Arbeitstage.") % {"most": MOST_DAYS}})
    return add_working_days(timezone.localdate(), days, settings.HOLIDAY_REGION)


@transaction.atomic
def circulate(*, subject: Subject, addressees: Collection[int], days: int, by: Principal) -> Circulation:
    """Ask organisations (by key) to co-sign a content within so many working days.

    Those asked may know of it, and nobody beyond the subject's own circle. Raises NotAllowed, Refused.
    """
    if not can_circulate(by):
        raise NotAllowed
    asked = list(Organisation.objects.visible_to(by).select_related("house").filter(pk__in=addressees))
    _check_addressees(asked, addressees)
    circulation = _opened(subject, deadline_in(days), by)
    if subject.houses is not None:
        circulation.named_houses.set(subject.houses | {row.house_id for row in asked if row.house_id})
    Addressee.objects.bulk_create(Addressee(circulation=circulation, organisation=row) for row in asked)
    asked_keys = sorted(row.pk for row in asked)
    changes = {"addressees": [[], asked_keys], "version": [0, 1]}
    journal.record(circulation, verb="circulated", by=by, changes=changes)
    return circulation


def _check_addressees(asked: Collection[Organisation], wanted: Collection[int]) -> None:
    if not wanted:
        raise Refused({"addressees": _("Es fehlt noch, wer mitzeichnen soll.")})
    if len(asked) < len(set(wanted)):
        raise Refused({"addressees": _("Ein Eintrag dieser Auswahl ist nicht mehr da.")})
    # A partner institution has a house of its own, but no word on what the government circulates, and no look at it.
    without = [str(row) for row in asked if row.house is None or row.house.is_partner]
    if without:
        sentence = _("Für %(names)s kann niemand zeichnen: Es ist kein Haus hinterlegt.")
        raise Refused({"addressees": sentence % {"names": ", ".join(without)}})


def _opened(subject: Subject, deadline: date, by: Principal) -> Circulation:
    circulation = Circulation(
        subject_type=subject.type,
        subject_id=subject.key,
        part=subject.part,
        title=subject.title[:300],
        content_hash=subject.content_hash,
        deadline_on=deadline,
        opened_by_id=by.user_id,
        visibility=Visibility.MINISTRIES if subject.houses is None else Visibility.NAMED,
    )
    with _only_one_running():
        circulation.save(force_insert=True)
    return circulation


@contextmanager
def _only_one_running() -> Iterator[None]:
    """The database lets one circulation of a content run at a time, whoever comes second is told."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Refused({"": _("Die Mitzeichnung dieses Gegenstands läuft schon.")}) from None


@dataclass(frozen=True, slots=True)
class Word:
    """What a house says. answer: of Answer; text: the changes wished for, or why not."""

    answer: str
    text: str = ""


@transaction.atomic
def answer(*, seen: Mapping[int, str], organisation: int, word: Word, by: Principal) -> list[CoSignature]:
    """Give one answer for a house on one content or on all parts of a paper, in one act.

    seen: circulations (by key) with the hash of the content that was read. Nothing is signed where one of them is not
    running any more, was edited since, or does not ask this house. Raises NotAllowed, Refused.
    """
    _check_word(word)
    deputy = _signing(organisation, by)
    circulations = list(Circulation.objects.visible_to(by).select_for_update().filter(pk__in=seen).order_by("pk"))
    addressees = {
        row.circulation_id: row for row in Addressee.objects.filter(circulation__in=seen, organisation=organisation)
    }
    if not seen or len(circulations) < len(seen) or len(addressees) < len(seen):
        raise NotAllowed
    signed = []
    for circulation in circulations:
        _check_current(circulation, seen[circulation.pk])
        signed.append(_sign(addressees[circulation.pk], circulation, word, deputy, by))
        _clear_if_complete(circulation, by)
    return signed


def _check_word(word: Word) -> None:
    if word.answer not in Answer.values:
        raise Refused({"answer": _("Bitte wählen Sie eine Antwort.")})
    if word.answer in rules.NEEDS_TEXT and not word.text.strip():
        raise Refused({"text": _("Es fehlt noch, was zu ändern ist oder was dagegen spricht.")})


def _signing(organisation: int, by: Principal) -> bool:
    """Whether `by` signs for the organisation only as a deputy. Raises NotAllowed where not at all."""
    houses = signs_for(by)
    house = Organisation.objects.filter(pk=organisation).values_list("house", flat=True).first()
    if house is None or house not in houses:
        raise NotAllowed
    return houses[house]


def _check_current(circulation: Circulation, content: str) -> None:
    if circulation.state != CirculationState.OPEN:
        raise Refused({"": _("„%(title)s“ läuft nicht mehr um.") % {"title": circulation.title}})
    if circulation.content_hash != content:
        sentence = _("„%(title)s“ wurde inzwischen geändert. Bitte lesen Sie die neue Fassung, bevor Sie zeichnen.")
        raise Refused({"": sentence % {"title": circulation.title}})


def _sign(addressee: Addressee, circulation: Circulation, word: Word, is_deputy: bool, by: Principal) -> CoSignature:
    signature = CoSignature.objects.create(
        addressee=addressee,
        content_hash=circulation.content_hash,
        answer=word.answer,
        text=word.text.strip(),
        by_id=by.user_id,
        is_deputy=is_deputy,
    )
    journal.record(
        circulation,
        verb="answered",
        by=by,
        changes={"answer": [None, word.answer], "house": [None, addressee.organisation_id]},
    )
    return signature


def _clear_if_complete(circulation: Circulation, by: Principal) -> None:
    given = given_on([circulation.pk])[circulation.pk]
    if rules.is_cleared(given.houses, given.answers, circulation.content_hash):
        _move(circulation, CirculationState.CLEARED, verb="cleared", by=by)


@transaction.atomic
def content_changed(
    *, circulation: Circulation, expected: int, content: str, days: int, by: Principal
) -> list[Organisation]:
    """The content is another one now: the answers on the old one, and no others, are void, and it goes round again.

    days: working days from now for the new answers; a later deadline that stands already stays. Returns whose answers
    were voided. Nothing happens where the content is the same. Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_circulate(by):
        raise NotAllowed
    current = claim(circulation, expected=expected)
    if current.state == CirculationState.WITHDRAWN:
        raise Refused({"": _("Die Mitzeichnung ist zurückgezogen.")})
    if current.content_hash == content:
        return []
    deadline = max(current.deadline_on, deadline_in(days))
    voided = rules.voided_by_edit(given_on([current.pk])[current.pk].answers, current.content_hash)
    CoSignature.objects.filter(pk__in=[each.key for each in voided]).update(voided_at=timezone.now())
    concerned = list(Organisation.objects.filter(pk__in={each.house for each in voided}).order_by("pk"))
    current.content_hash, current.deadline_on, current.proceed_reason = content, deadline, ""
    keys = [row.pk for row in concerned]
    with _only_one_running():
        _move(current, CirculationState.OPEN, verb="content_changed", by=by, voided=[[], keys])
    return concerned


@transaction.atomic
def proceed(*, circulation: Circulation, expected: int, reason: str, by: Principal) -> list[Organisation]:
    """Go on after the deadline without every answer. Returns who gave none: they did not consent.

    Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_circulate(by):
        raise NotAllowed
    current = claim(circulation, expected=expected)
    _check_running(current)
    if not rules.may_proceed(timezone.localdate(), current.deadline_on):
        raise Refused({"": _("Die Frist läuft noch; sie ist der letzte Tag für eine Antwort.")})
    if not reason.strip():
        raise Refused({"reason": _("Es fehlt noch der Grund, ohne vollständige Mitzeichnung fortzufahren.")})
    given = given_on([current.pk])[current.pk]
    without = rules.silent(given.houses, given.answers, current.content_hash)
    current.proceed_reason = reason.strip()
    _move(current, CirculationState.PROCEEDED, verb="proceeded", by=by, why=reason.strip(), silent=[[], without])
    return list(Organisation.objects.filter(pk__in=without).order_by("pk"))


@transaction.atomic
def withdraw(*, circulation: Circulation, expected: int, reason: str, by: Principal) -> Circulation:
    """Call a running circulation back. Raises NotAllowed, StaleRecord, Refused."""
    if not can_circulate(by):
        raise NotAllowed
    current = claim(circulation, expected=expected)
    _check_running(current)
    if not reason.strip():
        raise Refused({"reason": _("Es fehlt noch der Grund.")})
    _move(current, CirculationState.WITHDRAWN, verb="withdrawn", by=by, why=reason.strip())
    return current


def _check_running(circulation: Circulation) -> None:
    if circulation.state != CirculationState.OPEN:
        raise Refused({"": _("„%(title)s“ läuft nicht mehr um.") % {"title": circulation.title}})


def _move(circulation: Circulation, state: str, *, verb: str, by: Principal, why: str = "", **changes: Any) -> None:
    changes |= {"state": [circulation.state, state], "version": [circulation.version, circulation.version + 1]}
    circulation.state = state
    circulation.closed_at = None if state == CirculationState.OPEN else timezone.now()
    save_changed(circulation, by=by, why=why, verb=verb, changes=changes)
