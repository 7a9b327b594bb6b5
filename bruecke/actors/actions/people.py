# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on people, and what becomes of personal data: merged, erased, erased again after a backup."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.actors import erasures
from bruecke.actors.models import Person
from bruecke.actors.names import name_key
from bruecke.actors.permissions import can_edit_person, can_erase_person
from bruecke.actors.queries import references, similar_people
from bruecke.records.actions import claim, save_changed
from bruecke.records.editing import OF_EVERY_RECORD, Fillable, Values, enter
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.models import FormDraft, JournalEntry

LONGEST_REVIEW = timedelta(days=5 * 366)
"""Personal data is looked at again after five years at the latest."""

NAMING = ("name", "name_key", "title", "function", "email", "phone", "languages", "internal_note", "source")
"""Columns that say who somebody is; blank once erased."""


def _problems(person: Person, values: Values, by: Principal) -> dict[str, str]:
    problems: dict[str, str] = {}
    if not name_key(values["name"]):
        problems["name"] = _("Es fehlt noch der Name.")
    if not values["source"]:
        problems["source"] = _("Es fehlt noch, woher die Angaben stammen.")
    if not values["legal_basis"]:
        problems["legal_basis"] = _("Es fehlt noch die Rechtsgrundlage.")
    if not values["retention"]:
        problems["retention"] = _("Es fehlt noch, wie lange die Angaben aufbewahrt werden.")
    return problems | _review_problem(values["review_on"])


def _review_problem(review_on: str | None) -> dict[str, str]:
    if not review_on:
        return {"review_on": _("Es fehlt noch der Tag, an dem die Angaben geprüft werden.")}
    if date.fromisoformat(review_on) > timezone.localdate() + LONGEST_REVIEW:
        return {"review_on": _("Spätestens nach fünf Jahren werden Angaben zu Personen geprüft.")}
    return {}


def _derived(values: Values) -> Values:
    return {"name_key": name_key(values["name"])}


PERSON: Fillable[Person] = Fillable(
    (
        "name",
        "title",
        "function",
        "organisation_id",
        "email",
        "phone",
        "languages",
        "in_office_from",
        "in_office_until",
        "legal_basis",
        "source",
        "retention",
        "review_on",
        *OF_EVERY_RECORD,
    ),
    can_edit_person,
    _problems,
    derived=_derived,
)


@transaction.atomic
def enter_person(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Person:
    """Enter somebody. fields: names of PERSON, and is_another: True where people of a similar name are known.

    Raises NotAllowed, Refused.
    """
    values = dict(fields)
    is_another = values.pop("is_another", False)
    alike = [] if is_another else similar_people(str(values.get("name", "")), principal=by)
    if alike:
        known = "; ".join(f"{person} ({person.function or _('ohne Funktion')})" for person in alike[:3])
        sentence = _("Es gibt schon: %(known)s. Ist es jemand anderes, kreuzen Sie das unten an.") % {"known": known}
        raise Refused({"name": sentence})
    return enter(record=Person(), rules=PERSON, fields=values, by=by, why=why, draft=draft)


@transaction.atomic
def erase_person(*, person: Person, expected: int, why: str, by: Principal) -> Person:
    """Blank all that names somebody, in versions, journal and kept drafts too; what refers to the row stays.

    Rows that were merged into it are the same person and go with it. Raises NotAllowed, StaleRecord, Refused.
    """
    if not can_erase_person(by):
        raise NotAllowed
    if not why.strip():
        raise Refused({"why": _("Es fehlt noch der Grund der Löschung.")})
    current, day = claim(person, expected=expected), timezone.localdate()
    for merged in _merged_into(current):
        _erased(merged, day, why, by)
    return _erased(current, day, why, by)


def _merged_into(person: Person) -> Iterator[Person]:
    """Locked rows that went into this one, and those that had gone into them; one statement a level."""
    step = [person.pk]
    while step:
        rows = list(Person.objects.select_for_update().filter(merged_into__in=step, erased_on__isnull=True))
        yield from rows
        step = [row.pk for row in rows]


def _erased(person: Person, day: date, why: str, by: Principal) -> Person:
    FormDraft.objects.filter(address__contains=f"/personen/{person.pk}/").delete()
    JournalEntry.objects.filter(record_type="person", record_id=person.pk).update(changes={})
    for name in NAMING:
        setattr(person, name, "")
    person.erased_on = day
    changes = {"version": [person.version, person.version + 1]}
    person = save_changed(person, by=by, why=why, verb="erased", changes=changes)
    history: Any = Person.history  # type: ignore[attr-defined]
    history.filter(id=person.pk).update(**dict.fromkeys(NAMING, ""), erased_on=day)
    transaction.on_commit(lambda: erasures.note(person.pk, day))
    return person


def replay_erasures() -> int:
    """Erase again whom a restored backup brought back; returns how many. The list stands outside the database."""
    again = 0
    for key, day in erasures.noted():
        with transaction.atomic():
            person = Person.objects.select_for_update().filter(pk=key, erased_on__isnull=True).first()
            if person is not None:
                _erased(person, day, _("Löschung nach Wiederherstellung einer Sicherung"), SYSTEM)
                again += 1
    return again


@transaction.atomic
def merge_people(*, person: Person, into: Person, expected: int, why: str, by: Principal) -> Person:
    """The same person entered twice: everything that names `person` names `into` afterwards; empty fields are filled.

    Returns `into` as saved. Nothing is lost: `person` stays, hidden from lists, with its history. Raises NotAllowed,
    StaleRecord, Refused.
    """
    if person.pk == into.pk:
        raise Refused({"into": _("Eine Person lässt sich nicht mit sich selbst zusammenführen.")})
    gone = claim(person, expected=expected)
    kept = Person.objects.select_for_update().get(pk=into.pk)
    if not can_edit_person(by, kept) or not can_edit_person(by, gone):
        raise NotAllowed
    for rows, column in references(gone):
        _point_to(rows, column, kept)
    changes: dict[str, Any] = {"version": [kept.version, kept.version + 1]}
    for name in ("title", "function", "organisation_id", "email", "phone", "languages", "in_office_from"):
        if not getattr(kept, name) and getattr(gone, name):
            changes[name] = [getattr(kept, name), getattr(gone, name)]
            setattr(kept, name, getattr(gone, name))
    kept = save_changed(kept, by=by, why=why, verb="merged", changes=changes)
    gone.merged_into = kept
    save_changed(gone, by=by, why=why, verb="merged", changes={"version": [gone.version, gone.version + 1]})
    return kept


def _point_to(rows: models.QuerySet[Any], column: str, person: Person) -> None:
    """Row by row, because a link that is there twice then is one."""
    for row in rows:
        setattr(row, column, person)
        same = {
            field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
        }
        if row._meta.auto_created and type(row)._base_manager.filter(**same).exists():
            row.delete()
        else:
            row.save(update_fields=[column])
