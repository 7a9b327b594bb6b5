# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper before it has a format: what is frozen as printed, and what the three writers set. Pure.

People stand in it by key (Somebody): names come in when it is laid out, so that an erased person is gone from every
later layout, and hashes cover keys, never names.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

T = TypeVar("T")
LONGEST_TERM = 24
"""Letters of a term that has room beside its value in the formats that cannot measure it."""
LONGEST_CELL = 700
"""Letters of a cell whose row surely fits on a page."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person by key. function: as it was when printed; it goes with the name where the person is erased."""

    key: int
    function: str = ""


Text = str | Somebody


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; empty lines part paragraphs. style: "plain", "lead" (larger) or "note" (smaller).

    key: of what somebody wrote and may write anew; "" for sentences of the product.
    """

    text: str
    style: str = "plain"
    key: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, as a sentence ("Es fehlt …")."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its value; "" is a gap. source: what it rests on; as_of: how old it is, both in words."""

    term: str
    value: Text
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms and values below each other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """width: share of the line, in any unit; is_number: set to the right."""

    title: str
    width: int = 1
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """key: of the record it stands for ("activity:12"), so that the next print can tell what changed."""

    key: str
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """title: what is listed, shown where it is not the heading of the section; note: source and age of its figures.

    named_by: number of the column that names a row.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    named_by: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list; key as in Row."""

    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A text kept from one edition to the next, under its own heading; by whom it is, and since when released."""

    key: str
    heading: str
    text: str
    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG of our own making. alternative: what a listener needs; title: what is seen; note: source and age."""

    svg: str
    title: str
    alternative: str
    note: str = ""


Block = Paragraph | Gap | Facts | Table | Items | Kept | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """key: the same in every print of a report, in every language."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """The whole paper. kind: what it is called ("Briefingmappe"); marking: who may read it, in words; language: "de".

    printed_on, ordinal: in words ("3. Mai 2026", "Druck Nr. 2"). facts stand below the title. has_cover: title and
    contents have the first page for themselves. is_short: one page, without contents. reservation: what must be kept
    in mind wherever it is read, "" where nothing.
    """

    kind: str
    title: str
    subtitle: str
    language: str
    marking: str
    file_reference: str
    printed_on: str
    ordinal: str = ""
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    reservation: str = ""
    has_cover: bool = False
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """How a person is called today; is_erased: nothing that names the person may be set any more."""

    text: str
    is_erased: bool = False


def somebodies(value: object) -> Iterator[Somebody]:
    """Everybody who stands in a paper or a part of it, as often as they stand there."""
    if isinstance(value, Somebody):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from somebodies(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from somebodies(getattr(value, name))


def mapped(part: T, change: Callable[[Text], Text]) -> T:
    """`part` with every text in it changed, keys and styles included."""
    found: object = part
    if isinstance(part, str | Somebody):
        found = change(part)
    elif isinstance(part, tuple):
        found = tuple(mapped(each, change) for each in part)
    elif hasattr(part, "__dataclass_fields__"):
        fields = part.__dataclass_fields__
        found = replace(part, **{name: mapped(getattr(part, name), change) for name in fields})  # type: ignore[type-var]
    return found  # type: ignore[return-value]


def with_names(part: T, names: Mapping[int, Name]) -> T:
    """`part` with everybody's name in place of the key. Raises KeyError for somebody without a name."""
    return mapped(part, lambda text: _called(text, names[text.key]) if isinstance(text, Somebody) else text)


def _called(who: Somebody, name: Name) -> str:
    return name.text if name.is_erased or not who.function else f"{name.text}, {who.function}"


def gaps(printed: Printed) -> list[tuple[Section, Gap]]:
    """All that is missing, in the order of the paper."""
    return [(section, block) for section in printed.sections for block in section.blocks if isinstance(block, Gap)]


def paragraphs(text: str) -> list[list[str]]:
    """Running text as paragraphs, each as its lines; blank lines part them."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return [lines for lines in found if lines]


def provenance(fact: Fact, source: str, as_of: str) -> str:
    """Where a fact comes from and how old it is, with the words for both; "" where nothing says it."""
    parts = (f"{source}: {fact.source}" if fact.source else "", f"{as_of} {fact.as_of}" if fact.as_of else "")
    return " · ".join(filter(None, parts))
