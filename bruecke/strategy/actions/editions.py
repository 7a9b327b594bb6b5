# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""An edition comes into force: begun invisible, written part by part (edition_parts), adopted in one short act.

Until it is adopted nothing of it shows: its state is draft, and its new records are kept to a unit that nobody is in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from bruecke.accounts.principal import Principal
from bruecke.library.models import SourceText
from bruecke.records import history, journal
from bruecke.records.models import JournalEntry
from bruecke.records.visibility import Visibility
from bruecke.strategy.models import Edition, EditionState, Measure, MeasureGoal, Strategy

HIDDEN = Visibility.UNIT
"""Visibility of a new record until its edition is adopted; with no owner, no unit sees it."""

ADOPTED = "adopted"
"""Verb of the journal for the edition and for every record that an edition brought or changed."""

# One statement for new and standing measures: what lists show of a measure is a copy of its standing wording.
# Same text on both databases; a person's restriction of a standing measure stays.
_MOVE_MEASURES = """
UPDATE bruecke_measure SET
  edition_id = w.edition_id, chapter_id = w.chapter_id, reference = w.reference, position = w.position,
  modality = w.modality, kind = w.kind, is_continuing = w.is_continuing,
  option_state = CASE WHEN w.modality <> 'option' THEN 'none'
                      WHEN bruecke_measure.option_state = 'none' THEN 'open'
                      ELSE bruecke_measure.option_state END,
  visibility = CASE WHEN bruecke_measure.edition_id = w.edition_id THEN 'published'
                    ELSE bruecke_measure.visibility END,
  version = bruecke_measure.version + 1, updated_at = %s
FROM bruecke_wording w WHERE w.measure_id = bruecke_measure.id AND w.edition_id = %s
"""


@dataclass(frozen=True, slots=True)
class StrategyName:
    """What a new strategy is called; visible from its first edition on."""

    key: str
    name: str
    language: str


@transaction.atomic
def begin_edition(
    *, strategy: Strategy | None, named: StrategyName, title: str, text: SourceText, by: Principal
) -> Edition:
    """A draft edition of `strategy` (a new one, hidden, where None) on `text`; one begun before is gone on with."""
    holder = strategy or Strategy.objects.filter(key=named.key).first() or _new_strategy(named, by)
    holder = Strategy.objects.select_for_update().get(pk=holder.pk)
    begun = Edition.objects.filter(strategy=holder, text=text).first()
    if begun:
        return begun
    last = Edition.objects.filter(strategy=holder).order_by("-ordinal").values_list("ordinal", flat=True).first()
    return Edition.objects.create(strategy=holder, ordinal=(last or 0) + 1, title=title[:300], text=text)


def _new_strategy(named: StrategyName, by: Principal) -> Strategy:
    strategy = Strategy(key=named.key, visibility=HIDDEN)
    setattr(strategy, f"name_{named.language}", named.name[:250])
    strategy._history_user = history.author(by)  # type: ignore[attr-defined]
    strategy.save(force_insert=True)
    return strategy


@transaction.atomic
def adopt(
    *,
    edition: Edition,
    by: Principal,
    adopted_on: date | None,
    decision_reference: str,
    goals: Sequence[tuple[int, int]] = (),
) -> Edition:
    """Put a written edition in force and the one before out of it; the only moment at which anything becomes visible.

    goals: (former, new) keys of the same goal, whose links to measures go over. Called again it changes nothing.
    """
    strategy = Strategy.objects.select_for_update().get(pk=edition.strategy_id)
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    if edition.state == EditionState.ADOPTED:
        return edition
    former = Edition.objects.filter(strategy=strategy, state=EditionState.ADOPTED).first()
    Edition.objects.filter(strategy=strategy, state=EditionState.ADOPTED).update(state=EditionState.SUPERSEDED)
    edition.state = EditionState.ADOPTED
    edition.adopted_on, edition.decision_reference = adopted_on, decision_reference
    edition.published_at = timezone.now()
    edition.save()
    with connection.cursor() as cursor:
        cursor.execute(_MOVE_MEASURES, [edition.published_at, edition.pk])
    for old, new in goals:
        MeasureGoal.objects.filter(goal_id=old).update(goal_id=new)
    _publish_few(edition, strategy, by)
    journal.record(*filter(None, (edition, former)), verb=ADOPTED, by=by)
    return edition


def _publish_few(edition: Edition, strategy: Strategy, by: Principal) -> None:
    """Goals, principles and the strategy itself: few rows, published with their history; journaled afterwards, because
    the search follows the journal and would prolong the moment in which nobody else can save."""
    for rows in (edition.goals.all(), edition.principles.all(), [strategy]):
        # One with an owner was kept to that unit by a person, and stays so.
        hidden = [row for row in rows if row.visibility == HIDDEN and row.owner_id is None]
        for row in hidden:
            row.visibility, row.version, row.updated_at = Visibility.PUBLISHED, row.version + 1, timezone.now()
        if hidden:
            fields = ("visibility", "version", "updated_at")
            history.update_rows(hidden, fields=fields, by=by, why=edition.title)


@transaction.atomic
def journal_adoption(*, edition: Edition, by: Principal) -> None:
    """Journal of what the adoption published beside the measures; once."""
    rows = [edition.strategy, *edition.goals.all(), *edition.principles.all()]
    told = JournalEntry.objects.filter(
        record_type="strategy", record_id=edition.strategy_id, verb=ADOPTED, at__gte=edition.published_at
    )
    if not told.exists():
        journal.record(*rows, verb=ADOPTED, by=by)


@transaction.atomic
def keep_adopted(*, edition: Edition, measures: Sequence[int], by: Principal) -> None:
    """History of what the adoption did to these measures, where it is not kept yet."""
    rows = list(Measure.objects.filter(pk__in=measures).order_by("position"))
    known = history.versions(rows)
    history.note([row for row in rows if (row.pk, row.version) not in known], by=by, why=edition.title)


@transaction.atomic
def write_down_adoption(*, edition: Edition, measures: Sequence[int], by: Principal) -> int:
    """Journal of what the adoption did to these measures; returns how many were still missing."""
    told = set(
        JournalEntry.objects.filter(
            record_type="measure", record_id__in=measures, verb=ADOPTED, at__gte=edition.published_at
        ).values_list("record_id", flat=True)
    )
    rows = list(Measure.objects.filter(pk__in=set(measures) - told).only("pk", "visibility").order_by("position"))
    journal.record(*rows, verb=ADOPTED, by=by, changes={"edition": [None, edition.pk]})
    return len(rows)
