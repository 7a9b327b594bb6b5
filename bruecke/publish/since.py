# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The section of a paper that says what changed since its last print."""

from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bruecke.publish.changes import Act, Change, changes
from bruecke.publish.paper import Block, Column, Paragraph, Printed, Row, Section, Table, Text

KEY = "since"
_SHORT = 160


def with_changes(new: Printed, old: Printed, *, last: str) -> Printed:
    """`new` with what changed since `old`, behind its first section. last: the earlier print in words."""
    found = changes(_without(old), new)
    heading = _("Was sich seit dem letzten Druck geändert hat")
    blocks: list[Block] = [Paragraph(_("Verglichen mit %(last)s.") % {"last": last}, "note")]
    if found:
        blocks.append(Table(heading, _columns(), _rows(found), named_by=1))
    else:
        blocks.append(Paragraph(_("Es hat sich nichts geändert.")))
    first, *rest = new.sections
    return replace(new, sections=(first, Section(KEY, heading, tuple(blocks)), *rest))


def _without(old: Printed) -> Printed:
    return replace(old, sections=tuple(section for section in old.sections if section.key != KEY))


def _columns() -> tuple[Column, ...]:
    return (Column(_("Abschnitt"), 5), Column(_("Was"), 8), Column(_("Änderung"), 8))


def _rows(found: tuple[Change, ...]) -> tuple[Row, ...]:
    """One row for each part: what changed in it stands together."""
    grouped = groupby(found, key=lambda change: (change.heading, change.act, change.what))
    return tuple(
        Row(f"change:{number}", (heading, _shortened(what), "; ".join(_said(change) for change in group)))
        for number, ((heading, _act, what), group) in enumerate(grouped)
    )


def _said(change: Change) -> str:
    if change.act == Act.ADDED:
        return pgettext("in a later print", "neu")
    if change.act == Act.GONE:
        return pgettext("in a later print", "steht nicht mehr darin")
    if not isinstance(change.old, str) or not isinstance(change.new, str) or len(change.old + change.new) > _SHORT:
        return _("%(label)s: neu gefasst") % {"label": change.label or _("Text")}
    values = {"label": change.label, "old": change.old or "–", "new": change.new or "–"}
    said = _("%(label)s: bisher „%(old)s“, jetzt „%(new)s“") if change.label else _("bisher „%(old)s“, jetzt „%(new)s“")
    return said % values


def _shortened(what: Text) -> Text:
    """A sentence names itself by its beginning."""
    if isinstance(what, str) and len(what) > _SHORT:
        return what[:_SHORT].rpartition(" ")[0] + " …"
    return what
