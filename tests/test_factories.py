# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The factories themselves make what the constraints admit."""

import pytest

from bruecke.strategy.models import Measure
from tests.factories.plan import make_measure


@pytest.mark.django_db
def test_a_measure_from_the_factory_stands_in_an_adopted_edition() -> None:
    measure = make_measure()
    assert Measure.objects.get(edition__state="adopted") == measure
