# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file is by its content, and the name it is handed out under."""

from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest

from bruecke.library.file_types import PDF, TEXT, FileType, Scripted, recognised, safe_name


def zipped(**parts: bytes) -> bytes:
    """An archive with these parts; "__" stands for a slash and "_" for a dot where a name needs one."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            inside = name.replace("__", "/").replace("Content_Types", "[Content_Types].xml")
            archive.writestr(ZipInfo(inside), content)  # without the time of day: the same bytes in every process
    return packed.getvalue()


DOCX = zipped(Content_Types=b"<Types/>", word__document=b"<w:document/>")
ODT = zipped(mimetype=b"application/vnd.oasis.opendocument.text", content=b"<office/>")


def name_of(data: bytes) -> str | None:
    found: FileType | None = recognised(BytesIO(data))
    return found.ending if found else None


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "png"),
        (b"\xff\xd8\xff\xe0....", "jpg"),
        ("Name;Größe\nx;1\n".encode(), "txt"),
        ("Größe".encode("cp1252"), "txt"),
        (DOCX, "docx"),
        (zipped(Content_Types=b"", xl__workbook=b""), "xlsx"),
        (ODT, "odt"),
        (b"", None),
        (b"   \n", None),
        (b"MZ\x90\x00\x03\x00", None),
        (b"GIF89a\x01\x00", None),
        (b"PK\x03\x04 no archive", None),
        (DOCX[:40], None),
        (zipped(readme=b"text"), None),
        (zipped(mimetype=b"application/epub+zip"), None),
    ],
)
def test_content_decides_what_a_file_is(data: bytes, ending: str | None) -> None:
    assert name_of(data) == ending


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>hello",
        b"\n\n  <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><svg/>",
        b"harmless words\n<ScRiPt>alert(1)</script>",
        zipped(Content_Types=b"", word__document=b"", word__vbaProject_bin=b"").replace(b"Project_bin", b"Project.bin"),
        zipped(mimetype=b"application/vnd.oasis.opendocument.text", Basic__Standard=b"Sub Main"),
    ],
)
def test_what_may_run_is_refused_whatever_it_is_called(data: bytes) -> None:
    with pytest.raises(Scripted):
        recognised(BytesIO(data))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Bericht.docx", "Bericht.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Akten\\Vermerk Nr. 3.pdf", "Vermerk Nr. 3.pdf"),
        ("Brief\u202efdp.exe", "Brieffdp.pdf"),
        ('a"b\r\nSet-Cookie: x;.pdf', "a b Set-Cookie x.pdf".replace("b Set", "bSet")),
        (".pdf", "Datei.pdf"),
        ("", "Datei.pdf"),
        ("x" * 300, f"{'x' * 120}.pdf"),
    ],
)
def test_a_name_is_handed_out_without_path_control_signs_or_another_ending(name: str, shown: str) -> None:
    assert safe_name(name, PDF) == shown


def test_a_table_of_plain_text_is_handed_out_as_text() -> None:
    assert safe_name("werte.csv", TEXT) == "werte.txt"
