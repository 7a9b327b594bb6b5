# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads about papers and kept texts."""

from dataclasses import dataclass

from django.utils import timezone, translation

from bruecke.accounts.principal import Principal
from bruecke.actors.models import Organisation, Person
from bruecke.partnerships.models import Partnership
from bruecke.publish.models import Paper, PaperFile, SectionText
from bruecke.publish.paper import Name, Printed, somebodies
from bruecke.publish.permissions import can_read_paper
from bruecke.records.queries import seen
from bruecke.records.visibility import Visibility

PAGE = 30


def names_in(printed: Printed, *, language: str) -> dict[int, Name]:
    """How everybody in a paper is called today; two statements. A row that was merged goes by the one it went into."""
    keys = {who.key for who in somebodies(printed)}
    people = {person.pk: person for person in Person.objects.filter(pk__in=keys)}
    into = {person.merged_into_id for person in people.values() if person.merged_into_id}
    others = {person.pk: person for person in Person.objects.filter(pk__in=into)}
    with translation.override(language):
        return {key: _name(others.get(person.merged_into_id or 0, person)) for key, person in people.items()}


def _name(person: Person) -> Name:
    return Name(str(person), is_erased=person.erased_on is not None)


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Papers, newest first; before: key to go on from, None at the end."""

    papers: tuple[Paper, ...]
    before: int | None


def papers(*, principal: Principal, before: int | None = None) -> PaperPage:
    """Papers that `principal` may read, without what they hold; one statement."""
    rows = Paper.objects.visible_to(principal).defer("data").order_by("-pk")
    if not principal.is_staff:
        rows = rows.filter(visibility=Visibility.PUBLISHED)
    if before:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGE + 1])
    return PaperPage(tuple(found[:PAGE]), found[PAGE - 1].pk if len(found) > PAGE else None)


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A paper with its files."""

    paper: Paper
    files: tuple[PaperFile, ...]


def paper_sheet(pk: int, *, principal: Principal) -> PaperSheet:
    """One paper; two statements. Raises Paper.DoesNotExist also where it may not be known of."""
    paper = Paper.objects.visible_to(principal).defer("data").select_related("job").get(pk=pk)
    if not can_read_paper(principal, paper):
        raise Paper.DoesNotExist
    return PaperSheet(paper, tuple(paper.files.order_by("-format")))


def paper_file(pk: int, ending: str, *, principal: Principal) -> tuple[Paper, PaperFile]:
    """A file that is there; two statements. Raises Paper.DoesNotExist, PaperFile.DoesNotExist."""
    sheet = paper_sheet(pk, principal=principal)
    found = next((file for file in sheet.files if file.format == ending and not file.removed_why), None)
    if found is None:
        raise PaperFile.DoesNotExist
    return sheet.paper, found


def seen_text(pk: int, *, principal: Principal) -> SectionText:
    """A kept text; one statement. Raises SectionText.DoesNotExist, also where the partnership may not be known of."""
    known = Partnership.objects.visible_to(principal)
    found: SectionText = (
        SectionText.objects.visible_to(principal)
        .filter(partnership__in=known)
        .select_related("partnership", "asked_of")
        .get(pk=pk)
    )
    return found


def seen_partnership(pk: int, *, principal: Principal) -> Partnership:
    """A partnership; one statement. Raises Partnership.DoesNotExist."""
    return seen(Partnership, pk, principal=principal)


@dataclass(frozen=True, slots=True)
class TextList:
    """Kept texts of a partnership, with the names of the houses asked that may be known of."""

    partnership: Partnership
    texts: tuple[tuple[SectionText, str], ...]


def texts_of(pk: int, *, principal: Principal) -> TextList:
    """Three statements; what is not released is the government's own. Raises Partnership.DoesNotExist."""
    partnership = seen_partnership(pk, principal=principal)
    texts = SectionText.objects.visible_to(principal).filter(partnership=partnership)
    if not principal.is_staff:
        texts = texts.filter(released_on__lte=timezone.localdate())
    rows = list(texts.select_related("asked_of").order_by("heading", "pk"))
    known = Organisation.objects.visible_to(principal).filter(
        pk__in={row.asked_of_id for row in rows if row.asked_of_id}
    )
    called = {row.pk: row.name for row in known}
    return TextList(partnership, tuple((row, called.get(row.asked_of_id or 0, "")) for row in rows))
