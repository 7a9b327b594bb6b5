# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an edition is made of, written under the invisible edition in batches.

Each function may be called again with the same parts after an interruption: what is there already stays as it is.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import models, transaction

from bruecke.accounts.principal import Principal
from bruecke.base.collation import sort_key
from bruecke.library.actions import Cite, cite
from bruecke.records import history
from bruecke.strategy.actions.editions import HIDDEN
from bruecke.strategy.manuscript import (
    ChapterText,
    EntryText,
    GoalText,
    Lines,
    ListText,
    Manuscript,
    MeasureText,
    NoteText,
    PrincipleText,
    TargetText,
)
from bruecke.strategy.models import (
    Chapter,
    Edition,
    Example,
    Footnote,
    Goal,
    LinkSource,
    Measure,
    MeasureActor,
    MeasureDocument,
    MeasureList,
    MeasurePlace,
    Principle,
    PrincipleScope,
    TargetEntry,
    TargetList,
    Wording,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where parts go: the edition, its passages by lines, its chapters and lists by reference, its language."""

    edition: Edition
    language: str
    passages: dict[Lines, int]
    chapters: dict[str, int]
    lists: dict[str, int]

    def passage(self, lines: Lines | None) -> int | None:
        """Key of the passage at these lines."""
        return self.passages.get(lines) if lines else None


@transaction.atomic
def write_frame(*, edition: Edition, manuscript: Manuscript, passages: dict[Lines, int]) -> Frame:
    """Chapters, lists, target lists and footnotes; the frame that measures are written into."""
    frame = Frame(edition, manuscript.language, passages, {}, {})
    frame.chapters.update(edition.chapters.values_list("reference", "pk"))
    for level in sorted({part.level for part in manuscript.chapters}):
        _write_chapters(frame, manuscript.chapters, level)
    present = dict(edition.lists.values_list("reference", "pk"))
    new = [_list(frame, n, part) for n, part in enumerate(manuscript.lists, 1) if part.reference not in present]
    MeasureList.objects.bulk_create(new)
    frame.lists.update(present | {item.reference: item.pk for item in new})
    _write_targets(frame, manuscript.targets)
    if not edition.footnotes.exists():
        Footnote.objects.bulk_create([_note(frame, part) for part in manuscript.notes])
    return frame


def _write_chapters(frame: Frame, parts: Sequence[ChapterText], level: int) -> None:
    new = [
        _chapter(frame, position, part)
        for position, part in enumerate(parts, start=1)
        if part.level == level and part.reference not in frame.chapters
    ]
    Chapter.objects.bulk_create(new)
    frame.chapters.update({item.reference: item.pk for item in new})


def _chapter(frame: Frame, position: int, part: ChapterText) -> Chapter:
    chapter = Chapter(
        edition=frame.edition,
        parent_id=frame.chapters.get(part.parent),
        position=position,
        reference=part.reference,
        number=part.number[:20],
        level=part.level,
        is_closing=part.is_closing,
        passage_id=frame.passage(part.lines),
    )
    setattr(chapter, f"title_{frame.language}", part.title[:300])
    return chapter


def _list(frame: Frame, position: int, part: ListText) -> MeasureList:
    return MeasureList(
        edition=frame.edition,
        chapter_id=frame.chapters[part.chapter],
        reference=part.reference,
        position=position,
        intro=part.intro,
        passage_id=frame.passage(part.lines),
        modality=part.modality,
        cue=part.cue[:200],
        is_open=part.is_open,
        open_cue=part.open_cue[:200],
        is_continuing=part.is_continuing,
    )


def _note(frame: Frame, part: NoteText) -> Footnote:
    return Footnote(
        edition=frame.edition,
        number=part.number[:10],
        wording=part.wording,
        passage_id=frame.passage(part.lines),
        anchor_line=part.anchor_line,
        anchor=part.anchor,
    )


def _write_targets(frame: Frame, parts: Iterable[TargetText]) -> None:
    present = set(frame.edition.target_lists.values_list("reference", flat=True))
    for part in parts:
        if part.reference not in present:
            target = TargetList.objects.create(
                edition=frame.edition,
                chapter_id=frame.chapters[part.chapter],
                reference=part.reference,
                intro=part.intro,
                passage_id=frame.passage(part.lines),
            )
            _write_entries(frame, target, part.entries)


def _write_entries(frame: Frame, target: TargetList, parts: Sequence[EntryText]) -> None:
    entries = TargetEntry.objects.bulk_create(
        [
            TargetEntry(
                target_list=target, position=n, wording=part.wording[:500], passage_id=frame.passage(part.lines)
            )
            for n, part in enumerate(parts, start=1)
        ]
    )
    link = TargetEntry.places.through
    link.objects.bulk_create(
        [
            link(targetentry_id=entry.pk, place_id=place)
            for entry, part in zip(entries, parts, strict=True)
            for place in part.places
        ]
    )


@transaction.atomic
def write_goals(*, frame: Frame, parts: Sequence[GoalText], by: Principal) -> list[tuple[int, int]]:
    """The goals of the edition; returns (former, new) keys of those that stood in the edition before."""
    present = dict(frame.edition.goals.values_list("reference", "pk"))
    new = [_goal(frame, part) for part in parts if part.reference not in present]
    history.create_rows(new, by=by)
    _cite(
        frame,
        [(goal, part.lines) for goal, part in zip(new, [p for p in parts if p.reference not in present], strict=True)],
    )
    keys = present | {goal.reference: goal.pk for goal in new}
    return [(part.former, keys[part.reference]) for part in parts if part.former]


def _goal(frame: Frame, part: GoalText) -> Goal:
    goal = Goal(
        strategy_id=frame.edition.strategy_id,
        edition=frame.edition,
        reference=part.reference[:20],
        position=part.position,
        wording=part.wording,
        passage_id=frame.passage(part.lines),
        visibility=HIDDEN,
    )
    setattr(goal, f"title_{frame.language}", part.title[:300])
    return goal


@transaction.atomic
def write_principles(*, frame: Frame, parts: Sequence[PrincipleText], by: Principal) -> None:
    """The normative statements outside the lists."""
    present = set(frame.edition.principles.values_list("position", flat=True))
    missing = [part for part in parts if part.position not in present]
    new = [_principle(frame, part) for part in missing]
    history.create_rows(new, by=by)
    _cite(frame, [(row, part.lines) for row, part in zip(new, missing, strict=True)])


def _principle(frame: Frame, part: PrincipleText) -> Principle:
    scope = PrincipleScope.CHAPTER if part.chapter else PrincipleScope.EVERYTHING
    principle = Principle(
        strategy_id=frame.edition.strategy_id,
        edition=frame.edition,
        position=part.position,
        wording=part.wording,
        passage_id=frame.passage(part.lines),
        modality=part.modality,
        scope=scope,
        chapter_reference=part.chapter,
        visibility=HIDDEN,
    )
    setattr(principle, f"title_{frame.language}", part.title[:300])
    return principle


@transaction.atomic
def write_measures(*, frame: Frame, parts: Sequence[MeasureText], by: Principal) -> None:
    """Some measures with their wording; what hangs on a new one comes with it, on a standing one after the adoption."""
    present = set(
        Wording.objects.filter(edition=frame.edition, reference__in=[part.reference for part in parts]).values_list(
            "reference", flat=True
        )
    )
    missing = [part for part in parts if part.reference not in present]
    fresh = [part for part in missing if part.standing is None]
    new = history.create_rows([_measure(frame, part) for part in fresh], by=by)
    keys = {part.reference: measure.pk for part, measure in zip(fresh, new, strict=True)}
    Wording.objects.bulk_create([_wording(frame, part, part.standing or keys[part.reference]) for part in missing])
    _link([(keys[part.reference], part) for part in fresh])
    _cite(frame, [(measure, part.lines) for measure, part in zip(new, fresh, strict=True)])


def _measure(frame: Frame, part: MeasureText) -> Measure:
    measure = Measure(
        strategy_id=frame.edition.strategy_id,
        edition=frame.edition,
        chapter_id=frame.chapters[part.chapter],
        title_sort=sort_key(part.title),
        reference=part.reference,
        position=part.position,
        modality=part.modality,
        kind=part.kind,
        is_continuing=part.is_continuing,
        option_state="open" if part.modality == "option" else "none",
        lead_id=part.lead,
        deadline=part.deadline,
        indicator=part.indicator[:300],
        visibility=HIDDEN,
    )
    setattr(measure, f"title_{frame.language}", part.title[:300])
    return measure


def _wording(frame: Frame, part: MeasureText, measure: int) -> Wording:
    return Wording(
        measure_id=measure,
        edition=frame.edition,
        measure_list_id=frame.lists[part.measure_list],
        chapter_id=frame.chapters[part.chapter],
        reference=part.reference,
        position=part.position,
        wording=part.wording,
        passage_id=frame.passage(part.lines),
        modality=part.modality,
        kind=part.kind,
        kind_cue=part.kind_cue[:120],
        is_continuing=part.is_continuing,
        is_open=part.is_open,
        stated=part.stated,
        change=part.change,
    )


def _link(rows: Sequence[tuple[int, MeasureText]]) -> None:
    """Examples, places, actors and documents that wordings name."""
    named = LinkSource.WORDING
    Example.objects.bulk_create(
        [
            Example(measure_id=pk, position=n, title=title[:300])
            for pk, part in rows
            for n, title in enumerate(part.examples, start=1)
        ]
    )
    links: list[tuple[type[models.Model], str, Callable[[MeasureText], tuple[int, ...]]]] = [
        (MeasurePlace, "place_id", lambda part: part.places),
        (MeasureActor, "organisation_id", lambda part: part.actors),
        (MeasureDocument, "document_id", lambda part: part.documents),
    ]
    for model, column, keys in links:
        made = [model(measure_id=pk, source=named, **{column: key}) for pk, part in rows for key in keys(part)]
        model._default_manager.bulk_create(made, ignore_conflicts=True)


def _cite(frame: Frame, rows: Iterable[tuple[models.Model, Lines]]) -> None:
    found = ((record, frame.passage(lines)) for record, lines in rows)
    cite(citations=[Cite(record, passage, "wording") for record, passage in found if passage])


@transaction.atomic
def renew_links(*, frame: Frame, parts: Sequence[MeasureText]) -> None:
    """What new wordings of standing measures name replaces what the old ones named; people's links stay."""
    rows = [(part.standing, part) for part in parts if part.standing is not None]
    if not rows:
        return
    measures = Measure.objects.filter(pk__in=[pk for pk, _ in rows])
    Example.objects.filter(measure__in=measures, from_wording=True).delete()
    for model in (MeasurePlace, MeasureActor, MeasureDocument):
        model._default_manager.filter(measure__in=measures, source=LinkSource.WORDING).delete()
    _link(rows)
    lines = {part.standing: part.lines for part in parts}
    _cite(frame, [(measure, lines[measure.pk]) for measure in measures])
