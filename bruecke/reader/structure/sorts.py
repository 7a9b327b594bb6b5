# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a list is a list of: measures, goals, targets such as countries, or none of them."""

from collections.abc import Sequence
from enum import StrEnum

from bruecke.reader.draft import Modality
from bruecke.reader.structure.kinds import announces_action
from bruecke.reader.structure.leading import leads_in, promises, runs_on
from bruecke.reader.structure.modality import binding
from bruecke.reader.structure.places import is_place
from bruecke.reader.structure.words import exact, loose


class Sort(StrEnum):
    """UNSURE: the words do not say, but the items read like measures. OTHER: nothing of ours."""

    MEASURES = "measures"
    GOALS = "goals"
    TARGETS = "targets"
    UNSURE = "unsure"
    OTHER = "other"


_MEASURE = (
    r"(?:\w*maßnahmen?|vorhaben|\w*projekten?|\w*aktivitäten|\w*schritten?|\w*aktionen|\w*empfehlungen"
    r"|\w*initiativen"
    r"|aufgaben|\w*meilensteinen?|verpflichtungen|handlungsbedarfe?|(?<!\bto )(?<!\bwe )(?<!\bwill )measures?"
    r"|actions?|action items?"
    r"|activities|steps"
    r"|initiatives|milestones|projects|commitments|tasks|deliverables|recommendations|interventions)"
)
_TARGET = (
    r"(?:\w*(?:ländern?|staaten|regionen|märkten?|städten?|kommunen|gemeinden|landkreisen?|sektoren"
    r"|branchen|mitgliedern?"
    r"|partnern?|akteuren?|teilnehmern?|konferenzen|kongressen?|veranstaltungen|formaten?|foren|gremien"
    r"|themen|themenfeldern?"
    r"|bereichen?|feldern?|gruppen|standorten?|institutionen|einrichtungen|organisationen|behörden"
    r"|hochschulen|verbänden?"
    r"|dokumenten?|strategien|sprachen|vertreter\w*|unternehmen|messen)|countries|states|regions|markets"
    r"|cities|towns"
    r"|municipalities|sectors|industries|members|partners|participants|stakeholders|conferences|events"
    r"|topics|themes|areas"
    r"|groups|organi[sz]ations|institutions|agencies|documents|companies|fairs|languages)"
)
_GOAL = (
    r"(?:(?:ober|leit|teil|haupt|kern|schwerpunkt|entwicklungs|klima)?ziele?n?|zielsetzung(?:en)?|goals?"
    r"|objectives?|aims?)"
)
_AS_MEASURE = loose(r"\bals (?:\w+ )?maßnahmen?\b|\bas (?:\w+ )?(?:measures?|actions?)\b")
_FOLLOWING = loose(
    r"\b(?:folgende\w*|nachfolgende\w*|nachstehende\w*|following)\s+(?P<rest>[^:.;]{0,90})|\b(?:these"
    r"|diese[nrs]?)\s+(?P<other>[^:.;]{0,60})"
)
_MEASURE_WORD = loose(rf"(?<![\w-])(?:[\w-]+-)?{_MEASURE}(?![\w])")
_TARGET_WORD = loose(rf"(?<![\w-])(?:[\w-]+-)?{_TARGET}(?![\w])")
_GOAL_WORD = loose(rf"(?<![\w-]){_GOAL}(?![\w-])")
_TOWARDS_GOALS = loose(
    r"\b(?:um|zur (?:erreichung|umsetzung|verwirklichung)|zum erreichen|für (?:die|das) erreich\w+"
    r"|to (?:achieve|reach|meet|attain)"
    r"|in (?:order to|pursuit of)|achieving)\b.{0,60}\b" + _GOAL
)
# "Die Branchen im Kreis sind:", "Mitgewirkt haben die Städte:": what is named, not what is done.
_NAMES = loose(
    r"\b(?:sind|waren|gehören|zählen|are|were|include)\W*"
    r"(?:(?:u\. ?a\.|z\. ?b\.|unter anderem|zum beispiel|beispielsweise|insbesondere|vor allem|e\. ?g\."
    r"|for example)\W*)?$"
)
_TOOK_PART = loose(r"\b(?:mitgewirkt|beteiligt|zusammengesetzt|vertreten|participated|contributed)\b")
# "Die Aufgaben des Amtes sind": duties that somebody has, not measures that somebody takes.
_DESCRIBES_TASKS = loose(
    r"^(?:\w+ ){0,3}(?:\w*aufgaben|tätigkeiten|zuständigkeiten|tasks|duties|responsibilities)\b[^,;]*"
    r"\b(?:sind|umfassen|are|include)\b\W*(?:u\. ?a\.|unter anderem|insbesondere|vor allem)?\W*$"
)
_ACTING = loose(
    r"\b(?:wir|we|werden|wird|wollen|will|sollen|soll|shall|must|müssen|muss|plant|planen|should|könnten"
    r"|könnte|können|kann|could|may|can|verständigt|vereinbart|geeinigt|beschlossen|agreed|vorgesehen|geplant|beabsichtigt|angestrebt|planned|intends?|aims?)\b"
)
# "Geplant sind insbesondere:", "Geprüft werden könnte:": whatever follows, it is planned.
_PLANNED = loose(
    r"^\W*(?:(?:\w+ ){0,4}(?:geplant|vorgesehen|beabsichtigt|angestrebt|geprüft|angedacht|erwogen"
    r"|vorgeschlagen|denkbar)|(?:planned|envisaged|foreseen|proposed|under consideration))\b[^.;]{0,60}:\W*$"
    r"|\b(?:geplant|vorgesehen|beabsichtigt|angestrebt|angedacht|planned|envisaged|foreseen)\W*:\W*$"
)
_SHORT_ENTRY = 4  # words
_LONG_ENTRY = 15  # words; longer ones explain
# Shares of items that begin with an action.
_FEW, _SOME, _MANY = 0.34, 0.4, 0.5


