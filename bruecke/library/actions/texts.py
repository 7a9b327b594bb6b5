# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs of the library: keep a text, mark passages in it, cite them, enter a document. What people fill in on a
document is DOCUMENT; the verbs for that are those of records.editing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext as _

from bruecke.accounts.principal import Principal
from bruecke.base.dates import is_fuzzy_date
from bruecke.library.models import Citation, Document, Passage, SourceText
from bruecke.library.permissions import can_edit_document
from bruecke.records.editing import (
    OF_EVERY_RECORD,
    Fillable,
    Values,
    enter,
    free_key,
    in_languages,
    title_problem,
    whichever,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage to be marked: lines (first, last), wording, and where lines and repairs stand in the wording."""

    lines: tuple[int, int]
    page: int
    wording: str
    raw: str
    line_starts: tuple[int, ...] = ()
    spots: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation to be written: which record's which field rests on which passage."""

    record: models.Model
    passage_id: int
    field: str = ""


@transaction.atomic
def keep_text(
    *,
    sha256: str,
    file_name: str,
    format: str,
    language: str,
    raw: str,
    repaired: str,
    line_pages: Sequence[int],
    page_count: int,
    repairs: Sequence[Sequence[Any]],
) -> SourceText:
    """Keep the text of a file, or put the new reading in place of the old where no passage rests on it yet."""
    fields: dict[str, Any] = {
        "file_name": file_name,
        "format": format,
        "language": language,
        "raw": raw,
        "repaired": repaired,
        "line_pages": list(line_pages),
        "page_count": page_count,
        "repairs": [list(item) for item in repairs],
    }
    text = SourceText.objects.select_for_update().filter(sha256=sha256).first()
    if text is None:
        return SourceText.objects.create(sha256=sha256, **fields)
    if not text.passages.exists():
        for name, value in fields.items():
            setattr(text, name, value)
        text.save()
    return text


@transaction.atomic
def settle_text(*, text: SourceText, repaired: str, repairs: Sequence[Sequence[Any]]) -> None:
    """Put in place what a reviewer made of the repairs, before the first passage rests on the text."""
    text.repaired = repaired
    text.repairs = [list(item) for item in repairs]
    text.save(update_fields=("repaired", "repairs"))


@transaction.atomic
def mark_passages(*, text: SourceText, stretches: Iterable[Stretch]) -> None:
    """Mark passages of a text; those marked before stay as they are. One statement per some hundred."""
    Passage.objects.bulk_create(
        [
            Passage(
                text=text,
                first_line=item.lines[0],
                last_line=item.lines[1],
                page=item.page,
                wording=item.wording,
                raw=item.raw,
                repairs=len(item.spots),
                line_starts=list(item.line_starts),
                spots=[list(spot) for spot in item.spots],
            )
            for item in stretches
        ],
        ignore_conflicts=True,
    )


@transaction.atomic
def cite(*, citations: Iterable[Cite]) -> None:
    """Write down what records rest on; once each."""
    Citation.objects.bulk_create(
        [
            Citation(
                passage_id=item.passage_id,
                record_type=item.record._meta.model_name or "",
                record_id=item.record.pk,
                field=item.field,
            )
            for item in citations
        ],
        ignore_conflicts=True,
    )


def _document_problems(document: Document, values: Values, by: Principal) -> dict[str, str]:
    problems = title_problem(values, "title", _("Es fehlt noch der Titel."))
    if values["issued"] and not is_fuzzy_date(values["issued"]):
        problems["issued"] = _("Dieses Datum gibt es im Kalender nicht.")
    return problems or _namesake_problem(document, values, by)


def _namesake_problem(document: Document, values: Values, by: Principal) -> dict[str, str]:
    """The same one twice, for instance because the button was pressed twice; what is hidden is not told of."""
    title = values["title_de"]
    if not title or (title, values["issued"]) == (document.title_de, document.issued):  # type: ignore[attr-defined]
        return {}
    others = Document.objects.visible_to(by).exclude(pk=document.pk)
    same = others.filter(title_de__iexact=title, issued=values["issued"], publisher=values["publisher"])
    return {"title_de": _("Ein Dokument dieses Titels und Datums gibt es schon.")} if same.exists() else {}


DOCUMENT: Fillable[Document] = Fillable(
    (*in_languages("title"), "kind", "status", "issued", "publisher", "url", *OF_EVERY_RECORD),
    whichever(can_edit_document),
    _document_problems,
)


@transaction.atomic
def enter_document(*, fields: Mapping[str, Any], by: Principal, why: str = "", draft: str = "") -> Document:
    """Enter a document by hand. fields: names of DOCUMENT. Raises NotAllowed, Refused."""
    titles = (str(fields[name]) for name in in_languages("title") if fields.get(name))
    record = Document(key=free_key(Document, next(titles, "")))
    return enter(record=record, rules=DOCUMENT, fields=fields, by=by, why=why, draft=draft)
