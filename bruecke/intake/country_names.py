# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Countries as tables name them: in German, English and the other languages of content, or by code. Pure."""

from functools import cache

import pycountry
from babel import Locale

from bruecke.base.languages import CONTENT
from bruecke.base.text import fold

_OTHER_NAMES = {
    "Bosnia and Hercegovina": "BA",
    "Burma": "MM",
    "Cape Verde": "CV",
    "China, Volksrepublik": "CN",
    "Czech Republic": "CZ",
    "Democratic Republic of the Congo": "CD",
    "East Timor": "TL",
    "England": "GB",
    "Georgia (country)": "GE",
    "Great Britain": "GB",
    "Großbritannien": "GB",
    "Holland": "NL",
    "Ivory Coast": "CI",
    "Macedonia": "MK",
    "Mazedonien": "MK",
    "Moldavia": "MD",
    "Moldawien": "MD",
    "Northern Ireland": "GB",
    "Republic of Ireland": "IE",
    "Republik Korea": "KR",
    "Russische Föderation": "RU",
    "Schottland": "GB",
    "Scotland": "GB",
    "Slowakische Republik": "SK",
    "South Korea": "KR",
    "Swaziland": "SZ",
    "Tschechische Republik": "CZ",
    "Turkey": "TR",
    "U.S.A.": "US",
    "UK": "GB",
    "USA": "US",
    "VR China": "CN",
    "Wales": "GB",
    "Weißrussland": "BY",
}
"""Names in use that neither list has. States that are no more have none: whoever means a successor must say which."""


def code_of(name: str) -> str:
    """ISO 3166-1 alpha-2 code, "" where no country with one is called so. "Wales, United Kingdom" is the latter."""
    text = name.strip()
    if len(text) == 2 and text.isascii():
        return text.upper() if pycountry.countries.get(alpha_2=text.upper()) else ""
    return _codes().get(_plain(text)) or _codes().get(_plain(text.rpartition(",")[2])) or ""


@cache
def _codes() -> dict[str, str]:
    known = {country.alpha_2 for country in pycountry.countries}
    found: dict[str, str] = {}
    for country in pycountry.countries:
        for kind in ("name", "common_name", "official_name", "alpha_3"):
            if text := getattr(country, kind, ""):
                found[_plain(text)] = country.alpha_2
    for language in CONTENT:
        for code, text in Locale(language).territories.items():
            if code in known:
                found.setdefault(_plain(text), code)
    return found | {_plain(text): code for text, code in _OTHER_NAMES.items()}


def _plain(text: str) -> str:
    words = fold(text.replace("&", " and ")).replace(".", " ").split()
    return " ".join(word for word in words if word != "the")
