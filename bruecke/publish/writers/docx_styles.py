# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Page, styles, heads and feet of a Word document."""

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from bruecke.publish.paper import Printed

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "Arial"
COUNTRIES = {"de": "de-DE", "en": "en-GB"}
ACCENT, QUIET = "0F2266", "4C5560"
_BOLD = "<w:b/>"


@dataclass(frozen=True, slots=True)
class _Style:
    """size: half points; before, after: twentieths of a point; the rest: XML inside w:rPr or w:pPr."""

    size: int
    before: int
    after: int
    run: str = ""
    keep: bool = False
    border: str = ""
    tabs: str = ""
    indent: str = ""
    level: str = ""


def _ink(colour: str, *, bold: bool = True) -> str:
    return f'{_BOLD if bold else ""}<w:color w:val="{colour}"/>'


_STYLES = {
    "Marking": _Style(19, 0, 900, _ink(ACCENT)),
    "Kind": _Style(24, 0, 60, _ink(QUIET, bold=False), keep=True),
    "Title": _Style(52, 0, 80, _ink(ACCENT), keep=True),
    "Subtitle": _Style(26, 0, 360),
    "ContentsTitle": _Style(26, 480, 160, _ink(ACCENT), keep=True),
    "TOC1": _Style(21, 0, 80, tabs='<w:tab w:val="right" w:leader="dot" w:pos="9354"/>'),
    "Heading1": _Style(30, 480, 160, _ink(ACCENT), keep=True, level="0"),
    "Heading2": _Style(23, 280, 100, _ink(ACCENT), keep=True, level="1"),
    "Lead": _Style(24, 0, 160),
    "Note": _Style(17, 40, 160, _ink(QUIET, bold=False)),
    "Gap": _Style(
        21,
        120,
        160,
        "<w:i/>",
        border=f'<w:left w:val="single" w:sz="18" w:space="6" w:color="{ACCENT}"/>',
        indent='<w:ind w:left="160"/>',
    ),
    "Fact": _Style(
        21,
        0,
        100,
        tabs='<w:tab w:val="left" w:pos="2608"/>',
        indent='<w:ind w:left="2608" w:hanging="2608"/>',
    ),
    "Cell": _Style(18, 40, 40),
    "CellHead": _Style(18, 40, 40, _BOLD, keep=True),
    "PictureTitle": _Style(21, 200, 80, _BOLD, keep=True),
    "TableTitle": _Style(20, 160, 80, _BOLD, keep=True),
}
_WHICH = {"Title": "Title", "Subtitle": "Subtitle", "Heading1": "heading 1", "Heading2": "heading 2", "TOC1": "toc 1"}
_LISTING = (
    f'<w:style {NAMESPACE} w:type="table" w:customStyle="1" w:styleId="Listing"><w:name w:val="Listing"/><w:tblPr>'
    '<w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="AEB6C2"/>'
    '<w:insideH w:val="single" w:sz="4" w:color="AEB6C2"/></w:tblBorders>'
    '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="{ACCENT}"/>'
    '</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="EEF1F7"/></w:tcPr></w:tblStylePr></w:style>'
)


def restyle(document: Any, paper: Printed, words: dict[str, str]) -> None:
    """Make an empty document ours: A4, styles, language, head and foot."""
    language = COUNTRIES.get(paper.language, paper.language)
    _page(document.sections[0], is_short=paper.is_short)
    styles = document.styles.element
    for name, style in _STYLES.items():
        for old in styles.xpath(f'w:style[@w:styleId="{name}"]'):
            styles.remove(old)
        styles.append(parse_xml(_style(name, style)))
    styles.append(parse_xml(_LISTING))
    _plain(document, language)
    # Cells of wide tables are narrow: without it long German words break anywhere. The schema wants it in this place.
    document.settings.element.find(qn("w:defaultTabStop")).addnext(parse_xml(f"<w:autoHyphenation {NAMESPACE}/>"))
    _heads(document.sections[0], paper, words)


def _style(name: str, style: _Style) -> str:
    kind = "" if name in _WHICH else ' w:customStyle="1"'
    # The schema's order: keepNext, pBdr, tabs, suppressAutoHyphens, spacing, ind, outlineLvl.
    laid = (
        ("<w:keepNext/>" if style.keep else "")
        + (f"<w:pBdr>{style.border}</w:pBdr>" if style.border else "")
        + (f"<w:tabs>{style.tabs}</w:tabs>" if style.tabs else "")
        + ("" if name.startswith("Cell") else "<w:suppressAutoHyphens/>")
        + f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
        + style.indent
        + (f'<w:outlineLvl w:val="{style.level}"/>' if style.level else "")
    )
    return (
        f'<w:style {NAMESPACE} w:type="paragraph"{kind} w:styleId="{name}"><w:name w:val="{_WHICH.get(name, name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>{laid}</w:pPr>'
        f'<w:rPr>{style.run}<w:sz w:val="{style.size}"/></w:rPr></w:style>'
    )


def _page(section: Any, *, is_short: bool) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(27), Mm(24)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = not is_short


def _plain(document: Any, language: str) -> None:
    """Font, size and language of everything that says nothing else."""
    normal = document.styles["Normal"]
    normal.font.name = FONT
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for name in ("w:rFonts", "w:lang", "w:sz"):
        for old in defaults.findall(qn(name)):
            defaults.remove(old)
    defaults.insert(0, parse_xml(f'<w:rFonts {NAMESPACE} w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'))
    defaults.append(parse_xml(f'<w:sz {NAMESPACE} w:val="21"/>'))
    defaults.append(parse_xml(f'<w:lang {NAMESPACE} w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'))
    normal.paragraph_format.space_after = Mm(2.2)
    normal.paragraph_format.line_spacing = 1.15


def _heads(section: Any, paper: Printed, words: dict[str, str]) -> None:
    reference = f"{words['file_reference']} {paper.file_reference}" if paper.file_reference else words["none"]
    foot = " · ".join(filter(None, (reference, f"{words['printed_on']} {paper.printed_on}", paper.ordinal)))
    number = _text(f"{words['page']} ") + _field("PAGE") + _text(f" {words['of']} ") + _field("NUMPAGES")
    feet = [section.footer] if paper.is_short else [section.footer, section.first_page_footer]
    for footer in feet:
        _line(footer, _text(foot), number)
    head = _text(f"{paper.kind} · {paper.title}")
    _line(section.header, head, _text(paper.marking, "<w:b/>"))


def _line(part: Any, left: str, right: str) -> None:
    """One line of a head or foot: left, and at the right margin."""
    for old in list(part.paragraphs):
        old._p.getparent().remove(old._p)
    tabs = '<w:tabs><w:tab w:val="right" w:pos="9354"/></w:tabs>'
    part._element.append(
        parse_xml(
            f'<w:p {NAMESPACE}><w:pPr><w:pStyle w:val="Note"/>{tabs}</w:pPr>{left}<w:r><w:tab/></w:r>{right}</w:p>'
        )
    )


def _text(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
