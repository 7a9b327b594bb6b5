# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads of the index: hits for a question, keys of measures for a list's filter, suggestions while typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from django.db.models import Q

from bruecke.accounts.principal import Principal
from bruecke.accounts.scope import scope_of
from bruecke.base.text import fold
from bruecke.base.tokens import WORD
from bruecke.records.kept import HOLES, KeptRecords, Values
from bruecke.records.models import RecordQuerySet
from bruecke.records.state import until_written
from bruecke.search import vocabulary
from bruecke.search.engine import engine
from bruecke.search.engine.statement import Scored, Statement
from bruecke.search.excerpts import Piece, excerpt, marked
from bruecke.search.models import SearchEntry
from bruecke.search.question import Term
from bruecke.search.source import sources
from bruecke.search.understanding import Correction, counted_for, understand
from bruecke.strategy.queries.matching import Matching

IN_GROUP = 5
ON_PAGE = 20
MOST_SUGGESTIONS = 8
RANKED = 100
"""Hits of each kind that are sorted and kept: five pages of one kind."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry as a page shows it. is_internal: the excerpt comes from text that only staff reads."""

    kind: str
    record_id: int
    place: int
    fragment: str
    facts: dict[str, str]
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    excerpt_language: str
    is_internal: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Hits of one kind, best first; none where another kind was asked for. count: all there are.

    after: where the next page starts, None on the last.
    """

    kind: str
    count: int
    hits: tuple[Hit, ...]
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """Groups in the order of their kinds. is_loosened: no entry has all words, so any word was enough."""

    groups: tuple[Group, ...] = ()
    corrections: tuple[Correction, ...] = ()
    also: tuple[str, ...] = ()
    is_loosened: bool = False

    @property
    def total(self) -> int:
        """Hits of all groups."""
        return sum(group.count for group in self.groups)


@dataclass(frozen=True, slots=True)
class _Place:
    """How many entries of a kind were found, and the keys of some of them, best first."""

    kind: str
    count: int
    keys: tuple[int, ...]


def search(
    text: str, *, principal: Principal, language: str, kinds: Sequence[str] = (), after: int | None = None
) -> Hits:
    """Hits that `principal` may see, in groups of five, or in pages of twenty for one kind; at most eleven statements.

    language: of the page; titles are shown in it where they have one. after: hits of that kind to leave out.
    """
    understood = understand(text, principal=principal)
    if not understood.terms:
        return Hits()
    start, length = (after or 0, ON_PAGE) if len(kinds) == 1 else (0, IN_GROUP)
    rank = _kept_ranking if start + length <= RANKED else _ranking
    ranked, is_loosened = rank(understood.terms, scope_of(principal), max(RANKED, start + length))
    shown = [
        _Place(place.kind, place.count, place.keys[start : start + length] if not kinds or place.kind in kinds else ())
        for place in ranked
    ]
    return Hits(
        groups=_groups(shown, understood.keys, principal, language, start),
        corrections=understood.corrections,
        also=understood.also,
        is_loosened=is_loosened,
    )


@dataclass(frozen=True, slots=True)
class _MeasuresFound:
    """Makes a condition on Measure of an engine's expression, for all who may see the same."""

    scope: Principal

    def __call__(self, expression: str) -> Q:
        entries = _visible(self.scope).filter(kind="measure")
        return Q(pk__in=engine().narrowed(entries, expression, is_staff=self.scope.is_staff).values("record_id"))


def measures_matching(text: str, *, principal: Principal) -> Matching | None:
    """The measures that `text` finds for `principal`; None where it asks for nothing, so that all match.

    Up to seven statements for understanding the words; the list adds its own visible_to.
    """
    understood = understand(text, principal=principal)
    if not understood.terms:
        return None
    expression = engine().expression(understood.terms, is_staff=principal.is_staff, is_any=False)
    return Matching(_MeasuresFound(scope_of(principal)), expression)


def found_ids(kind: str, text: str, *, principal: Principal) -> Q:
    """A condition on records of a kind: those that `text` finds for `principal`, as a subquery; all for an empty text.

    Up to seven statements for understanding the words; the list adds its own visible_to.
    """
    understood = understand(text, principal=principal)
    if not understood.terms:
        return Q()
    expression = engine().expression(understood.terms, is_staff=principal.is_staff, is_any=False)
    found = engine().narrowed(_visible(principal).filter(kind=kind), expression, is_staff=principal.is_staff)
    return Q(pk__in=found.values("record_id"))


