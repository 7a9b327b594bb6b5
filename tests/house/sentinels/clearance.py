# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Circulations of one level; and one for all ministries that asked a house which is not for everybody."""

from bruecke.accounts.principal import SYSTEM
from bruecke.clearance.actions import proceed, withdraw
from bruecke.clearance.models import Circulation, CoSignature
from tests.clearance.test_actions import over
from tests.factories.clearance import make_asked, make_circulation
from tests.factories.people import make_house, make_organisation
from tests.house.sentinels import STAFF, Bed


def plant(bed: Bed) -> None:
    """Every field of the room. A circulation is never for the public: "published" has none of its own."""
    asked = make_organisation(bed.word("asked"), house=make_house(), **bed.fields("asked"))
    bed.close(asked)
    make_circulation(asked, make_asked(), title=f"Für alle, {bed.level}")
    if bed.level == "published":
        return
    asked = make_asked()
    first, second = (make_circulation(asked, title=bed.word(name, STAFF)) for name in ("clearing", "recalled"))
    for circulation in (first, second):
        Circulation.objects.filter(pk=circulation.pk).update(visibility=bed.level, owner=bed.own)
        bed.close(circulation)
    CoSignature.objects.create(
        addressee=first.addressees.get(),
        content_hash=first.content_hash,
        answer="object",
        text=bed.word("objection", STAFF),
    )
    proceed(circulation=over(first), expected=1, reason=bed.word("proceeding", STAFF), by=SYSTEM)
    withdraw(circulation=second, expected=1, reason=bed.word("withdrawing", STAFF), by=SYSTEM)
