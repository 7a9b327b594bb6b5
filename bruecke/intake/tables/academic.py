# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""University agreements: one row is an agreement; all with one partner are agreements of one partnership."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import ensure_organisations
from bruecke.actors.models import OrganisationKind
from bruecke.base.text import fold
from bruecke.intake.table_columns import Holds, TableColumn
from bruecke.intake.table_target import Known, Row, Standing, Target
from bruecke.partnerships.actions.records import AGREEMENT
from bruecke.partnerships.actions.taking_over import Newcomer, take_over_agreements, take_over_partnerships
from bruecke.partnerships.models import Agreement, Basis, Partnership, PartnershipKind, PartnershipState
from bruecke.places.actions import ensure_countries
from bruecke.records.editing import Fillable
from bruecke.records.models import Record

Relation = tuple[str, str, str]
"""Holder and partner, folded, and the partner's country: one partnership."""


class Academic(Target):
    """Agreements of a university of ours with one abroad."""

    name = "academic"
    label = gettext_lazy("Hochschulvereinbarungen")
    lead = gettext_lazy(
        "Eine Zeile ist eine Vereinbarung; alle mit derselben Partnerhochschule gehören zu einer Partnerschaft. Steht "
        "die eigene Hochschule nicht in der Tabelle, geben Sie sie als festen Wert an."
    )
    page = "partnership"
    updatable = ("signed_on", "ends_on", "signatories", "languages", "file_reference")
    columns = (
        TableColumn(
            "partner",
            gettext_lazy("Partnerhochschule"),
            is_required=True,
            synonyms=("partner university", "partner", "Hochschule", "institution", "university"),
            most=200,
        ),
        TableColumn(
            "country",
            gettext_lazy("Land"),
            Holds.COUNTRY,
            is_required=True,
            synonyms=("country", "country de", "Staat"),
        ),
        TableColumn(
            "holder",
            gettext_lazy("Eigene Hochschule"),
            is_required=True,
            synonyms=("holder", "home university", "Träger", "own university"),
            most=200,
        ),
        TableColumn(
            "title",
            gettext_lazy("Art der Vereinbarung"),
            is_required=True,
            synonyms=("agreement type", "type", "Vereinbarung", "Programm", "Titel", "title", "agreement"),
            most=300,
        ),
        TableColumn(
            "signed_on", gettext_lazy("unterzeichnet am"), Holds.DAY, synonyms=("signed", "start date", "Beginn", "von")
        ),
        TableColumn(
            "ends_on",
            gettext_lazy("läuft bis"),
            Holds.DAY,
            synonyms=("end date", "Ende", "gültig bis", "valid until", "bis"),
            starts="signed_on",
        ),
        TableColumn("signatories", gettext_lazy("Unterzeichnet von"), synonyms=("signatories",), most=300),
        TableColumn("languages", gettext_lazy("Sprachen"), synonyms=("languages",), most=120),
        TableColumn(
            "file_reference",
            gettext_lazy("Aktenzeichen"),
            synonyms=("file reference", "Vertragsnummer", "agreement number", "Nummer", "Az."),
            help=gettext_lazy("Wo es eines gibt, wird die Vereinbarung daran erkannt, auch wenn sich ihr Ende ändert."),
            most=80,
        ),
    )

    def complete(self, rows: Sequence[Row]) -> None:
        """A partnership whose agreements in the table have all run out is entered as ended on the last day of them."""
        ends: dict[Relation, list[str]] = defaultdict(list)
        for row in rows:
            ends[_relation(row)].append(row["ends_on"])
        today = timezone.localdate().isoformat()
        for row in rows:
            days = ends[_relation(row)]
            row["ended_on"] = max(days) if all(day and day < today[: len(day)] for day in days) else ""

    def key(self, row: Row) -> tuple[str, ...]:
        """The partnership and the agreement's number, or where it has none its kind and days."""
        if row["file_reference"]:
            return *_relation(row), "#", fold(row["file_reference"]), ""
        return *_relation(row), fold(row["title"]), row["signed_on"], row["ends_on"]

    def words(self, row: Row) -> str:
        """The partner and the kind of agreement."""
        return f"{row['partner']}: {row['title']}"

    def standing(self, principal: Principal) -> Standing:
        """Two statements: agreements, and the partners of their partnerships."""
        found = Standing()
        seen = _partnerships(principal)
        rows = Agreement.objects.visible_to(principal).filter(partnership__in=seen).order_by("pk")
        for row in rows.values("pk", "version", "title", "partnership", *self.updatable):
            values = {name: row[name] or "" for name in self.updatable}
            known = Known(row["pk"], row["version"], values)
            for holder, partner, country in seen[row["partnership"]]:
                names = {"holder": holder, "partner": partner, "country": country, "title": row["title"]}
                found.add(known, self.key(values | names))
        return found

    def create(self, rows: Sequence[Row], *, by: Principal, why: str) -> list[int]:
        """Agreements; partnerships, universities and countries that are not known yet are entered first."""
        names = [row[side] for row in rows for side in ("holder", "partner")]
        universities = ensure_organisations(names=names, kind=OrganisationKind.UNIVERSITY, by=by, why=why)
        standing = {key: pk for pk, keys in _partnerships(by).items() for key in keys}
        missing: dict[Relation, Row] = {}
        for row in rows:
            if _relation(row) not in standing:
                missing.setdefault(_relation(row), row)
        countries = ensure_countries(codes=[row["country"] for row in missing.values()])
        newcomers = [_newcomer(row, universities, countries) for row in missing.values()]
        made = take_over_partnerships(newcomers=newcomers, by=by, why=why)
        standing |= {key: partnership.pk for key, partnership in zip(missing, made, strict=True)}
        agreements = [_agreement(row, standing[_relation(row)]) for row in rows]
        parties = [[universities[fold(row["holder"])], universities[fold(row["partner"])]] for row in rows]
        return [entry.pk for entry in take_over_agreements(agreements=agreements, parties=parties, by=by, why=why)]

    def record(self, pk: int) -> Record:
        """One statement."""
        return Agreement.objects.select_related("partnership__holder").get(pk=pk)

    def pages(self, pks: Iterable[int]) -> dict[int, tuple[str, int]]:
        """An agreement shows on the page of its partnership; one statement."""
        found = Agreement.objects.filter(pk__in=list(pks)).values_list("pk", "partnership")
        return {pk: (self.page, partnership) for pk, partnership in found}

    @property
    def rules(self) -> Fillable[Any]:
        """Those of the page."""
        return AGREEMENT


