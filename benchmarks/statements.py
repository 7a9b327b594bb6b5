# SPDX-FileCopyrightText: 2026 Brücke contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many SQL statements each address takes, as a visitor: python -m benchmarks.statements ADDRESS…  (prints JSON)"""

import json
import os
import sys


def count(addresses: list[str]) -> dict[str, int]:
    """Statements of the second request to each address, when what is kept in the process is warm."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "127.0.0.1", "accept-language": "de"})
    counted = {}
    for address in addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            response = client.get(address)
            assert response.status_code == 200, f"{address}: {response.status_code}"
        counted[address] = len(captured)
    return counted


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    print(json.dumps(count(sys.argv[1:])))
