# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Page, styles, heads and feet of an ODT."""

from xml.sax.saxutils import escape

from bruecke.publish.paper import Printed

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMES = " ".join(
    [
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("style", "style"),
            ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
            ("meta", "meta"),
        )
    ]
    + ['xmlns:xlink="http://www.w3.org/1999/xlink"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"']
)
FONT = "Arial"
_COUNTRIES = {"de": "DE", "en": "GB"}
_ACCENT, _QUIET, _HAIR, _GROUND = "#0f2266", "#4c5560", "#aeb6c2", "#eef1f7"
_BOLD, _KEEP = 'fo:font-weight="bold"', 'fo:keep-with-next="always"'
_RIGHT = '<style:tab-stops><style:tab-stop style:position="165mm" style:type="right"/></style:tab-stops>'
_DOTTED = _RIGHT.replace("/>", ' style:leader-style="dotted" style:leader-text="."/>', 1)
_TERM = '<style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops>'
# Name: type size in points, space above and below in millimetres, attributes of the text, of the paragraph, its tabs.
_STYLES: dict[str, tuple[float, float, float, str, str, str]] = {
    "Marking": (9.5, 0, 16, f'{_BOLD} fo:color="{_ACCENT}"', "", ""),
    "Kind": (12, 0, 1, f'fo:color="{_QUIET}"', _KEEP, ""),
    "Title": (26, 0, 2, f'{_BOLD} fo:color="{_ACCENT}"', _KEEP, ""),
    "Subtitle": (13, 0, 6, "", "", ""),
    "ContentsTitle": (13, 8, 3, f'{_BOLD} fo:color="{_ACCENT}"', _KEEP, ""),
    "Contents1": (10.5, 0, 1.5, "", "", _DOTTED),
    "Heading1": (15, 8, 3, f'{_BOLD} fo:color="{_ACCENT}"', _KEEP, ""),
    "Heading2": (11.5, 5, 2, f'{_BOLD} fo:color="{_ACCENT}"', _KEEP, ""),
    "Lead": (12, 0, 3, "", "", ""),
    "Note": (8.5, 1, 3, f'fo:color="{_QUIET}"', "", ""),
    "Line": (8.5, 0, 0, f'fo:color="{_QUIET}"', "", _RIGHT),
    "Gap": (
        10.5,
        2,
        3,
        'fo:font-style="italic"',
        f'fo:border-left="2pt solid {_ACCENT}" fo:padding-left="2mm" fo:margin-left="3mm"',
        "",
    ),
    "Fact": (10.5, 0, 2, "", 'fo:margin-left="46mm" fo:text-indent="-46mm"', _TERM),
    "Item": (10.5, 0, 1.5, "", "", ""),
    "Cell": (9, 0.7, 0.7, "", "", ""),
    "CellNumber": (9, 0.7, 0.7, "", 'fo:text-align="end"', ""),
    "Head": (9, 0.7, 0.7, _BOLD, _KEEP, ""),
    "HeadNumber": (9, 0.7, 0.7, _BOLD, f'{_KEEP} fo:text-align="end"', ""),
    "PictureTitle": (10.5, 3, 1.5, _BOLD, _KEEP, ""),
    "TableTitle": (10, 3, 1.5, _BOLD, _KEEP, ""),
    "Break": (2, 0, 0, "", 'fo:break-after="page"', ""),
}
_SPANS = {
    "Term": f'{_BOLD} fo:color="{_QUIET}"',
    "Small": f'fo:font-size="8.5pt" fo:color="{_QUIET}"',
    "Unknown": 'fo:font-style="italic"',
    "Strong": _BOLD,
}


def styles_xml(paper: Printed, words: dict[str, str]) -> str:
    """The whole of styles.xml."""
    return (
        f'{HEAD}<office:document-styles {NAMES} office:version="1.3">'
        f'<office:font-face-decls><style:font-face style:name="{FONT}" svg:font-family="{FONT}" '
        'style:font-family-generic="swiss"/></office:font-face-decls>'
        f"<office:styles>{_default(paper.language)}{''.join(map(_paragraph_style, _STYLES))}{_spans()}"
        f"</office:styles>{_layout()}{_master(paper, words)}</office:document-styles>"
    )


