# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a list of activities is narrowed down to, as it stands in its address. No database.

The names and values are part of the product: addresses are sent to colleagues and kept as bookmarks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

STATES = {
    "vorschlag": "idea",
    "geplant": "planned",
    "genehmigt": "approved",
    "durchgefuehrt": "held",
    "abgesagt": "cancelled",
}
LEVELS = {"oeffentlichkeit": "published", "ressorts": "ministries", "benannte": "named", "referat": "unit"}
CODED = {"stand": STATES, "sichtbarkeit": LEVELS}
"""Parameters with fixed values: address value → value in the database."""
PARAMETERS = (
    "art", "stand", "jahr", "ort", "partnerschaft", "massnahme", "thema", "federfuehrung", "reihe", "luecke",
    "sichtbarkeit",
)  # fmt: skip
DAYS = ("von", "bis")
STAFF_ONLY = frozenset({"sichtbarkeit", "luecke"})
SORTS = ("neueste", "naechste")
_MOST_VALUES = 50
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """Values by parameter; values of one add up, parameters narrow each other down.

    since, until: days between which (any part of) it may lie; text: words of the full text; sort: one of SORTS.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    text: str = ""
    sort: str = SORTS[0]

    def of(self, name: str) -> tuple[str, ...]:
        """The values of one parameter, () where it does not filter."""
        return self.values.get(name, ())

    @property
    def is_narrow(self) -> bool:
        """Whether anything is filtered at all."""
        return bool(self.values or self.text or self.since or self.until)

    def without(self, name: str, value: str | None = None) -> "ActivityFilter":
        """The same filter without one value, a whole parameter, a day ("von", "bis") or the text ("q")."""
        if name in ("q", *DAYS):
            cleared = {"q": {"text": ""}, "von": {"since": None}, "bis": {"until": None}}[name]
            return replace(self, **cleared)  # type: ignore[arg-type]
        left = tuple(v for v in self.of(name) if value is not None and v != value)
        kept = {key: values for key, values in self.values.items() if key != name} | ({name: left} if left else {})
        return replace(self, values=kept)

    def query(self, **more: str) -> str:
        """The filter as a query string with its question mark, "" where it is empty; `more` is added."""
        pairs = [(name, value) for name in PARAMETERS for value in self.of(name)]
        rest = {
            "von": self.since.isoformat() if self.since else "",
            "bis": self.until.isoformat() if self.until else "",
            "q": self.text,
            "sortierung": self.sort if self.sort != SORTS[0] else "",
        }
        pairs += [(name, value) for name, value in (rest | more).items() if value]
        return f"?{urlencode(pairs)}" if pairs else ""


def parse(lists: Iterable[tuple[str, list[str]]], *, is_staff: bool) -> ActivityFilter:
    """Read the filter from an address (QueryDict.lists()); what is unknown there is left out, never an error."""
    given = dict(lists)
    shown = [name for name in PARAMETERS if is_staff or name not in STAFF_ONLY]
    values = {name: found for name in shown if (found := _values(name, given.get(name, [])))}
    sort = _last(given, "sortierung")
    return ActivityFilter(
        values=values,
        since=_day(_last(given, "von")),
        until=_day(_last(given, "bis")),
        text=_last(given, "q")[:_LONGEST_TEXT],
        sort=sort if sort in SORTS else SORTS[0],
    )


def _values(name: str, raw: list[str]) -> tuple[str, ...]:
    wanted = dict.fromkeys(value.strip()[:_LONGEST_TEXT] for value in raw[:_MOST_VALUES])
    allowed = CODED.get(name)
    return tuple(
        value
        for value in wanted
        if value and "\x00" not in value and (allowed is None or value in allowed) and _is_number(name, value)
    )


def _is_number(name: str, value: str) -> bool:
    """Years and keys of measures are numbers; other values are words."""
    longest = {"jahr": 4, "massnahme": 18}.get(name)
    return longest is None or (value.isascii() and value.isdigit() and len(value) <= longest)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _last(given: Mapping[str, list[str]], name: str) -> str:
    values = given.get(name) or [""]
    return values[-1].replace("\x00", "").strip()
