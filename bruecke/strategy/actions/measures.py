# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people do to a measure: fill in what the document does not give, correct it, go back to an earlier version."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.models import House
from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.base.collation import sort_key
from bruecke.base.dates import is_fuzzy_date
from bruecke.base.languages import CONTENT
from bruecke.records.actions import claim, drop_draft, save_changed
from bruecke.records.editing import journaled, visibility_problems
from bruecke.records.visibility import Visibility
from bruecke.strategy.errors import MeasureRefused, NotAllowed
from bruecke.strategy.models import BudgetNeed, Goal, Measure, MeasureGoal, Theme
from bruecke.strategy.permissions import can_edit_all_fields, can_edit_measure

TITLES = tuple(f"title_{language}" for language in CONTENT)
PLAIN = (
    *TITLES,
    "lead_id",
    "deadline",
    "indicator",
    "cost_cents",
    "needs_state_money",
    "source_of_funds",
    "precondition",
    "visibility",
    "owner_id",
    "file_reference",
    "internal_note",
)
"""Columns that people fill in; what an edition says (modality, kind, reference ...) is not among them."""
LINKED = ("participants", "goals", "themes", "named_houses")
CLOSED = ("participants", "goals")
"""Links to records that not everybody may know of; whoever saves leaves those as they are."""
COORDINATORS_OWN = frozenset({"lead_id", "visibility", "owner_id", "named_houses"})


class MeasureFields(TypedDict, total=False):
    """What may be changed. Keys of records; goals: key → why; deadline: truncated ISO date; cost in cents."""

    title_de: str
    title_en: str
    title_pl: str
    title_cs: str
    title_hsb: str
    lead_id: int | None
    participants: list[int]
    goals: dict[int, str]
    themes: list[int]
    deadline: str
    indicator: str
    cost_cents: int | None
    needs_state_money: str
    source_of_funds: str
    precondition: str
    visibility: str
    owner_id: int | None
    named_houses: list[int]
    file_reference: str
    internal_note: str


@transaction.atomic
def change_measure(
    *, measure: Measure, expected: int, fields: MeasureFields, why: str, by: Principal, draft: str = ""
) -> Measure:
    """Save `fields` as the next version, with history and journal; nothing is written where nothing differs.

    draft: address of the form whose kept draft is done with now. Raises NotAllowed, StaleRecord, MeasureRefused.
    """
    current = claim(measure, expected=expected)
    _must_edit(current, fields, by)
    saved = _save(current, dict(fields), why=why, by=by, verb="changed")
    if draft:
        drop_draft(by=by, address=draft)
    return saved


def fields_of(measure: Measure, *, by: Principal) -> dict[str, Any]:
    """All that may be changed, as it stands; links only to what `by` may know of; six statements."""
    links = {name: linked(measure, name) for name in LINKED}
    seen = {name: _only(value, _known(measure, name, by)) for name, value in links.items() if name in CLOSED}
    return {name: _now(measure, name) for name in PLAIN} | links | seen


def _now(measure: Any, name: str) -> Any:
    """A column's value; a title that was never filled in is NULL in the database and empty for people."""
    value = getattr(measure, name)
    return value or "" if name in TITLES else value


@transaction.atomic
def restore_measure(*, measure: Measure, expected: int, version: int, why: str, by: Principal) -> Measure:
    """Save what people had filled in at `version` as the next version. Raises as change_measure does."""
    current = claim(measure, expected=expected)
    fields = fields_at(current, version)
    if not can_edit_all_fields(by):
        fields = {name: value for name, value in fields.items() if name not in COORDINATORS_OWN}
    _must_edit(current, fields, by)
    return _save(
        current, fields, why=why or _("Fassung %(n)s wiederhergestellt") % {"n": version}, by=by, verb="restored"
    )


def fields_at(measure: Measure, version: int) -> dict[str, Any]:
    """What people had filled in at `version`: columns from the history, links from the journal; two statements.

    Raises MeasureRefused where the history does not reach so far.
    """
    old = Measure.history.filter(id=measure.pk, version=version).order_by("-history_id").first()  # type: ignore[attr-defined]
    if old is None:
        raise MeasureRefused({"": _("Diese Fassung ist nicht mehr da.")})
    fields = {name: _now(old, name) for name in PLAIN}
    return fields | {name: _read(name, value) for name, value in journaled(measure, version, LINKED).items()}


def _read(name: str, value: Any) -> Any:
    return {int(key): why for key, why in value.items()} if name == "goals" else value


def _must_edit(measure: Measure, fields: Mapping[str, Any], by: Principal) -> None:
    house = measure.lead.house_id if measure.lead else None
    if not can_edit_measure(by, lead_house=house):
        raise NotAllowed
    if COORDINATORS_OWN & set(fields) and not can_edit_all_fields(by):
        raise NotAllowed


