# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said when a document is refused: one German and one English sentence, and what to do."""

from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.limits import MEGABYTE


def empty() -> UnreadableDocument:
    """Nothing in the file, or only blanks."""
    return UnreadableDocument(
        "empty",
        "Die Datei ist leer. Bitte prüfen Sie, ob Sie die richtige Datei gewählt haben und ob sie "
        "vollständig übertragen wurde.",
        "The file is empty. Please check that you chose the right file and that it was copied completely.",
    )


def binary() -> UnreadableDocument:
    """Bytes that are neither text nor a known format."""
    return UnreadableDocument(
        "binary",
        "Die Datei enthält keinen lesbaren Text. Bitte wählen Sie ein Dokument (Text, Markdown, HTML, "
        "DOCX, ODT oder PDF).",
        "The file holds no readable text. Please choose a document (text, Markdown, HTML, DOCX, ODT or PDF).",
    )


def unknown_format(german: str, english: str) -> UnreadableDocument:
    """A format that is recognised but not read; `german` and `english` name it."""
    return UnreadableDocument(
        "unknown_format",
        f"Die Datei ist {german}. Bitte speichern Sie das Dokument als DOCX, ODT oder PDF und versuchen "
        "Sie es noch einmal.",
        f"The file is {english}. Please save the document as DOCX, ODT or PDF and try again.",
    )


def wrong_extension(suffix: str, german: str = "etwas anderes", english: str = "something else") -> UnreadableDocument:
    """The name promises a format that the content is not; `german` and `english` say what it is, if known."""
    return UnreadableDocument(
        "wrong_extension",
        f"Der Dateiname endet auf „{suffix}“, der Inhalt ist aber {german} und so nicht lesbar. Bitte "
        "öffnen Sie die Datei im ursprünglichen Programm und speichern Sie sie noch einmal.",
        f"The file name ends in “{suffix}”, but the content is {english} and cannot be read. Please open "
        "the file in the program it came from and save it again.",
    )


def encrypted() -> UnreadableDocument:
    """Protected by a password."""
    return UnreadableDocument(
        "encrypted",
        "Die Datei ist mit einem Kennwort geschützt. Bitte speichern Sie sie ohne Kennwort und versuchen "
        "Sie es noch einmal.",
        "The file is protected by a password. Please save it without a password and try again.",
    )


def broken(kind: str) -> UnreadableDocument:
    """A known format, damaged; `kind` is its name ("DOCX")."""
    return UnreadableDocument(
        "broken",
        f"Die {kind}-Datei ist beschädigt oder unvollständig. Bitte öffnen Sie sie im ursprünglichen "
        "Programm, speichern Sie sie neu und versuchen Sie es noch einmal.",
        f"The {kind} file is damaged or incomplete. Please open it in the program it came from, save it "
        "again and try once more.",
    )


def zip_bomb() -> UnreadableDocument:
    """Unpacks to far more than any document holds."""
    return UnreadableDocument(
        "zip_bomb",
        "Die Datei würde beim Entpacken übermäßig groß und wird deshalb nicht geöffnet. Bitte prüfen "
        "Sie, woher sie stammt.",
        "The file would grow excessively when unpacked and is therefore not opened. Please check where it comes from.",
    )


def too_large(limit_bytes: int) -> UnreadableDocument:
    """More bytes than are read."""
    megabytes = limit_bytes // MEGABYTE
    return UnreadableDocument(
        "too_large",
        f"Die Datei ist größer als {megabytes} MB. Bitte entfernen Sie Bilder oder teilen Sie das Dokument.",
        f"The file is larger than {megabytes} MB. Please remove pictures or split the document.",
    )


def too_much_text(limit: int) -> UnreadableDocument:
    """More running text than is read; `limit` in characters."""
    millions = limit // 1_000_000
    return UnreadableDocument(
        "too_large",
        f"Das Dokument hat mehr als {millions} Millionen Zeichen. Bitte teilen Sie es.",
        f"The document has more than {millions} million characters. Please split it.",
    )


def too_many_pages(pages: int, limit: int) -> UnreadableDocument:
    """More pages than are read."""
    return UnreadableDocument(
        "too_many_pages",
        f"Das Dokument hat {pages} Seiten, gelesen werden höchstens {limit}. Bitte teilen Sie es.",
        f"The document has {pages} pages, at most {limit} are read. Please split it.",
    )


