# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables that people really have: agreements of a university, a charter's list, twin towns of the world."""

from pathlib import Path

import pytest
import yaml
from django.utils import timezone

from bruecke.accounts.principal import SYSTEM
from bruecke.actors.models import Organisation
from bruecke.intake.actions.tables import assign, receive_table, take_over
from bruecke.intake.models import TableImport
from bruecke.intake.table_columns import guess
from bruecke.intake.table_mapping import Assignment
from bruecke.intake.table_meta import TableMeta, read
from bruecke.intake.table_target import targets
from bruecke.partnerships.models import Agreement, Partnership
from bruecke.places.models import Place
from tests.factories.tables import fresh, make_region

pytestmark = pytest.mark.django_db
TOWNS = Path(__file__).resolve().parents[2] / "examples" / "saxony" / "municipalities.yaml"


def received(shared: Path, file: str, target: str) -> tuple[TableImport, TableMeta]:
    """A file of the network folder, read."""
    path = shared / "data" / "network" / file
    if not path.exists():
        pytest.skip(f"{file} is not in the shared folder")
    table = fresh(receive_table(data=path, file_name=path.name, target=target, by=SYSTEM))
    return table, read(table.meta)


def previewed(table: TableImport, meta: TableMeta, **more: object) -> TableImport:
    """With the columns as they are guessed."""
    columns = guess(targets()[table.target].columns, meta.header)
    return fresh(assign(table=table, assignment=Assignment(columns=columns, **more), by=SYSTEM))  # type: ignore[arg-type]


def test_agreements_of_a_university(shared: Path) -> None:
    constants = {"holder": "Hochschule für Technik und Wirtschaft Dresden"}
    for new, unchanged in ((467, 0), (0, 467)):
        table, meta = received(shared, "htw_dresden/agreements.csv", "academic")
        table = previewed(table, meta, constants=constants)
        assert (table.counts.get("new", 0), table.counts.get("unchanged", 0)) == (new, unchanged)
        assert (table.counts["duplicate"], table.counts["error"]) == (165, 1)
        take_over(table=table, is_whole=False, by=SYSTEM)
    assert [row.problems[0]["cell"] for row in table.rows.filter(state="error")] == ["Serbien und Montenegro"]
    assert (Partnership.objects.count(), Agreement.objects.count()) == (287, 467)
    assert Partnership.objects.filter(kind="academic", visibility="ministries").count() == 287
    assert (
        Partnership.objects.filter(state="ended", agreements__ends_on__gte=timezone.localdate().isoformat()).count()
        == 0
    )


def test_a_charter_list_in_another_encoding_with_a_junk_line_and_days_in_two_orders(shared: Path) -> None:
    table, meta = received(shared, "erasmus_charter/destinations.csv", "organisations")
    assert (meta.encoding, meta.delimiter, meta.header_number) == ("Windows-1252", ";", 2)
    assert (meta.lines, meta.junk) == (5912, 1)
    table = previewed(table, meta, constants={"kind": "Hochschule"})
    assert (table.counts["new"], table.counts["duplicate"]) == (5861, 51)
    assert table.rows.filter(label="PAEDAGOGISCHE HOCHSCHULE NIEDERÖSTERREICH").count() == 1
    assert Organisation.objects.count() == 0


def test_of_the_twin_towns_of_the_world_only_those_of_the_region(shared: Path) -> None:
    known = yaml.safe_load(TOWNS.read_text("utf-8"))["municipalities"]
    towns = [f"{name}@{at[0]},{at[1]}" for name, at in known.items()]
    region = make_region(*towns, "Dresden", "Leipzig", "Chemnitz")
    table, meta = received(shared, "twin_towns/twin_cities.csv", "municipal")
    table = previewed(table, meta, region=region.pk)
    assert sum(table.counts.values()) == meta.lines == 25_917
    table = fresh(take_over(table=table, is_whole=True, by=SYSTEM))
    made = Partnership.objects.all()
    assert made.count() == table.counts["new"] == 227
    assert not made.exclude(holder__in=Organisation.objects.filter(kind="municipality")).exists()
    assert not made.filter(place__parent__code="DE").exists()
    assert made.filter(name_de="Görlitz – Zgorzelec").exists()
    assert Place.objects.filter(kind="city", parent=region).count() == len(towns) + 3
