# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences of normative force outside the lists: what binds the government though it is no measure."""

from collections.abc import Iterator

from bruecke.reader.draft import Modality, Statement
from bruecke.reader.structure.flow import Flow
from bruecke.reader.structure.sentences import sentences
from bruecke.reader.structure.words import exact, loose

# Who binds itself.
_BODIES = {
    "de": loose(
        r"\b(?:wir|\w*regierung(?:en)?|senats?|koalition\w*|koalitionspartner\w*|\w*freistaate?s?|bund"
        r"|länder|land|stadt"
        r"|stadtverwaltung|landes?verwaltung|verwaltung|\w*ministeri(?:um|en)|staatskanzlei|kabinett"
        r"|kommunen?|gemeinden?|landkreise?"
        r"|ressorts?|\w*kommission|\w*behörden?|\w*arbeitsgruppen?|region|rat|stadtrat|gemeinderat|parlament"
        r"|landtag|senatsverwaltung\w*)\b"
    ),
    "en": exact(
        r"\b(?:we|governments?|cit(?:y|ies)|count(?:y|ies)|states?|agenc(?:y|ies)|departments?"
        r"|ministr(?:y|ies)|councils?"
        r"|commission|committees?|board|administration|authorit(?:y|ies)|office|region|municipalit(?:y"
        r"|ies)|secretariat"
        r"|parliament|cabinet|agency's|service|bureau)\b|\b(?-i:[A-Z]{3,6})\b"
    ),
}
# What is bound: it carries a duty only in the passive, or with a word of duty.
_SUBJECTS = {
    "de": loose(
        r"\b(?:uns(?:er\w*)?|strategien?|\w*leitlinien|\w*plan(?:es|s)?|\w*konzepte?s?|ziele|instrumente"
        r"|maßnahmen|vorhaben|projekte"
        r"|\w*partnerschaften|\w*kooperationen|haushalt\w*|mittel|umsetzung|koordinierung|steuerung"
        r"|evaluierung|\w*zusammenarbeit|fortschritt\w*)\b"
    ),
    "en": exact(
        r"\b(?:our|strateg(?:y|ies)|plans?|goals?|objectives|partners?|partnerships?|measures?|actions?"
        r"|projects?|progress"
        r"|implementation|cooperation|funding|evaluation|report|framework|committee)\b"
    ),
}
_FORMULA = {
    "de": loose(
        r"\bunter (?:dem |einem )?(?:\w+ )?\w*vorbehalt\b|vorbehalt des\b|\bvorbehaltlich\b"
        r"|\b(?:den )?(?:vorzug|vorrang)\b"
        r"|\bkeine(?:rlei)? (?:\w+ )?(?:bindung|bindungswirkung|ansprüche|rechtsansprüche)\b"
        r"|\bfinde[nt] (?:\w+ ){0,3}berücksichtigung\b|\berfolgt nicht\b|\bnicht zulässig\b"
        r"|\bverbindlich\w*\b|\bverpflicht\w+\b|\bbekenn\w+ (?:sich|uns)\b"
        r"|\bin kraft\b|\brechtsgrundlage\b|\bdien(?:t|en) (?:\w+ ){0,3}(?:instrumente?|maßnahmen"
        r"|handlungsfelder)\b"
        r"|\b(?:koordinierung|umsetzung|steuerung|evaluierung|finanzierung|abstimmung"
        r"|berichterstattung)\b.{0,160}?\berfolgt\b"
    ),
    "en": exact(
        r"\bsubject to\b|\btakes? precedence\b|\bnot binding\b|\bshall not\b|\bmust not\b"
        r"|\benters? into force\b|\bis responsible for\b"
        r"|\bare responsible for\b|\bcommits? to\b|\bis required to\b|\bare required to\b"
    ),
}
_INTENTION = {
    "de": loose(
        r"(?!^sollten?\b)\b(?:soll(?:en|te|ten)?|wollen|will|möchten?|streb(?:en|t)\b.{0,200}?\ban\b|angestrebt"
        r"|beabsichtig(?:en|t)|plan(?:en|t)\b"
        r"|setz(?:en|t) (?:sich|uns)\b.{0,200}?\bein\b|gilt es)\b"
    ),
    "en": exact(
        r"\b(?:should|aims? (?:to|at)|intends? to|plans? to|seeks? to|wants? to|is encouraged to"
        r"|are encouraged to)\b"
    ),
}
# "soll" binds whoever is meant; "will" and "plant" only who says so.
# "Sollte der Bund …, wird …" is a condition.
_OUGHT = {"de": loose(r"(?!^sollten?\b)\bsoll(?:en|te|ten)?\b"), "en": exact(r"\bshould\b(?! be noted)")}
_FUTURE = {
    "de": loose(r"\b(?:wird|werden)\b"),
    "en": exact(r"\b(?:will|shall|must|(?:is|are) to be)\b"),
}
_DUTY = {
    "de": loose(r"\b(?:muss|müssen|darf|dürfen|ist zu \w+en|sind zu \w+en|haben zu|hat zu)\b"),
    "en": exact(r"\b(?:must|shall|has to|have to)\b"),
}
_OPTION = {"de": loose(r"\bkönnte[n]?\b"), "en": exact(r"\b(?:could|might)\b")}
# What a government does when it binds itself; finite forms and participles, plain and separable.
_GOVERNING = {
    "de": loose(
        r"(?<!\bzu )\b(?:berücksichtig\w+|ein(?:zu|ge)?(?:bind|bezieh|bund)\w*|bind(?:et"
        r"|en) .{0,200}?\bein\b|(?:be)?zieh(?:t|en) .{0,200}?\bein\b"
        r"|stimm(?:t|en) (?:sich|uns)\b.{0,300}?\bab\b|abgestimmt|koordinier(?:t|en)|unterstütz(?:t|en)"
        r"|förder(?:t|n)|gefördert"
        r"|stell(?:t|en) .{0,200}?\b(?:sicher|bereit)\b|sicher(?:zu|ge)?stell\w*|bereit(?:zu"
        r"|ge)?stell\w*|gewährleiste\w+|sorg(?:t|en) (?:dafür|für)"
        r"|prüf(?:t|en)|geprüft|setz(?:t|en) .{0,200}?\b(?:um|fort|fest|ein)\b|(?:um|fort|fest|ein)(?:zu"
        r"|ge)setzt?|umgesetzt|festgelegt|leg(?:t|en) .{0,200}?\bfest\b"
        r"|schreib(?:t|en) .{0,200}?\bfort\b|fort(?:zu|ge)?(?:schrieb|schreib|führ|setz)\w*"
        r"|konzentrier\w+ (?:sich|uns)|richt(?:et|en) .{0,200}?\b(?:aus|ein)\b"
        r"|ausgerichtet|ausrichten|nimmt .{0,200}?\bin den blick\b|finanzier(?:t|en)|evaluier(?:t|en)"
        r"|überprüf(?:t|en)|bericht(?:et|en)|beteilig(?:t|en) (?:sich|uns)|verzicht\w+"
        r"|schaff(?:t|en)|geschaffen|bau(?:t|en) .{0,200}?\b(?:aus|auf)\b|ausgebaut|aufgebaut|stärk(?:t"
        r"|en)|gestärkt|entwickel(?:t|n)|weiterentwickelt"
        r"|führ(?:t|en) .{0,200}?\b(?:ein|fort|durch|weiter)\b|eingeführt|eingesetzt|eingerichtet"
        r"|übernimmt|übernehmen|achte[nt] (?:auf|darauf)|verfolg(?:t|en)"
        r"|erhalten|erhöh(?:t|en)|verbesser(?:t|n)|erweiter(?:t|n)|vertief(?:t|en)|entscheide[nt]|beschließ(?:t|en)|genehmig(?:t|en)|ermöglich(?:t|en)"
        r"|trag(?:en)? .{0,80}?rechnung|trägt .{0,80}?rechnung)\b"
    ),
    "en": exact(
        r"\b(?:coordinates?d?|supports?|ensures?|funds?|finances?|reviews?|evaluates?|reports?"
        r"|establish(?:es)?|adopts?|provides?"
        r"|publish(?:es)?|implements?|maintains?|monitors?|oversees?|leads?|consults?|requires?)\b"
    ),
}
_PAST = {
    "de": loose(r"\b(?:wurden?|worden|war(?:en)?|hatten?)\b"),
    "en": exact(r"\b(?:was|were|had|has been|have been)\b"),
}
_SHORTEST = 15


