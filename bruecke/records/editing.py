# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on a record of any room: plain values in, the next version out, an earlier one back.

A room says by Fillable what may be filled in, by whom and how. Values are those of JSON (a date is an ISO string, a
record its key, a text never None), so that forms, drafts, the journal and comparisons hold the same ones.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal, Role
from bruecke.base.languages import CONTENT
from bruecke.base.text import lower
from bruecke.records import journal
from bruecke.records.actions import claim, drop_draft, save_changed
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.history import author
from bruecke.records.models import JournalEntry
from bruecke.records.visibility import Visibility

M = TypeVar("M", bound=models.Model)
Values = dict[str, Any]

HOUSES = "named_houses"
OF_EVERY_RECORD = ("file_reference", "internal_note", "visibility", HOUSES, "owner_id")
"""What every Record lets people fill in."""


def in_languages(name: str) -> tuple[str, ...]:
    """Columns of a translated field."""
    return tuple(f"{name}_{language}" for language in CONTENT)


def _as_it_is(values: Values) -> Values:
    return values


@dataclass(frozen=True, slots=True)
class Fillable(Generic[M]):
    """What people fill in on one kind of record.

    names: columns, and named_houses. may: who fills them in. problems: the room's own sentences by field, from the
    record and all its values as they would stand. settle: brings values that hang on each other together.
    """

    names: tuple[str, ...]
    may: Callable[[Principal], bool]
    problems: Callable[[M, Values, Principal], dict[str, str]]
    settle: Callable[[Values], Values] = _as_it_is


def fields_of(record: models.Model, names: Iterable[str]) -> Values:
    """What is filled in; one statement where houses are asked for."""
    return {name: _plain(record, name) for name in names}


def _plain(record: Any, name: str) -> Any:
    if name == HOUSES:
        return sorted(record.named_houses.values_list("pk", flat=True)) if record.pk else []
    value = getattr(record, name)
    if isinstance(value, date):
        return value.isoformat()
    # A text that nobody filled in yet is NULL in the columns of a translated field.
    return "" if value is None and isinstance(record._meta.get_field(name), models.CharField) else value


@transaction.atomic
def fill_in(
    *,
    record: M,
    rules: Fillable[M],
    expected: int,
    fields: Mapping[str, Any],
    why: str,
    by: Principal,
    verb: str = "changed",
    draft: str = "",
) -> M:
    """Save `fields` as the next version, with history and journal; nothing is written where nothing differs.

    draft: address of the form whose kept draft is done with now. Raises NotAllowed, StaleRecord, Refused.
    """
    if not rules.may(by):
        raise NotAllowed
    current: M = claim(record, expected=expected)  # type: ignore[type-var]
    standing = fields_of(current, rules.names)
    wanted = _checked(current, rules, standing, fields, by)
    changes: dict[str, Any] = {name: [old, wanted[name]] for name, old in standing.items() if old != wanted[name]}
    if changes:
        _assign(current, {name: wanted[name] for name in changes})
        if HOUSES in changes:
            current.named_houses.set(wanted[HOUSES])  # type: ignore[attr-defined]
        version = current.version  # type: ignore[attr-defined]
        changes["version"] = [version, version + 1]
        save_changed(current, by=by, why=why, verb=verb, changes=changes)  # type: ignore[type-var]
    if draft:
        drop_draft(by=by, address=draft)
    return current


@transaction.atomic
def fill_in_again(*, record: M, rules: Fillable[M], expected: int, version: int, why: str, by: Principal) -> M:
    """Save what was filled in at `version` as the next version. Raises as fill_in does."""
    if not rules.may(by):
        raise NotAllowed
    current: M = claim(record, expected=expected)  # type: ignore[type-var]
    fields = fields_at(current, version, rules.names)
    reason = why or _("Stand %(n)s wiederhergestellt") % {"n": version}
    return fill_in(record=current, rules=rules, expected=expected, fields=fields, why=reason, by=by, verb="restored")


@transaction.atomic
def enter(
    *, record: M, rules: Fillable[M], fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = ""
) -> M:
    """Save a new record, which has nothing but its key so far. Raises NotAllowed, Refused."""
    if not rules.may(by):
        raise NotAllowed
    wanted = _checked(record, rules, fields_of(record, rules.names), fields, by)
    _assign(record, wanted)
    record._change_reason, record._history_user = why[:100], author(by)  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            record.save(force_insert=True)
    except IntegrityError:
        # Two people entered the same thing in the same moment.
        raise Refused({"": _("Das hat gerade auch jemand anders angelegt. Bitte speichern Sie noch einmal.")}) from None
    if HOUSES in wanted:
        record.named_houses.set(wanted[HOUSES])  # type: ignore[attr-defined]
    journal.record(record, verb="created", by=by, why=why, changes={"version": [0, 1]})
    if draft:
        drop_draft(by=by, address=draft)
    return record


