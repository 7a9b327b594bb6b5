# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the plan's fixed values in the reader's language, looked up once a language and not once a row."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from django.utils.formats import number_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from bruecke.records.visibility import Visibility
from bruecke.strategy.models import BudgetNeed, MeasureKind, Modality, OptionState

Words = Mapping[str, Mapping[str, str]]


def measure_words() -> Words:
    """Words by column and stored value."""
    return _words(get_language() or "de")


@cache
def _words(language: str) -> Words:
    with override(language):
        return {
            "modality": {value: str(name) for value, name in Modality.choices},
            "kind": {value: str(name) for value, name in MeasureKind.choices},
            "option_state": {value: str(name) for value, name in OptionState.choices},
            "needs_state_money": {value: str(name) for value, name in BudgetNeed.choices},
            "visibility": {value: str(name) for value, name in Visibility.choices},
            "luecke": {
                "lead": _("ohne Federführung"),
                "goal": _("ohne Ziel"),
                "deadline": _("ohne Termin"),
                "indicator": _("ohne Indikator"),
            },
            "fortgesetzt": {"yes": _("führt Bestehendes fort"), "no": _("nicht ausdrücklich")},
        }


def modality_in_words(modality: str) -> str:
    """How binding, for a cell of a table that leaves the house: an option must not read like a promise (R24)."""
    return {
        Modality.OPTION.value: _("Option (Möglichkeit, nicht zugesagt)"),
        Modality.INTENTION.value: _("Absicht (soll)"),
        Modality.STATEMENT.value: _("Feststellung (wird)"),
    }.get(modality, _("nicht erkennbar"))


def euro_in_words(cents: int | None) -> str:
    """An amount as the reader's language writes it ("1.234,50 €"), "" for none."""
    if cents is None:
        return ""
    return f"{number_format(Decimal(cents) / 100, decimal_pos=2, use_l10n=True, force_grouping=True)} €"
