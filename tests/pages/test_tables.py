# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the table importer."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from bruecke.accounts.principal import SYSTEM
from bruecke.actors.actions import ORGANISATION
from bruecke.actors.models import Organisation
from bruecke.intake.models import TableImport, TableState
from bruecke.records.actions import end_job
from bruecke.records.editing import fill_in
from bruecke.records.models import Job
from tests.factories.tables import UNIVERSITIES, fresh, make_preview, make_region, make_table, make_taken

pytestmark = pytest.mark.django_db
HEADER = "Name;Art;Kurzname;gültig ab\n"


def upload(client: Client, text: str, target: str = "organisations", name: str = "liste.csv"):  # type: ignore[no-untyped-def]
    """Send the upload form."""
    file = SimpleUploadedFile(name, text.encode())
    return client.post(reverse("tables"), {"target": target, "file": file})


def send(client: Client, table: TableImport, act: str, **more: str):  # type: ignore[no-untyped-def]
    """Press a button."""
    return client.post(reverse("table_act", args=[table.pk]), {"act": act, **more}, follow=True)


def test_from_the_file_to_the_records(coordinator_client: Client) -> None:
    page = upload(coordinator_client, UNIVERSITIES)
    table = TableImport.objects.get()
    assert page.url == reverse("table", args=[table.pk])
    assign = coordinator_client.get(page.url, follow=True)
    form = assign.context["form"]
    assert {name: form[name].value() for name in ("column-name_de", "column-kind", "column-valid_until")} == {
        "column-name_de": "0",
        "column-kind": "1",
        "column-valid_until": "",
    }
    assert "Name (Hochschule Nord, Hochschule Süd)" in assign.content.decode()
    data = {name: form[name].value() or "" for name in form.fields}
    preview = coordinator_client.post(reverse("table_assign", args=[table.pk]), data, follow=True)
    assert "Bisher ist nichts geschrieben" in preview.content.decode()
    assert Organisation.objects.count() == 0
    result = send(coordinator_client, table, "take_whole").content.decode()
    assert "Ergebnis" in result
    assert reverse("organisation", args=[Organisation.objects.earliest("pk").pk]) in result


def test_a_file_without_its_target_and_a_target_without_its_file_are_asked_for(coordinator_client: Client) -> None:
    page = coordinator_client.post(reverse("tables"), {})
    assert page.status_code == 422
    assert "Bitte wählen Sie eine Datei." in page.content.decode()
    assert "was in der Tabelle steht" in page.content.decode()


def test_what_is_no_table_says_so_in_both_languages(coordinator_client: Client) -> None:
    page = upload(coordinator_client, "%PDF-1.7", name="liste.csv")
    assert "CSV, XLSX oder ODS" in coordinator_client.get(page.url).content.decode()
    english = coordinator_client.get(page.url, headers={"Accept-Language": "en"}).content.decode()
    assert "Please save it as CSV, XLSX or ODS" in english


def test_the_assignment_of_a_table_with_these_columns_comes_again(coordinator_client: Client) -> None:
    make_preview("Wer;Was\nA;Verein\n", constants={"name_de": "x"})
    table = make_table("Wer;Was\nB;Verein\n")
    page = coordinator_client.get(reverse("table_assign", args=[table.pk]))
    assert "war schon einmal da" in page.content.decode()
    assert page.context["form"]["constant-name_de"].value() == "x"


def test_a_column_that_is_needed_and_a_fixed_value_that_is_none_are_told_at_their_fields(
    coordinator_client: Client,
) -> None:
    table = make_table("Wer;Was\nA;Verein\n")
    address = reverse("table_assign", args=[table.pk])
    page = coordinator_client.post(address, {"constant-kind": "Unfug", "filter_column": "1"})
    errors = page.context["form"].errors
    assert sorted(errors) == ["column-name_de", "constant-kind", "filter_values"]
    assert "gibt es hier nicht" in errors["constant-kind"][0]
    assert (page.status_code, fresh(table).state) == (422, TableState.MAPPING)


def test_twinnings_ask_for_the_region_and_propose_ours(coordinator_client: Client) -> None:
    region = make_region("Görlitz")
    table = make_table("city1,country1,city2,country2\nGörlitz,DE,Zgorzelec,PL\n", "municipal")
    address = reverse("table_assign", args=[table.pk])
    assert coordinator_client.get(address).context["form"]["region"].value() == region.pk
    assert "region" in coordinator_client.post(address, {"region": ""}).context["form"].errors


def test_the_preview_shows_each_state_and_the_errors_first(coordinator_client: Client) -> None:
    table = make_preview(HEADER + "A;Verein;;\nB;Unfug;;\nC;Verein;;3/4/2020\nA;Verein;;\n")
    page = coordinator_client.get(reverse("table", args=[table.pk]))
    assert [(tab["label"], tab["count"]) for tab in page.context["tabs"]] == [
        ("fehlerhaft", 2),
        ("neu", 1),
        ("doppelt", 1),
    ]
    html = page.content.decode()
    assert "„Unfug“ gibt es hier nicht. Möglich sind: Staatskanzlei" in html
    assert "Tag und was Monat" in html
    assert "Alle oder keine" not in html
    new = coordinator_client.get(reverse("table", args=[table.pk]), {"zeige": "new"})
    assert [row.label for row in new.context["rows"]] == ["A"]


@pytest.mark.parametrize("query", [{"zeige": "unfug"}, {"ab": "x"}, {"ab": "9" * 40}, {"ab": "²"}])
def test_odd_addresses_of_a_preview_are_answered(coordinator_client: Client, query: dict[str, str]) -> None:
    assert coordinator_client.get(reverse("table", args=[make_preview().pk]), query).status_code == 200


