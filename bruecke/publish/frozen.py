# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper as JSON and back, and its hash. Pure; people stand in it by key."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from bruecke.publish.paper import (
    Column,
    Fact,
    Facts,
    Gap,
    Item,
    Items,
    Kept,
    Paragraph,
    Picture,
    Printed,
    Row,
    Section,
    Somebody,
    Table,
)

_KINDS = (Column, Fact, Facts, Gap, Item, Items, Kept, Paragraph, Picture, Printed, Row, Section, Somebody, Table)
_PARTS = {part.__name__: part for part in _KINDS}
_IS = "is"


def as_json(part: object) -> Any:
    """Plain JSON values; every dataclass says what it is."""
    if isinstance(part, tuple):
        return [as_json(each) for each in part]
    if type(part).__name__ in _PARTS:
        fields = part.__dataclass_fields__  # type: ignore[attr-defined]
        return {_IS: type(part).__name__} | {name: as_json(getattr(part, name)) for name in fields}
    return part


def printed_of(data: Mapping[str, Any]) -> Printed:
    """The paper that as_json wrote. Raises KeyError or TypeError for anything else."""
    found = _read(data)
    if not isinstance(found, Printed):
        raise TypeError(f"no paper: {type(found).__name__}")
    return found


def _read(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_read(each) for each in value)
    if isinstance(value, Mapping):
        return _PARTS[value[_IS]](**{name: _read(each) for name, each in value.items() if name != _IS})
    return value


def hash_of(data: Mapping[str, Any]) -> str:
    """SHA-256 in hexadecimal, the same for the same paper whatever the order of its keys."""
    plain = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
