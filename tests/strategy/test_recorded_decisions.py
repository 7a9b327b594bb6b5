# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Decisions on options and of editions rest on recorded ones: chosen, filled in, named as far as they may be known."""

from datetime import date

import pytest
from django.test import Client

from bruecke.accounts.principal import SYSTEM, Principal, Role
from bruecke.records.editing import fill_in
from bruecke.records.errors import Refused
from bruecke.strategy.actions.options import decide_option
from bruecke.strategy.actions.records import EDITION
from bruecke.strategy.models import Edition, Measure, OptionDecision
from tests.factories.bodies import make_body, make_decision
from tests.factories.people import make_organisation, make_principal
from tests.factories.plan import make_edition, make_measure
from tests.pages.reading import links, read
from tests.pages.test_measure_edit import browser, opened

pytestmark = pytest.mark.django_db


def decide(measure: Measure, by: Principal = SYSTEM, **said: object) -> OptionDecision:
    """An option is taken up."""
    values = {"outcome": "taken_up", "reference": "", "decided_on": None, "reason": ""} | said
    decide_option(measure=measure, expected=measure.version, by=by, **values)  # type: ignore[arg-type]
    return OptionDecision.objects.get()


def test_a_recorded_decision_fills_in_reference_and_day_that_are_left_empty() -> None:
    recorded = make_decision(make_body("Kabinett"), number="7/2026")
    found = decide(make_measure(), recorded=recorded.pk)
    assert (found.decision, found.reference, found.decided_on) == (recorded, "Kabinett 7/2026", date(2026, 1, 14))


def test_a_reference_of_ones_own_stays_beside_a_recorded_decision_and_without_one() -> None:
    recorded = make_decision()
    assert decide(make_measure(), recorded=recorded.pk, reference="Vorlage 3").reference == "Vorlage 3"
    OptionDecision.objects.all().delete()
    free = decide(make_measure(), reference="Vorlage 3", decided_on=date(2026, 1, 2))
    assert (free.decision, free.reference) == (None, "Vorlage 3")


def test_a_decision_of_another_day_or_one_not_known_cannot_be_chosen() -> None:
    recorded, hidden = make_decision(), make_decision(visibility="unit")
    by = make_principal(Role.COORDINATOR)
    for key, name in ((recorded.pk, "decided_on"), (hidden.pk, "decision_id")):
        with pytest.raises(Refused) as refusal:
            decide(make_measure(), by, recorded=key, reference="x", decided_on=date(2026, 1, 2))
        assert list(refusal.value.problems) == [name]


def test_the_name_of_a_body_that_is_not_known_is_not_written_into_a_reference() -> None:
    body = make_body(organisation=make_organisation("Geheim", visibility="unit"))
    by = make_principal(Role.COORDINATOR)
    assert decide(make_measure(), by, recorded=make_decision(body, number="7").pk).reference == "7"
    edition = make_edition()
    fields = {"decision_id": make_decision(body, number="8").pk}
    assert fill_in(record=edition, rules=EDITION, expected=1, fields=fields, why="", by=by).decision_reference == "8"


def test_an_edition_takes_day_and_number_from_the_decision_chosen_in_its_form() -> None:
    recorded, edition = make_decision(make_body("Kabinett"), number="7/2026"), make_edition()
    client, address = browser(Role.COORDINATOR), f"/fassungen/{edition.pk}/bearbeiten/"
    sent = opened(client, address) | {"decision_id": str(recorded.pk), "why": "Beschluss"}
    assert client.post(address, sent).status_code == 302
    found = Edition.objects.get()
    assert (found.decision, found.decision_reference, found.adopted_on) == (
        recorded,
        "Kabinett 7/2026",
        date(2026, 1, 14),
    )
    sent = opened(client, address) | {"adopted_on": "2.1.2026", "why": "Tippfehler"}
    assert "von einem anderen Tag" in client.post(address, sent).content.decode()


@pytest.mark.parametrize(("visibility", "is_linked"), [("published", True), ("ministries", False)])
def test_measure_and_strategy_link_the_decision_as_far_as_it_may_be_known(visibility: str, is_linked: bool) -> None:
    recorded, measure = make_decision(number="7/2026", visibility=visibility), make_measure()
    client, address = browser(Role.COORDINATOR), f"/massnahmen/{measure.pk}/entscheidung/"
    sent = opened(client, address) | {"decision_id": str(recorded.pk), "outcome": "taken_up", "reference": "Nr. 7"}
    assert client.post(address, sent).status_code == 302
    Edition.objects.update(decision=recorded, decision_reference="Nr. 7", adopted_on=recorded.decided_on)
    for page in (f"/massnahmen/{measure.pk}/", f"/strategien/{measure.strategy_id}/"):
        for visitor, sees in ((Client(), is_linked), (client, True)):
            text = read(visitor, page)
            assert "Nr. 7" in text
            assert (links(text).get("Nr. 7") == f"/beschluesse/{recorded.pk}/") is sees
