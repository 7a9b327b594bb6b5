# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A partner institution answers in a spreadsheet."""

import io

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from bruecke.accounts.principal import Role
from bruecke.actors.models import Organisation
from bruecke.intake.actions.answer_sheets import read_sheet_now
from bruecke.intake.models import AnswerSheet, Confirmation, Correction, SheetState
from tests.factories.institutions import make_institution, make_member, make_own, member_of
from tests.factories.partnerships import make_agreement
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db
BACKEND = "bruecke.accounts.backends.EmailBackend"


@pytest.fixture
def institution() -> Organisation:
    """A municipality with one twinning and its agreement."""
    made = make_institution()
    make_agreement(make_own(made), "Vertrag", signed_on="1999-05", visibility="ministries")
    return made


@pytest.fixture
def member(institution: Organisation) -> Client:
    """Somebody of it."""
    client = Client()
    client.force_login(make_member(institution), backend=BACKEND)
    return client


def downloaded(client: Client) -> list[list[str]]:
    """The rows of the spreadsheet, its header first."""
    answer = client.get(reverse("own_sheet_xlsx"))
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()  # type: ignore[no-any-return]


def sent(client: Client, rows: list[list[str]], answers: dict[str, str]) -> str:
    """Fill in the last column by what the first one ends with, send it back, and read the page."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            new = next((text for end, text in answers.items() if str(row[0]).endswith(end)), row[4])
            sheet.write_row(number, 0, [*row[:4], new])
    file = SimpleUploadedFile("antwort.xlsx", target.getvalue())
    return client.post(reverse("own_sheet"), {"file": file}, follow=True).content.decode()


def test_the_sheet_holds_what_the_page_shows(member: Client) -> None:
    rows = downloaded(member)
    assert rows[0] == ["Brücke: Kennung", "Eintrag", "Angabe", "steht jetzt", "soll heißen"]
    assert ["Vertrag", "Unterzeichnet am", "5.1999", ""] in [row[1:] for row in rows]


def test_what_is_filled_in_becomes_proposals_and_confirmations(member: Client, institution: Organisation) -> None:
    rows = downloaded(member)
    page = sent(
        member,
        rows,
        {":signed_on": "3.5.1999", f"organisation:{institution.pk}:confirmed": "ja", "since": "1980"},
    )
    assert "2 Vorschläge gesendet, 1 Angaben bestätigt" in page
    assert [row.fields for row in Correction.objects.order_by("record_type")] == [
        {"signed_on": ["1999-05", "1999-05-03"]},
        {"since": ["1999", "1980"]},
    ]
    assert Confirmation.objects.get().record_type == "organisation"


def test_one_row_that_cannot_be_understood_stops_all_and_says_which(member: Client) -> None:
    page = sent(member, downloaded(member), {":signed_on": "bald", ":since": "1980", ":confirmed": "vielleicht"})
    assert "„bald“ ist kein Datum" in page
    assert "„vielleicht“ ist nicht zu verstehen" in page
    assert "Zeile 2:" in page
    assert (Correction.objects.count(), Confirmation.objects.count()) == (0, 0)


def test_rows_of_others_are_refused(member: Client) -> None:
    foreign = make_own(make_institution("Görlitz"))
    rows = downloaded(member)
    rows.append([f"partnership:{foreign.pk}:since", "x", "x", "x", "1980"])
    rows.append(["house:1:name", "x", "x", "x", "y"])
    page = sent(member, rows, {})
    assert page.count("gehört zu keiner Ihrer Angaben") == 2
    assert not Correction.objects.exists()


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"Name;Land\nA;B\n", b"x"])
def test_another_file_is_refused_in_words(member: Client, data: bytes) -> None:
    file = SimpleUploadedFile("antwort.csv", data)
    page = member.post(reverse("own_sheet"), {"file": file}, follow=True).content.decode()
    assert AnswerSheet.objects.get().state == SheetState.FAILED
    assert "Achtung" in page


def test_an_english_sheet_comes_back_as_well(member: Client) -> None:
    answer = member.get(reverse("own_sheet_xlsx"), headers={"Accept-Language": "en"})
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert rows[0][4] == "should read"
    assert "1 Vorschläge gesendet" in sent(member, rows, {":since": "1980"})


def test_reading_again_changes_nothing(member: Client, institution: Organisation) -> None:
    sent(member, downloaded(member), {":since": "1980"})
    Correction.objects.all().delete()
    read_sheet_now(sheet=AnswerSheet.objects.get(), by=member_of(institution))
    assert not Correction.objects.exists()


def test_nobody_else_gets_or_sends_a_sheet(coordinator_client: Client, member: Client) -> None:
    stranded = Client()
    stranded.force_login(make_user(Role.PARTNER), backend=BACKEND)
    for client in (coordinator_client, stranded):
        assert client.get(reverse("own_sheet_xlsx")).status_code == 403
        assert client.post(reverse("own_sheet"), {"file": SimpleUploadedFile("x.csv", b"x")}).status_code == 403
    assert member.post(reverse("own_sheet"), {}).status_code == 422
    assert not AnswerSheet.objects.exists()
