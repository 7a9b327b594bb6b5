# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the forms of this room offer: records by name; one statement."""

from typing import Any

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat

from bruecke.accounts.principal import Principal
from bruecke.activities.models import ActivitySeries
from bruecke.actors.models import Organisation, Person
from bruecke.base.collation import sort_key
from bruecke.bodies.models import Session
from bruecke.library.models import Document
from bruecke.partnerships.models import Partnership, PartnershipKind, PartnershipState
from bruecke.places.models import Place
from bruecke.records.labels import label, rows_of
from bruecke.strategy.models import BudgetLine, EditionState, Measure, Theme

GONE = (PartnershipState.ENDED, PartnershipState.REJECTED)
COUNTLESS = (PartnershipKind.MUNICIPAL, PartnershipKind.SCHOOL, PartnershipKind.ACADEMIC)
"""Partnerships of others, of which there are thousands: activities of the government hang on the rest."""
LEADING = ("ministry", "state_chancellery")


def choices(*names: str, principal: Principal) -> dict[str, list[tuple[int, str]]]:
    """Pairs of key and label for each of `names`: organisations, leads, people, places, partnerships, measures, themes,
    series, sessions, documents, budget_lines; in the order of the alphabet."""
    first, *others = (_BLOCKS[name](name, principal) for name in names)
    found: dict[str, list[tuple[int, str]]] = {name: [] for name in names}
    for name, pk, text in first.union(*others, all=True) if others else first:
        found[name].append((pk, text))
    return {name: sorted(pairs, key=lambda pair: sort_key(pair[1])) for name, pairs in found.items()}


def _block(name: str, rows: Any, text: Any) -> QuerySet[Any]:
    named = {"what_": Value(name, CharField()), "label_": text}
    found: QuerySet[Any] = rows.order_by().annotate(**named).values_list("what_", "pk", "label_")
    return found


def _joined(*parts: Any) -> Concat:
    return Concat(*parts, output_field=CharField())


_BLOCKS: dict[str, Any] = {
    "organisations": lambda name, who: _block(name, rows_of(Organisation).visible_to(who), label("name")),
    "leads": lambda name, who: _block(
        name, rows_of(Organisation).visible_to(who).filter(kind__in=LEADING), label("name")
    ),
    "people": lambda name, who: _block(
        name,
        rows_of(Person).visible_to(who).filter(erased_on__isnull=True, merged_into__isnull=True),
        _joined(F("name"), Value(" · "), F("function")),
    ),
    "places": lambda name, who: _block(name, rows_of(Place), label("name")),
    "partnerships": lambda name, who: _block(
        name,
        rows_of(Partnership).visible_to(who).exclude(state__in=GONE).exclude(kind__in=COUNTLESS),
        label("name"),
    ),
    "measures": lambda name, who: _block(
        name,
        rows_of(Measure).visible_to(who).filter(edition__state=EditionState.ADOPTED),
        _joined(F("reference"), Value(" "), label("title")),
    ),
    "themes": lambda name, who: _block(name, rows_of(Theme), label("title")),
    "series": lambda name, who: _block(name, rows_of(ActivitySeries).visible_to(who), label("name")),
    "sessions": lambda name, who: _block(
        name,
        rows_of(Session).visible_to(who),
        _joined(label("body__organisation__name"), Value(" "), F("number"), Value(" "), F("held_on")),
    ),
    "documents": lambda name, who: _block(name, rows_of(Document).visible_to(who), label("title")),
    "budget_lines": lambda name, who: _block(
        name,
        rows_of(BudgetLine).visible_to(who),
        _joined(
            F("period__name"), Value(": "), F("section"), Value("/"), F("chapter"), Value("/"), F("title"),
            Value(" "), F("purpose"),
        ),
    ),
}  # fmt: skip
