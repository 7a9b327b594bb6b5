# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A sample of every address, so that the browser visits every page. Add yours here: the test fails without it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bruecke.actors.models import Organisation
from bruecke.library.models import Document
from bruecke.places.models import Place
from bruecke.strategy.models import (
    Chapter,
    Check,
    Edition,
    Example,
    Goal,
    Measure,
    MeasureKind,
    Modality,
    Part,
    Principle,
)
from tests.factories.drafts import make_import
from tests.factories.people import make_organisation
from tests.factories.plan import make_chapter, make_document, make_edition, make_goal, make_measure, make_place
from tests.journeys.rooms import rooms


@dataclass(frozen=True)
class Plan:
    """A small plan with every modality and every kind of gap."""

    edition: Edition
    chapter: Chapter
    goal: Goal
    measure: Measure
    organisation: Organisation
    place: Place
    document: Document
    principle: Principle


def make_plan() -> Plan:
    """Builds it row by row."""
    edition = make_edition()
    second = make_chapter(edition, "II", "Partnerschaften und Nachbarschaft in drei Ländern")
    house = make_organisation("Ministerium für Außenwirtschaftsförderung")
    measure = make_measure(edition, "Städtepartnerschaften im Grenzraum ausbauen", lead=house)
    make_measure(edition, "Beratung für Fachkräfte", modality=Modality.STATEMENT, kind=MeasureKind.CONTINUE)
    make_measure(
        edition,
        "Destinationsmanagementorganisationen vernetzen",
        chapter=second,
        modality=Modality.INTENTION,
        kind=MeasureKind.CREATE,
    )
    goal = make_goal(edition, "Die Nachbarn besser kennen")
    return Plan(
        edition=edition,
        chapter=measure.chapter,
        goal=goal,
        measure=measure,
        organisation=house,
        place=make_place("Tschechien"),
        document=make_document("Rahmenvereinbarung"),
        principle=_make_principle(edition),
    )


def _make_principle(edition: Edition) -> Principle:
    return Principle.objects.create(
        strategy=edition.strategy,
        edition=edition,
        position=1,
        title="Reisen dienen einem Zweck",
        wording="Jede Reise dient einem Zweck.",
        visibility="published",
    )


def _make_part(measure: Measure) -> Part:
    return Part.objects.create(measure=measure, position=1, title="Erster Teil", kind=MeasureKind.CREATE)


def _make_example(measure: Measure) -> Example:
    return Example.objects.create(measure=measure, position=1, title="Ein Beispiel")


def _make_check(measure: Measure) -> Check:
    return Check.objects.create(measure=measure, position=1, question="Bedacht?")


def _plain(name: str) -> Callable[[Plan], str]:
    return lambda plan: reverse(name)


