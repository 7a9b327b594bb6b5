# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, programmes and documents a text names, known by what such names end in, legal forms and acronyms."""

import re
from collections.abc import Iterator

from bruecke.reader.draft import Mention, MentionType, Span
from bruecke.reader.structure.kinds import is_verb
from bruecke.reader.structure.words import word_set

_CAP = r"[A-ZÄÖÜ][\wÄÖÜäöüß&/’'-]*"
_ORG = (
    r"(?:[A-ZÄÖÜ][\w/-]*-?)?"
    r"(?:[Mm]inister(?:iums?|ien)|[Ss]taatskanzlei|[Kk]ommission|[Aa]llianz|[Nn]etzwerk(?:s|es)?"
    r"|[Kk]ammern?|[Vv]erband(?:s|es)?"
    r"|[Vv]erein(?:s|igung)?|[Ii]nitiative|[Aa]usschuss(?:es)?|[Aa]rbeitsgruppe|[Aa]rbeitskreis(?:es)?"
    r"|[Ss]teuerungskreis(?:es)?"
    r"|[Ll]enkungskreis(?:es)?|[Ss]tiftung|[Bb]eirat(?:s|es)?|[Rr]at(?:s|es)?|[Aa]gentur|[Ii]nstitut(?:s"
    r"|es)?|[Uu]niversität"
    r"|[Hh]ochschule|[Aa]kademie|[Dd]irektion|[Bb]ehörde|[Bb]ündnis(?:ses)?|[Vv]erbund(?:s|es)?|[Ff]orum"
    r"|[Ss]enatsverwaltung"
    r"|[Ll]andesamt(?:es)?|[Bb]undesamt(?:es)?|[Zz]entrums?|[Bb]üro|Gesellschaft(?=\sfür))"
)
_ORG_EN = (
    r"(?:Ministry|Department|Commission|Committee|Council|Board|Agency|Administration|Office|Alliance"
    r"|Network|Chamber"
    r"|Association|Foundation|Institute|University|Authority|Bureau|Consortium|Union|Bank|Fund"
    r"|Partnership|Working Group"
    r"|Task Force)"
)
_LEGAL = r"(?:e\.\s?V\.|gGmbH|GmbH(?:\s&\sCo\.\sKG)?|mbH|AG|AöR|KGaA|eG|Ltd\.?|Inc\.?|Corp\.|S\.A\.|GbR|SE)"
_OF = (
    r"(?:\s(?:für|der|des|von|zu|zur)\s(?:die\s|den\s|das\s)?CAP(?:(?:\s|-\sund\s|,\s|\sund\s)CAP){0,3}"
    r"|(?:\sCAP){1,2})?"
)
_OF_EN = r"(?:\s(?:of|for|on)\s(?:the\s)?CAP(?:\s(?:and\s)?CAP){0,4})?"
_ORGANISATIONS = tuple(
    re.compile(pattern.replace("CAP", _CAP))
    for pattern in (
        rf"(?<![\w-])(?:CAP\s){{1,5}}{_LEGAL}(?!\w)",
        rf"(?<![\w-])(?:CAP\s){{0,2}}{_ORG}(?![\w-]){_OF}",
        rf"(?<![\w-])(?:CAP\s){{0,4}}{_ORG_EN}{_OF_EN}(?!\w)",
    )
)
_PLURAL = re.compile(r"(?:minister|kammern|verbände|netzwerke|netzwerken|verbänden|vereine)$", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<![\w-])[A-ZÄÖÜ]{2,}[A-Z0-9ÄÖÜ]*(?:-[A-Z]{2,}|\s(?:Ost|West|Nord|Süd))?(?![\w-])")
_ROMAN = re.compile(r"[IVXLCDM]+$")
_NO_ORG = word_set(
    """
    EU USA UK US UN VAE UAE KI AI IT IKT ICT KMU SME SMES PDF CO2 ÖPNV MINT BIP GDP Q1 Q2 Q3 Q4 OK TV CD
    DVD WLAN LAN EDV LKW PKW SMS QR URL WWW API GIS HTML XML FAQ PR HR FTE EUR USD MIV LED COVID FY
    """
)
_PROGRAMME = re.compile(
    r"(?<![\w-])(?:(?:[A-ZÄÖÜ][\w+/-]*\s){0,2}(?:Förderrichtlinie|Richtlinie"
    r"|Programme?s?)\s[A-ZÄÖÜ„][\wäöüß+-]*"
    r"|[A-ZÄÖÜ][\wäöüß/-]*(?:programms?|plattform|förderrichtlinie|fonds)(?!\w)"
    r"|(?:[A-Z][\w’'-]*\s){1,4}(?:Platform|Programme|Program|Facility|Fund)(?!\w)(?:\s\+)?"
    r"|Erasmus(?:\+|\sPlus)?|(?:INTERREG|Interreg)(?:\s[A-Z0-9]{1,3}(?:[-–]\w+)?)?"
    r"|Horizon(?:t)?\s(?:Europ[ae]|2020)"
    r"|Creative\sEurope|Digital\sEurope|Green\sDeal|ESF\+?|EFRE|ERDF|JTF|Life\+?(?=\s(?:programme|Programm)))"
)
_DOCUMENT = re.compile(
    r"(?<![\w-])(?:Gemeinsame[nsrm]?\s)?(?:[A-ZÄÖÜ][\wäöüß/-]*(?:strategie|konzepte?s?"
    r"|konzeption|(?:maßnahmen|aktions|master|bildungs|entwicklungs|arbeits|klimaschutz|verkehrs"
    r"|jahres)plan(?:s|es|ung)?"
    r"|vertrag(?:s|es)?|gesetz(?:es)?|verordnung|abkommen(?:s)?|erklärung|leitlinien|charta"
    r"|agenda|vereinbarung)"
    r"|Masterplan(?:s|es)?|Strategie|Leitlinien|Agenda|Charta|Vertrag(?:s|es)?|Konzept(?:s|es)?"
    r"|Aktionsplan(?:s|es)?)(?!\w)"
    r"(?:\s[A-ZÄÖÜ][\wäöüß-]+){0,3}(?:\s20\d\d)?"
)
_DOCUMENT_EN = re.compile(
    r"(?<![\w-])(?:[A-Z][\w’'-]*\s){1,5}(?:Strategy|Plan|Agreement|Act|Charter|Treaty|Directive"
    r"|Regulation|Roadmap|White Paper|Declaration|Playbook|Report)(?:\s20\d\d)?(?!\w)"
)
_DATED_ACRONYM = re.compile(
    r"(?<![\w-])[A-ZÄÖÜ]{2,6}\s20\d\d(?!\d)(?!\s(?:in|at)\s[A-ZÄÖÜ])"
)  # "EXPO 2025 in …" is no paper
_GENERIC = word_set(
    """
    Strategie Leitlinien Agenda Charta Vertrag Vertrags Konzept Konzepts Konzeptes Gesetz Strategien
    Vereinbarung Forum Netzwerk Netzwerks Netzwerkes Netzwerken Verband Verein Rat Rates Institut
    Zentrum Initiative Allianz Kommission Kammer Kammern Stiftung Universität Hochschule Akademie
    Gesellschaft Behörde Bündnis Verbund Agentur Büro Arbeitsgruppe Ausschuss Beirat Ministerium
    Vertreter Council Board Agency Committee Commission Department Office Administration Network Union
    Authority Association Bank Fund Institute University Foundation Partnership The Erklärung
    Förderprogramm Förderprogramms Erklärungen Konzepte Konzeption Abkommen Verordnung
    """
)
_LEADING = re.compile(r"^(?:(?:Der|Die|Das|Dem|Den|Des|The|This|A|An|Mit|Im|In|By|For|All|Each|Any|With|Of)\s)+")


