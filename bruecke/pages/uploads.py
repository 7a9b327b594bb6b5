# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much may be sent before anybody looks at it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from bruecke.pages.middleware import has_session
from bruecke.reader.limits import LIMITS

MOST = 2 * LIMITS.file_bytes
"""A file somewhat too large still comes to its form, which says so in its own words."""


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Writes uploads to temporary files, but not more than MOST, and of visitors without a session no more than text.

    Without it anybody could fill the disk with a file that no page asked for.
    """

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any, **more: Any) -> None:  # noqa: N803
        """Raises RequestDataTooBig."""
        visitor = self.request
        most = MOST if visitor is not None and has_session(visitor) else settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if most is not None and content_length > most:
            raise RequestDataTooBig(f"{content_length} bytes")
        super().handle_raw_input(input_data, META, content_length, *rest, **more)
