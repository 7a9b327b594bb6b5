# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the register of partnerships is narrowed down to, as it stands in its address. Pure: no database.

The names and values are part of the product: addresses are sent to colleagues and kept as bookmarks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from bruecke.partnerships.life_cycle import CANDIDATES, FORMER, PARTNERS, State

VIEWS: dict[str, frozenset[State]] = {"partner": PARTNERS, "kandidaten": CANDIDATES, "frueher": FORMER}
"""Candidates and former partners have lists of their own: neither counts or shows as a partner (R13)."""
STATES = {
    "aktiv": State.ACTIVE,
    "ruht": State.DORMANT,
    "reaktivierung": State.REACTIVATION,
    "pruefung": State.EXAMINED,
    "vorgeschlagen": State.PROPOSED,
    "beendet": State.ENDED,
    "nicht-eingegangen": State.REJECTED,
}
KINDS = {
    "regional": "regional",
    "behoerde": "authority",
    "sektoral": "sectoral",
    "netzwerk": "network",
    "stadt": "municipal",
    "schule": "school",
    "hochschule": "academic",
}
OF_THE_GOVERNMENT = frozenset({"regional", "sectoral", "network"})
"""Kinds whose holder is the government; declarations of authorities, towns, schools and universities count apart."""
GAPS = {
    "ziel": "goal",
    "grundlage": "basis",
    "kontakt": "contact",
    "laeuft-aus": "expiring",
    "arbeitsgruppe": "working_group",
    "vorrang": "sectoral_answer",
    "ohne-vorhaben": "no_activity",
}
STAFF_GAPS = frozenset({"kontakt", "ohne-vorhaben"})
"""Contacts are people, and activities may be internal; whether there are any is the government's own matter."""
OFFERED_GAPS = frozenset({"no_activity"})
"""Gaps whose condition a room above this one offers."""
GAPS_OF_OTHERS = {
    "partner": frozenset({"vorrang"}),
    "kandidaten": frozenset({"arbeitsgruppe", "grundlage", "ohne-vorhaben"}),
    "frueher": frozenset({"vorrang", "arbeitsgruppe", "ohne-vorhaben"}),
}
"""What is no gap in a view: a candidate has no basis yet, a partner is past the sectoral question."""
CODED: dict[str, Mapping[str, str]] = {"art": KINDS, "stand": STATES, "luecke": GAPS}
NAMED = ("land", "laendergruppe", "feld", "ziel")
"""Parameters whose values are keys of records."""
PARAMETERS = (*CODED, *NAMED)
SORTS = ("name", "aenderung")
_MOST_VALUES, _LONGEST = 50, 120


@dataclass(frozen=True, slots=True)
class PartnershipFilter:
    """Values by parameter. Values of one parameter add up, parameters narrow each other down. view: one of VIEWS."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    view: str = "partner"
    sort: str = SORTS[0]

    def of(self, name: str) -> tuple[str, ...]:
        """The values of one parameter, () where it does not filter."""
        return self.values.get(name, ())

    def codes(self, name: str) -> tuple[str, ...]:
        """The database values of a parameter with fixed values."""
        return tuple(str(CODED[name][value]) for value in self.of(name))

    @property
    def states(self) -> tuple[str, ...]:
        """The states asked for, those of the view where none is chosen."""
        return self.codes("stand") or tuple(sorted(VIEWS[self.view]))

    @property
    def is_narrow(self) -> bool:
        """Whether anything is filtered at all, the view aside."""
        return bool(self.values)

    def without(self, name: str, value: str | None = None) -> "PartnershipFilter":
        """The same filter without one value, or without a whole parameter."""
        left = tuple(each for each in self.of(name) if value is not None and each != value)
        kept = {key: values for key, values in self.values.items() if key != name} | ({name: left} if left else {})
        return replace(self, values=kept)

    def seen_as(self, view: str) -> "PartnershipFilter":
        """The same question in another view; states belong to their view."""
        return replace(self.without("stand"), view=view)

    def query(self, **more: str) -> str:
        """As a query string with its question mark, defaults left out, "" where it is empty."""
        pairs = [("ansicht", self.view)] if self.view != "partner" else []
        pairs += [(name, value) for name in PARAMETERS for value in self.of(name)]
        pairs += [("sortierung", self.sort)] if self.sort != SORTS[0] else []
        pairs += [(name, value) for name, value in more.items() if value]
        return f"?{urlencode(pairs)}" if pairs else ""


def parse(lists: Iterable[tuple[str, list[str]]], *, is_staff: bool) -> PartnershipFilter:
    """Read the filter from an address (QueryDict.lists()); what is unknown there is left out, never an error."""
    given = dict(lists)
    view, sort = (given.get(name, [""])[-1] for name in ("ansicht", "sortierung"))
    view = view if view in VIEWS else "partner"
    values = {name: found for name in PARAMETERS if (found := _values(name, given.get(name, []), view, is_staff))}
    return PartnershipFilter(values=values, view=view, sort=sort if sort in SORTS else SORTS[0])


def _values(name: str, raw: list[str], view: str, is_staff: bool) -> tuple[str, ...]:
    wanted = dict.fromkeys(value.strip()[:_LONGEST] for value in raw[:_MOST_VALUES])
    allowed = set(offered(name, view, is_staff=is_staff)) if name in CODED else None
    return tuple(value for value in wanted if value and "\x00" not in value and (allowed is None or value in allowed))


def offered(name: str, view: str, *, is_staff: bool) -> list[str]:
    """The address values that a parameter with fixed values offers in a view."""
    if name == "stand":
        return [value for value, state in STATES.items() if state in VIEWS[view]]
    if name == "luecke":
        unfit = GAPS_OF_OTHERS[view] | (frozenset() if is_staff else STAFF_GAPS)
        return [value for value in GAPS if value not in unfit]
    return list(CODED[name])
