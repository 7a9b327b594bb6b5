# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of the table importer: the file, and how its columns are assigned."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.intake.table_cells import Unreadable, value_of
from bruecke.intake.table_columns import Holds, TableColumn, guess
from bruecke.intake.table_mapping import OURS, Assignment
from bruecke.intake.table_meta import TableMeta
from bruecke.intake.table_problems import Problem, in_words
from bruecke.intake.table_target import Target, targets
from bruecke.intake.towns import regions
from bruecke.reader.limits import LIMITS, MEGABYTE

MOST_MEGABYTES = LIMITS.table_bytes // MEGABYTE


class TableForm(forms.Form):
    """A table, and what it holds."""

    target = forms.ChoiceField(
        label=gettext_lazy("Was steht in der Tabelle?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Bitte wählen Sie, was in der Tabelle steht.")},
    )
    file = forms.FileField(
        label=gettext_lazy("Tabelle"),
        help_text=format_lazy(gettext_lazy("CSV, XLSX oder ODS, höchstens {mb} MB."), mb=MOST_MEGABYTES),
        error_messages={
            "required": gettext_lazy("Bitte wählen Sie eine Datei."),
            "empty": gettext_lazy("Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige gewählt haben."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(name, target.label) for name, target in targets().items()]
        self.fields["target"].choices = choices  # type: ignore[attr-defined]

    def clean_file(self) -> UploadedFile[bytes]:
        """Not larger than what is read at all."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LIMITS.table_bytes:
            raise forms.ValidationError(
                _("Die Datei ist größer als %(mb)d MB. Bitte teilen Sie die Tabelle auf.") % {"mb": MOST_MEGABYTES}
            )
        return file


class AssignForm(forms.Form):
    """For each column of the target one of the file or a fixed value; which rows are wanted."""

    def __init__(self, *args: Any, target: Target, meta: TableMeta, known: Assignment | None, **kwargs: Any) -> None:
        self.target, self.meta = target, meta
        first = known or Assignment(columns=guess(target.columns, meta.header))
        super().__init__(*args, **kwargs)
        files = [
            ("", "–"),
            *((str(at), _heading(meta, at)) for at in range(len(meta.header)) if not _is_ours(meta, at)),
        ]
        for column in target.columns:
            self._add_column(column, files, first)
        self._add_selection(files, first)

    def _add_column(self, column: TableColumn, files: list[tuple[str, str]], first: Assignment) -> None:
        at = first.columns.get(column.name)
        self.fields[f"column-{column.name}"] = forms.ChoiceField(
            label=column.label,
            choices=files,
            required=False,
            initial="" if at is None else str(at),
            help_text=column.help,
        )
        if column.holds is Holds.DEGREES:
            return
        self.fields[f"constant-{column.name}"] = forms.CharField(
            label=format_lazy(gettext_lazy("{column}: fester Wert"), column=column.label),
            required=False,
            max_length=column.most,
            initial=first.constants.get(column.name, ""),
        )

    def _add_selection(self, files: list[tuple[str, str]], first: Assignment) -> None:
        known = regions()
        ours = next((place.pk for place in known if place.code == settings.HOLIDAY_REGION), None)
        default = first.region or (ours if self.target.needs_region else None)
        self.fields["region"] = forms.TypedChoiceField(
            label=gettext_lazy("Region"),
            choices=[("", "–"), *((place.pk, place.name) for place in known)],
            coerce=int,
            empty_value=None,
            required=self.target.needs_region,
            initial=default,
            error_messages={"required": gettext_lazy("Bitte wählen Sie die Region, deren Orte gemeint sind.")},
        )
        self.fields["filter_column"] = forms.TypedChoiceField(
            label=gettext_lazy("Nur Zeilen, in denen diese Spalte …"),
            choices=files,
            coerce=int,
            empty_value=None,
            required=False,
            initial="" if first.filter_column is None else str(first.filter_column),
        )
        self.fields["filter_values"] = forms.CharField(
            label=gettext_lazy("… einen dieser Werte hat"),
            widget=forms.Textarea(attrs={"rows": 4}),
            required=False,
            max_length=20_000,
            initial="\n".join(first.filter_values),
            help_text=gettext_lazy("Ein Wert je Zeile. Bleibt das Feld leer: einen Ort der gewählten Region."),
        )

    def pairs(self) -> list[tuple[TableColumn, forms.BoundField, forms.BoundField | None]]:
        """Each column of the target with its two fields; coordinates are never the same for all rows."""
        return [(column, self[f"column-{column.name}"], self._constant(column)) for column in self.target.columns]

    def _constant(self, column: TableColumn) -> forms.BoundField | None:
        name = f"constant-{column.name}"
        return self[name] if name in self.fields else None

    def clean(self) -> dict[str, Any]:
        """Sentences where something is missing or a fixed value is none."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        for column in self.target.columns:
            constant = data.get(f"constant-{column.name}", "")
            if not constant and not data.get(f"column-{column.name}") and column.is_required:
                self.add_error(
                    f"column-{column.name}", _("Bitte wählen Sie die Spalte oder geben Sie einen festen Wert an.")
                )
            self._check_constant(column, constant)
        if data.get("filter_column") is not None and not data.get("filter_values") and not data.get("region"):
            self.add_error("filter_values", _("Bitte nennen Sie die Werte oder wählen Sie eine Region."))
        return data

    def _check_constant(self, column: TableColumn, constant: str) -> None:
        try:
            value_of(column, constant)
        except Unreadable as error:
            self.add_error(f"constant-{column.name}", in_words(Problem(error.code, column.name, constant, error.other)))

    def assignment(self) -> Assignment:
        """What was filled in."""
        data = self.cleaned_data
        names = [column.name for column in self.target.columns]
        return Assignment(
            columns={name: int(at) for name in names if (at := data[f"column-{name}"])},
            constants={name: text for name in names if (text := data.get(f"constant-{name}"))},
            region=data["region"],
            filter_column=data["filter_column"],
            filter_values=tuple(filter(None, (line.strip() for line in data["filter_values"].splitlines()))),
        )


def _is_ours(meta: TableMeta, at: int) -> bool:
    return meta.header[at].startswith(OURS)


def _heading(meta: TableMeta, at: int) -> str:
    samples = ", ".join(text[:24] for text in meta.samples[at])
    return f"{meta.header[at][:60]} ({samples})" if samples else meta.header[at][:60]
