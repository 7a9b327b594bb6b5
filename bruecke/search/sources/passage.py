# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of editions itself, block by block; an entry leads to its first line on the document page."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bruecke.search.source import Found, Ids, Source, houses_of, is_findable, texts, visibility_in
from bruecke.strategy.models import Edition

_MARK = re.compile(r"^\s*(?:[-–—•*]|#{1,6}|\d{1,2}[.)])\s+(?=\S)")
"""What a list item or a Markdown heading begins with."""

MOST_LINES = 12
"""Lines of a block; texts without empty lines are cut there."""


def fetch(ids: Sequence[int]) -> list[Found]:
    """The blocks of these editions; two statements."""
    rows = (
        Edition.objects.filter(pk__in=ids).select_related("strategy", "text").prefetch_related("strategy__named_houses")
    )
    return [found for edition in rows if is_findable(edition.state) for found in _blocks(edition)]


def _blocks(edition: Edition) -> list[Found]:
    language = edition.text.language or "de"
    houses = houses_of(edition.strategy)
    return [
        Found(
            record_id=edition.pk,
            part=line,
            titles={},
            public=texts([block], language),
            visibility=visibility_in(edition.state, edition.strategy.visibility),
            owner_id=edition.strategy.owner_id,
            houses=houses,
            place=edition.pk,
            fragment=f"z{line}",
            facts={"reference": edition.title},
        )
        for line, block in blocks(edition.text.repaired)
    ]


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """First line (from 1) and text of each paragraph, heading or list item, without its mark.

    The lines of a block are joined; a word cut at "-" is mended.
    """
    lines: list[str] = []
    number = 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        is_new = not line.strip() or _MARK.match(line) or len(lines) == MOST_LINES
        if lines and is_new:
            yield number - len(lines), _joined(lines)
            lines = []
        if line.strip():
            lines.append(_MARK.sub("", line).strip() or line.strip())


def _joined(lines: list[str]) -> str:
    joined = lines[0]
    for line in lines[1:]:
        is_cut = joined.endswith("-") and line[0].islower()
        joined = joined[:-1] + line if is_cut else f"{joined} {line}"
    return joined


def _of_strategies(ids: Sequence[int]) -> Ids:
    return Edition.objects.filter(strategy_id__in=ids).values_list("pk", flat=True)


SOURCE = Source(
    kind="passage",
    position=80,
    label=_("Stellen im Dokument"),
    count_text=lambda n: ngettext("%(n)d Stelle im Dokument", "%(n)d Stellen im Dokument", n) % {"n": n},
    url_name="edition_document",
    rows=Edition.objects.all,
    fetch=fetch,
    is_long=True,
    touched={"edition": lambda ids: ids, "strategy": _of_strategies},
)
