# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paper with every part that writers know, people by name already."""

from datetime import UTC, datetime

from bruecke.publish.paper import (
    Column,
    Fact,
    Facts,
    Gap,
    Item,
    Items,
    Kept,
    Paragraph,
    Picture,
    Printed,
    Row,
    Section,
    Table,
)

AT = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
LETTERS = "Łódź żółć ęąśćń · Příliš žluťoučký kůň úpěl · Wjelč łžica ćěšć hórš ŕ ń ź · Україна"
LONGEST = "Donaudampfschifffahrtsgesellschaftskapitänsanwärterin"
ADDRESS = "https://example.org/einrichtungen/sehr/lange/adresse?nummer=12345678901234567890123456789012345"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50"><rect width="50" height="40" fill="#0f2266"/>'
    '<text x="70" y="30" font-size="15" font-family="Fira Sans">2026</text></svg>'
)


def listing(rows: int) -> Table:
    """A table that runs over pages from about 25 rows on."""
    columns = (Column("Wann", 2), Column("Was", 5), Column("Wo nachzulesen", 3), Column("Kosten", 2, is_number=True))
    return Table(
        "Vorhaben der letzten fünf Jahre",
        columns,
        tuple(
            Row(f"activity:{n}", (f"{n}. Tag", f"{LONGEST} reist", ADDRESS, f"{n}.234 Euro"))
            for n in range(1, rows + 1)
        ),
        "Quelle: Brücke, Stand 3. Mai 2026",
        named_by=1,
    )


def sample(rows: int = 3, *, is_short: bool = False, language: str = "de") -> Printed:
    """A briefing of two sections."""
    first = (
        Paragraph(f"Buchstaben: {LETTERS}.", "lead"),
        Facts((Fact("Seit", "1999", "Gemeinsame Erklärung, Seite 3", "3. Mai 2026"), Fact("Träger", ""))),
        Gap("Es fehlt noch die Grundlage."),
    )
    second = (
        listing(rows),
        Items((Item("a", "Ein Punkt"), Item("b", "Noch ein Punkt"))),
        Kept("text:1", "Gesprächspunkte", "Erster Absatz.\n\nZweiter Absatz.", "Verfasst von Referat 31"),
        Picture(SVG, "Vorhaben je Jahr", "Ein Balken: 2026 acht Vorhaben.", "Stand 3. Mai 2026"),
    )
    return Printed(
        kind="Briefingmappe",
        title="Niederschlesien",
        subtitle="Reise der Ministerin",
        language=language,
        marking="Sichtbar für alle Ressorts",
        file_reference="StK-31-0123/4",
        printed_on="3. Mai 2026",
        ordinal="Druck Nr. 2",
        facts=(Fact("Anlass", "Delegationsreise"),),
        sections=(Section("glance", "Auf einen Blick", first), Section("doings", "Was wir gemeinsam tun", second)),
        is_short=is_short,
    )
