# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The vocabulary: words counted while entries come and go, and the questions put to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.models import Max

from bruecke.search.engine import engine
from bruecke.search.models import SearchEntry, SearchWord
from bruecke.search.reading import Tally, Word, folded, tally

_ROWS = 1000

_ADD = """
INSERT INTO bruecke_searchword (surface, key, word, public_count, staff_count) VALUES {rows}
ON CONFLICT (surface, key) DO UPDATE SET
public_count = bruecke_searchword.public_count + excluded.public_count,
staff_count = bruecke_searchword.staff_count + excluded.staff_count
"""

Row = tuple[str, str, str, int]
"""key, word, surface, count of a row of the vocabulary."""


def add(tallies: Iterable[tuple[int, Tally]]) -> None:
    """Count words up (1) or down (-1); words that nobody may be offered any more go."""
    changes: dict[Word, list[int]] = defaultdict(lambda: [0, 0])
    for sign, words in tallies:
        for word, (public, staff) in words.items():
            changes[word][0] += sign * public
            changes[word][1] += sign * staff
    _apply({word: (public, staff) for word, (public, staff) in changes.items() if public or staff})


def _apply(changes: dict[Word, tuple[int, int]]) -> None:
    """Sorted, so that two transactions lock the rows in one order."""
    if not changes:
        return
    last_id = SearchWord.objects.aggregate(last=Max("pk"))["last"] or 0
    words = sorted(changes)
    with connection.cursor() as cursor:
        for at in range(0, len(words), _ROWS):
            part = words[at : at + _ROWS]
            params = [value for word in part for value in (*word, folded(word[0]), *changes[word])]
            cursor.execute(_ADD.format(rows=", ".join(["(%s, %s, %s, %s, %s)"] * len(part))), params)
    engine().words_added(last_id)
    fewer = sorted({surface for (surface, _), counts in changes.items() if min(counts) < 0})
    for at in range(0, len(fewer), _ROWS):
        _drop_unused(fewer[at : at + _ROWS])


def _drop_unused(surfaces: list[str]) -> None:
    unused = SearchWord.objects.filter(surface__in=surfaces, public_count__lte=0, staff_count__lte=0)
    ids = list(unused.values_list("pk", flat=True))
    if ids:
        engine().words_removed(ids)
        SearchWord.objects.filter(pk__in=ids).delete()


def recount() -> None:
    """Mend counts that drifted: what all entries say now, against the table at the same moment, added as a difference.

    What others save meanwhile is counted by themselves; both add up.
    """
    with _snapshot():
        wrong: dict[Word, list[int]] = defaultdict(lambda: [0, 0])
        for surface, key, public, staff in SearchWord.objects.values_list(
            "surface", "key", "public_count", "staff_count"
        ):
            wrong[surface, key] = [-public, -staff]
        for entry in SearchEntry.objects.only("titles", "public", "internal", "visibility").iterator(500):
            for word, (public, staff) in tally(entry.titles, entry.public, entry.internal, entry.visibility).items():
                wrong[word][0] += public
                wrong[word][1] += staff
    changes = [(word, (public, staff)) for word, (public, staff) in wrong.items() if public or staff]
    for at in range(0, len(changes), _ROWS):
        with transaction.atomic():
            _apply(dict(changes[at : at + _ROWS]))


@contextmanager
def _snapshot() -> Iterator[None]:
    """One state of the database for several reads, without keeping writers off."""
    if connection.in_atomic_block:  # whoever opened it has chosen
        yield
    elif connection.vendor == "sqlite":
        connection.cursor().execute("BEGIN DEFERRED")  # atomic() would take the write lock
        try:
            yield
        finally:
            connection.cursor().execute("COMMIT")
    else:
        with transaction.atomic():
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield


def known(words: Iterable[str], *, count: str) -> set[str]:
    """Those of `words` that the vocabulary has, as a key or as a folded word; one statement. count: see Engine."""
    wanted = sorted(set(words))
    if not wanted:
        return set()
    rows = SearchWord.objects.filter(**{f"{count}__gt": 0})
    by_key = rows.filter(key__in=wanted).values_list("key", flat=True)
    by_word = rows.filter(word__in=wanted).values_list("word", flat=True)
    return set(by_key.union(by_word))


def containing(parts: Sequence[str], *, count: str, limit: int = 300) -> list[Row]:
    """Rows whose word contains one of `parts` (three letters at least), most used first; one statement."""
    return engine().containing(list(parts), count=count, limit=limit).rows() if parts else []


def similar(words: Sequence[str], *, count: str, limit: int = 300) -> list[Row]:
    """Rows that look like one of the folded `words` (three letters at least); one statement."""
    return engine().similar(list(words), count=count, limit=limit).rows() if words else []


def beginning(word: str, *, count: str, limit: int) -> list[Row]:
    """Rows whose folded word begins with `word`, most used first; one statement."""
    rows = SearchWord.objects.filter(word__gte=word, word__lt=word + "\U0010ffff", **{f"{count}__gt": 0})
    ordered = rows.order_by(f"-{count}", "surface").values_list("key", "word", "surface", count)
    return list(ordered[:limit])
