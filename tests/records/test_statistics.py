# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database is told how full its tables are."""

import pytest
from django.db import connection

from bruecke.records.statistics import renew_statistics
from tests.factories.plan import make_edition, make_measure

QUESTIONS = {
    "sqlite": "SELECT stat FROM sqlite_stat1 WHERE tbl = 'bruecke_measure' AND idx = 'measure_in_order'",
    "postgresql": "SELECT reltuples::int::text FROM pg_class WHERE relname = 'bruecke_measure'",
}


@pytest.mark.django_db
def test_statistics_know_the_rows_just_written() -> None:
    edition = make_edition()
    for number in range(7):
        make_measure(edition, str(number))
    renew_statistics()
    with connection.cursor() as cursor:
        cursor.execute(QUESTIONS[connection.vendor])
        assert cursor.fetchone()[0].split()[0] == "7"
