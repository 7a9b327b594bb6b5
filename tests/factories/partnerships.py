# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Partnerships and what hangs on them, made row by row."""

from itertools import count

from bruecke.base.collation import sort_key
from bruecke.bodies.models import Body, Decision
from bruecke.partnerships.models import Agreement, LiaisonOffice, Partnership, PartnershipState, Sector, StateChange
from tests.factories.people import make_organisation
from tests.factories.plan import make_place

_number = count(1)


def make_partnership(name: str = "", **fields: object) -> Partnership:
    """A published active regional partnership since 1999, with its first state change."""
    n = next(_number)
    values: dict[str, object] = {
        "key": f"partnership-{n}",
        "kind": "regional",
        "name": name or f"Region {n}",
        "state": PartnershipState.ACTIVE,
        "state_since": "1999",
        "visibility": "published",
    }
    values |= fields
    values.setdefault("place", None)
    values["place"] = values["place"] or make_place(str(values["name"]), kind="region")
    values.setdefault("title_sort", sort_key(str(values["name"])))
    made = Partnership.objects.create(**values)
    StateChange.objects.create(partnership=made, to_state=made.state, effective_on=made.state_since)
    return made


def make_agreement(partnership: Partnership, title: str = "", **fields: object) -> Agreement:
    """A published agreement."""
    values: dict[str, object] = {"title": title or "Gemeinsame Erklärung", "visibility": "published"}
    return Agreement.objects.create(partnership=partnership, **(values | fields))


def make_office(name: str = "", **fields: object) -> LiaisonOffice:
    """A published office of the government."""
    n = next(_number)
    values: dict[str, object] = {
        "name": name or f"Verbindungsbüro {n}",
        "operator_kind": "government",
        "visibility": "published",
    }
    return LiaisonOffice.objects.create(**(values | fields))


def make_sector(name: str = "", **fields: object) -> Sector:
    """A field of cooperation."""
    n = next(_number)
    return Sector.objects.create(**({"key": f"sector-{n}", "name": name or f"Feld {n}"} | fields))


def make_body(name: str = "", **fields: object) -> Body:
    """A published body with its organisation."""
    values: dict[str, object] = {"kind": "bilateral", "visibility": "published"}
    values |= fields
    return Body.objects.create(organisation=make_organisation(name or "Arbeitsgruppe", kind="body"), **values)


def make_decision(title: str = "", **fields: object) -> Decision:
    """A published decision of a cabinet."""
    n = next(_number)
    values: dict[str, object] = {
        "number": f"{n}/2026",
        "decided_on": "2026-01-02",
        "title": title or "Partnerschaft",
        "visibility": "published",
    }
    values |= fields
    values.setdefault("body", None)
    values["body"] = values["body"] or make_body(f"Kabinett {n}", kind="cabinet")
    return Decision.objects.create(**values)
