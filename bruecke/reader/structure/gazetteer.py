# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of places: countries from CLDR, subdivisions from ISO 3166-2, capitals from the time zones, and the exonyms
that those sources lack. Code "" where ISO 3166 has none (world regions, cities)."""

import re
import unicodedata
from functools import cache
from typing import Any

import pycountry
from babel import Locale
from babel.core import get_global

from bruecke.reader.structure.words import word_set

# German and English adjectives of countries, by the stem that every inflected form shares.
_ADJECTIVES = """
AF afghanisch afghan;AL albanisch albanian;AT österreichisch austrian;AU australisch australian
BE belgisch belgian;BG bulgarisch bulgarian;BR brasilianisch brazilian;BY belarussisch belarusian
CA kanadisch canadian;CH schweizerisch swiss;CL chilenisch chilean;CN chinesisch chinese
CZ tschechisch czech;DE deutsch german;DK dänisch danish;EE estnisch estonian;EG ägyptisch egyptian
ES spanisch spanish;ET äthiopisch ethiopian;FI finnisch finnish;FR französisch french;GB britisch british
GE georgisch georgian;GH ghanaisch ghanaian;GR griechisch greek;HR kroatisch croatian
HU ungarisch hungarian;ID indonesisch indonesian;IE irisch irish;IL israelisch israeli;IN indisch indian
IR iranisch iranian;IQ irakisch iraqi;IS isländisch icelandic;IT italienisch italian;JP japanisch japanese
KE kenianisch kenyan;KG kirgisisch kyrgyz;KR südkoreanisch korean;KZ kasachisch kazakh
LT litauisch lithuanian;LU luxemburgisch luxembourgish;LV lettisch latvian;MA marokkanisch moroccan
MD moldauisch moldovan;MX mexikanisch mexican;NG nigerianisch nigerian;NL niederländisch dutch
NO norwegisch norwegian;PE peruanisch peruvian;PH philippinisch philippine;PK pakistanisch pakistani
PL polnisch polish;PT portugiesisch portuguese;RO rumänisch romanian;RS serbisch serbian
RU russisch russian;SA saudisch saudi;SE schwedisch swedish;SI slowenisch slovenian;SK slowakisch slovak
SY syrisch syrian;TH thailändisch thai;TN tunesisch tunisian;TR türkisch turkish;TW taiwanisch taiwanese
TZ tansanisch tanzanian;UA ukrainisch ukrainian;UG ugandisch ugandan;US amerikanisch american
UZ usbekisch uzbek;VN vietnamesisch vietnamese;ZA südafrikanisch south-african
"""
_COUNTRIES = """
PL=Republik Polen;CZ=Tschechische Republik;CZ=Tschechische Republik;CZ=Czech Republic;CZ=Czechia;US=USA
US=U.S.;US=Vereinigte Staaten von Amerika;AE=VAE;AE=UAE;GB=Großbritannien;GB=Great Britain;GB=UK
GB=Vereinigtes Königreich;KR=Republik Korea;KR=Korea;NL=Holland;BY=Weißrussland;MD=Moldawien;TR=Turkey
CH=Schweizerische Eidgenossenschaft;SK=Slowakische Republik;DE=Bundesrepublik Deutschland;MK=Mazedonien
MM=Burma;CN=Volksrepublik China;HK=Hongkong
"""
# Regions whose usual German or English name ISO 3166-2 does not give.
_REGIONS = """
DE-BY=Bavaria;DE-SN=Saxony;DE-ST=Saxony-Anhalt;DE-TH=Thuringia;DE-HE=Hesse;DE-NI=Lower Saxony
DE-RP=Rhineland-Palatinate;DE-NW=North Rhine-Westphalia;AT-3=Lower Austria;AT-4=Upper Austria;AT-7=Tyrol
AT-6=Styria;AT-9=Vienna;PL-02=Niederschlesien;PL-02=Lower Silesia;PL-08=Lebuser Land;PL-08=Lubuskie
PL-24=Schlesien;PL-24=Silesia;PL-14=Masowien;PL-12=Kleinpolen;PL-30=Großpolen;PL-16=Oppeln
PL-32=Westpommern;PL-22=Pommern;PL-28=Ermland-Masuren;PL-20=Podlachien;PL-06=Lublin;PL-10=Łódź
PL-26=Heiligkreuz;PL-18=Karpatenvorland;PL-04=Kujawien-Pommern;CZ-51=Liberecký Kraj;CZ-51=Region Liberec
CZ-42=Ústecký Kraj;CZ-42=Region Ústí;CZ-41=Karlovarský Kraj;CZ-41=Karlovy Vary;CZ-64=Südmähren
CZ-31=Südböhmen;CZ-20=Mittelböhmen;CZ-32=Pilsen;BE-VLG=Flandern;BE-VLG=Flanders;BE-WAL=Wallonien
BE-WAL=Wallonia;GB-MAN=Greater Manchester;GB-SCT=Schottland;GB-SCT=Scotland;GB-WLS=Wales;GB-ENG=England
GB-NIR=Nordirland;GB-NIR=Northern Ireland;ES-AN=Andalusien;ES-AN=Andalusia;ES-CT=Katalonien
ES-CT=Catalonia;ES-PV=Baskenland;ES-PV=Basque Country;ES-GA=Galicien;ES-AR=Aragonien;ES-VC=Valencia
ES-NC=Navarra;ES-AS=Asturien;IT-62=Latium;IT-62=Lazio;IT-25=Lombardei;IT-25=Lombardy;IT-52=Toskana
IT-52=Tuscany;IT-21=Piemont;IT-21=Piedmont;IT-34=Venetien;IT-34=Veneto;IT-82=Sizilien;IT-82=Sicily
IT-88=Sardinien;IT-45=Emilia-Romagna;IT-72=Kampanien;IT-75=Apulien;IT-32=Trentino-Südtirol;IT-BZ=Südtirol
IT-36=Friaul-Julisch Venetien;FR-BRE=Bretagne;FR-BRE=Brittany;FR-NOR=Normandie;FR-NOR=Normandy
FR-OCC=Okzitanien;FR-GES=Grand Est;FR-6AE=Elsass;FR-ARA=Auvergne-Rhône-Alpes;FR-PAC=Provence
FR-BFC=Burgund;FR-BFC=Burgundy;FR-IDF=Île-de-France;FR-HDF=Hauts-de-France;UA-63=Charkiw;UA-63=Kharkiv
UA-46=Lwiw;UA-46=Lviv;UA-51=Odessa;UA-32=Oblast Kyjiw;RU-TA=Tatarstan;RU-BA=Baschkortostan
RU-BA=Bashkortostan;RU-SPE=St. Petersburg;RU-SPE=Sankt Petersburg;RU-MOW=Moskau;AE-AZ=Abu Dhabi
AE-DU=Dubai;CN-HB=Hubei;CN-GD=Guangdong;CN-JS=Jiangsu;CN-SD=Shandong;CN-ZJ=Zhejiang;CN-SC=Sichuan
CA-QC=Quebec;US-CA=Kalifornien;TR-34=Istanbul;ZA-GP=Gauteng;ZA-WC=Westkap;JP-13=Tokio;NL-NB=Nordbrabant
"""
_WORLD = """
Mittel- und Osteuropa;Mitteleuropa;Mittelosteuropa;Ostmitteleuropa;Südosteuropa;Westbalkan
Westlicher Balkan;Balkan;Baltikum;Globaler Süden;Globalen Süden;Globalem Süden;Globalen Südens
Global South;Naher Osten;Nahen Osten;Mittlerer Osten;Middle East;Subsahara-Afrika;Lateinamerika
Latin America;Nordafrika;Skandinavien;Scandinavia;Kaukasus;Caucasus;Maghreb;Western Balkans
Central and Eastern Europe;Central Asia;Zentralasien;Ostasien;Südostasien;Nordamerika;Südamerika
MOE-Staaten;Benelux;Visegrád;Indo-Pazifik;Indo-Pacific;Alpenraum;Ostseeraum;Ostsee;Nordsee;Donauraum
Bodensee
"""
_GERMAN_CITIES = """
CZ=Prag;CZ=Prague;CZ=Brünn;CZ=Pilsen;PL=Breslau;PL=Wrocław;PL=Krakau;PL=Danzig;PL=Posen;PL=Lodz;DE=Dresden
DE=Leipzig;DE=Chemnitz;DE=Hamburg;DE=München;DE=Munich;DE=Köln;DE=Cologne;DE=Frankfurt am Main
DE=Stuttgart;DE=Düsseldorf;DE=Dortmund;DE=Essen;DE=Hannover;DE=Nürnberg;DE=Nuremberg;DE=Duisburg;DE=Bochum
DE=Wuppertal;DE=Bielefeld;DE=Bonn;DE=Münster;DE=Karlsruhe;DE=Mannheim;DE=Augsburg;DE=Wiesbaden;DE=Mainz
DE=Kiel;DE=Magdeburg;DE=Erfurt;DE=Rostock;DE=Potsdam;DE=Saarbrücken;DE=Schwerin;DE=Freiburg;DE=Heidelberg
DE=Ulm;DE=Görlitz;DE=Zwickau;DE=Kassel;FR=Straßburg;FR=Strasbourg;FR=Lyon;FR=Marseille;FR=Toulouse
IT=Mailand;IT=Milan;IT=Turin;IT=Neapel;IT=Venedig;ES=Barcelona;ES=Sevilla;GB=Manchester;GB=Birmingham
GB=Edinburgh;AT=Linz;AT=Graz;AT=Innsbruck;AT=Sankt Pölten;CH=Genf;CH=Basel;NL=Rotterdam;NL=Den Haag
CN=Peking;CN=Beijing;CN=Wuhan;JP=Osaka;JP=Kyoto;IN=Mumbai;IN=Neu-Delhi;IN=New Delhi;US=Washington
US=San Francisco;US=Boston;US=Houston;CA=Montréal;CA=Ottawa;UA=Kyjiw;UA=Kiew;UA=Kyiv;TR=Ankara
"""
_SUBDIVISIONS_OF = word_set(
    "DE AT CH FR IT ES PT PL CZ SK HU HR BE NL DK SE FI UA RU US CA BR MX AR CN IN JP KR AU ZA TR GE"
)
_TAKEN_WORDS = word_set(
    """
    bar ost west nord süd centre center central capital essen halle mark post reading male union hope
    liberty eden norden orient est sud sur norte hof bern perm kent bath wales young vest öst land bonn
    burg karst para ains lot gard ain cher var nièvre orne somme eure bloc kent como lecce pisa roma
    rieti massa prato ceará pará kars rize van ordu mus jena tula kursk bas-rhin savoie manche landes
    creuse oise nice jura mayotte city town region district bois mons brest vaud uri zug glarus mary tas
    maine victoria
    """
)
_SUFFIX = re.compile(
    r"\s+(?:Sheng|Shi|Zizhiqu|oblast|Oblast|oblast'|kraj|Kraj|krai|Respublika|avtonomnyy okrug|megye"
    r"|län)$|,.*$|\s*[\[(].*$"
)


@cache
def names() -> dict[str, str]:
    """Name as printed → ISO 3166 code; "" for a world region or a city, whose country no code of its own has."""
    found: dict[str, str] = {}
    found.update(_subdivisions())
    found.update(dict.fromkeys(_cities(), ""))
    found.update(dict.fromkeys(_list(_WORLD), ""))
    found.update(_countries())
    found.update(_pairs(_REGIONS))
    return found


@cache
def adjective_stems() -> dict[str, str]:
    """Stem of a country's adjective in lower case → ISO 3166 alpha-2."""
    stems: dict[str, str] = {}
    for entry in _list(_ADJECTIVES):
        code, *words = entry.split()
        stems.update(dict.fromkeys(words, code))
    return stems


