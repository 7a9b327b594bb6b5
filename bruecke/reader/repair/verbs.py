# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbs that lost their dots: told from the past, from adjectives and from other verbs by the sentence."""

import re

from bruecke.reader.repair.around import AFTER_VERBS, ARTICLES, PREPOSITIONS, Around
from bruecke.reader.repair.lexicon import listed
from bruecke.reader.repair.verdicts import Families, Rule, Verdict

_PAST = listed("bereits bisher seitdem damals gestern letzten vergangenen erstmals zuletzt fruher 1990er")
_OUTLOOK = listed(
    "gegenwartiger heutiger derzeitiger jetziger kunftig zukunftig perspektivisch denkbar beispielsweise "
    "eventuell moglicherweise vielleicht etwa folgende folgenden folgender folgendes wenn falls sofern"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")


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
    """ "wäre" is a verb, "Ware" a noun; "wir würden begrüßen"."""
    capital = around.word.text[0].isupper()
    if key == "ware":
        return None if capital and around.word.starts else Verdict(not capital, 0.95)
    if key not in ("wurde", "wurden") or capital:
        return None
    last = around.after()[-1:] or [""]
    wish = last[0] in ("begrussen", "freuen", "bedeuten", "wunschen", "ermoglichen", "erleichtern")
    return Verdict(True, 0.8) if wish else None


_ADJECTIVE_OR_VERB = listed("starken klaren warmen schwachen kurzen scharfen glatten harten")
_VERB_PREFIXES = ("nach", "ver", "er", "ent", "ab", "auf", "an", "be")
_ATTRIBUTIVE = re.compile(r"(?:en|end)$")
_SUBJECTS = listed("wir sie ich werden wollen sollen")


def _adjective_or_verb(around: Around, key: str, families: Families) -> Verdict | None:
    """ "die starken Verbände", but "die Verbände zu stärken", "Beziehungen stärken die Wirtschaft"."""
    if around.word.text[0].isupper():
        return None
    if key not in _ADJECTIVE_OR_VERB:
        prefixed = key.endswith(tuple(_ADJECTIVE_OR_VERB)) and key.startswith(_VERB_PREFIXES)
        return Verdict(True, 0.85) if prefixed and len(key) < 13 else None
    after, before = around.key(1), around.key(-1)
    if around.closes or before in _SUBJECTS:
        return Verdict(True, 0.93)
    if after in ("und", "oder", "sowie", "bzw"):
        return Verdict(not around.in_noun_phrase or before == "zu", 0.8)
    if before == "zu":
        return Verdict(not around.is_noun(1), 0.85)
    if after in AFTER_VERBS or after in PREPOSITIONS:
        return Verdict(True, 0.93)
    if around.in_noun_phrase:
        return Verdict(False, 0.9)
    return _by_agreement(around, before, after)


def _by_agreement(around: Around, before: str, after: str) -> Verdict | None:
    """ "starken" agrees with "-en" only: "starken regionale Strukturen" is a verb and what it strengthens."""
    if not around.is_noun(1):
        return None if _ATTRIBUTIVE.search(after) else Verdict(True, 0.85)
    if before in ("und", "oder", "sowie"):
        return Verdict(around.key(-3) not in ARTICLES | PREPOSITIONS, 0.7)
    if around.follows_comma and not before.endswith("en"):
        return Verdict(True, 0.75)
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
    attributive = around.key(1).endswith("er") and around.is_noun(2)
    if around.key(-1) in ARTICLES or attributive:
        return Verdict(False, 0.8)
    return Verdict(True, 0.85)


_PROMOTE = re.compile(r"(?:ge)?forder(?:n|t|te|ten|ter|tes|tem|nd|nde|nden|nder|ndes|ung|ungen)$")
_PROMOTION = re.compile(r"(?P<before>\w{4,})forder(?:ung(?:en|s\w+)?|nd(?:e[nrsm]?)?)$")
# In front of "Forderung" these make another word, or a demand.
_DEMANDING = (
    *("heraus", "an", "auf", "er", "uber", "ruck", "gegen", "haupt", "kern", "lohn", "gehalts", "tarif", "geld"),
    *("mindest", "zahlungs", "schadenersatz", "schadensersatz", "zentral", "ein", "be", "unter"),
)
_PASSIVE = listed("werden wird wurde wurden worden")
_DEMANDED = listed(
    "ende freilassung stopp rucktritt aufklarung abzug verbot verzicht einhaltung ruckkehr freiheit gerechtigkeit"
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
    if key == "gefordert":
        passive = any(word in _PASSIVE for word in around.sentence())
        return Verdict(passive, 0.75) if passive or around.closes or around.key(-1) in ("mehr", "besonders") else None
    if around.closes_later(_SPLIT_OFF) or any(word in _DEMANDED for word in around.after()[:5]):
        return Verdict(False, 0.85)
    if around.key(1) == "und" and around.key(2) == key:
        return Verdict(False, 0.8)
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


RULES: tuple[Rule, ...] = (_modal, _irreal, _adjective_or_verb, _comparative, _promote, _count, _prove)
