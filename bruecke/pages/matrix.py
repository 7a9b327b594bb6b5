# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The coherence matrix, as a picture and as a table."""

from html import escape
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bruecke.pages.measure_addresses import measures_with
from bruecke.publish.pictures.heatmap import Heatmap, heatmap_svg
from bruecke.strategy.queries.coherence import Axis, Coherence, Head, coherence
from bruecke.strategy.queries.standing import standing_edition

AXES = {
    Axis.GOAL: (gettext_lazy("Instrumente und Ziele"), "ziel"),
    Axis.MINISTRY: (gettext_lazy("Instrumente und Ressorts"), "federfuehrung"),
    Axis.PLACE: (gettext_lazy("Instrumente und Orte"), "ort"),
}
"""Title of the page, and the measure list's filter for a column."""


def matrix(request: HttpRequest) -> HttpResponse:
    """Instruments against goals, ministries or places (?spalten=)."""
    wanted = request.GET.get("spalten", Axis.GOAL)
    axis = Axis(wanted) if wanted in set(Axis) else Axis.GOAL
    principal = request.principal  # type: ignore[attr-defined]
    edition = standing_edition(principal)
    context: dict[str, Any] = {"edition": edition, "axis": axis, "title": AXES[axis][0], "tabs": _tabs(axis)}
    if edition is not None:
        table = coherence(edition, axis, principal=principal)
        context |= {
            "table": table,
            "has_hidden": any(table.hidden),
            "rows": _rows(table),
            "findings": findings(table),
            "picture": heatmap_svg(_picture(table)) if table.columns and table.rows else "",
        }
    return render(request, "matrix.html", context)


def findings(table: Coherence) -> list[str]:
    """What the empty places say, in words."""
    said = []
    unassigned, total = sum(table.unassigned), sum(table.totals)
    if unassigned:
        text = {
            Axis.GOAL: _("%(n)d von %(all)d Maßnahmen dienen noch keinem Ziel."),
            Axis.MINISTRY: _("%(n)d von %(all)d Maßnahmen haben noch keine Federführung."),
            Axis.PLACE: _("%(n)d von %(all)d Maßnahmen nennen keinen Ort."),
        }[table.axis]
        said.append(text % {"n": unassigned, "all": total})
    hidden = sum(table.hidden)
    if hidden:
        text = {
            Axis.GOAL: ngettext(
                "%(n)d Maßnahme dient nur Zielen, die nicht öffentlich sind.",
                "%(n)d Maßnahmen dienen nur Zielen, die nicht öffentlich sind.",
                hidden,
            ),
            Axis.MINISTRY: ngettext(
                "Bei %(n)d Maßnahme ist die Federführung nicht öffentlich.",
                "Bei %(n)d Maßnahmen ist die Federführung nicht öffentlich.",
                hidden,
            ),
        }[table.axis]
        said.append(text % {"n": hidden})
    orphans = table.empty_columns
    if orphans and table.axis is Axis.GOAL:
        names = ", ".join(head.label for head in orphans)
        said.append(
            ngettext(
                "Einem Ziel dient noch keine Maßnahme: %(names)s.",
                "%(n)d Zielen dient noch keine Maßnahme: %(names)s.",
                len(orphans),
            )
            % {"n": len(orphans), "names": names}
        )
    return said


def _tabs(axis: Axis) -> list[dict[str, object]]:
    return [
        {"href": f"?spalten={each.value}", "label": title, "count": None, "is_current": each is axis}
        for each, (title, _name) in AXES.items()
    ]


def _rows(table: Coherence) -> SafeString:
    """The table's rows, joined here: in a template they took a third of the time of the page."""
    parameter, has_hidden = AXES[table.axis][1], any(table.hidden)
    without, not_public, every = escape(_("ohne Zuordnung")), escape(_("nicht öffentlich")), escape(_("alle"))
    rows = []
    for number, row in enumerate(table.rows):
        cells = "".join(
            _cell(count, row.name, parameter, column)
            for count, column in zip(table.counts[number], table.columns, strict=True)
        )
        hidden = f'<td class="num" data-label="{not_public}">{table.hidden[number]}</td>' if has_hidden else ""
        rows.append(
            f'<tr><th scope="row"><a href="{escape(measures_with(instrument=row.name))}">{escape(row.label)}</a></th>'
            f'{cells}<td class="num" data-label="{without}">{table.unassigned[number]}</td>{hidden}'
            f'<td class="num" data-label="{every}">{table.totals[number]}</td></tr>'
        )
    return mark_safe("".join(rows))  # noqa: S308 - everything from a record is escaped above


def _cell(count: int, instrument: str, parameter: str, column: Head) -> str:
    shown = '<span class="gap">0</span>'
    if count:
        href = escape(measures_with(instrument=instrument, **{parameter: column.name}))
        shown = f'<a href="{href}">{count}</a>'
    return f'<td class="num" data-label="{escape(column.title)}">{shown}</td>'


def _picture(table: Coherence) -> Heatmap:
    return Heatmap(
        title=str(AXES[table.axis][0]),
        description=" ".join(findings(table)) + " " + _("Die Zahlen stehen in der Tabelle darunter."),
        rows=tuple(row.label for row in table.rows),
        columns=tuple(column.label for column in table.columns),
        counts=table.counts,
    )
