# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table from its upload to the records: previews, conflicts, files that come again, kills in between."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bruecke.accounts.principal import PUBLIC, SYSTEM, Role
from bruecke.actors.actions import ORGANISATION
from bruecke.actors.models import Organisation
from bruecke.intake.actions import table_write
from bruecke.intake.actions.table_check import check_now
from bruecke.intake.actions.table_write import write_now
from bruecke.intake.actions.tables import assign, choose, go_on, put_away, receive_table, take_over
from bruecke.intake.errors import IntakeRefused
from bruecke.intake.models import ImportedRecord, RowState, TableImport, TableRow, TableState
from bruecke.intake.queries.tables import missing_in, remembered
from bruecke.intake.table_mapping import Assignment, read
from bruecke.records.actions import end_job
from bruecke.records.editing import fill_in
from bruecke.records.errors import NotAllowed
from bruecke.records.models import Job, JournalEntry
from tests.factories.people import make_organisation, make_principal
from tests.factories.tables import UNIVERSITIES, fresh, make_preview, make_table, make_taken

pytestmark = pytest.mark.django_db
HEADER = "Name;Art;Kurzname;gültig ab\n"


def organisation(name: str) -> Organisation:
    """By its name."""
    return Organisation.objects.get(name_de=name)


def edit(name: str, short: str) -> None:
    """Somebody changes the short name by hand."""
    record = organisation(name)
    fill_in(
        record=record, rules=ORGANISATION, expected=record.version, fields={"short_name_de": short}, why="", by=SYSTEM
    )


def states(table: TableImport) -> list[str]:
    """Of all rows in order."""
    return list(table.rows.order_by("number").values_list("state", flat=True))


def test_a_preview_writes_no_record() -> None:
    table = make_preview()
    assert (table.state, table.counts, Organisation.objects.count()) == (
        TableState.PREVIEW,
        {"new": 2, "outside": 0},
        0,
    )
    assert not JournalEntry.objects.filter(record_type="organisation").exists()


def test_the_same_file_again_changes_nothing() -> None:
    make_taken()
    versions = list(Organisation.objects.values_list("pk", "version"))
    table = make_taken()
    assert (table.counts["unchanged"], table.counts["new"]) == (2, 0)
    assert list(Organisation.objects.values_list("pk", "version")) == versions


def test_a_newer_file_changes_what_differs_and_the_journal_says_from_where() -> None:
    make_taken()
    table = make_taken(UNIVERSITIES.replace("HN", "HoNo"))
    assert (table.counts["changed"], table.counts["unchanged"]) == (1, 1)
    north = organisation("Hochschule Nord")
    assert (north.short_name_de, north.version, north.history.count()) == ("HoNo", 2, 2)
    assert "liste.csv" in JournalEntry.objects.get(verb="changed", record_type="organisation").why


def test_an_empty_cell_takes_nothing_away() -> None:
    make_taken()
    assert make_taken(UNIVERSITIES.replace("HN", "")).counts["unchanged"] == 2
    assert organisation("Hochschule Nord").short_name_de == "HN"


def test_what_was_changed_here_by_hand_stays_unless_the_person_chooses_the_file() -> None:
    make_taken()
    edit("Hochschule Nord", "Nord")
    table = make_preview()
    assert states(table) == ["conflict", "unchanged"]
    assert table.rows.get(state="conflict").differences == {"short_name_de": ["Nord", "HN", True]}
    fresh(take_over(table=table, is_whole=False, by=SYSTEM))
    assert organisation("Hochschule Nord").short_name_de == "Nord"
    again = make_preview()
    choose(table=again, rows={again.rows.get(state="conflict").pk: True}, by=SYSTEM)
    take_over(table=again, is_whole=False, by=SYSTEM)
    assert organisation("Hochschule Nord").short_name_de == "HN"


def test_beside_a_conflict_what_nobody_changed_here_is_taken() -> None:
    make_taken()
    edit("Hochschule Nord", "Nord")
    make_taken(UNIVERSITIES.replace("2001", "1999"))
    north = organisation("Hochschule Nord")
    assert (north.short_name_de, north.valid_from.year if north.valid_from else 0) == ("Nord", 1999)


def test_all_conflicts_are_decided_at_once() -> None:
    make_taken()
    edit("Hochschule Nord", "Nord")
    edit("Hochschule Süd", "Süd")
    table = make_preview()
    choose(table=table, rows=True, by=SYSTEM)
    choose(table=table, rows={table.rows.earliest("number").pk: False}, by=SYSTEM)
    take_over(table=table, is_whole=True, by=SYSTEM)
    assert (organisation("Hochschule Nord").short_name_de, organisation("Hochschule Süd").short_name_de) == (
        "Nord",
        "HS",
    )


def test_a_record_renamed_by_hand_is_still_the_one_that_the_row_became() -> None:
    make_taken()
    north = organisation("Hochschule Nord")
    fill_in(record=north, rules=ORGANISATION, expected=1, fields={"name_de": "HN Universität"}, why="", by=SYSTEM)
    assert make_taken(UNIVERSITIES.replace("HN;", "HNU;")).counts["changed"] == 1
    assert Organisation.objects.count() == 2


