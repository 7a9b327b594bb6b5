# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published schema of the draft and the draft that is printed."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import bruecke.reader
from bruecke.reader.draft import Draft, Kind, Measure, MeasureList, MentionType, Modality
from bruecke.reader.draft_json import published
from tests.reader.structure.reading import draft_of
from tests.reader.test_outline import DOCUMENT

SCHEMA: dict[str, Any] = json.loads((Path(bruecke.reader.__file__).parent / "draft.schema.json").read_text("utf-8"))


def printed(text: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json.dumps(published(draft_of(text))))
    return loaded


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", [DOCUMENT, "Ein Satz.", "— Polen"])
def test_a_printed_draft_keeps_the_schema(text: str) -> None:
    Draft202012Validator(SCHEMA).validate(printed(text))


def test_the_schema_knows_every_field_and_no_other() -> None:
    published_fields = {field.name for field in fields(Draft)} - {"source_lines", "text_lines", "line_pages"}
    assert set(SCHEMA["properties"]) == published_fields | {"schema", "title_lines"}
    assert set(SCHEMA["$defs"]["measure"]["properties"]) == {field.name for field in fields(Measure)}
    assert set(SCHEMA["$defs"]["list"]["properties"]) == {field.name for field in fields(MeasureList)}


def test_the_schema_knows_every_word_of_the_vocabulary() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["modality"]["enum"] == [word.value for word in Modality]
    assert definitions["kind"]["enum"] == [word.value for word in Kind]
    assert definitions["mention"]["properties"]["type"]["enum"] == [word.value for word in MentionType]


def test_a_draft_with_a_field_too_many_is_refused() -> None:
    assert not Draft202012Validator(SCHEMA).is_valid({**printed(DOCUMENT), "priority": "high"})
