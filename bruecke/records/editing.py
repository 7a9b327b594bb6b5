# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on a record of any room: plain values in, the next version out, an earlier one back.

A room says by Fillable what may be filled in, by whom and how. Values are those of JSON (a date is an ISO string, a
record its key, many records a sorted list of keys, a text never None), so that forms, drafts, the journal and
comparisons hold the same ones. A member of a JSON column is filled in like a column of its own ("particulars__topic",
None where it is not there).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal, Role
from bruecke.base.languages import CONTENT
from bruecke.base.text import lower
from bruecke.records import journal
from bruecke.records.actions import claim, drop_draft, save_changed
from bruecke.records.errors import NotAllowed, Refused
from bruecke.records.history import author
from bruecke.records.models import Entry, JournalEntry
from bruecke.records.visibility import Visibility

M = TypeVar("M", bound=models.Model)
E = TypeVar("E", bound=Entry)
Values = dict[str, Any]
May = Callable[[Principal, Any], bool]
"""Whether somebody fills in this record; a new one has but its key or the record above it, or is None."""

HOUSES = "named_houses"
OF_EVERY_RECORD = ("file_reference", "internal_note", "visibility", HOUSES, "owner_id")
"""What every Record lets people fill in."""


def in_languages(name: str) -> tuple[str, ...]:
    """Columns of a translated field."""
    return tuple(f"{name}_{language}" for language in CONTENT)


def _as_it_is(values: Values) -> Values:
    return values


def _nothing(values: Values) -> Values:
    return {}


def nobody_above(record: models.Model) -> None:
    """For a Fillable whose rows may change whatever stands above them."""


def no_problems(record: models.Model, values: Values, by: Principal) -> dict[str, str]:
    """For a Fillable whose columns say all that can be wrong."""
    return {}


def whichever(predicate: Callable[[Principal], bool]) -> May:
    """A predicate that asks who, whichever the record."""
    return lambda principal, _record: predicate(principal)


@dataclass(frozen=True, slots=True)
class Fillable(Generic[M]):
    """What people fill in on one kind of record.

    names: columns, links to many, and members of JSON columns ("column__member"). may: who fills them in. problems: the
    room's own sentences by field, from the record and all its values as they would stand. settle: brings values that
    hang on each other together. derived: columns nobody types, from the values as they stand (a sort key). hold: locks
    the record above before anything of this one changes, and raises Refused where that stands still.
    """

    names: tuple[str, ...]
    may: May
    problems: Callable[[M, Values, Principal], dict[str, str]]
    settle: Callable[[Values], Values] = _as_it_is
    derived: Callable[[Values], Values] = _nothing
    hold: Callable[[M], None] = nobody_above


def fields_of(record: models.Model, names: Iterable[str]) -> Values:
    """What is filled in; one statement for each link to many."""
    return {name: _plain(record, name) for name in names}


def _is_member(name: str) -> bool:
    return "__" in name


def _is_many(record: models.Model | type[models.Model], name: str) -> bool:
    return not _is_member(name) and bool(record._meta.get_field(name).many_to_many)


def _plain(record: Any, name: str) -> Any:
    if _is_member(name):
        column, _separator, member = name.partition("__")
        return getattr(record, column).get(member)
    if _is_many(record, name):
        return sorted(getattr(record, name).values_list("pk", flat=True)) if record.pk else []
    value = getattr(record, name)
    if isinstance(value, date | time):
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
    if not rules.may(by, record):
        raise NotAllowed
    current: M = claim(record, expected=expected)  # type: ignore[type-var]
    rules.hold(current)
    standing = fields_of(current, rules.names)
    wanted = _checked(current, rules, standing, fields, by)
    changes: dict[str, Any] = {name: [old, wanted[name]] for name, old in standing.items() if old != wanted[name]}
    if changes:
        _assign(current, {name: wanted[name] for name in changes} | rules.derived(wanted))
        _link(current, {name: wanted[name] for name in changes})
        version = current.version  # type: ignore[attr-defined]
        changes["version"] = [version, version + 1]
        save_changed(current, by=by, why=why, verb=verb, changes=changes)  # type: ignore[type-var]
    if draft:
        drop_draft(by=by, address=draft)
    return current


@transaction.atomic
def fill_in_again(*, record: M, rules: Fillable[M], expected: int, version: int, why: str, by: Principal) -> M:
    """Save what was filled in at `version` as the next version. Raises as fill_in does."""
    if not rules.may(by, record):
        raise NotAllowed
    current: M = claim(record, expected=expected)  # type: ignore[type-var]
    fields = fields_at(current, version, rules.names)
    reason = why or _("Stand %(n)s wiederhergestellt") % {"n": version}
    return fill_in(record=current, rules=rules, expected=expected, fields=fields, why=reason, by=by, verb="restored")


@transaction.atomic
def take_out(*, entry: E, rules: Fillable[E], expected: int, by: Principal, why: str = "") -> E:
    """Take a row out of its record; it can be put back. Raises NotAllowed, StaleRecord, Refused."""
    return _removed(entry, rules, expected, timezone.now(), by, why)


