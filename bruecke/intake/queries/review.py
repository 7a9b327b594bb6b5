# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the review page shows: one chapter's proposals beside the lines they rest on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, Min, OuterRef, QuerySet, Subquery

from bruecke.intake import payloads
from bruecke.intake.actions.shape import DIVISIBLE
from bruecke.intake.models import ImportDraft, Proposal, ProposalKind, ProposalState
from bruecke.intake.payloads import Payload
from bruecke.reader.draft import Repair
from bruecke.strategy.models import Wording

PAGE = 80
"""Proposals on one page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line; original: what the scan had there, "" where nothing was repaired."""

    text: str
    original: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A source line as it is read now, and as it came."""

    number: int
    pieces: tuple[Piece, ...]
    raw: str

    @property
    def is_repaired(self) -> bool:
        """Whether anything in it was repaired."""
        return any(piece.original for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Card:
    """A proposal with its fields, its lines, and the one it could be merged with."""

    proposal: Proposal
    payload: Payload
    lines: tuple[Line, ...]
    next_version: int | None

    @property
    def is_repaired(self) -> bool:
        """Whether anything in its lines was repaired."""
        return any(line.is_repaired for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """Lines of the document with the proposal that rests on them; card None: nothing was proposed for these lines."""

    lines: tuple[Line, ...]
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the review. done: decided proposals."""

    reference: str
    title: str
    total: int
    done: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Counters of a draft."""

    total: int
    done: int
    doubtful: int
    certain: int

    @property
    def is_complete(self) -> bool:
        """Whether everything is decided."""
        return self.done == self.total


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the review. pages: how many the section has."""

    sections: list[Section]
    progress: Progress
    rows: list[Row]
    lists: list[tuple[str, str]]
    page: int
    pages: int


def sections_of(draft: ImportDraft) -> list[Section]:
    """The pages of the review in the order of the text; two statements."""
    rows = (
        Proposal.objects.filter(draft=draft)
        .order_by()
        .values_list("section", "state")
        .annotate(n=Count("pk"), first=Min("position"))
    )
    totals: Counter[str] = Counter()
    done: Counter[str] = Counter()
    first: dict[str, float] = {}
    for section, state, number, position in rows:
        totals[section] += number
        done[section] += number if state != ProposalState.OPEN else 0
        first[section] = min(position, first.get(section, position))
    titles = {
        reference: f"{payload.get('number', '')} {payload.get('text', '')}".strip()
        for reference, payload in Proposal.objects.filter(
            draft=draft, kind=ProposalKind.CHAPTER, reference__in=list(totals)
        ).values_list("reference", "payload")
    }
    return [Section(key, titles.get(key, ""), totals[key], done[key]) for key in sorted(first, key=lambda k: first[k])]


def progress_of(draft: ImportDraft) -> Progress:
    """Counters of a draft; one statement."""
    rows = list(
        Proposal.objects.filter(draft=draft).order_by().values_list("state", "is_certain").annotate(n=Count("pk"))
    )
    opened = [(certain, number) for state, certain, number in rows if state == ProposalState.OPEN]
    total = sum(number for *_, number in rows)
    return Progress(
        total=total,
        done=total - sum(number for _, number in opened),
        doubtful=sum(number for certain, number in opened if not certain),
        certain=sum(number for certain, number in opened if certain),
    )


