# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The plan by its goals, instruments and principles."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from bruecke.accounts.principal import Principal
from bruecke.strategy.models import (
    Chapter,
    Edition,
    EditionState,
    Footnote,
    Goal,
    Measure,
    MeasureGoal,
    MeasureList,
    Principle,
    PrincipleScope,
    Strategy,
    TargetList,
    Wording,
)

SHOWN = 200
"""So many measures a sheet names itself; the list of measures shows the rest."""


PUBLIC_STATES = (EditionState.ADOPTED, EditionState.SUPERSEDED)
"""A draft is read in its import only, by those who review it."""


def readable_editions(principal: Principal) -> QuerySet[Edition]:
    """Editions, standing and former, of the strategies that `principal` may know of."""
    strategies = Strategy.objects.visible_to(principal)
    return Edition.objects.filter(state__in=PUBLIC_STATES, strategy__in=strategies.values("pk"))


@dataclass(slots=True)
class ChapterNode:
    """A chapter with its sections; total counts the measures of both that the asker may see."""

    chapter: Chapter
    own: int
    sections: list["ChapterNode"] = field(default_factory=list)

    @property
    def total(self) -> int:
        """Measures of the chapter and its sections."""
        return self.own + sum(section.total for section in self.sections)


@dataclass(frozen=True, slots=True)
class Plan:
    """goals carry `served`, the number of measures that serve them and the asker may see."""

    goals: tuple[Goal, ...]
    chapters: tuple[ChapterNode, ...]
    principles: tuple[Principle, ...]

    @property
    def instruments(self) -> list[ChapterNode]:
        """Chapters that measures fill."""
        return [node for node in self.chapters if not node.chapter.is_closing]

    @property
    def closing(self) -> list[ChapterNode]:
        """What the document says at its end; no instrument."""
        return [node for node in self.chapters if node.chapter.is_closing]

    def chapter(self, reference: str) -> Chapter | None:
        """The instrument or section of that reference; None for "" and where there is none."""
        nodes = [each for node in self.chapters for each in (node, *node.sections)]
        return next((node.chapter for node in nodes if node.chapter.reference == reference), None)


def plan(edition: Edition, *, principal: Principal) -> Plan:
    """Goals, instruments and principles of `edition`; four statements."""
    seen = Measure.objects.visible_to(principal).filter(edition=edition)
    goals = (
        Goal.objects.visible_to(principal)
        .filter(edition=edition)
        .annotate(served=Count("measure_links", filter=Q(measure_links__measure__in=seen.values("pk"))))
        .order_by("position")
    )
    counts = Counter(dict(seen.order_by().values_list("chapter_id").annotate(n=Count("pk"))))
    return Plan(
        goals=tuple(goals),
        chapters=tree(list(Chapter.objects.filter(edition=edition).order_by("position")), counts),
        principles=tuple(Principle.objects.visible_to(principal).filter(edition=edition).order_by("position")),
    )


def tree(chapters: list[Chapter], counts: Counter[int]) -> tuple[ChapterNode, ...]:
    """Chapters under their parents, each in the order given."""
    nodes = {chapter.pk: ChapterNode(chapter, counts[chapter.pk]) for chapter in chapters}
    top = []
    for chapter in chapters:
        node = nodes[chapter.pk]
        if chapter.parent_id is None:
            top.append(node)
        else:
            nodes[chapter.parent_id].sections.append(node)
    return tuple(top)


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """A goal and the measures that serve it, with why."""

    goal: Goal
    links: tuple[MeasureGoal, ...]


def goal_sheet(pk: int, *, principal: Principal) -> GoalSheet:
    """Raises Goal.DoesNotExist where there is none that `principal` may know of. Two statements."""
    goals = Goal.objects.visible_to(principal).filter(edition__in=readable_editions(principal).values("pk"))
    goal = goals.select_related("edition__strategy", "passage").get(pk=pk)
    seen = Measure.objects.visible_to(principal).filter(edition=goal.edition_id)
    links = MeasureGoal.objects.filter(goal=goal, measure__in=seen.values("pk")).select_related("measure")
    return GoalSheet(goal, tuple(links.order_by("measure__position")[:SHOWN]))


@dataclass(frozen=True, slots=True)
class ChapterSheet:
    """An instrument or section: its lists with their measures, target lists, sections, principles, footnotes."""

    chapter: Chapter
    sections: tuple[Chapter, ...]
    lists: tuple[tuple[MeasureList, tuple[Wording, ...]], ...]
    targets: tuple[TargetList, ...]
    principles: tuple[Principle, ...]
    footnotes: tuple[Footnote, ...]


def chapter_sheet(pk: int, *, principal: Principal) -> ChapterSheet:
    """A chapter of a standing or former edition; nine statements.

    Raises Chapter.DoesNotExist. Measures are those the asker may see, as many as SHOWN.
    """
    chapters = Chapter.objects.filter(edition__in=readable_editions(principal).values("pk"))
    chapter = chapters.select_related("edition__strategy", "parent", "passage").get(pk=pk)
    sections = tuple(Chapter.objects.filter(parent=chapter).order_by("position"))
    inside = [chapter.pk, *(section.pk for section in sections)]
    seen = Measure.objects.visible_to(principal).values("pk")
    wordings = Wording.objects.filter(chapter__in=inside, measure__in=seen).select_related("measure", "passage")
    by_list: dict[int, list[Wording]] = {}
    for wording in wordings.order_by("position")[:SHOWN]:
        by_list.setdefault(wording.measure_list_id, []).append(wording)
    lists = MeasureList.objects.filter(chapter__in=inside).select_related("chapter", "passage").order_by("position")
    targets = TargetList.objects.filter(chapter__in=inside).prefetch_related("entries__places")
    anchors = [chapter.reference, *(section.reference for section in sections)]
    footnotes = Footnote.objects.filter(edition=chapter.edition_id).order_by("pk")
    principles = Principle.objects.visible_to(principal).filter(
        edition=chapter.edition_id, scope=PrincipleScope.CHAPTER, chapter_reference__in=anchors
    )
    return ChapterSheet(
        chapter=chapter,
        sections=sections,
        lists=tuple((each, tuple(by_list.get(each.pk, ()))) for each in lists),
        targets=tuple(targets),
        principles=tuple(principles.order_by("position")),
        footnotes=tuple(note for note in footnotes if _belongs(note, anchors)),
    )


def _belongs(note: Footnote, anchors: list[str]) -> bool:
    return any(note.anchor == anchor or note.anchor.startswith(f"{anchor}.") for anchor in anchors)


def chapter_of(principle: Principle) -> Chapter | None:
    """The instrument that a principle governs; None where it governs more. One statement, none without a reference."""
    if not principle.chapter_reference:
        return None
    return Chapter.objects.filter(edition=principle.edition_id, reference=principle.chapter_reference).first()


def principle_sheet(pk: int, *, principal: Principal) -> Principle:
    """A principle with its passage. Raises Principle.DoesNotExist."""
    principles = Principle.objects.visible_to(principal).filter(edition__in=readable_editions(principal).values("pk"))
    found: Principle = principles.select_related("edition__strategy", "passage").get(pk=pk)
    return found
