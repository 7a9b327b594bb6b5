# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a list of measures is narrowed down to, as it stands in its address. Pure: no database.

The names and values are part of the product: addresses are sent to colleagues and kept as bookmarks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

MODALITIES = {"option": "option", "absicht": "intention", "feststellung": "statement", "unklar": "unknown"}
KINDS = {
    "neu": "create",
    "fortfuehren": "continue",
    "ausbauen": "expand",
    "entwickeln": "develop",
    "umsetzen": "implement",
    "pruefen": "examine",
    "evaluieren": "evaluate",
    "foerdern": "support",
    "veranstalten": "organise",
    "mitwirken": "participate",
    "zusammenarbeiten": "cooperate",
    "informieren": "inform",
    "dialogformat": "format",
    "unklar": "other",
}
STATES = {"offen": "open", "aufgegriffen": "taken_up", "nicht-aufgegriffen": "not_taken_up"}
NEEDS = {"ja": "yes", "nein": "no", "unbekannt": "unknown"}
GAPS = {"federfuehrung": "lead", "ziel": "goal", "termin": "deadline", "indikator": "indicator"}
LEVELS = {"oeffentlichkeit": "published", "ressorts": "ministries", "benannte": "named", "referat": "unit"}
CONTINUING = {"ja": "yes", "nein": "no"}

CODED: dict[str, dict[str, str]] = {
    "verbindlichkeit": MODALITIES,
    "art": KINDS,
    "entscheidung": STATES,
    "vorbehalt": NEEDS,
    "luecke": GAPS,
    "fortgesetzt": CONTINUING,
    "sichtbarkeit": LEVELS,
}
"""Parameters with fixed values: address value → value in the database."""

NAMED = ("instrument", "ziel", "thema", "federfuehrung", "ort", "laendergruppe", "organisation")
"""Parameters whose values are keys of records."""

PARAMETERS = (*NAMED, *CODED)
SORTS = ("fundstelle", "titel", "federfuehrung", "aenderung")
STAFF_ONLY = frozenset({"sichtbarkeit"})
_MOST_VALUES = 50
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class MeasureFilter:
    """Values by parameter. Values of one parameter add up ("option or intention"), parameters narrow each other down.

    text: words of the full text; sort: one of SORTS; strategy: its key, "" for the first.
    """

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""
    sort: str = SORTS[0]
    strategy: str = ""

    def of(self, name: str) -> tuple[str, ...]:
        """The values of one parameter, () where it does not filter."""
        return self.values.get(name, ())

    def codes(self, name: str) -> tuple[str, ...]:
        """The database values of a parameter with fixed values."""
        return tuple(CODED[name][value] for value in self.of(name))

    @property
    def is_narrow(self) -> bool:
        """Whether anything is filtered at all."""
        return bool(self.values) or bool(self.text)

    def without(self, name: str, value: str | None = None) -> "MeasureFilter":
        """The same filter without one value, or without a whole parameter ("q" is the text)."""
        if name == "q":
            return replace(self, text="")
        left = tuple(v for v in self.of(name) if value is not None and v != value)
        kept = {key: values for key, values in self.values.items() if key != name} | ({name: left} if left else {})
        return replace(self, values=kept)

    def pairs(self) -> list[tuple[str, str]]:
        """The filter as pairs of an address, in a fixed order, defaults left out."""
        found = [(name, value) for name in PARAMETERS for value in self.of(name)]
        rest = (
            ("q", self.text),
            ("strategie", self.strategy),
            ("sortierung", self.sort if self.sort != SORTS[0] else ""),
        )
        return found + [(name, value) for name, value in rest if value]

    def query(self, **more: str) -> str:
        """The filter as a query string with its question mark, "" where it is empty."""
        pairs = self.pairs() + [(name, value) for name, value in more.items() if value]
        return f"?{urlencode(pairs)}" if pairs else ""


def parse(lists: Iterable[tuple[str, list[str]]]) -> MeasureFilter:
    """Read the filter from an address (QueryDict.lists()); what is unknown there is left out, never an error."""
    given = dict(lists)
    values = {name: found for name in PARAMETERS if (found := _values(name, given.get(name, [])))}
    sort = _last(given, "sortierung")
    return MeasureFilter(
        values=values,
        text=_last(given, "q")[:_LONGEST_TEXT],
        sort=sort if sort in SORTS else SORTS[0],
        strategy=_last(given, "strategie")[:80],
    )


def _values(name: str, raw: list[str]) -> tuple[str, ...]:
    wanted = dict.fromkeys(value.strip()[:_LONGEST_TEXT] for value in raw[:_MOST_VALUES])
    allowed = CODED.get(name)
    return tuple(value for value in wanted if value and "\x00" not in value and (allowed is None or value in allowed))


def _last(given: Mapping[str, list[str]], name: str) -> str:
    values = given.get(name) or [""]
    return values[-1].replace("\x00", "").strip()
