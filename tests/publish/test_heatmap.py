# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of counts as a picture: well-formed, escaped, no inline style, nothing over its edge."""

import ast
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from bruecke.publish.pictures import heatmap
from bruecke.publish.pictures.heatmap import (
    CELL_WIDTH,
    FONT_SIZE,
    GUTTER,
    LABEL_WIDTH,
    SHADES,
    Heatmap,
    fitting,
    heatmap_svg,
    label_column,
    shade,
)

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
FONT = ROOT / "bruecke" / "static" / "vendor" / "fonts" / "fira-sans-latin-400-normal.woff2"
NASTY = "</text><script>alert(\"1\")</script> & 'x'"
LONG = "Internationale Wirtschaftsbeziehungen, Ansiedlungen und WWWWWW MMMMMMM mmmmmmmmm Fachkräftegewinnung"


def picture(**fields: object) -> Heatmap:
    """Two instruments against three goals."""
    values: dict[str, object] = {
        "title": "Instrumente und Ziele",
        "description": "Zwei Zeilen.",
        "rows": ("I Zusammenarbeit", "II Partnerschaften"),
        "columns": ("Z1", "Z2", "Z3"),
        "counts": ((1, 0, 12), (0, 3, 0)),
    }
    return Heatmap(**(values | fields))  # type: ignore[arg-type]


def drawn(one: Heatmap) -> ElementTree.Element:
    """The picture as read by an XML parser."""
    return ElementTree.fromstring(heatmap_svg(one))


def test_picture_says_its_title_and_description_to_those_who_do_not_see_it() -> None:
    root = drawn(picture())
    names = root.attrib["aria-labelledby"].split()
    said = {child.attrib["id"]: child.text for child in root if "id" in child.attrib}
    assert root.attrib["role"] == "img"
    assert [said[name] for name in names] == ["Instrumente und Ziele", "Zwei Zeilen."]


def test_every_count_but_zero_is_written_in_its_cell_and_every_cell_is_drawn() -> None:
    root = drawn(picture())
    assert [text.text for text in root.iter(f"{SVG}text") if text.attrib["class"] == "pic-ink"] == ["1", "12", "3"]
    assert len(list(root.iter(f"{SVG}rect"))) == 6


def test_empty_cell_is_seen_as_one() -> None:
    fills = [rect.attrib["fill"] for rect in drawn(picture()).iter(f"{SVG}rect")]
    assert [fill == SHADES[0] for fill in fills] == [False, True, False, True, False, True]


def test_text_is_escaped_wherever_it_comes_from() -> None:
    root = drawn(picture(title=NASTY, description=NASTY, rows=(NASTY, "b"), columns=(NASTY, "2", "3")))
    assert root.findtext(f"{SVG}title") == NASTY
    assert root.findtext(f"{SVG}desc") == NASTY
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "title", "desc", "text", "rect"}


def test_picture_holds_no_inline_style_and_no_handler() -> None:
    names = {name for element in drawn(picture()).iter() for name in element.attrib}
    assert "style" not in names
    assert [name for name in names if name.startswith("on")] == []


def test_picture_is_the_same_every_time() -> None:
    assert heatmap_svg(picture()) == heatmap_svg(picture())


def test_picture_of_nothing_is_still_a_picture() -> None:
    root = drawn(picture(rows=(), columns=(), counts=()))
    assert list(root.iter(f"{SVG}rect")) == []


def test_pictures_know_no_database_and_no_framework() -> None:
    tree = ast.parse(Path(heatmap.__file__).read_text("utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert modules == {"dataclasses", "functools", "html", "bruecke.publish.pictures.letters"}


@given(st.integers(1, 10_000).flatmap(lambda most: st.tuples(st.just(most), st.integers(0, most))))
def test_shade_grows_with_the_count(pair: tuple[int, int]) -> None:
    most, count = pair
    assert shade(0, most) == 0
    assert shade(most, most) == 5
    assert shade(count, most) <= shade(min(count + 1, most), most) <= 5
    assert (shade(count, most) == 0) == (count == 0)


def test_shades_grow_darker_so_that_print_tells_them_apart() -> None:
    lightness = [sum(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in SHADES]
    assert all(lighter - darker > 40 for lighter, darker in pairwise(lightness))


def test_label_that_fits_is_left_alone_and_a_long_one_ends_with_an_ellipsis() -> None:
    assert fitting("I Zusammenarbeit", 332) == "I Zusammenarbeit"
    assert fitting(LONG, 332).endswith("…")
    assert LONG.startswith(fitting(LONG, 332).removesuffix("…"))


@given(st.text(alphabet=st.sampled_from("WMm@%ÖÄwil. Aeunrst–„“1&"), min_size=1, max_size=90))
def test_no_label_reaches_over_its_column(label: str) -> None:
    font = ImageFont.truetype(FONT, FONT_SIZE * 10)
    root = drawn(picture(rows=(label, "b"), columns=(label, "2", "3")))
    labels = [text for text in root.iter(f"{SVG}text") if text.attrib["class"] == "pic-label"]
    widths = {text.text: font.getlength(text.text or "") / 10 for text in labels}
    heads = [widths[text.text] for text in labels if "text-anchor" in text.attrib]
    names = [widths[text.text] for text in labels if "text-anchor" not in text.attrib]
    assert max(heads) <= CELL_WIDTH
    assert max(names) <= LABEL_WIDTH - GUTTER


def test_the_last_column_ends_where_the_picture_ends() -> None:
    root = drawn(picture())
    right = max(float(rect.attrib["x"]) + float(rect.attrib["width"]) for rect in root.iter(f"{SVG}rect"))
    assert float(root.attrib["width"]) - 2 <= right <= float(root.attrib["width"])


def test_column_of_labels_is_as_wide_as_the_longest_needs() -> None:
    label = "VII Internationale Dialogformate, Fachforen"
    assert label_column(("I",)) < label_column((label, "I")) < label_column((LONG, "I")) == LABEL_WIDTH
    assert [text.text for text in drawn(picture(rows=(label, "b"))).iter(f"{SVG}text")].count(label) == 1
