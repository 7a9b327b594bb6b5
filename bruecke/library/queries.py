# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads of the library."""

from bruecke.accounts.principal import Principal
from bruecke.library.models import Attachment, Document, Passage, SourceText


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


def attachments_of(record_type: str, record_id: int, *, principal: Principal) -> list[Attachment]:
    """Files of a record that `principal` was found to see, with notes of removed ones for the government; one
    statement."""
    rows = Attachment.objects.filter(record_type=record_type, record_id=record_id).shown_to(principal)
    return list(rows if principal.is_staff else rows.standing())


def shown_attachment(pk: int, *, principal: Principal) -> Attachment:
    """A file that is still there; whether its record may be known of is for the asker to find out. One statement.

    Raises Attachment.DoesNotExist.
    """
    found: Attachment = Attachment.objects.shown_to(principal).standing().get(pk=pk)
    return found
