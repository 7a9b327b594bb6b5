# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A strategy with an adopted edition and measures, made row by row."""

from itertools import count

from bruecke.library.models import Document, Passage, SourceText
from bruecke.places.models import Place, PlaceKind
from bruecke.strategy.models import (
    Chapter,
    Edition,
    Goal,
    Measure,
    MeasureKind,
    MeasureList,
    Modality,
    OptionState,
    Strategy,
    Wording,
)

_number = count(1)


def make_text(*lines: str) -> SourceText:
    """A source text of these lines."""
    n = next(_number)
    text = "\n".join(lines or ("Titel", "", "Eine Zeile"))
    return SourceText.objects.create(
        sha256=f"{n:064x}", file_name=f"text-{n}.txt", format="text", language="de", raw=text, repaired=text
    )


def make_edition(*, state: str = "adopted", strategy: Strategy | None = None, **fields: object) -> Edition:
    """An edition of a published strategy, with one instrument "I" and its list."""
    n = next(_number)
    strategy = strategy or Strategy.objects.create(key=f"strategy-{n}", name=f"Strategie {n}", visibility="published")
    values: dict[str, object] = {
        "strategy": strategy,
        "ordinal": strategy.editions.count() + 1,
        "title": strategy.name,
        "state": state,
        "text": fields.pop("text", None) or make_text(),
    }
    edition = Edition.objects.create(**(values | fields))
    make_chapter(edition, "I")
    return edition


def make_chapter(edition: Edition, reference: str = "I", title: str = "", **fields: object) -> Chapter:
    """A chapter and its list of options."""
    position = edition.chapters.count() + 1
    chapter = Chapter.objects.create(
        edition=edition,
        reference=reference,
        number=reference,
        title=title or f"Instrument {reference}",
        position=position,
        **fields,
    )
    MeasureList.objects.create(
        edition=edition,
        chapter=chapter,
        reference=reference,
        position=position,
        intro="Folgende Maßnahmen könnten ergriffen werden:",
        modality=Modality.OPTION,
        cue="könnten",
    )
    return chapter


def make_measure(edition: Edition | None = None, title: str = "", **fields: object) -> Measure:
    """A published open option in the first chapter of `edition`, with its wording and passage."""
    edition = edition or make_edition()
    chapter = fields.pop("chapter", None) or edition.chapters.first()
    assert isinstance(chapter, Chapter)
    n = edition.measures.count() + 1
    line = edition.text.passages.count() + 1
    modality = fields.get("modality", Modality.OPTION)
    values: dict[str, object] = {
        "strategy": edition.strategy,
        "edition": edition,
        "chapter": chapter,
        "reference": f"{chapter.reference}.{n}",
        "position": n,
        "title": title or f"Maßnahme {n}",
        "modality": modality,
        "kind": MeasureKind.EXPAND,
        "option_state": OptionState.OPEN if modality == Modality.OPTION else OptionState.NONE,
        "visibility": "published",
    }
    values |= fields
    values.setdefault("title_sort", str(values["title"]).lower())
    measure = Measure.objects.create(**values)
    passage = Passage.objects.create(
        text=edition.text, first_line=line, last_line=line, wording=measure.title, raw=measure.title
    )
    Wording.objects.create(
        measure=measure,
        edition=edition,
        measure_list=chapter.lists.get(),
        chapter=chapter,
        reference=measure.reference,
        position=measure.position,
        wording=measure.title,
        passage=passage,
        modality=measure.modality,
        kind=measure.kind,
    )
    return measure


def make_goal(edition: Edition, title: str = "", **fields: object) -> Goal:
    """A published goal."""
    n = edition.goals.count() + 1
    values: dict[str, object] = {
        "strategy": edition.strategy,
        "edition": edition,
        "reference": f"Z{n}",
        "position": n,
        "title": title or f"Ziel {n}",
        "wording": title or f"Ziel {n}",
        "visibility": "published",
    }
    return Goal.objects.create(**(values | fields))


def make_place(name: str = "", **fields: object) -> Place:
    """A country unless `fields` say otherwise."""
    n = next(_number)
    values: dict[str, object] = {"key": f"place-{n}", "name": name or f"Land {n}", "kind": PlaceKind.COUNTRY}
    return Place.objects.create(**(values | fields))


def make_document(title: str = "", **fields: object) -> Document:
    """A published document."""
    n = next(_number)
    values: dict[str, object] = {
        "key": f"document-{n}",
        "title": title or f"Dokument {n}",
        "visibility": "published",
    }
    return Document.objects.create(**(values | fields))
