# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a measure does, from its wording: nominal style ("Ausbau der ...") or verbal style ("... ausbauen")."""

import re
from collections.abc import Iterator

from bruecke.reader.draft import Kind
from bruecke.reader.structure.words import exact, loose, word_set

_LINE_BREAK = re.compile(r"\n\s*")
# Nouns, matched as the last part of a word: the head of a German compound is its last part.
_NOUNS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.EVALUATE,
        r"""evaluierung(?:en)?|evaluation(?:en|s)?|überprüfung(?:en)?|erfolgskontrollen?|monitorings?
        |wirkungsmessung""",
    ),
    (
        Kind.EXAMINE,
        r"""prüfung(?:en)?|prüfauftr(?:a|ä)g\w*|untersuchung(?:en)?|analysen?|machbarkeitsstudien?
        |bedarfserhebung|erhebung|examination|feasibility stud(?:y|ies)|assessments?|analysis""",
    ),
    (
        Kind.CONTINUE,
        r"""fortsetzung|fortführung|weiterführung|verstetigung|beibehaltung|erhalt|continuation
        |maintenance""",
    ),
    (
        Kind.DEVELOP,
        r"""weiterentwicklung|fortschreibung|konzeptionierung|konzeption(?=\b)
        |(?<!stadt)(?<!personal)entwicklung|(?<!v)erarbeitung|überarbeitung|aktualisierung|anpassung
        |modernisierung|reform|novellierung|development|revision|updates?""",
    ),
    (
        Kind.EXPAND,
        r"""ausbau|stärkung|erweiterung|vertiefung|intensivierung|ausweitung|verbesserung|steigerung
        |erhöhung|verdichtung|beschleunigung|aufstockung|expansion|extension|strengthening|enhancement
        |improvement|increase""",
    ),
    (
        Kind.CREATE,
        r"""erstellung|herstellung|schaffung|einführung|einrichtung|aufbau|gründung|etablierung|errichtung|neubau
        |(?<!maschinen)(?<!fahrzeug)(?<!anlagen)(?<!apparate)(?<!acker)(?<!garten)(?<!berg)(?<!wein)(?<!obst)bau
        |eröffnung|initiierung|anlage|creation|establishment|introduction|launch|set-?up|construction""",
    ),
    (
        Kind.IMPLEMENT,
        r"""umsetzung|koordinierung|koordination|durchführung|realisierung|implementierung|bereitstellung
        |implementation|coordination|delivery|rollout""",
    ),
    (
        Kind.SUPPORT,
        r"""förderung(?:en)?|unterstützung|begleitung|finanzierung|bezuschussung|stipendien|zuschüsse
        |support|promotion|funding|grants?""",
    ),
    (
        Kind.ORGANISE,
        r"""veranstaltung(?:en)?|empfang|empfänge|treffen|auftritte?|reisen?
        |durchführung von veranstaltungen|workshops?|wettbewerbe?|gastspiele?|ausstellung(?:en)?
        |tagung(?:en)?|besuche?|events?|visits?|meetings?|trips?""",
    ),
    (
        Kind.PARTICIPATE,
        r"""beteiligung(?:en)?|teilnahmen?|mitwirkung|mitarbeit|aktivitäten|beitritt|mitgliedschaft(?:en)?
        |engagement|participation|membership|involvement""",
    ),
    (
        Kind.COOPERATE,
        r"""zusammenarbeit|kooperation(?:en)?|vernetzung|austausch|austausches|partnerschaft(?:en)?
        |netzwerk(?:en?)?|abstimmung|dialog|einbindung|cooperation|collaboration|exchange
        |partnerships?|networking""",
    ),
    (
        Kind.INFORM,
        r"""information(?:en)?|beratung(?:en)?|marketing|vermarktung|öffentlichkeitsarbeit|kampagnen?
        |sensibilisierung|aufklärung|kommunikation|schulung(?:en)?|qualifizierung|fortbildung(?:en)?
        |bekanntmachung|veröffentlichung|advice|campaigns?|training|communication|awareness[- ]raising
        |outreach|publication""",
    ),
    (
        Kind.FORMAT,
        r"""konferenz(?:en)?|kongress(?:e|es)?|(?<!platt)for(?:um|en)|gipfel(?:treffens?)?|dialogformate?
        |symposi(?:um|en)|messen?|festivals?|woche|conferences?|congress(?:es)?|forums?|summits?
        |dialogues?|symposiums?""",
    ),
)
_VERBS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.EVALUATE,
        r"""evaluier\w*|(?:zu )?überprüf\w*|evaluat(?:e|es|ed|ing)|monitor(?:s|ed|ing)?|review(?:s|ed
        |ing)?|measure(?!s?\b)""",
    ),
    (
        Kind.EXAMINE,
        r"""(?:ge)?prüf(?:en|t)|untersuch\w*|analysier\w*|examin(?:e|es|ed|ing)|explor(?:e|es|ing)
        |investigat\w+|assess(?:es|ed|ing)?|identify|identifies|analy[sz]e|consider""",
    ),
    (
        Kind.CONTINUE,
        r"""fort(?:zu|ge)?(?:setz|führ)\w*|weiter(?:zu|ge)?führ\w*|verstetig\w*|beibehalt\w*|continu(?:e
        |es|ed|ing)|maintain(?:s|ed|ing)?|sustain""",
    ),
    (
        Kind.DEVELOP,
        r"""weiter(?:zu)?entwickel\w*|fort(?:zu|ge)?schr(?:ei|ie)b\w*|entwickel(?:n|t|e)|erarbeite\w*
        |überarbeite\w*|aktualisier\w*|anpass\w*|modernisier\w*|reformier\w*|develop(?:s|ed|ing)?
        |updat(?:e|es|ed|ing)|revis(?:e|es|ed)|design(?:s|ed)?|draft|redesign|reform""",
    ),
    (
        Kind.EXPAND,
        r"""aus(?:zu|ge)?bau\w*|stärk(?:en|t)|gestärkt|erweiter\w*|vertief\w*|intensivier\w*|aus(?:zu
        |ge)?weite\w*|verbesser\w*|erhöh\w*|steiger\w*|beschleunig\w*|verstärk\w*|verdoppel\w*|aufstock\w*|expand(?:s|ed|ing)?
        |strengthen(?:s|ed|ing)?|extend(?:s|ed|ing)?|deepen|enhanc(?:e|es|ing)|improv(?:e|es|ed|ing)
        |increas(?:e|es|ed|ing)|intensify|accelerate|scale up|broaden""",
    ),
    (
        Kind.CREATE,
        r"""(?:ein|auf|er)(?:zu|ge)?richt\w*|schaff(?:en|t|e)|geschaffen|erstell\w*|installier\w*|ein(?:zu|ge)?führ\w*
        |auf(?:zu|ge)?bau\w*|gründ(?:en|et)|gegründet|etablier\w*|bau(?:en|t)|gebaut|auf(?:zu
        |ge)?leg\w*|creat(?:e|es|ed|ing)|establish(?:es|ed|ing)?|introduc(?:e|es|ed|ing)|launch(?:es
        |ed|ing)?|set(?:s|ting)? up|build(?:s|ing)?|found|install(?:s|ed)?|open|pilot(?:s|ed)?
        |constitute|put in place|adopt""",
    ),
    (
        Kind.SUPPORT,
        r"""förder(?:n|t|e)|gefördert|unterstütz\w*|begleite\w*|finanzier\w*|bezuschuss\w*|support(?:s|ed
        |ing)?|promot(?:e|es|ed|ing)|fund(?:s|ed|ing)?|financ(?:e|es|ing)|foster|encourage|assist
        |invest|dedicate""",
    ),
    (
        Kind.ORGANISE,
        r"""veranstalte\w*|ausricht\w*|organisier\w*|empfang(?:en)?|ein(?:zu|ge)?lad\w*|organi[sz](?:e|es|ed|ing)
        |host(?:s|ing)?|hold(?:s|ing)?|conven(?:e|es|ing)|invite""",
    ),
    (
        Kind.PARTICIPATE,
        r"""beteilig\w*|teil(?:zu|ge)?n[ei]hm\w*|mit(?:zu|ge)?(?:wirk|arbeit)\w*|participat(?:e|es|ing)
        |join(?:s|ing)?|take part|engage""",
    ),
    (
        Kind.COOPERATE,
        r"""kooperier\w*|zusammen(?:zu)?arbeit\w*|vernetz\w*|austausch\w*|ab(?:zu|ge)?stimm\w*|einbind\w*
        |cooperat(?:e|es|ing)|collaborat(?:e|es|ing)|exchang(?:e|es|ing)|partner|connect|link
        |coordinate with|consult""",
    ),
    (
        Kind.INFORM,
        r"""informier\w*|berat(?:en|e|et)|bewerb(?:en)?|vermarkt\w*|sensibilisier\w*|schul(?:en|t)
        |qualifizier\w*|veröffentlich\w*|heraus(?:zu)?geben|bekannt(?:zu)?mach\w*|inform(?:s|ed|ing)?|advis(?:e|es|ing)
        |train(?:s|ed|ing)?|communicat(?:e|es|ing)|publish(?:es|ed|ing)?|educate|raise awareness
        |document""",
    ),
    (
        Kind.IMPLEMENT,
        r"""um(?:zu|ge)?setz\w*|koordinier\w*|durch(?:zu|ge)?führ\w*|realisier\w*|implementier\w*
        |bereit(?:zu|ge)?stell\w*|sicher(?:zu|ge)?stell\w*|implement(?:s|ed|ing)?|coordinat(?:e|es
        |ing)|deliver(?:s|ed|ing)?|execut(?:e|es|ing)|carry out|conduct|provide|roll out|complete
        |ensure""",
    ),
)
_SEPARABLE: tuple[tuple[Kind, str], ...] = (
    (Kind.EXPAND, r"\bbau(?:en|t|e)\b[^.;]*?\baus\b|\bweite[nt]\b[^.;]*?\baus\b"),
    (
        Kind.CREATE,
        r"""\bbau(?:en|t|e)\b[^.;]*?\bauf\b|\b(?:richt|führ)e?(?:n|t)\b[^.;]*?\bein\b|\bleg(?:en
        |t)\b[^.;]*?\bauf\b""",
    ),
    (
        Kind.IMPLEMENT,
        r"""\bsetz(?:en|t)\b[^.;]*?\bum\b|\bführ(?:en|t)\b[^.;]*?\bdurch\b|\bstell(?:en|t)\b[^.;]*?\bsicher\b""",
    ),
    (Kind.CONTINUE, r"\b(?:setz|führ)(?:en|t)\b[^.;]*?\bfort\b|\bführ(?:en|t)\b[^.;]*?\bweiter\b"),
    (
        Kind.DEVELOP,
        r"""\bentwickel(?:n|t)\b[^.;]*?\bweiter\b|\bschreib(?:en|t)\b[^.;]*?\bfort\b|\bpass(?:en
        |t)\b[^.;]*?\ban\b""",
    ),
    (Kind.PARTICIPATE, r"\bn[ei]hm(?:en|t)\b[^.;]*?\bteil\b|\bwirk(?:en|t)\b[^.;]*?\bmit\b"),
)
_ADJECTIVES: tuple[tuple[Kind, str], ...] = (
    (Kind.EXPAND, r"verstärkte\w*|stärkere\w*|intensivere\w*|engere\w*|strengthened|increased|enhanced"),
    (Kind.COOPERATE, r"gemeinsame\w*|trilaterale\w*|joint"),
    (Kind.CREATE, r"neue\w*|new"),
)
# Verbal nouns that German writes like the infinitive ("das Ausbauen") are found with the verbs.
_CONTINUING = loose(
    r"\b(?:fortsetzung|fortführung|weiterführung|verstetigung|fortschreibung|weiterhin"
    r"|fort(?:zu)?setzen|fort(?:zu)?führen|fortgesetzt|fortgeführt|weiter(?:zu)?führen|verstetigen"
    r"|beibehaltung"
    r"|fort(?:zu)?schreiben|continu(?:e|es|ed|ing|ation)|ongoing|maintain|sustain)\b"
)
_MORE = loose(r"\W*(?:weitere[rsn]?|further|more)\b")
_WEITER = loose(r"\bweiter (?:\w+ )?(?:aus|ver|stärk|förder|unterstütz|inten|entwick|vor|er)\w*")
_ZONE_END = loose(
    r"[(:;,–—]| - |\b(?:der|des|dem|den|die|das|von|vom|mit|zur|zum|zu|im|in|für|an|am|auf|bei|beim"
    r"|durch|über|unter"
    r"|nach|aus|einer|eines|eine|ein|sowie|als|of|the|for|with|to|in|on|at|by|from|a|an|between|among)\b"
)