def test_what_the_newer_file_lacks_is_named_and_stays() -> None:
    make_taken()
    table = make_taken(HEADER + "Hochschule Süd;Hochschule;HS;2002\n")
    missing = missing_in(table)
    assert (missing.number, [entry.label for entry in missing.entries]) == (1, ["Hochschule Nord"])
    assert Organisation.objects.count() == 2


def test_a_file_of_another_selection_lacks_nothing() -> None:
    make_taken()
    other = make_preview(filter_column=0, filter_values=("hochschule sued",))
    assert (other.counts, missing_in(other).number) == ({"unchanged": 1, "outside": 1}, 0)


def test_the_assignment_is_remembered_for_the_next_table_with_these_columns() -> None:
    make_preview(constants={"kind": "Hochschule"})
    kept = remembered(make_table("NAME;art;Kurzname;Gültig ab\nx;Verein;;\n"))
    assert kept == Assignment({"name_de": 0, "kind": 1, "short_name_de": 2, "valid_from": 3}, {"kind": "Hochschule"})
    assert remembered(make_table("Name;Art\nx;Verein\n")) is None


def test_rows_that_contradict_each_other_are_for_a_person() -> None:
    table = make_preview(HEADER + "A;Verein;AA;\nA;Verein;;\nA;Verein;BB;\n")
    assert states(table) == ["new", "duplicate", "error"]


def test_all_or_none_is_refused_while_rows_are_wrong() -> None:
    table = make_preview(HEADER + "A;Verein;;\nB;Unfug;;\n")
    with pytest.raises(IntakeRefused):
        take_over(table=table, is_whole=True, by=SYSTEM)
    assert (fresh(table).state, Organisation.objects.count()) == (TableState.PREVIEW, 0)


def test_good_rows_are_taken_and_the_others_kept_to_be_corrected() -> None:
    table = make_taken(HEADER + "A;Verein;;\nB;Unfug;;\nC;Verein;;3/4/2020\n")
    assert (table.state, table.counts["new"], table.counts["error"]) == (TableState.TAKEN, 1, 2)
    assert list(table.rows.filter(state="error").values_list("cells", flat=True)) == [
        ["B", "Unfug", "", ""],
        ["C", "Verein", "", "3/4/2020"],
    ]


def test_of_all_or_none_nothing_is_written_where_one_row_changed_meanwhile() -> None:
    make_taken()
    table = make_preview(UNIVERSITIES.replace("HS", "HoSue") + "Neu;Verein;;\n")
    edit("Hochschule Süd", "Süd")
    table = fresh(take_over(table=table, is_whole=True, by=SYSTEM))
    assert (table.state, states(table)) == (TableState.PREVIEW, ["unchanged", "error", "new"])
    assert not Organisation.objects.filter(name_de="Neu").exists()
    assert organisation("Hochschule Süd").short_name_de == "Süd"
    assert table.rows.get(state="error").problems[0]["code"] == "stale"


def test_of_the_good_ones_a_row_that_changed_meanwhile_stays_back() -> None:
    make_taken()
    table = make_preview(UNIVERSITIES.replace("HS", "HoSue") + "Neu;Verein;;\n")
    edit("Hochschule Süd", "Süd")
    table = fresh(take_over(table=table, is_whole=False, by=SYSTEM))
    assert (table.state, table.counts["error"], table.counts["new"]) == (TableState.TAKEN, 1, 1)
    assert organisation("Hochschule Süd").short_name_de == "Süd"


def test_two_previews_of_one_file_do_not_double() -> None:
    one, two = make_preview(), make_preview()
    take_over(table=one, is_whole=False, by=SYSTEM)
    take_over(table=two, is_whole=False, by=SYSTEM)
    assert Organisation.objects.count() == 2
    assert {row["code"] for problems in two.rows.values_list("problems", flat=True) for row in problems} == {
        "known_by_now"
    }


def test_what_the_room_refuses_is_told_in_its_words() -> None:
    make_organisation("Hochschule Nord", kind="university", valid_from="2010-01-01", short_name="HN")
    table = make_taken("Name;Art;gültig bis\nHochschule Nord;Hochschule;2001\n")
    [problem] = table.rows.get().problems
    assert (problem["code"], problem["other"]) == ("refused", "Das Ende liegt vor dem Anfang.")


class Killed(BaseException):
    """Stands for kill -9: no handler of ours may make anything good."""


def test_a_run_killed_between_two_batches_goes_on_and_doubles_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEADER + "".join(f"Verein {n};Verein;V{n};\n" for n in range(25))
    table = make_preview(text)
    monkeypatch.setattr(table_write, "_BATCH", 10)
    TableImport.objects.filter(pk=table.pk).update(state=TableState.WRITING)
    writer = table_write.Writer(fresh(table), SYSTEM)
    writer.batch(10)
    assert Organisation.objects.count() == 10
    end_job(table.job_id or 0, failed=True)
    go_on(table=table, by=SYSTEM)
    table = fresh(table)
    assert (table.state, Organisation.objects.count(), ImportedRecord.objects.count()) == (TableState.TAKEN, 25, 25)
    assert table.rows.filter(taken_at__isnull=True).count() == 0