def free_key(model: type[models.Model], title: str) -> str:
    """A key in the letters of addresses that no row of `model` has yet; one statement."""
    stem = slugify(lower(title))[:70] or str(model._meta.model_name)
    taken = set(model._default_manager.filter(key__startswith=stem).values_list("key", flat=True))
    numbered = (f"{stem}-{n}" for n in range(2, len(taken) + 3))
    return stem if stem not in taken else next(key for key in numbered if key not in taken)


def fields_at(record: models.Model, version: int, names: Iterable[str]) -> Values:
    """What was filled in at `version`: columns from the history where the model keeps one, the rest from the journal.

    Two statements. Raises Refused where there was no such version or it is not kept any more.
    """
    names = tuple(names)
    if not 1 <= version <= record.version:  # type: ignore[attr-defined]
        raise Refused({"": _("Diese Fassung ist nicht mehr da.")})
    if not hasattr(record, "history"):
        return fields_of(record, names) | journaled(record, version, names)
    old = type(record).history.filter(id=record.pk, version=version).order_by("-history_id").first()
    if old is None:
        raise Refused({"": _("Diese Fassung ist nicht mehr da.")})
    columns = {name: _plain(old, name) for name in names if name != HOUSES}
    houses = fields_of(record, [HOUSES]) | journaled(record, version, [HOUSES]) if HOUSES in names else {}
    return columns | houses


def journaled(record: models.Model, version: int, names: Iterable[str]) -> Values:
    """Of `names` those that were changed after `version`, with the value from before; one statement."""
    entries = JournalEntry.objects.filter(record_type=record._meta.model_name or "", record_id=record.pk)
    names = tuple(names)
    found: Values = {}
    for changes in entries.order_by("pk").values_list("changes", flat=True):
        if changes.get("version", (0, 0))[1] > version:
            found |= {name: changes[name][0] for name in names if name in changes and name not in found}
    return found


def _assign(record: models.Model, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        if name != HOUSES:
            setattr(record, name, record._meta.get_field(name).to_python(value))  # type: ignore[union-attr]


def _checked(record: M, rules: Fillable[M], standing: Values, fields: Mapping[str, Any], by: Principal) -> Values:
    """All values as they would stand. Raises Refused; ValueError for a name that nobody fills in."""
    if unknown := set(fields) - set(rules.names):
        raise ValueError(f"not to be filled in: {', '.join(sorted(unknown))}")
    wanted = rules.settle(standing | dict(fields))
    problems = _column_problems(record, wanted)
    if HOUSES in wanted:
        wanted[HOUSES] = sorted(set(wanted[HOUSES]))
        problems |= _house_problems(wanted) or visibility_problems(wanted, by)
    # A value that is no value at all is said once; what it means together with others need not be asked.
    problems = problems or rules.problems(record, wanted, by)
    if problems:
        raise Refused(problems)
    return wanted


def _column_problems(record: models.Model, values: Values) -> dict[str, str]:
    problems = {}
    for name, value in values.items():
        column: Any = record._meta.get_field(name)
        if not column.is_relation:
            try:
                column.clean(value, record)
            except ValidationError as error:
                problems[name] = " ".join(error.messages)
    return problems


def _house_problems(values: Values) -> dict[str, str]:
    owner = values["owner_id"]
    wanted = {HOUSES: set(values[HOUSES]), "owner_id": {owner} - {None}}
    known = set(House.objects.filter(pk__in=wanted[HOUSES] | wanted["owner_id"]).values_list("pk", flat=True))
    return {name: _("Ein Eintrag dieser Auswahl ist nicht mehr da.") for name, keys in wanted.items() if keys - known}


def visibility_problems(values: Mapping[str, Any], by: Principal) -> dict[str, str]:
    """Who saves must be among those who see it afterwards: nobody else could ever open it up again.

    values: visibility, named_houses (keys) and owner_id as they would stand.
    """
    level = values["visibility"]
    if level == Visibility.NAMED and not values[HOUSES]:
        return {HOUSES: _("Es fehlt noch, welche Ressorts es sehen dürfen.")}
    if level == Visibility.UNIT and values["owner_id"] is None:
        return {"owner_id": _("Es fehlt noch, welchem Referat es gehört.")}
    if by.has(Role.AUDITOR):
        return {}
    if level == Visibility.NAMED and not by.houses & set(values[HOUSES]):
        return {HOUSES: _("Ihr eigenes Ressort fehlt noch; Sie selbst könnten es sonst nicht mehr sehen.")}
    if level == Visibility.UNIT and values["owner_id"] not in by.units:
        return {"owner_id": _("Es müsste Ihrem eigenen Referat gehören; Sie selbst könnten es sonst nicht mehr sehen.")}
    return {}


def title_problem(values: Values, name: str, sentence: str) -> dict[str, str]:
    """`sentence` at the German title where it is filled in in no language."""
    return {} if any(values[column] for column in in_languages(name)) else {f"{name}_{CONTENT[0]}": sentence}
