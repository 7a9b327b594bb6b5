# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How chapters and items are numbered: what stands before a title, what stands before an item."""

import re
from dataclasses import dataclass

from bruecke.reader.structure.words import loose

_DASH = re.compile(r"\s*(?P<mark>[-–—―‐‑−~]{1,2})(?:\s+)(?P<text>\S.*)$")
_BULLET = re.compile(r"\s*(?P<mark>[•●◦○■□▪▫➢➤►▶→✓✔✗‣⁃·❖◆◇*+\uf0b7\uf0a7\uf0d8])\s*(?P<text>[^\s*].*|\*\*.*)$")
_CIRCLE = re.compile(r"\s*(?P<mark>o)\s+(?P<text>[^\W\d_].*)$")
_SCANNED = re.compile(r"\s*(?P<mark>[e©®¢«»](?=\s+[A-ZÄÖÜ])|[e©®¢](?=\s+[a-zäöü][\w-]))\s+(?P<text>\S.*)$")
_NUMBERED = re.compile(
    r"\s*(?P<mark>\((?:\d{1,3}|[a-z]|[ivx]{2,5})\)|(?:\d{1,3}|[a-z]|[ivx]{2,5})(?:\.\)"
    r"|[.)]))(?P<gap>\s*)(?P<text>\S.*)$"
)
_MONTH = loose(
    r"(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    r"|january|february|march|may|june|july|october|december|jahrhundert|century)\b"
)

_KEYWORD = loose(
    r"\s*(?P<word>kapitel|chapter|teil|part|abschnitt|section|handlungsfeld|themenfeld|aktionsfeld"
    r"|politikfeld"
    r"|schwerpunkt|instrument|säule|pillar|priority(?: area)?|priorität|field of action|action (?:area|field)"
    r"|focus area|leitlinie|cluster|baustein|theme|thema|"
    r"(?P<goal>(?:strategisches |übergeordnetes )?(?:ober|leit|teil|haupt|kern)?ziel"
    r"|(?:strategic )?(?:goal|objective|aim))|"
    r"(?P<action>maßnahmen?|action|measure|projekt|project|vorhaben))"
    r"\s+(?P<number>\d{1,3}(?:\.\d{1,3})*[a-z]?|[IVXLC]{1,6}|[A-Z]{0,3}[ -]?\d{1,3}(?:\.\d{1,3})*"
    r"|[A-Z])(?![\w-])"
    r"\s*[:.)|–—-]*\s*(?P<text>.*)$"
)
_ROMAN_TITLE = re.compile(r"\s*(?P<number>[IVXLCl1|i]{1,7})(?P<mark>[.):])\s*(?P<text>[^\W\d_].*|[„\"“].*)$")
_ROMAN_BARE = re.compile(r"\s*(?P<number>[IVX]{2,6}|I|V|X)(?P<mark>)\s+[–—-]?\s*(?P<text>[A-ZÄÖÜ„\"].*)$")
_DECIMAL = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<mark>[.):]?)\s+(?P<text>[^\W_a-zäöü].*)$")
_ARABIC = re.compile(r"\s*(?P<number>\d{1,2})(?P<mark>[.):]?)\s+(?P<text>[A-ZÄÖÜ„\"].*)$")
_LETTER = re.compile(r"\s*(?P<number>[A-Z])(?P<mark>[.):])\s+(?P<text>[A-ZÄÖÜ„\"].*)$")
_LOST = re.compile(r"\s*[)\]}](?P<number>)(?P<mark>)\s*(?P<text>[A-ZÄÖÜ].*)$")
_CODE = re.compile(r"\s*(?P<number>MN?[ .-]?\d{1,3}(?:\.\d{1,3})*)[.:)]?\s+[–—-]?\s*(?P<text>[A-ZÄÖÜ„].{3,})$")
# "B.1 ...", "KS-03 ...": the letters of a chapter and a number, only where several count on.
_SERIAL = re.compile(
    r"\s*(?P<number>(?P<word>[A-Z]{1,3})[.-]?\d{1,2}(?:\.\d{1,2})*)(?:[.:)]\s*|\s)[–—-]?\s*(?P<text>[^\W\d_].{2,})$"
)
_MARKS = (("dash", _DASH), ("bullet", _BULLET), ("circle", _CIRCLE), ("scanned", _SCANNED))
_PARAGRAPH = re.compile(r"\s*§\s*(?P<number>\d+[a-z]?)(?P<mark>)\s+(?P<text>\S.*)$")

_LETTERS = ("C", "L")  # "Handlungsfeld C" follows B: nobody has a hundred of them
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")