def review_sheet(draft: ImportDraft, *, section: str, show: str, page: int) -> Sheet:
    """One page of the review: section, filter ("", "open", "doubtful" or a kind), page from 1; six statements."""
    found = list(_with_match(Proposal.objects.filter(draft=draft, section=section)).order_by("position", "pk"))
    cards = list(_cards(draft, found))
    shown = [card for card in cards if _shows(card.proposal, show)]
    pages = max(1, -(-len(shown) // PAGE))
    page = min(max(1, page), pages)
    here = shown[(page - 1) * PAGE : page * PAGE]
    rows = [Row(card.lines, card) for card in here] if show else list(_with_gaps(draft, here))
    lists = list(
        Proposal.objects.filter(draft=draft, kind=ProposalKind.LIST)
        .order_by("position")
        .values_list("reference", "payload")
    )
    named = [(reference, payload.get("text", "")) for reference, payload in lists]
    return Sheet(sections_of(draft), progress_of(draft), rows, named, page, pages)


def _with_match(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """Each with the standing measure it is taken for and that one's wording (match_wording)."""
    wording = Wording.objects.filter(measure=OuterRef("match"), edition=OuterRef("match__edition"))
    return rows.select_related("match").annotate(match_wording=Subquery(wording.values("wording")[:1]))


def card_of(proposal: Proposal) -> Card:
    """One proposal as the review shows it; two statements."""
    following = _with_match(
        Proposal.objects.filter(draft=proposal.draft_id, section=proposal.section, position__gte=proposal.position)
    ).order_by("position", "pk")
    found = list(following)
    return next(card for card in _cards(proposal.draft, found) if card.proposal.pk == proposal.pk)


def _shows(proposal: Proposal, show: str) -> bool:
    if show == "open":
        return proposal.state == ProposalState.OPEN
    if show == "doubtful":
        return not proposal.is_certain and proposal.state == ProposalState.OPEN
    return not show or proposal.kind == show


def _cards(draft: ImportDraft, proposals: Sequence[Proposal]) -> Iterator[Card]:
    lines = _Lines(draft)
    following: dict[tuple[str, str], int] = {}
    versions: dict[int, int | None] = {}
    for proposal in reversed(proposals):
        place = (proposal.kind, proposal.parent)
        versions[proposal.pk] = following.get(place) if proposal.kind in DIVISIBLE else None
        following[place] = proposal.version
    for proposal in proposals:
        yield Card(
            proposal,
            payloads.read(proposal.payload),
            lines.between(proposal.first_line, proposal.last_line),
            versions[proposal.pk],
        )


def _with_gaps(draft: ImportDraft, cards: Sequence[Card]) -> Iterator[Row]:
    """The cards with the lines that stand between them, which nobody proposed anything for."""
    lines = _Lines(draft)
    reached = cards[0].proposal.first_line if cards else 0
    for card in cards:
        if card.proposal.first_line > reached:
            gap = lines.between(reached, card.proposal.first_line - 1)
            if any(line.raw.strip() for line in gap):
                yield Row(tuple(line for line in gap if line.raw.strip()))
        reached = max(reached, card.proposal.last_line + 1)
        yield Row(card.lines, card)


class _Lines:
    """The lines of a draft's text with their repairs marked."""

    def __init__(self, draft: ImportDraft) -> None:
        text = draft.text
        self.raw = text.raw.split("\n") if text else []
        self.repaired = text.repaired.split("\n") if text else []
        self.repairs: dict[int, list[Repair]] = {}
        for item in text.repairs if text else ():
            self.repairs.setdefault(item[0], []).append(Repair(*item))

    def between(self, first: int, last: int) -> tuple[Line, ...]:
        """Lines first..last."""
        return tuple(self.line(number) for number in range(first, min(last, len(self.repaired)) + 1))

    def line(self, number: int) -> Line:
        """One line in pieces."""
        text = self.repaired[number - 1]
        return Line(number, tuple(pieces(text, self.repairs.get(number, ()))), self.raw[number - 1])


def pieces(text: str, repairs: Iterable[Repair]) -> Iterator[Piece]:
    """A repaired line cut at its repairs; one that cannot be found in the line is left out."""
    at, shift = 0, 0
    for repair in sorted(repairs, key=lambda item: item.start):
        begin = repair.start + shift
        end = begin + len(repair.suggestion)
        shift += len(repair.suggestion) - len(repair.original)
        if begin < at or text[begin:end] != repair.suggestion:
            continue
        if begin > at:
            yield Piece(text[at:begin])
        yield Piece(text[begin:end], repair.original)
        at = end
    if at < len(text):
        yield Piece(text[at:])