def statements(flow: Flow, chapter: str, language: str) -> Iterator[Statement]:
    """The normative sentences of one paragraph, in order."""
    for start, end in sentences(flow.text):
        text = flow.text[start:end]
        if len(text) < _SHORTEST or text.endswith(("?", ":")):
            continue
        found = normative(text, language)
        if found:
            modality, cue = found
            yield Statement(text, flow.lines_of(start, end), chapter, modality, cue)


def normative(text: str, language: str) -> tuple[Modality, str] | None:
    """How a sentence binds and by which words; None where it only describes."""
    tongue = "en" if language == "en" else "de"
    if formula := _FORMULA[tongue].search(text):
        softened = _INTENTION[tongue].search(text)
        return (Modality.INTENTION, softened.group()) if softened else (Modality.STATEMENT, _short(formula.group()))
    if duty := _DUTY[tongue].search(text):
        return Modality.STATEMENT, duty.group()
    if ought := _OUGHT[tongue].search(text):
        return Modality.INTENTION, ought.group()
    body = _BODIES[tongue].search(text)
    if body is None and not _SUBJECTS[tongue].search(text):
        return None
    if option := _OPTION[tongue].search(text):
        return Modality.OPTION, _short(option.group())
    if intention := _INTENTION[tongue].search(text):
        return Modality.INTENTION, _short(intention.group())
    return _indicative(text, tongue, by_body=body is not None)


def _indicative(text: str, tongue: str, *, by_body: bool) -> tuple[Modality, str] | None:
    """A future, a passive that says what is done, or the present of a verb of governing."""
    governing = _GOVERNING[tongue].search(text)
    future = _FUTURE[tongue].search(text)
    if future and (tongue == "en" or governing or (by_body and _ends_in_infinitive(text))):
        return Modality.STATEMENT, future.group()
    if governing and by_body and tongue == "de" and not _PAST[tongue].search(text):
        return Modality.STATEMENT, _short(governing.group())
    return None


def _ends_in_infinitive(text: str) -> bool:
    last = text.rstrip('.!“”"») ').rpartition(" ")[2]
    return last.islower() and last.endswith(("en", "ern", "eln")) and not last.endswith("worden")


def _short(cue: str) -> str:
    """The first part of a separable verb: with what stands between its parts the cue would be half the sentence."""
    return cue if len(cue) <= 30 else cue.split()[0]
