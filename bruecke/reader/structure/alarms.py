# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the draft says where the reader was unsure: a stable code, and the sentence in German and English."""

from collections.abc import Sequence

from bruecke.reader.draft import Span, Warning


def no_list() -> Warning:
    """The document has no list or table of measures."""
    return Warning(
        "no_list",
        "Das Dokument enthält keine Liste und keine Tabelle, die als Maßnahmen zu erkennen ist.",
        "The document has no list and no table that can be recognised as measures.",
    )


def no_title() -> Warning:
    """No title was found."""
    return Warning("no_title", "Es wurde kein Titel gefunden.", "No title was found.")


def no_chapters() -> Warning:
    """No chapters were found."""
    return Warning("no_chapters", "Es wurde keine Gliederung in Kapitel gefunden.", "No chapters were found.")


def unsure_list(reference: str, lines: Span) -> Warning:
    """Items read like measures, but nothing announces them."""
    return Warning(
        "list_unsure",
        f"Liste {reference}: Kein Satz kündigt Maßnahmen an; die Punkte lesen sich aber so. Bitte prüfen.",
        f"List {reference}: no sentence announces measures, but the items read like them. Please check.",
        lines,
    )


def list_left(lines: Span) -> Warning:
    """A list that was left in the text."""
    return Warning(
        "list_left",
        "Diese Aufzählung wurde nicht als Liste von Maßnahmen gelesen; sie steht im Text des Kapitels.",
        "This list was not read as measures; it stands in the chapter's text.",
        lines,
    )


def table_left(lines: Span) -> Warning:
    """A table without a column of measures."""
    return Warning(
        "table_left",
        "Diese Tabelle hat keine Spalte mit Maßnahmen; sie steht im Text des Kapitels.",
        "This table has no column of measures; it stands in the chapter's text.",
        lines,
    )


def row_left(text: str, lines: Span) -> Warning:
    """A row that holds no measure."""
    printed = text.strip(" |")[:80]
    return Warning(
        "row_left",
        f"Diese Tabellenzeile wurde nicht als Maßnahme gelesen: „{printed}“",
        f"This row was not read as a measure: “{printed}”",
        lines,
    )


def columns_ignored(reference: str, columns: Sequence[str], lines: Span) -> Warning:
    """Columns without a place in the draft."""
    named = ", ".join(columns)
    return Warning(
        "columns_ignored",
        f"Tabelle {reference}: Diese Spalten wurden nicht übernommen: {named}.",
        f"Table {reference}: these columns were not taken over: {named}.",
        lines,
    )


def modality_unknown(reference: str, lines: Span) -> Warning:
    """Nothing says how binding a list is."""
    return Warning(
        "modality_unknown",
        f"Liste {reference}: Der Text sagt nicht, wie verbindlich sie ist.",
        f"List {reference}: the text does not say how binding it is.",
        lines,
    )


def contents_missing(title: str, lines: Span) -> Warning:
    """A title of the table of contents that was not found again."""
    return Warning(
        "contents_entry_missing",
        f"„{title}“ steht im Inhaltsverzeichnis, wurde aber nicht als Überschrift gefunden.",
        f"“{title}” stands in the table of contents but was not found as a heading.",
        lines,
    )


def numbers_missing(before: str, after: str, lines: Span) -> Warning:
    """A gap in the numbers of the chapters."""
    return Warning(
        "chapter_number_missing",
        f"Zwischen den Kapiteln {before} und {after} fehlt eine Nummer.",
        f"A number is missing between the chapters {before} and {after}.",
        lines,
    )


def anchor_missing(number: str, lines: Span) -> Warning:
    """A footnote whose mark was not found."""
    return Warning(
        "footnote_anchor_missing",
        f"Zur Fußnote {number} wurde im Text kein Zeichen gefunden.",
        f"No mark was found in the text for footnote {number}.",
        lines,
    )


def anchor_guessed(number: str, lines: Span) -> Warning:
    """A footnote whose mark is illegible and was known by its place."""
    return Warning(
        "footnote_anchor_guessed",
        f"Das Zeichen der Fußnote {number} ist unleserlich und wurde nach seiner Stelle zugeordnet.",
        f"The mark of footnote {number} is illegible and was assigned by its place.",
        lines,
    )
