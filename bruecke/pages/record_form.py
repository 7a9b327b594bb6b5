# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The base of the forms in record_forms: titles in every language, sections, values in and out and in words.

They read what was typed; what may be saved is decided by the rules of the record's room (records.editing.Fillable).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from bruecke.base.dates import fuzzy_in_words, is_fuzzy_date
from bruecke.base.languages import CONTENT
from bruecke.pages.fields import FuzzyDateField, typed_date
from bruecke.pages.versioned_forms import VersionedForm
from bruecke.records.visibility import Visibility

Choices = Sequence[tuple[Any, str]]
Group = tuple[Promise | str, tuple[str, ...]]

LANGUAGES = {
    "de": gettext_lazy("deutsch"),
    "en": gettext_lazy("englisch"),
    "pl": gettext_lazy("polnisch"),
    "cs": gettext_lazy("tschechisch"),
    "hsb": gettext_lazy("obersorbisch"),
}
FILING: Group = (
    gettext_lazy("Ablage"),
    ("file_reference", "internal_note", "visibility", "named_houses", "owner_id"),
)
_HIDDEN = {"version", "grundlage", "why"}
_YEARS = range(1500, 3000)
"""Of days; beyond them calendars end, and some years ahead or back there is none."""


class DayField(forms.DateField):
    """A calendar day, as the browser's picker or a person writes it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%Y-%m-%d", "%d.%m.%Y"],
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "invalid": gettext_lazy("Dieser Tag ist nicht lesbar. Schreiben Sie zum Beispiel 14.1.2026.")
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> date | None:
        """Raises ValidationError for what is no day, and for years that nobody means ("0026")."""
        day = super().to_python(value)
        if day is not None and day.year not in _YEARS:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


def key_field(label: Any, **kwargs: Any) -> forms.TypedChoiceField:
    """A choice of one record, or none."""
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, required=False, **kwargs)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form: heading ("" for the first), its fields with whether they may stay empty, and those of further
    languages, folded."""

    heading: str
    fields: list[tuple[forms.BoundField, bool]]
    folded: list[forms.BoundField]

    @property
    def is_open(self) -> bool:
        """Whether something folded is wrong."""
        return any(bound.errors for bound in self.folded)


