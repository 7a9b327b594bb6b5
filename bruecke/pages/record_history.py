# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The acts on a record in words: who, when, why, and each field before and after. For the government only."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bruecke.records.models import JournalEntry


@dataclass(frozen=True, slots=True)
class Version:
    """One act on a record, for records/versions.html.

    number: the version it made, None where it made none; is_current: the standing one; restore_href: where that
    version is brought back, "" where it stands or the reader may not.
    """

    number: int | None
    when: str
    by: str
    verb: str
    why: str
    changes: list[tuple[str, str, str]]
    is_current: bool
    restore_href: str


def versions(
    entries: Sequence[JournalEntry],
    current: int,
    *,
    label: Callable[[str], str],
    in_words: Callable[[str, Any], str],
    restore: Callable[[int], str] | None,
) -> list[Version]:
    """Acts in words, newest first as given. current: number of the standing version; restore: address by number."""
    verbs = {
        "created": pgettext("journal", "angelegt"),
        "changed": pgettext("journal", "geändert"),
        "restored": pgettext("journal", "wiederhergestellt"),
        "decided": pgettext("journal", "entschieden"),
        "published": pgettext("journal", "veröffentlicht"),
        "adopted": pgettext("journal", "in Kraft getreten"),
        "completed": pgettext("journal", "ergänzt"),
        "agenda_proposed": pgettext("journal", "Tagesordnung ergänzt"),
        "planned": pgettext("journal", "geplant"),
        "approved": pgettext("journal", "genehmigt"),
        "held": pgettext("journal", "durchgeführt"),
        "cancelled": pgettext("journal", "abgesagt"),
        "settled": pgettext("journal", "erledigt"),
        "reopened": pgettext("journal", "wieder geöffnet"),
        "reviewed": pgettext("journal", "geprüft"),
        "attached": pgettext("journal", "Datei abgelegt"),
        "file_removed": pgettext("journal", "Datei entfernt"),
        "taken_out": pgettext("journal", "herausgenommen"),
        "put_back": pgettext("journal", "zurückgeholt"),
        "moved": pgettext("journal", "Stand geändert"),
        "taken_back": pgettext("journal", "Standänderung zurückgenommen"),
        "took_effect": pgettext("journal", "in Kraft getreten"),
        "extended": pgettext("journal", "Frist verlängert"),
        "houses_asked": pgettext("journal", "Häuser gefragt"),
        "sent": pgettext("journal", "abgesandt"),
        "withdrawn": pgettext("journal", "zurückgezogen"),
        "released": pgettext("journal", "veröffentlicht"),
        "release_taken_back": pgettext("journal", "Freigabe zurückgenommen"),
        "refused": pgettext("journal", "Antwort abgelehnt"),
        "marked_secret": pgettext("journal", "von der Veröffentlichung ausgenommen"),
        "drawn": pgettext("journal", "Tabellen neu gezogen"),
        "supply_taken_over": pgettext("journal", "Zulieferung übernommen"),
    }
    return [
        Version(
            number=number,
            when=date_format(timezone.localtime(entry.at), "SHORT_DATETIME_FORMAT"),
            by=entry.by_label or _("System"),
            verb=verbs.get(entry.verb, entry.verb),
            why=entry.why,
            changes=_changes(entry.changes, label, in_words),
            is_current=number == current,
            restore_href=restore(number) if restore and number and number != current else "",
        )
        for entry, number in zip(entries, _numbers(entries), strict=True)
    ]


UNSAID = {"version", "edition"}
"""Counted or keyed for the machine: the verb beside them says it in words."""


def _numbers(entries: Sequence[JournalEntry]) -> list[int | None]:
    """The version each act made. An act that does not say (an edition's adoption) made the one the next act found."""
    numbers: list[int | None] = []
    found: int | None = None
    for entry in entries:
        before, after = entry.changes.get("version", (None, None))
        numbers.append(after or found or None)
        found = before
    return numbers


def _changes(
    changes: Mapping[str, Any], label: Callable[[str], str], in_words: Callable[[str, Any], str]
) -> list[tuple[str, str, str]]:
    return [
        (label(name), in_words(name, pair[0]), in_words(name, pair[1]))
        for name, pair in changes.items()
        if name not in UNSAID and isinstance(pair, list) and len(pair) == 2
    ]
