# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words in partnerships, their changes, agreements and offices."""

from django.db import models
from django.utils import timezone

from bruecke.actors.models import Person
from bruecke.bodies.models import Body
from bruecke.partnerships.models import StateChange
from tests.factories.partnerships import make_agreement, make_decision, make_office, make_partnership
from tests.factories.plan import make_place
from tests.house.sentinels import STAFF, Bed


def plant(bed: Bed) -> None:
    """A partnership of the level, and an open one to which everything of the level is linked."""
    place = make_place(f"Ort {bed.level}")
    partnership = make_partnership(
        bed.word("partnership"),
        place=place,
        summary=bed.word("summary"),
        precondition=bed.word("condition"),
        sensitive=bed.word("sensitive", STAFF),
        sectoral_answer=bed.word("sectoral", STAFF),
        **bed.fields("partnership"),
    )
    partnership.changes.update(reason=bed.word("movereason"), recorded_by=bed.word("recordedby", STAFF))
    StateChange.objects.create(
        partnership=partnership,
        to_state="dormant",
        effective_on="2021",
        reason=bed.word("mistake", STAFF),
        taken_back_at=timezone.now(),
        taken_back_why=bed.word("takenback", STAFF),
    )
    bed.close(partnership, *_linked(bed))


def _linked(bed: Bed) -> list[models.Model]:
    """What hangs on a partnership that everybody sees."""
    open_one = make_partnership(f"Für alle, {bed.level}", state_since="2001", holder=bed.organisation)
    agreement = make_agreement(
        open_one,
        bed.word("agreement"),
        signatories=bed.word("signatories"),
        languages=bed.word("languages"),
        **bed.fields("agreement"),
    )
    make_agreement(open_one, f"Erklärung für alle, {bed.level}", document=bed.document)
    office = make_office(bed.word("office"), place=open_one.place, **bed.fields("office"))
    served = make_office(f"Büro für alle, {bed.level}", operator=bed.organisation)
    decision = make_decision(bed.word("partnerdecision"), **bed.fields("partnerdecision"))
    person = Person.objects.create(
        name=bed.word("contact"),
        function=bed.word("function"),
        legal_basis="public_task",
        source="Visitenkarte",
        retention="office",
        review_on="2030-01-01",
        **bed.fields("contact"),
    )
    group = Body.objects.create(organisation=bed.organisation, kind="bilateral", visibility="published")
    open_one.working_group = group
    open_one.save()
    open_one.partners.add(bed.organisation)
    open_one.goals.add(bed.goal)
    open_one.contacts.add(person)
    open_one.changes.update(decision=decision)
    served.partnerships.add(open_one)
    return [agreement, office, decision, person]
