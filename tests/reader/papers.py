# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small documents made by the tests themselves: Word, OpenDocument and PDF, as bytes."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import docx
import odfdo

PASSWORD_DICTIONARY = b"<</Filter/Standard/V 1/R 2/P -4/O<" + b"28" * 32 + b">/U<" + b"41" * 32 + b">>>"

_PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    b"stream\n\x80\nendstream"
)


@dataclass(frozen=True)
class Put:
    """Text at a place of a PDF page, from the lower left corner in points; font "F1" is regular, "F2" bold."""

    x: float
    y: float
    text: str
    size: float = 11
    font: str = "F1"


def pdf(pages: Sequence[Sequence[Put]], *, drawing: bytes = b"", trailer: bytes = b"", title: str = "") -> bytes:
    """A PDF with a text layer; `drawing` is added to every page, `trailer` to the trailer dictionary."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        _PICTURE,
        b"<</Title(" + title.encode("cp1252") + b")>>",
    ]
    kids = []
    for page in pages:
        content = b"".join(_shown(put) for put in page) + drawing
        objects.append(b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream")
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>/XObject<</I 5 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _file(objects, b"/Info 6 0 R" + trailer)


def scan() -> bytes:
    """A PDF with one page that is a picture."""
    return pdf([[]], drawing=b"q 500 0 0 700 40 40 cm /I Do Q\n")


def _shown(put: Put) -> bytes:
    text = put.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (put.font.encode(), put.size, put.x, put.y, text)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)


def column(x: float, texts: Sequence[str], *, top: float = 780, size: float = 11) -> list[Put]:
    """Lines one below the other."""
    return [Put(x, top - index * size * 1.25, text, size) for index, text in enumerate(texts)]


def word(write: Callable[["docx.document.Document"], object]) -> bytes:
    """A Word document as `write` fills it."""
    document, out = docx.Document(), io.BytesIO()
    write(document)
    document.save(out)
    return out.getvalue()


def odf(write: Callable[[odfdo.Element], object]) -> bytes:
    """An OpenDocument text as `write` fills its body."""
    document, out = odfdo.Document("text"), io.BytesIO()
    document.body.clear()
    write(document.body)
    document.save(out)
    return out.getvalue()


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    """The same zipped document with one part replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return out.getvalue()


def part(archive: bytes, name: str) -> bytes:
    """One part of a zipped document."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.read(name)
