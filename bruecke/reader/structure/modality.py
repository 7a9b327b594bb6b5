# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How binding a sentence is, whether a list is open, whether it goes on with what exists: and the words that say so."""

import re
from dataclasses import dataclass

from bruecke.reader.draft import Modality
from bruecke.reader.structure.words import exact, loose

_OPTION = {
    "de": loose(
        r"\b(?:könnten?|könnt?e|kann|(?<!zu )können|denkbar|ggf\. möglich|optional|nach möglichkeit|erwogen"
        r"|angedacht)\b"
    ),
    "en": exact(r"\b(?:could|may|might|can|optional(?:ly)?|possibly|under consideration|be(?:ing)? considered)\b"),
}
_INTENTION = {
    "de": loose(
        r"\b(?:soll(?:en|te|ten)?|wollen|will|möchten?|(?:an)?streb(?:en|t)(?: an)?|angestrebt"
        r"|beabsichtig(?:en|t)"
        r"|plan(?:en|t)|geplant(?:en)?|vorgesehen(?:en)?|setz(?:en|t) (?:sich|uns) (?:dafür"
        r"|für)\b.{0,80}? ein"
        r"|vorgeschlagen|empfohlen|empfehlen)\b"
    ),
    "en": exact(
        r"\b(?:should|intended|aims? (?:to|at)|aiming to|intends? to|plans? to|planned|seeks? to|wants? to|proposed?"
        r"|recommend(?:s|ed)?|strives? to|encouraged)\b"
    ),
}
_STATEMENT = {
    "de": loose(
        r"\b(?:wird|werden|muss|müssen|gilt es|ist|sind|gehör(?:en|t)|umfass(?:en|t)|dienen"
        r"|dient|leiste[nt]|verständigt|geeinigt|vereinbart|beschlossen|beschließ(?:en|t)|vereinbar(?:en|t)"
        r"|(?:setz|ergreif|führ|unterstütz|förder|stärk|verfolg|entwickel|schaff|plan|bau|richt|stell"
        r"|sorg|trag|beginn)e?(?:n|t))\b"
    ),
    "en": exact(
        r"\b(?:will|shall|must|is|are|includes?|comprises?|commits? to|takes?|supports?"
        r"|undertakes?|pursues?|agreed?)\b"
    ),
}
_CLAUSE = re.compile(r"[,;]\s")
_FOLLOWING = exact(r"\b(?:(?:nach)?folgende\w*|nachstehende\w*|following)\b")
_OPEN = loose(
    r"\bu\. ?a\.|\bu\. ?ä\.|\bz\. ?b\.|\bunter anderem\b|\bzum beispiel\b|\bbeispielsweise\b|\betwa\b"
    r"|\binsbesondere\b"
    r"|\b(?:folgenden?|diesen?) und weiteren?\b|\bund weitere\b|\bv\. ?a\.|\bvor allem\b|\betc\.|\busw\."
    r"|\bamong (?:others|other things)\b|\bsuch as\b|\be\.g\.|\bincluding\b|\binter alia\b"
    r"|\bfor (?:example|instance)\b"
    r"|\bin particular\b|\bnot limited to\b"
)
_CONTINUING = loose(
    r"\bauch (?:in zukunft|zukünftig|künftig|weiterhin)\b|\bweiterhin\b|\bfortgesetzt\b|\bfortgeführt\b"
    r"|\bweitergeführt\b"
    r"|\bverstetigt\b|\bfortzu(?:setzen|führen)\b|\bcontinues?d?\b|\bcontinuing\b|\bongoing\b"
)


@dataclass(frozen=True, slots=True)
class Binding:
    """modality and the words that fix it, verbatim; "" where none do."""

    modality: Modality
    cue: str


def binding(text: str, language: str) -> Binding:
    """How binding a sentence is: its clause that says what follows, else all of it; the least binding word decides."""
    clauses = [clause for clause in _CLAUSE.split(text) if _FOLLOWING.search(clause)]
    found = [_of_clause(clause, language) for clause in clauses]
    return next((one for one in found if one.modality is not Modality.UNKNOWN), _of_clause(text, language))


def _of_clause(text: str, language: str) -> Binding:
    for modality, patterns in (
        (Modality.OPTION, _OPTION),
        (Modality.INTENTION, _INTENTION),
        (Modality.STATEMENT, _STATEMENT),
    ):
        if match := patterns["en" if language == "en" else "de"].search(text):
            return Binding(modality, match.group())
    return Binding(Modality.UNKNOWN, "")


def open_cue(text: str) -> str:
    """The words that leave a list open, "" where it is closed."""
    match = _OPEN.search(text)
    return match.group() if match else ""


def continuing(text: str) -> bool:
    """Whether a list's intro says that its measures go on."""
    return bool(_CONTINUING.search(text))
