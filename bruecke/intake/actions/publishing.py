# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A reviewed draft becomes an edition: prepared in short batches where nobody sees it, then adopted at once.

Every step may be run again. An interrupted publication goes on where it stopped and gives the same edition, because
each part is looked for by its reference before it is written, in the transaction that writes it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from bruecke.accounts.principal import Principal
from bruecke.intake import meta
from bruecke.intake.actions.steps import claim_draft
from bruecke.intake.batches import each_batch, even_batches, rest
from bruecke.intake.errors import IntakeRefused, NotReady
from bruecke.intake.manuscripts import Part, language_of, manuscript
from bruecke.intake.models import ImportDraft, ImportState
from bruecke.intake.queries.publishing import accepted_parts, former_goals, last_step, names_in, problems_of
from bruecke.intake.stretches import Scroll, settle, stretches, undone
from bruecke.library.actions import mark_passages, settle_text
from bruecke.library.models import SourceText
from bruecke.library.queries import passage_keys
from bruecke.places.actions import ensure_countries
from bruecke.reader.draft import MentionType, Repair
from bruecke.records import journal
from bruecke.records.actions import end_job, move_job, start_job
from bruecke.records.editing import free_key
from bruecke.records.models import Job, JobState
from bruecke.records.statistics import renew_statistics
from bruecke.strategy.actions.edition_parts import (
    Frame,
    renew_links,
    write_frame,
    write_goals,
    write_measures,
    write_principles,
)
from bruecke.strategy.actions.editions import (
    StrategyName,
    adopt,
    begin_edition,
    journal_adoption,
    keep_adopted,
    write_down_adoption,
)
from bruecke.strategy.manuscript import Manuscript
from bruecke.strategy.models import Edition, Strategy

_PASSAGES = 400
_MEASURES = 200
# More than the search follows at once: it has the worker do it (search.subscription).
_TOLD = 201
_KEPT = 400
_LONG = 0.1


@dataclass(frozen=True, slots=True)
class Decision:
    """What the person who publishes says beside the document; what is empty stays a gap."""

    strategy_key: str = ""
    strategy_name: str = ""
    adopted_on: str = ""
    decision_reference: str = ""


def publish(
    *,
    import_draft: ImportDraft,
    by: Principal,
    strategy_key: str = "",
    strategy_name: str = "",
    adopted_on: date | None = None,
    decision_reference: str = "",
) -> Job:
    """Have the worker make an edition of a reviewed draft. Raises NotReady with every reason in words."""
    decision = Decision(strategy_key, strategy_name, adopted_on.isoformat() if adopted_on else "", decision_reference)
    draft = close_review(import_draft=import_draft, decision=decision, by=by)
    return _enqueue(draft, by)


def close_review(*, import_draft: ImportDraft, decision: Decision, by: Principal) -> ImportDraft:
    """End the review of a draft that is ready; from here on only its publication goes on. Raises NotReady.

    The proposals are looked through before anything is locked, and again if a reviewer acts meanwhile.
    """
    while True:
        seen = last_step(import_draft)
        problems = problems_of(import_draft)
        if problems:
            raise NotReady(problems)
        closed = _close(import_draft, decision, seen, by)
        if closed:
            return closed


@transaction.atomic
def _close(import_draft: ImportDraft, decision: Decision, seen: int, by: Principal) -> ImportDraft | None:
    draft = claim_draft(import_draft.pk)
    if last_step(draft) != seen:
        return None
    draft.state = ImportState.PUBLISHING
    draft.meta = draft.meta | {"decision": _as_json(decision)}
    draft.job = start_job(kind="publish", title=draft.file_name, by=by, subject=f"/einlesen/{draft.pk}/")
    draft.save()
    journal.record(draft, verb="released", by=by)
    return draft


def _as_json(decision: Decision) -> dict[str, Any]:
    return {name: getattr(decision, name) for name in Decision.__slots__}


