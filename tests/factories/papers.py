# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A relation with everything a briefing tells of, and papers printed of it."""

from dataclasses import dataclass
from datetime import date, time
from itertools import count

from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.activities.models import Activity, Involvement, ProgrammeItem, Promise
from bruecke.actors.models import Organisation, Person
from bruecke.bodies.models import AgendaItem, Body, BodyMember, Decision, Session, Task
from bruecke.library.models import Citation
from bruecke.partnerships.models import Agreement, Partnership, Sector, StateChange
from bruecke.places.models import Place
from bruecke.publish.actions import print_paper
from bruecke.publish.models import Paper, SectionText
from bruecke.publish.report import Subject
from bruecke.publish.reports import reports
from tests.factories.people import make_organisation
from tests.factories.plan import make_document, make_goal, make_measure, make_place

_number = count(1)
ON = date(2026, 5, 12)


def make_person(name: str = "Anna Nowak", **fields: object) -> Person:
    """Somebody all ministries may know of."""
    values: dict[str, object] = {
        "name": name,
        "function": "Marschallin",
        "legal_basis": "public_task",
        "source": "Visitenkarte",
        "retention": "office",
        "review_on": date(2027, 1, 1),
        "visibility": "ministries",
    }
    return Person.objects.create(**(values | fields))


def make_relation_of(place: Place, name: str = "Niederschlesien", **fields: object) -> Partnership:
    """A published active regional partnership."""
    n = next(_number)
    values: dict[str, object] = {
        "key": f"relation-{n}",
        "kind": "regional",
        "name": name,
        "title_sort": name.lower(),
        "place": place,
        "state": "active",
        "visibility": "published",
    }
    return Partnership.objects.create(**(values | fields))


def make_doing(title: str, *partnerships: Partnership, starts: str = "2025-03-10", **fields: object) -> Activity:
    """A published held activity of one day."""
    day = date.fromisoformat(starts)
    values: dict[str, object] = {
        "kind": "official_visit",
        "title": title,
        "state": "held",
        "starts": starts,
        "starts_from": day,
        "ends_by": day,
        "visibility": "published",
    }
    made = Activity.objects.create(**(values | fields))
    made.partnerships.add(*partnerships)
    return made


@dataclass(frozen=True)
class Relation:
    """What stands behind a briefing."""

    partnership: Partnership
    country: Place
    trip: Activity
    visit: Activity
    person: Person
    house: Organisation
    promise: Promise
    text: SectionText
    owed: SectionText
    session: Session


def make_relation() -> Relation:
    """A partnership with a trip on 12 May 2026, four years of activities, promises both ways and texts."""
    country = make_place("Polen")
    region = make_place("Woiwodschaft Niederschlesien", kind="region", parent=country)
    house = make_organisation("Staatskanzlei Musterland", kind="state_chancellery")
    partner = make_organisation("Marschallamt der Woiwodschaft Niederschlesien", kind="authority")
    measure = make_measure(None, "Zusammenarbeit mit Niederschlesien ausbauen")
    goal = make_goal(measure.edition, "Die Nachbarn besser kennen")
    person = make_person(organisation=partner)
    partnership = make_relation_of(
        region,
        is_neighbour=True,
        holder=house,
        basis="joint_declaration",
        since="1999",
        summary="Die Zusammenarbeit ist eng.\n\nSie reicht von der Polizei bis zur Kultur.",
        sensitive="Die Frage des Tagebaus Turów ist offen.",
    )
    partnership.goals.add(goal)
    partnership.partners.add(partner)
    partnership.contacts.add(person)
    partnership.sectors.add(Sector.objects.create(key=f"sector-{next(_number)}", name="Energie"))
    _rests_on(partnership, house, partner)
    trip = _trip(partnership, house, person, partner)
    visit = make_doing(
        "Besuch der Marschallin", partnership, lead=house, result="Beide Seiten wollen die Bahnstrecke ausbauen."
    )
    visit.measures.add(measure)
    Involvement.objects.create(activity=visit, person=person, role="contact")
    promise = Promise.objects.create(
        partnership=partnership,
        activity=visit,
        direction="we_owe",
        text="Gutachten zur Bahnstrecke übersenden",
        responsible=house,
        due_on=date(2026, 1, 31),
        visibility="published",
    )
    _twin_town(region)
    text = SectionText.objects.create(
        partnership=partnership,
        heading="Gesprächspunkte",
        text="Die Bahnstrecke zuerst.",
        author="Referat 31",
        released_on=date(2026, 5, 1),
    )
    owed = SectionText.objects.create(
        partnership=partnership, heading="Wirtschaftliche Lage", asked_of=house, due_on=date(2026, 5, 8)
    )
    return Relation(
        partnership, country, trip, visit, person, house, promise, text, owed, _session(house, person, promise)
    )


