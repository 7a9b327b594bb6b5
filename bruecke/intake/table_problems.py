# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a row: stable codes in the database, sentences in the reader's language on the page."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Problem:
    """column: name of the target's column, "" for the row. cell: as it stands in the file. other: what it is at odds
    with."""

    code: str
    column: str = ""
    cell: str = ""
    other: str = ""

    def as_json(self) -> dict[str, str]:
        """JSON form."""
        return asdict(self)


def read(data: Iterable[dict[str, Any]]) -> list[Problem]:
    """The problems that as_json gave."""
    return [Problem(**item) for item in data]


def in_words(problem: Problem) -> str:
    """One sentence that says what is wrong and what would be right."""
    return _sentence(problem.code) % {"cell": problem.cell[:120], "other": problem.other[:300]}


def _sentence(code: str) -> str:
    sentences = {
        "missing": _("Hier fehlt eine Angabe."),
        "no_day": _("„%(cell)s“ ist kein Datum; lesbar sind 31.12.2027, 2027-12-31, 12/2027 oder 2027."),
        "no_such_day": _("Den Tag „%(cell)s“ gibt es im Kalender nicht."),
        "unclear_day": _(
            "Bei „%(cell)s“ ist nicht zu erkennen, was Tag und was Monat ist. Bitte schreiben Sie 31.12.2027."
        ),
        "ends_before": _("Das Ende „%(cell)s“ liegt vor dem Anfang „%(other)s“."),
        "no_country": _(
            "Das Land „%(cell)s“ ist nicht bekannt. Schreiben Sie bitte den Namen aus oder zwei Buchstaben."
        ),
        "no_choice": _("„%(cell)s“ gibt es hier nicht. Möglich sind: %(other)s."),
        "no_degrees": _("„%(cell)s“ ist keine Angabe in Grad (etwa 51,05)."),
        "too_long": _("Der Text ist zu lang; höchstens %(other)s Zeichen sind möglich."),
        "no_value": _("„%(cell)s“ ist ein Fehlerwert der Tabellenkalkulation."),
        "surplus": _(
            "Die Zeile hat mehr Zellen als die Kopfzeile. Vermutlich steht ein Trennzeichen mitten in einem Text."
        ),
        "double": _("Zeile %(other)s sagt dasselbe; übernommen wird sie einmal."),
        "at_odds": _(
            "Zeile %(other)s nennt denselben Eintrag mit anderen Angaben. Bitte lassen Sie nur eine der Zeilen stehen."
        ),
        "stale": _("Der Datensatz wurde nach der Vorschau geändert. Bitte prüfen Sie die Tabelle noch einmal."),
        "hidden": _("Der Datensatz, der aus dieser Zeile wurde, ist nicht mehr da oder für Sie nicht sichtbar."),
        "known_by_now": _("Diesen Eintrag hat inzwischen jemand angelegt. Bitte prüfen Sie die Tabelle noch einmal."),
        "not_yours": _("Die Kennung „%(cell)s“ gehört zu keiner Ihrer Angaben."),
        "no_yes": _("„%(cell)s“ ist nicht zu verstehen; schreiben Sie „ja“ oder lassen Sie die Zelle leer."),
        "refused": "%(other)s",
    }
    return sentences[code]
