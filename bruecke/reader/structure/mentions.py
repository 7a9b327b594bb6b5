# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything a text names, with exact character offsets."""

from bruecke.reader.draft import Mention
from bruecke.reader.structure.dates import dates
from bruecke.reader.structure.figures import figures
from bruecke.reader.structure.names import names
from bruecke.reader.structure.places import places


def mentions(text: str) -> tuple[Mention, ...]:
    """What a text names, in order of appearance. A place may stand inside an organisation's or a document's name."""
    named = list(names(text))
    spans = [(mention.start, mention.end) for mention in named]
    dated = [date for date in dates(text) if not any(one < date.start and date.end < other for one, other in spans)]
    counted = figures(text, spans + [(mention.start, mention.end) for mention in dated])
    found = [*named, *dated, *counted, *places(text)]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.type)))
