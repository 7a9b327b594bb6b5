# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that stop in the middle of a sentence, or of a phrase: what stands below them is how it goes on."""

import re

from bruecke.reader.structure.sentences import sentences
from bruecke.reader.structure.words import exact, loose, word_set

_MODAL = (
    r"(?:wird|werden|wollen|will|sollen|soll|shall|must|müssen|muss|should|könnten?|können|kann|could|may|can|möchten?)"
)
_LEADING_IN = loose(rf"\b{_MODAL}\b")
_SUBORDINATE = loose(r"\b(?:dass|damit|so that|that)$")
# "Was wir tun wollen", "How we will work": headings in the form of a question.
_ASKS = loose(
    r"^\W*(?:was|wie|wo|wohin|wofür|worauf|woran|warum|wer|wen|wem|wann|welche\w*|what|how|why|who|where|when|which)\b"
)
_GERMAN_MODAL = loose(r"\b(?:wird|werden|wollen|sollen|soll|müssen|muss|könnten?|können|kann|möchten?)\b")
# After the modal verb English has a verb; German has it at the very end.
_MODAL_AT_END = exact(
    r"\b(?:will|shall|should|could|may|must|can)(?: (?:\w+ly|also|now|therefore|together|in turn|by \d{4}))*$"
)
_MODAL_LAST = loose(rf"(?:^|\s)(?P<before>\S+\s)?{_MODAL}$")
_VERB_FORM = re.compile(r"[a-zäöüß]{2,}(?:en|ern|eln)$|(?:[a-zäöüß]+)?ge[a-zäöüß]{2,}t$")
# What cannot end a German sentence that still needs its verb is an adjective ("wird digital"): these can, and nouns.
_MAY_STAND_LAST = word_set(
    """
    wir man sie er es ich sich uns mit auch zudem außerdem ferner daher deshalb dazu dafür hierzu hierfür dabei hier
    dort zunächst jetzt künftig zukünftig weiterhin gemeinsam insbesondere unverzüglich jährlich regelmäßig selbst
    """
)
# "The Province intends to", "Der Kreis plant": what is meant to be done follows.
_INTENDING = exact(
    r"(?:\bto|\b(?:plan(?:t|en)|beabsichtig(?:t|en)|streb(?:t|en) an|verpflichten uns|verpflichtet sich),?)$"
)
_CLOSED = (".", "!", "?", ";")
_BEHIND = "\"”“»«)’'"
_UNFINISHED = exact(
    r"(?:[,(/–—-]|\b(?:und|oder|sowie|bzw\.?|der|die|das|des|dem|den|ein|eine|einer|eines|einem|einen|im"
    r"|in|zur|zum|zu"
    r"|mit|von|vom|für|fur|an|am|auf|bei|durch|über|unter|nach|aus|als|and|or|the|a|an|of|to|for|with|by"
    r"|on|at|from))$"
)


def unfinished(text: str) -> bool:
    """Whether a text cannot end here: it stops at a comma, a hyphen, an article, or inside a bracket."""
    tail = text[-160:]
    return bool(_UNFINISHED.search(tail)) or tail.count("(") > tail.count(")")


def leads_in(text: str) -> bool:
    """Whether a text stops in the middle of a sentence that says what somebody does: "Die Gemeinde könnte"."""
    return not text.rstrip(_BEHIND).endswith(_CLOSED) and bool(_LEADING_IN.search(text))


def runs_on(text: str) -> bool:
    """Whether the last sentence of a text lacks its end, not only its full stop: "Dazu sollen", "The county will also",
    "… setzt sich dafür ein, dass". A colon after it changes nothing."""
    spans = sentences(text)
    if not spans:
        return False
    last = text[spans[-1][0] :].rstrip(" :,…")
    if last.endswith(_CLOSED) or _ASKS.match(last):
        return False
    return promises(last) or bool(_INTENDING.search(last)) or lacks_its_verb(last)


def promises(text: str) -> bool:
    """Whether a text stops before a clause that says what is to be so: "…, dass"."""
    return bool(_SUBORDINATE.search(text.rstrip(" :,…")))


def lacks_its_verb(text: str) -> bool:
    """Whether a modal verb stands in the sentence and the verb that it needs does not."""
    if _MODAL_AT_END.search(text):
        return True
    if last := _MODAL_LAST.search(text):
        return not _VERB_FORM.match((last["before"] or "").strip())
    word = text.rpartition(" ")[2].rstrip(_BEHIND)
    return bool(_GERMAN_MODAL.search(text)) and (word[:1].isupper() or word in _MAY_STAND_LAST)