@transaction.atomic
def put_back(*, entry: E, rules: Fillable[E], expected: int, by: Principal, why: str = "") -> E:
    """Undo take_out. Raises NotAllowed, StaleRecord, Refused."""
    return _removed(entry, rules, expected, None, by, why)


def _removed(entry: E, rules: Fillable[E], expected: int, moment: datetime | None, by: Principal, why: str) -> E:
    if not rules.may(by, entry):
        raise NotAllowed
    current: E = claim(entry, expected=expected)
    rules.hold(current)
    if (current.removed_at is None) == (moment is None):
        return current
    # While it was out, the same may have been entered anew.
    if moment is None and (problems := rules.problems(current, fields_of(current, rules.names), by)):
        raise Refused(problems)
    current.removed_at = moment
    changes = {"version": [current.version, current.version + 1]}
    return save_changed(current, by=by, why=why, verb="taken_out" if moment else "put_back", changes=changes)


@transaction.atomic
def enter(
    *, record: M, rules: Fillable[M], fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = ""
) -> M:
    """Save a new record, which has nothing but its key or the record above it so far. Raises NotAllowed, Refused."""
    if not rules.may(by, record):
        raise NotAllowed
    rules.hold(record)
    wanted = _checked(record, rules, fields_of(record, rules.names), fields, by)
    _assign(record, wanted | rules.derived(wanted))
    record._change_reason, record._history_user = why[:100], author(by)  # type: ignore[attr-defined]
    try:
        with transaction.atomic():
            record.save(force_insert=True)
    except IntegrityError:
        # Two people entered the same thing in the same moment.
        raise Refused({"": _("Das hat gerade auch jemand anders angelegt. Bitte speichern Sie noch einmal.")}) from None
    _link(record, wanted)
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


def free_keys(model: type[models.Model], titles: Iterable[str]) -> list[str]:
    """As free_key, for many titles at once: in their order, each another; one statement."""
    taken = set(model._default_manager.values_list("key", flat=True))
    found, numbers = [], dict[str, int]()
    for title in titles:
        stem = slugify(lower(title))[:66] or str(model._meta.model_name)
        key, number = stem, numbers.get(stem, 1)
        while key in taken:
            number += 1
            key = f"{stem}-{number}"
        taken.add(key)
        numbers[stem] = number
        found.append(key)
    return found


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
    links = [name for name in names if _is_many(record, name)]
    columns = {name: _plain(old, name) for name in names if name not in links}
    return columns | fields_of(record, links) | (journaled(record, version, links) if links else {})


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
        if _is_member(name):
            _assign_member(record, name, value)
        elif not _is_many(record, name):
            setattr(record, name, record._meta.get_field(name).to_python(value))  # type: ignore[union-attr]


def _assign_member(record: models.Model, name: str, value: Any) -> None:
    column, _separator, member = name.partition("__")
    others = {key: kept for key, kept in getattr(record, column).items() if key != member}
    setattr(record, column, others if value is None else others | {member: value})


def _link(record: models.Model, values: Mapping[str, Any]) -> None:
    for name, keys in values.items():
        if _is_many(record, name):
            getattr(record, name).set(keys)


def _checked(record: M, rules: Fillable[M], standing: Values, fields: Mapping[str, Any], by: Principal) -> Values:
    """All values as they would stand. Raises Refused; ValueError for a name that nobody fills in."""
    if unknown := set(fields) - set(rules.names):
        raise ValueError(f"not to be filled in: {', '.join(sorted(unknown))}")
    wanted = rules.settle(standing | dict(fields))
    wanted |= {name: sorted(set(keys)) for name, keys in wanted.items() if _is_many(record, name)}
    problems = _column_problems(record, wanted) | _link_problems(record, standing, wanted, by)
    if HOUSES in wanted and not problems:
        problems |= visibility_problems(wanted, by)
    # A value that is no value at all is said once; what it means together with others need not be asked.
    problems = problems or rules.problems(record, wanted, by)
    if problems:
        raise Refused(problems)
    return wanted


def _column_problems(record: models.Model, values: Values) -> dict[str, str]:
    problems = {}
    for name, value in values.items():
        if _is_member(name):
            continue
        column: Any = record._meta.get_field(name)
        if not column.is_relation:
            try:
                column.clean(value, record)
            except ValidationError as error:
                problems[name] = " ".join(error.messages)
    return problems


def _link_problems(record: models.Model, standing: Values, wanted: Values, by: Principal) -> dict[str, str]:
    """What is newly linked must be there, and known to who links it; one statement a link that changes."""
    problems = {}
    for name, value in wanted.items():
        if _is_member(name):
            continue
        column = record._meta.get_field(name)
        added = _keys(value) - _keys(standing[name]) if column.is_relation else set()
        if not added:
            continue
        model: Any = column.related_model
        rows = model._default_manager.all()
        known = rows.visible_to(by) if hasattr(rows, "visible_to") else rows
        if known.filter(pk__in=added).count() < len(added):
            problems[name] = _("Ein Eintrag dieser Auswahl ist nicht mehr da.")
    return problems


def _keys(value: Any) -> set[int]:
    return set(value) if isinstance(value, list) else {value} - {None}


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
