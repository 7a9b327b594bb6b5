# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that say what a measure does, by kind, in German and English."""

from bruecke.reader.draft import Kind

# Nouns, matched as the last part of a word: the head of a German compound is its last part.
NOUNS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.EVALUATE,
        r"""evaluierung(?:en)?|evaluation(?:en|s)?|überprüfung(?:en)?|erfolgskontrollen?|monitorings?
        |wirkungsmessung""",
    ),
    (
        Kind.EXAMINE,
        r"""prüfung(?:en)?|prüfauftr(?:a|ä)g\w*|untersuchung(?:en)?|analysen?|machbarkeitsstudien?
        |bedarfserhebung|erhebung|examination|feasibility stud(?:y|ies)|assessments?|analysis""",
    ),
    (
        Kind.CONTINUE,
        r"""fortsetzung|fortführung|weiterführung|verstetigung|beibehaltung|erhalt|continuation
        |maintenance""",
    ),
    (
        Kind.DEVELOP,
        r"""weiterentwicklung|fortschreibung|konzeptionierung|konzeption(?=\b)
        |(?<!stadt)(?<!personal)entwicklung|(?<!v)erarbeitung|überarbeitung|aktualisierung|anpassung
        |modernisierung|sanierung|erneuerung|renovierung|umbau|reform|novellierung|development|revision|updates?
        |renovation|refurbishment|restoration""",
    ),
    (
        Kind.EXPAND,
        r"""ausbau|stärkung|erweiterung|vertiefung|intensivierung|ausweitung|verbesserung|steigerung
        |erhöhung|verdichtung|beschleunigung|aufstockung|expansion|extension|strengthening|enhancement
        |improvement|increase""",
    ),
    (
        Kind.CREATE,
        r"""erstellung|herstellung|schaffung|einführung|einrichtung|aufbau|gründung|etablierung|errichtung|neubau
        |(?<!maschinen)(?<!fahrzeug)(?<!anlagen)(?<!apparate)(?<!acker)(?<!garten)(?<!berg)(?<!wein)(?<!obst)bau
        |eröffnung|initiierung|anlage|creation|establishment|introduction|launch|set-?up|construction""",
    ),
    (
        Kind.IMPLEMENT,
        r"""umsetzung|koordinierung|koordination|durchführung|realisierung|implementierung|bereitstellung
        |implementation|coordination|delivery|rollout""",
    ),
    (
        Kind.SUPPORT,
        r"""förderung(?:en)?|unterstützung|begleitung|finanzierung|bezuschussung|stipendien|zusch(?:uss|üsse)
        |support|promotion|funding|grants?""",
    ),
    (
        Kind.ORGANISE,
        r"""veranstaltung(?:en)?|empfang|empfänge|treffen|(?<!internet)(?<!web)auftritte?|reisen?
        |durchführung von veranstaltungen|workshops?|wettbewerbe?|gastspiele?|ausstellung(?:en)?
        |tagung(?:en)?|besuche?|events?|visits?|meetings?|trips?""",
    ),
    (
        Kind.PARTICIPATE,
        r"""beteiligung(?:en)?|teilnahmen?|mitwirkung|mitarbeit|aktivitäten|beitritt|mitgliedschaft(?:en)?
        |engagement|participation|membership|involvement""",
    ),
    (
        Kind.COOPERATE,
        r"""zusammenarbeit|kooperation(?:en)?|vernetzung|austausch|austausches|partnerschaft(?:en)?
        |netzwerk(?:en?)?|abstimmung|dialog|einbindung|cooperation|collaboration|exchange
        |partnerships?|networking""",
    ),
    (
        Kind.INFORM,
        r"""information(?:en)?|beratung(?:en)?|marketing|vermarktung|öffentlichkeitsarbeit|kampagnen?
        |sensibilisierung|aufklärung|kommunikation|schulung(?:en)?|qualifizierung|fortbildung(?:en)?
        |bekanntmachung|veröffentlichung|advice|campaigns?|training|communication|awareness[- ]raising
        |outreach|publication""",
    ),
    (
        Kind.FORMAT,
        r"""konferenz(?:en)?|kongress(?:e|es)?|(?<!platt)for(?:um|en)|gipfel(?:treffens?)?|dialogformate?
        |symposi(?:um|en)|messen?|festivals?|woche|conferences?|congress(?:es)?|forums?|summits?
        |dialogues?|symposiums?""",
    ),
)
VERBS: tuple[tuple[Kind, str], ...] = (
    (
        Kind.EVALUATE,
        r"""evaluier\w*|(?:zu )?überprüf\w*|evaluat(?:e|es|ed|ing)|monitor(?:s|ed|ing)?|review(?:s|ed
        |ing)?|measure(?!s?\b)""",
    ),
    (
        Kind.EXAMINE,
        r"""(?:ge)?prüf(?:en|t)|untersuch\w*|analysier\w*|examin(?:e|es|ed|ing)|explor(?:e|es|ing)
        |investigat\w+|assess(?:es|ed|ing)?|identify|identifies|analy[sz]e|consider""",
    ),
    (
        Kind.CONTINUE,
        r"""fort(?:zu|ge)?(?:setz|führ)\w*|weiter(?:zu|ge)?führ\w*|verstetig\w*|beibehalt\w*|continu(?:e
        |es|ed|ing)|maintain(?:s|ed|ing)?|sustain""",
    ),
    (
        Kind.DEVELOP,
        r"""weiter(?:zu)?entwickel\w*|fort(?:zu|ge)?schr(?:ei|ie)b\w*|entwickel(?:n|t|e)|erarbeite\w*
        |überarbeite\w*|aktualisier\w*|anpass\w*|modernisier\w*|sanier(?:en|t)|erneuer(?:n|t)|renovier(?:en|t)|reformier\w*|develop(?:s|ed|ing)?
        |updat(?:e|es|ed|ing)|revis(?:e|es|ed)|design(?:s|ed)?|draft|redesign|reform|restor(?:e|es|ed|ing)|renovat(?:e|es|ed|ing)|refurbish""",
    ),
    (
        Kind.EXPAND,
        r"""aus(?:zu|ge)?bau\w*|stärk(?:en|t)|gestärkt|erweiter\w*|vertief\w*|intensivier\w*|aus(?:zu
        |ge)?weite\w*|verbesser\w*|erhöh\w*|steiger\w*|beschleunig\w*|verstärk\w*|verdoppel\w*|aufstock\w*|expand(?:s|ed|ing)?
        |strengthen(?:s|ed|ing)?|extend(?:s|ed|ing)?|deepen|enhanc(?:e|es|ing)|improv(?:e|es|ed|ing)
        |increas(?:e|es|ed|ing)|intensify|accelerate|scale up|broaden""",
    ),
    (
        Kind.CREATE,
        r"""(?:ein|auf|er)(?:zu|ge)?richt\w*|schaff(?:en|t|e)|geschaffen|begründen|eröffn(?:en|et)|erstell\w*|installier\w*|ein(?:zu|ge)?führ\w*
        |auf(?:zu|ge)?bau\w*|gründ(?:en|et)|gegründet|etablier\w*|bau(?:en|t)|gebaut|auf(?:zu
        |ge)?leg\w*|creat(?:e|es|ed|ing)|establish(?:es|ed|ing)?|introduc(?:e|es|ed|ing)|launch(?:es
        |ed|ing)?|set(?:s|ting)? up|build(?:s|ing)?|found|install(?:s|ed)?|open|pilot(?:s|ed)?
        |constitute|put in place|adopt""",
    ),
    (
        Kind.SUPPORT,
        r"""förder(?:n|t|e)|gefördert|unterstütz\w*|begleite\w*|finanzier\w*|bezuschuss\w*|support(?:s|ed
        |ing)?|promot(?:e|es|ed|ing)|fund(?:s|ed|ing)?|financ(?:e|es|ing)|foster|encourage|assist
        |invest|dedicate""",
    ),
    (
        Kind.ORGANISE,
        r"""veranstalte\w*|ausricht\w*|organisier\w*|empfang(?:en)?|ein(?:zu|ge)?lad\w*|organi[sz](?:e|es|ed|ing)
        |host(?:s|ing)?|hold(?:s|ing)?|conven(?:e|es|ing)|invite""",
    ),
    (
        Kind.PARTICIPATE,
        r"""beteilig\w*|teil(?:zu|ge)?n[ei]hm\w*|mit(?:zu|ge)?(?:wirk|arbeit)\w*|participat(?:e|es|ing)
        |join(?:s|ing)?|take part|engage""",
    ),
    (
        Kind.COOPERATE,
        r"""kooperier\w*|zusammen(?:zu)?arbeit\w*|vernetz\w*|austausch\w*|ab(?:zu|ge)?stimm\w*|einbind\w*
        |cooperat(?:e|es|ing)|collaborat(?:e|es|ing)|exchang(?:e|es|ing)|partner|connect|link
        |coordinate with|consult""",
    ),
    (
        Kind.INFORM,
        r"""informier\w*|berat(?:en|e|et)|bewerb(?:en)?|vermarkt\w*|sensibilisier\w*|schul(?:en|t)
        |qualifizier\w*|veröffentlich\w*|heraus(?:zu)?geben|bekannt(?:zu)?mach\w*|inform(?:s|ed|ing)?|advis(?:e|es|ing)
        |train(?:s|ed|ing)?|communicat(?:e|es|ing)|publish(?:es|ed|ing)?|educate|raise awareness
        |document""",
    ),
    (
        Kind.IMPLEMENT,
        r"""um(?:zu|ge)?setz\w*|koordinier\w*|durch(?:zu|ge)?führ\w*|realisier\w*|implementier\w*
        |bereit(?:zu|ge)?stell\w*|sicher(?:zu|ge)?stell\w*|an(?:zu)?bieten|angeboten|implement(?:s|ed|ing)?|coordinat(?:e|es
        |ing)|deliver(?:s|ed|ing)?|execut(?:e|es|ing)|carry out|conduct|provide|offer(?:s|ed|ing)?|roll out|complete
        |ensure""",
    ),
)
SEPARABLE: tuple[tuple[Kind, str], ...] = (
    (Kind.EXPAND, r"\bbau(?:en|t|e)\b[^.;]*?\baus\b|\bweite[nt]\b[^.;]*?\baus\b"),
    (
        Kind.CREATE,
        r"""\bbau(?:en|t|e)\b[^.;]*?\bauf\b|\b(?:richt|führ)e?(?:n|t)\b[^.;]*?\bein\b|\bleg(?:en
        |t)\b[^.;]*?\bauf\b""",
    ),
    (
        Kind.IMPLEMENT,
        r"""\bsetz(?:en|t)\b[^.;]*?\bum\b|\bführ(?:en|t)\b[^.;]*?\bdurch\b|\bstell(?:en|t)\b[^.;]*?\bsicher\b""",
    ),
    (Kind.CONTINUE, r"\b(?:setz|führ)(?:en|t)\b[^.;]*?\bfort\b|\bführ(?:en|t)\b[^.;]*?\bweiter\b"),
    (
        Kind.DEVELOP,
        r"""\bentwickel(?:n|t)\b[^.;]*?\bweiter\b|\bschreib(?:en|t)\b[^.;]*?\bfort\b|\bpass(?:en
        |t)\b[^.;]*?\ban\b""",
    ),
    (Kind.PARTICIPATE, r"\bn[ei]hm(?:en|t)\b[^.;]*?\bteil\b|\bwirk(?:en|t)\b[^.;]*?\bmit\b"),
)
ADJECTIVES: tuple[tuple[Kind, str], ...] = (
    (Kind.EXPAND, r"verstärkte\w*|stärkere\w*|intensivere\w*|engere\w*|strengthened|increased|enhanced"),
    (Kind.COOPERATE, r"gemeinsame\w*|trilaterale\w*|joint"),
    (Kind.CREATE, r"neue\w*|new"),
)
