# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which words of a damaged document are repaired: the lexicon proposes, the context decides, doubt leaves alone."""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bruecke.reader.draft import Repair
from bruecke.reader.lines import Line
from bruecke.reader.repair.around import Around, folded
from bruecke.reader.repair.capitals import printed_initial
from bruecke.reader.repair.compounds import with_dotted_ending
from bruecke.reader.repair.context import verdict
from bruecke.reader.repair.edits import Edits
from bruecke.reader.repair.lexicon import german
from bruecke.reader.repair.tokens import Place, Word
from bruecke.reader.repair.verdicts import Families
from bruecke.reader.repair.words import Doubt, doubt, easy_reading

# How many centibels another reading must be likelier by, whether the word as it came and the reading are known.
_BOTH_KNOWN_DOTS = 45
_BOTH_KNOWN_LETTERS = 75
_KNOWN_TO_COMPOUND = 150
_UNKNOWN_TO_KNOWN = 20
_UNKNOWN_TO_COMPOUND_DOTS = 10
_UNKNOWN_TO_COMPOUND_LETTERS = 60
_SHORTEST = 3
# Short words in capitals are names of offices and laws; only a frequent one is read into them.
_SHORT_CAPITALS = 5
_SHORT_CAPITALS_MARGIN = 150
# No German word is two consonants; an acronym may end with I. None begins with a small letter before capitals.
_L_BEHIND = re.compile(r"[B-DF-HJ-NP-TV-Z]l")
_L_BEFORE = re.compile(r"l[A-Z]{1,4}")
_FREQUENT_ACRONYM = 560


@dataclass(frozen=True, slots=True)
class Decision:
    """What is read instead of a word, how sure that is, and the reason's code."""

    text: str
    confidence: float
    reason: str


def repair_words(lines: Sequence[Line], damaged: Collection[int], words: Sequence[Word], edits: Edits) -> None:
    """Decide on every word in a damaged line; take the repairs into `edits` and each word's reading into `words`."""
    families = Families()
    for word in words:
        if word.places[0].line in damaged:
            _read_alone(lines, word, families)
    for at, word in enumerate(words):
        if word.places[0].line not in damaged:
            continue
        decision = _decide(Around(words, at), families)
        if decision is None:
            continue
        word.read = decision.text
        repairs = _spread(lines, word, decision)
        if repairs:
            edits.add_all(repairs)


def _read_alone(lines: Sequence[Line], word: Word, families: Families) -> None:
    """First pass: what is certain without context, so that the context is read right."""
    place = word.places[0]
    text = lines[place.line].text
    opened = place.start > 0 and text[place.start - 1] == "(" and ")" not in text[place.end : place.end + 40]
    if opened and (word.text[0].islower() or word.text[0] == "U"):
        _take_bracket(word, place)
    if not _is_readable(word.text):
        return
    found = _beyond_doubt(doubt(word.text))
    if found is None:
        return
    word.read = found.text
    if (
        found.reason != "umlaut"
        and folded(found.text).startswith(("forder", "gefordert"))
        and "ö" in found.text.lower()
    ):
        families.promoting += 1


def _take_bracket(word: Word, place: Place) -> None:
    """ "(ber" is "über": the bracket that nothing closes belongs to the word."""
    found = doubt("(" + word.text)
    if found.other is not None and found.other_known and found.other.cost + 100 < doubt(word.text).cost:
        word.text = word.read = "(" + word.text
        word.places = (Place(place.line, place.start - 1, place.end), *word.places[1:])


def _is_readable(text: str) -> bool:
    if text.isupper():
        return len(text) >= _SHORTEST and text.isalpha()
    letters = sum(c.isalpha() for c in text)
    return len(text) >= _SHORTEST and letters >= _SHORTEST - 1 and letters * 2 > len(text)


def _acronym(word: Word) -> str | None:
    """The word with the I of an acronym that was read as a small l ("Kl", "lHK"), None where it is none."""
    if _L_BEFORE.fullmatch(word.text):
        return "I" + word.text[1:]
    if _L_BEHIND.fullmatch(word.text) and not (word.gap or "").startswith("."):
        known = german().of(word.text[0].lower() + "i")
        return word.text[0] + "I" if known is not None and known <= _FREQUENT_ACRONYM else None
    return None


