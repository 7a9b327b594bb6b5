# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file in sources/ says about one kind of record, and the list of these files."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import models
from django.utils.functional import Promise

from bruecke.base.languages import CONTENT, VERBATIM_DEFAULT
from bruecke.records.models import Record
from bruecke.records.visibility import Visibility
from bruecke.strategy.models import Edition, EditionState

Text = tuple[str, str]
"""Language (BCP 47) and text."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing to be found; the fields are those of SearchEntry, houses the keys of named_houses."""

    record_id: int
    titles: Mapping[str, str]
    visibility: str
    place: int
    public: Sequence[Text] = ()
    internal: Sequence[Text] = ()
    owner_id: int | None = None
    houses: frozenset[int] = frozenset()
    part: int = 0
    fragment: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)


Ids = Iterable[int]


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of record. kind: its model's name or a name of its own; position: where its group stands among the hits.

    label: plural, a group's heading. count_text: a number and the noun, as ngettext gives it. url_name: page of an
    entry, reversed with its place. rows: all records that may be found. fetch: what is found of these keys, with a
    fixed number of statements; what it leaves out is not found. touched: for every model whose rows matter (by model
    name) the keys of this kind that they matter to. is_long: one record makes many entries, so the worker reads it.
    """

    kind: str
    position: int
    label: Promise | str
    count_text: Callable[[int], str]
    url_name: str
    rows: Callable[[], "models.QuerySet[Any]"]
    fetch: Callable[[Sequence[int]], list[Found]]
    touched: Mapping[str, Callable[[Sequence[int]], Ids]] = field(default_factory=dict)
    is_long: bool = False


@cache
def sources() -> dict[str, Source]:
    """All kinds by name, in the order of their groups."""
    from bruecke.search import sources as package  # its files import this one

    names = [info.name for info in pkgutil.iter_modules(package.__path__)]
    found: list[Source] = [importlib.import_module(f"{package.__name__}.{name}").SOURCE for name in names]
    return {source.kind: source for source in sorted(found, key=lambda source: source.position)}


def translations(record: models.Model, name: str) -> dict[str, str]:
    """Language → value of a translated field, where it is filled."""
    values = ((language, getattr(record, f"{name}_{language}")) for language in CONTENT)
    return {language: value for language, value in values if value}


def texts(values: Iterable[str], language: str = VERBATIM_DEFAULT) -> list[Text]:
    """Those of `values` that say something, in one language."""
    return [(language or VERBATIM_DEFAULT, value) for value in values if value]


def is_findable(state: str) -> bool:
    """Whether what stands in an edition of this state is found at all: a draft is not, by nobody."""
    return state in {EditionState.ADOPTED, EditionState.SUPERSEDED}


def visibility_in(state: str, visibility: str) -> str:
    """Public only while its edition stands; what a later edition dropped is found by staff."""
    if state != EditionState.ADOPTED and visibility == Visibility.PUBLISHED:
        return Visibility.MINISTRIES
    return visibility


def houses_of(record: models.Model) -> frozenset[int]:
    """Keys of the named houses of a Record fetched with prefetch_related("named_houses")."""
    return frozenset(house.pk for house in record.named_houses.all())  # type: ignore[attr-defined]


Circle = tuple[str, int | None, frozenset[int]]
"""Who finds something: visibility, owner_id and houses of Found."""

_NOBODY: Circle = (Visibility.UNIT, None, frozenset())
"""Kept to a unit that there is not."""


def circle_in(edition: Edition, record: Record) -> dict[str, Any]:
    """Fields of Found that say who finds a record of an edition: its page asks for the record and for its strategy.

    Both are fetched with their named_houses. Where two different narrow circles meet, nobody finds it.
    """
    own, above = _circle(record), _circle(edition.strategy)
    if own != above and _narrow(own) == _narrow(above) == len(_WIDE):
        own = _NOBODY
    visibility, owner, houses = max((own, above), key=_narrow)
    return {"visibility": visibility_in(edition.state, visibility), "owner_id": owner, "houses": houses}


_WIDE = (Visibility.PUBLISHED, Visibility.MINISTRIES)


def _circle(record: Record) -> Circle:
    return record.visibility, record.owner_id, houses_of(record)


def _narrow(circle: Circle) -> int:
    return _WIDE.index(Visibility(circle[0])) if circle[0] in _WIDE else len(_WIDE)
