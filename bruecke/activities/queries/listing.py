# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of activities: one page by key, the counts above it, what it can be narrowed down to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, F, Max, Min, Q, Value
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.activities.activity_filter import CODED, ActivityFilter
from bruecke.activities.gaps import gap_condition
from bruecke.activities.kind import by_slug
from bruecke.activities.models import Activity, ActivitySeries, links_to
from bruecke.activities.queries.lines import Line, lines_of, parts_of, visible_activities
from bruecke.actors.models import Organisation
from bruecke.base.collation import sort_key
from bruecke.partnerships.models import Partnership
from bruecke.places.models import Place
from bruecke.records.cursor import Cursor, decode
from bruecke.records.labels import label, rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.records.paging import Order, Page, page_of
from bruecke.records.state import until_written
from bruecke.strategy.models import Measure, Theme

PAGE = 30
ORDERS = {
    "neueste": Order(("starts_from", "pk"), (str, int), is_descending=True),
    "naechste": Order(("starts_from", "pk"), (str, int)),
}


class Entry(NamedTuple):
    """A value of a filter. key: as in the address."""

    pk: int
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the list can be narrowed down to. entries: by parameter; years: newest first; leads: labels by key."""

    entries: dict[str, list[Entry]]
    years: list[int]

    def keys(self, name: str, chosen: Iterable[str]) -> set[int]:
        """The rows that values of an address stand for."""
        wanted = set(chosen)
        return {entry.pk for entry in self.entries[name] if entry.key in wanted}


def vocabulary(*, principal: Principal) -> Vocabulary:
    """Places, partnerships, measures, themes, leads and series of the activities `principal` may know of, and their
    years; kept until anything is written, else two statements more."""
    return _vocabulary(get_language() or "", scope_of(principal))


@until_written(maxsize=32)
def _vocabulary(_language: str, principal: Principal) -> Vocabulary:
    seen = visible_activities(principal)
    used = {
        "ort": _used(rows_of(Place), "places", "place_id", seen),
        "partnerschaft": _used(rows_of(Partnership).visible_to(principal), "partnerships", "partnership_id", seen),
        "massnahme": _used(rows_of(Measure).visible_to(principal), "measures", "measure_id", seen),
        "thema": _used(rows_of(Theme), "themes", "theme_id", seen),
        "federfuehrung": rows_of(Organisation).visible_to(principal).filter(pk__in=seen.order_by().values("lead_id")),
        "reihe": rows_of(ActivitySeries).visible_to(principal).filter(pk__in=seen.order_by().values("series_id")),
    }
    texts = {
        "thema": (F("key"), label("title")),
        "massnahme": (F("reference"), label("title")),
        "federfuehrung": (F("key"), label("short_name", "name")),
    }
    blocks = [
        rows.order_by()
        .annotate(what_=Value(name, CharField()), key_=texts.get(name, (F("key"),))[0], label_=_text(texts, name))
        .values_list("what_", "pk", "key_", "label_")
        for name, rows in used.items()
    ]
    found: dict[str, list[Entry]] = defaultdict(list)
    for what, pk, key, text in blocks[0].union(*blocks[1:], all=True):
        entry = Entry(pk, str(pk), f"{key} {text}") if what == "massnahme" else Entry(pk, key, text)
        found[what].append(entry)
    entries = {what: sorted(found[what], key=lambda row: sort_key(row.label)) for what in used}
    return Vocabulary(entries, _years(seen))


def _text(texts: dict[str, tuple[Any, Any]], name: str) -> Any:
    return texts[name][1] if name in texts else label("name")


def _used(rows: Any, link: str, column: str, seen: RecordQuerySet[Activity]) -> Any:
    """Rows that an activity among `seen` is linked to."""
    linked = links_to(link).filter(activity_id__in=seen.values("pk"))
    return rows.filter(pk__in=linked.values(column))


def _years(seen: RecordQuerySet[Activity]) -> list[int]:
    ends = seen.aggregate(first=Min("starts_from"), last=Max("ends_by"))
    if ends["first"] is None:
        return []
    return list(range(ends["last"].year, ends["first"].year - 1, -1))[:30]


def narrowed(
    asked: ActivityFilter, words: Vocabulary, *, matching: Q | None, principal: Principal
) -> RecordQuerySet[Activity]:
    """The activities that `asked` lets through. matching: what the full text demands, None for nothing."""
    found = visible_activities(principal)
    for name in asked.values:
        found = found.filter(_condition(name, asked, words))
    if asked.since:
        found = found.filter(ends_by__gte=asked.since)
    if asked.until:
        found = found.filter(starts_from__lte=asked.until)
    return found if matching is None else found.filter(matching)


def _condition(name: str, asked: ActivityFilter, words: Vocabulary) -> Q:
    values = asked.of(name)
    match name:
        case "art":
            return Q(kind__in=[kind.name for value in values if (kind := by_slug(value))])
        case "stand":
            return Q(state__in=[CODED[name][value] for value in values])
        case "sichtbarkeit":
            return Q(visibility__in=[CODED[name][value] for value in values])
        case "jahr":
            return _any(Q(starts_from__lte=date(y, 12, 31), ends_by__gte=date(y, 1, 1)) for y in _valid(values))
        case "luecke":
            return _any(condition for value in values if (condition := gap_condition(value)) is not None)
        case "federfuehrung" | "reihe":
            column = {"federfuehrung": "lead_id", "reihe": "series_id"}[name]
            return Q(**{f"{column}__in": words.keys(name, values)})
        case "ort":
            links = links_to("places").filter(place__in=_parts(words.keys(name, values)))
            return Q(pk__in=links.values("activity_id"))
        case _:
            link, column = _LINKS[name]
            links = links_to(link).filter(**{f"{column}__in": words.keys(name, values)})
            return Q(pk__in=links.values("activity_id"))


_LINKS = {
    "partnerschaft": ("partnerships", "partnership_id"),
    "massnahme": ("measures", "measure_id"),
    "thema": ("themes", "theme_id"),
}


def _valid(years: Iterable[str]) -> list[int]:
    return [int(year) for year in years if 1 <= int(year) <= 9999]


def _parts(keys: set[int]) -> Any:
    """Places and what lies in them."""
    return rows_of(Place).filter(_any(Q(pk__in=parts_of(key).values("pk")) for key in keys)).values("pk")


def _any(conditions: Iterable[Q]) -> Q:
    """Any of them; nothing where there is none."""
    found: Q | None = None
    for condition in conditions:
        found = condition if found is None else found | condition
    return Q(pk__in=[]) if found is None else found


def activity_page(found: RecordQuerySet[Activity], sort: str, after: str) -> Page[Line]:
    """One page of `found` beside the cursor `after` ("" for the first); one statement."""
    order, cursor = ORDERS[sort], _cursor(after)
    rows = found.order_by(*order.ordering(is_back=cursor is not None and cursor.is_back))
    if cursor is not None:
        rows = rows.filter(order.beyond(list(cursor.key), is_back=cursor.is_back))
    got = lines_of(rows[: PAGE + 1])
    return page_of(got, PAGE, cursor, _key)


def _cursor(word: str) -> Cursor | None:
    cursor = decode(word, (str, int))
    if cursor is None:
        return None
    try:
        date.fromisoformat(str(cursor.key[0]))
    except ValueError:
        return None
    return cursor


def _key(line: Line) -> tuple[int | str, ...]:
    return (line.starts_from, line.pk)