def _decide(around: Around, families: Families) -> Decision | None:
    word = around.word
    acronym = _acronym(word)
    if acronym is not None:
        return Decision(acronym, 0.85, "letter")
    if word.text.isupper() and word.text.isalpha():
        return _capitals(word.text)
    if not _is_readable(word.text):
        return None
    by_context = _by_context(around, families)
    if by_context is not None:
        decision = by_context if by_context.text != word.text else None
    else:
        decision = _beyond_doubt(doubt(word.text))
    if decision is None:
        return None
    return Decision(printed_initial(around, decision.text), decision.confidence, decision.reason)


def _by_context(around: Around, families: Families) -> Decision | None:
    """The context's word on a reading that differs in dots only; None where it has none."""
    text = around.word.text
    found = verdict(around, families)
    if found is None:
        return None
    doubted = doubt(text)
    if not found.dots:
        return Decision(text, found.confidence, "context") if doubted.known else None
    other = None if found.letters else easy_reading(text)
    if other is not None:
        return Decision(other.text, found.confidence, "context")
    certain = doubted.other is not None and doubted.margin >= _threshold(doubted)
    base = doubted.other.text if doubted.other and (certain or found.letters) else text
    dotted = base if found.letters else with_dotted_ending(base) or base
    return Decision(dotted, found.confidence, "context") if dotted != text else None


def _beyond_doubt(found: Doubt) -> Decision | None:
    if found.other is None or found.margin < _threshold(found):
        return None
    other = found.other.text
    confidence = 1 / (1 + math.exp(-(found.margin - 20) / 60))
    return Decision(other, round(min(confidence, 0.99), 2), _reason(found.word, other))


def _threshold(found: Doubt) -> int:
    dots_only = found.other is not None and folded(found.other.text) == folded(found.word)
    if found.known and found.other_known:
        return _BOTH_KNOWN_DOTS if dots_only else _BOTH_KNOWN_LETTERS
    if found.known:
        return _KNOWN_TO_COMPOUND
    if found.other_known:
        return _UNKNOWN_TO_KNOWN
    return _UNKNOWN_TO_COMPOUND_DOTS if dots_only else _UNKNOWN_TO_COMPOUND_LETTERS


def _reason(word: str, other: str) -> str:
    if "ß" in other and "ß" not in word:
        return "sharp_s"
    if folded(word) == folded(other):
        return "umlaut"
    return "umlaut_letter" if re.search(r"[äöüÄÖÜ]", other) else "letter"


def _capitals(text: str) -> Decision | None:
    """A word all in capitals can only have lost its dots."""
    found = doubt(text.lower())
    if found.other is None or folded(found.other.text) != text.lower():
        return None
    if len(text) <= _SHORT_CAPITALS and (found.margin < _SHORT_CAPITALS_MARGIN or not found.other_known):
        return None
    decision = _beyond_doubt(found)
    return decision and Decision(decision.text.upper(), decision.confidence, decision.reason)


def _spread(lines: Sequence[Line], word: Word, decision: Decision) -> list[Repair]:
    """The repair, in one piece for each line the word stands on; empty where the break cannot be placed."""
    if len(word.places) == 1:
        return [_repair(lines, word.places[0], word.text, decision.text, decision)]
    first, second = word.places
    head = word.text[: first.end - first.start]
    tail = word.text[len(head) :]
    cut = _cut(word.text, decision.text, len(head))
    if cut is None:
        return []
    return [
        _repair(lines, first, head, decision.text[:cut], decision),
        _repair(lines, second, tail, decision.text[cut:], decision),
    ]


def _repair(lines: Sequence[Line], place: Place, original: str, suggestion: str, decision: Decision) -> Repair:
    return Repair(lines[place.line].number, place.start, original, suggestion, decision.confidence, decision.reason)


def _cut(before: str, after: str, at: int) -> int | None:
    """Where in `after` the break falls that stood at `at` in `before`, by what the halves share with it."""
    tail, head = before[at:], before[:at]
    for size in range(min(len(tail), 6), 0, -1):
        # Letters right behind the break that read the same in both.
        found = [i for i in range(len(after)) if folded(after[i : i + size]) == folded(tail[:size])]
        if found:
            return min(found, key=lambda i: abs(i - at))
    for size in range(min(len(head), 6), 0, -1):
        found = [i + size for i in range(len(after)) if folded(after[i : i + size]) == folded(head[-size:])]
        if found:
            return min(found, key=lambda i: abs(i - at))
    return None
