# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever the bytes, reading them gives a draft or an UnreadableDocument, and nothing else."""

import odfdo
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bruecke.reader.decode import decode
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.furniture import mark_furniture
from bruecke.reader.pipeline import read_bytes
from tests.reader.papers import column, odf, part, pdf, with_part, word

SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
MARKDOWN = b"---\ntitle: T\n---\n# A\n\n1. b\n   - c[^1]\n\n|x|y|\n|-|-|\n|1|2|\n\n[^1]: n\n```\nd\n```\n<s>e</s>\n"
HTML = (
    b"<!doctype html><html><body><h1>A</h1><ul><li>b<ol start=3><li>c</ol></ul><table><tr><th>x<th>y<tr><td>1"
    b"<td colspan=2>2</table><sup>1</sup><div id=fn1>n</div></body></html>"
)
WORD = word(
    lambda document: (
        document.add_heading("A", 1),
        document.add_paragraph("b", style="List Number"),
        document.add_table(2, 2),
    )
)
ODF = odf(
    lambda body: [body.append(each) for each in (odfdo.Header(1, "A"), odfdo.List(["b"]), odfdo.Table("T", 2, 2))]
)
PDF = pdf([column(60, ["Eine Zeile", "und noch eine"]), column(60, ["Seite zwei"])])
SAMPLES = {"a.md": MARKDOWN, "a.html": HTML, "a.docx": WORD, "a.odt": ODF, "a.pdf": PDF}


def survives(data: bytes, name: str) -> None:
    try:
        lines = mark_furniture(decode(data, name=name).lines)
    except UnreadableDocument:
        return
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(not line.cells or line.text == " | ".join(line.cells) for line in lines)
    "".join(line.text for line in lines).encode()


def mutated(data: bytes, at: float, cut: int, put: bytes) -> bytes:
    place = int(at * len(data))
    return data[:place] + put + data[place + cut :]


@SETTINGS
@given(st.binary(max_size=400), st.sampled_from(["", "a.txt", *SAMPLES]))
def test_random_bytes_never_raise_anything_else(data, name):
    survives(data, name)


@SETTINGS
@given(st.text(max_size=400), st.sampled_from(["", "a.txt", "a.md", "a.html"]))
def test_random_text_never_raises_anything_else(text, name):
    survives(text.encode(errors="replace"), name)


@SETTINGS
@pytest.mark.parametrize("name", SAMPLES)
@given(at=st.floats(0, 1), cut=st.integers(0, 300), put=st.binary(max_size=20))
def test_mutated_documents_never_raise_anything_else(name, at, cut, put):
    survives(mutated(SAMPLES[name], at, cut, put), name)


@SETTINGS
@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("a.docx", "word/document.xml"),
        ("a.docx", "word/numbering.xml"),
        ("a.docx", "word/styles.xml"),
        ("a.odt", "content.xml"),
        ("a.odt", "styles.xml"),
    ],
)
@given(
    at=st.floats(0, 1),
    cut=st.integers(0, 30),
    put=st.sampled_from([b"", b"9", b"-1", b"x", b"&lol;", b"</w:p>", b"\xff"]),
)
def test_mutated_parts_never_raise_anything_else(name, inner, at, cut, put):
    data = SAMPLES[name]
    survives(with_part(data, inner, mutated(part(data, inner), at, cut, put)), name)


# fmt: off
WORDS = st.sampled_from([
    "I.", "II.", "1.", "2)", "a)", "–", "•", "Kapitel 3", "Maßnahmen", "sollen", "folgende", "könnte:", "Ausbau",
    "fiir", "Briicke", "Ziel", "2030", "Vgl.", "1Vgl.", "\n", "\n\n", "\n\f", "|", "#", "ü",
    "z. B.", "Polen", "-", "\u00ad",
])
# fmt: on


@SETTINGS
@given(st.lists(WORDS, max_size=80), st.sampled_from(["", "a.txt", "a.md"]))
def test_whole_pipeline_reads_any_words(words, name):
    try:
        draft = read_bytes(" ".join(words).encode(), name=name)
    except UnreadableDocument:
        return
    assert len(draft.text_lines) == len(draft.source_lines) == len(draft.line_pages)