def sort_of(intro: str, headings: Sequence[str], items: Sequence[str], language: str) -> Sort:
    """What the items are, by their intro sentence, else by the headings above (the nearest first), else by the items
    themselves."""
    if all(is_place(item) for item in items) and not _AS_MEASURE.search(intro):
        return Sort.TARGETS
    share = _acting_share(items)
    short = sum(len(item.split()) for item in items) <= _SHORT_ENTRY * len(items)
    named = _TOOK_PART.search(intro) or (_NAMES.search(intro) and _TARGET_WORD.search(intro))
    if short and named and not _MEASURE_WORD.search(intro):
        return Sort.TARGETS
    if _DESCRIBES_TASKS.search(intro):
        return Sort.UNSURE
    acting = (intro.rstrip().endswith(":") or leads_in(intro)) and bool(_ACTING.search(intro))
    if announced := _announced(intro):
        return _checked(announced, items, share)
    if runs_on(intro) and (share >= _SOME or not short):
        return Sort.UNSURE if promises(intro) else Sort.MEASURES
    if _TARGET_WORD.search(intro) and share < _FEW:
        return Sort.TARGETS
    if _PLANNED.search(intro):
        return Sort.UNSURE
    if acting and share >= _SOME:
        return Sort.MEASURES if binding(intro, language).modality is not Modality.UNKNOWN else Sort.UNSURE
    by_heading = _titled(headings[0]) if headings else None
    if by_heading and (not intro or acting or share >= _FEW):
        return _checked(by_heading, items, share)
    # "C. Maßnahmen", below it "I. Verkehr", and there the list.
    brief = sum(len(item.split()) for item in items) <= _LONG_ENTRY * len(items)
    below_measures = brief and not intro and any(_MEASURE_WORD.search(title) for title in headings[1:])
    return Sort.UNSURE if len(items) > 1 and (below_measures or share >= _MANY) else Sort.OTHER


def announces_measures(text: str) -> bool:
    """Whether a text says that measures follow."""
    return text.rstrip().endswith(":") and _announced(text) is Sort.MEASURES


def speaks_of_a_list(text: str) -> bool:
    """Whether a sentence announces a list although no colon ends it."""
    return bool(_FOLLOWING.search(text))


def names_some(text: str) -> bool:
    """Whether a text stops before some names, though with a full stop: "Unsere Partner sind u. a."."""
    return bool(_NAMES.search(text)) and not text.rstrip().endswith((" sind.", " waren.", " are.", " were."))


def _announced(intro: str) -> Sort | None:
    """What the words announce; the noun right after "following" counts most."""
    if _AS_MEASURE.search(intro):
        return Sort.MEASURES
    for match in _FOLLOWING.finditer(intro):
        if first := _first(match["rest"] or match["other"] or ""):
            return first
    goals = _GOAL_WORD.search(intro) and not _TOWARDS_GOALS.search(intro)
    if _MEASURE_WORD.search(intro):
        return Sort.MEASURES
    if goals:
        return Sort.GOALS
    return None


def _first(text: str) -> Sort | None:
    found = [
        (match.start(), sort)
        for sort, pattern in (
            (Sort.MEASURES, _MEASURE_WORD),
            (Sort.TARGETS, _TARGET_WORD),
            (Sort.GOALS, _GOAL_WORD),
        )
        if (match := pattern.search(text))
    ]
    return min(found)[1] if found else None


def _titled(heading: str) -> Sort | None:
    if _MEASURE_WORD.search(heading):
        return Sort.MEASURES
    if _GOAL_WORD.search(heading):
        return Sort.GOALS
    return Sort.TARGETS if _HEADED_TARGETS.match(heading) else None


def _checked(announced: Sort, items: Sequence[str], share: float) -> Sort:
    """Targets are short names; longer items that begin with an action are left to a person."""
    if announced is not Sort.TARGETS or share < _MANY:
        return announced
    length = sum(len(item.split()) for item in items) / len(items)
    return Sort.UNSURE if length > _SHORT_ENTRY else Sort.TARGETS


def _acting_share(items: Sequence[str]) -> float:
    return sum(announces_action(item) for item in items) / max(len(items), 1)


_HEADED_TARGETS = exact(
    r"\W*(?:ziel|partner|schwerpunkt|fokus|mitglieds)(?:länder|regionen|märkte|staaten|städte|kommunen)\b"
    r"|\W*(?:mitglieder|teilnehmende|members|participants)\b"
    r"|\W*(?:partner|partners|(?:target|partner|priority) (?:countries|regions|markets))\W*$"
)
