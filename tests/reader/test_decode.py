# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which format a file is, and what is said of files that are none."""

import pytest

from bruecke.reader import characters
from bruecke.reader.decode import decode
from bruecke.reader.errors import UnreadableDocument
from bruecke.reader.formats import formats
from bruecke.reader.limits import Limits

GERMAN = "Grüße aus Görlitz – „schön“"


def refusal(data: bytes, name: str = "", limits: Limits | None = None) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as caught:
        decode(data, name=name, limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_in_any_usual_encoding_reads_the_same(encoding):
    assert [line.text for line in decode((GERMAN + "\nEnde").encode(encoding)).lines] == [GERMAN, "Ende"]


def test_utf8_with_one_damaged_byte_keeps_the_other_letters():
    data = ("Grüße aus Görlitz und Löbau. " * 20).encode() + b"\xff Ende"
    assert decode(data).lines[0].text.startswith("Grüße aus Görlitz und Löbau.")


def test_line_ends_of_all_kinds_count_once():
    assert characters.lines("a\r\nb\rc\n\nd") == ["a", "b", "c", "", "d"]


def test_control_characters_become_blanks_and_columns_stay():
    assert decode(b"A\x07B und noch viel mehr Text, damit es Text bleibt" + b" x" * 100).lines[0].text[:3] == "A B"


@pytest.mark.parametrize("data", [b"", b"   \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 100])
def test_file_without_anything_printed_is_empty(data):
    assert refusal(data).code == "empty"


def test_binary_rubbish_is_refused_as_binary():
    assert refusal(bytes(range(256)) * 8).code == "binary"


@pytest.mark.parametrize(
    ("magic", "word"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"{\\rtf1 Hallo}", "RTF"),
        (b"\xd0\xcf\x11\xe0", "DOC"),
        (b"7z\xbc\xaf'\x1c", "7-Zip"),
    ],
)
def test_format_that_is_not_read_is_named(magic, word):
    error = refusal(magic + b"\x00\x01" * 50)
    assert (error.code, word in error.german, word in error.english) == ("unknown_format", True, True)


def test_picture_named_as_document_says_what_it_is():
    error = refusal(b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "strategie.docx")
    assert error.code == "wrong_extension"
    assert ".docx" in error.german
    assert "PNG" in error.german


def test_rubbish_named_as_pdf_is_a_wrong_extension():
    assert refusal(bytes(range(256)) * 8, "strategie.pdf").code == "wrong_extension"


def test_office_file_with_a_password_is_encrypted():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert refusal(data, "strategie.docx").code == "encrypted"


def test_text_named_as_pdf_is_read_with_a_warning():
    source = decode(b"Ein Text.\n", name="strategie.pdf")
    assert (source.format, [warning.code for warning in source.warnings]) == ("text", ["wrong_extension"])


def test_text_with_an_unknown_suffix_is_read_without_a_warning():
    assert decode(b"Ein Text.", name="strategie.2026").warnings == ()


def test_too_many_bytes_are_refused():
    assert refusal(b"x" * 11, limits=Limits(file_bytes=10)).code == "too_large"


def test_too_many_characters_are_refused():
    assert refusal(b"x" * 11, limits=Limits(characters=10)).code == "too_large"


def test_too_many_pages_of_text_are_refused():
    assert refusal(b"a\n\fb\n\fc\n", limits=Limits(pages=2)).code == "too_many_pages"


def test_every_format_describes_itself():
    described = [(f.NAME, bool(f.LABEL and f.SUFFIXES and f.MEDIA_TYPES)) for f in formats()]
    assert described == [(name, True) for name in ("docx", "html", "markdown", "odt", "pdf", "text")]


def test_no_two_formats_claim_a_suffix():
    suffixes = [suffix for form in formats() for suffix in form.SUFFIXES]
    assert sorted(suffixes) == sorted(set(suffixes))
