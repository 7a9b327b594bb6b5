# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What publishing reads of a draft: its accepted parts, what they name, and what stands in the way."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Max, Q, Sum
from django.utils.translation import gettext, ngettext

from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.base.languages import CONTENT
from bruecke.base.text import lower
from bruecke.intake import matching, payloads
from bruecke.intake.manuscripts import Names, Part, problems
from bruecke.intake.models import ImportDraft, Proposal, ProposalKind, ProposalState, ReviewStep
from bruecke.library.models import Document
from bruecke.places.models import Place
from bruecke.strategy.models import Edition
from bruecke.strategy.queries.editions import StandingWording, standing_goals, standing_wordings

_SHOWN = 5
_SAME_GOAL = 0.85


def accepted_parts(draft: ImportDraft) -> list[Part]:
    """Everything accepted, in the order of the text, with what becomes of standing measures; two statements."""
    rows = list(Proposal.objects.filter(draft=draft, state=ProposalState.ACCEPTED).order_by("position", "pk"))
    standing = {row.measure_id: row for row in _standing(draft)} if any(row.match_id for row in rows) else {}
    chapters = _chapter_titles(rows)
    return [_part(row, standing.get(row.match_id or 0), chapters) for row in rows]


def _standing(draft: ImportDraft) -> list[StandingWording]:
    """Of the edition that stands while this draft is published; once it is adopted itself, of the one before."""
    return standing_wordings(draft.strategy, other_than=draft.edition) if draft.strategy else []


def _chapter_titles(rows: Sequence[Proposal]) -> dict[str, str]:
    """Title of the chapter that each list stands in, by the list's reference."""
    titles = {row.reference: row.payload.get("text", "") for row in rows if row.kind == ProposalKind.CHAPTER}
    return {row.reference: titles.get(row.parent, "") for row in rows if row.kind == ProposalKind.LIST}


def _part(row: Proposal, standing: StandingWording | None, chapters: Mapping[str, str]) -> Part:
    payload = payloads.read(row.payload)
    return Part(
        key=row.pk,
        kind=row.kind,
        reference=row.reference,
        parent=row.parent,
        section=row.section,
        lines=(row.first_line, row.last_line),
        payload=payload,
        is_edited=row.is_edited,
        match=row.match_id,
        change=_change(payload.text, chapters.get(row.parent, ""), standing) if row.match_id else "added",
    )


def _change(wording: str, chapter: str, standing: StandingWording | None) -> str:
    if standing is None:
        return "reworded"
    old = matching.Text(standing.measure_id, standing.wording, standing.chapter, 0)
    return matching.change_of(old, matching.Text(0, wording, chapter, 0))


def names_in(codes: Mapping[str, int]) -> Names:
    """Everything a text may name, by name in every language; three statements."""
    places = list(Place.objects.values_list("pk", "code", *(f"name_{language}" for language in CONTENT)))
    return Names(
        codes={code: pk for pk, code, *_ in places if code} | dict(codes),
        places=_by_name((pk, names) for pk, _, *names in places),
        organisations=_by_name(_organisations(Q())),
        leads=_by_name(_organisations(Q(kind__in=(OrganisationKind.MINISTRY, OrganisationKind.STATE_CHANCELLERY)))),
        documents=_by_name((pk, names) for pk, *names in Document.objects.values_list("pk", *_columns("title"))),
    )


def _columns(*names: str) -> list[str]:
    return [f"{name}_{language}" for name in names for language in CONTENT]


def _organisations(which: Q) -> Iterable[tuple[int, list[str | None]]]:
    rows = Organisation.objects.filter(which, valid_until__isnull=True).values_list(
        "pk", *_columns("name", "short_name")
    )
    return ((pk, names) for pk, *names in rows)


def _by_name(rows: Iterable[tuple[int, list[str | None]]]) -> dict[str, int]:
    return {lower(name): pk for pk, names in rows for name in names if name}


def former_goals(draft: ImportDraft, parts: Sequence[Part], edition: Edition) -> dict[int, int]:
    """Proposal of a goal → the same goal of the edition before, where the wording is (nearly) the same."""
    if draft.strategy is None:
        return {}
    standing = [matching.Text(key, text, "", 0) for key, text in standing_goals(draft.strategy, other_than=edition)]
    goals = [matching.Text(part.key, part.payload.text, "", 0) for part in parts if part.kind == "goal"]
    return {pair.new: pair.standing for pair in matching.match(goals, standing, _SAME_GOAL)}


def last_step(draft: ImportDraft) -> int:
    """A number that changes with every act of a reviewer, undoing included."""
    rows = Proposal.objects.filter(draft=draft).aggregate(versions=Sum("version"))
    steps = ReviewStep.objects.filter(draft=draft).aggregate(newest=Max("pk"))
    return int(rows["versions"] or 0) + int(steps["newest"] or 0)


def problems_of(draft: ImportDraft) -> list[str]:
    """Why a draft cannot be published yet, one sentence each; empty where it can."""
    found = [*_undecided(draft), *_unconfirmed(draft)]
    if found:
        return found
    return [_in_words(code, reference) for code, reference in problems(accepted_parts(draft))]


def _undecided(draft: ImportDraft) -> Iterable[str]:
    names = list(
        Proposal.objects.filter(draft=draft, state=ProposalState.OPEN)
        .order_by("position")
        .values_list("reference", flat=True)
    )
    if names:
        sentence = ngettext(
            "%(count)d Vorschlag ist noch offen: %(names)s.",
            "%(count)d Vorschläge sind noch offen: %(names)s.",
            len(names),
        )
        yield sentence % {"count": len(names), "names": _named(names)}


def _unconfirmed(draft: ImportDraft) -> Iterable[str]:
    names = list(
        Proposal.objects.filter(
            draft=draft, state=ProposalState.ACCEPTED, match__isnull=False, match_confirmed=False
        ).values_list("reference", flat=True)
    )
    if names:
        sentence = ngettext(
            "%(count)d Zuordnung zu einer bestehenden Maßnahme ist nicht bestätigt: %(names)s.",
            "%(count)d Zuordnungen zu bestehenden Maßnahmen sind nicht bestätigt: %(names)s.",
            len(names),
        )
        yield sentence % {"count": len(names), "names": _named(names)}


def _named(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (gettext(" und weitere") if len(names) > _SHOWN else "")


def _in_words(code: str, reference: str) -> str:
    sentences = {
        "nothing": gettext("Es ist noch nichts angenommen."),
        "duplicate": gettext("%(name)s kommt doppelt vor."),
        "no_list": gettext("%(name)s gehört zu einer Liste, die nicht angenommen ist."),
        "no_target_list": gettext("%(name)s gehört zu einer Zielliste, die nicht angenommen ist."),
        "empty": gettext("%(name)s hat keinen Text."),
    }
    return sentences[code] % {"name": reference}
