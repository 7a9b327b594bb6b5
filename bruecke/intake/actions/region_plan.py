# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people add to a published document of a region: translations, parts, checks, links; each with its citation."""

from django.db import models, transaction

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation
from bruecke.intake.actions.region_bodies import enter_bodies
from bruecke.intake.actions.region_sources import Sources
from bruecke.intake.region_files import RegionFiles, Row, in_languages
from bruecke.library.models import Document
from bruecke.places.models import Place
from bruecke.records import journal
from bruecke.records.models import JournalEntry
from bruecke.records.visibility import Visibility
from bruecke.strategy.models import (
    Chapter,
    Check,
    Edition,
    Example,
    Goal,
    LinkSource,
    Measure,
    MeasureActor,
    MeasureDocument,
    MeasurePlace,
    Part,
    Principle,
    Strategy,
    Theme,
)

COMPLETED = "completed"
"""Verb of the journal for the strategy and its measures once the region's files were added."""


@transaction.atomic
def complete_plan(edition: Edition, files: RegionFiles, *, by: Principal) -> None:
    """Add what the files hold beyond the document; what is there already stays."""
    sources = Sources.of(edition)
    _name_strategy(edition, files, sources, by)
    _translate(edition, files.titles)
    _principles(edition, files, sources, by)
    measures = {measure.reference: measure for measure in Measure.objects.filter(edition=edition)}
    _measures(measures, files, sources)
    _themes(measures, files, sources)
    _cite_references(files, sources)
    enter_bodies(files, sources, by=by)
    sources.write()
    journal.record(*measures.values(), edition.strategy, verb=COMPLETED, by=by)


def is_completed(strategy: Strategy) -> bool:
    """Whether complete_plan() was done for an edition of this strategy."""
    return JournalEntry.objects.filter(record_type="strategy", record_id=strategy.pk, verb=COMPLETED).exists()


def _name_strategy(edition: Edition, files: RegionFiles, sources: Sources, by: Principal) -> None:
    strategy = edition.strategy
    for name, text in in_languages("name", files.strategy["name"]).items():
        setattr(strategy, name, text)
    body = files.strategy.get("coordinating_body") or {}
    strategy.coordinating_body = Organisation.objects.filter(key=body.get("organisation", "")).first()
    strategy.visibility = Visibility.PUBLISHED
    strategy.save()
    sources.note(strategy, body, "coordinating_body")
    journal.record(strategy, verb="changed", by=by)


def _translate(edition: Edition, titles: Row) -> None:
    """English titles of goals, chapters, measures, and of principles that only the reader found."""
    for goal in Goal.objects.filter(edition=edition):
        _title(goal, titles["goals"].get(goal.reference))
    chapters = {chapter.reference: chapter for chapter in Chapter.objects.filter(edition=edition)}
    by_title = {
        f"{chapter.parent_id and chapter.reference.split('.')[0]}.{chapter.title}": chapter
        for chapter in chapters.values()
    }
    for reference, title in titles["chapters"].items():
        chapter = chapters.get(reference) or by_title.get(reference)
        if chapter is None and reference == "closing":
            chapter = next((each for each in chapters.values() if each.is_closing), None)
        if chapter is not None:
            _title(chapter, title)
    for measure in Measure.objects.filter(edition=edition):
        _title(measure, titles["measures"].get(measure.reference))
    for principle in Principle.objects.filter(edition=edition):
        _title(principle, titles["principles"].get(principle.title_de))  # type: ignore[attr-defined]


def _title(record: models.Model, title: str | None) -> None:
    if title:
        record.title_en = title  # type: ignore[attr-defined]
        record.save()


