# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The gallery shows every component, and the small components say what they mean in words."""

import re
from pathlib import Path

import pytest
from django.forms import CharField, Form
from django.template import Context, Template, TemplateSyntaxError
from django.test import Client

from bruecke.templatetags.look import action, bars, diff, fact, modality, notice, register

TEMPLATES = Path(__file__).resolve().parents[2] / "bruecke" / "templates"
SOURCE = (TEMPLATES / "gallery.html").read_text("utf-8")


class OneField(Form):
    """A form with one field."""

    title = CharField(label="Titel", help_text="Kurz.")


def render(source: str, **context: object) -> str:
    """The template's HTML, with the tags loaded."""
    return Template("{% load look %}" + source).render(Context(context))


@pytest.mark.django_db
def test_gallery_is_public_and_not_for_search_engines(client: Client) -> None:
    html = client.get("/galerie/").content.decode()
    assert '<meta name="robots" content="noindex">' in html


def test_every_component_file_is_shown() -> None:
    shown = set(re.findall(r'include "components/(\w+)\.html"', SOURCE))
    by_tag = {"field", "error_summary", "bars"}
    in_head_only = {"htmx"}
    files = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    assert files - shown - by_tag - in_head_only == set()


def test_every_tag_is_shown() -> None:
    plain = {"tag", "hidden_fields"}
    used = set(re.findall(r"{% (\w+) ", SOURCE))
    assert set(register.tags) - used - plain == set()


@pytest.mark.parametrize("value", ["option", "intention", "statement", "unknown"])
def test_modality_is_a_word_and_a_shape(value: str) -> None:
    word = {"option": "Option", "intention": "Absicht", "statement": "Feststellung", "unknown": "nicht erkennbar"}
    assert modality(value) == f'<span class="tag {value}">{word[value]}</span>'


def test_missing_fact_is_a_gap_in_words() -> None:
    assert fact("Federführung", "", "noch niemand") == (
        '<div><dt>Federführung</dt><dd><span class="gap">noch niemand</span></dd></div>'
    )


def test_zero_is_a_fact_and_no_gap() -> None:
    assert "<dd>0</dd>" in fact("Orte", 0)


def test_foreign_words_are_escaped_in_every_tag() -> None:
    evil = "<script>"
    for html in (
        fact(evil, evil, href=evil),
        action(evil, evil),
        notice(evil),
        diff([("added", evil), ("same", evil)]),
    ):
        assert evil not in html


def test_changed_words_are_told_to_the_ear_too() -> None:
    assert diff([("same", "wir"), ("added", "sollen")]) == 'wir <ins><span class="sr">eingefügt: </span>sollen</ins>'


def test_unknown_button_is_refused() -> None:
    with pytest.raises(TemplateSyntaxError):
        action("Los", "/", "huge")


def test_wrong_field_names_its_error_and_its_help() -> None:
    html = render("{% field form.title %}", form=OneField({"title": ""}))
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_title-help id_title-error"' in html
    assert 'id="id_title-error"' in html


def test_errors_on_top_lead_to_their_fields() -> None:
    assert 'href="#id_title"' in render("{% error_summary form %}", form=OneField({"title": ""}))
    assert render("{% error_summary form %}", form=OneField()).strip() == ""


def test_bars_share_one_scale_and_say_their_numbers() -> None:
    rows = [{"label": "I", "href": "", "counts": [6, 2]}, {"label": "II", "href": "/x/", "counts": [0, 4]}]
    drawn = bars(rows, ["offen", "aufgegriffen"], "Maßnahmen")
    assert re.findall(r'role="img" aria-label="([^"]+)"', drawn) == ["6 offen, 2 aufgegriffen", "4 aufgegriffen"]
    places = re.findall(r'<rect x="([^"]+)" width="([^"]+)" height="100%" class="(s\d)"/>', drawn)
    assert places == [("0.00%", "74.60%", "s1"), ("75.00%", "24.60%", "s2"), ("0.00%", "49.60%", "s2")]
    assert re.findall(r'<span class="n">(\d+)</span>', drawn) == ["8", "4"]
    assert "<span>I</span>" in drawn
    assert '<span><a href="/x/">II</a></span>' in drawn


def test_bars_escape_what_a_record_says() -> None:
    drawn = bars([{"label": "<b>", "href": '"><i>', "counts": [1]}], ["<u>"], '"x', note="<s>", table_href='">')
    assert not re.findall(r"<[biu]>|<s>", drawn)
    assert 'aria-label="&quot;x"' in drawn


def test_bars_of_nothing_are_empty() -> None:
    drawn = bars([{"label": "I", "href": "", "counts": [0]}], ["offen"], "Leer")
    assert 'height="100%"' not in drawn
