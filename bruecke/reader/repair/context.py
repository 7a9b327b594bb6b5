# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are right with and without dots: German grammar and the words around decide.

Each rule looks at one family (modal verbs, adjective or verb, noun or verb, one or many ...) and answers whether the
dots were there: True, False, or None where it cannot tell; then the word stays as it came. Families are closed classes
of German or endings, not vocabulary of a document.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bruecke.reader.repair.around import AFTER_VERBS, ARTICLES, PREPOSITIONS, Around, folded
from bruecke.reader.repair.lexicon import listed

_PAST = listed("bereits bisher seitdem damals gestern letzten vergangenen erstmals zuletzt fruher 1990er")
_OUTLOOK = listed(
    "gegenwartiger heutiger derzeitiger jetziger kunftig zukunftig perspektivisch denkbar beispielsweise "
    "eventuell moglicherweise vielleicht etwa folgende folgenden folgender folgendes wenn falls sofern"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the dots were there, and how sure that is (0..1). letters: whole letters may have been misread too."""

    dots: bool
    confidence: float
    letters: bool = False


Rule = Callable[[Around, str, "Families"], Verdict | None]


@dataclass(slots=True)
class Families:
    """What the document's unmistakable words say of a mistakable family: how often "förder-" was surely meant."""

    promoting: int = 0


def verdict(around: Around, families: Families) -> Verdict | None:
    """What the context says of the word, None where no rule knows it."""
    key = folded(around.word.text)
    for rule in _RULES:
        found = rule(around, key, families)
        if found is not None:
            return found
    return None


# Modal verbs ---------------------------------------------------------------------------------------------------------


def _modal(around: Around, key: str, families: Families) -> Verdict | None:
    """ "konnte" tells of the past, "könnte" of what is thinkable: an outlook, a list's intro sentence."""
    if key not in ("konnte", "konnten", "durfte", "durften") or around.word.text[0].isupper():
        return None
    others = around.sentence()
    outlook = any(word in _OUTLOOK for word in others)
    past = any(word in _PAST or _YEAR.fullmatch(word) for word in others)
    if past and around.end_sign() != ":":
        return Verdict(False, 0.7)
    if outlook or around.end_sign() == ":":
        return Verdict(True, 0.9)
    return None


def _irreal(around: Around, key: str, families: Families) -> Verdict | None:
    """ "wäre" is a verb, "Ware" a noun; "wenn ... hätte, würde"."""
    if around.word.text[0].isupper():
        return None
    if key in ("ware", "waren") and key == "ware":
        return Verdict(True, 0.95)
    if key in ("wurde", "wurden", "hatte", "hatten", "musste", "mussten"):
        last = around.after()[-1:] or [""]
        wish = last[0] in ("begrussen", "freuen", "bedeuten", "wunschen", "ermoglichen", "erleichtern")
        return Verdict(True, 0.8) if wish and key.startswith("wurde") else None
    return None


# Adjective or verb ---------------------------------------------------------------------------------------------------

_ADJECTIVE_OR_VERB = listed("starken klaren warmen schwachen kurzen scharfen glatten harten")


_VERB_PREFIXES = ("nach", "ver", "er", "ent", "ab", "auf", "an", "be")
_ATTRIBUTIVE = re.compile(r"(?:en|end)$")


def _adjective_or_verb(around: Around, key: str, families: Families) -> Verdict | None:
    """ "die starken Verbände", but "die Verbände zu stärken", "Beziehungen stärken die Wirtschaft"."""
    if around.word.text[0].isupper():
        return None
    if key not in _ADJECTIVE_OR_VERB:
        prefixed = key.endswith(tuple(_ADJECTIVE_OR_VERB)) and key.startswith(_VERB_PREFIXES)
        return Verdict(True, 0.85) if prefixed and len(key) < 13 else None
    after = around.key(1)
    if around.closes:
        return Verdict(True, 0.93)
    if after in ("und", "oder", "sowie", "bzw"):
        return Verdict(not around.in_noun_phrase or around.key(-1) == "zu", 0.8)
    if around.key(-1) == "zu":
        return Verdict(not around.is_noun(1), 0.85)
    if after in AFTER_VERBS or after in PREPOSITIONS:
        return Verdict(True, 0.93)
    if around.in_noun_phrase:
        return Verdict(False, 0.9)
    if not around.is_noun(1):
        # "starken" agrees with "-en" only: "starken regionale Strukturen" is a verb and what it strengthens.
        return None if _ATTRIBUTIVE.search(after) else Verdict(True, 0.85)
    if around.key(-1) in ("und", "oder", "sowie"):
        return Verdict(around.key(-3) not in ARTICLES | PREPOSITIONS, 0.7)
    return Verdict(True, 0.7) if around.is_noun(-1) else None


_COMPARED = listed("starker langer hoher kurzer alter junger harter armer scharfer warmer kalter schwacher kluger")
_COMPARING = listed("noch immer deutlich wesentlich umso desto weit viel etwas je zunehmend erheblich ungleich nicht")


def _comparative(around: Around, key: str, families: Families) -> Verdict | None:
    """ "ein starker Partner", but "noch stärker", "stärker nutzen", "stärker als"."""
    if key not in _COMPARED or around.word.text[0].isupper():
        return None
    if around.key(1) == "als" or (around.key(-1) in _COMPARING and not around.is_noun(1)):
        return Verdict(True, 0.95)
    if around.is_noun(1):
        return Verdict(around.key(-1) in ("noch", "deutlich", "wesentlich", "umso"), 0.8)
    if around.key(-1) in ARTICLES:
        return Verdict(False, 0.8)
    return Verdict(True, 0.85)


# Noun or verb --------------------------------------------------------------------------------------------------------

# Endings that with a capital are the plural of a noun, not the past of a verb.
_NOUN_ENDINGS = tuple(
    listed(
        "standen schlagen tragen banden gangen fallen starken schwachen flachen hohen starke schwache flache "
        "hohe nahe lange kurze warme kalte scharfe harte nasse platze platzen stamme gange zuge passe wurde "
        "brauche satze wande rate raten vertrage beitrage grunde stande blute plane planen falle ganze"
    )
)
_FIXED = listed("im zu zum zur von vom am beim das zugrunde")
# These are nouns of their own without dots, in compounds above all.
_REAL_NOUNS = listed("rate raten falle fallen planen tragen")


def _noun_with_capital(around: Around, key: str, families: Families) -> Verdict | None:
    """ "Beständen" is a noun, "bestanden" a verb: the capital inside a sentence tells."""
    word = around.word
    if not word.text[0].isupper() or word.starts or not key.endswith(_NOUN_ENDINGS):
        return None
    if around.key(-1) in ("im", "zum", "beim", "das", "zu", "am", "vom", "zur") and key.endswith(
        ("n", "zuge", "grunde", "stande")
    ):
        return Verdict(False, 0.7)
    if key == "ganze":
        return Verdict(around.key(-1) in ("seiner", "ihrer", "voller", "zur", "deren"), 0.8)
    if key in _REAL_NOUNS:
        return None
    return Verdict(True, 0.85)


_THIRD_PERSON = tuple(listed("unterhalt erhalt enthalt behalt verhalt aufhalt anhalt zusammenhalt"))
_LOWER_VERBS = listed("halt fahrt rat verrat hort erfahrt wahlen wahlt hangt fangt zahmt")


def _verb_without_capital(around: Around, key: str, families: Families) -> Verdict | None:
    """ "der Unterhalt" is a noun; without a capital it is the verb "unterhält"."""
    if key not in _THIRD_PERSON and key not in _LOWER_VERBS:
        return None
    return Verdict(around.word.text[0].islower(), 0.9)


# One or many ---------------------------------------------------------------------------------------------------------

_UMLAUT_PLURALS = tuple(
    listed(
        "garten hafen laden boden ofen faden graben kasten vater bruder mantel nagel vogel apfel schaden "
        "acker hammer kloster mangel bogen sattel"
    )
)
_MANY = listed(
    "zwei drei vier funf sechs sieben acht neun zehn zwolf viele vieler vielen alle aller allen mehrere "
    "mehrerer mehreren einige einiger einigen beide beiden weitere weiterer zahlreiche zahlreichen keine "
    "verschiedene verschiedener die"
)
_ONE = listed("das dem des ein einem einen eines im am vom zum beim jeder jeden jedem kein keinen dieser diesem")


def _one_or_many(around: Around, key: str, families: Families) -> Verdict | None:
    """ "der Hafen" and "die Häfen"; after a noun, "der" is the genitive of many ("Ausbau der Häfen")."""
    if not around.word.text[0].isupper() or not key.endswith(_UMLAUT_PLURALS):
        return None
    offset = -1
    while around.other(offset) and not around.is_noun(offset) and around.key(offset).endswith(("en", "er", "e")):
        if around.key(offset) in _MANY | _ONE or around.key(offset) in ("der", "den"):
            break
        offset -= 1
    before = around.key(offset)
    if before in _MANY or before.isdigit():
        return Verdict(True, 0.85)
    if before in _ONE:
        return Verdict(False, 0.9)
    noun_before = around.other(offset - 1)
    if (
        before == "der"
        and noun_before is not None
        and noun_before.read.endswith(("ung", "bau", "ungen", "tion", "ieb", "tz"))
    ):
        return Verdict(True, 0.8)
    return None


_COMPASS = {"nord": ("sid", "sud", "stid", "siid")}


def _compass(around: Around, key: str, families: Families) -> Verdict | None:
    """ "Nord-Süd": a direction joined to its opposite."""
    before = around.other(-1)
    joined = before is not None and before.gap == "-" and key in _COMPASS.get(around.key(-1), ())
    return Verdict(True, 0.95, letters=True) if joined else None


# Families ------------------------------------------------------------------------------------------------------------

_PROMOTE = re.compile(r"(?:ge)?forder(?:n|t|te|ten|ter|tes|tem|nd|nde|nden|nder|ndes|ung|ungen)$")
_PROMOTION = re.compile(r"(?P<before>\w{4,})forderung(?:en|s\w+)?$")
# In front of "Forderung" these make another word, or a demand.
_DEMANDING = (
    *("heraus", "an", "auf", "er", "uber", "ruck", "gegen", "haupt", "kern", "lohn", "gehalts", "tarif", "geld"),
    *("mindest", "zahlungs", "schadenersatz", "schadensersatz", "zentral", "ein", "be", "unter"),
)
_SPLIT_OFF = listed("heraus auf ein")


def _promote(around: Around, key: str, families: Families) -> Verdict | None:
    """ "fördern" and "fordern": a strategy promotes unless the words around demand."""
    joined = _PROMOTION.fullmatch(key)
    if joined and not joined["before"].endswith(_DEMANDING):
        return Verdict(True, 0.8)
    if not _PROMOTE.fullmatch(key):
        return None
    gap = around.word.gap or ""
    if gap.strip() == "," and around.key(1) in ("dass", "ob"):
        return Verdict(False, 0.9)
    if key.startswith("forderung"):
        many = key.endswith("en") and families.promoting == 0
        return None if many else Verdict(around.key(1) not in ("nach", "an", "gegenuber"), 0.85)
    if key == "gefordert" and around.closes:
        passive = listed("werden wird wurde wurden worden")
        return Verdict(any(word in passive for word in around.sentence()), 0.75)
    if around.closes_later(_SPLIT_OFF):
        return Verdict(False, 0.85)
    return Verdict(True, 0.85 if families.promoting else 0.75)


_MONEY = listed(
    "euro beitrag beitrage steuer steuern preis lohn lohne miete gebuhren geld kosten dollar entgelt zinsen"
)


def _count(around: Around, key: str, families: Families) -> Verdict | None:
    """ "zählen zu", "zählt zu den"; without a "zu" someone pays."""
    if key not in ("zahlen", "zahlt", "zahlte", "zahlten") or around.word.text[0].isupper():
        return None
    others = around.sentence()
    if any(word in _MONEY for word in others):
        return Verdict(False, 0.8)
    if around.key(-1) != "zu" and any(word in ("zu", "zum", "zur", "dazu", "hierzu", "wozu") for word in others):
        return Verdict(True, 0.92)
    return None


_PROVEN = re.compile(r"bewahr(?:t(?:e|er|es|en|em)?|ung)$")


def _prove(around: Around, key: str, families: Families) -> Verdict | None:
    """ "hat sich bewährt", "bewährte Instrumente"; "den Frieden bewahrt"."""
    if not _PROVEN.fullmatch(key):
        return None
    if key == "bewahrung":
        return Verdict(around.key(-1) in ("auf", "zur"), 0.75)
    if key != "bewahrt":
        return Verdict(True, 0.85) if around.is_noun(1) else None
    return Verdict(True, 0.9) if "sich" in around.before() else None


_RULES: tuple[Rule, ...] = (
    _modal,
    _irreal,
    _adjective_or_verb,
    _comparative,
    _promote,
    _count,
    _prove,
    _one_or_many,
    _compass,
    _noun_with_capital,
    _verb_without_capital,
)
