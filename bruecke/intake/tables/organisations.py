# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations: one row is one organisation, known by its name and kind."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import ORGANISATION, take_over_organisations
from bruecke.actors.models import Organisation, OrganisationKind
from bruecke.base.text import fold
from bruecke.intake.table_columns import Holds, TableColumn
from bruecke.intake.table_target import Known, Row, Standing, Target
from bruecke.records.editing import Fillable
from bruecke.records.models import Record

_KIND_WORDS = {
    OrganisationKind.UNIVERSITY: ("university", "Universität", "higher education institution"),
    OrganisationKind.MUNICIPALITY: ("municipality", "Stadt", "Gemeinde"),
    OrganisationKind.COMPANY: ("company", "Firma"),
    OrganisationKind.ASSOCIATION: ("association", "Verein"),
    OrganisationKind.NGO: ("ngo", "NRO"),
    OrganisationKind.RESEARCH: ("research", "Institut"),
}


class Organisations(Target):
    """Names, kinds and the days between which they exist."""

    name = "organisations"
    label = _("Einrichtungen")
    lead = _("Eine Zeile ist eine Einrichtung: Name und Art. Was es schon gibt, wird daran erkannt.")
    page = "organisation"
    updatable = ("short_name_de", "valid_from", "valid_until", "file_reference")
    columns = (
        TableColumn(
            "name_de",
            _("Name"),
            is_required=True,
            synonyms=("Legal Name", "Organisation", "Institution", "Einrichtung", "Bezeichnung", "Hochschule", "title"),
        ),
        TableColumn(
            "kind",
            _("Art"),
            Holds.CHOICE,
            is_required=True,
            synonyms=("kind", "type", "Typ"),
            choices={kind.value: (kind.label, *_KIND_WORDS.get(kind, ())) for kind in OrganisationKind},
        ),
        TableColumn("short_name_de", _("Kurzname"), synonyms=("short name", "Abkürzung", "acronym", "Kürzel"), most=60),
        TableColumn("valid_from", _("gültig ab"), Holds.DAY, synonyms=("valid from", "Beginn", "start", "gegründet")),
        TableColumn(
            "valid_until",
            _("gültig bis"),
            Holds.DAY,
            synonyms=("valid until", "Ende", "end", "aufgelöst"),
            starts="valid_from",
        ),
        TableColumn("file_reference", _("Aktenzeichen"), synonyms=("file reference", "Az."), most=80),
    )

    def settled(self, row: Row, towns: object) -> Row | None:
        """Only whole days are kept on organisations: a year or month says from its first, or until its last day."""
        return row | {"valid_from": _first(row["valid_from"]), "valid_until": _last(row["valid_until"])}

    def key(self, row: Row) -> tuple[str, ...]:
        """Name and kind."""
        return fold(row["name_de"]), row["kind"]

    def words(self, row: Row) -> str:
        """The name."""
        return row["name_de"]

    def standing(self, principal: Principal) -> Standing:
        """One statement."""
        found = Standing()
        rows = Organisation.objects.visible_to(principal).order_by("pk")
        names = ("pk", "version", "kind", "name_de", *self.updatable)
        for row in rows.values(*names):
            values = {name: _text(row[name]) for name in self.updatable}
            found.add(Known(row["pk"], row["version"], values), (fold(row["name_de"] or ""), row["kind"]))
        return found

    def create(self, rows: Sequence[Row], *, by: Principal, why: str) -> list[int]:
        """As many organisations as rows."""
        made = take_over_organisations(organisations=[self._made(row) for row in rows], by=by, why=why)
        return [organisation.pk for organisation in made]

    def _made(self, row: Row) -> Organisation:
        return Organisation(
            kind=row["kind"],
            name_de=row["name_de"],
            short_name_de=row["short_name_de"],
            valid_from=date.fromisoformat(row["valid_from"]) if row["valid_from"] else None,
            valid_until=date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
            file_reference=row["file_reference"],
        )

    def record(self, pk: int) -> Record:
        """One statement."""
        return Organisation.objects.get(pk=pk)

    @property
    def rules(self) -> Fillable[Any]:
        """Those of the page."""
        return ORGANISATION


def _first(day: str) -> str:
    return day + "-01-01"[len(day) - len("2027") :] if day else ""


def _last(day: str) -> str:
    if len(day) == len("2027"):
        return f"{day}-12-31"
    if len(day) == len("2027-05"):
        return f"{day}-{monthrange(int(day[:4]), int(day[5:]))[1]}"
    return day


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value or "")


TARGET = Organisations()
