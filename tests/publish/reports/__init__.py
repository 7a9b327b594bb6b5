# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of the reports; each has its own module (a test of the house demands it)."""

from dataclasses import replace
from datetime import date
from typing import Any

from bruecke.publish.marking import Marking, in_words, reader_of
from bruecke.publish.paper import Facts, Gap, Items, Kept, Paragraph, Printed, Section, Table
from bruecke.publish.report import Order, Subject
from bruecke.publish.reports import reports
from bruecke.records.visibility import Visibility

ON, TODAY = date(2026, 5, 12), date(2026, 5, 3)


def gathered(name: str, subject: Subject, *, visibility: str = Visibility.MINISTRIES, **said: Any) -> Printed:
    """What a report gathers on 3 May for 12 May 2026, for readers of that visibility."""
    marking = Marking(visibility)
    order = Order(subject, ON, TODAY, "de", reader_of(marking), in_words(marking), "StK-31/7")
    return reports()[name].gather(replace(order, **said))


def section(paper: Printed, key: str) -> Section:
    """The section of that key; StopIteration where there is none."""
    return next(each for each in paper.sections if each.key == key)


def rows(part: Section) -> list[tuple[Any, ...]]:
    """Cells of all its tables."""
    return [row.cells for block in part.blocks if isinstance(block, Table) for row in block.rows]


def facts(part: Section) -> dict[str, Any]:
    """Its terms and values."""
    return {fact.term: fact.value for block in part.blocks if isinstance(block, Facts) for fact in block.facts}


def texts(part: Section) -> list[Any]:
    """Its sentences, gaps, points and kept texts."""
    found: list[Any] = []
    for block in part.blocks:
        if isinstance(block, Paragraph | Gap | Kept):
            found.append(block.text)
        elif isinstance(block, Items):
            found += [item.text for item in block.items]
    return found