@pytest.mark.parametrize("is_whole", [True, False])
def test_a_batch_killed_before_its_end_leaves_nothing_of_itself(
    monkeypatch: pytest.MonkeyPatch, is_whole: bool
) -> None:
    table = make_preview()

    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(table_write.Writer, "_mark", die)
        TableImport.objects.filter(pk=table.pk).update(state=TableState.WRITING, is_whole=is_whole)
        with pytest.raises(Killed):
            write_now(table=fresh(table), by=SYSTEM)
    assert (Organisation.objects.count(), ImportedRecord.objects.count(), fresh(table).state) == (0, 0, "writing")
    go_on(table=table, by=SYSTEM)
    assert (fresh(table).state, Organisation.objects.count()) == (TableState.TAKEN, 2)


def test_a_check_killed_in_between_starts_over() -> None:
    table = make_preview()
    TableImport.objects.filter(pk=table.pk).update(state=TableState.CHECKING)
    TableRow.objects.filter(table=table).latest("number").delete()
    check_now(table=fresh(table), by=SYSTEM)
    assert (fresh(table).state, states(table)) == (TableState.PREVIEW, ["new", "new"])


def test_a_second_worker_on_a_finished_table_does_nothing() -> None:
    table = make_taken()
    with pytest.raises(IntakeRefused):
        write_now(table=table, by=SYSTEM)
    assert Organisation.objects.count() == 2


def test_work_that_goes_on_is_not_taken_up_twice() -> None:
    table = make_preview()
    TableImport.objects.filter(pk=table.pk).update(state=TableState.WRITING)
    Job.objects.filter(pk=table.job_id).update(state="running", moved_at=timezone.now())
    with pytest.raises(IntakeRefused):
        go_on(table=table, by=SYSTEM)


def test_what_cannot_be_read_says_why_and_may_be_put_away() -> None:
    table = make_table("%PDF-1.7")
    assert (table.state, "CSV" in table.message) == (TableState.FAILED, True)
    assert fresh(put_away(table=table, by=SYSTEM)).state == TableState.REJECTED


def test_only_who_may_import_acts() -> None:
    table = make_preview()
    for by in (PUBLIC, make_principal(Role.FOCAL_POINT), make_principal(Role.PARTNER)):
        for act in (
            lambda by=by: receive_table(data=b"x", file_name="x", target="organisations", by=by),
            lambda by=by: assign(table=table, assignment=read({}), by=by),
            lambda by=by: choose(table=table, rows=True, by=by),
            lambda by=by: take_over(table=table, is_whole=False, by=by),
            lambda by=by: go_on(table=table, by=by),
            lambda by=by: put_away(table=table, by=by),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_the_statements_of_a_batch_do_not_grow_with_its_rows() -> None:
    """But for those that a database takes in pieces, as it admits only so many values in one."""
    taken = []
    for number in (10, 100):
        table = make_preview(HEADER + "".join(f"Verein {number}-{n};Verein;;\n" for n in range(number)))
        TableImport.objects.filter(pk=table.pk).update(state=TableState.WRITING)
        writer = table_write.Writer(fresh(table), SYSTEM)
        with CaptureQueriesContext(connection) as statements:
            writer.batch(None)
        taken.append(len(statements))
    assert taken[1] - taken[0] <= 8


def bad_row(number: int) -> str:
    """Each tenth of the bad rows is wrong in another way."""
    kinds = (
        f";Verein;B{number};2001",
        f"Schlecht {number};Unfug;;2001",
        f"Schlecht {number};Verein;;31.02.2001",
        f"Schlecht {number};Verein;;3/4/2001",
        f"Schlecht {number};Verein;{'x' * 61};2001",
        f"Schlecht {number};Verein;;bald",
        f"Schlecht {number};Verein;;2001;zu;viel",
        f"Schlecht {number};;;2001",
        "#REF!;Verein;;2001",
        f"Schlecht {number};Verein;;2001-13",
    )
    return kinds[number % 10]


def test_ten_thousand_rows_with_three_hundred_bad_ones_each_with_a_clear_message() -> None:
    rows = [
        bad_row(n // 33) if n % 33 == 0 and n // 33 < 300 else f"Verein {n};Verein;V{n};{1900 + n % 100}"
        for n in range(10_000)
    ]
    table = make_taken(HEADER + "\n".join(rows))
    assert (table.counts["error"], table.counts["new"], Organisation.objects.count()) == (300, 9700, 9700)
    problems = [problem["code"] for row in table.rows.filter(state=RowState.ERROR) for problem in row.problems]
    assert {code: problems.count(code) for code in sorted(set(problems))} == {
        "missing": 60,
        "no_choice": 30,
        "no_day": 30,
        "no_such_day": 60,
        "no_value": 30,
        "surplus": 30,
        "too_long": 30,
        "unclear_day": 30,
    }
    assert ImportedRecord.objects.count() == 9700
    again = make_preview(HEADER + "\n".join(rows))
    assert (again.counts["unchanged"], again.counts["error"]) == (9700, 300)
