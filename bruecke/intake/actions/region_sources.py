# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where in an edition stands what a region's files cite."""

from dataclasses import dataclass, field

from django.db import models

from bruecke.intake.region_files import Row
from bruecke.library.actions import Cite, Stretch, cite, mark_passages
from bruecke.library.models import Passage
from bruecke.library.queries import passages_in_order
from bruecke.strategy.models import Chapter, Edition, Footnote, Goal, Wording

Span = tuple[int, int]
"""First and last line, both inside."""


class UnfoundCitationError(LookupError):
    """A file cites words that do not stand where it says."""


@dataclass(slots=True)
class Sources:
    """Finds the passage of a citation {in, phrase}.

    spans: lines by what `in` may name: measures, goals, chapters with their sections, target lists, footnotes,
    "preamble" and "closing".
    """

    edition: Edition
    passages: list[Passage]
    spans: dict[str, Span]
    cites: list[Cite] = field(default_factory=list)

    @classmethod
    def of(cls, edition: Edition) -> "Sources":
        """Seven statements."""
        return cls(edition, passages_in_order(edition.text), _spans(edition))

    def note(self, record: models.Model, row: Row, name: str = "") -> None:
        """Remember what a row cites, for one write at the end. Raises UnfoundCitationError."""
        self.cites += [Cite(record, self.passage(entry), name) for entry in row.get("cite", ())]

    def passage(self, entry: Row) -> int:
        """The shortest passage there that holds the phrase; a line becomes one where none does yet."""
        first, last = self.spans.get(entry["in"].split(".target.")[0], (0, 0))
        inside = [each for each in self.passages if first <= each.first_line and each.last_line <= last]
        holding = [each for each in inside if entry["phrase"] in each.wording]
        found = min(holding, key=lambda each: len(each.wording), default=None)
        return found.pk if found is not None else self._mark(entry, first, last)

    def _mark(self, entry: Row, first: int, last: int) -> int:
        text = self.edition.text
        repaired, raw = text.repaired.split("\n"), text.raw.split("\n")
        for number in range(first, last + 1):
            if number and entry["phrase"] in repaired[number - 1]:
                page = text.line_pages[number - 1] if text.line_pages else 1
                stretch = Stretch((number, number), page, repaired[number - 1].strip(), raw[number - 1])
                mark_passages(text=text, stretches=[stretch])
                self.passages.append(Passage.objects.get(text=text, first_line=number, last_line=number))
                return self.passages[-1].pk
        raise UnfoundCitationError(f"{entry['in']}: „{entry['phrase']}“ steht dort nicht (does not stand there)")

    def write(self) -> None:
        """All citations noted."""
        cite(citations=self.cites)


def _spans(edition: Edition) -> dict[str, Span]:
    spans: dict[str, Span] = {}
    for model, name in ((Goal, "reference"), (Wording, "reference"), (Footnote, "number")):
        rows = model._default_manager.filter(edition=edition, passage__isnull=False)
        for key, first, last in rows.values_list(name, "passage__first_line", "passage__last_line"):
            spans[f"footnote.{key}" if model is Footnote else key] = (first, last)
    return spans | _chapter_spans(edition)


def _chapter_spans(edition: Edition) -> dict[str, Span]:
    """From each heading to the next one that is not below it; what stands before the first is the preamble."""
    rows = list(Chapter.objects.filter(edition=edition, passage__isnull=False).select_related("passage"))
    starts = [row.passage.first_line for row in rows if row.passage] + [edition.text.repaired.count("\n") + 2]
    spans: dict[str, Span] = {"preamble": (1, starts[0] - 1)}
    for number, row in enumerate(rows):
        after = (n for n, other in enumerate(rows) if n > number and other.level <= row.level)
        span = (starts[number], starts[next(after, len(rows))] - 1)
        spans[row.reference] = span
        if row.is_closing:
            spans["closing"] = span
    return spans
