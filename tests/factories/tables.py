# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables on their way in."""

from bruecke.accounts.principal import SYSTEM, Principal
from bruecke.intake.actions.tables import assign, receive_table, take_over
from bruecke.intake.models import TableImport
from bruecke.intake.table_columns import guess
from bruecke.intake.table_mapping import Assignment
from bruecke.intake.table_meta import read
from bruecke.intake.table_target import targets
from bruecke.places.models import Place, PlaceKind
from tests.factories.plan import make_place

UNIVERSITIES = "Name;Art;Kurzname;gültig ab\nHochschule Nord;Hochschule;HN;2001\nHochschule Süd;Hochschule;HS;2002\n"


def make_table(
    text: str = UNIVERSITIES, target: str = "organisations", *, by: Principal = SYSTEM, name: str = "liste.csv"
) -> TableImport:
    """A table that was read and waits for its columns to be assigned."""
    return fresh(receive_table(data=text.encode(), file_name=name, target=target, by=by))


def make_preview(
    text: str = UNIVERSITIES,
    target: str = "organisations",
    *,
    by: Principal = SYSTEM,
    constants: dict[str, str] | None = None,
    region: int | None = None,
    filter_column: int | None = None,
    filter_values: tuple[str, ...] = (),
) -> TableImport:
    """A table whose columns are assigned as they are guessed, and whose rows are checked."""
    table = make_table(text, target, by=by)
    columns = guess(targets()[target].columns, read(table.meta).header)
    assignment = Assignment(columns, constants or {}, region, filter_column, filter_values)
    return fresh(assign(table=table, assignment=assignment, by=by))


def make_taken(
    text: str = UNIVERSITIES,
    target: str = "organisations",
    *,
    by: Principal = SYSTEM,
    is_whole: bool = False,
    constants: dict[str, str] | None = None,
    region: int | None = None,
) -> TableImport:
    """A table that was taken over."""
    table = make_preview(text, target, by=by, constants=constants, region=region)
    return fresh(take_over(table=table, is_whole=is_whole, by=by))


def fresh(table: TableImport) -> TableImport:
    """As it stands in the database."""
    return TableImport.objects.select_related("job").get(pk=table.pk)


def make_region(*towns: str) -> Place:
    """A region of Germany with these towns; "Coswig@51.13,13.58" with its coordinates."""
    country = Place.objects.filter(code="DE").first() or make_place("Deutschland", code="DE")
    region = make_place("Sachsen", kind=PlaceKind.REGION, code="DE-SN", parent=country)
    for town in towns:
        name, _at, point = town.partition("@")
        latitude, longitude = (float(part) for part in point.split(",")) if point else (None, None)
        make_place(name, kind=PlaceKind.CITY, parent=region, latitude=latitude, longitude=longitude)
    return region