def _save(measure: Measure, fields: dict[str, Any], *, why: str, by: Principal, verb: str) -> Measure:
    links = {name: fields.pop(name) for name in LINKED if name in fields}
    before = {name: linked(measure, name) for name in links}
    for name in set(links) & set(CLOSED):
        links[name] = _with_hidden(measure, name, before[name], links[name], by)
    problems = _problems(measure, fields, links, by)
    if problems:
        raise MeasureRefused(problems)
    changes = {name: [old, value] for name, value in fields.items() if (old := _now(measure, name)) != value}
    changes |= {name: [before[name], value] for name, value in links.items() if before[name] != value}
    if not changes:
        return measure
    for name, value in fields.items():
        setattr(measure, name, value)
    measure.title_sort = sort_key(first_title(measure))
    for name, value in links.items():
        _link(measure, name, value)
    changes["version"] = [measure.version, measure.version + 1]
    return save_changed(measure, by=by, why=why, verb=verb, changes=changes)


def first_title(measure: Measure) -> str:
    """The title in the first language it is filled in."""
    return next((title for name in TITLES if (title := getattr(measure, name))), "")


def linked(measure: Measure, name: str) -> Any:
    """What a link of LINKED holds: keys in order, or goals with their reasons; one statement."""
    if name == "goals":
        return dict(measure.goal_links.order_by("goal_id").values_list("goal_id", "why"))
    return sorted(getattr(measure, name).values_list("pk", flat=True))


def _known(measure: Measure, name: str, by: Principal) -> set[int]:
    """Keys of what is linked and `by` may know of."""
    model = Goal if name == "goals" else Organisation
    return set(model.objects.visible_to(by).filter(pk__in=list(linked(measure, name))).values_list("pk", flat=True))


def _only(value: Any, keys: set[int]) -> Any:
    """A link's value with these keys only."""
    if isinstance(value, dict):
        return {key: why for key, why in value.items() if key in keys}
    return [key for key in value if key in keys]


def _with_hidden(measure: Measure, name: str, before: Any, wanted: Any, by: Principal) -> Any:
    """What `by` wants, and what is linked without their knowing."""
    hidden = _only(before, set(before) - _known(measure, name, by))
    return hidden | wanted if isinstance(hidden, dict) else [*hidden, *wanted]


def _link(measure: Measure, name: str, value: Any) -> None:
    if name != "goals":
        getattr(measure, name).set(value)
        return
    measure.goal_links.exclude(goal_id__in=value).delete()
    for goal, why in value.items():
        MeasureGoal.objects.update_or_create(measure=measure, goal_id=goal, defaults={"why": why})
    measure.goal_count = len(value)


def _problems(measure: Measure, fields: dict[str, Any], links: dict[str, Any], by: Principal) -> dict[str, str]:
    """Sentences by field; also brings links into the form they are kept in (sorted keys)."""
    problems: dict[str, str] = {}
    titles = [fields.get(name, getattr(measure, name)) for name in TITLES]
    if not any(titles):
        problems["title_de"] = _("Es fehlt noch der Kurztitel.")
    if deadline := fields.get("deadline"):
        problems |= {} if is_fuzzy_date(deadline) else {"deadline": _("Diesen Termin gibt es im Kalender nicht.")}
    if (fields.get("cost_cents") or 0) < 0:
        problems["cost_cents"] = _("Kosten können nicht unter null liegen.")
    if fields.get("needs_state_money", BudgetNeed.UNKNOWN) not in BudgetNeed.values:
        problems["needs_state_money"] = _("Bitte wählen Sie eine der Angaben.")
    problems |= _lead_problem(measure, fields, by)
    problems |= _visibility_problems(measure, fields, links, by)
    for name, value in links.items():
        links[name] = dict(sorted(value.items())) if name == "goals" else sorted(set(value))
        if not _all_there(measure, name, links[name], by):
            problems[name] = _("Ein Eintrag dieser Auswahl ist nicht mehr da.")
    return problems


def _lead_problem(measure: Measure, fields: dict[str, Any], by: Principal) -> dict[str, str]:
    key = fields.get("lead_id")
    if key is None or key == measure.lead_id:
        return {}
    lead = Organisation.objects.visible_to(by).filter(pk=key).first()
    if lead is None or not lead.may_lead:
        return {"lead_id": _("Die Federführung liegt bei einem Ministerium oder der Staatskanzlei.")}
    return {}


def _visibility_problems(
    measure: Measure, fields: dict[str, Any], links: dict[str, Any], by: Principal
) -> dict[str, str]:
    values = {name: fields.get(name, getattr(measure, name)) for name in ("visibility", "owner_id")}
    if values["visibility"] not in Visibility.values:
        return {"visibility": _("Bitte wählen Sie eine der Stufen.")}
    houses = links["named_houses"] if "named_houses" in links else linked(measure, "named_houses")
    return visibility_problems(values | {"named_houses": houses}, by)


def _all_there(measure: Measure, name: str, keys: Iterable[int], by: Principal) -> bool:
    wanted = set(keys)
    if not wanted:
        return True
    sets: dict[str, Any] = {
        "participants": Organisation.objects.visible_to(by),
        "goals": Goal.objects.visible_to(by).filter(edition_id=measure.edition_id),
        "themes": Theme.objects.all(),
        "named_houses": House.objects.all(),
    }
    # What was linked before may stay, also where the one who saves may not know of it.
    known = set(sets[name].filter(pk__in=wanted).values_list("pk", flat=True))
    return wanted <= known | set(linked(measure, name))