def _enqueue(draft: ImportDraft, by: Principal) -> Job:
    # tasks.py imports these actions: the one import that has to wait.
    from bruecke.intake.tasks import publish_import

    publish_import.enqueue(draft.pk, by.user_id)
    return Job.objects.get(pk=draft.job_id or 0)


def publish_here(
    *,
    import_draft: ImportDraft,
    by: Principal,
    strategy_key: str = "",
    strategy_name: str = "",
    adopted_on: date | None = None,
    decision_reference: str = "",
) -> Edition:
    """As publish(), but in this process, for the command line and the set-up; goes on where it was interrupted."""
    decision = Decision(strategy_key, strategy_name, adopted_on.isoformat() if adopted_on else "", decision_reference)
    draft = ImportDraft.objects.get(pk=import_draft.pk)
    if draft.state == ImportState.WAITING:
        draft = close_review(import_draft=draft, decision=decision, by=by)
    return publish_now(draft=draft, by=by)


def resume(*, import_draft: ImportDraft, by: Principal) -> Job:
    """Go on with an interrupted publication. Raises IntakeRefused where none was interrupted."""
    with transaction.atomic():
        draft = ImportDraft.objects.select_for_update().get(pk=import_draft.pk)
        if draft.state != ImportState.PUBLISHING or _is_at_work(draft):
            raise IntakeRefused(gettext("Hier gibt es keine unterbrochene Veröffentlichung."))
        draft.job = start_job(kind="publish", title=draft.file_name, by=by, subject=f"/einlesen/{draft.pk}/")
        draft.save(update_fields=("job",))
    return _enqueue(draft, by)


def _is_at_work(draft: ImportDraft) -> bool:
    return draft.job is not None and draft.job.state == JobState.RUNNING and not draft.job.is_interrupted


def publish_now(*, draft: ImportDraft, by: Principal) -> Edition:
    """Do the work of publishing, from the beginning or from where it stopped; a failure is told and may be resumed."""
    if draft.state == ImportState.PUBLISHED and draft.edition:
        return draft.edition
    try:
        return _publish(draft, by)
    except BaseException:
        message = gettext(
            "Die Veröffentlichung wurde unterbrochen. Sie lässt sich fortsetzen; bisher ist nichts sichtbar."
        )
        end_job(draft.job_id or 0, failed=True, message=message)
        raise


def _publish(draft: ImportDraft, by: Principal) -> Edition:
    parts = accepted_parts(draft)
    codes = ensure_countries(codes=_codes(parts))
    names = names_in(codes)
    text = _settled(draft, parts)
    decision = Decision(**draft.meta.get("decision", {}))
    edition = _begin(draft, text, parts, decision, by)
    script = manuscript(
        parts,
        title=edition.title,
        language=text.language,
        names=names,
        formers=former_goals(draft, parts, edition),
    )
    progress = _Progress(draft, len(parts) + 2 * len(script.measures))
    _mark(text, parts, progress)
    rest()
    frame = write_frame(edition=edition, manuscript=script, passages=passage_keys(text))
    rest()
    goals = write_goals(frame=frame, parts=script.goals, by=by)
    rest()
    write_principles(frame=frame, parts=script.principles, by=by)
    for done in each_batch(script.measures, _MEASURES, lambda batch: write_measures(frame=frame, parts=batch, by=by)):
        progress.at(len(parts) + done)
    edition = _adopt(draft, edition, decision, goals, by)
    rest(_LONG)
    _tell(frame, script, edition, progress, len(parts) + len(script.measures), by)
    end_job(draft.job_id or 0)
    return edition


class _Progress:
    """Moves the job of a draft on."""

    def __init__(self, draft: ImportDraft, total: int) -> None:
        self.job = draft.job_id or 0
        self.total = total
        move_job(self.job, done=0, total=total)

    def at(self, done: int) -> None:
        """So many steps are done."""
        move_job(self.job, done=min(done, self.total))


