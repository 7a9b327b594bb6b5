# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""The identity of a content that goes round. Pure."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any


def content_hash(content: Mapping[str, Any]) -> str:
    """SHA-256 (hexadecimal) of JSON values, whatever the order of their names.

    Records and people belong in it by key, never by name, so that an erasure does not change it.
    """
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()
