# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people fill in on organisations; the verbs are those of records.editing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.actors.permissions import can_edit_organisation
from bruecke.base.text import fold
from bruecke.records import journal
from bruecke.records.editing import (
    OF_EVERY_RECORD,
    Fillable,
    Values,
    enter,
    free_key,
    free_keys,
    in_languages,
    title_problem,
    whichever,
)
from bruecke.records.errors import NotAllowed
from bruecke.records.history import create_rows


def _organisation_problems(organisation: Organisation, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "name", _("Es fehlt noch der Name."))
    since, until = values["valid_from"], values["valid_until"]
    if since and until and until < since:
        problems["valid_until"] = _("Das Ende liegt vor dem Anfang.")
    own_part = _("Eine Einrichtung gehört nicht zu sich selbst oder zu einem ihrer Teile.")
    own_heir = _("Eine Einrichtung folgt nicht sich selbst nach, auch nicht über andere.")
    problems |= _circle_problem(organisation, values, "parent_id", own_part)
    problems |= _circle_problem(organisation, values, "successor_id", own_heir)
    return problems or _namesake_problem(organisation, values, by)


def _circle_problem(organisation: Organisation, values: Values, column: str, sentence: str) -> dict[str, str]:
    """`sentence` where following `column` from what is newly named there leads back to the organisation."""
    at: int | None = values[column]
    if at is None or at == getattr(organisation, column):
        return {}
    passed: set[int] = set()
    while at is not None and at not in passed:
        passed.add(at)
        at = Organisation.objects.filter(pk=at).values_list(column, flat=True).first()
    return {column: sentence} if organisation.pk in passed else {}


def _namesake_problem(organisation: Organisation, values: Values, by: Principal) -> dict[str, str]:
    """The same one twice, for instance because the button was pressed twice; what is hidden is not told of."""
    name = values["name_de"]
    if not name or name == organisation.name_de:  # type: ignore[attr-defined]
        return {}
    others = Organisation.objects.visible_to(by).exclude(pk=organisation.pk)
    same = others.filter(name_de__iexact=name, parent=values["parent_id"], kind=values["kind"])
    return {"name_de": _("Eine Einrichtung dieses Namens gibt es schon.")} if same.exists() else {}


ORGANISATION: Fillable[Organisation] = Fillable(
    (
        *in_languages("name"),
        *in_languages("short_name"),
        "kind",
        "parent_id",
        "valid_from",
        "valid_until",
        "former_names",
        "successor_id",
        *OF_EVERY_RECORD,
    ),
    whichever(can_edit_organisation),
    _organisation_problems,
)


@transaction.atomic
def enter_organisation(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Organisation:
    """Enter an organisation. fields: names of ORGANISATION. Raises NotAllowed, Refused."""
    titles = (str(fields[name]) for name in in_languages("name") if fields.get(name))
    record = Organisation(key=free_key(Organisation, next(titles, "")))
    return enter(record=record, rules=ORGANISATION, fields=fields, by=by, why=why, draft=draft)


@transaction.atomic
def take_over_organisations(*, organisations: Sequence[Organisation], by: Principal, why: str) -> list[Organisation]:
    """Enter many unsaved ones (name_de and kind given) as a table gives them, in their order. Raises NotAllowed.

    The number of statements does not grow with the rows.
    """
    if not can_edit_organisation(by):
        raise NotAllowed
    names = [str(row.name_de) for row in organisations]  # type: ignore[attr-defined]
    for organisation, key in zip(organisations, free_keys(Organisation, names), strict=True):
        organisation.key = key
    made = create_rows(organisations, by=by, why=why)
    journal.record(*made, verb="created", by=by, why=why, changes={"version": [0, 1]})
    return made


@transaction.atomic
def ensure_organisations(
    *,
    names: Iterable[str],
    kind: OrganisationKind,
    by: Principal,
    why: str,
    same: Callable[[str], str] = fold,
) -> dict[str, int]:
    """Keys of the organisations of a kind by name, entered where none that `by` may know of is called so.

    same: what two spellings of one name have in common; the names of the result are of that form. Raises NotAllowed.
    """
    wanted: dict[str, str] = {}
    for name in names:
        wanted.setdefault(same(name), name)
    known = Organisation.objects.visible_to(by).filter(kind=kind).order_by("-pk")
    found: dict[str, int] = {}
    for pk, name, short in known.values_list("pk", "name_de", "short_name_de"):
        found |= {same(text): pk for text in (short, name) if text and same(text) in wanted}
    missing = [key for key in wanted if key not in found]
    rows = [Organisation(kind=kind, name_de=wanted[key]) for key in missing]
    made = take_over_organisations(organisations=rows, by=by, why=why) if rows else []
    return found | {key: row.pk for key, row in zip(missing, made, strict=True)}
