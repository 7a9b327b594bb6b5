# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table as a file to download; its rows are read while it is written."""

import tempfile

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from bruecke.publish.tables import Table, csv_parts, write_ods, write_xlsx

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}
_KEPT_IN_MEMORY = 8 * 1024 * 1024


def table_response(table: Table, stem: str, ending: str) -> HttpResponseBase:
    """The file. stem: beginning of its name, the day follows; ending: one of TYPES."""
    name = f"{stem}-{timezone.localdate().isoformat()}.{ending}"
    if ending == "csv":
        response: HttpResponseBase = StreamingHttpResponse(csv_parts(table), content_type=TYPES[ending])
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
    # Closed by the response, when the last byte is sent.
    target = tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY)  # noqa: SIM115
    (write_xlsx if ending == "xlsx" else write_ods)(table, target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=name, content_type=TYPES[ending])
