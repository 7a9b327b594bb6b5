# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships in words: how many stand how, what one rests on, since when."""

from collections import Counter
from collections.abc import Collection, Mapping

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bruecke.base.dates import fuzzy_in_words
from bruecke.partnerships.models import PartnershipKind, PartnershipState
from bruecke.partnerships.partnership_filter import OF_THE_GOVERNMENT


def counts_in_words(counts: Mapping[str, int]) -> str:
    """ "10 Partnerschaften sind aktiv, 3 ruhen, 5 werden geprüft": what there is of each, "" for nothing."""
    active, dormant, again = (counts.get(state, 0) for state in ("active", "dormant", "reactivation"))
    examined = counts.get("examined", 0) + counts.get("proposed", 0)
    parts = (
        (active, ngettext("%(n)d Partnerschaft ist aktiv", "%(n)d Partnerschaften sind aktiv", active)),
        (dormant, ngettext("%(n)d ruht", "%(n)d ruhen", dormant)),
        (again, _("bei %(n)d wird die Reaktivierung geprüft")),
        (examined, ngettext("%(n)d wird geprüft", "%(n)d werden geprüft", examined)),
    )
    return ", ".join(text % {"n": n} for n, text in parts if n)


def standing_in_words(counts: Mapping[tuple[str, str], int], states: Collection[str]) -> str:
    """The government's own partnerships by state; those of authorities, towns, universities counted apart."""
    own: Counter[str] = Counter()
    others = 0
    for (state, kind), n in counts.items():
        if state in states and kind in OF_THE_GOVERNMENT:
            own[state] += n
        elif state in states:
            others += n
    if not own:
        return (
            ngettext("%(n)d Partnerschaft anderer Träger", "%(n)d Partnerschaften anderer Träger", others)
            % {"n": others}
            if others
            else ""
        )
    more = _("dazu %(n)d anderer Träger") % {"n": others} if others else ""
    return ", ".join(filter(None, (counts_in_words(own), more)))


def since_in_words(state: str, since: str) -> str:
    """ "ruht seit 24. Februar 2022", "aktiv"."""
    words = str(PartnershipState(state).label)
    if not since:
        return words
    return _("%(state)s seit %(day)s") % {"state": words, "day": day(since)}


def day(iso: str) -> str:
    """A truncated date in the reader's language, "" for none."""
    return fuzzy_in_words(iso, get_language() or "de") if iso else ""


def kind_in_words(kind: str, *, is_neighbour: bool) -> str:
    """ "Regionalpartnerschaft, Nachbar"."""
    words = str(PartnershipKind(kind).label)
    return _("%(kind)s, Nachbar") % {"kind": words} if is_neighbour else words
