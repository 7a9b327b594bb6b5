# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a measure does, from its wording: nominal style ("Ausbau der ...") or verbal style ("... ausbauen")."""

import re
from collections.abc import Iterator

from bruecke.reader.draft import Kind
from bruecke.reader.structure.kind_words import ADJECTIVES, NOUNS, SEPARABLE, VERBS
from bruecke.reader.structure.words import exact, loose, word_set

_LINE_BREAK = re.compile(r"\n\s*")
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


_HEAD = loose(_compiled(NOUNS, r"(?<![\w])[\w/-]*?", r"(?![\w])"))
_PURPOSE = loose(_compiled(NOUNS, r"\b(?:zur|zum|für|for|der|des)\s+(?:\w+\s)?[\w/-]*?", r"(?![\w])"))
_FIRST = loose(_compiled(NOUNS, r"(?<![\w])", r""))
_VERB = loose(_compiled(VERBS, r"(?<![\w])", r"(?![\w])"))
_ENDING = loose(_compiled(VERBS, r"^", r"$"))
_SPLIT = loose(_compiled(SEPARABLE, "", ""))
_ADJECTIVE = loose(_compiled(ADJECTIVES, r"(?<![\w])", r"(?![\w])"))
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


_FIRST_VERB = loose(r"^(?:to |we will |we shall |will )?" + _compiled(VERBS, "", r"(?![\w])"))