def _codes(parts: Sequence[Part]) -> Iterator[str]:
    """Country codes that accepted measures and target entries name."""
    for part in parts:
        if part.kind in {"measure", "target_entry"}:
            yield from (item.code for item in part.payload.mentions if item.type == MentionType.PLACE and item.code)


def _settled(draft: ImportDraft, parts: Sequence[Part]) -> SourceText:
    """The text as the reviewers left its repairs; settled before the first passage rests on it."""
    text = draft.text
    if text is None:
        raise IntakeRefused(gettext("Zu diesem Entwurf gibt es keinen gelesenen Text."))
    taken_back = undone(parts)
    if taken_back and not passage_keys(text):
        repaired, repairs = settle(text.repaired.split("\n"), [Repair(*item) for item in text.repairs], taken_back)
        settle_text(text=text, repaired="\n".join(repaired), repairs=[_row(repair) for repair in repairs])
    return text


def _row(repair: Repair) -> list[Any]:
    return [getattr(repair, name) for name in Repair.__slots__]


@transaction.atomic
def _begin(draft: ImportDraft, text: SourceText, parts: Sequence[Part], decision: Decision, by: Principal) -> Edition:
    if draft.edition:
        return draft.edition
    title = next((part.payload.text for part in parts if part.kind == "title"), "") or meta.read(draft.meta).title
    title = title or draft.file_name
    name = decision.strategy_name or title
    # A new strategy that is called as one that stands is still a new one: it puts no edition of the other out of force.
    key = decision.strategy_key or free_key(Strategy, name)
    named = StrategyName(key, name, language_of(text.language))
    draft.edition = begin_edition(strategy=draft.strategy, named=named, title=title, text=text, by=by)
    draft.strategy = draft.edition.strategy
    draft.save(update_fields=("edition", "strategy"))
    return draft.edition


def _mark(text: SourceText, parts: Sequence[Part], progress: _Progress) -> None:
    repairs = [Repair(*item) for item in text.repairs]
    scroll = Scroll(text.raw, text.repaired.split("\n"), repairs, text.line_pages)
    missing = stretches(parts, scroll, passage_keys(text))
    for done in each_batch(missing, _PASSAGES, lambda batch: mark_passages(text=text, stretches=batch)):
        progress.at(min(done, len(parts)))


@transaction.atomic
def _adopt(
    draft: ImportDraft, edition: Edition, decision: Decision, goals: list[tuple[int, int]], by: Principal
) -> Edition:
    """The one moment at which anything becomes visible."""
    adopted_on = date.fromisoformat(decision.adopted_on) if decision.adopted_on else None
    edition = adopt(
        edition=edition, by=by, adopted_on=adopted_on, decision_reference=decision.decision_reference, goals=goals
    )
    draft.edition = edition
    draft.save(update_fields=("edition",))
    return edition


def _tell(frame: Frame, script: Manuscript, edition: Edition, progress: _Progress, before: int, by: Principal) -> None:
    """What follows the adoption: history, journal and with it the search; new links of standing measures."""
    journal_adoption(edition=edition, by=by)
    rest(_LONG)
    keys = dict(edition.wordings.values_list("reference", "measure_id"))
    for _ in each_batch(list(keys.values()), _KEPT, lambda batch: keep_adopted(edition=edition, measures=batch, by=by)):
        progress.at(before)

    def tell(batch: Sequence[Any]) -> None:
        with transaction.atomic():
            if write_down_adoption(edition=edition, measures=[keys[part.reference] for part in batch], by=by):
                renew_links(frame=frame, parts=batch)

    for done in even_batches(script.measures, _TOLD, tell):
        progress.at(before + done)
    finish(edition, by)
    renew_statistics()


@transaction.atomic
def finish(edition: Edition, by: Principal) -> None:
    """All is told: the draft is done with."""
    for draft in ImportDraft.objects.select_for_update().filter(edition=edition, state=ImportState.PUBLISHING):
        draft.state = ImportState.PUBLISHED
        draft.save(update_fields=("state",))
        journal.record(draft, verb="published", by=by)
