# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a wording names as examples: the parts of what follows "z. B.", "u. a.", "such as"."""

import re

from bruecke.reader.structure.kinds import action_at
from bruecke.reader.structure.words import loose

_CUE = loose(
    r"(?:,? ?\bwie )?\b(?:z\. ?b\.|u\. ?a\.|v\. ?a\.|bspw\.|e\. ?g\.)|\b(?:wie )?(?:zum beispiel"
    r"|beispielsweise|unter anderem)\b"
    r"|\bsuch as\b|\bfor (?:example|instance)\b|\bincluding\b|\bamong others\b"
    r"|(?P<stressed>\b(?:insbesondere|vor allem|in particular|especially)\b)"
)
# "insbesondere" before one thing stresses it; before several it names topics.
_FEWEST_STRESSED = 2
_CONJUNCTION = re.compile(r",?\s+(?:und|oder|sowie|as well as|and|or)\s+")
_LEADING = re.compile(
    r"^(?:[\s,:]|(?:mit|durch|in|im|ins|an|am|auf|bei|beim|für|von|vom|zu|zum|zur|über|unter|nach|aus|als|der|die|das"
    r"|dem|den|des|einer|einem|einen|eine|ein|und|oder|sowie|and|or|the|a|an|in|at|on|by|with|for|of|to)\s)+",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;.](?=\s|$)|\s[–—]\s")
_ABBREVIATED = re.compile(r"\b(?:\w|bzw|ggf|etc|usw|St|Dr|Nr|Abs|Inc|Ltd)$")


def examples(text: str) -> tuple[str, ...]:
    """The examples, each verbatim but for the article before it; none where no words announce examples."""
    found: list[str] = []
    end = 0
    for cue in _CUE.finditer(text):
        if cue.start() < end:
            continue
        stop = _end(text, cue.start(), cue.end())
        parts = _parts(text[cue.end() : stop])
        if cue["stressed"] and len(parts) < _FEWEST_STRESSED:
            continue
        end = stop
        found.extend(parts)
    return tuple(dict.fromkeys(found))


def _end(text: str, before: int, start: int) -> int:
    """Where the examples stop: the bracket's end, the clause's end, or an action that the text goes on to."""
    opened = text.count("(", 0, before) - text.count(")", 0, before)
    level = 0
    for index in range(start, len(text)):
        char = text[index]
        level += (char == "(") - (char == ")")
        if char == ")" and level < 0 and opened > 0:
            return index
        stops = level == 0 and char in ";.–—" and _STOP.match(text, index - (char in "–—"))
        if stops and not (char == "." and _ABBREVIATED.search(text, max(0, index - 6), index)):
            return index
    for conjunction in _CONJUNCTION.finditer(text, start):
        if text[conjunction.start() - 1] != "-" and _is_new_action(text[conjunction.end() :]):
            return conjunction.start()
    return len(text)


def _is_new_action(rest: str) -> bool:
    """Whether a measure goes on with another action; "… und Nachwuchsförderung" at its end is the last example."""
    return action_at(rest[:60]) and len(rest.split(maxsplit=2)) > 1


def _parts(text: str) -> list[str]:
    pieces = _split(text, ",")
    if pieces:
        last = pieces.pop()
        halves = _CONJUNCTION.split(last, maxsplit=1) if not re.search(r"-\s+(?:und|oder|and|or)\s", last) else [last]
        pieces.extend(halves)
    cleaned = [_LEADING.sub("", piece).strip(" ,:") for piece in pieces]
    return [piece for piece in cleaned if len(piece) > 1]


def _split(text: str, separator: str) -> list[str]:
    """Split outside brackets."""
    parts, level, start = [], 0, 0
    for index, char in enumerate(text):
        level += (char == "(") - (char == ")")
        if char == separator and level <= 0:
            parts.append(text[start:index])
            start = index + 1
    parts.append(text[start:])
    return [part for part in parts if part.strip()]
