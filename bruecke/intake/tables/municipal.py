# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Town twinnings: one row names two towns; one of them lies in our region, in whichever column, the other abroad."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bruecke.accounts.principal import Principal
from bruecke.actors.actions import ensure_organisations
from bruecke.actors.models import OrganisationKind
from bruecke.base.languages import CONTENT
from bruecke.base.text import fold
from bruecke.intake.table_columns import Holds, TableColumn
from bruecke.intake.table_target import Known, Row, Standing, Target
from bruecke.intake.towns import Towns
from bruecke.partnerships.actions.records import PARTNERSHIP
from bruecke.partnerships.actions.taking_over import Newcomer, take_over_partnerships
from bruecke.partnerships.models import Partnership, PartnershipKind, PartnershipState
from bruecke.places.actions import City, ensure_cities
from bruecke.records.editing import Fillable
from bruecke.records.models import Record

_PLACE_NAMES = tuple(f"place__name_{language}" for language in CONTENT)
_TITLES = ("stadt ", "landeshauptstadt ", "gemeinde ", "grosse kreisstadt ", "city of ", "town of ")


def _town(number: str, label: Any, is_first: bool) -> tuple[TableColumn, ...]:
    words = ("city1", "Stadt 1", "town a", "Stadt") if is_first else ("city2", "Stadt 2", "town b", "Partnerstadt")
    lands = (
        ("country1", "Land 1", "country a")
        if is_first
        else ("country2", "Land 2", "country b", "Land der Partnerstadt")
    )
    at = "1" if is_first else "2"
    return (
        TableColumn(f"town_{number}", label[0], is_required=True, synonyms=words, most=150),
        TableColumn(f"country_{number}", label[1], Holds.COUNTRY, is_required=True, synonyms=lands),
        TableColumn(f"latitude_{number}", label[2], Holds.DEGREES, synonyms=(f"lat{at}", f"latitude {at}"), largest=90),
        TableColumn(
            f"longitude_{number}", label[3], Holds.DEGREES, synonyms=(f"lng{at}", f"lon{at}", f"longitude {at}")
        ),
    )


class Municipal(Target):
    """Both towns with their countries; coordinates tell two places of one name apart."""

    name = "municipal"
    label = gettext_lazy("Städtepartnerschaften")
    lead = gettext_lazy(
        "Eine Zeile nennt zwei Orte mit ihren Ländern. Übernommen werden nur Zeilen, in denen genau einer von beiden "
        "in der gewählten Region liegt und der andere in einem anderen Land; in welcher Spalte, ist gleich."
    )
    page = "partnership"
    needs_region = True
    updatable = ("since", "file_reference", "summary")
    columns = (
        *_town(
            "a",
            (
                gettext_lazy("Ort 1"),
                gettext_lazy("Land von Ort 1"),
                gettext_lazy("Breite von Ort 1"),
                gettext_lazy("Länge von Ort 1"),
            ),
            True,
        ),
        *_town(
            "b",
            (
                gettext_lazy("Ort 2"),
                gettext_lazy("Land von Ort 2"),
                gettext_lazy("Breite von Ort 2"),
                gettext_lazy("Länge von Ort 2"),
            ),
            False,
        ),
        TableColumn(
            "since", gettext_lazy("seit"), Holds.DAY, synonyms=("since", "Beginn", "year", "Jahr", "start date")
        ),
        TableColumn("file_reference", gettext_lazy("Aktenzeichen"), synonyms=("file reference", "Az."), most=80),
        TableColumn(
            "summary", gettext_lazy("Stand in Worten"), synonyms=("Bemerkung", "Anmerkung", "note", "remark"), most=4000
        ),
    )

    def settled(self, row: Row, towns: Towns) -> Row | None:
        """Our town first, under its own name; the other as it is written."""
        sides = [tuple(row[f"{name}_{side}"] for name in ("town", "country", "latitude", "longitude")) for side in "ab"]
        found = [towns.find(*side) for side in sides]
        if (found[0] is None) == (found[1] is None) or sides[0][1] == sides[1][1]:
            return None
        at = 0 if found[0] is not None else 1
        ours, other = found[at], sides[1 - at]
        names = ("their_town", "their_country", "their_latitude", "their_longitude")
        return row | dict(zip(names, other, strict=True)) | {"our_town": ours.name if ours else ""}

    def key(self, row: Row) -> tuple[str, ...]:
        """Our town, the other and its country."""
        return _plain(row["our_town"]), _plain(row["their_town"]), row["their_country"]

    def words(self, row: Row) -> str:
        """Both towns."""
        return f"{row['our_town']} – {row['their_town']}"

    def standing(self, principal: Principal) -> Standing:
        """One statement."""
        found = Standing()
        rows = Partnership.objects.visible_to(principal).filter(kind=PartnershipKind.MUNICIPAL).order_by("pk")
        names = ("pk", "version", "holder__name_de", "place__code", "place__parent__code", *_PLACE_NAMES)
        for row in rows.values(*names, *self.updatable):
            known = Known(row["pk"], row["version"], {name: row[name] or "" for name in self.updatable})
            country = (row["place__code"] or row["place__parent__code"] or "")[:2]
            for name in filter(None, (row[name] for name in _PLACE_NAMES)):
                found.add(known, (_plain(row["holder__name_de"] or ""), _plain(name), country))
        return found

    def create(self, rows: Sequence[Row], *, by: Principal, why: str) -> list[int]:
        """Partnerships with the town as holder; towns and places that are not known yet are entered first."""
        holders = ensure_organisations(
            names=[row["our_town"] for row in rows], kind=OrganisationKind.MUNICIPALITY, by=by, why=why, same=_plain
        )
        cities = ensure_cities(cities=[_city(row) for row in rows])
        newcomers = [self._newcomer(row, holders[_plain(row["our_town"])], cities[_city(row).key]) for row in rows]
        return [partnership.pk for partnership in take_over_partnerships(newcomers=newcomers, by=by, why=why)]

    def _newcomer(self, row: Row, holder: int, place: int) -> Newcomer:
        partnership = Partnership(
            kind=PartnershipKind.MUNICIPAL,
            name_de=self.words(row)[:250],
            place_id=place,
            holder_id=holder,
            since=row["since"],
            file_reference=row["file_reference"],
            summary=row["summary"],
            state=PartnershipState.ACTIVE,
            state_since=row["since"],
        )
        return Newcomer(partnership, reason=_("So in der übernommenen Tabelle."))

    def record(self, pk: int) -> Record:
        """One statement."""
        return Partnership.objects.get(pk=pk)

    @property
    def rules(self) -> Fillable[Any]:
        """Those of the page."""
        return PARTNERSHIP


def _city(row: Row) -> City:
    return City(row["their_town"], row["their_country"], row["their_latitude"], row["their_longitude"])


def _plain(name: str) -> str:
    folded = fold(name)
    return next((folded.removeprefix(title) for title in _TITLES if folded.startswith(title)), folded)


TARGET = Municipal()