def suggest(text: str, *, principal: Principal) -> list[str]:
    """`text` with its last word completed, most used words first; one statement, none for fewer than two letters."""
    found = list(WORD.finditer(text))
    if not found or found[-1].end() != len(text) or len(found[-1].group()) < 2:
        return []
    last = found[-1]
    rows = vocabulary.beginning(fold(last.group()), count=counted_for(principal), limit=4 * MOST_SUGGESTIONS)
    forms = {row[1]: row[2] for row in reversed(rows)}
    surfaces = [forms[row[1]] for row in rows if forms.get(row[1]) == row[2]]
    return [text[: last.start()] + surface for surface in dict.fromkeys(surfaces)][:MOST_SUGGESTIONS]


def _visible(principal: Principal) -> RecordQuerySet[SearchEntry]:
    return SearchEntry.objects.visible_to(principal).filter(is_stale=False)


def _ranking(terms: tuple[Term, ...], scope: Principal, depth: int) -> tuple[tuple[_Place, ...], bool]:
    """The best `depth` entries of each kind, and whether any word had to be enough; two statements at most."""
    places = _places(terms, scope, depth, is_any=False)
    if places or len(terms) == 1:
        return places, False
    places = _places(terms, scope, depth, is_any=True)
    return places, bool(places)


# The tabs and the first pages of a search share them.
_kept_ranking = until_written(maxsize=64)(_ranking)


def _places(terms: tuple[Term, ...], scope: Principal, depth: int, *, is_any: bool) -> tuple[_Place, ...]:
    """Sorted here: window functions took five times as long in SQLite, for a question that finds thousands."""
    expression = engine().expression(terms, is_staff=scope.is_staff, is_any=is_any)
    scores: dict[str, list[tuple[float, int]]] = {}
    found: list[Scored] = _scored_statement(scope).rows(expression)
    for key, kind, score in found:
        scores.setdefault(kind, []).append((score, key))
    return tuple(
        _Place(kind, len(pairs), tuple(key for _, key in nsmallest(depth, pairs))) for kind, pairs in scores.items()
    )


@lru_cache(maxsize=64)
def _scored_statement(scope: Principal) -> Statement:
    return engine().scored(_visible(scope), is_staff=scope.is_staff)


def _groups(
    places: Sequence[_Place],
    keys: frozenset[str],
    principal: Principal,
    language: str,
    start: int,
) -> tuple[Group, ...]:
    entries = _entries([key for place in places for key in place.keys], is_staff=principal.is_staff)
    order = list(sources())
    groups = []
    for place in sorted(places, key=lambda place: order.index(place.kind)):
        hits = tuple(_hit(entries[key], keys, principal, language) for key in place.keys if key in entries)
        end = start + len(hits)
        groups.append(Group(place.kind, place.count, hits, end if hits and end < place.count else None))
    return tuple(groups)


def _entries(keys: Sequence[int], *, is_staff: bool) -> dict[int, SearchEntry]:
    """Entries by key; one statement."""
    if not keys:
        return {}
    # Lengths in steps of a group, so that few statements serve all numbers; holes that nothing fills find nothing.
    statement = _entries_statement(-(-len(keys) // IN_GROUP) * IN_GROUP, is_staff)
    values: Values = {HOLES[number]: key for number, key in enumerate(keys)}
    return {entry.pk: entry for entry in statement.records(values)}


@lru_cache(maxsize=64)
def _entries_statement(length: int, is_staff: bool) -> KeptRecords[SearchEntry]:
    shown = ["kind", "record_id", "place", "fragment", "facts", "titles", "public"] + ["internal"] * is_staff
    return KeptRecords(SearchEntry.objects.filter(pk__in=HOLES[:length]), only={"": shown})


def _hit(entry: SearchEntry, keys: frozenset[str], principal: Principal, language: str) -> Hit:
    titles: dict[str, str] = entry.titles
    shown = language if language in titles else next(iter(titles), language)
    title = marked(titles.get(shown, ""), shown, keys)
    is_explained = any(piece.is_hit for piece in title)
    others = [] if is_explained else [(lang, text) for lang, text in titles.items() if lang != shown]
    texts = [(*text, False) for text in (*entry.public, *others)]
    if principal.is_staff:
        texts += [(*text, True) for text in entry.internal]
    pieces, its_language, is_internal = _best([text for text in texts if text[1] != titles.get(shown)], keys)
    return Hit(
        kind=entry.kind,
        record_id=entry.record_id,
        place=entry.place,
        fragment=entry.fragment,
        facts=entry.facts,
        title=title,
        excerpt=pieces,
        excerpt_language=its_language,
        is_internal=is_internal,
    )


def _best(texts: Sequence[tuple[str, str, bool]], keys: frozenset[str]) -> tuple[tuple[Piece, ...], str, bool]:
    """The first text with most hits; where only the title has any, the beginning of the first text."""
    found = [(excerpt(text, language, keys), language, internal) for language, text, internal in texts]
    return max(found, key=lambda one: sum(piece.is_hit for piece in one[0]), default=((), "", False))
