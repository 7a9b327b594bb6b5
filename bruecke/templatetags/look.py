# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The small components as template tags: cheap enough to stand on every row of a list.

What takes more markup is a file in templates/components/ (docs/components.md lists both).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

from django import template
from django.forms import BoundField, Form
from django.forms.widgets import CheckboxInput, ChoiceWidget, ClearableFileInput, Select, Textarea
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from bruecke.strategy.models import BudgetNeed, MeasureKind, Modality, OptionState

register = template.Library()

VARIANTS = {"primary", "secondary", "tertiary"}
NOTICE_KINDS = {"info", "success", "warning", "danger"}
MESSAGE_LEVELS = {"debug": "info", "error": "danger"}


@register.simple_tag
def tag(text: object, style: str = "plain") -> SafeString:
    """A word in a frame. style: plain, option, intention, statement, unknown, reserve."""
    return format_html('<span class="tag {}">{}</span>', style, text)


@register.simple_tag
def modality(value: str) -> SafeString:
    """How binding: dashed for an option, outlined for an intention, filled for a statement; always with the word."""
    return tag(Modality(value).label, value)


@register.simple_tag
def kind(value: str) -> SafeString:
    """What a measure does, as a word; nothing where the kind was not recognised."""
    return tag(MeasureKind(value).label) if value else SafeString()


@register.simple_tag
def option_state(value: str) -> SafeString:
    """Whether an option was taken up; a dash where the wording is no option."""
    if value == OptionState.NONE:
        return format_html('<span class="muted" title="{}">–</span>', OptionState.NONE.label)
    return format_html("{}", OptionState(value).label)


@register.simple_tag
def reservation(value: str) -> SafeString:
    """The budget reservation (R06)."""
    return tag(_("Haushaltsvorbehalt: %(state)s") % {"state": BudgetNeed(value).label}, "reserve")


@register.simple_tag
def gap(text: object) -> SafeString:
    """What is not known yet, shown as a gap and never as a dash."""
    return format_html('<span class="gap">{}</span>', text)


@register.simple_tag
def fact(term: object, value: object = "", missing: object = "", href: str = "") -> SafeString:
    """One row of `<dl class="facts">`. value may be safe HTML; missing is shown as a gap where value is empty."""
    shown = value if value not in (None, "") else gap(missing or _("nicht angegeben"))
    if href and value:
        shown = format_html('<a href="{}">{}</a>', href, value)
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", term, shown)


@register.simple_tag
def action(label: object, href: str, variant: str = "primary") -> SafeString:
    """A link that looks like a button. variant: primary (one a page), secondary, tertiary."""
    return format_html(
        '<a class="kern-btn kern-btn--{}" href="{}"><span class="kern-label">{}</span></a>',
        _variant(variant),
        href,
        label,
    )


@register.simple_tag
def submit(label: object, variant: str = "primary", name: str = "", value: str = "") -> SafeString:
    """The button of a form; name and value where the form has several."""
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html(
        '<button type="submit" class="kern-btn kern-btn--{}"{}><span class="kern-label">{}</span></button>',
        _variant(variant),
        named,
        label,
    )


def _variant(variant: str) -> str:
    if variant not in VARIANTS:
        raise template.TemplateSyntaxError(f"no such button: {variant!r}")
    return variant


@register.simple_tag
def notice(text: object, kind: str = "info") -> SafeString:
    """A notice that says its kind in a word. kind: info, success, warning, danger, or a level of Django's messages."""
    kind = MESSAGE_LEVELS.get(kind, kind)
    words = {"info": _("Hinweis"), "success": _("Erledigt"), "warning": _("Achtung"), "danger": _("Fehler")}
    style = kind if kind in NOTICE_KINDS else "info"
    return format_html(
        '<div class="notice {}"><span class="kern-icon kern-icon--{}" aria-hidden="true"></span>'
        "<p><strong>{}:</strong> {}</p></div>",
        style,
        style,
        words[style],
        text,
    )


@register.simple_tag
def hidden_fields(pairs: Iterable[tuple[str, str]]) -> SafeString:
    """Pairs of the address that a form carries along."""
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pairs)


