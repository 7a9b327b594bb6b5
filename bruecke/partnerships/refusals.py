# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is refused in a partnership's life, as a sentence for the person, and how to go on."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.base.dates import fuzzy_in_words
from bruecke.partnerships.life_cycle import Change, Demand, Fault, Misfit, State
from bruecke.partnerships.models import PartnershipState

FIELDS = {
    Demand.REASON: "reason",
    Demand.DECISION: "decision_id",
    Demand.SECTORAL_ANSWER: "sectoral_answer",
    Demand.CONDITION_NAMED: "",
    Demand.CONDITION_MET: "is_condition_met",
}
"""Where each demand is answered; "" is about the partnership itself."""


def demand_in_words(demand: Demand) -> str:
    """What is still missing for a move."""
    return {
        Demand.REASON: _("Es fehlt noch der Grund."),
        Demand.DECISION: _("Es fehlt noch der Beschluss."),
        Demand.SECTORAL_ANSWER: _(
            "Es fehlt noch die Antwort, warum eine sektorale Zusammenarbeit nicht genügt. "
            "Sie hat grundsätzlich Vorrang."
        ),
        Demand.CONDITION_NAMED: _(
            "Es ist noch nicht festgehalten, welche Bedingung erfüllt sein muss. Ergänzen Sie zuerst die Bedingung."
        ),
        Demand.CONDITION_MET: _("Geprüft wird erst, wenn jemand feststellt, dass die Bedingung erfüllt ist."),
    }[demand]


def unmet(demands: Iterable[Demand]) -> dict[str, str]:
    """Sentences by field."""
    return {FIELDS[demand]: demand_in_words(demand) for demand in sorted(demands)}


def state_in_words(state: State) -> str:
    """The state as the interface names it."""
    return str(PartnershipState(state.value).label)


def change_in_words(change: Change) -> str:
    """ "ruht seit 24. Februar 2022", as far as the day is known."""
    state = state_in_words(change.to)
    if not change.on:
        return state
    return _("%(state)s seit %(day)s") % {"state": state, "day": fuzzy_in_words(change.on, get_language() or "de")}


def misfit_in_words(found: Misfit, to: State) -> dict[str, str]:
    """A sentence at the field it is about."""
    neighbour = change_in_words(found.neighbour) if found.neighbour else ""
    words = {"neighbour": neighbour, "to": state_in_words(to)}
    if found.fault is Fault.DAY_MISSING:
        return {"on": _("Es fehlt noch, ab wann das gilt.")}
    if found.fault is Fault.DAY_NOT_EXACT:
        return {"on": _("Was erst kommt, braucht den genauen Tag, zum Beispiel 1.3.2027.")}
    if found.fault is Fault.SAME_STATE:
        return {"on": _("An diesem Tag gilt das schon: %(neighbour)s.") % words}
    if found.fault is Fault.NO_MOVE_AFTER:
        return {"on": _("Das passt nicht zu dem, was danach kommt: %(neighbour)s.") % words}
    if found.fault is Fault.NOTHING_LEFT:
        return {"": _("Der einzige bekannte Stand lässt sich nicht zurücknehmen.")}
    return {"on": _("Von „%(neighbour)s“ führt kein Schritt zu „%(to)s“.") % words}


def blocked_in_words(name: str, standing: Change) -> str:
    """Why nothing new is planned on a partnership that stands so, and how to go on."""
    sentence = {
        State.PROPOSED: _("„%(name)s“ ist nur vorgeschlagen. Planen lässt sich erst mit einer aktiven Partnerschaft."),
        State.EXAMINED: _(
            "„%(name)s“ wird noch geprüft. Planen lässt sich erst, wenn die Prüfung mit Ja entschieden ist."
        ),
        State.DORMANT: _(
            "Die Partnerschaft „%(name)s“: %(standing)s. Neues lässt sich nicht planen, bis die Bedingung erfüllt und "
            "die Reaktivierung geprüft und beschlossen ist."
        ),
        State.REACTIVATION: _(
            "Ob „%(name)s“ wieder aufgenommen wird, ist noch in Prüfung. Planen lässt sich erst nach dem Beschluss."
        ),
        State.ENDED: _(
            "Die Partnerschaft „%(name)s“ ist beendet. Planen Sie das Vorhaben ohne sie, oder schlagen Sie sie neu vor."
        ),
        State.REJECTED: _(
            "Die Partnerschaft „%(name)s“ wurde nicht eingegangen. Planen Sie das Vorhaben ohne sie, oder schlagen Sie "
            "sie neu vor."
        ),
    }[standing.to]
    return sentence % {"name": name, "standing": change_in_words(standing)}
