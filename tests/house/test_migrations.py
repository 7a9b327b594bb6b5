# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Migrations say what the models say, forwards and back, and leave the same database behind each time."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from bruecke.records.models import PublishedVersion
from tests.factories.plan import make_measure


@pytest.fixture
def put_back(transactional_db: None) -> Iterator[None]:
    """Whatever happens, the next test finds the whole database."""
    yield
    call_command("migrate", verbosity=0)


def tables() -> set[str]:
    """Tables of the house, what belongs to full-text search included."""
    with connection.cursor() as cursor:
        return {name for name in connection.introspection.table_names(cursor) if name.startswith("bruecke_")}


def made_by_hand() -> set[tuple[str, str]]:
    """What no model declares and only migrations make: triggers, virtual tables, indexes by expression."""
    statement = (
        "SELECT type, name FROM sqlite_master WHERE (name LIKE 'bruecke%' OR tbl_name LIKE 'bruecke%')"
        " AND type IN ('trigger', 'index', 'table') AND name NOT LIKE 'sqlite_%'"
        if connection.vendor == "sqlite"
        else "SELECT 'index', indexname FROM pg_indexes WHERE tablename LIKE 'bruecke%'"
        " UNION SELECT 'trigger', tgname FROM pg_trigger WHERE NOT tgisinternal"
        " UNION SELECT 'constraint', conname FROM pg_constraint WHERE conrelid::regclass::text LIKE 'bruecke%'"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return {(kind, name) for kind, name in cursor.fetchall()}


@pytest.mark.django_db
def test_makemigrations_finds_nothing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db
def test_every_model_has_its_table() -> None:
    models = apps.get_app_config("bruecke").get_models(include_auto_created=True)
    assert {model._meta.db_table for model in models} - tables() == set()


def test_house_migrates_back_to_nothing_and_forwards_to_the_same(put_back: None) -> None:
    before, by_hand = tables(), made_by_hand()
    call_command("migrate", "bruecke", "zero", verbosity=0)
    assert tables() == set()
    call_command("migrate", verbosity=0)
    assert tables() == before
    assert made_by_hand() == by_hand
    make_measure()


def test_house_migrates_one_step_back_and_forwards_with_its_records(put_back: None) -> None:
    executor = MigrationExecutor(connection)
    (leaf,) = (key for key in executor.loader.graph.leaf_nodes() if key[0] == "bruecke")
    parents = [key for key in executor.loader.graph.node_map[leaf].parents if key.key[0] == "bruecke"]
    PublishedVersion.objects.create(number=41)
    for parent in parents:
        call_command("migrate", "bruecke", parent.key[1], verbosity=0)
        call_command("migrate", "bruecke", leaf[1], verbosity=0)
    assert PublishedVersion.objects.filter(number=41).exists()