class RecordForm(VersionedForm):
    """Base of all. titles: translated fields with label and length; groups: headings with the fields below."""

    titles: ClassVar[tuple[tuple[str, Promise | str, int], ...]] = ()
    groups: ClassVar[tuple[Group, ...]] = ()

    grundlage = forms.CharField(widget=forms.HiddenInput, required=False)
    why = forms.CharField(
        label=gettext_lazy("Grund der Änderung"),
        max_length=300,
        help_text=gettext_lazy("Steht im Verlauf bei Ihrem Namen"),
        error_messages={"required": gettext_lazy("Es fehlt noch der Grund der Änderung.")},
    )

    def __init__(self, *args: Any, choices: Mapping[str, Choices], standing: Mapping[str, Any], **kwargs: Any) -> None:
        """choices: of the fields whose choices are records; standing: values of the record, {} for a new one."""
        super().__init__(*args, **kwargs)
        for name, label, longest in self.titles:
            for language in CONTENT:
                self.fields[f"{name}_{language}"] = forms.CharField(
                    label=_in_language(label, language), max_length=longest, required=False
                )
        for name, pairs in choices.items():
            self.fields[name].choices = with_standing(pairs, standing.get(name))  # type: ignore[attr-defined]
            if not self.fields[name].choices:  # type: ignore[attr-defined]
                self.fields[name].help_text = _("Noch nichts zur Auswahl erfasst")
        if not standing:
            self.fields["why"].required = False
            self.fields["why"].label = _("Anlass")
            self.fields["why"].help_text = _("Warum wird es angelegt? Steht im Verlauf bei Ihrem Namen")
        self.order_fields([name for _heading, names in self.groups for name in self._spread(names)])

    def _spread(self, names: Sequence[str]) -> list[str]:
        titles = {name for name, _label, _longest in self.titles}
        return [
            column
            for name in names
            for column in ([f"{name}_{language}" for language in CONTENT] if name in titles else [name])
        ]

    @property
    def sections(self) -> list[Section]:
        """The form from top to bottom, without the reason."""
        shown = {f"{name}_{CONTENT[0]}" for name, _label, _longest in self.titles}
        titles = {f"{name}_{language}" for name, _label, _longest in self.titles for language in CONTENT}
        found = []
        for heading, names in self.groups:
            columns = [name for name in self._spread(names) if name in self.fields]
            folded = [self[name] for name in columns if name in titles - shown]
            plain = [(self[name], self._is_optional(name)) for name in columns if name not in titles - shown]
            found.append(Section(str(heading), plain, folded))
        return found

    def _is_optional(self, name: str) -> bool:
        """The name of a record may stand in any language, but it is not left out."""
        return not self.fields[name].required and not (self.titles and name == f"{self.titles[0][0]}_{CONTENT[0]}")

    def typed(self) -> dict[str, Any]:
        """The cleaned values as the rules take them."""
        return {name: _plain(self.cleaned_data[name]) for name in self.fields if name not in _HIDDEN}

    def base(self) -> dict[str, Any]:
        """The values the form was opened with, as the hidden field says; {} where it was tampered with."""
        try:
            values = json.loads(self.cleaned_data["grundlage"] or "{}")
        except (ValueError, RecursionError):
            return {}
        return values if isinstance(values, dict) else {}

    def start(self, values: Mapping[str, Any], version: int) -> dict[str, Any]:
        """Values of a record as initial values."""
        dates = {name: typed_date(values[name]) for name in values if self._is_fuzzy(name)}
        others = {
            name: self.fields[name].shown(value)  # type: ignore[attr-defined]
            for name, value in values.items()
            if value is not None and hasattr(self.fields.get(name), "shown")
        }
        return {**values, **dates, **others, "version": version, "grundlage": json.dumps(values)}

    def _is_fuzzy(self, name: str) -> bool:
        return isinstance(self.fields.get(name), FuzzyDateField)

    def label(self, name: str) -> str:
        """A field's name, for history and conflicts."""
        field = self.fields.get(name)
        return str(field.label) if field else name

    def in_words(self, name: str, value: Any) -> str:
        """A stored value as a person reads it; "" where it is empty."""
        if value in (None, "", []):
            return ""
        field = self.fields.get(name)
        if field is not None and hasattr(field, "in_words"):
            return str(field.in_words(value))
        if isinstance(field, forms.ChoiceField):
            labels = {str(key): str(label) for key, label in field.choices}  # type: ignore[misc, union-attr]
            keys = value if isinstance(value, list) else [value]
            return ", ".join(
                labels.get(str(key), _("nicht mehr vorhanden oder nicht für Sie sichtbar")) for key in keys
            )
        language = get_language() or "de"
        if isinstance(field, DayField | FuzzyDateField) and is_fuzzy_date(str(value)):
            return fuzzy_in_words(str(value), language)
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _in_language(label: Promise | str, language: str) -> str:
    if language == CONTENT[0]:
        return str(label)
    return _("%(label)s (%(language)s)") % {"label": label, "language": LANGUAGES[language]}


def with_standing(pairs: Choices, value: Any) -> list[tuple[Any, str]]:
    """What is chosen now stays among the choices, also where the one who edits may not know of it."""
    known = {key for key, _label in pairs}
    values = value if isinstance(value, list) else [value]
    return [
        *pairs,
        *((key, _("nicht für Sie sichtbar")) for key in values if key not in known and key not in (None, "")),
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    # Rows (of a YearsField) are in their order already.
    return sorted(value) if isinstance(value, list) else value


class FiledForm(RecordForm):
    """What every Record lets people fill in."""

    file_reference = forms.CharField(label=gettext_lazy("Aktenzeichen"), max_length=80, required=False)
    internal_note = forms.CharField(
        label=gettext_lazy("Interner Vermerk"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    visibility = forms.ChoiceField(
        label=gettext_lazy("Sichtbar für"), choices=Visibility.choices, widget=forms.RadioSelect
    )
    named_houses = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Benannte Ressorts"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    owner_id = key_field(gettext_lazy("Gehört dem Referat"))
