# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads of the library."""

from bruecke.accounts.principal import Principal
from bruecke.library.models import Document, Passage, SourceText


def passage_keys(text: SourceText) -> dict[tuple[int, int], int]:
    """The key of every passage of a text by its lines (first, last); one statement."""
    rows = Passage.objects.filter(text=text).order_by().values_list("first_line", "last_line", "pk")
    return {(first, last): pk for first, last, pk in rows}


def passages_in_order(text: SourceText) -> list[Passage]:
    """All passages of a text as they follow each other, the longer first where two begin together; one statement."""
    return list(Passage.objects.filter(text=text).order_by("first_line", "-last_line"))


def seen_document(pk: int, *, principal: Principal) -> Document:
    """A document; one statement. Raises Document.DoesNotExist."""
    document: Document = Document.objects.visible_to(principal).get(pk=pk)
    return document