@register.simple_tag
def diff(words: Iterable[tuple[str, str]]) -> SafeString:
    """Changed words: pairs (operation, text), operation "same", "added" or "removed"; sign, underline and ground."""
    spoken = {
        "added": pgettext("words of a newer text", "eingefügt"),
        "removed": pgettext("words of an older text", "gestrichen"),
    }
    elements = {"added": "ins", "removed": "del"}
    parts = []
    for operation, text in words:
        if element := elements.get(operation):
            parts.append(
                format_html('<{0}><span class="sr">{1}: </span>{2}</{0}>', SafeString(element), spoken[operation], text)
            )
        else:
            parts.append(format_html("{}", text))
    return SafeString(" ".join(parts))


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, optional: bool | None = None) -> dict[str, Any]:
    """A form's field with label, help before it and errors at it. optional: None asks the field.

    A form that leaves the asking to the action names such fields in `needed`: they are not marked as optional.
    """
    widget = bound.field.widget
    if getattr(widget, "input_type", "") == "date" and not _is_shown_by_picker(bound.value()):
        widget.input_type = "text"
    described = [
        f"{bound.id_for_label}-{part}" for part, given in (("help", bound.help_text), ("error", bound.errors)) if given
    ]
    # A placeholder vanishes when it is needed most; the label says what belongs here.
    attributes: dict[str, Any] = {"class": _input_class(widget, bool(bound.errors)), "placeholder": False}
    if described:
        attributes["aria-describedby"] = " ".join(described)
    if bound.errors:
        attributes["aria-invalid"] = "true"
    return {
        "field": bound,
        "shape": _shape(widget),
        "input": bound.as_widget(attrs=attributes),
        "optional": _is_optional(bound) if optional is None else optional,
    }


def _is_shown_by_picker(value: object) -> bool:
    """A browser's date picker drops whatever is no ISO date: what was typed otherwise would be lost."""
    if not isinstance(value, str) or not value:
        return True
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_optional(bound: BoundField) -> bool:
    return not bound.field.required and bound.name not in getattr(bound.form, "needed", ())


def _shape(widget: Any) -> str:
    if isinstance(widget, CheckboxInput):
        return "check"
    if isinstance(widget, Select):
        return "plain" if widget.allow_multiple_selected else "select"
    return "choices" if isinstance(widget, ChoiceWidget) else "plain"


def _input_class(widget: Any, is_wrong: bool) -> str:
    shape = _shape(widget)
    if shape == "check":
        return "kern-form-check__checkbox"
    if shape == "select":
        return "kern-form-input__select" + (" kern-form-input__select--error" if is_wrong else "")
    if shape == "choices":
        return ""
    base = "kern-form-input__input" + (" area" if isinstance(widget, Textarea) else "")
    base += " file" if isinstance(widget, ClearableFileInput) else ""
    return base + (" kern-form-input__input--error" if is_wrong else "")


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: Form) -> dict[str, Any]:
    """All errors of a form on top of the page, each leading to its field; nothing where there is none."""
    fields = [(bound, bound.errors) for bound in form if bound.errors]
    return {"fields": fields, "general": form.non_field_errors(), "is_shown": bool(form.errors)}


@register.simple_tag
def bars(
    rows: Sequence[Mapping[str, Any]], legend: Sequence[str], title: str, note: str = "", table_href: str = ""
) -> SafeString:
    """Stacked bars in the page's colours, light to dark; joined here, as half of the start page would be loops.

    rows: mappings with label, href ("" for none) and counts, as many as `legend` has words (at most six).
    title: what the picture says, for those who do not see it; note: source and date; table_href: the same as a table.
    """
    longest = max((sum(row["counts"]) for row in rows), default=0) or 1
    key = "".join(_key(colour, word) for colour, word in enumerate(legend, 1))
    drawn = "".join(_bar(row["label"], row["href"], row["counts"], legend, longest) for row in rows)
    table = f' <a href="{escape(table_href)}">{escape(_("Als Tabelle"))}</a>' if table_href else ""
    caption = f"<figcaption>{escape(note)}{table}</figcaption>" if note or table_href else ""
    return mark_safe(  # noqa: S308 - every value is escaped where it is joined
        f'<figure><ul class="key">{key}</ul>\n<ul class="bars" aria-label="{escape(title)}">{drawn}</ul>\n'
        f"{caption}</figure>"
    )


def _key(colour: int, word: str) -> str:
    return (
        f'<li><svg viewBox="0 0 14 14" aria-hidden="true" focusable="false"><rect width="14" height="14"'
        f' class="s{colour}"/></svg>{escape(word)}</li>'
    )


def _bar(label: str, href: str, counts: Sequence[int], legend: Sequence[str], longest: int) -> str:
    """One row. Left and width in per cent of the drawing."""
    words = ", ".join(f"{count} {word}" for word, count in zip(legend, counts, strict=True) if count)
    parts, left = [], 0.0
    for colour, count in enumerate(counts, 1):
        width = 100 * count / longest
        if count:
            parts.append(
                f'<rect x="{left:.2f}%" width="{max(width - 0.4, 0.2):.2f}%" height="100%" class="s{colour}"/>'
            )
        left += width
    name = f'<a href="{escape(href)}">{escape(label)}</a>' if href else escape(label)
    return (
        f'<li><span>{name}</span><svg height="22" role="img" aria-label="{escape(words)}" focusable="false">'
        f'{"".join(parts)}</svg><span class="n">{sum(counts)}</span></li>'
    )
