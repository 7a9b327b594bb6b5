# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the house is laid out: files in a room, doors, pluggable files, templates, names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps

from bruecke.inquiries.shape import shapes
from bruecke.intake.table_target import targets
from bruecke.publish.reports import reports

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "bruecke"
WRITING = {"create", "update", "delete", "save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
BYPASSING = {"bulk_create", "bulk_update", "update"}


def sources(folder: Path) -> Iterator[Path]:
    """Python files below a folder."""
    return (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def calls(path: Path) -> Iterator[ast.Call]:
    """Every call in a file."""
    return (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))


def is_queryset_write(call: ast.Call) -> bool:
    """A write through a manager or on a row: x.objects.create(), row.save(), set.update()."""
    return isinstance(call.func, ast.Attribute) and call.func.attr in WRITING and not is_plain_dict_update(call)


def is_plain_dict_update(call: ast.Call) -> bool:
    """dict.update(other) and set.update(other) take a positional argument; QuerySet.update takes none."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "update" and bool(call.args)


def test_doors_do_not_write() -> None:
    doors = [*sources(HOUSE / "pages"), *sources(HOUSE / "management"), HOUSE / "cli.py"]
    writes = [f"{path.name}:{call.lineno}" for path in doors for call in calls(path) if is_queryset_write(call)]
    assert writes == []


def test_a_room_says_what_it_is_for_in_ten_lines() -> None:
    rooms = [path for path in HOUSE.iterdir() if (path / "models.py").exists() or (path / "models").is_dir()]
    pages = {room.name: room / "README.md" for room in rooms}
    assert [name for name, page in pages.items() if not page.exists()] == []
    long = [name for name, page in pages.items() if len(page.read_text("utf-8").splitlines()) > 10]
    assert long == []


def test_reader_formats_have_a_mirror_test_and_a_line_in_the_docs() -> None:
    formats = [path.stem for path in (HOUSE / "reader" / "formats").glob("*.py") if not path.stem.startswith("_")]
    docs = (ROOT / "docs" / "formats.md").read_text("utf-8")
    mirror = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "reader" / "formats").glob("test_*.py")}
    assert formats
    assert [name for name in formats if name not in mirror] == []
    assert [name for name in formats if f"`{name}" not in docs] == []


def test_kinds_of_activities_have_a_mirror_test_and_a_line_in_the_docs() -> None:
    kinds = [path.stem for path in (HOUSE / "activities" / "kinds").glob("*.py") if not path.stem.startswith("_")]
    docs = (ROOT / "docs" / "activities.md").read_text("utf-8")
    mirror = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "activities" / "kinds").glob("test_*.py")}
    assert kinds
    assert [name for name in kinds if name not in mirror] == []
    assert [name for name in kinds if f"| `{name}` |" not in docs] == []


def test_shapes_of_inquiries_have_a_mirror_test_and_a_line_in_the_docs() -> None:
    names = sorted(shapes())
    docs = (ROOT / "docs" / "inquiries.md").read_text("utf-8")
    mirror = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "inquiries" / "shapes").glob("test_*.py")}
    assert names
    assert [name for name in names if name not in mirror] == []
    assert [name for name in names if f"| `{name}` |" not in docs] == []
    assert [name for name, shape in shapes().items() if shape.name != name] == []


def test_reports_have_a_mirror_test_and_a_line_in_the_docs() -> None:
    names = sorted(reports())
    docs = (ROOT / "docs" / "reports.md").read_text("utf-8")
    mirror = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "publish" / "reports").glob("test_*.py")}
    assert names
    assert [name for name in names if name not in mirror] == []
    assert [name for name in names if f"`{name}`" not in docs] == []
    assert [name for name, report in reports().items() if report.name != name] == []


def test_targets_of_tables_have_a_mirror_test_and_a_line_in_the_docs() -> None:
    names = [path.stem for path in (HOUSE / "intake" / "tables").glob("*.py") if not path.stem.startswith("_")]
    docs = (ROOT / "docs" / "tables.md").read_text("utf-8")
    mirror = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "intake" / "tables").glob("test_*.py")}
    assert sorted(targets()) == sorted(names)
    assert [name for name in names if name not in mirror] == []
    assert [name for name in names if f"| `{name}` |" not in docs] == []


def test_search_sources_have_a_mirror_test() -> None:
    names = [path.stem for path in (HOUSE / "search" / "sources").glob("*.py") if not path.stem.startswith("_")]
    text = "".join(path.read_text("utf-8") for path in (ROOT / "tests" / "search").rglob("test_*.py"))
    assert names
    assert [name for name in names if name not in text] == []


def test_no_template_is_unused() -> None:
    templates = HOUSE / "templates"
    own = [str(path.relative_to(templates)) for path in templates.rglob("*.html")]
    callers = [*sources(HOUSE), *sources(ROOT / "config"), *templates.rglob("*.html")]
    text = "".join(path.read_text("utf-8") for path in callers)
    by_library = ("account/", "mfa/", "allauth/", "socialaccount/")
    by_django = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}
    unused = [name for name in own if name not in text and not name.startswith(by_library) and name not in by_django]
    assert unused == []


def test_model_names_stand_in_the_glossary() -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    named = set(re.findall(r"`([A-Z]\w+)`", glossary))
    models = {model.__name__ for model in apps.get_app_config("bruecke").get_models()}
    assert sorted(name for name in models - named if not name.startswith("Historical")) == []


def test_no_room_is_called_after_nothing() -> None:
    nothing = {"common", "utils", "util", "helpers", "helper", "manager", "managers", "service", "services", "misc"}
    assert [path.name for path in HOUSE.rglob("*") if path.stem in nothing] == []


def test_versioned_models_are_never_changed_past_their_history() -> None:
    versioned = {model.__name__ for model in apps.get_app_config("bruecke").get_models() if hasattr(model, "history")}
    past = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sources(HOUSE)
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in BYPASSING and named_model(call.func) in versioned
    ]
    assert past == []


def named_model(func: ast.Attribute) -> str:
    """The model at the root of \"Model.objects....update\", or \"\"."""
    node: ast.expr = func
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""
