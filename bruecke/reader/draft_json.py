# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The draft as JSON and back: between the reading process and its caller, and as `bruecke read --json` prints it."""

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bruecke.reader.draft import Draft

# The whole text, line by line: needed to show a passage, too much to publish with every draft.
TEXT_KEYS = ("source_lines", "text_lines", "line_pages")
_FIRST_KEYS = ("schema", "title", "title_lines")
_TITLE_KEYS = ("title", "title_lines", "schema")


def published(draft: Draft) -> dict[str, Any]:
    """The JSON form of draft.schema.json without the text itself."""
    data = draft.as_json()
    first = {key: data[key] for key in _FIRST_KEYS}
    return {**first, **{key: value for key, value in data.items() if key not in (*_FIRST_KEYS, *TEXT_KEYS)}}


def from_json(data: dict[str, Any]) -> Draft:
    """The draft that `Draft.as_json` gave; equal to it. Raises KeyError or TypeError for anything else."""
    plain = {key: value for key, value in data.items() if key not in _TITLE_KEYS}
    span = data["title_lines"]
    plain["title"] = {"text": data["title"], "lines": span} if span is not None else None
    draft: Draft = _build(Draft, plain)
    return draft


def _build(kind: Any, value: Any) -> Any:
    """A value of type `kind` from its JSON form."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = next(option for option in get_args(kind) if option is not NoneType)
        return None if value is None else _build(inner, value)
    if origin is tuple:
        return _build_tuple(get_args(kind), value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{f.name: _build(hints[f.name], value[f.name]) for f in fields(kind)})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


def _build_tuple(kinds: tuple[Any, ...], values: list[Any]) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        if kinds[0] in (str, int):
            return tuple(values)
        return tuple(_build(kinds[0], value) for value in values)
    return tuple(_build(kind, value) for kind, value in zip(kinds, values, strict=True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
