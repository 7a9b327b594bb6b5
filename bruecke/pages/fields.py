# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of forms that read what people write: fuzzy dates, amounts in euro."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from bruecke.base.dates import is_fuzzy_date

_GERMAN_DATE = re.compile(r"^(?:(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*)?(\d{4})$")
_SLASHED = re.compile(r"^(\d{1,2})/(\d{4})$")


class FuzzyDateField(forms.CharField):
    """A year, a month or a day, as people write it: "2027", "5.2027", "05/2027", "31.5.2027", "2027-05-31"."""

    def clean(self, value: Any) -> str:
        """As a truncated ISO date, "" where nothing was typed."""
        text = str(super().clean(value) or "").strip()
        iso = _iso(text)
        if iso and not is_fuzzy_date(iso):
            raise forms.ValidationError(
                _("Dieser Termin ist nicht lesbar. Schreiben Sie zum Beispiel 2027, 5.2027 oder 31.5.2027.")
            )
        return iso


def _iso(text: str) -> str:
    if match := _SLASHED.match(text):
        return f"{match[2]}-{int(match[1]):02}"
    if match := _GERMAN_DATE.match(text):
        return "-".join([match[3], *(f"{int(part):02}" for part in (match[2], match[1]) if part)])
    return text


def typed_date(iso: str) -> str:
    """A truncated ISO date as the field shows it: "31.5.2027"."""
    return ".".join(str(int(part)) for part in reversed(iso.split("-"))) if iso else ""


class EuroField(forms.DecimalField):
    """An amount in euro, with decimal comma and dots between thousands; cents when cleaned."""

    def to_python(self, value: Any) -> Any:
        """Decimal euro; "1.200,50", "1200.5" and "1 200" are read."""
        text = re.sub(r"[\s\u202f€]", "", str(value or ""))
        if "," in text or re.fullmatch(r"\d{1,3}(\.\d{3})+", text):
            text = text.replace(".", "").replace(",", ".")
        return super().to_python(text)
