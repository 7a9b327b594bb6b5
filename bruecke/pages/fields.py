# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of forms that read what people write: fuzzy dates, amounts in euro."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.base.dates import is_fuzzy_date
from bruecke.pages.measure_words import euro_in_words

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


class CentsField(EuroField):
    """An amount in euro whose value is whole cents, with what the form and the history show of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=16,
            decimal_places=2,
            min_value=0,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages={
                "invalid": gettext_lazy("Dieser Betrag ist nicht lesbar. Schreiben Sie zum Beispiel 1.200,50."),
                "min_value": gettext_lazy("Ein Betrag ist nicht negativ."),
            },
            **kwargs,
        )

    def clean(self, value: Any) -> int | None:
        """Cents, None for nothing."""
        euro = super().clean(value)
        return None if euro is None else int(euro * 100)

    def shown(self, value: int) -> str:
        """Cents as they are typed."""
        return f"{Decimal(value) / 100:.2f}".replace(".", ",")

    def in_words(self, value: int) -> str:
        """Cents as they are read."""
        return euro_in_words(value)


class HourField(forms.TimeField):
    """A time of the day, as the browser's picker or a person writes it ("9.30", "9:30 Uhr"); its value is ISO."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%H:%M", "%H:%M:%S", "%H.%M", "%H"],
            widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            error_messages={
                "invalid": gettext_lazy("Diese Uhrzeit ist nicht lesbar. Schreiben Sie zum Beispiel 9:30.")
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> Any:
        """The time; the word "Uhr" may stand behind it."""
        return super().to_python(re.sub(r"\s*Uhr$", "", value) if isinstance(value, str) else value)

    def in_words(self, value: str) -> str:
        """ "09:30:00" as "09:30"."""
        return value[:5]


class YesNoField(forms.TypedChoiceField):
    """Yes, no, or nothing said; the value is a bool or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[
                ("", gettext_lazy("nicht angegeben")),
                ("True", gettext_lazy("ja")),
                ("False", gettext_lazy("nein")),
            ],
            coerce=lambda value: value == "True",
            empty_value=None,
            widget=forms.RadioSelect,
            **kwargs,
        )


class YearsField(forms.CharField):
    """Numbers of each year, one line a year: "2026; 12; 8; 45.000". The value is a list of rows, years first.

    columns: name and whether it is euro cents, of the numbers behind the year.
    """

    def __init__(self, *, columns: Sequence[tuple[Any, bool]], **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), max_length=5000, **kwargs)
        self.columns = columns

    def clean(self, value: Any) -> list[list[int | None]]:
        """Rows in the order of their years. Raises ValidationError naming the line that is wrong."""
        lines = [line for line in str(super().clean(value) or "").splitlines() if line.strip()]
        rows = [self._row(line) for line in lines]
        years = [row[0] for row in rows]
        if len(set(years)) < len(years):
            raise forms.ValidationError(_("Ein Jahr steht zweimal da."))
        return sorted(rows, key=lambda row: row[0] or 0)

    def _row(self, line: str) -> list[int | None]:
        cells = [cell.strip() for cell in line.split(";")]
        cells += [""] * (len(self.columns) + 1 - len(cells))
        if len(cells) > len(self.columns) + 1 or not re.fullmatch(r"[0-9]{4}", cells[0]):
            raise forms.ValidationError(_("Diese Zeile ist nicht lesbar: %(line)s") % {"line": line.strip()})
        return [int(cells[0]), *(self._number(cell, line, is_cents) for cell, (_label, is_cents) in self._pairs(cells))]

    def _pairs(self, cells: list[str]) -> Any:
        return zip(cells[1:], self.columns, strict=True)

    def _number(self, cell: str, line: str, is_cents: bool) -> int | None:
        if not cell or cell in "–-":
            return None
        try:
            number = EuroField(min_value=0, max_digits=16, decimal_places=2).clean(cell)
        except forms.ValidationError:
            number = None
        if number is None or (not is_cents and number != int(number)):
            raise forms.ValidationError(_("Diese Zeile ist nicht lesbar: %(line)s") % {"line": line.strip()})
        return int(number * 100) if is_cents else int(number)

    def shown(self, value: list[list[int | None]]) -> str:
        """Rows as they are typed."""
        return "\n".join("; ".join([str(row[0]), *self._cells(row)]).rstrip("; ") for row in value)

    def _cells(self, row: list[int | None]) -> list[str]:
        return [
            "" if cell is None else CentsField().shown(cell) if is_cents else str(cell)
            for cell, (_label, is_cents) in zip(row[1:], self.columns, strict=True)
        ]

    def in_words(self, value: list[list[int | None]]) -> str:
        """Rows on one line."""
        return self.shown(value).replace("\n", " | ")


def keys_field(label: Any, **kwargs: Any) -> forms.TypedMultipleChoiceField:
    """A choice of any number of records."""
    return forms.TypedMultipleChoiceField(
        label=label, coerce=int, required=False, widget=forms.CheckboxSelectMultiple, **kwargs
    )
