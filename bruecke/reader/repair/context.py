# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that are right with and without dots: German grammar and the words around decide.

Each rule looks at one family (modal verbs, adjective or verb, noun or verb, one or many ...) and answers whether the
dots were there: True, False, or None where it cannot tell; then the word stays as it came. Families are closed classes
of German or endings, not vocabulary of a document.
"""

from bruecke.reader.repair import nouns, verbs
from bruecke.reader.repair.around import Around, folded
from bruecke.reader.repair.verdicts import Families, Verdict


def verdict(around: Around, families: Families) -> Verdict | None:
    """What the context says of the word, None where no rule knows it."""
    key = folded(around.word.text)
    for rule in (*verbs.RULES, *nouns.RULES):
        found = rule(around, key, families)
        if found is not None:
            return found
    return None
