# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""People the office deals with."""

from datetime import date

from bruecke.actors.models import LegalBasis, Person, Retention
from bruecke.actors.names import name_key


def make_person(name: str = "Jana Nowak", **fields: object) -> Person:
    """Somebody with basis, source and review date, known to all ministries unless `fields` say otherwise."""
    values: dict[str, object] = {
        "name": name,
        "name_key": name_key(name),
        "legal_basis": LegalBasis.PUBLIC_TASK,
        "source": "Visitenkarte",
        "retention": Retention.OFFICE,
        "review_on": date(2030, 1, 1),
        "visibility": "ministries",
    }
    return Person.objects.create(**(values | fields))