SAMPLES: dict[str, Callable[[Plan], str]] = {
    "goal": lambda plan: reverse("goal", args=[plan.goal.pk]),
    "chapter": lambda plan: reverse("chapter", args=[plan.chapter.pk]),
    "principle": lambda plan: reverse("principle", args=[plan.principle.pk]),
    "measure": lambda plan: reverse("measure", args=[plan.measure.pk]),
    "measure_edit": lambda plan: reverse("measure_edit", args=[plan.measure.pk]),
    "measure_decide": lambda plan: reverse("measure_decide", args=[plan.measure.pk]),
    "measure_part_new": lambda plan: reverse("measure_part_new", args=[plan.measure.pk]),
    "measure_part": lambda plan: reverse("measure_part", args=[plan.measure.pk, _make_part(plan.measure).pk]),
    "measure_example_new": lambda plan: reverse("measure_example_new", args=[plan.measure.pk]),
    "measure_example": lambda plan: reverse("measure_example", args=[plan.measure.pk, _make_example(plan.measure).pk]),
    "measure_check": lambda plan: reverse("measure_check", args=[plan.measure.pk, _make_check(plan.measure).pk]),
    "measure_restore": lambda plan: reverse("measure_restore", args=[plan.measure.pk, 1]),
    "strategy": lambda plan: reverse("strategy", args=[plan.edition.strategy_id]),
    "goal_edit": lambda plan: reverse("goal_edit", args=[plan.goal.pk]),
    "goal_restore": lambda plan: reverse("goal_restore", args=[plan.goal.pk, 1]),
    "principle_edit": lambda plan: reverse("principle_edit", args=[plan.principle.pk]),
    "principle_restore": lambda plan: reverse("principle_restore", args=[plan.principle.pk, 1]),
    "strategy_edit": lambda plan: reverse("strategy_edit", args=[plan.edition.strategy_id]),
    "strategy_restore": lambda plan: reverse("strategy_restore", args=[plan.edition.strategy_id, 1]),
    "edition_edit": lambda plan: reverse("edition_edit", args=[plan.edition.pk]),
    "edition_restore": lambda plan: reverse("edition_restore", args=[plan.edition.pk, 1]),
    "organisation_edit": lambda plan: reverse("organisation_edit", args=[plan.organisation.pk]),
    "organisation_restore": lambda plan: reverse("organisation_restore", args=[plan.organisation.pk, 1]),
    "document_edit": lambda plan: reverse("document_edit", args=[plan.document.pk]),
    "document_restore": lambda plan: reverse("document_restore", args=[plan.document.pk, 1]),
    "edition_document": lambda plan: reverse("edition_document", args=[plan.edition.pk]),
    "edition_repairs": lambda plan: reverse("edition_repairs", args=[plan.edition.pk]),
    "edition_raw": lambda plan: reverse("edition_raw", args=[plan.edition.pk]),
    "edition_changes": lambda plan: reverse("edition_changes", args=[plan.edition.pk]),
    "intake_draft": lambda plan: reverse("intake_draft", args=[make_import().pk]),
    "intake_publish": lambda plan: reverse("intake_publish", args=[make_import().pk]),
    "organisation": lambda plan: reverse("organisation", args=[plan.organisation.pk]),
    "place": lambda plan: reverse("place", args=[plan.place.pk]),
    "document": lambda plan: reverse("document", args=[plan.document.pk]),
    "account_reset_password_from_key": lambda plan: reverse("account_reset_password_from_key", args=["1", "alt-key"]),
}
"""Addresses with arguments; those without need no entry."""

EXCLUDED: dict[str, str] = {
    "ready": "plain text for monitors",
    "intake_act": "answers POST only",
    "intake_review_all": "answers POST only",
    "intake_review_one": "answers POST only",
    "search_suggestions": "a fragment of the search page; test_search reads it",
    "set_language": "answers POST only; test_frame uses it",
    "mfa_download_recovery_codes": "a text file",
    "measure_draft": "answers POST only",
    "goal_draft": "answers POST only",
    "principle_draft": "answers POST only",
    "strategy_draft": "answers POST only",
    "edition_draft": "answers POST only",
    "organisation_draft": "answers POST only",
    "organisation_new_draft": "answers POST only",
    "document_draft": "answers POST only",
    "document_new_draft": "answers POST only",
    "measures_xlsx": "a file",
    "measures_ods": "a file",
    "measures_csv": "a file",
    "measures_numbers": "a fragment of the measure list",
    "mfa_authenticate": "stands only between password and second factor; test_sign_in goes through it",
    "account_confirm_email": "addresses are confirmed by an administrator; no such mail is sent",
    "openid_connect_login": "leads to the provider of the office",
    "openid_connect_callback": "comes from the provider of the office",
}
"""Addresses no browser visits here, each with the reason."""

for room in rooms():
    SAMPLES |= room.SAMPLES
    EXCLUDED |= room.EXCLUDED


def named_addresses() -> list[str]:
    """Names of all addresses of the site."""
    return sorted({name for name in _names(get_resolver().url_patterns) if name})


def _names(patterns: list[URLPattern | URLResolver]) -> list[str | None]:
    found: list[str | None] = []
    for pattern in patterns:
        found += _names(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern.name]
    return found


def visited_addresses() -> list[str]:
    """Names of the addresses that the browser visits."""
    return [name for name in named_addresses() if name not in EXCLUDED]


def address_of(name: str, plan: Plan) -> str:
    """The address of the sample; NoReverseMatch where it needs arguments and has no sample."""
    return SAMPLES.get(name, _plain(name))(plan)
