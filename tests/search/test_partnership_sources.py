# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of partnership, agreement and liaison_office is found by whom."""

from typing import Any

import pytest

from bruecke.accounts.principal import PUBLIC, SYSTEM, Principal, Role
from bruecke.partnerships.models import Agreement
from bruecke.records import journal
from bruecke.search.queries import search
from tests.factories.partnerships import make_agreement, make_office, make_partnership, make_sector
from tests.factories.people import make_house
from tests.factories.plan import make_place

pytestmark = pytest.mark.django_db
STAFF = Principal(user_id=1, roles=frozenset({Role.REPORTER}))


def indexed(*rows: Any) -> None:
    """The rows are journaled."""
    journal.record(*rows, verb="created", by=SYSTEM)


def finds(text: str, principal: Principal) -> list[str]:
    """Kinds of what exactly this (no correction) finds."""
    hits = search(text, principal=principal, language="de")
    return [] if hits.corrections else [group.kind for group in hits.groups]


def test_partnership_is_found_by_name_place_sector_and_summary() -> None:
    made = make_partnership("Hinterland", place=make_place("Vorderland"), summary="Schulaustausch")
    made.sectors.add(make_sector("Wasserbau"))
    indexed(made)
    for word in ("Hinterland", "Vorderland", "Wasserbau", "Schulaustausch"):
        assert "partnership" in finds(word, PUBLIC), word


def test_what_is_sensitive_is_found_by_the_government_only() -> None:
    made = make_partnership(sensitive="Grenzsentinel", sectoral_answer="Breitensentinel", file_reference="Aktenzq")
    indexed(made)
    for word in ("Grenzsentinel", "Breitensentinel", "Aktenzq"):
        assert finds(word, PUBLIC) == []
        assert "partnership" in finds(word, STAFF)


def test_agreement_is_never_more_open_than_its_partnership() -> None:
    hidden = make_partnership(visibility="ministries")
    indexed(make_agreement(hidden, "Geheimvertrag"))
    assert finds("Geheimvertrag", PUBLIC) == []
    assert finds("Geheimvertrag", STAFF) == ["agreement"]
    indexed(make_agreement(make_partnership(), "Offenvertrag"))
    assert finds("Offenvertrag", PUBLIC) == ["agreement"]


def test_agreement_follows_when_its_partnership_is_closed() -> None:
    partnership = make_partnership()
    indexed(make_agreement(partnership, "Wandervertrag"))
    partnership.visibility = "ministries"
    partnership.save()
    indexed(partnership)
    assert finds("Wandervertrag", PUBLIC) == []
    assert finds("Wandervertrag", STAFF) == ["agreement"]


def test_agreement_kept_to_a_circle_of_its_own_under_one_kept_to_another_is_not_found() -> None:
    own, other = make_house(), make_house()
    partnership = make_partnership(visibility="unit", owner=own)
    agreement = make_agreement(partnership, "Doppelvertrag", visibility="unit", owner=other)
    indexed(agreement)
    both = Principal(user_id=1, roles=frozenset({Role.REPORTER}), units=frozenset({own.pk, other.pk}))
    assert finds("Doppelvertrag", both) == []
    assert Agreement.objects.visible_to(both).exists()


def test_liaison_office_is_found_by_name_and_place() -> None:
    indexed(make_office("Kontor", place=make_place("Hafenstadt")))
    assert "liaisonoffice" in finds("Kontor", PUBLIC)
    assert "liaisonoffice" in finds("Hafenstadt", PUBLIC)
