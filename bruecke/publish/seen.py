# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What papers read of other rooms' records, as a reader of the paper may see it: doings, promises, people, sources.

Linked records are looked up by key among those the reader may know of; never through the record that names them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Max, Q

from bruecke.accounts.principal import Principal
from bruecke.activities.models import Activity, ActivityState, Involvement, Promise, PromiseState
from bruecke.activities.when import When, in_words
from bruecke.actors.models import Organisation, Person
from bruecke.base.dates import day_in_words
from bruecke.bodies.models import Body
from bruecke.library.models import Citation, Document
from bruecke.places.models import Place
from bruecke.records.models import RecordQuerySet
from bruecke.strategy.models import Edition, EditionState, Strategy

_LEVELS = 3


def names(model: Any, keys: Iterable[int | None], reader: Principal) -> dict[int, str]:
    """Key → name of those records that the reader may know of; one statement."""
    wanted = {key for key in keys if key}
    rows: RecordQuerySet[Any] = model.objects.visible_to(reader)
    return {row.pk: str(row) for row in rows.filter(pk__in=wanted)}


def full_names(keys: Iterable[int | None], reader: Principal) -> dict[int, str]:
    """Key → long name of organisations; one statement."""
    rows = Organisation.objects.visible_to(reader).filter(pk__in={key for key in keys if key})
    return {row.pk: row.name for row in rows}


def body_names(keys: Iterable[int | None], reader: Principal) -> dict[int, str]:
    """Key → name of those bodies that the reader may know of, with their organisation; two statements."""
    rows = dict(
        Body.objects.visible_to(reader).filter(pk__in={key for key in keys if key}).values_list("pk", "organisation_id")
    )
    called = full_names(rows.values(), reader)
    return {key: called[organisation] for key, organisation in rows.items() if organisation in called}


def places_within(keys: Iterable[int]) -> set[int]:
    """These places and all inside them: a country's regions, their cities, what lies in those; three statements."""
    found, step = set(keys), set(keys)
    for _level in range(_LEVELS):
        step = set(Place.objects.filter(parent__in=step).values_list("pk", flat=True)) - found
        found |= step
    return found


@dataclass(frozen=True, slots=True)
class Doing:
    """An activity as papers print it. when: in words; lead: long name, "" unknown or not to be known."""

    key: int
    kind: str
    title: str
    state: str
    state_words: str
    when: str
    first: date
    last: date
    lead: str
    purpose: str
    result: str
    is_invented: bool
    updated: date


def doings(which: Q, reader: Principal, *, language: str) -> list[Doing]:
    """Activities, newest first, each once; two statements."""
    rows = list(Activity.objects.visible_to(reader).filter(which).distinct().order_by("-starts_from", "-pk"))
    leads = full_names((row.lead_id for row in rows), reader)
    return [_doing(row, leads.get(row.lead_id or 0, ""), language) for row in rows]


def _doing(row: Activity, lead: str, language: str) -> Doing:
    return Doing(
        key=row.pk,
        kind=row.kind,
        title=row.title,
        state=row.state,
        state_words=row.get_state_display(),
        when=when_in_words(row, language),
        first=row.starts_from,
        last=row.ends_by,
        lead=lead,
        purpose=row.purpose,
        result=row.result,
        is_invented=row.is_invented,
        updated=row.updated_at.date(),
    )


def when_in_words(row: Activity, language: str) -> str:
    """The dates as its page gives them, "12.–14. Mai 2026", never as typed: that may be "2026-05-12/2026-05-14"."""
    return in_words(When(row.starts, row.ends), language)


@dataclass(frozen=True, slots=True)
class Owed:
    """A promise as papers print it. whom: who is responsible with us, and the other side; since: what it comes from."""

    key: int
    direction: str
    text: str
    whom: str
    since: str
    due: date | None
    state: str
    state_words: str


def promises(which: Q, reader: Principal) -> list[Owed]:
    """Promises, the earliest due first; three statements."""
    rows = list(Promise.objects.visible_to(reader).filter(which).distinct().order_by("due_on", "pk"))
    origins = names(Activity, (row.activity_id for row in rows), reader)
    houses = names(Organisation, (row.responsible_id for row in rows), reader)
    return [
        Owed(
            key=row.pk,
            direction=row.direction,
            text=row.text,
            whom=", ".join(filter(None, (houses.get(row.responsible_id or 0, ""), row.counterpart))),
            since=origins.get(row.activity_id or 0, ""),
            due=row.due_on,
            state=row.state,
            state_words=row.get_state_display(),
        )
        for row in sorted(rows, key=lambda row: (row.due_on is None, row.due_on or date.max, row.pk))
    ]


OPEN = Q(state=PromiseState.OPEN)


@dataclass(frozen=True, slots=True)
class Contact:
    """A person by key, with what the reader may know. met: last meeting in words, "" none recorded."""

    key: int
    function: str
    organisation: str
    met: str


def contacts(keys: Iterable[int], reader: Principal, *, before: date, language: str) -> dict[int, Contact]:
    """People whom the reader may know of and who are not erased, by key; three statements."""
    people = list(
        Person.objects.visible_to(reader)
        .filter(pk__in=set(keys), erased_on__isnull=True, merged_into__isnull=True)
        .order_by("name_key", "pk")
    )
    houses = full_names((person.organisation_id for person in people), reader)
    met = _last_meetings([person.pk for person in people], reader, before)
    return {
        person.pk: Contact(
            person.pk,
            person.function,
            houses.get(person.organisation_id or 0, ""),
            day_in_words(met[person.pk], language) if person.pk in met else "",
        )
        for person in people
    }


def _last_meetings(people: list[int], reader: Principal, before: date) -> dict[int, date]:
    """Last day of the last held activity that each of them took part in, before a day; one statement."""
    held = Activity.objects.visible_to(reader).filter(state=ActivityState.HELD, ends_by__lt=before)
    pairs = (
        Involvement.objects.standing()
        .filter(person__in=people, activity__in=held)
        .values("person_id")
        .annotate(last=Max("activity__ends_by"))
    )
    return {row["person_id"]: row["last"] for row in pairs}


def sources(model: type[models.Model], keys: Iterable[int], reader: Principal) -> dict[int, str]:
    """Key of a record → what it rests on, in words, as far as the reader may know of it; three statements."""
    cited = list(
        Citation.objects.filter(record_type=model._meta.model_name or "", record_id__in=set(keys))
        .select_related("passage")
        .order_by("pk")
    )
    texts = {each.passage.text_id for each in cited if each.passage}
    known = Strategy.objects.visible_to(reader)
    adopted = Edition.objects.filter(text__in=texts, state=EditionState.ADOPTED, strategy__in=known)
    editions: dict[int, str] = dict(adopted.values_list("text_id", "title"))
    documents = names(Document, (each.document_id for each in cited), reader)
    found: dict[int, str] = {}
    for each in cited:
        said = _source(each, editions, documents)
        if said and each.record_id not in found:
            found[each.record_id] = said
    return found


def _source(each: Citation, editions: dict[int, str], documents: dict[int, str]) -> str:
    if each.passage and (title := editions.get(each.passage.text_id)):
        return f"{title}, Z. {each.passage.first_line}"
    title = documents.get(each.document_id or 0, "")
    return ", ".join(filter(None, (title, each.pin if title else "")))
