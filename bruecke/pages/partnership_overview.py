# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partners on the start page: one sentence, one map, what is missing."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import ngettext

from bruecke.accounts.principal import Principal
from bruecke.pages.partnership_map import Picture, picture
from bruecke.pages.partnership_words import counts_in_words
from bruecke.partnerships.partnership_filter import KINDS, OF_THE_GOVERNMENT, PartnershipFilter
from bruecke.partnerships.queries.overview import PartnerOverview, partner_overview

_OWN = tuple(value for value, kind in KINDS.items() if kind in OF_THE_GOVERNMENT)


@dataclass(frozen=True, slots=True)
class PartnerBlock:
    """sentence: of state; map: None where nothing has a spot; gaps: sentences with the lists that show them."""

    sentence: str
    map: Picture | None
    href: str
    gaps: list[tuple[str, str]]


def partner_block(principal: Principal) -> PartnerBlock | None:
    """The block, None where there is nothing to be known of; one statement."""
    state = partner_overview(principal=principal)
    sentence = counts_in_words(state.counts)
    if not sentence:
        return None
    return PartnerBlock(sentence, picture(state.spots, sentence), _list(), partner_gaps(state))


def partner_gaps(state: PartnerOverview) -> list[tuple[str, str]]:
    """What is missing: sentence and address of the list that shows it."""
    rows = (
        (
            state.without_basis,
            ngettext(
                "%(n)d Partnerschaft ohne belegte Grundlage",
                "%(n)d Partnerschaften ohne belegte Grundlage",
                state.without_basis,
            ),
            _list("grundlage"),
        ),
        (
            state.without_goal,
            ngettext("%(n)d Partnerschaft ohne Ziel", "%(n)d Partnerschaften ohne Ziel", state.without_goal),
            _list("ziel"),
        ),
    )
    return [(text % {"n": n}, href) for n, text, href in rows if n]


def _list(gap: str = "") -> str:
    """The register of the government's own, narrowed down to a gap."""
    values = {"art": _OWN} | ({"luecke": (gap,)} if gap else {})
    return reverse("partnerships") + PartnershipFilter(values=values).query()