def _default(language: str) -> str:
    country = _COUNTRIES.get(language, "none")
    return (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="118%" '
        'fo:orphans="2" fo:widows="2" style:tab-stop-distance="46mm"/>'
        f'<style:text-properties style:font-name="{FONT}" fo:font-size="10.5pt" fo:language="{language}" '
        f'fo:country="{country}" fo:hyphenate="true"/></style:default-style>'
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties '
        'fo:margin-bottom="2.2mm"/></style:style>'
    )


def _paragraph_style(name: str) -> str:
    size, above, below, text, laid, tabs = _STYLES[name]
    level = f' style:default-outline-level="{name[-1]}"' if name.startswith("Heading") else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard"{level}>'
        f'<style:paragraph-properties fo:margin-top="{above}mm" fo:margin-bottom="{below}mm" {laid}>{tabs}'
        f'</style:paragraph-properties><style:text-properties fo:font-size="{size}pt" {text}/></style:style>'
    )


def _spans() -> str:
    return "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {text}/></style:style>'
        for name, text in _SPANS.items()
    )


def boxes() -> str:
    """Styles of tables, their cells and bullets; programs look for them beside the content."""
    cell = 'fo:padding-left="1.4mm" fo:padding-right="1.4mm" fo:padding-top="0.6mm" fo:padding-bottom="0.6mm"'
    return (
        '<style:style style:name="Listing" style:family="table"><style:table-properties style:width="165mm" '
        'fo:margin-top="3mm" table:align="left" style:may-break-between-rows="true"/></style:style>'
        '<style:style style:name="Whole" style:family="table-row"><style:table-row-properties '
        'fo:keep-together="always"/></style:style>'
        f'<style:style style:name="CellBox" style:family="table-cell"><style:table-cell-properties {cell} '
        f'fo:border-bottom="0.5pt solid {_HAIR}"/></style:style>'
        f'<style:style style:name="HeadBox" style:family="table-cell"><style:table-cell-properties {cell} '
        f'fo:border-bottom="1pt solid {_ACCENT}" fo:background-color="{_GROUND}"/></style:style>'
        '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="5mm" '
        'fo:text-indent="-5mm" fo:margin-left="5mm"/></style:list-level-properties></text:list-level-style-bullet>'
        "</text:list-style>"
    )


def _layout() -> str:
    line = '<style:header-footer-properties fo:min-height="8mm" fo:{edge}="5mm"/>'
    return (
        '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties '
        'fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="25mm" fo:margin-right="20mm" '
        'fo:margin-top="14mm" fo:margin-bottom="12mm"/>'
        f"<style:header-style>{line.format(edge='margin-bottom')}</style:header-style>"
        f"<style:footer-style>{line.format(edge='margin-top')}</style:footer-style>"
        "</style:page-layout></office:automatic-styles>"
    )


def _master(paper: Printed, words: dict[str, str]) -> str:
    reference = f"{words['file_reference']} {paper.file_reference}" if paper.file_reference else words["none"]
    foot = " · ".join(filter(None, (reference, f"{words['printed_on']} {paper.printed_on}", paper.ordinal)))
    pages = (
        f'{escape(words["page"])} <text:page-number text:select-page="current">1</text:page-number> '
        f"{escape(words['of'])} <text:page-count>1</text:page-count>"
    )
    head = f"{escape(f'{paper.kind} · {paper.title}')}<text:tab/>"
    marked = f'<text:span text:style-name="Strong">{escape(paper.marking)}</text:span>'
    line = '<text:p text:style-name="Line">'
    first = "" if paper.is_short else f"<style:header-first>{line}</text:p></style:header-first>"
    feet = f"{line}{escape(foot)}<text:tab/>{pages}</text:p>"
    first_foot = "" if paper.is_short else f"<style:footer-first>{feet}</style:footer-first>"
    return (
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
        f"<style:header>{line}{head}{marked}</text:p></style:header>{first}"
        f"<style:footer>{feet}</style:footer>{first_foot}</style:master-page></office:master-styles>"
    )
