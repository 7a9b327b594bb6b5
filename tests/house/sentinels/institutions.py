# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words in what hangs on a partner institution: its partnerships, agreements, contacts and activities of each level.

What the institution may read as a party of the record (its name, its days) holds no word; everything else does.
"""

from bruecke.accounts.models import House
from bruecke.actors.models import Organisation
from bruecke.intake.models import Correction
from tests.factories.activities import make_activity, make_involvement
from tests.factories.actors import make_person
from tests.factories.partnerships import make_agreement, make_partnership
from tests.factories.people import make_organisation
from tests.factories.plan import make_place
from tests.house.sentinels import STAFF, Bed

HOUSE = "sentinel-institution"
"""Key of the house of the institution that every level plants at."""


def institution() -> Organisation:
    """The institution, made once."""
    known = Organisation.objects.filter(house__key=HOUSE).first()
    if known is not None:
        return known
    house = House.objects.create(key=HOUSE, name="Stadt am Rand", is_partner=True)
    return make_organisation("Stadt am Rand", kind="municipality", visibility="ministries", house=house)


def plant(bed: Bed) -> None:
    """A partnership of the level that the institution holds, with all that it must not read."""
    ours = institution()
    fields = {"visibility": bed.level, "owner": bed.own}
    own = make_partnership(
        f"Eigene Partnerschaft {bed.level}",
        kind="municipal",
        place=make_place(f"Nachbarort {bed.level}"),
        holder=ours,
        since="1999",
        summary=bed.word("ownsummary"),
        precondition=bed.word("owncondition"),
        sensitive=bed.word("ownsensitive", STAFF),
        internal_note=bed.word("ownnote", STAFF),
        file_reference=bed.word("ownfile", STAFF),
        **fields,
    )
    candidate = make_partnership(bed.word("owncandidate"), place=own.place, state="examined", holder=ours, **fields)
    agreement = make_agreement(
        own,
        f"Eigene Vereinbarung {bed.level}",
        internal_note=bed.word("ownagreementnote", STAFF),
        file_reference=bed.word("ownagreementfile", STAFF),
        **fields,
    )
    others = make_person(bed.word("othercontact"), organisation=make_organisation(f"Andere {bed.level}"), **fields)
    notes = make_person(
        f"Eigene Person {bed.level}", organisation=ours, internal_note=bed.word("personnote", STAFF), **fields
    )
    own.contacts.add(others, notes)
    planned = make_activity(bed.word("ownplanned"), state="planned", **fields)
    held = make_activity(
        f"Eigenes Vorhaben {bed.level}", state="held", internal_note=bed.word("heldnote", STAFF), **fields
    )
    for activity in (planned, held):
        make_involvement(activity, organisation=ours, reason=bed.word("whyinvolved", STAFF))
    Correction.objects.create(
        organisation=make_organisation(f"Fremde Einrichtung {bed.level}"),
        record_type="partnership",
        record_id=own.pk,
        note=bed.word("foreignproposal", {"coordinator"}),
    )
    bed.close(own, candidate, agreement, others, notes, planned, held)