def _compiled(pairs: tuple[tuple[Kind, str], ...], before: str, after: str) -> str:
    groups = (f"(?P<{what.name}>{_LINE_BREAK.sub('', words)})" for what, words in pairs)
    return before + "(?:" + "|".join(groups) + ")" + after


_HEAD = loose(_compiled(_NOUNS, r"(?<![\w])[\w/-]*?", r"(?![\w])"))
_PURPOSE = loose(_compiled(_NOUNS, r"\b(?:zur|zum|für|for|der|des)\s+(?:\w+\s)?[\w/-]*?", r"(?![\w])"))
_FIRST = loose(_compiled(_NOUNS, r"(?<![\w])", r""))
_VERB = loose(_compiled(_VERBS, r"(?<![\w])", r"(?![\w])"))
_ENDING = loose(_compiled(_VERBS, r"^", r"$"))
_SPLIT = loose(_compiled(_SEPARABLE, "", ""))
_ADJECTIVE = loose(_compiled(_ADJECTIVES, r"(?<![\w])", r"(?![\w])"))
_INFINITIVE = loose(
    r"^(?:wir|we|die \w+|der \w+|das \w+|the \w+|the \w+ \w+)\b|(?:en|ern|eln)\.?$|\b(?:wird|werden|soll"
    r"|sollen|will|shall|must|zu)\b"
)
# German makes a noun of any verb: "Entsiegelung von Plätzen", "Renaturierung der Mulde".
_NOMINAL = loose(r"(?:\w+e[rs]? )?\w{3,}(?:ung|ierung|tion)(?:en)? (?:von|vom|der|des|eine[rs]|aller|weiterer)\b")
_INFINITIVE_AT_END = re.compile(
    r"(?<![\w-])[a-zäöüéßld6]\w*(?:en|ern|eln)(?=\s*(?:[(:,;–—•▪◦*]|-\s|\.?\s*$)|\s+(?:und|oder|sowie|bzw\.)\s)"
)
_DEPENDENT = loose(r"\s*(?:die|der|das|den|denen|deren|dessen|welche\w*|um|damit|wenn|dass|ob|wo|wie|soweit|sofern)\b")
_TO = loose(r"\bzu\s+$")
_CLAUSE_END = re.compile(r"\s*[(:,;]")
_INFINITIVE_FORM = re.compile(r"[a-zäöüß]{3,}(?:en|ern|eln)$")
_OBJECT = re.compile(r"\b[A-ZÄÖÜ]\w")  # a German noun: what is acted upon
_NO_INFINITIVE = word_set(
    """
    offen oben unten neben wegen gegen sieben außen innen eigenen anderen weiteren allen vielen deren denen worden
    gewesen werden wurden waren haben hatten sollen wollen müssen dürfen mögen sind geblieben bestehen vorhanden
    """
)
_WE = exact(r"(?:wir|we) (?!are\b|were\b|have\b|sind\b|haben\b|waren\b|danken\b|thank\b)\w+")
# "..., um sie auszubauen": the verb belongs to a purpose, not to the measure.
_IN_ORDER_TO = loose(r"\bum\b[^.;]*?\b(?:zu \w+|\w+zu\w+)en\.?$")