@dataclass(frozen=True, slots=True)
class Bullet:
    """What stands before an item. family: "dash", "bullet", "circle", "scanned", "arabic", "letter" or "roman".
    value: its number, 0 for a bullet. action: it calls its item a measure ("Action 1.2:")."""

    family: str
    mark: str
    value: int
    text: str
    action: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """What stands before a title. family: "keyword", "code" ("B.1"), "roman", "decimal", "arabic", "letter",
    "lost" (the number itself is illegible). number: as printed, misread roman numerals put right. depth: parts of a
    decimal number."""

    family: str
    number: str
    value: int
    text: str
    depth: int = 1
    word: str = ""
    goal: bool = False
    action: bool = False


def roman(text: str) -> int:
    """Value of a roman numeral in which I may have been read as l, 1, i or |; 0 where it is none."""
    right = text.translate(str.maketrans("l1i|", "IIII"))
    if not right or not _ROMAN_FORM.match(right):
        return 0
    values = [_VALUES[char] for char in right]
    return sum(-v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def as_roman(value: int) -> str:
    """A number below 100 in roman numerals."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[value // 10 % 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]


def bullet(text: str) -> Bullet | None:
    """The bullet or number before an item, None where the line begins with none."""
    for family, pattern in _MARKS:
        if match := pattern.match(text):
            return Bullet(family, match["mark"], 0, match["text"])
    match = _NUMBERED.match(text)
    if not match or not _numbers_an_item(match):
        return None
    core = match["mark"].strip("().")
    if core.isdigit():
        return Bullet("arabic", match["mark"], int(core), match["text"])
    if len(core) > 1:
        return Bullet("roman", match["mark"], roman(core.upper()), match["text"])
    return Bullet("letter", match["mark"], ord(core) - 96, match["text"])


def _numbers_an_item(match: re.Match[str]) -> bool:
    following = match["text"]
    if match["mark"].endswith(")"):
        return True
    if _MONTH.match(following):
        return False
    return bool(match["gap"]) or (match["mark"][0].isdigit() and following[0].isupper() and len(following) > 3)


def number(text: str) -> Number | None:
    """The number before a title, None where the line begins with none. Whether it is a title is not decided here."""
    if match := _KEYWORD.match(text):
        return _keyword(match)
    if match := _CODE.match(text):
        value = int(re.findall(r"\d+", match["number"])[-1])
        return Number("keyword", match["number"], value, match["text"], word="m", action=True)
    if match := _SERIAL.match(text):
        value = int(re.findall(r"\d+", match["number"])[-1])
        return Number("code", match["number"], value, match["text"], match["number"].count(".") + 1, word=match["word"])
    if match := _PARAGRAPH.match(text):
        return Number("paragraph", "§ " + match["number"], int(re.sub(r"\D", "", match["number"])), match["text"])
    if match := _DECIMAL.match(text):
        parts = match["number"].split(".")
        return Number("decimal", match["number"], int(parts[-1]), match["text"], depth=len(parts))
    return _simple(text)


def _keyword(match: re.Match[str]) -> Number:
    printed = match["number"].strip()
    value = roman(printed) if re.fullmatch("[IVXLC]+", printed) and printed not in _LETTERS else 0
    digits = re.findall(r"\d+", printed)
    value = value or (int(digits[-1]) if digits else ord(printed[0]) - 64)
    return Number(
        "keyword",
        printed,
        value,
        match["text"],
        depth=printed.count(".") + 1,
        word=match["word"].casefold(),
        goal=bool(match["goal"]),
        action=bool(match["action"]),
    )


def _simple(text: str) -> Number | None:
    for pattern in (_ROMAN_TITLE, _ROMAN_BARE):
        match = pattern.match(text)
        if match and not match["number"].isdigit() and (value := roman(match["number"])):
            single = match["number"] in "CLi" or match["number"] == "l"
            if not single:
                return Number("roman", as_roman(value), value, match["text"])
    if match := _ARABIC.match(text):
        if not _MONTH.match(match["text"]):
            return Number("arabic", match["number"], int(match["number"]), match["text"])
        return None
    if match := re.match(r"\s*(?P<number>\d{1,2})(?P<mark>[.)])(?P<text>[A-ZÄÖÜ][^\d].*)$", text):
        return Number("arabic", match["number"], int(match["number"]), match["text"])
    if match := _LETTER.match(text):
        return Number("letter", match["number"], ord(match["number"]) - 64, match["text"])
    if match := _LOST.match(text):
        return Number("lost", "", 0, match["text"])
    return None
