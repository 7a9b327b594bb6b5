# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text that is struck out is not read, and the draft says so."""

import io

import docx
import pytest

from bruecke.reader.decode import decode


def word() -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("Der Rat tagt. ")
    paragraph.add_run("Das gilt nicht mehr.").font.strike = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"# Plan\n\nDer Rat tagt. ~~Das gilt nicht mehr.~~\n", "plan.md"),
        (b"# Plan\n\nDer Rat tagt. <s>Das gilt nicht mehr.</s>\n", "plan.md"),
        (b"# Plan\n\n| Was | Wer |\n|---|---|\n| ~~Das gilt nicht mehr~~ | Rat |\n\nDer Rat tagt.\n", "plan.md"),
        (b"<html><body><p>Der Rat tagt. <del>Das gilt nicht mehr.</del></p></body></html>", "plan.html"),
        (word(), "plan.docx"),
    ],
)
def test_struck_out_text_is_left_out_with_a_warning(data: bytes, name: str) -> None:
    source = decode(data, name=name)
    text = "\n".join(line.text for line in source.lines)
    assert "Der Rat tagt." in text
    assert "gilt nicht" not in text
    assert [warning.code for warning in source.warnings] == ["struck_out"]


def test_a_document_without_struck_out_text_has_no_such_warning() -> None:
    assert decode(b"# Plan\n\nDer Rat &amp; die Stadt.\n", name="plan.md").warnings == ()


def test_entities_in_blocks_of_html_within_markdown_are_letters() -> None:
    source = decode(b"# Plan\n\n<div>Wege &amp; Stra&szlig;en</div>\n", name="plan.md")
    assert "Wege & Straßen" in [line.text for line in source.lines]
