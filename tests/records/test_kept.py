# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kept statements: what stands in a hole is filled, whatever the driver makes of a number."""

from typing import Any

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db.models import BigIntegerField, F, IntegerField, Value

from bruecke.actors.models import Organisation
from bruecke.records.kept import HOLES, KeptCount, KeptRecords, KeptRows
from bruecke.records.labels import rows_of
from tests.factories.people import make_organisation


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [IntegerField, BigIntegerField])
def test_a_hole_is_filled_whatever_its_type(kind: type[IntegerField]) -> None:
    first, second = make_organisation("Eins"), make_organisation("Zwei")
    statement = KeptRows(Organisation.objects.filter(pk__gt=Value(HOLES[1], kind())).order_by("pk").values_list("pk"))
    assert statement.run({HOLES[1]: first.pk - 1}) == [(first.pk,), (second.pk,)]
    assert statement.run({HOLES[1]: first.pk}) == [(second.pk,)]


@pytest.mark.django_db
def test_a_number_that_is_no_hole_stays() -> None:
    organisation = make_organisation("Eins")
    statement = KeptRows(Organisation.objects.filter(pk=HOLES[0]).values_list(F("pk") + Value(7)))
    assert statement.run({HOLES[0]: organisation.pk}) == [(organisation.pk + 7,)]


@pytest.mark.django_db
def test_counts_and_records_fill_their_holes_too() -> None:
    organisation = make_organisation("Eins")
    make_organisation("Zwei")
    only = rows_of(Organisation).filter(pk=Value(HOLES[2], BigIntegerField()))
    assert KeptCount(only.values_list("pk")).run({HOLES[2]: organisation.pk}) == [(1,)]
    assert list(KeptRecords(only).records({HOLES[2]: organisation.pk})) == [organisation]


@pytest.mark.django_db
def test_percent_signs_and_equal_values_of_different_types_stay_what_they_are() -> None:
    make_organisation("1")
    row = rows_of(Organisation).values_list(Value(7) % Value(4), Value(1), Value("1"), Value("50 %s"))
    assert KeptRows(row).run() == [(3, 1, "1", "50 %s")]


@pytest.mark.django_db
def test_a_record_read_in_part_gives_the_rest_when_asked(django_assert_num_queries: Any) -> None:
    above = make_organisation("Oben")
    below = make_organisation("Unten", parent=above)
    statement = KeptRecords(
        rows_of(Organisation).filter(pk=HOLES[0]), related=("parent",), only={"": ("kind",), "parent": ("key",)}
    )
    [found] = statement.records({HOLES[0]: below.pk})
    with django_assert_num_queries(0):
        assert (found.pk, found.kind, found.parent.pk, found.parent.key) == (below.pk, below.kind, above.pk, above.key)
    with django_assert_num_queries(1):
        assert found.key == below.key
    with pytest.raises(FieldDoesNotExist):
        KeptRecords(rows_of(Organisation), only={"": ("colour",)})