def _rests_on(partnership: Partnership, house: Organisation, partner: Organisation) -> None:
    document = make_document("Gemeinsame Erklärung von 1999")
    Citation.objects.create(document=document, record_type="partnership", record_id=partnership.pk, pin="Seite 3")
    agreement = Agreement.objects.create(
        partnership=partnership,
        title="Gemeinsame Erklärung über die Zusammenarbeit",
        signed_on="1999-09-17",
        visibility="published",
    )
    agreement.parties.add(house, partner)
    StateChange.objects.create(partnership=partnership, to_state="active", effective_on="1999", reason="Erklärung")


def _trip(partnership: Partnership, house: Organisation, person: Person, partner: Organisation) -> Activity:
    trip = make_doing(
        "Delegationsreise nach Breslau",
        partnership,
        starts="2026-05-12",
        kind="delegation_out",
        state="approved",
        lead=house,
        purpose="Die Bahnstrecke voranbringen.",
    )
    ProgrammeItem.objects.create(
        activity=trip,
        day=date(2026, 5, 12),
        at=time(9, 30),
        title="Gespräch",
        venue="Marschallamt",
        with_whom="Leitung",
    )
    Involvement.objects.create(activity=trip, person=person, organisation=partner, role="host")
    Involvement.objects.create(activity=trip, organisation=house, role="head", payer="Musterland")
    return trip


def _twin_town(region: Place) -> None:
    town = make_place("Wrocław", kind="city", parent=region)
    make_relation_of(town, "Musterstadt – Wrocław", kind="municipal")


def _session(house: Organisation, person: Person, promise: Promise) -> Session:
    body = Body.objects.create(
        organisation=make_organisation("Arbeitsgruppe Internationales", kind="body"),
        kind="working_group",
        visibility="published",
    )
    session = Session.objects.create(
        body=body, number="7", held_on="2026-04-20", state="held", minutes="Es ging gut voran.", visibility="published"
    )
    BodyMember.objects.create(body=body, organisation=house, person=person, role="chair")
    AgendaItem.objects.create(session=session, position=1, title="Reise nach Breslau", outcome="gebilligt")
    decision = Decision.objects.create(
        body=body,
        session=session,
        number="7/1",
        decided_on=date(2026, 4, 20),
        title="Reise",
        text="Die Reise findet statt.",
        visibility="published",
    )
    Task.objects.create(
        body=body, decision=decision, title="Programm abstimmen", responsible=house, visibility="published"
    )
    meeting = make_doing("Sitzung 7", starts="2026-04-20", kind="body_session", session=session)
    Promise.objects.create(activity=meeting, direction="they_owe", text="Ansprechperson nennen", visibility="published")
    return session


def make_paper(
    relation: Relation | None = None, *, by: Principal = SYSTEM, report: str = "briefing", **said: object
) -> Paper:
    """A paper on 12 May 2026, for all ministries, of the relation's partnership (a new one's), or as `said` says."""
    if "subject" not in said:
        relation = relation or make_relation()
        subjects = {"minutes": Subject("session", relation.session.pk), "yearly_plan": Subject("year", 2026)}
        said["subject"] = subjects.get(report, Subject("partnership", relation.partnership.pk))
    values: dict[str, object] = {
        "on": ON,
        "language": "de",
        "fields": {"visibility": "ministries", "file_reference": "StK-31/7"},
        "by": by,
    }
    return print_paper(report=reports()[report], **(values | said))  # type: ignore[arg-type]