def _principles(edition: Edition, files: RegionFiles, sources: Sources, by: Principal) -> None:
    """A principle of the files gives title and scope to the statement the reader found, or is added with a passage."""
    present = list(Principle.objects.filter(edition=edition).select_related("passage"))
    position = max((principle.position for principle in present), default=0)
    for row in files.principles:
        phrase = row["cite"][0]["phrase"]
        principle = next((each for each in present if phrase in each.wording or each.wording in phrase), None)
        if principle is None:
            position += 1
            principle = Principle(strategy=edition.strategy, edition=edition, position=position, wording=phrase)
        principle.passage_id = sources.passage(row["cite"][0])
        principle.modality = row["modality"]
        principle.scope, principle.chapter_reference = row["scope"], row.get("chapter", "")
        principle.visibility = Visibility.PUBLISHED
        for name, text in in_languages("title", row["title"]).items():
            setattr(principle, name, text)
        principle.save()
        sources.note(principle, row)
        journal.record(principle, verb="changed", by=by)


def _measures(measures: dict[str, Measure], files: RegionFiles, sources: Sources) -> None:
    keys = {
        "places": dict(Place.objects.values_list("key", "pk")),
        "organisations": dict(Organisation.objects.values_list("key", "pk")),
        "documents": dict(Document.objects.values_list("key", "pk")),
    }
    for row in files.measures:
        measure = measures[row["reference"]]
        _facts(measure, row, sources)
        _parts(measure, row, sources)
        _examples(measure, row)
        _checks(measure, [*files.checks_all, *row.get("checks", ())])
        _links(measure, row, keys, sources)


def _facts(measure: Measure, row: Row, sources: Sources) -> None:
    precondition = row.get("precondition")
    measure.is_event_series = bool(row.get("event_series"))
    measure.precondition = precondition["title"]["de"] if precondition else ""
    measure.save()
    if precondition:
        sources.note(measure, precondition, "precondition")


def _parts(measure: Measure, row: Row, sources: Sources) -> None:
    for position, part_row in enumerate(row.get("parts", ()), start=1):
        part = Part.objects.filter(measure=measure, position=position).first() or Part(
            measure=measure, position=position
        )
        part.kind, part.visibility = part_row["kind"], Visibility.PUBLISHED
        for name, text in in_languages("title", part_row["title"]).items():
            setattr(part, name, text)
        part.save()
        sources.note(part, part_row)


def _examples(measure: Measure, row: Row) -> None:
    """The files' examples are what a person made of the wording's; they take the place of the reader's."""
    if row.get("examples"):
        Example.objects.filter(measure=measure, from_wording=True).delete()
        Example.objects.bulk_create(
            Example(measure=measure, position=position, **in_languages("title", example["title"]))
            for position, example in enumerate(row["examples"], start=1)
        )


def _checks(measure: Measure, rows: list[Row]) -> None:
    if not measure.checks.exists():
        Check.objects.bulk_create(
            Check(measure=measure, position=position, rule=row["rule"], **in_languages("question", row["title"]))
            for position, row in enumerate(rows, start=1)
        )


def _links(measure: Measure, row: Row, keys: dict[str, dict[str, int]], sources: Sources) -> None:
    models_by_name: tuple[tuple[str, type[models.Model], str], ...] = (
        ("places", MeasurePlace, "place_id"),
        ("organisations", MeasureActor, "organisation_id"),
        ("documents", MeasureDocument, "document_id"),
    )
    for name, model, column in models_by_name:
        for link_row in row.get(name, ()):
            link, _made = model._default_manager.get_or_create(
                measure=measure, **{column: keys[name][link_row["id"]]}, defaults={"source": LinkSource.WORDING}
            )
            sources.note(link, link_row)


def _themes(measures: dict[str, Measure], files: RegionFiles, sources: Sources) -> None:
    for row in files.themes:
        theme, _made = Theme.objects.get_or_create(key=row["id"], defaults=in_languages("title", row["name"]))
        sources.note(theme, row)
        for entry in row.get("measures", ()):
            measures[entry["measure"]].themes.add(theme)


def _cite_references(files: RegionFiles, sources: Sources) -> None:
    """Organisations, places and documents rest on what they cite, too."""
    rooms: tuple[tuple[tuple[Row, ...], type[models.Model]], ...] = (
        (files.organisations, Organisation),
        (files.places, Place),
        (files.documents, Document),
    )
    for rows, model in rooms:
        records = {record.key: record for record in model._default_manager.all()}  # type: ignore[attr-defined]
        for row in rows:
            sources.note(records[row["id"]], row)
