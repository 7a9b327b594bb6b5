# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The permission matrix: who may read and who may send to every address of the site. A new address needs a row here."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from bruecke.accounts.models import User
from bruecke.accounts.principal import Role
from bruecke.intake.models import Proposal
from bruecke.records.models import JournalEntry
from bruecke.strategy.models import Check, Example, Part
from tests.factories.drafts import make_import
from tests.factories.people import make_house, make_user
from tests.journeys.rooms import rooms
from tests.journeys.samples import Plan, address_of, make_plan, named_addresses

BACKEND = "bruecke.accounts.backends.EmailBackend"
WHO = ("public", "partner", "other", "lead", "coordinator", "auditor", "administrator")
"""other: focal point of a house that does not lead the measure; lead: of the one that does."""

# One letter for each of WHO, in that order. P: the page; A: judged and answered (done, or sent back with what is
# wrong); R: led elsewhere; S: asked to sign in; F: forbidden; N: not found; M: not by this method; U: not let in.
MATRIX: dict[str, tuple[str, str]] = {
    "about": ("P P P P P P P", "P P P P P P P"),
    "accessibility": ("P P P P P P P", "P P P P P P P"),
    "account_change_password": ("S R R R R R R", "S A A A A A A"),
    "account_confirm_email": ("P P P P P P P", "N N N N N N N"),
    "account_confirm_login_code": ("S R R R R R R", "S A A A A A A"),
    "account_email": ("N N N N N N N", "N N N N N N N"),
    "account_email_verification_sent": ("P P P P P P P", "M M M M M M M"),
    "account_inactive": ("P P P P P P P", "M M M M M M M"),
    "account_login": ("P R R R R R R", "A A A A A A A"),
    "account_logout": ("R P P P P P P", "A A A A A A A"),
    "account_reauthenticate": ("S F F F F F F", "S F F F F F F"),
    "account_reset_password": ("P P P P P P P", "A A A A A A A"),
    "account_reset_password_done": ("P P P P P P P", "M M M M M M M"),
    "account_reset_password_from_key": ("P P P P P P P", "A A A A A A A"),
    "account_reset_password_from_key_done": ("P P P P P P P", "M M M M M M M"),
    "account_set_password": ("S P P P P P P", "S A A A A A A"),
    "account_signup": ("P R R R R R R", "A A A A A A A"),
    "chapter": ("P P P P P P P", "P P P P P P P"),
    "directory": ("P P P P P P P", "P P P P P P P"),
    "document": ("P P P P P P P", "P P P P P P P"),
    "document_draft": ("M M M M M M M", "F F F F A F F"),
    "document_edit": ("S F F F P F F", "F F F F A F F"),
    "document_new": ("S F F F P F F", "F F F F A F F"),
    "document_new_draft": ("M M M M M M M", "F F F F A F F"),
    "document_restore": ("S F F F P F F", "F F F F A F F"),
    "documents": ("P P P P P P P", "P P P P P P P"),
    "edition_changes": ("P P P P P P P", "P P P P P P P"),
    "edition_document": ("P P P P P P P", "P P P P P P P"),
    "edition_draft": ("M M M M M M M", "F F F F A F F"),
    "edition_edit": ("S F F F P F F", "F F F F A F F"),
    "edition_raw": ("P P P P P P P", "P P P P P P P"),
    "edition_repairs": ("P P P P P P P", "P P P P P P P"),
    "edition_restore": ("S F F F P F F", "F F F F A F F"),
    "gallery": ("P P P P P P P", "P P P P P P P"),
    "goal": ("P P P P P P P", "P P P P P P P"),
    "goal_draft": ("M M M M M M M", "F F F F A F F"),
    "goal_edit": ("S F F F P F F", "F F F F A F F"),
    "goal_restore": ("S F F F P F F", "F F F F A F F"),
    "intake": ("S F F F P F F", "F F F F A F F"),
    "intake_act": ("M M M M M M M", "F F F F N F F"),
    "intake_draft": ("S F F F P F F", "F F F F A F F"),
    "intake_publish": ("S F F F P F F", "F F F F A F F"),
    "intake_review_all": ("M M M M M M M", "F F F F N F F"),
    "intake_review_one": ("M M M M M M M", "F F F F N F F"),
    "matrix": ("P P P P P P P", "P P P P P P P"),
    "measure": ("P P P P P P P", "P P P P P P P"),
    "measure_check": ("S F F P P F F", "F F F A A F F"),
    "measure_decide": ("S F F F P F F", "F F F F A F F"),
    "measure_draft": ("M M M M M M M", "F F F A A F F"),
    "measure_edit": ("S F F P P F F", "F F F A A F F"),
    "measure_example": ("S F F P P F F", "F F F A A F F"),
    "measure_example_new": ("S F F P P F F", "F F F A A F F"),
    "measure_part": ("S F F P P F F", "F F F A A F F"),
    "measure_part_new": ("S F F P P F F", "F F F A A F F"),
    "measure_restore": ("S F F P P F F", "F F F A A F F"),
    "measures": ("P P P P P P P", "P P P P P P P"),
    "measures_csv": ("P P P P P P P", "P P P P P P P"),
    "measures_numbers": ("P P P P P P P", "P P P P P P P"),
    "measures_ods": ("P P P P P P P", "P P P P P P P"),
    "measures_xlsx": ("P P P P P P P", "P P P P P P P"),
    "mfa_activate_totp": ("S P P P P P P", "S A A A A A A"),
    "mfa_authenticate": ("S R R R R R R", "S A A A A A A"),
    "mfa_deactivate_totp": ("S N N N N N N", "S N N N N N N"),
    "mfa_download_recovery_codes": ("S N N N N N N", "S N N N N N N"),
    "mfa_generate_recovery_codes": ("S P P P P P P", "S A A A A A A"),
    "mfa_index": ("S P P P P P P", "S M M M M M M"),
    "mfa_reauthenticate": ("S F F F F F F", "S F F F F F F"),
    "mfa_view_recovery_codes": ("S N N N N N N", "S M M M M M M"),
    "openid_connect_callback": ("N N N N N N N", "N N N N N N N"),
    "openid_connect_login": ("N N N N N N N", "N N N N N N N"),
    "organisation": ("P P P P P P P", "P P P P P P P"),
    "organisation_draft": ("M M M M M M M", "F F F F A F F"),
    "organisation_edit": ("S F F F P F F", "F F F F A F F"),
    "organisation_new": ("S F F F P F F", "F F F F A F F"),
    "organisation_new_draft": ("M M M M M M M", "F F F F A F F"),
    "organisation_restore": ("S F F F P F F", "F F F F A F F"),
    "place": ("P P P P P P P", "P P P P P P P"),
    "plan": ("P P P P P P P", "P P P P P P P"),
    "principle": ("P P P P P P P", "P P P P P P P"),
    "principle_draft": ("M M M M M M M", "F F F F A F F"),
    "principle_edit": ("S F F F P F F", "F F F F A F F"),
    "principle_restore": ("S F F F P F F", "F F F F A F F"),
    "privacy": ("P P P P P P P", "P P P P P P P"),
    "ready": ("P P P P P P P", "P P P P P P P"),
    "search": ("P P P P P P P", "P P P P P P P"),
    "search_suggestions": ("P P P P P P P", "P P P P P P P"),
    "set_language": ("R R R R R R R", "A A A A A A A"),
    "socialaccount_connections": ("S P P P P P P", "S A A A A A A"),
    "socialaccount_login_cancelled": ("P P P P P P P", "M M M M M M M"),
    "socialaccount_login_error": ("U U U U U U U", "M M M M M M M"),
    "socialaccount_signup": ("S S S S S S S", "S S S S S S S"),
    "start": ("P P P P P P P", "P P P P P P P"),
    "strategy": ("P P P P P P P", "P P P P P P P"),
    "strategy_draft": ("M M M M M M M", "F F F F A F F"),
    "strategy_edit": ("S F F F P F F", "F F F F A F F"),
    "strategy_restore": ("S F F F P F F", "F F F F A F F"),
}
"""Name of the address: letters for reading (GET), letters for sending (POST)."""
for room in rooms():
    MATRIX |= room.MATRIX