def _partnerships(principal: Principal) -> dict[int, list[Relation]]:
    """Academic partnerships by key, each with its holder and partners; one statement."""
    found: dict[int, list[Relation]] = defaultdict(list)
    seen = Partnership.objects.visible_to(principal).filter(kind=PartnershipKind.ACADEMIC).order_by("pk")
    names = ("pk", "holder__name_de", "partners__name_de", "place__code", "place__parent__code")
    for pk, holder, partner, code, parent in seen.values_list(*names):
        found[pk].append((fold(holder or ""), fold(partner or ""), (code or parent or "")[:2]))
    return found


def _relation(row: Row) -> Relation:
    return fold(row["holder"]), fold(row["partner"]), row["country"]


def _newcomer(row: Row, universities: dict[str, int], countries: dict[str, int]) -> Newcomer:
    is_over = bool(row["ended_on"])
    partnership = Partnership(
        kind=PartnershipKind.ACADEMIC,
        name_de=f"{row['holder']} – {row['partner']}"[:250],
        place_id=countries[row["country"]],
        holder_id=universities[fold(row["holder"])],
        basis=Basis.AGREEMENT,
        state=PartnershipState.ENDED if is_over else PartnershipState.ACTIVE,
        state_since=row["ended_on"],
    )
    reason = (
        _("Alle Vereinbarungen der übernommenen Tabelle sind abgelaufen.")
        if is_over
        else _("So in der übernommenen Tabelle.")
    )
    return Newcomer(partnership, reason=reason, partners=(universities[fold(row["partner"])],))


def _agreement(row: Row, partnership: int) -> Agreement:
    names: Iterable[str] = ("title", *Academic.updatable)
    return Agreement(partnership_id=partnership, **{name: row[name] for name in names})


TARGET = Academic()