def kind(text: str) -> tuple[Kind, str]:
    """The kind of a measure and the words that fix it, verbatim; OTHER and "" where the wording does not say."""
    if predicate := next(_predicates(text), ""):
        match = _ENDING.match(predicate)
        if match and match.lastgroup:
            return Kind[match.lastgroup], predicate
    zone = _head_zone(text)
    verbal = (bool(_INFINITIVE.search(text)) or not text[:1].isupper()) and not _IN_ORDER_TO.search(text)
    patterns = ((_SPLIT, text), (_VERB, text)) if verbal else ()
    last = text.rstrip(" .;").rpartition(" ")[2]
    order = (
        *(((_ENDING, last),) if verbal and last.islower() and not _INFINITIVE_FORM.match(last) else ()),
        (_HEAD, zone),
        (_FIRST_VERB, text),
        *patterns,
        *(() if _acts_in_the_end(text) else ((_FIRST, zone),)),
        (_ADJECTIVE, " ".join(zone.split(maxsplit=2)[:2])),
        (_PURPOSE, text),
    )
    for pattern, part in order:
        for match in pattern.finditer(part):
            what = match.lastgroup
            if what and not (pattern is _VERB and match.start() > 0 and match.group()[0].isupper()):
                return Kind[what], _cue(part, *match.span(what))
    return Kind.OTHER, ""