def names(text: str) -> Iterator[Mention]:
    """Programmes, documents and organisations named, in that order of preference where they overlap."""
    taken: list[Span] = []
    for kind, patterns in (
        (MentionType.DOCUMENT, (_DATED_ACRONYM,)),
        (MentionType.PROGRAMME, (_PROGRAMME,)),
        (MentionType.DOCUMENT, (_DOCUMENT, _DOCUMENT_EN)),
        (MentionType.ORGANISATION, (*_ORGANISATIONS, _ACRONYM)),
    ):
        for pattern in patterns:
            for match in pattern.finditer(text):
                start, end = _clean(text, *match.span())
                name = text[start:end]
                if (
                    start >= end
                    or any(one < end and start < other for one, other in taken)
                    or not _is_name(name, start)
                ):
                    continue
                taken.append((start, end))
                yield Mention(kind, name, start, end)


def _clean(text: str, start: int, end: int) -> Span:
    if leading := _LEADING.match(text[start:end]):
        start += leading.end()
    first, _, rest = text[start:end].partition(" ")
    if rest and start == 0 and is_verb(first):
        start += len(first) + 1
    while end > start and text[end - 1] in " ,/-'’":
        end -= 1
    if text[end - 1 : end] == "." and not re.search(r"(?:V|Inc|Ltd|Corp|A)\.$", text[start:end]):
        end -= 1
    return start, end


def _is_name(name: str, start: int) -> bool:
    """A generic noun alone is no name, nor is an abbreviation of everyday language."""
    if name in _GENERIC or name.upper() in _NO_ORG or _ROMAN.match(name) or len(name) < 3:
        return False
    return not (" " not in name and _PLURAL.search(name))
