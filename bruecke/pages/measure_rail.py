# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The filters beside the list of measures, and the chips of those that are on.

The choices are joined here and not in a template: there are some two hundred on every page of the list.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bruecke.pages.measure_words import Words, measure_words
from bruecke.strategy.measure_filter import CODED, NAMED, STAFF_ONLY, MeasureFilter
from bruecke.strategy.queries.vocabulary import Entry, Vocabulary

COLUMNS = {
    "verbindlichkeit": "modality",
    "art": "kind",
    "entscheidung": "option_state",
    "vorbehalt": "needs_state_money",
    "sichtbarkeit": "visibility",
    "luecke": "luecke",
    "fortgesetzt": "fortgesetzt",
}
ORDER = (
    "verbindlichkeit",
    "instrument",
    "luecke",
    "entscheidung",
    "federfuehrung",
    "ziel",
    "thema",
    "art",
    "vorbehalt",
    "fortgesetzt",
    "laendergruppe",
    "ort",
    "organisation",
    "sichtbarkeit",
)
OPEN = frozenset({"verbindlichkeit", "instrument", "luecke"})
"""Groups that stand open; the others are folded until one of their values is on."""

Counts = Mapping[str, Mapping[str, int]]
Values = Mapping[str, tuple[str, ...]]


def legends() -> dict[str, str]:
    """Names of the filters."""
    return {
        "instrument": _("Instrument"),
        "ziel": _("Ziel"),
        "thema": _("Thema"),
        "federfuehrung": _("Federführung"),
        "art": _("Maßnahmenart"),
        "verbindlichkeit": _("Verbindlichkeit"),
        "entscheidung": _("Entscheidung"),
        "vorbehalt": _("Landesmittel"),
        "ort": _("Ort"),
        "laendergruppe": _("Ländergruppe"),
        "organisation": _("Einrichtung"),
        "luecke": _("Lücke"),
        "fortgesetzt": _("Fortsetzung"),
        "sichtbarkeit": _("Sichtbar für"),
    }


def choices(name: str, words: Words, entries: Vocabulary) -> list[tuple[str, str]]:
    """Address values and labels of one filter."""
    if name in CODED:
        return [(value, words[COLUMNS[name]][code]) for value, code in CODED[name].items()]
    return [(entry.key, _label(name, entry)) for entry in entries.entries[name]]


def _label(name: str, entry: Entry) -> str:
    if name == "ziel" or (name == "instrument" and entry.number):
        return entry.full_label
    return entry.label


def groups(asked: MeasureFilter, entries: Vocabulary, *, counts: Counts | None, is_staff: bool) -> SafeString:
    """All filters with their choices; numbers beside them where counted, else empty places for the fragment."""
    if counts is not None:
        return _groups(asked.values, entries, counts, is_staff)
    return _uncounted(get_language() or "", tuple(asked.values.items()), entries, is_staff)


@lru_cache(maxsize=64)
def _uncounted(
    _language: str, values: tuple[tuple[str, tuple[str, ...]], ...], entries: Vocabulary, is_staff: bool
) -> SafeString:
    """Kept, because most visitors see the same."""
    return _groups(dict(values), entries, None, is_staff)


def _groups(values: Values, entries: Vocabulary, counts: Counts | None, is_staff: bool) -> SafeString:
    named, words = legends(), measure_words()
    parts = [
        _group(
            named[name],
            name in OPEN or name in values,
            _boxes(name, values, choices(name, words, entries), counts, _sections(name, entries)),
        )
        for name in ORDER
        if (is_staff or name not in STAFF_ONLY) and (name in CODED or entries.entries[name])
    ]
    return mark_safe("\n".join(parts))  # noqa: S308 - values and labels are escaped where they are joined


def _group(legend: str, is_open: bool, boxes: str) -> str:
    name = escape(legend)
    if is_open:
        return f"<fieldset><legend>{name}</legend>{boxes}</fieldset>"
    return (
        f'<details class="folded"><summary>{name}</summary>'
        f'<fieldset><legend class="sr">{name}</legend>{boxes}</fieldset></details>'
    )


def _sections(name: str, entries: Vocabulary) -> frozenset[str]:
    """Sections of an instrument: they stand indented below it."""
    return (
        frozenset(entry.key for entry in entries.entries[name] if entry.parent) if name == "instrument" else frozenset()
    )


def _boxes(
    name: str, values: Values, pairs: list[tuple[str, str]], counts: Counts | None, inner: frozenset[str]
) -> str:
    on = values.get(name, ())
    return "".join(
        f'<label class="{"f in" if value in inner else "f"}"><span>'
        f'<input type="checkbox" name="{name}" value="{escape(value)}"'
        f"{' checked' if value in on else ''}><span>{escape(label)}</span></span>"
        f'<span id="n-{name}-{number}">{counts[name].get(value, 0) if counts is not None else ""}</span></label>'
        for number, (value, label) in enumerate(pairs)
    )


def numbers(words: Words, entries: Vocabulary, counts: Counts, *, is_staff: bool) -> SafeString:
    """The counts alone, each for its place on the page."""
    spans = (
        f'<span id="n-{name}-{number}" hx-swap-oob="true">{counts[name].get(value, 0)}</span>'
        for name in (*NAMED, *CODED)
        if is_staff or name not in STAFF_ONLY
        for number, (value, _label_) in enumerate(choices(name, words, entries))
    )
    return mark_safe("".join(spans))  # noqa: S308 - numbers only


def in_words(asked: MeasureFilter, words: Words, entries: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """The filters that are on: parameter, value, and both in words ("Instrument: III Wirtschaft")."""
    named = legends()
    if asked.text:
        yield "q", asked.text, _("Suche: %(text)s") % {"text": asked.text}
    for name in asked.values:
        labels = dict(choices(name, words, entries))
        for value in asked.of(name):
            yield name, value, f"{named[name]}: {labels.get(value, value)}"