def _list(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _pairs(text: str) -> dict[str, str]:
    return {name: code for code, _, name in (entry.partition("=") for entry in _list(text))}


def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for tongue in ("en", "de"):
        for code, name in Locale(tongue).territories.items():
            if code.isdigit():
                found[name] = ""
            elif code not in ("ZZ", "XA", "XB", "EU", "EZ", "UN", "QO"):
                found[name] = code
    found.update(_pairs(_COUNTRIES))
    return {name: code for name, code in found.items() if len(name) > 3 or name in ("USA", "VAE", "UAE")}


def _subdivisions() -> dict[str, str]:
    found: dict[str, str] = {}
    for country in sorted(_SUBDIVISIONS_OF):
        for entry in _of_country(country):
            name = _SUFFIX.sub("", entry.name).strip()
            if len(name) > 3 and name.lower() not in _TAKEN_WORDS and entry.parent_code is None:
                found[name] = found[_plain(name)] = entry.code
    return found


def _of_country(country: str) -> list[Any]:
    return list(pycountry.subdivisions.get(country_code=country) or ())  # type: ignore[no-untyped-call]


def _plain(name: str) -> str:
    """The name without its marks, as it is usually printed abroad: "Tamil Nādu" as "Tamil Nadu"."""
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))


def _cities() -> set[str]:
    """Cities after which time zones are named, in German and English, and some that are not."""
    german = Locale("de").time_zones
    found = set(_pairs(_GERMAN_CITIES))
    for zone in get_global("zone_territories"):
        area, _, name = zone.rpartition("/")
        if area in ("Europe", "Asia", "Africa", "America", "Australia"):
            found.add(name.replace("_", " "))
            city = german.get(zone)
            if city and city.get("city"):
                found.add(city["city"])
    return {name for name in found if len(name) > 3 and name.lower() not in _TAKEN_WORDS}