MEANING: dict[str, Callable[[int, str], bool]] = {
    "P": lambda status, _to: status == 200,
    "A": lambda status, _to: status in {200, 204, 302, 400, 409, 422},
    "R": lambda status, to: status == 302 and not to.startswith("/konto/login/"),
    "S": lambda status, to: status == 302 and to.startswith("/konto/login/"),
    "F": lambda status, _to: status == 403,
    "N": lambda status, _to: status == 404,
    "M": lambda status, _to: status == 405,
    "U": lambda status, _to: status == 401,
}
REFUSED = set("SFNMU")


@dataclass(frozen=True)
class World:
    """A plan, an import, and somebody of each sort."""

    addresses: dict[str, str]
    visitors: dict[str, User | None]


@pytest.fixture
def world(db: None, settings: LazySettings, tmp_path: object) -> World:
    """A measure that a house leads, with rows of every kind below it, and an import under review."""
    settings.MEDIA_ROOT = str(tmp_path)
    house = make_house("Federführendes Haus")
    plan = make_plan()
    plan.organisation.house = house
    plan.organisation.save()
    visitors: dict[str, User | None] = {
        "public": None,
        "partner": make_user(Role.PARTNER, house=make_house()),
        "other": make_user(Role.FOCAL_POINT, house=make_house()),
        "lead": make_user(Role.FOCAL_POINT, house=house),
        "coordinator": make_user(Role.COORDINATOR),
        "auditor": make_user(Role.AUDITOR),
        "administrator": make_user(Role.ADMINISTRATOR),
    }
    arguments = samples(plan)
    return World({name: address(name, plan, arguments) for name in named_addresses()}, visitors)