def test_long_previews_are_paged(coordinator_client: Client) -> None:
    table = make_preview(HEADER + "".join(f"V {n};Verein;;\n" for n in range(120)))
    found, address = 0, reverse("table", args=[table.pk])
    while address:
        page = coordinator_client.get(address)
        found, address = found + len(page.context["rows"]), page.context["next"]
    assert found == 120


def test_conflicts_are_decided_row_by_row_or_all_at_once(coordinator_client: Client) -> None:
    make_taken()
    for record in Organisation.objects.all():
        fill_in(record=record, rules=ORGANISATION, expected=1, fields={"short_name_de": "X"}, why="", by=SYSTEM)
    table = make_preview()
    page = coordinator_client.get(reverse("table", args=[table.pk])).content.decode()
    assert "„X“ steht hier, „HN“ in der Datei" in page
    first, second = table.rows.order_by("number")
    send(
        coordinator_client, table, "choose", **{f"row-{first.pk}": "file", f"row-{second.pk}": "ours", "row-x": "file"}
    )
    assert list(table.rows.order_by("number").values_list("takes_file", flat=True)) == [True, False]
    send(coordinator_client, table, "choose_file")
    assert not table.rows.filter(takes_file=False).exists()
    send(coordinator_client, table, "choose_ours")
    assert not table.rows.filter(takes_file=True).exists()


def test_bad_rows_come_as_a_file_that_holds_no_formula_and_may_be_brought_in_again(coordinator_client: Client) -> None:
    text = "Name;Art;Kurzname\n=cmd()|x;Unfug;+1\nGut;Verein;\n"
    table = make_preview(text)
    answer = coordinator_client.get(reverse("table_rows_csv", args=[table.pk]), {"zeige": "error"})
    content = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    assert [cell for line in content.splitlines() for cell in line.split(";") if cell.startswith(("=", "+"))] == []
    book = coordinator_client.get(reverse("table_rows_xlsx", args=[table.pk]))
    rows = CalamineWorkbook.from_filelike(io.BytesIO(book.getvalue())).get_sheet_by_index(0).to_python()
    assert rows[0] == ["Name", "Art", "Kurzname", "Brücke: Zeile", "Brücke: Was zu berichtigen ist"]
    assert rows[1][:4] == ["=cmd()|x", "Unfug", "+1", 2.0]
    corrected = make_table(content.replace("Unfug", "Verein"))
    assert corrected.fingerprint == table.fingerprint
    again = make_preview(content.replace("Unfug", "Verein"))
    assert again.rows.get().values["name_de"] == "=cmd()|x"


def test_what_the_new_file_lacks_is_named(coordinator_client: Client) -> None:
    make_taken()
    table = make_preview(HEADER + "Hochschule Süd;Hochschule;HS;2002\n")
    html = coordinator_client.get(reverse("table", args=[table.pk])).content.decode()
    assert "1 Eintrag kam aus einer früheren Datei und fehlt in dieser." in html
    assert "<li>Hochschule Nord</li>" in html


def test_interrupted_work_offers_to_go_on(coordinator_client: Client) -> None:
    table = make_preview()
    TableImport.objects.filter(pk=table.pk).update(state=TableState.WRITING)
    end_job(table.job_id or 0, failed=True)
    page = coordinator_client.get(reverse("table", args=[table.pk]))
    assert 'value="go_on"' in page.content.decode()
    assert "Refresh" not in page.headers
    assert "Ergebnis" in send(coordinator_client, table, "go_on").content.decode()


def test_work_at_hand_shows_its_progress_and_asks_again(coordinator_client: Client) -> None:
    table = make_preview()
    TableImport.objects.filter(pk=table.pk).update(state=TableState.WRITING)
    Job.objects.filter(pk=table.job_id).update(state="running", done=3, total=9)
    page = coordinator_client.get(reverse("table", args=[table.pk]))
    assert page.headers["Refresh"] == "3"
    assert 'max="9"' in page.content.decode()


def test_a_button_pressed_twice_is_told_and_does_nothing(coordinator_client: Client) -> None:
    table = make_preview()
    send(coordinator_client, table, "take_good")
    assert "inzwischen einen Schritt weiter" in send(coordinator_client, table, "take_good").content.decode()
    assert Organisation.objects.count() == 2


def test_a_table_put_away_is_left_as_it_is(coordinator_client: Client) -> None:
    table = make_preview()
    assert "verworfen" in send(coordinator_client, table, "put_away").content.decode()
    assert coordinator_client.get(reverse("table_assign", args=[table.pk]), follow=True).status_code == 200


def test_tables_that_are_not_there_are_not_found(coordinator_client: Client) -> None:
    for name in ("table", "table_assign", "table_rows_csv"):
        assert coordinator_client.get(reverse(name, args=[99])).status_code == 404
    assert send(coordinator_client, make_preview(), "unfug").status_code == 404


@pytest.mark.parametrize("target", ["organisations", "academic"])
def test_a_page_takes_as_many_statements_for_one_row_as_for_fifty(coordinator_client: Client, target: str) -> None:
    taken = []
    for number in (1, 50):
        if target == "organisations":
            table = make_taken(HEADER + "".join(f"V {number} {n};Verein;;\n" for n in range(number)))
        else:
            rows = "".join(f"Uni {number} {n};PL;HS;Erasmus\n" for n in range(number))
            table = make_taken("Partnerhochschule;Land;Eigene Hochschule;Art der Vereinbarung\n" + rows, "academic")
        with CaptureQueriesContext(connection) as statements:
            assert coordinator_client.get(reverse("table", args=[table.pk])).status_code == 200
        taken.append(len(statements))
    assert taken[0] == taken[1]
    assert taken[1] <= 15