def _predicates(text: str) -> Iterator[str]:
    """The infinitives that end the clauses of a measure: "… prüfen, z. B. …", "… stärken (…) und … fördern". None of
    those that stand in brackets, follow "zu", or belong to a clause of their own ("…, die … stärken")."""
    if _IN_ORDER_TO.search(text):
        return
    for found in _INFINITIVE_AT_END.finditer(text):
        start = found.start()
        before = text[:start]
        clause = max(before.rfind(mark) for mark in ",;:(")
        dependent = clause >= 0 and _DEPENDENT.match(text, clause + 1)
        bracketed = before.count("(") > before.count(")")
        if not (bracketed or dependent or _TO.search(before)) and _ENDING.match(found.group()):
            yield found.group()


def _cue(text: str, start: int, end: int) -> str:
    """The words that fix the kind, from the beginning of the word they are the last part of."""
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "-/"):
        start -= 1
    return text[start:end]


def announces_action(text: str) -> bool:
    """Whether a text begins like a measure: with an action as its head, or with a verb."""
    last = text.rstrip(" .;,").rpartition(" ")[2]
    if _NOMINAL.match(text) or _WE.match(text) or _acts_in_the_end(text):
        return True
    return bool(_HEAD.search(_head_zone(text)) or _FIRST_VERB.search(text) or (last.islower() and _VERB.match(last)))