def needs_ocr() -> UnreadableDocument:
    """Pictures of pages, and no recognition installed."""
    return UnreadableDocument(
        "needs_ocr",
        "Das PDF enthält nur Bilder von Seiten und keinen Text. Damit Brücke es lesen kann, muss die "
        "Texterkennung installiert sein: pip install bruecke[ocr] und das Debian-Paket "
        "tesseract-ocr-deu. Oder laden Sie eine Fassung mit Text hoch.",
        "The PDF holds only pictures of pages and no text. For Brücke to read it, text recognition must "
        "be installed: pip install bruecke[ocr] and the Debian package tesseract-ocr-deu. Or upload a "
        "version with text.",
    )


def ocr_failed() -> UnreadableDocument:
    """Recognition ran and gave nothing."""
    return UnreadableDocument(
        "ocr_failed",
        "Die Texterkennung hat in dem PDF keinen Text gefunden. Bitte prüfen Sie den Scan (Auflösung, "
        "Ausrichtung) oder laden Sie eine Fassung mit Text hoch.",
        "Text recognition found no text in the PDF. Please check the scan (resolution, orientation) or "
        "upload a version with text.",
    )


def timeout(seconds: int) -> UnreadableDocument:
    """Reading took too long and was ended."""
    return UnreadableDocument(
        "timeout",
        f"Das Lesen der Datei hat länger als {seconds} Sekunden gedauert und wurde abgebrochen. Bitte "
        "teilen Sie das Dokument.",
        f"Reading the file took longer than {seconds} seconds and was stopped. Please split the document.",
    )


def memory() -> UnreadableDocument:
    """Reading needed too much memory and was ended."""
    return UnreadableDocument(
        "memory",
        "Das Lesen der Datei hat zu viel Arbeitsspeicher gebraucht und wurde abgebrochen. Bitte teilen "
        "Sie das Dokument oder entfernen Sie Bilder.",
        "Reading the file needed too much memory and was stopped. Please split the document or remove pictures.",
    )


def crashed() -> UnreadableDocument:
    """The reading process ended by itself without an answer."""
    return UnreadableDocument(
        "broken",
        "Das Lesen der Datei ist abgebrochen; wahrscheinlich ist sie beschädigt. Bitte speichern Sie sie im "
        "ursprünglichen Programm neu oder in einem anderen Format (DOCX, ODT, PDF).",
        "Reading the file broke off; it is probably damaged. Please save it anew in the program it came "
        "from, or in another format (DOCX, ODT, PDF).",
    )


def table_too_large(most: int) -> UnreadableDocument:
    """A table of more bytes than are read."""
    size = most // MEGABYTE
    return UnreadableDocument(
        "too_large",
        f"Die Datei ist größer als {size} MB. Bitte teilen Sie die Tabelle auf mehrere Dateien auf.",
        f"The file is larger than {size} MB. Please split the table into several files.",
    )


def too_many_cells(most: int) -> UnreadableDocument:
    """A table of more cells than are read."""
    return UnreadableDocument(
        "too_large",
        f"Die Tabelle hat mehr als {most:,} Zellen. Bitte teilen Sie sie auf oder löschen Sie überflüssige "
        "Spalten.".replace(",", "."),
        f"The table has more than {most:,} cells. Please split it or delete columns that are not needed.",
    )


def no_table() -> UnreadableDocument:
    """Bytes of a format that holds no table, or an old one."""
    return UnreadableDocument(
        "unknown_format",
        "Die Datei ist keine Tabelle, die Brücke lesen kann. Bitte speichern Sie sie als CSV, XLSX oder ODS.",
        "The file is no table that Brücke can read. Please save it as CSV, XLSX or ODS.",
    )


def no_rows() -> UnreadableDocument:
    """Neither header nor rows."""
    return UnreadableDocument(
        "empty",
        "In der Datei ist keine Tabelle mit Spaltenköpfen und Zeilen darunter zu erkennen. Bitte prüfen Sie, ob die "
        "erste Zeile der Tabelle sagt, was in den Spalten steht.",
        "No table with column headings and rows below them can be made out in the file. Please check that the first "
        "row of the table says what the columns hold.",
    )
