# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a partner institution answers for: kinds of records, the fields it may correct, and which records are its own.

Its own are those it is a party of, as far as they stand: no candidates, nothing kept to named houses or a unit. Of
them it sees what these kinds list and nothing else; the pages of records that are not published stay closed to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import ORGANISATION
from bruecke.actors.models import Organisation
from bruecke.actors.queries import own_institutions
from bruecke.partnerships.actions.records import AGREEMENT, PARTNERSHIP
from bruecke.partnerships.life_cycle import PARTNERS
from bruecke.partnerships.models import Agreement, Partnership
from bruecke.records.editing import Fillable
from bruecke.records.models import Record
from bruecke.records.visibility import Visibility

TOLD = (Visibility.PUBLISHED, Visibility.MINISTRIES)


@dataclass(frozen=True, slots=True)
class Answerable:
    """names: fields that may be corrected, in order, with their labels."""

    model: type[Record]
    rules: Fillable[Any]
    names: dict[str, Any]


KINDS: dict[str, Answerable] = {
    "organisation": Answerable(Organisation, ORGANISATION, {"name_de": _("Name"), "short_name_de": _("Kurzname")}),
    "partnership": Answerable(Partnership, PARTNERSHIP, {"name_de": _("Name"), "since": _("Partnerschaft seit")}),
    "agreement": Answerable(
        Agreement,
        AGREEMENT,
        {
            "title": _("Titel"),
            "signed_on": _("Unterzeichnet am"),
            "ends_on": _("Läuft bis"),
            "signatories": _("Unterzeichnet von"),
            "languages": _("Sprachen"),
        },
    ),
}
DAYS = frozenset({"since", "signed_on", "ends_on"})
"""Fields that hold truncated ISO dates."""


def partnerships_of(institutions: Iterable[int]) -> Any:
    """Standing partnerships that institutions hold or are partners of."""
    keys = list(institutions)
    rows = Partnership.objects.filter(visibility__in=TOLD, state__in=[state.value for state in PARTNERS])
    linked = Partnership.partners.through.objects.filter(organisation__in=keys).values("partnership")
    return rows.filter(Q(holder__in=keys) | Q(pk__in=linked))


def agreements_of(institutions: Iterable[int]) -> Any:
    """Agreements of these partnerships."""
    own = partnerships_of(institutions).values("pk")
    return Agreement.objects.filter(visibility__in=TOLD, partnership__in=own)


def own_record(kind: str, pk: int, principal: Principal) -> tuple[Organisation, Record] | None:
    """A record that somebody answers for, with the institution; None where there is none; three statements at most."""
    institution = own_institutions(principal).order_by("pk").first()
    if institution is None or kind not in KINDS:
        return None
    rows = {
        "organisation": Organisation.objects.filter(pk=institution.pk),
        "partnership": partnerships_of([institution.pk]),
        "agreement": agreements_of([institution.pk]).select_related("partnership__holder"),
    }[kind]
    record = rows.filter(pk=pk).first()
    return (institution, record) if record is not None else None