def _acts_in_the_end(text: str) -> bool:
    """Whether a text of several words ends in an infinitive, as measures in verbal style do: "Schulgärten anlegen"."""
    clause = _CLAUSE_END.split(text.rstrip(" .;,"), maxsplit=1)[0]
    first, _, last = clause.rpartition(" ")
    return bool(first and last not in _NO_INFINITIVE and _INFINITIVE_FORM.match(last) and _OBJECT.search(first))


def is_verb(word: str) -> bool:
    """Whether a word is one of the verbs that measures begin with ("Launch", "Fördern")."""
    return bool(_ENDING.match(word))


def goes_on(text: str) -> bool:
    """Whether the wording says that something existing is carried on."""
    zone = text[:120]
    verbal = zone if _INFINITIVE.search(text) else _head_zone(zone)
    carried_on = any(_CONTINUING.search(predicate) for predicate in _predicates(text))
    # "Weitere Partnerschaften prüfen" looks whether there should be more: nothing goes on.
    more = _MORE.match(zone) and kind(text)[0] is not Kind.EXAMINE
    return bool(more or carried_on or _CONTINUING.search(verbal) or _WEITER.search(text))


def action_at(text: str) -> bool:
    """Whether a text starts with an action noun, after at most one adjective."""
    words = text.split(maxsplit=2)[:2]
    if not words or _ZONE_END.match(" " + words[0], 1):
        return False
    return any(_HEAD.match(word) for word in words)


def _head_zone(text: str) -> str:
    """The text up to where the head noun must have come: the first article, preposition or bracket."""
    match = _ZONE_END.search(text, 1)
    while match and match.group() == "," and match.start() < 40 and text[: match.start()].rstrip().endswith("-"):
        match = _ZONE_END.search(text, match.end())
    return text[: match.start()] if match else text


_FIRST_VERB = loose(r"^(?:to |we will |we shall |will )?" + _compiled(_VERBS, "", r"(?![\w])"))
