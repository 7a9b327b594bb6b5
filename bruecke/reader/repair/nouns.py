# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nouns that lost their dots: told from verbs by their capital, one from many by the words before them."""

from bruecke.reader.repair.around import ARTICLES, PREPOSITIONS, Around
from bruecke.reader.repair.lexicon import listed
from bruecke.reader.repair.verdicts import Families, Rule, Verdict

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
_ADJECTIVES = listed(
    "hohen hohe starken starke schwachen schwache lange kurze warme kalte scharfe harte nasse flache flachen"
)
_NOMINALISING = listed("im zum beim das zu am vom zur des")
_WHOLE = listed("seiner ihrer voller zur deren")


def _noun_with_capital(around: Around, key: str, families: Families) -> Verdict | None:
    """ "Beständen" is a noun, "bestanden" a verb: the capital inside a sentence tells."""
    word = around.word
    if not word.text[0].isupper() or word.starts or key.startswith("uber") or not key.endswith(_NOUN_ENDINGS):
        return None
    if around.key(-1) in _NOMINALISING and key.endswith(("n", "zuge", "grunde", "stande")):
        return Verdict(False, 0.7)
    if key == "ganze":
        return Verdict(around.key(-1) in _WHOLE, 0.8)
    if key == "zuge" and around.key(-1) == "in":
        return Verdict(False, 0.8)
    if key in ("falle", "fallen"):
        return _cases(around)
    if key in _REAL_NOUNS or (key in _ADJECTIVES and around.is_noun(1)):
        return None
    return Verdict(True, 0.85)


def _cases(around: Around) -> Verdict | None:
    """ "in diesen Fällen", "geeignete Fälle"; "die Falle" may be a trap."""
    before = around.key(-1)
    plural = before in ("in", "allen", "diesen", "solchen", "den", "vielen", "beiden", "einzelnen", "mit", "bei")
    return Verdict(True, 0.8) if plural or _is_strong_plural(around) else None


_THIRD_PERSON = tuple(listed("unterhalt erhalt enthalt behalt verhalt aufhalt anhalt zusammenhalt"))
_LOWER_VERBS = listed("halt fahrt rat verrat hort erfahrt wahlen wahlt hangt fangt zahmt")


def _verb_without_capital(around: Around, key: str, families: Families) -> Verdict | None:
    """ "der Unterhalt" is a noun; without a capital it is the verb "unterhält"."""
    if key not in _THIRD_PERSON and key not in _LOWER_VERBS:
        return None
    return Verdict(around.word.text[0].islower(), 0.9)


_UMLAUT_PLURALS = tuple(
    listed(
        "garten hafen laden boden ofen faden graben kasten vater bruder mantel nagel vogel apfel schaden "
        "acker hammer kloster mangel bogen sattel"
    )
)
_ABSTRACT = ("ung", "bau", "ungen", "tion", "ieb", "tz")
_MANY = listed(
    "zwei drei vier funf sechs sieben acht neun zehn zwolf viele vieler vielen alle aller allen mehrere "
    "mehrerer mehreren einige einiger einigen beide beiden weitere weiterer zahlreiche zahlreichen keine "
    "verschiedene verschiedener die unserer ihrer seiner"
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
    if before in _MANY or before.isdigit() or _is_strong_plural(around):
        return Verdict(True, 0.85)
    if before in _ONE:
        return Verdict(False, 0.9)
    return Verdict(True, 0.8) if before == "der" and _ends_phrase(around, offset - 1) else None


def _ends_phrase(around: Around, offset: int) -> bool:
    """Whether a noun that a genitive may belong to stands there: after an article or a preposition, or an abstract."""
    noun = around.other(offset)
    if noun is None or not noun.read[0].isupper():
        return False
    before = around.key(offset - 1)
    return before in ARTICLES or before in PREPOSITIONS or noun.read.endswith(_ABSTRACT)


def _is_strong_plural(around: Around) -> bool:
    """Whether an adjective in "-e" stands before the word without an article: "rechtliche Mängel"."""
    before = around.key(-1)
    if not before.endswith("e") or len(before) < 5 or before in ARTICLES or around.is_noun(-1):
        return False
    return around.key(-2) not in ARTICLES


_COMPASS = {"nord": ("sid", "sud", "stid", "siid")}


def _compass(around: Around, key: str, families: Families) -> Verdict | None:
    """ "Nord-Süd": a direction joined to its opposite."""
    before = around.other(-1)
    joined = before is not None and before.gap == "-" and key in _COMPASS.get(around.key(-1), ())
    return Verdict(True, 0.95, letters=True) if joined else None


RULES: tuple[Rule, ...] = (_one_or_many, _compass, _noun_with_capital, _verb_without_capital)
