# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a file, said in the words of the person who brought it."""


class UnreadableDocument(Exception):
    """The bytes cannot become a draft. `code` is stable; `str(error)` is a German sentence that says what to do.

    Codes: empty, binary, unknown_format, wrong_extension, encrypted, broken, zip_bomb, too_large, too_many_pages,
    needs_ocr, ocr_failed, timeout, memory. `english` is the same sentence in English.
    """

    def __init__(self, code: str, german: str, english: str) -> None:
        super().__init__(german)
        self.code = code
        self.german = german
        self.english = english
