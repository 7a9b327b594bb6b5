# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A region's folder of records: YAML beside a strategy document. Pure: reads files, writes nothing.

The form is described in examples/saxony/README.md. Every record is a mapping with `id`; names and titles are mappings
of language to text; `cite` is a list of {in, phrase}.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RegionFiles:
    """What a region's folder holds; rows as the files give them."""

    document: Path
    strategy: Row
    organisations: tuple[Row, ...]
    places: tuple[Row, ...]
    groups: tuple[Row, ...]
    documents: tuple[Row, ...]
    principles: tuple[Row, ...]
    themes: tuple[Row, ...]
    measures: tuple[Row, ...]
    checks_all: tuple[Row, ...]
    titles: Row
    municipalities: Row


@dataclass(frozen=True, slots=True)
class RelationFiles:
    """Partnerships, candidates with them, liaison offices and sectors; rows as partnerships.yaml gives them."""

    partnerships: tuple[Row, ...]
    offices: tuple[Row, ...]
    sectors: tuple[Row, ...]


def read_relations(folder: Path) -> RelationFiles:
    """The relations of a region; nothing where its folder has none. Raises yaml.YAMLError."""
    data = _optional(folder / "partnerships.yaml")
    candidates = data.get("candidates", {}).get("entries", ())
    return RelationFiles(
        partnerships=(*data.get("partnerships", ()), *candidates),
        offices=tuple(data.get("liaison_offices", ())),
        sectors=tuple(data.get("sectors", {}).get("entries", ())),
    )


def strategy_of(folder: Path) -> Row:
    """The strategy of a region alone, for who only asks whether it is there. Raises as read_region()."""
    strategy: Row = _load(folder / "strategy.yaml")["strategy"]
    return strategy


def read_region(folder: Path) -> RegionFiles:
    """All files of a region. Raises OSError where one is missing, yaml.YAMLError where one is not YAML."""
    strategy = strategy_of(folder)
    measures = _load(folder / "measures.yaml")
    return RegionFiles(
        document=folder / strategy["document"],
        strategy=strategy,
        organisations=tuple(_load(folder / "organisations.yaml")["organisations"]),
        places=tuple(_load(folder / "places.yaml")["places"]),
        groups=tuple(_load(folder / "groups.yaml")["groups"]),
        documents=tuple(_load(folder / "documents.yaml")["documents"]),
        principles=tuple(_load(folder / "principles.yaml")["principles"]),
        themes=tuple(_load(folder / "themes.yaml")["themes"]),
        measures=tuple(measures["measures"]),
        checks_all=tuple(measures.get("checks_all", ())),
        titles=_load(folder / "titles.en.yaml"),
        municipalities=_optional(folder / "municipalities.yaml"),
    )


def _load(path: Path) -> Row:
    data: Row = yaml.safe_load(path.read_text("utf-8"))
    return data


def _optional(path: Path) -> Row:
    """{} where a region has no such file."""
    return _load(path) if path.exists() else {}


def parents_first(rows: tuple[Row, ...]) -> list[Row]:
    """The rows so that each stands after the one it names as `parent`."""
    by_id = {row["id"]: row for row in rows}
    ordered: dict[str, Row] = {}

    def place(row: Row) -> None:
        parent = row.get("parent")
        if parent in by_id and parent not in ordered:
            place(by_id[parent])
        ordered[row["id"]] = row

    for row in rows:
        place(row)
    return list(ordered.values())


def in_languages(field: str, names: Row | None) -> dict[str, str]:
    """{"de": ..., "en": ...} as {"title_de": ..., "title_en": ...}."""
    return {f"{field}_{language}": text for language, text in (names or {}).items()}
