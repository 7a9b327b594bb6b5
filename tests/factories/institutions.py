# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partner institutions and what they say."""

from itertools import count

from bruecke.accounts.models import House, User
from bruecke.accounts.principal import SYSTEM, Principal, Role
from bruecke.actors.actions.invitations import invite
from bruecke.actors.models import Invitation, Organisation
from bruecke.actors.queries import principal_of
from bruecke.intake.actions.answers import propose
from bruecke.intake.models import Correction
from bruecke.partnerships.models import Partnership
from tests.factories.partnerships import make_partnership
from tests.factories.people import make_organisation, make_user

_number = count(1)


def make_institution(name: str = "Stadt Zittau", **fields: object) -> Organisation:
    """A municipality with a house of its own, known to all ministries."""
    organisation = make_organisation(name, kind="municipality", **({"visibility": "ministries"} | fields))
    key = f"partner-{organisation.pk}"
    organisation.house = House.objects.create(key=key, name=name, is_partner=True)
    organisation.save()
    return organisation


def make_member(institution: Organisation) -> User:
    """Somebody with an account for an institution."""
    return make_user(Role.PARTNER, house=institution.house)


def member_of(institution: Organisation) -> Principal:
    """The Principal of such a person."""
    return principal_of(make_member(institution))


def make_own(institution: Organisation, name: str = "Zittau – Liberec", **fields: object) -> Partnership:
    """An active twinning that an institution holds, not published."""
    values: dict[str, object] = {
        "kind": "municipal",
        "holder": institution,
        "visibility": "ministries",
        "since": "1999",
    }
    return make_partnership(name, **(values | fields))


def make_invitation(organisation: Organisation | None = None, email: str = "") -> tuple[Invitation, str]:
    """An open invitation and its secret."""
    organisation = organisation or make_organisation("Stadt Plauen", kind="municipality")
    email = email or f"neu-{next(_number)}@stadt.example"
    secret = invite(organisation=organisation, email=email, name="Nora Neu", by=SYSTEM)
    return Invitation.objects.latest("pk"), secret


def make_correction(institution: Organisation | None = None) -> Correction:
    """An institution proposes another beginning of its twinning."""
    institution = institution or make_institution()
    own = make_own(institution)
    return propose(kind="partnership", pk=own.pk, fields={"since": "2001"}, note="", by=member_of(institution))
