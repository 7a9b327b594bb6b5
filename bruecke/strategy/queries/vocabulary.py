# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything a list of measures can be narrowed down to, as far as the asker may know of it; one statement."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from django.db.models import BigIntegerField, CharField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import get_language

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.base.collation import sort_key
from bruecke.places.models import Place, PlaceGroup, PlaceGroupMember
from bruecke.places.validity import holds
from bruecke.records.kept import HOLES, KeptRows
from bruecke.records.labels import label, rows_of
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.models import Chapter, Goal, Theme

LEADING = {OrganisationKind.MINISTRY.value, OrganisationKind.STATE_CHANCELLERY.value}


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a filter.

    key: as in the address. number: stands before the label ("III", "Z2"); an organisation's is its kind.
    """

    pk: int
    key: str
    label: str
    number: str = ""
    parent: int | None = None

    @property
    def full_label(self) -> str:
        """Number and label, as the document has them."""
        return f"{self.number} {self.label}".strip()


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Entries by parameter of the filter, in the order they are shown; one object for the same entries.

    reach: for chapters and groups of places, what an entry includes (its sections; its places and their parts).
    """

    entries: Mapping[str, tuple[Entry, ...]]
    reach: Mapping[str, Mapping[int, frozenset[int]]]

    def keys(self, name: str, chosen: Iterable[str]) -> frozenset[int]:
        """The rows that the `chosen` values of an address stand for; unknown values stand for none."""
        wanted = set(chosen)
        found = [entry.pk for entry in self.entries[name] if entry.key in wanted]
        reach = self.reach.get(name)
        return frozenset(found) if reach is None else frozenset().union(*(reach[pk] for pk in found))

    def labels(self, name: str) -> dict[int, str]:
        """Labels by row."""
        return {entry.pk: entry.label for entry in self.entries[name]}


def vocabulary(edition_id: int, *, principal: Principal) -> Vocabulary:
    """Chapters and goals of the edition, themes, organisations, places and their groups."""
    return _vocabulary(tuple(_rows(edition_id, principal)))


@lru_cache(maxsize=32)
def _vocabulary(rows: tuple[tuple[str, int, str, str, int, str, int], ...]) -> Vocabulary:
    """The same rows make the same vocabulary: sorting labels takes longer than reading them."""
    found: dict[str, list[Entry]] = defaultdict(list)
    members: dict[int, set[int]] = defaultdict(set)
    for what, pk, key, number, parent, text, _ in rows:
        if what == "member":
            members[pk].add(parent)
        else:
            found[what].append(Entry(pk, key, text, number, parent))
    organisations = _sorted(found["organisation"])
    places = _sorted(found["ort"])
    entries = {
        "instrument": tuple(found["instrument"]),
        "ziel": tuple(found["ziel"]),
        "thema": _sorted(found["thema"]),
        "federfuehrung": tuple(entry for entry in organisations if entry.number in LEADING),
        "organisation": organisations,
        "ort": places,
        "laendergruppe": _sorted(found["laendergruppe"]),
    }
    return Vocabulary(entries, _reaches(entries, members))


def _reaches(
    entries: Mapping[str, tuple[Entry, ...]], members: Mapping[int, set[int]]
) -> dict[str, dict[int, frozenset[int]]]:
    sections = _below(entries["instrument"])
    parts = _below(entries["ort"])
    groups = {
        entry.pk: frozenset().union(*(parts.get(place, frozenset()) for place in members[entry.pk]))
        for entry in entries["laendergruppe"]
    }
    return {"instrument": sections, "laendergruppe": groups}


def _below(entries: Iterable[Entry]) -> dict[int, frozenset[int]]:
    """Each entry with all that lie under it."""
    children: dict[int, list[int]] = defaultdict(list)
    entries = tuple(entries)
    for entry in entries:
        if entry.parent is not None:
            children[entry.parent].append(entry.pk)

    return {entry.pk: _closure(entry.pk, children) for entry in entries}


def _closure(pk: int, children: Mapping[int, list[int]]) -> frozenset[int]:
    seen, waiting = {pk}, [pk]
    while waiting:
        new = set(children.get(waiting.pop(), ())) - seen
        seen |= new
        waiting.extend(new)
    return frozenset(seen)


def _sorted(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: sort_key(entry.label)))


def _rows(edition_id: int, principal: Principal) -> list[tuple[str, int, str, str, int, str, int]]:
    """Rows (what, key, address value, number, parent, label, position) of all tables at once, in order."""
    rows = _statement(get_language() or "", scope_of(principal)).run({HOLES[0]: edition_id})
    today = timezone.localdate()
    # The statement is kept, so the day is asked here: a membership carries its dates where others carry their texts.
    holding = (row for row in rows if row[0] != "member" or holds(row[2], row[5], today))
    return sorted(holding, key=itemgetter(0, 6, 1))


@lru_cache(maxsize=64)
def _statement(_language: str, scope: Principal) -> KeptRows:
    chapters = rows_of(Chapter).filter(edition=HOLES[0], is_closing=False).order_by()
    goals = rows_of(Goal).visible_to(scope).filter(edition=HOLES[0]).order_by()
    organisations = rows_of(Organisation).visible_to(scope)
    members = rows_of(PlaceGroupMember)
    parts = [
        _part("instrument", chapters, "reference", "number", "parent_id", "position", "title"),
        _part("ziel", goals, "reference", "reference", None, "position", "title"),
        _part("thema", rows_of(Theme), "key", None, None, None, "title"),
        _part("organisation", organisations, "key", "kind", None, None, "short_name", "name"),
        _part("ort", rows_of(Place), "key", None, "parent_id", None, "name"),
        _part("laendergruppe", rows_of(PlaceGroup), "key", None, None, None, "name"),
        members.values_list(
            _text("member"), F("group_id"), _column("since"), _text(""), F("place_id"), _column("until"), _number(0)
        ),
    ]
    return KeptRows(parts[0].union(*parts[1:], all=True))


def _part(
    what: str,
    rows: RecordQuerySet[Any],
    key: str,
    number: str | None,
    parent: str | None,
    position: str | None,
    *titles: str,
) -> "QuerySet[Any, tuple[str, int, str, str, int, str, int]]":
    return rows.values_list(
        _text(what),
        F("pk"),
        Cast(key, CharField()),
        Cast(number, CharField()) if number else _text(""),
        Cast(parent, BigIntegerField()) if parent else _number(None),
        label(*titles),
        Cast(position, BigIntegerField()) if position else _number(0),
    )


def _column(name: str) -> Cast:
    return Cast(name, CharField())


def _text(value: str) -> Cast:
    return Cast(Value(value), CharField())


def _number(value: int | None) -> Cast:
    return Cast(Value(value), BigIntegerField())