def samples(plan: Plan) -> dict[str, list[object]]:
    """Arguments of addresses that work on rows below a record."""
    measure, made = plan.measure.pk, make_import()
    part = Part.objects.create(measure=plan.measure, position=1, title="Teil", kind="expand", visibility="published")
    example = Example.objects.create(measure=plan.measure, position=1, title="Beispiel")
    check = Check.objects.create(measure=plan.measure, position=1, question="Bedacht?")
    proposal = Proposal.objects.filter(draft=made).first()
    assert proposal is not None
    return {
        "goal_draft": [plan.goal.pk],
        "principle_draft": [plan.principle.pk],
        "strategy_draft": [plan.edition.strategy_id],
        "edition_draft": [plan.edition.pk],
        "organisation_draft": [plan.organisation.pk],
        "document_draft": [plan.document.pk],
        "measure_edit": [measure],
        "measure_draft": [measure],
        "measure_decide": [measure],
        "measure_check": [measure, check.pk],
        "measure_part_new": [measure],
        "measure_part": [measure, part.pk],
        "measure_example_new": [measure],
        "measure_example": [measure, example.pk],
        "measure_restore": [measure, 1],
        "intake_draft": [made.pk],
        "intake_act": [made.pk],
        "intake_review_all": [made.pk],
        "intake_review_one": [made.pk, proposal.pk],
        "intake_publish": [made.pk],
        "account_confirm_email": ["no-such-key"],
        "openid_connect_login": ["office"],
        "openid_connect_callback": ["office"],
    }


def address(name: str, plan: Plan, arguments: dict[str, list[object]]) -> str:
    """The address of a sample."""
    return reverse(name, args=arguments[name]) if name in arguments else address_of(name, plan)


def client_of(user: User | None) -> Client:
    """A browser, freshly signed in where there is somebody."""
    client = Client(raise_request_exception=True)
    if user is not None:
        client.force_login(user, backend=BACKEND)
    return client


def letter(status: int, to: str, expected: str) -> str:
    """The expected letter if the answer means it, else the first that does, else the status itself."""
    fitting = [each for each, means in MEANING.items() if means(status, to)]
    return expected if expected in fitting else (fitting or [str(status)])[0]


def test_every_address_stands_in_the_matrix() -> None:
    assert sorted(set(named_addresses()) - set(MATRIX)) == []
    assert sorted(set(MATRIX) - set(named_addresses())) == []
    assert [name for name, rows in MATRIX.items() if [len(row.split()) for row in rows] != [len(WHO)] * 2] == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_every_address_answers_everybody_as_the_matrix_says(world: World, method: str) -> None:
    found: dict[str, str] = {}
    for name, rows in MATRIX.items():
        expected = rows[method == "post"].split()
        letters = []
        for who, wanted in zip(WHO, expected, strict=True):
            before = JournalEntry.objects.count()
            response = getattr(client_of(world.visitors[who]), method)(world.addresses[name])
            letters.append(letter(response.status_code, response.headers.get("Location", ""), wanted))
            if wanted in REFUSED or method == "get":
                assert JournalEntry.objects.count() == before, f"{method} {name} as {who} wrote something"
        found[name] = " ".join(letters)
    assert found == {name: rows[method == "post"] for name, rows in MATRIX.items()}


def test_reading_pages_do_nothing_when_sent_to(world: World) -> None:
    before = JournalEntry.objects.count()
    for name, (_get, post) in MATRIX.items():
        if set(post.split()) == {"P"}:
            client_of(world.visitors["coordinator"]).post(world.addresses[name], {"title": "x", "visibility": "unit"})
    assert JournalEntry.objects.count() == before
